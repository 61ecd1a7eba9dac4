/** The engine's front door: a model and the catalogue in, an analysis out. Pure and deterministic; `today` is an input. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { graphOf } from '../model/graph.ts';
import type { Element, Flow, Model } from '../model/model.ts';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings.ts';
import { settingsDifferences } from '../model/settings-differences.ts';
import type { Analysis, Finding, Question, State } from './analysis.ts';
import { type Candidate, type Deciding, fromPeople, fromRule } from './candidate.ts';
import { type Context, contextOf } from './condition/context.ts';
import { sameQuestion } from './condition/trace.ts';
import { standIns } from './fold.ts';
import { ownFinding } from './own-threat.ts';
import { reviewOf } from './review.ts';
import type { Catalogue, CompiledRule } from './rule/catalogue.ts';
import { concernedBy } from './rule/concerned.ts';
import { systemLoss } from './scoring/loss.ts';
import { decisionsOf, reasonFor, stateOf } from './state.ts';
import { summaryOf } from './summary.ts';
import { type Subject, subjectOf } from './target.ts';

export interface AnalyseOptions {
  /** YYYY-MM-DD: decisions and reviews expire by it. */
  today: string;
  /** What the workspace sets; the defaults where left out. */
  settings?: Settings;
}

export function analyse(
  model: Model,
  knowledge: Knowledge,
  catalogue: Catalogue,
  { today, settings = DEFAULT_SETTINGS }: AnalyseOptions,
): Analysis {
  const graph = graphOf(model);
  const context = contextOf(graph, knowledge, settings);
  const deciding = { today, decisions: decisionsOf(model, catalogue) };
  const concerned = concernedBy(context, catalogue);
  const said: Candidate[] = [];
  for (const element of model.elements)
    if (element['out-of-scope'] === undefined)
      run(context, concerned.element(element), element, deciding, said);
  for (const flow of model.flows) run(context, concerned.flow(flow), flow, deciding, said);
  run(context, catalogue.forSystem, null, deciding, said);
  for (const threat of model.threats) said.push(fromPeople(ownFinding(context, threat), deciding));
  const findings = mostUrgentFirst(written(said, standIns(said, graph)));
  const review = reviewOf(model.reviewed, model['review-every'], today);
  const loss = systemLoss(model, findings, settings);
  return {
    today,
    system: { id: model.id, name: model.name, file: model.file },
    findings,
    summary: summaryOf(findings),
    ...(review ? { review } : {}),
    ...(loss ? { loss } : {}),
    settings: settingsDifferences(settings),
  };
}

/** Adds what the rules say about one target to what is said already. */
function run<S extends Element | Flow | null>(
  context: Context,
  rules: readonly CompiledRule<S>[],
  subject: S,
  deciding: Deciding,
  said: Candidate[],
): void {
  let about: Subject<S> | undefined;
  for (const compiled of rules) {
    const applies = compiled.applies(context, subject);
    if (applies === 'no') continue;
    const stopped = compiled.unless ? compiled.unless(context, subject) : 'no';
    const state = stateOf(applies, stopped);
    if (!state) continue;
    about ??= subjectOf(context, subject);
    said.push(fromRule(context, compiled, about, state, deciding));
  }
}

/** Writes out what is shown, with what folds under it. */
function written(said: readonly Candidate[], under: ReadonlyMap<Candidate, Candidate>): Finding[] {
  for (const [folded, top] of under) {
    const finding = top.finding();
    finding.folds.push(folded.folded());
    if (folded.state === 'asked' && top.state === 'asked') handOver(folded.questions(), finding);
  }
  const shown: Finding[] = [];
  for (const candidate of said) if (!under.has(candidate)) shown.push(candidate.finding());
  return shown;
}

/** What is folded keeps its questions alive in the one that stands for it. */
function handOver(questions: readonly Question[], to: Finding): void {
  const further = questions.filter((q) => !to.questions.some((known) => sameQuestion(known, q)));
  if (further.length === 0) return;
  to.questions = [...to.questions, ...further];
  if (!to.decision) to.reason = reasonFor(to.state, to.controls, to.questions);
}

const GROUP: Readonly<Record<State, number>> = {
  open: 0,
  'partly-mitigated': 0,
  asked: 1,
  accepted: 2,
  transferred: 2,
  avoided: 2,
  mitigated: 3,
  'not-applicable': 4,
};

/** Unresolved first, then by residual score, uncapped; the id settles ties. */
function mostUrgentFirst(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((finding) => ({
    finding,
    id: finding.id,
    group: GROUP[finding.state],
    score: finding.scores.residual.uncapped,
  }));
  keyed.sort((a, b) => a.group - b.group || b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return keyed.map(({ finding }) => finding);
}
