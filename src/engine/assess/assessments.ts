/** What the assessments of a system say, framework by framework: plain data for the site, the report and the tables. */
import type { ControlStatus, DataClass, ElementType, StrideCategory } from '../../model/vocabulary.ts';
import type { Question } from '../analysis.ts';

/**
 * How an item of a list stands. The first four come from its findings, in this order of precedence: one is
 * open · none is open and one waits for an answer · a decision settles one · all are mitigated. Without a
 * finding: `clear`, it is within the list's scope and no rule that cites it finds anything; `not-applicable`,
 * it does not concern this system; `no-rule`, no rule of the catalogue cites it.
 */
export const STANDINGS = [
  'open',
  'asked',
  'decided',
  'covered',
  'clear',
  'not-applicable',
  'no-rule',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Of the worst open finding by residual severity: critical and high → high, medium → medium, low and info → low. */
export const RATINGS = ['high', 'medium', 'low', 'none'] as const;
export type Rating = (typeof RATINGS)[number];

export interface Assessed {
  standing: Standing;
  /** Why it stands so, in one sentence. */
  reason: string;
  rating: Rating;
  /** Ids of the findings, in the order of the analysis. */
  findings: string[];
}

/** An entry of a list. */
export interface Named {
  /** `scheme:id` */
  key: string;
  id: string;
  name: string;
}

export type Totals = Record<Standing, number>;

/** A control that some findings of an item already have, with where it is declared. */
export interface ControlInPlace {
  id: string;
  name: string;
  status: 'implemented' | 'partial';
  where: string[];
}

/** A control that open findings of an item lack. */
export interface MissingControl {
  id: string;
  name: string;
  /** The best that the model says of it. */
  status: Exclude<ControlStatus, 'implemented'>;
  owner?: string;
  due?: string;
  /** How many open findings it helps against, and how many of those it stops, alone or with others. */
  helps: number;
  stops: number;
}

/** A test case: of a finding's rule, or a tool's check of the list entry itself. */
export interface TestCase {
  basis: 'finding' | 'entry';
  tool?: string;
  use?: string;
  manual?: string;
  note?: string;
}

export interface ListItem extends Named, Assessed {
  /** Entries of older editions that this one replaced. */
  former: Named[];
  /** Rules of the catalogue that cite it. */
  rules: number;
  controls: ControlInPlace[];
  missing: MissingControl[];
  questions: Question[];
  tests: TestCase[];
}

export interface ListAssessment {
  id: string;
  title: string;
  edition: string;
  /** Is the list about systems of this kind? */
  applies: boolean;
  why: string;
  items: ListItem[];
  totals: Totals;
}

export interface TechniqueCoverage extends Named, Assessed {
  parent?: string;
  tactics: string[];
  rules: number;
}

export interface AtlasAssessment {
  edition: string;
  techniques: TechniqueCoverage[];
  totals: Totals;
}

export interface AssetAssessment extends Named, Assessed {
  group: string;
  /** The properties it must keep; each is violated by one category of STRIDE. */
  properties: ({ property: string; category: StrideCategory } & Assessed)[];
}

export interface FailureMode extends Named, Assessed {
  group: string;
}

export interface StrideAiAssessment {
  edition: string;
  assets: AssetAssessment[];
  totals: Totals;
  failureModes: FailureMode[];
}

export const SHAPES = ['external-entity', 'process', 'data-store', 'flow', 'system'] as const;
export type Shape = (typeof SHAPES)[number];

/** Personal data, stated as such or not stated at all. */
export interface PersonalData {
  id: string;
  name: string;
  class: DataClass;
  personal: boolean | null;
  specialCategory: boolean | null;
  subjects?: string;
  retention?: string;
  /** Ids of elements by their type, and of flows. */
  at: Record<ElementType, string[]>;
  flows: string[];
  crossings: number;
}

/** An element or a flow with personal data, and the threat types of LINDDUN that its type of element can have. */
export interface PrivacyPlace {
  shape: Exclude<Shape, 'system'>;
  id: string;
  data: string[];
  types: string[];
}

export interface PrivacyCell extends Assessed {
  type: string;
  shape: Shape;
  /** Does the type apply to this type of element? */
  applies: boolean;
  /** How many elements or flows of this type have personal data. */
  places: number;
}

export interface PrivacyType extends Named, Assessed {
  cells: PrivacyCell[];
}

/** Data sets about the same people in one place. */
export interface Linkage {
  element: string;
  shape: ElementType;
  subjects: string;
  data: LinkedData[];
  /** Do they meet here, rather than arrive together over one flow? */
  meets: boolean;
  /** Of the data kept here: does every set say how long? Undefined where nothing is kept. */
  retention?: 'stated' | 'partly' | 'not stated';
}

export interface LinkedData {
  id: string;
  /** How it gets here: kept or worked on here from the start, or the elements and flows from where it starts. */
  path: { elements: string[]; flows: string[] };
  stored: boolean;
  retention?: string;
}

/** An article of the GDPR that the crosswalk ties to a node of LINDDUN which some finding names. */
export interface Duty extends Assessed {
  article: string;
  name?: string;
  /** Nodes and types of LINDDUN, by key; empty where findings cite the article themselves. */
  via: string[];
  /** Ids of the crosswalks, and whether all of them are published by an authority. */
  crosswalks: string[];
  verified: boolean;
}

export interface PrivacyAssessment {
  /** `asked`: no data is stated to be personal, and some does not say. */
  applies: 'yes' | 'asked' | 'no';
  why: string;
  edition: string;
  data: PersonalData[];
  places: PrivacyPlace[];
  types: PrivacyType[];
  linkage: Linkage[];
  duties: Duty[];
  questions: Question[];
}

export const GAP_STATUSES = ['met', 'partial', 'gap', 'not-applicable', 'not-answered'] as const;
export type GapStatus = (typeof GAP_STATUSES)[number];

/** What the analysis itself shows for an outcome; it never says more than the model can bear. */
export interface Shown {
  verdict: 'met' | 'partial' | 'gap';
  text: string;
}

export interface Outcome extends Named {
  function: string;
  status: GapStatus;
  /** What the status rests on: the team's answer, the analysis, or nothing. */
  basis: 'answer' | 'analysis' | 'nothing';
  answer?: {
    answer: Exclude<GapStatus, 'not-answered'>;
    evidence?: string;
    owner?: string;
    due?: string;
    overdue: boolean;
  };
  shown?: Shown;
  /** The team says `met` and the analysis shows what speaks against it. */
  contradicted: boolean;
  /** Controls of the catalogue that produce evidence for it, with the best status anywhere in the model. */
  controls: { id: string; name: string; status: ControlStatus }[];
}

export interface NextStep {
  /** The outcome's key. */
  key: string;
  controls: string[];
  findings: string[];
  /** The residual score of these findings, uncapped, added up. */
  weight: number;
}

export interface NistAssessment {
  edition: string;
  outcomes: Outcome[];
  functions: { id: string; name: string; totals: Record<GapStatus, number> }[];
  totals: Record<GapStatus, number>;
  /** How the next steps are chosen. */
  rule: string;
  next: NextStep[];
}

export interface MisuseVector extends Assessed {
  rule: string;
  title: string;
}

export interface MisuseAssessment {
  why: string;
  vectors: MisuseVector[];
  totals: Totals;
}

export interface Assessments {
  lists: ListAssessment[];
  atlas: AtlasAssessment;
  strideAi: StrideAiAssessment;
  privacy: PrivacyAssessment;
  nist: NistAssessment;
  misuse: MisuseAssessment;
}
