/** Threats that people found, scored and tracked like the generated ones. */
import { referenceKeys } from '../knowledge/reference.ts';
import type { OwnThreat } from '../model/model.ts';
import type { ControlStatus } from '../model/vocabulary.ts';
import type { Finding, State } from './analysis.ts';
import type { Context } from './condition/context.ts';
import { controlQuestion } from './condition/words.ts';
import { controlEvidence } from './evidence.ts';
import { circumstancesOf } from './scoring/context.ts';
import { cvssOf } from './scoring/cvss.ts';
import { lossAt } from './scoring/loss.ts';
import { scoresOf } from './scoring/scores.ts';
import { reasonFor } from './state.ts';
import { targetOf } from './target.ts';

/** A threat that people found: mitigated where all controls it names are in place. Unrated ones count the same on every scale, 5 by default. */
export function ownFinding(context: Context, threat: OwnThreat): Finding {
  const subject = context.graph.element(threat.on) ?? context.graph.flow(threat.on) ?? null;
  const target = targetOf(context, subject);
  const sought = threat['stopped-by'].map((id) => ({ id, stops: true, sites: ['own', 'to'] as const }));
  const controls = controlEvidence(context, subject, sought);
  const state = stateFrom(controls.map((c) => c.status));
  const questions = controls
    .filter((c) => state === 'asked' && c.status === 'unknown')
    .map((c) => ({
      text: controlQuestion(c.name, target.name),
      about: `controls of ${target.id}`,
      ...(c.at ? { at: c.at } : {}),
    }));
  const scores = scoresOf(threat, circumstancesOf(context, subject), controls, state, context.settings);
  const refs = referenceKeys(threat.refs);
  return {
    id: `${threat.id}@${threat.on}`,
    rule: threat.id,
    origin: 'people',
    target,
    title: threat.title,
    summary: threat.description ?? '',
    state,
    reason: reasonFor(state, controls, questions),
    ai: refs.some((r) => /^(atlas|owasp-)/.test(r)),
    stride: threat.stride,
    strideAi: [],
    linddun: [],
    refs,
    because: [
      {
        text: threat['found-by'] ? `found by ${threat['found-by']}` : 'found by the team',
        basis: 'stated',
        at: threat.at,
      },
    ],
    questions,
    controls,
    scores,
    severity: scores.residual.severity,
    ...(threat.cvss ? { cvss: cvssOf(threat.cvss) } : {}),
    ...lossAt(context, subject, threat.stride, scores.risk),
    folds: [],
    verify: [],
    at: threat.at,
  };
}

/** All in place: mitigated. Nothing named, or nothing in place: open. */
function stateFrom(statuses: readonly ControlStatus[]): State {
  if (statuses.length === 0) return 'open';
  if (statuses.every((s) => s === 'implemented')) return 'mitigated';
  if (statuses.includes('unknown')) return 'asked';
  return statuses.some((s) => s === 'implemented' || s === 'partial') ? 'partly-mitigated' : 'open';
}
