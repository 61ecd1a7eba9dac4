/** Format 6 → raw entries: the relations of each entry are looked up under its id. */
import type { Path } from '../../source/path.ts';
import type { Format6, Relations } from './format-6.ts';
import type { AtlasKind } from './kinds.ts';
import { goneTo, type RawEntry, type Relation, rowOf, sortedIds, textsAt, webAddresses } from './raw.ts';
import { dateAsKnown } from './shape.ts';

type Type = 'achieves' | 'specializes' | 'mitigates' | 'employs';

export function rawOfFormat6(data: Format6): RawEntry[] {
  const order = tacticOrder(data.relationships);
  const targets = targetsIn(data.relationships);
  return [
    ...Object.entries(data.tactics).map(([id, tactic]): RawEntry => {
      const path = ['tactics', id];
      return {
        ...frame('tactic', path, tactic),
        row: rowOf(id, tactic.name, { order: order.get(id), ...common(tactic) }),
        texts: textsAt(tactic, path, ['name']),
        relations: [],
      };
    }),
    ...Object.entries(data.techniques).map(([id, technique]): RawEntry => {
      const path = ['techniques', id];
      const tactics = targets(id, 'achieves', 'tactic');
      const parents = targets(id, 'specializes', 'technique');
      return {
        ...frame('technique', path, technique),
        row: rowOf(id, technique.name, {
          parent: parents?.[0]?.id,
          tactics: tactics && sortedIds(tactics.map((r) => r.id)),
          maturity: technique.maturity,
          platforms: technique.platforms,
          ...common(technique),
        }),
        texts: textsAt(technique, path, ['name', 'platforms']),
        relations: [...(tactics ?? []), ...(parents ?? [])],
      };
    }),
    ...Object.entries(data.mitigations).map(([id, mitigation]): RawEntry => {
      const path = ['mitigations', id];
      const techniques = targets(id, 'mitigates', 'technique');
      return {
        ...frame('mitigation', path, mitigation),
        row: rowOf(id, mitigation.name, {
          category: mitigation.categories,
          lifecycle: mitigation['lifecycle-phases'],
          techniques: techniques && sortedIds(techniques.map((r) => r.id)),
          ...common(mitigation),
        }),
        texts: textsAt(mitigation, path, ['name', 'categories', 'lifecycle-phases']),
        relations: techniques ?? [],
      };
    }),
    ...Object.entries(data['case-studies']).map(([id, study]): RawEntry => {
      const path = ['case-studies', id];
      const techniques = targets(id, 'employs', 'technique');
      return {
        ...frame('case-study', path, study),
        row: rowOf(id, study.name, {
          incident: study.type,
          date: dateAsKnown(study.date, study['date-granularity']),
          target: study.target,
          actor: study.actor,
          reporter: study.reporter,
          ...(techniques && procedure(data.relationships[id])),
          references: webAddresses(study.references),
        }),
        texts: textsAt(study, path, ['name', 'target', 'actor', 'reporter']),
        relations: [...(techniques ?? []), ...stepTactics(id, data.relationships[id])],
      };
    }),
  ];
}

const frame = (kind: AtlasKind, path: Path, entry: Parameters<typeof goneTo>[0]) => ({
  kind,
  path,
  idPath: path,
  ...goneTo(entry),
});

const common = (entry: {
  'attack-reference'?: { id: string } | null | undefined;
  'created-date'?: string | null | undefined;
  'modified-date'?: string | null | undefined;
}) => ({
  attack: entry['attack-reference']?.id,
  created: entry['created-date'],
  modified: entry['modified-date'],
});

/** The place of each tactic in the matrix, from 1: its position, else its place in the list. */
function tacticOrder(relationships: Format6['relationships']): Map<string, number> {
  const sequences = Object.values(relationships).flatMap((relations) => relations.sequences);
  return new Map(sequences.map(({ target, position }, i) => [target, position ?? i + 1]));
}

/**
 * Finds the relations of one type that start at an id.
 * Undefined where the file has none of the type at all: then it does not state them, instead of stating none.
 */
function targetsIn(relationships: Format6['relationships']) {
  const all = Object.values(relationships);
  const stated = (type: Type) => all.some((relations) => relations[type].length > 0);
  const known = new Set((['achieves', 'specializes', 'mitigates', 'employs'] as const).filter(stated));
  return (id: string, type: Type, to: AtlasKind): Relation[] | undefined => {
    if (!known.has(type)) return undefined;
    const relations = Object.hasOwn(relationships, id) ? relationships[id] : undefined;
    return (relations?.[type] ?? []).map(({ target }, i) => ({
      to,
      id: target,
      path: ['relationships', id, type, i, 'target'],
    }));
  };
}

/** The steps in the order of their ids (`S00`, `S01` …): the list itself is sorted by technique. */
function procedure(relations: Relations | undefined) {
  const employs = relations?.employs ?? [];
  const steps = employs.map((step) => ({ step, at: Number(/^S(\d+)$/.exec(step['step-id'] ?? '')?.[1]) }));
  const ordered = steps.every(({ at }) => !Number.isNaN(at));
  if (ordered) steps.sort((a, b) => a.at - b.at);
  return {
    ordered: steps.length > 0 ? ordered : undefined,
    procedure: steps.map(({ step }) => ({
      technique: step.target,
      ...(step.tactic ? { tactic: step.tactic } : {}),
    })),
  };
}

const stepTactics = (id: string, relations: Relations | undefined): Relation[] =>
  (relations?.employs ?? []).flatMap(({ tactic }, i) =>
    tactic ? [{ to: 'tactic', id: tactic, path: ['relationships', id, 'employs', i, 'tactic'] }] : [],
  );
