/** A table as the text of its file under `content/atlas/`. */
import type { Fact, FactTable } from '../../knowledge/schema/fact.ts';
import type { Provenance } from '../../knowledge/schema/text.ts';
import { type AtlasKind, KIND_INFO } from './kinds.ts';
import type { MergedTable } from './merge.ts';
import type { Retired } from './retire.ts';
import { field, flowList, item, prose, scalar } from './yaml-text.ts';

type Key = Exclude<
  keyof Fact,
  'id' | 'name' | 'elements' | 'stride' | 'strategies' | 'objectives' | 'taxonomies' | 'property'
>;

const OURS = ['url', 'group', 'status', 'replaced-by', 'change'] as const;

/** The order of the fields in a row. */
const ORDER: Readonly<Record<AtlasKind, readonly Key[]>> = {
  technique: [
    'parent',
    'order',
    'tactics',
    'maturity',
    'platforms',
    'attack',
    'aliases',
    'created',
    'modified',
    ...OURS,
  ],
  tactic: ['order', 'parent', 'attack', 'aliases', 'created', 'modified', ...OURS],
  mitigation: [
    'parent',
    'order',
    'category',
    'lifecycle',
    'attack',
    'aliases',
    'techniques',
    'created',
    'modified',
    ...OURS,
  ],
  'case-study': [
    'parent',
    'order',
    'incident',
    'date',
    'target',
    'actor',
    'reporter',
    'aliases',
    'ordered',
    'procedure',
    'references',
    ...OURS,
  ],
};

/**
 * @param comments comment lines below the first one of the old file, which are ours
 */
export function tableText(
  table: MergedTable,
  { title }: Pick<FactTable, 'title'>,
  provenance: Provenance,
  comments: readonly string[],
): string {
  const { kind, entries, retired } = table;
  return `${[
    `# ${headline(kind, entries, provenance.edition)}`,
    ...comments,
    'scheme: atlas',
    `kind: ${kind}`,
    field('', 'title', title),
    'provenance:',
    field('  ', 'source', provenance.source),
    field('  ', 'edition', provenance.edition, true),
    field('  ', 'url', provenance.url),
    field('  ', 'licence', provenance.licence),
    field('  ', 'checked', provenance.checked),
    ...(provenance.note ? [prose('  ', 'note', provenance.note)] : []),
    'entries:',
    ...entries.map((fact) => rowText(kind, fact)),
    ...(retired.length > 0 ? ['retired:', ...retired.map((row) => retiredText('  ', row))] : []),
  ].join('\n')}\n`;
}

/** The comment lines at the top of a table after its first line. */
export function ownComments(text: string): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(1, Math.max(1, end));
}

function headline(kind: AtlasKind, entries: readonly Fact[], edition: string): string {
  const of = `of MITRE ATLAS ${edition}`;
  const n = entries.length;
  const subs = entries.filter((fact) => fact.parent !== undefined).length;
  switch (kind) {
    case 'technique':
      return `The ${n - subs} techniques and ${subs} sub-techniques ${of}.`;
    case 'tactic':
      return `The ${n} tactics ${of}, in matrix order.`;
    case 'mitigation':
      return `The ${n} mitigations ${of} and the techniques each covers.`;
    case 'case-study':
      return `The ${n} ${KIND_INFO[kind].plural} ${of}.`;
  }
}

function rowText(kind: AtlasKind, fact: Fact): string {
  const fields = ORDER[kind].flatMap((key) => fieldText('    ', key, fact));
  return [field('  - ', 'id', fact.id), field('    ', 'name', fact.name), ...fields].join('\n');
}

function fieldText(indent: string, key: Key, fact: Fact): string[] {
  const value = fact[key];
  if (value === undefined || (key === 'status' && value === 'published')) return [];
  if (typeof value === 'number' || typeof value === 'boolean') return [`${indent}${key}: ${value}`];
  if (key === 'change') return [prose(indent, key, String(value))];
  if (typeof value === 'string') return [field(indent, key, value, key === 'date')];
  if (value.length === 0) return [];
  if (key === 'procedure')
    return [`${indent}procedure:`, ...fact.procedure.map((step) => stepText(`${indent}  `, step))];
  if (key === 'references')
    return [`${indent}references:`, ...fact.references.map((url) => `${indent}  - ${scalar(url)}`)];
  return [flowList(indent, key, value as readonly string[])];
}

const stepText = (indent: string, { technique, tactic }: Fact['procedure'][number]): string =>
  item(indent, [
    ['technique', scalar(technique)],
    ...(tactic ? ([['tactic', scalar(tactic)]] as const) : []),
  ]);

/** One row of a list of retired ids; with a sentence on what became of it, as a block. */
export function retiredText(
  indent: string,
  row: Omit<Retired, 'change'> & { change?: string | undefined },
): string {
  const to = `[${row['replaced-by'].map(scalar).join(', ')}]`;
  const pairs = [
    ['id', scalar(row.id)],
    ['name', scalar(row.name)],
    ['replaced-by', to],
  ] as const;
  if (!row.change) return item(indent, pairs);
  const lines = pairs.map(([key, value], i) => `${indent}${i === 0 ? '- ' : '  '}${key}: ${value}`);
  return [...lines, prose(`${indent}  `, 'change', row.change)].join('\n');
}
