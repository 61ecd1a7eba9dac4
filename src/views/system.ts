/** What every page of one system begins with: its name, its facts, the severity strip and the tabs. */
import type { Analysis } from '../engine/analysis.ts';
import type { Model } from '../model/model.ts';
import { DATA_CLASSES } from '../model/vocabulary.ts';
import { type Counts, countsOf } from './counts.ts';
import { distance, formatDate } from './dates.ts';
import type { FindingContext } from './finding.ts';
import { CLASS_LABELS, sentence, words } from './labels.ts';
import { type KnownNames, namesOf } from './names.ts';
import {
  assessmentsPath,
  attackPathsPath,
  planPath,
  privacyPath,
  SYSTEMS,
  systemPath,
  threatsPath,
} from './paths.ts';
import { type StripView, stripOf } from './strip.ts';

/** A system with what the engine says about it. */
export interface System {
  model: Model;
  analysis: Analysis;
}

export interface Crumb {
  label: string;
  path?: string;
}

export interface Fact {
  label: string;
  value: string;
  /** Wants attention: an overdue review. */
  alert?: boolean;
}

export interface Tab {
  id: string;
  label: string;
  path: string;
  count?: number;
}

export interface SystemHead {
  id: string;
  name: string;
  description: string;
  file: string;
  crumbs: Crumb[];
  facts: Fact[];
  counts: Counts;
  strip: StripView;
  tabs: Tab[];
}

export function contextOf({ model, analysis }: System, known: KnownNames): FindingContext {
  return { names: namesOf(model), known, file: model.file, today: analysis.today };
}

/**
 * @param page the last crumb; left out on the overview, where the system's name is the last
 */
export function systemHead({ model, analysis }: System, page?: string): SystemHead {
  const counts = countsOf(analysis.summary);
  const path = systemPath(model.id);
  return {
    id: model.id,
    name: model.name,
    description: model.description,
    file: model.file,
    crumbs: [
      { label: 'Systems', path: SYSTEMS },
      page ? { label: model.name, path } : { label: model.name },
      ...(page ? [{ label: page }] : []),
    ],
    facts: factsOf(model, analysis),
    counts,
    strip: stripOf(counts),
    tabs: [
      { id: 'overview', label: 'Overview', path },
      { id: 'threats', label: 'Threats', path: threatsPath(model.id), count: counts.total },
      { id: 'privacy', label: 'Privacy', path: privacyPath(model.id) },
      { id: 'assessments', label: 'Assessments', path: assessmentsPath(model.id) },
      { id: 'attack-paths', label: 'Attack paths', path: attackPathsPath(model.id) },
      { id: 'plan', label: 'Plan', path: planPath(model.id) },
    ],
  };
}

function factsOf(model: Model, analysis: Analysis): Fact[] {
  const fact = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);
  return [
    ...fact('Owner', model.owner),
    ...fact('Status', sentence(words(model.status))),
    ...fact('Platform', model.platform && sentence(model.platform)),
    ...fact('Lifecycle', sentence(model.lifecycle.join(', '))),
    ...fact('Data', dataFact(model)),
    ...fact('Reviewed', model.reviewed && formatDate(model.reviewed)),
    ...reviewFact(analysis),
  ];
}

/** The most sensitive class, and whether any of it is personal. */
function dataFact(model: Model): string | undefined {
  const worst = DATA_CLASSES.findLast((c) => model.data.some((d) => d.class === c));
  if (!worst) return undefined;
  const personal = model.data.some((d) => d.personal) ? ', personal' : '';
  return `${sentence(CLASS_LABELS[worst])}${personal}`;
}

function reviewFact({ review, today }: Analysis): Fact[] {
  if (!review) return [];
  const value = `${formatDate(review.due)}, ${distance(today, review.due)}`;
  return [
    {
      label: review.overdue ? 'Review was due' : 'Next review',
      value,
      ...(review.overdue ? { alert: true } : {}),
    },
  ];
}
