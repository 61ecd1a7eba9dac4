/** Likelihood × impact, CVSS and expected loss in words: the same for pages and for the terminal. */
import { IMPACTS, LIKELIHOODS } from '../../model/vocabulary.ts';
import type { Cvss, Loss, Range, Scores, Severity, Stake, SystemLoss } from '../analysis.ts';
import { round } from './dread.ts';

const plain = (name: string): string => name.replaceAll('-', ' ');

/** `likely × major: high` */
const pair = (likelihood: string, impact: string, rating: Severity): string =>
  `${plain(likelihood)} × ${plain(impact)}: ${rating}`;

export interface RiskInWords {
  before: string;
  /** With the controls in place. */
  now: string;
  /** Where the two classes come from, one line each. */
  arithmetic: string[];
}

export function riskInWords({ inherent: { inputs: i }, risk }: Scores): RiskInWords {
  const { likelihood, impact, rating, residual } = risk;
  const ratings = [i.reproducibility, i.exploitability, i.discoverability].map(round).join(' + ');
  const sum = `(${round(i.damage)} + ${round(i.affectedUsers)}) / 2 × ${round(i.modelImpact)}^⅓`;
  const middle = (value: number) => `stated; the middle of its band is ${value}`;
  return {
    before: pair(likelihood.class, impact.class, rating),
    now: pair(residual.likelihood.class, impact.class, residual.rating),
    arithmetic: [
      `Likelihood: ${likelihood.basis === 'stated' ? middle(likelihood.value) : `(${ratings}) / 3 = ${likelihood.value}`}, ${plain(likelihood.class)}`,
      `Impact: ${impact.basis === 'stated' ? middle(impact.value) : `${sum} = ${impact.value}`}, ${plain(impact.class)}`,
      `Likelihood with the controls in place: ${residual.likelihood.value}, ${plain(residual.likelihood.class)}`,
    ],
  };
}

/** `CVSS-B 8.7 high` */
export const cvssInWords = ({ nomenclature, score, severity }: Cvss): string =>
  `${nomenclature} ${score.toFixed(1)} ${severity}`;

const MILLION = 1_000_000;

/** Two figures that count: an estimate with more would claim what nobody knows. */
function figures(amount: number): string {
  const rounded = amount < 10 ? Math.round(amount) : Number(amount.toPrecision(2));
  if (rounded < MILLION) return rounded.toLocaleString('en');
  return `${(rounded / MILLION).toLocaleString('en', { maximumFractionDigits: 1 })} million`;
}

/** `EUR 1.2 million` */
export const moneyInWords = (currency: string, amount: number): string => `${currency} ${figures(amount)}`;

/** `EUR 12,000 to 340,000 a year` */
export function lossInWords({ currency, low, high }: Pick<Loss, 'currency' | 'low' | 'high'>): string {
  const [from, to] = [figures(low), figures(high)];
  return from === to ? `${currency} ${to} a year` : `${currency} ${from} to ${to} a year`;
}

const percent = (part: number): string => `${round(part * 100)} %`;
const times = ([low, high]: Range): string => `${low} to ${high}`;
const shareOf = ([low, high]: Range): string => `${percent(low)} to ${percent(high)}`;
const stakeInWords = (currency: string, { type, name, value }: Stake): string =>
  `${type === 'system' ? 'the system itself' : name} (${moneyInWords(currency, value)})`;

/** What the expected loss of one finding rests on. */
export function lossAssumptions(loss: Loss, { risk }: Scores): string[] {
  const often = `${times(loss.frequency)} incidents a year (${plain(risk.residual.likelihood.class)} with the controls in place)`;
  return [
    `At stake: ${loss.atStake.map((stake) => stakeInWords(loss.currency, stake)).join(', ')}.`,
    `Value × ${often} × ${shareOf(loss.share)} of it (${risk.impact.class} impact).`,
    ASSUMED,
  ];
}

const ASSUMED = 'Frequencies and shares are assumptions of wardbook.yaml, not measurements.';

type Summed = Pick<SystemLoss, 'currency' | 'value' | 'waiting' | 'assumed'>;

/** What the expected loss of a system or of all of them rests on. */
export function sumAssumptions({ currency, value, waiting, assumed }: Summed): string[] {
  const frequency = LIKELIHOODS.map((name) => `${plain(name)} ${times(assumed.frequency[name])}`).join(', ');
  const share = IMPACTS.map((name) => `${name} ${shareOf(assumed.share[name])}`).join(', ');
  return [
    `Stated values: ${moneyInWords(currency, value)} in all. What states no value is not in the sum.`,
    'At stake is what has a value at the target of a finding, or the system, by the STRIDE categories of the finding.',
    'Value × incidents a year × share of the value that one costs, low and high, of open and partly mitigated findings.',
    'Each value counts once, with the worst finding that puts it at stake; the data of two systems are two values.',
    `Incidents a year, by likelihood with the controls in place: ${frequency}.`,
    `Share of the value, by impact: ${share}.`,
    ...(waiting > 0
      ? [`Not in it: ${waiting} ${waiting === 1 ? 'finding waits' : 'findings wait'} for an answer.`]
      : []),
    ASSUMED,
  ];
}
