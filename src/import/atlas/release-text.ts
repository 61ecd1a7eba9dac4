/** A release as the text of its file under `content/changes/`. */
import type { Release } from '../../knowledge/schema/release.ts';
import { retiredText } from './table-text.ts';
import { field, item, prose, scalar } from './yaml-text.ts';

const ids = (list: readonly string[]): string => `[${list.map(scalar).join(', ')}]`;

export function releaseText(release: Release): string {
  const { added, renamed, retired, replaced, moved } = release;
  const list = <T>(key: string, rows: readonly T[], write: (row: T) => string) =>
    rows.length > 0 ? [`${key}:`, ...rows.map(write)] : [];
  return `${[
    `# What ${release.title} changed against ${release.from}.`,
    field('', 'id', release.id),
    field('', 'title', release.title),
    field('', 'scheme', release.scheme),
    field('', 'from', release.from, true),
    field('', 'to', release.to, true),
    field('', 'released', release.released),
    ...(release.summary ? [prose('', 'summary', release.summary)] : []),
    ...list('added', added, ({ id, name }) =>
      item('  ', [
        ['id', scalar(id)],
        ['name', scalar(name)],
      ]),
    ),
    ...list('renamed', renamed, ({ id, from, to }) =>
      item('  ', [
        ['id', scalar(id)],
        ['from', scalar(from)],
        ['to', scalar(to)],
      ]),
    ),
    ...list('retired', retired, (row) => retiredText('  ', row)),
    ...list('replaced', replaced, ({ id, name, by, change }) =>
      item('  ', [
        ['id', scalar(id)],
        ['name', scalar(name)],
        ['by', ids(by)],
        ...(change ? ([['change', scalar(change)]] as const) : []),
      ]),
    ),
    ...list('moved', moved, ({ id, from, to }) =>
      item('  ', [
        ['id', scalar(id)],
        ['from', ids(from)],
        ['to', ids(to)],
      ]),
    ),
  ].join('\n')}\n`;
}
