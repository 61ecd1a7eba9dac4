/** One result as DOM, made from plain text only. */
import type { HitData } from './engine.ts';
import { excerptParts } from './excerpt.ts';

type Child = Node | string;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const OPEN = new Set(['open', 'partly mitigated']);

/** Severity by shape, word and colour; quiet where nothing is left to do. */
function severityOf(meta: HitData['meta']): Child[] {
  const { severity, score, state } = meta;
  if (!severity) return [];
  const tone = OPEN.has(state ?? '')
    ? severity
    : state === 'waiting for an answer'
      ? 'asked'
      : `settled ${severity}`;
  return [element('span', { class: `sev ${tone}` }, `${severity} ${score ?? ''}`.trim())];
}

/** What stands under the title: id and edition of an entry, place and state of a finding. */
const detailsOf = ({ id, edition, system, target, state, effect }: HitData['meta']): string =>
  [id, effect, edition, system, target, state]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');

export function resultOf({ url, excerpt, meta }: HitData): HTMLLIElement {
  const title = element('a', { href: url }, meta['title'] ?? url);
  const details = detailsOf(meta);
  const marked = excerptParts(excerpt).map((part) =>
    part.marked ? element('mark', {}, part.text) : part.text,
  );
  return element(
    'li',
    {},
    element('p', { class: 'result-title' }, ...severityOf(meta), title),
    ...(details ? [element('p', { class: 'muted small' }, details)] : []),
    ...(marked.length > 0 ? [element('p', { class: 'excerpt small' }, ...marked)] : []),
  );
}
