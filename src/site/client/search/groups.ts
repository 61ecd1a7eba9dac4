/** Results of one kind under their heading; the rest of them on request. */
import type { NamedPage } from '../../../views/search-names.ts';
import type { Hit } from './engine.ts';
import { hitOf } from './names.ts';
import { element, resultOf } from './result.ts';

export interface Group {
  kind: string;
  hits: Hit[];
}

/** Shown at first where there are several kinds, where there is one, and for each request. */
const FEW = 5;
const MANY = 20;

/** The heading of a group, where the kind is not its own plural. */
const PLURALS: Readonly<Record<string, string>> = {
  'OWASP entry': 'OWASP entries',
  'Kind of element': 'Kinds of element',
  STRIDE: 'STRIDE and STRIDE-AI',
  'Case study': 'Case studies',
  Governance: 'Governance',
  'NIST AI RMF': 'NIST AI RMF',
};
const plural = (kind: string): string => PLURALS[kind] ?? `${kind}s`;

const slug = (kind: string): string => `kind-${kind.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

/** What the words name, before all else. */
export function drawNamed(named: readonly NamedPage[]): HTMLElement {
  const heading = element('header', {}, element('h2', { id: 'named' }, 'Known by this name'));
  const list = element('ul', { class: 'list results' }, ...named.map((page) => resultOf(hitOf(page))));
  return element('section', { class: 'card', 'aria-labelledby': 'named' }, heading, list);
}

export async function drawGroup({ kind, hits }: Group, alone: boolean): Promise<HTMLElement> {
  const list = element('ul', { class: 'list results' });
  const id = slug(kind);
  const heading = element(
    'header',
    {},
    element('h2', { id }, plural(kind)),
    element('small', {}, String(hits.length)),
  );
  const section = element('section', { class: 'card', 'aria-labelledby': id }, heading, list);
  const button = element('button', { class: 'pill', type: 'button' });
  const more = element('p', { class: 'more' }, button);
  let shown = 0;
  const show = async (count: number): Promise<HTMLElement[]> => {
    const data = await Promise.all(hits.slice(shown, shown + count).map((hit) => hit.data()));
    shown += data.length;
    const items = data.map(resultOf);
    list.append(...items);
    const rest = hits.length - shown;
    button.textContent = `${Math.min(rest, MANY)} more of ${rest}`;
    if (rest > 0) section.append(more);
    else more.remove();
    return items;
  };
  button.addEventListener('click', async () => {
    const [first] = await show(MANY);
    first?.querySelector('a')?.focus();
  });
  await show(alone ? MANY : FEW);
  return section;
}
