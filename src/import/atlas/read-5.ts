/** Format 5 → raw entries. */
import type { Path } from '../../source/path.ts';
import type { Format5 } from './format-5.ts';
import type { AtlasKind } from './kinds.ts';
import { goneTo, type RawEntry, type Relation, rowOf, sortedIds, textsAt, webAddresses } from './raw.ts';
import { dateAsKnown } from './shape.ts';

export function rawOfFormat5(data: Format5): RawEntry[] {
  const matrix = data.matrices[0];
  if (!matrix) return [];
  const at = (...path: Path): Path => ['matrices', 0, ...path];
  return [
    ...matrix.tactics.map((tactic, i): RawEntry => {
      const path = at('tactics', i);
      return {
        ...frame('tactic', path, tactic),
        row: rowOf(tactic.id, tactic.name, { order: i + 1, ...common(tactic) }),
        texts: textsAt(tactic, path, ['name']),
        relations: [],
      };
    }),
    ...matrix.techniques.map((technique, i): RawEntry => {
      const path = at('techniques', i);
      const parentKey = technique['subtechnique-of'] ? 'subtechnique-of' : 'specializes';
      const parent = technique[parentKey];
      return {
        ...frame('technique', path, technique),
        row: rowOf(technique.id, technique.name, {
          parent,
          tactics: sortedIds(technique.tactics),
          maturity: technique.maturity,
          platforms: technique.platforms,
          ...common(technique),
        }),
        texts: textsAt(technique, path, ['name', 'platforms']),
        relations: [
          ...technique.tactics.map((id, n) => relation('tactic', id, [...path, 'tactics', n])),
          ...(parent ? [relation('technique', parent, [...path, parentKey])] : []),
        ],
      };
    }),
    ...matrix.mitigations.map((mitigation, i): RawEntry => {
      const path = at('mitigations', i);
      const techniques = mitigation.techniques.map((t, n) =>
        typeof t === 'string'
          ? relation('technique', t, [...path, 'techniques', n])
          : relation('technique', t.id, [...path, 'techniques', n, 'id']),
      );
      return {
        ...frame('mitigation', path, mitigation),
        row: rowOf(mitigation.id, mitigation.name, {
          category: mitigation.category,
          lifecycle: mitigation['ml-lifecycle'] ?? mitigation['ai-lifecycle'],
          techniques: sortedIds(techniques.map((r) => r.id)),
          ...common(mitigation),
        }),
        texts: textsAt(mitigation, path, ['name', 'category', 'ml-lifecycle', 'ai-lifecycle']),
        relations: techniques,
      };
    }),
    ...data['case-studies'].map((study, i): RawEntry => {
      const path: Path = ['case-studies', i];
      return {
        ...frame('case-study', path, study),
        row: rowOf(study.id, study.name, {
          incident: study['case-study-type'],
          date: dateAsKnown(study['incident-date'], study['incident-date-granularity']),
          target: study.target,
          actor: study.actor,
          reporter: study.reporter,
          ...procedure(study.procedure),
          references: webAddresses(study.references),
        }),
        texts: textsAt(study, path, ['name', 'target', 'actor', 'reporter']),
        relations: study.procedure.flatMap(({ technique, tactic }, n) => [
          relation('technique', technique, [...path, 'procedure', n, 'technique']),
          ...(tactic ? [relation('tactic', tactic, [...path, 'procedure', n, 'tactic'])] : []),
        ]),
      };
    }),
  ];
}

const relation = (to: AtlasKind, id: string, path: Path): Relation => ({ to, id, path });

const frame = (kind: AtlasKind, path: Path, entry: Parameters<typeof goneTo>[0]) => ({
  kind,
  path,
  idPath: [...path, 'id'],
  ...goneTo(entry),
});

const common = (entry: {
  'ATT&CK-reference'?: { id: string } | null | undefined;
  created_date?: string | null | undefined;
  modified_date?: string | null | undefined;
}) => ({
  attack: entry['ATT&CK-reference']?.id,
  created: entry.created_date,
  modified: entry.modified_date,
});

/** The format asks for a tactic in every step: where one is missing, the list is no procedure told in order. */
function procedure(steps: Format5['case-studies'][number]['procedure']) {
  return {
    ordered: steps.length > 0 ? steps.every(({ tactic }) => Boolean(tactic)) : undefined,
    procedure: steps.map(({ technique, tactic }) => ({ technique, ...(tactic ? { tactic } : {}) })),
  };
}
