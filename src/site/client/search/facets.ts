/** The filters of the search page: real checkboxes and lists, with how many results each value has. */
import type { FilterCounts } from './engine.ts';
import { FACETS, type Facet, type Query } from './query.ts';
import { element } from './result.ts';

const LABELS: Readonly<Record<Facet, string>> = {
  kind: 'Kind',
  severity: 'Severity',
  state: 'State',
  framework: 'Framework',
  tactic: 'Tactic',
  platform: 'Platform',
  maturity: 'Maturity',
  lifecycle: 'Life cycle',
  system: 'System',
  owner: 'Owner',
};
/** Many values, of which one is usually wanted: a list to choose from. */
const LISTS: readonly Facet[] = ['tactic', 'system', 'owner'];
const ORDERS: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  severity: ['critical', 'high', 'medium', 'low', 'info'],
  maturity: ['Realized', 'Demonstrated', 'Feasible'],
  lifecycle: ['Data', 'Training', 'Evaluation', 'Serving', 'Monitoring', 'Retirement'],
  state: [
    'open',
    'partly mitigated',
    'waiting for an answer',
    'accepted',
    'transferred',
    'avoided',
    'not applicable',
    'mitigated',
  ],
};

interface Choice {
  value: string;
  count: number;
  chosen: boolean;
}

/** Values with a result, and chosen ones even without. */
function choicesOf(
  facet: Facet,
  counts: Record<string, number>,
  query: Query,
  kinds: readonly string[],
): Choice[] {
  const chosen = query.chosen[facet] ?? [];
  const order = facet === 'kind' ? kinds : ORDERS[facet];
  const place = (value: string) => {
    const at = order?.indexOf(value) ?? -1;
    return at < 0 ? 99 : at;
  };
  return [...new Set([...Object.keys(counts), ...chosen])]
    .map((value) => ({ value, count: counts[value] ?? 0, chosen: chosen.includes(value) }))
    .filter((c) => c.count > 0 || c.chosen)
    .sort((a, b) => place(a.value) - place(b.value) || a.value.localeCompare(b.value, 'en'));
}

function pills(facet: Facet, choices: readonly Choice[]): HTMLElement {
  const boxes = choices.map(({ value, count, chosen }) => {
    const box = element('input', { class: 'visually-hidden', type: 'checkbox', name: facet, value });
    box.checked = chosen;
    return element('label', { class: 'pill' }, box, value, ' ', element('small', {}, String(count)));
  });
  return element(
    'fieldset',
    {},
    element('legend', {}, LABELS[facet]),
    element('div', { class: 'choices' }, ...boxes),
  );
}

function select(facet: Facet, choices: readonly Choice[]): HTMLElement {
  const list = element('select', { name: facet }, element('option', { value: '' }, 'all'));
  for (const { value, count, chosen } of choices) {
    const option = element('option', { value }, `${value} · ${count}`);
    option.selected = chosen;
    list.append(option);
  }
  return element('label', {}, element('span', { class: 'legend-text' }, LABELS[facet]), list);
}

/** Draws the filters anew; the one that has the focus gets it back. */
export function drawFacets(
  form: HTMLFormElement,
  counts: FilterCounts,
  query: Query,
  kinds: readonly string[],
): void {
  const at = document.activeElement;
  const focused = at instanceof HTMLElement && form.contains(at) ? at : undefined;
  const key = focused && `${focused.getAttribute('name')} ${focused.getAttribute('value')}`;
  const groups = FACETS.flatMap((facet) => {
    const choices = choicesOf(facet, counts[facet] ?? {}, query, kinds);
    if (choices.length === 0) return [];
    return [LISTS.includes(facet) ? select(facet, choices) : pills(facet, choices)];
  });
  const holder = form.querySelector('details');
  if (!holder) return;
  for (const old of holder.querySelectorAll(':scope > :not(summary)')) old.remove();
  holder.append(...groups);
  form.hidden = groups.length === 0;
  if (Object.keys(query.chosen).length > 0)
    holder.append(
      element('div', {}, element('button', { class: 'pill', type: 'reset' }, 'Clear all filters')),
    );
  for (const field of form.querySelectorAll<HTMLElement>('input, select'))
    if (key === `${field.getAttribute('name')} ${field.getAttribute('value')}`) field.focus();
}

/** What the form says now. */
export function chosenIn(form: HTMLFormElement): Query['chosen'] {
  const chosen: Partial<Record<Facet, string[]>> = {};
  const data = new FormData(form);
  for (const facet of FACETS) {
    const values = data.getAll(facet).filter((v): v is string => typeof v === 'string' && v !== '');
    if (values.length > 0) chosen[facet] = values;
  }
  return chosen;
}
