/**
 * Expected loss a year, in money, where a model states what something is worth.
 *
 * loss = value × frequency × share, each with a low and a high end: frequency (incidents a year) follows from the
 * likelihood after controls, share (the part of the value one incident costs) from the impact. At stake are the
 * data at a finding's target, the system itself, or both, by its STRIDE categories (`loss.at-stake`).
 *
 * For a sum, each value counts once: with the highest low and the highest high end of any open finding that puts
 * it at stake. So ten threats to one data set do not lose it ten times, and a further finding never lowers a sum.
 * Open and partly mitigated findings count; what waits for an answer is counted apart.
 */
import type { Element, Flow, Model } from '../../model/model.ts';
import type { Settings } from '../../model/settings.ts';
import type { StrideCategory } from '../../model/vocabulary.ts';
import type { Finding, Loss, Range, Risk, Stake, SystemLoss } from '../analysis.ts';
import type { Context } from '../condition/context.ts';
import { isOpen } from '../summary.ts';
import { round } from './dread.ts';

/** Low and high end of the loss of one value. */
const lossOf = (value: number, frequency: Range, share: Range): Range => [
  round(value * frequency[0] * share[0]),
  round(value * frequency[1] * share[1]),
];

/** @returns `{ loss }` where something of value is at stake, else nothing: to be spread into a finding */
export function lossAt(
  context: Context,
  subject: Element | Flow | null,
  stride: readonly StrideCategory[],
  risk: Risk,
): { loss?: Loss } {
  const { currency, loss: settings } = context.settings;
  const atStake = stakesAt(context, subject, stride);
  if (atStake.length === 0) return NOTHING;
  const frequency = settings.frequency[risk.residual.likelihood.class];
  const share = settings.share[risk.impact.class];
  const ends = atStake.map(({ value }) => lossOf(value, frequency, share));
  return { loss: { currency, low: sum(ends, 0), high: sum(ends, 1), frequency, share, atStake } };
}

/** The same for every target of a model: whether it is worth looking at all. */
const VALUES = {};
const NOTHING: { loss?: Loss } = {};

function stakesAt(
  context: Context,
  subject: Element | Flow | null,
  stride: readonly StrideCategory[],
): Stake[] {
  const { graph, settings } = context;
  if (!context.once(VALUES, () => stakesOf(graph.model).length > 0)) return [];
  const kinds = new Set(stride.flatMap((category) => settings.loss['at-stake'][category]));
  const data = subject && kinds.has('data') ? graph.dataOf(subject).flatMap(dataStake) : [];
  return subject === null || kinds.has('system') ? [...data, ...systemStake(graph.model)] : data;
}

const dataStake = ({ id, name, value }: Model['data'][number]): Stake[] =>
  value === undefined ? [] : [{ type: 'data', id, name, value }];
const systemStake = ({ id, name, value }: Model): Stake[] =>
  value === undefined ? [] : [{ type: 'system', id, name, value }];
const stakesOf = (model: Model): Stake[] => [...model.data.flatMap(dataStake), ...systemStake(model)];

const sum = (ends: readonly Range[], end: 0 | 1): number => round(ends.reduce((all, e) => all + e[end], 0));
const keyOf = ({ type, id }: Stake): string => `${type} ${id}`;

interface Worst {
  low: number;
  high: number;
  worst: string;
}

/** @returns undefined where the model states no value */
export function systemLoss(
  model: Model,
  findings: readonly Finding[],
  { currency, loss: { frequency, share } }: Settings,
): SystemLoss | undefined {
  const values = stakesOf(model);
  if (values.length === 0) return undefined;
  const worst = new Map<string, Worst>();
  for (const finding of findings) if (isOpen(finding)) count(finding, worst);
  const stakes = values.map((stake) => ({ ...stake, ...(worst.get(keyOf(stake)) ?? { low: 0, high: 0 }) }));
  const ends = stakes.map(({ low, high }): Range => [low, high]);
  return {
    currency,
    low: sum(ends, 0),
    high: sum(ends, 1),
    value: round(values.reduce((all, { value }) => all + value, 0)),
    stakes,
    waiting: findings.filter((f) => f.state === 'asked' && f.loss).length,
    assumed: { frequency, share },
  };
}

function count({ id, loss }: Finding, worst: Map<string, Worst>): void {
  for (const stake of loss?.atStake ?? []) {
    const [low, high] = lossOf(stake.value, loss?.frequency ?? [0, 0], loss?.share ?? [0, 0]);
    const known = worst.get(keyOf(stake));
    worst.set(keyOf(stake), {
      low: Math.max(low, known?.low ?? 0),
      high: Math.max(high, known?.high ?? 0),
      worst: known && known.high >= high ? known.worst : id,
    });
  }
}

/** Of several systems together. The data of two systems are two values: what they share, one model states. */
export type PortfolioLoss = Omit<SystemLoss, 'stakes'>;

/** @returns undefined where no system states a value */
export function portfolioLoss(losses: readonly SystemLoss[]): PortfolioLoss | undefined {
  const [first] = losses;
  if (!first) return undefined;
  const all = (key: 'low' | 'high' | 'value' | 'waiting') =>
    round(losses.reduce((n, loss) => n + loss[key], 0));
  return {
    currency: first.currency,
    low: all('low'),
    high: all('high'),
    value: all('value'),
    waiting: all('waiting'),
    assumed: first.assumed,
  };
}
