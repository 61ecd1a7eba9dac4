/** Threats that people found, scored and tracked like the generated ones. */
import { referenceKeys } from '../knowledge/reference.ts';
import type { OwnThreat } from '../model/model.ts';
import type { ControlStatus } from '../model/vocabulary.ts';
import type { Finding, State } from './analysis.ts';
import type { Context } from './condition/context.ts';
import { controlQuestion } from './condition/words.ts';
import { controlEvidence } from './evidence.ts';
import { circumstancesOf, inContext } from './scoring/context.ts';
import { inputsOf, scoreOf } from './scoring/dread.ts';
import { residualOf } from './scoring/residual.ts';
import { reasonFor } from './state.ts';
import { targetOf } from './target.ts';

const NEUTRAL = {
  damage: 5,
  reproducibility: 5,
  exploitability: 5,
  'affected-users': 5,
  discoverability: 5,
  'model-impact': 1,
  'data-sensitivity': 1,
  'detection-difficulty': 1,
};

/** A threat that people found: mitigated where all controls it names are in place. Unrated ones count 5 on every scale. */
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
  const { inputs, steps } = threat.dread
    ? inContext(inputsOf(threat.dread), circumstancesOf(context, subject))
    : {
        inputs: inputsOf(NEUTRAL),
        steps: [{ label: 'not rated: 5 on every scale', input: 'base', from: 5, to: 5 }],
      };
  const inherent = scoreOf(inputs);
  const residual = residualOf(inherent, controls, state);
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
    scores: { steps, inherent, residual },
    severity: residual.severity,
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
