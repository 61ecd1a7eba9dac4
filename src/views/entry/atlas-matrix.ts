/** The ATLAS matrix: tactics across in their order, techniques under each, and how exposed our systems are to them. */
import type { Entry } from '../../knowledge/knowledge.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { sentence } from '../labels.ts';
import { keyPath } from '../paths.ts';
import type { Facet } from '../register.ts';
import { type EntryLine, editionOf, entryLine, inOrder, ofKind } from './lines.ts';

export interface MatrixCell extends EntryLine {
  /** Levels of the two heat views, 0 where none of our systems is concerned. */
  heat: { open: number; systems: number };
  subs: MatrixCell[];
  /** Values of the filters, those of its sub-techniques included. */
  facets: { ours: string[]; maturity: string[]; platform: string[] };
  /** What the filter for words looks through. */
  text: string;
}

export interface TacticColumn {
  id: string;
  name: string;
  path: string;
  order: number;
  cells: MatrixCell[];
}

export interface AtlasMatrix {
  edition: string;
  tactics: TacticColumn[];
  facets: Facet[];
  /** Cells: a technique of two tactics counts twice. */
  total: number;
  /** The steps of each heat view in words, from level 1 up. */
  legend: { open: string[]; systems: string[] };
}

/** The least number of each level from 1 up. */
const STEPS = { open: [1, 5, 20, 60], systems: [1, 2, 4, 8] } as const;

const level = (steps: readonly number[], n: number): number => steps.filter((least) => n >= least).length;

/** `1–4`, `5–19`, `60 and more` */
const stepWords = (steps: readonly number[]): string[] =>
  steps.map((least, i) => {
    const next = steps[i + 1];
    if (next === undefined) return `${least} and more`;
    return next - 1 === least ? String(least) : `${least}–${next - 1}`;
  });

const MATURITIES = ['realized', 'demonstrated', 'feasible'] as const;
export const platformId = (platform: string): string => platform.toLowerCase().replace(/[^a-z0-9]+/g, '-');

export function atlasMatrix(site: KnowledgeSite): AtlasMatrix {
  const techniques = ofKind(site, 'atlas', 'technique').filter((e) => e.fact.parent === undefined);
  const cells = new Map(techniques.map((e) => [e.key, cellOf(e, site)]));
  const tactics = ofKind(site, 'atlas', 'tactic').map((tactic): TacticColumn => {
    const own = techniques.filter((e) => e.fact.tactics.includes(tactic.fact.id));
    return {
      id: tactic.fact.id,
      name: tactic.name,
      path: keyPath(tactic.key) ?? '',
      order: tactic.fact.order ?? 0,
      cells: own.flatMap((e) => cells.get(e.key) ?? []).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    };
  });
  const shown = tactics.flatMap((t) => t.cells);
  return {
    edition: editionOf(techniques),
    tactics,
    facets: facetsOf(shown, techniques),
    total: shown.length,
    legend: { open: stepWords(STEPS.open), systems: stepWords(STEPS.systems) },
  };
}

function cellOf(entry: Entry, site: KnowledgeSite, depth = 0): MatrixCell {
  const line = entryLine(entry, site, depth);
  const subs = inOrder(site.knowledge.childrenOf(entry.key)).map((sub) => cellOf(sub, site, depth + 1));
  const family = [line, ...subs];
  const { exposed, total } = line.tally;
  return {
    ...line,
    heat: { open: level(STEPS.open, exposed), systems: level(STEPS.systems, line.systems) },
    subs,
    facets: {
      ours: [...(exposed > 0 ? ['open'] : []), ...(total > 0 ? ['any'] : ['none'])],
      maturity: [...new Set(family.flatMap((l) => l.maturity ?? []))],
      platform: line.platforms.map(platformId),
    },
    text: family.flatMap((l) => [l.id, l.name]).join(' '),
  };
}

function facetsOf(cells: readonly MatrixCell[], techniques: readonly Entry[]): Facet[] {
  const platforms = [...new Set(techniques.flatMap((e) => e.fact.platforms))].sort();
  const facet = (
    name: keyof MatrixCell['facets'],
    label: string,
    choices: readonly (readonly [value: string, label: string])[],
  ): Facet => ({
    name,
    label,
    pick: 'many',
    choices: choices
      .map(([value, label]) => ({
        value,
        label,
        count: cells.filter((c) => c.facets[name].includes(value)).length,
      }))
      .filter((choice) => choice.count > 0),
  });
  return [
    facet('ours', 'In our systems', [
      ['open', 'Open findings'],
      ['any', 'Any finding'],
      ['none', 'No finding'],
    ]),
    facet(
      'maturity',
      'Maturity',
      MATURITIES.map((m) => [m, sentence(m)]),
    ),
    facet(
      'platform',
      'Platform',
      platforms.map((p) => [platformId(p), p]),
    ),
  ];
}
