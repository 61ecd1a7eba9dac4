/** How an item stands, as pages show it: rating, word, reason, counts; and how many items stand how, as a bar. */
import type { Finding } from '../../engine/analysis.ts';
import type { Assessed, Rating, Standing, Totals } from '../../engine/assess/assessments.ts';
import { STANDINGS } from '../../engine/assess/assessments.ts';
import { type Tally, tallyOf } from '../counts.ts';
import { plural } from '../dates.ts';
import { type FindingContext, type FindingLine, findingLine } from '../finding.ts';
import { sentence } from '../labels.ts';
import { contextOf, type System } from '../system.ts';
import type { AssessSite } from './assessments-of.ts';

export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  open: 'open',
  asked: 'waiting for an answer',
  decided: 'decided',
  covered: 'covered',
  clear: 'nothing found',
  'not-applicable': 'not applicable',
  'no-rule': 'no rule',
};

/** The same of a technique. */
export const EXPOSURE_LABELS: Readonly<Record<Standing, string>> = { ...STANDING_LABELS, open: 'exposed' };

export const RATING_LABELS: Readonly<Record<Rating, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  none: 'None',
};

export interface StandingView {
  standing: Standing;
  label: string;
  rating: Rating;
  /** `High`; undefined where nothing is open. */
  ratingLabel?: string;
  reason: string;
  tally: Tally;
  /** `2 open, 1 asked, 3 settled` */
  counts: string;
}

/** What views of assessments need: the findings by id, and how to show one. */
export interface Shelf {
  context: FindingContext;
  toolName(id: string): string;
  findings(ids: readonly string[]): Finding[];
  lines(ids: readonly string[]): FindingLine[];
}

export function shelfOf(system: System, { knowledge }: AssessSite): Shelf {
  const context = contextOf(system, knowledge);
  const byId = new Map(system.analysis.findings.map((f) => [f.id, f]));
  const findings = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    context,
    toolName: (id) => knowledge.tool(id)?.name ?? id,
    findings,
    lines: (ids) => findings(ids).map((f) => findingLine(f, context)),
  };
}

export function standingView(item: Assessed, shelf: Shelf, labels = STANDING_LABELS): StandingView {
  const tally = tallyOf(shelf.findings(item.findings));
  return {
    standing: item.standing,
    label: labels[item.standing],
    rating: item.rating,
    ...(item.rating === 'none' ? {} : { ratingLabel: RATING_LABELS[item.rating] }),
    reason: item.reason,
    tally,
    counts: countsText(tally),
  };
}

const countsText = ({ exposed, asked, settled }: Tally): string =>
  [
    exposed > 0 ? `${exposed} open` : '',
    asked > 0 ? `${asked} asked` : '',
    settled > 0 ? `${settled} settled` : '',
  ]
    .filter(Boolean)
    .join(', ');

export interface TotalsPart {
  standing: Standing;
  label: string;
  count: number;
  /** In per mille of the whole. */
  from: number;
  width: number;
}

export interface TotalsView {
  parts: TotalsPart[];
  /** The bar in one sentence. */
  text: string;
}

/** Parts in the order of attention; one with no item is left out. */
export function totalsView(totals: Totals, what: string, labels = STANDING_LABELS): TotalsView {
  const all = STANDINGS.reduce((sum, s) => sum + totals[s], 0);
  let from = 0;
  const parts = STANDINGS.filter((s) => totals[s] > 0).map((standing): TotalsPart => {
    const width = (1000 * totals[standing]) / all;
    const part = {
      standing,
      label: labels[standing],
      count: totals[standing],
      from: round(from),
      width: round(width),
    };
    from += width;
    return part;
  });
  const said = parts.map((p) => `${p.count} ${p.label}`).join(', ');
  return { parts, text: sentence(`${plural(all, what)}${said ? `: ${said}` : ''}`) };
}

const round = (n: number): number => Math.round(n * 10) / 10;
