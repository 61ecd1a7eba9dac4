/** One finding as pages show it: a short form for lists, and everything that explains it. */
import type {
  AppliedDecision,
  ControlEvidence,
  Evidence,
  Finding,
  Severity,
  State,
} from '../engine/analysis.ts';
import { partsOf } from '../engine/spoken.ts';
import type { LineColumn } from '../model/model.ts';
import type { ControlStatus, StrideCategory } from '../model/vocabulary.ts';
import { distance, formatDate, plural } from './dates.ts';
import {
  BASIS_LABELS,
  CONTROL_STATUS_LABELS,
  STATE_LABELS,
  STRIDE_LABELS,
  STRIDE_LETTERS,
} from './labels.ts';
import type { KnownNames, SystemNames, TargetName } from './names.ts';
import { controlPath, findingAnchor, findingPath, refPath, rulePath } from './paths.ts';
import { type Chip, type ReferenceGroup, referenceChip, referenceGroups, strideAiKey } from './references.ts';
import { type ScoreView, scoreOf, shownScore } from './score.ts';

export interface StrideMark {
  id: StrideCategory;
  letter: string;
  label: string;
  path: string;
}

/** Enough for a line in a list. */
export interface FindingLine {
  id: string;
  anchor: string;
  path: string;
  title: string;
  state: State;
  stateLabel: string;
  severity: Severity;
  /** Residual, 0–10, one decimal. */
  score: string;
  system: { name: string; path: string };
  target: TargetName;
  stride: StrideMark[];
  /** LINDDUN types, such as `Dd`, once each. */
  linddun: string[];
  ai: boolean;
  /** The few references that say most. */
  chips: Chip[];
}

export interface ControlLine {
  id: string;
  name: string;
  path: string;
  effect: ControlEvidence['effect'];
  status: ControlStatus;
  statusLabel: string;
  stops: boolean;
  /** Where it is declared, who owns it, when it is due, what shows that it works. */
  notes: string[];
  place?: string;
}

export interface FactLine {
  text: string;
  basis: Evidence['basis'];
  basisLabel: string;
  place?: string;
}

export interface FindingDetail extends FindingLine {
  /** Nothing is left to do: what is not in place, and the arithmetic, say nothing that anybody needs. */
  settled: boolean;
  summary: string;
  reason: string;
  origin: Finding['origin'];
  rule?: { id: string; path: string };
  targetId: string;
  place: string;
  because: FactLine[];
  questions: { text: string; about: string; place?: string }[];
  controls: ControlLine[];
  scores: ScoreView;
  references: ReferenceGroup[];
  /** `Stands for 3 general threats on its flows or neighbours` */
  standsFor: string;
  folds: { title: string; stateLabel: string; path: string }[];
  verify: { how: string; what: string; note?: string }[];
  decision?: DecisionView;
}

export interface DecisionView {
  /** `Accepted by a.lead on 1 Oct 2026` */
  text: string;
  why: string;
  until?: string;
  expired: boolean;
  place: string;
}

export interface FindingContext {
  names: SystemNames;
  known: KnownNames;
  /** The model's file, for `file:line:column`. */
  file: string;
  today: string;
}

/** `threat-models/rag.yaml:41:7` */
export const placeOf = (file: string, at: LineColumn): string => `${file}:${at[0]}:${at[1]}`;

const optionalPlace = (file: string, at: LineColumn | undefined) => (at ? { place: placeOf(file, at) } : {});

/** The types of a finding’s LINDDUN nodes: `L.2.1` belongs to L. */
export const linddunTypes = ({ linddun }: Pick<Finding, 'linddun'>): string[] => [
  ...new Set(linddun.map((node) => node.replace(/\..*$/, ''))),
];

export const strideMarks = (categories: readonly StrideCategory[]): StrideMark[] =>
  categories.map((id) => ({
    id,
    letter: STRIDE_LETTERS[id],
    label: STRIDE_LABELS[id],
    path: refPath('stride', id) ?? '',
  }));

const SHORT_SCHEMES = ['atlas:', 'owasp-llm:', 'owasp-agentic:', 'owasp-ml:', 'linddun:', 'cwe:'];

/** At most three references, one of each list, the most telling lists first. */
function shortChips(refs: readonly string[], known: KnownNames): Chip[] {
  return SHORT_SCHEMES.flatMap((scheme) => refs.find((ref) => ref.startsWith(scheme)) ?? [])
    .slice(0, 3)
    .map((ref) => referenceChip(ref, known));
}

export function findingLine(finding: Finding, { names, known }: FindingContext): FindingLine {
  return {
    id: finding.id,
    anchor: findingAnchor(finding.id),
    path: findingPath(names.system.id, finding.id),
    title: finding.title,
    state: finding.state,
    stateLabel: STATE_LABELS[finding.state],
    severity: finding.severity,
    score: shownScore(finding.scores.residual.adjusted),
    system: { name: names.system.name, path: names.system.path },
    target: names.target(finding.target),
    stride: strideMarks(finding.stride),
    linddun: linddunTypes(finding),
    ai: finding.ai,
    chips: shortChips(finding.refs, known),
  };
}

export function findingDetail(finding: Finding, context: FindingContext): FindingDetail {
  const { known, file, today } = context;
  // The finding's own place names the whole path; the many places under it only the file.
  const short = file.slice(file.lastIndexOf('/') + 1);
  const settled = finding.state === 'mitigated' || finding.state === 'not-applicable';
  const controls = settled ? finding.controls.filter((c) => c.status !== 'absent') : finding.controls;
  return {
    ...findingLine(finding, context),
    settled,
    summary: finding.summary,
    reason: finding.reason,
    origin: finding.origin,
    ...(finding.origin === 'rule' ? { rule: { id: finding.rule, path: rulePath(finding.rule) } } : {}),
    targetId: finding.target.id,
    place: placeOf(file, finding.at),
    because: finding.because.map((fact) => ({
      text: fact.text,
      basis: fact.basis,
      basisLabel: BASIS_LABELS[fact.basis],
      ...optionalPlace(short, fact.at),
    })),
    questions: finding.questions.map(({ text, about, at }) => ({ text, about, ...optionalPlace(short, at) })),
    controls: controls.map((control) => controlLine(control, short, today)),
    scores: scoreOf(finding.scores, finding),
    references: referenceGroups(allReferences(finding), known),
    standsFor: standsFor(finding),
    folds: finding.folds.map((folded) => ({
      title: folded.title,
      stateLabel: STATE_LABELS[folded.state],
      path: rulePath(partsOf(folded.id).rule),
    })),
    verify: finding.verify.map(verification),
    ...(finding.decision ? { decision: decisionView(finding.decision, short, today) } : {}),
  };
}

/** STRIDE-AI and LINDDUN are kept apart in a finding; readers look for them among the references. */
export const allReferences = (f: Finding): string[] => [
  ...f.refs,
  ...f.strideAi.map(strideAiKey),
  ...f.linddun.map((id) => `linddun:${id}`),
];

function standsFor({ folds, target }: Finding): string {
  const around = folds.filter((folded) => partsOf(folded.id).target !== target.id).length;
  const all = `Stands for ${plural(folds.length, 'general threat')}`;
  if (around === 0) return all;
  const where = 'on its flows or neighbours';
  return around === folds.length ? `${all} ${where}` : `${all}, ${around} of them ${where}`;
}

function verification(step: Finding['verify'][number]): FindingDetail['verify'][number] {
  if ('manual' in step) return { how: 'by hand', what: step.manual };
  return { how: step.tool, what: step.use, ...(step.note ? { note: step.note } : {}) };
}

export function controlLine(control: ControlEvidence, file: string, today: string): ControlLine {
  const due = control.due ? `due ${formatDate(control.due)} (${distance(today, control.due)})` : undefined;
  const from = control.from ? `declared on ${control.from}` : undefined;
  const owner = control.owner ? `owner ${control.owner}` : undefined;
  return {
    id: control.id,
    name: control.name,
    path: controlPath(control.id),
    effect: control.effect,
    status: control.status,
    statusLabel: CONTROL_STATUS_LABELS[control.status],
    stops: control.stops,
    notes: [due, owner, from, control.evidence].filter((note) => note !== undefined),
    ...optionalPlace(file, control.at),
  };
}

const DECISION_WORDS: Readonly<Record<AppliedDecision['do'], string>> = {
  accept: 'Accepted',
  transfer: 'Transferred',
  avoid: 'Avoided',
  'not-applicable': 'Called not applicable',
};

export function decisionView(decision: AppliedDecision, file: string, today: string): DecisionView {
  const { until, expired } = decision;
  const on = decision.on ? ` on ${formatDate(decision.on)}` : '';
  const ends = until
    ? `${expired ? 'expired' : 'until'} ${formatDate(until)} (${distance(today, until)})`
    : '';
  return {
    text: `${DECISION_WORDS[decision.do]} by ${decision.by}${on}`,
    why: decision.why,
    ...(until ? { until: ends } : {}),
    expired,
    place: placeOf(file, decision.at),
  };
}
