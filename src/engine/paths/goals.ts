/** What is worth attacking: the goals, by which threats each is lost, and which elements are its targets. */
import type { DataAsset, Element } from '../../model/model.ts';
import type { DataFact, ElementFact, StrideCategory } from '../../model/vocabulary.ts';
import { holds, isKind, ownData, type Surroundings } from './facts.ts';

export const GOALS = [
  'model-weights',
  'training-data',
  'personal-data',
  'decisions',
  'availability',
  'tools',
  'secrets',
] as const;
export type Goal = (typeof GOALS)[number];

export interface GoalMeaning {
  /** A finding that names no ATLAS technique harms the goal where it has one of these categories. */
  stride: readonly StrideCategory[];
  /** One that names techniques harms it where one of them is among these, or below one of them. */
  techniques: readonly string[];
  /** The data that is lost; undefined where the goal is not data. A finding on a flow counts where it carries such. */
  data?: (asset: DataAsset) => boolean;
  /** Do findings on privacy that name no technique harm it? */
  privacy?: boolean;
}

const ofKind =
  (...kinds: NonNullable<DataAsset['kind']>[]) =>
  ({ kind }: DataAsset): boolean =>
    kind !== undefined && kinds.includes(kind);

export const isPersonal = (asset: Pick<DataAsset, DataFact>): boolean =>
  asset.personal === true || asset['special-category'] === true;

/** Techniques of ATLAS 2026.09 by what they do to the goal; ids are checked against the release by a test. */
export const MEANING: Readonly<Record<Goal, GoalMeaning>> = {
  'model-weights': {
    stride: ['information-disclosure', 'tampering'],
    techniques: ['AML.T0010.003', 'AML.T0018', 'AML.T0024.002', 'AML.T0025', 'AML.T0035', 'AML.T0044'],
    data: ofKind('model-weights'),
  },
  'training-data': {
    stride: ['tampering', 'information-disclosure'],
    techniques: ['AML.T0010.002', 'AML.T0020', 'AML.T0025', 'AML.T0035', 'AML.T0036', 'AML.T0059'],
    data: ofKind('training-data', 'labels'),
  },
  'personal-data': {
    stride: ['information-disclosure'],
    techniques: [
      'AML.T0024.000',
      'AML.T0024.001',
      'AML.T0025',
      'AML.T0035',
      'AML.T0036',
      'AML.T0057',
      'AML.T0077',
      'AML.T0085',
      'AML.T0086',
    ],
    data: isPersonal,
    privacy: true,
  },
  decisions: {
    stride: ['tampering'],
    techniques: ['AML.T0015', 'AML.T0018', 'AML.T0020', 'AML.T0031', 'AML.T0043'],
  },
  availability: {
    stride: ['denial-of-service'],
    techniques: ['AML.T0029', 'AML.T0034', 'AML.T0046'],
  },
  tools: {
    stride: ['elevation-of-privilege', 'tampering'],
    techniques: ['AML.T0050', 'AML.T0051', 'AML.T0053', 'AML.T0086', 'AML.T0101', 'AML.T0105', 'AML.T0110'],
  },
  secrets: {
    stride: ['information-disclosure'],
    techniques: ['AML.T0055', 'AML.T0083', 'AML.T0098', 'AML.T0106'],
    data: ofKind('credentials'),
  },
};

export interface Target {
  element: string;
  goal: Goal;
  /** What makes it a target, in words. */
  why: string;
}

type Judge = (element: Element, where: Surroundings) => string | undefined;

const named = (assets: readonly DataAsset[]): string | undefined =>
  assets.length === 0 ? undefined : assets.map((a) => a.name).join(', ');

const dataOf = (goal: Goal, element: Element, where: Surroundings): string | undefined =>
  named(ownData(element, where).filter((asset) => MEANING[goal].data?.(asset) ?? false));

/** Processes whose answers give away what they work on; elsewhere personal data is sought where it rests. */
const ANSWERING = ['model-server', 'llm-application', 'retriever', 'agent'];
const POWERS: readonly ElementFact[] = ['privileged', 'broad-permissions', 'executes-code', 'autonomous'];

const JUDGES: Readonly<Record<Goal, Judge>> = {
  'model-weights': (element, where) => prefixed('keeps or runs ', dataOf('model-weights', element, where)),
  'training-data': (element, where) =>
    element.type === 'data-store' ? prefixed('keeps ', dataOf('training-data', element, where)) : undefined,
  'personal-data': (element, where) => {
    if (element.type === 'data-store') return prefixed('keeps ', dataOf('personal-data', element, where));
    if (!isKind(element, ANSWERING, where)) return undefined;
    return prefixed('answers from ', dataOf('personal-data', element, where));
  },
  decisions: (element, where) => {
    if (isKind(element, ['decision-engine'], where)) return 'decides';
    const predicts =
      isKind(element, ['model-server'], where) && !isKind(element, ['llm-server', 'embedding-server'], where);
    return predicts ? 'its predictions are acted on' : undefined;
  },
  availability: (element, where) =>
    isKind(element, ['model-server', 'decision-engine'], where)
      ? 'serves while the product is used'
      : undefined,
  tools: (element, where) => {
    if (!isKind(element, ['agent', 'tool', 'llm-application', 'multi-agent-coordinator'], where))
      return undefined;
    const powers = POWERS.filter((fact) => holds(element, fact, where));
    return powers.length === 0 ? undefined : `is ${powers.map((p) => POWER_WORDS[p] ?? p).join(', ')}`;
  },
  secrets: (element, where) => {
    if (isKind(element, ['secrets-store'], where)) return 'keeps secrets';
    return element.type === 'external-entity'
      ? undefined
      : prefixed('holds ', dataOf('secrets', element, where));
  },
};

const POWER_WORDS: Partial<Record<ElementFact, string>> = {
  privileged: 'privileged',
  'broad-permissions': 'permitted more than its task needs',
  'executes-code': 'able to run code',
  autonomous: 'free to act without approval',
};

const prefixed = (before: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : before + text;

/** Every element in scope with each goal it stands for, in the order of goals, then of the model. */
export function targetsOf(where: Surroundings): Target[] {
  const inScope = where.graph.model.elements.filter(
    (e) => e.type !== 'external-entity' && e['out-of-scope'] === undefined,
  );
  return GOALS.flatMap((goal) =>
    inScope.flatMap((element): Target[] => {
      const why = JUDGES[goal](element, where);
      return why === undefined ? [] : [{ element: element.id, goal, why }];
    }),
  );
}
