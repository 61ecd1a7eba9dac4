/** The first page: all systems together, what is worst first. */
import { isOpen } from '../engine/summary.ts';
import { byWorst, type Counts, countsOf, sumCounts } from './counts.ts';
import { distance, formatDate, plural } from './dates.ts';
import { datesOf, type ExpiryView, soonOf } from './expiries.ts';
import { type FindingLine, findingLine } from './finding.ts';
import { sentence, words } from './labels.ts';
import { type LossLine, portfolioLine } from './loss.ts';
import type { KnownNames } from './names.ts';
import { systemPath } from './paths.ts';
import { type QuestionView, questionsOf } from './questions.ts';
import type { Facet } from './register.ts';
import { type StripView, stripOf } from './strip.ts';
import { contextOf, type System } from './system.ts';

const TOP_FINDINGS = 10;
const TOP_QUESTIONS = 5;

export interface SystemRow {
  id: string;
  name: string;
  path: string;
  description: string;
  owner?: string;
  status: string;
  statusLabel: string;
  platform?: string;
  lifecycle: string[];
  tags: string[];
  counts: Counts;
  review?: { text: string; overdue: boolean };
}

export interface Portfolio {
  /** `7 systems, 212 findings, 28 questions` */
  size: string;
  counts: Counts;
  strip: StripView;
  /** Where any model states a value. */
  loss?: LossLine;
  systems: SystemRow[];
  top: FindingLine[];
  questions: QuestionView[];
  soon: ExpiryView[];
}

export interface SystemList {
  systems: SystemRow[];
  facets: Facet[];
}

export function portfolio(systems: readonly System[], known: KnownNames): Portfolio {
  const live = systems.filter(({ model }) => model.status !== 'retired');
  const counts = sumCounts(live.map((s) => countsOf(s.analysis.summary)));
  const questions = live.flatMap((s) => questionsOf(s.analysis.findings, contextOf(s, known)));
  return {
    size: [
      plural(live.length, 'system'),
      plural(counts.total, 'finding'),
      plural(counts.questions, 'open question'),
    ].join(', '),
    counts,
    strip: stripOf(counts),
    ...portfolioLine(live.map((s) => s.analysis.loss)),
    systems: rowsOf(live),
    top: topFindings(live, known),
    questions: questions.sort((a, b) => b.decides - a.decides).slice(0, TOP_QUESTIONS),
    soon: live
      .flatMap((s) =>
        soonOf(datesOf(s.model, s.analysis, contextOf(s, known).names, known), s.analysis.today),
      )
      .sort((a, b) => a.day.localeCompare(b.day)),
  };
}

/** All systems, the retired ones too, with what the list can be filtered by. */
export function systemList(systems: readonly System[]): SystemList {
  const rows = rowsOf(systems);
  const facet = (name: string, label: string, valuesOf: (row: SystemRow) => readonly string[]): Facet => {
    const values = rows.flatMap(valuesOf);
    const choices = [...new Set(values)]
      .sort((a, b) => a.localeCompare(b, 'en'))
      .map((value) => ({
        value,
        label: words(value),
        count: values.filter((v) => v === value).length,
      }));
    return { name, label, pick: choices.length > 8 ? 'one' : 'many', choices };
  };
  const facets = [
    facet('platform', 'Platform', (r) => (r.platform ? [r.platform] : [])),
    facet('lifecycle', 'Lifecycle', (r) => r.lifecycle),
    facet('status', 'Status', (r) => [r.status]),
    facet('owner', 'Owner', (r) => (r.owner ? [r.owner] : [])),
  ];
  return { systems: rows, facets: facets.filter((f) => f.choices.length > 1) };
}

function topFindings(systems: readonly System[], known: KnownNames): FindingLine[] {
  return systems
    .flatMap((system) => system.analysis.findings.filter(isOpen).map((finding) => ({ system, finding })))
    .sort((a, b) => b.finding.scores.residual.uncapped - a.finding.scores.residual.uncapped)
    .slice(0, TOP_FINDINGS)
    .map(({ system, finding }) => findingLine(finding, contextOf(system, known)));
}

const rowsOf = (systems: readonly System[]): SystemRow[] =>
  systems.map(systemRow).sort((a, b) => byWorst(a.counts, b.counts) || a.name.localeCompare(b.name, 'en'));

function systemRow({ model, analysis }: System): SystemRow {
  const { review, today } = analysis;
  return {
    id: model.id,
    name: model.name,
    path: systemPath(model.id),
    description: model.description,
    ...(model.owner ? { owner: model.owner } : {}),
    status: model.status,
    statusLabel: sentence(words(model.status)),
    ...(model.platform ? { platform: model.platform } : {}),
    lifecycle: model.lifecycle,
    tags: model.tags,
    counts: countsOf(analysis.summary),
    ...(review
      ? {
          review: {
            text: `${formatDate(review.due)}, ${distance(today, review.due)}`,
            overdue: review.overdue,
          },
        }
      : {}),
  };
}
