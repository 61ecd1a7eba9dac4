/** What an analysis says: plain data, the same for the site, the command line and the machine-readable twins. */
import type { LineColumn } from '../model/model.ts';
import type { SettingDifference } from '../model/settings-differences.ts';
import type { ControlStatus, Impact, Likelihood, StrideCategory } from '../model/vocabulary.ts';

/** `open` first: the order in which a reader should see them. */
export const STATES = [
  'open',
  'partly-mitigated',
  'asked',
  'accepted',
  'transferred',
  'avoided',
  'not-applicable',
  'mitigated',
] as const;
export type State = (typeof STATES)[number];

/** States that still want something from the team. */
export const UNRESOLVED: readonly State[] = ['open', 'partly-mitigated', 'asked'];

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Target {
  type: 'element' | 'flow' | 'system';
  id: string;
  name: string;
}

/** A fact of the model that made a rule speak, stay quiet or ask, with its place in the YAML where it is stated. */
export interface Evidence {
  text: string;
  /** The value as the file has it: `stated`, implied by the `kind`, computed from the graph, or not stated at all. */
  basis: 'stated' | 'kind' | 'computed' | 'unstated';
  at?: LineColumn;
}

export interface Question {
  /** What to ask the team. */
  text: string;
  /** What has to be stated in the file to answer it: `encrypted of df2`. */
  about: string;
  at?: LineColumn;
}

/** A control that would help against a finding, with what the model says of it. */
export interface ControlEvidence {
  id: string;
  name: string;
  effect: 'prevents' | 'reduces' | 'detects';
  status: ControlStatus;
  /** Is it one of those that stop the threat (rather than only help)? */
  stops: boolean;
  /** Where it is declared: on the target itself, its zone, an end of the flow, or the whole system. */
  from?: string;
  owner?: string;
  due?: string;
  evidence?: string;
  at?: LineColumn;
}

/** One listed change of a DREAD input or of the score. */
export interface ScoreStep {
  label: string;
  /** What is changed: a DREAD input or `residual`. */
  input: string;
  from: number;
  to: number;
}

export interface Score {
  inputs: {
    damage: number;
    reproducibility: number;
    exploitability: number;
    affectedUsers: number;
    discoverability: number;
    modelImpact: number;
    dataSensitivity: number;
    detectionDifficulty: number;
  };
  /** Of the five ratings in their order, where they are not all the same. */
  weights?: number[];
  /** (D+R+E+A+D)/5, 0–10. */
  base: number;
  /** base × (model impact × data sensitivity × detection difficulty)^(1/3), not capped: the order of findings. */
  uncapped: number;
  /** The same, at most 10: what is shown and what the severity comes from. */
  adjusted: number;
  severity: Severity;
}

export interface Scores {
  /** Steps from the rule's inputs to this target's. */
  steps: ScoreStep[];
  /** Before controls. */
  inherent: Score;
  /** After the controls that are in place. */
  residual: { uncapped: number; adjusted: number; severity: Severity; steps: ScoreStep[] };
  /** Likelihood × impact, beside it. */
  risk: Risk;
}

/** One axis of the 5×5 matrix: a value on the DREAD scale (0–10) and the class it falls into. */
export interface RiskAxis<C> {
  value: number;
  class: C;
  /** From the DREAD inputs, or stated with an own threat. */
  basis: 'derived' | 'stated';
}

export interface Risk {
  likelihood: RiskAxis<Likelihood>;
  impact: RiskAxis<Impact>;
  /** Before controls. */
  rating: Severity;
  /** After the controls that are in place: the likelihood shrinks as the DREAD score does, the impact stays. */
  residual: { likelihood: { value: number; class: Likelihood }; rating: Severity };
}

export interface Cvss {
  /** As the file has it. */
  vector: string;
  /** 0–10. */
  score: number;
  severity: 'none' | 'low' | 'medium' | 'high' | 'critical';
  /** Which groups of metrics went into it: CVSS-B, CVSS-BT, CVSS-BE or CVSS-BTE. */
  nomenclature: string;
}

/** Low and high. */
export type Range = readonly [low: number, high: number];

/** Something with a value: a data asset, or the system itself. */
export interface Stake {
  type: 'data' | 'system';
  id: string;
  name: string;
  /** Money, in the currency of the settings. */
  value: number;
}

/** What a finding is expected to cost in a year, after controls: value × frequency × share. */
export interface Loss {
  currency: string;
  low: number;
  high: number;
  /** Incidents a year, by the residual likelihood. */
  frequency: Range;
  /** The part of the value that one incident costs, by the impact. */
  share: Range;
  atStake: Stake[];
}

/** The expected loss of a system in a year from its open findings; for each value the worst finding counts. */
export interface SystemLoss {
  currency: string;
  low: number;
  high: number;
  /** The sum of all values. */
  value: number;
  stakes: (Stake & { low: number; high: number /** The finding behind `high`. */; worst?: string })[];
  /** Findings on something of value that wait for an answer: not counted. */
  waiting: number;
  /** The tables it was reckoned with. */
  assumed: { frequency: Record<Likelihood, Range>; share: Record<Impact, Range> };
}

export interface AppliedDecision {
  do: 'accept' | 'transfer' | 'avoid' | 'not-applicable';
  why: string;
  by: string;
  on?: string;
  until?: string;
  expired: boolean;
  at: LineColumn;
}

export interface Finding {
  /** `rule@target`, stable when the model grows around it. */
  id: string;
  /** The rule's id; for a threat that people found, its own id. */
  rule: string;
  origin: 'rule' | 'people';
  target: Target;
  title: string;
  summary: string;
  state: State;
  /** Why it has this state, in one sentence. */
  reason: string;
  ai: boolean;
  stride: StrideCategory[];
  strideAi: string[];
  linddun: string[];
  /** Keys of references, `scheme:id`. */
  refs: string[];
  /** The facts that matched. */
  because: Evidence[];
  /** What has to be answered; empty unless the state is `asked` or a part of it is unknown. */
  questions: Question[];
  controls: ControlEvidence[];
  scores: Scores;
  /** Of the residual score: what tables and counts show. */
  severity: Severity;
  /** Where people rated the threat with CVSS 4.0. */
  cvss?: Cvss;
  /** Where something of value is at stake. */
  loss?: Loss;
  decision?: AppliedDecision;
  /** Findings it stands for: more general ones on the same target, and those on its flows that ask for the same remedy. */
  folds: { id: string; title: string; state: State; stride: StrideCategory[] }[];
  verify: ({ tool: string; use: string; note?: string | undefined } | { manual: string })[];
  /** Where the target stands in the file. */
  at: LineColumn;
}

export interface Summary {
  /** Findings, folded ones not counted. */
  total: number;
  aiSpecific: number;
  /** A finding with two categories counts in both. */
  byStride: Record<StrideCategory, number>;
  byState: Record<State, number>;
  /** Of the findings that are open or partly mitigated. */
  openBySeverity: Record<Severity, number>;
  /** Different questions, not findings. */
  questions: number;
  folded: number;
}

export interface Analysis {
  /** The day the analysis was made for, YYYY-MM-DD; decisions and reviews expire by it. */
  today: string;
  system: { id: string; name: string; file: string };
  /** Unresolved first, then by residual score, uncapped, falling. */
  findings: Finding[];
  summary: Summary;
  /** When the next review is due, and whether that day has passed. */
  review?: { due: string; overdue: boolean };
  /** Where the model states a value. */
  loss?: SystemLoss;
  /** What `wardbook.yaml` sets otherwise than the defaults. */
  settings: SettingDifference[];
}
