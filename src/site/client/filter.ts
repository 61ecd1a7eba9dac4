/**
 * Filters a list in the page and keeps the choice in the address.
 *
 * `<form data-filter="list-id">` holds inputs and selects named by facet, and `q` for words. The list's items
 * carry `data-item` and `data-<facet>="value value"`; `data-text` adds words to what `q` looks through. A
 * `data-group` with no item left is hidden; `data-count` in it and the form's `output` say how many are left.
 */
import { type FilterState, type ItemValues, passes, queryFromState, stateFromQuery } from './filter-state.ts';

interface Item {
  element: HTMLElement;
  values: ItemValues;
  text: string;
}

function facetsOf(form: HTMLFormElement): string[] {
  const names = [...form.elements].map((e) => e.getAttribute('name') ?? '');
  return [...new Set(names)].filter((name) => name !== '');
}

function stateOf(form: HTMLFormElement): FilterState {
  const state = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    state.set(name, [...(state.get(name) ?? []), value.trim()]);
  }
  return state;
}

function fill(form: HTMLFormElement, state: FilterState): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = state.get(field.name)?.includes(field.value) ?? false;
    else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = state.get(field.name)?.[0] ?? '';
  }
}

function itemsOf(list: Element): Item[] {
  return [...list.querySelectorAll<HTMLElement>('[data-item]')].map((element) => {
    const shown = (element.querySelector('summary') ?? element).textContent;
    return { element, values: element.dataset, text: `${element.dataset.text ?? ''} ${shown}`.toLowerCase() };
  });
}

function show(form: HTMLFormElement, list: Element, items: readonly Item[], state: FilterState): void {
  let left = 0;
  for (const { element, values, text } of items) {
    element.hidden = !passes(state, values, text);
    if (!element.hidden) left++;
  }
  for (const group of list.querySelectorAll<HTMLElement>('[data-group]')) {
    const shown = group.querySelectorAll('[data-item]:not([hidden])').length;
    group.hidden = shown === 0;
    const count = group.querySelector('[data-count]');
    if (count) count.textContent = String(shown);
  }
  const output = form.querySelector('output');
  if (output) output.textContent = left === items.length ? `${left}` : `${left} of ${items.length}`;
  const nothing = list.querySelector<HTMLElement>('[data-nothing]');
  if (nothing) nothing.hidden = left > 0;
  const clear = form.querySelector<HTMLElement>('[type="reset"]');
  if (clear) clear.hidden = state.size === 0;
}

function connect(form: HTMLFormElement): void {
  const list = document.getElementById(form.dataset.filter ?? '');
  if (!list) return;
  const facets = facetsOf(form);
  const items = itemsOf(list);
  const fromAddress = () => {
    const state = stateFromQuery(location.search, facets);
    fill(form, state);
    show(form, list, items, state);
  };
  const fromForm = () => {
    const state = stateOf(form);
    history.replaceState(null, '', `${location.pathname}${queryFromState(state)}`);
    show(form, list, items, state);
  };
  form.addEventListener('input', fromForm);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are emptied after the event.
  form.addEventListener('reset', () => setTimeout(fromForm));
  window.addEventListener('popstate', fromAddress);
  fromAddress();
}

// On a narrow screen the list comes first: the choices unfold on demand.
if (matchMedia('(max-width: 64rem)').matches)
  for (const choices of document.querySelectorAll<HTMLDetailsElement>('details.choose')) choices.open = false;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) connect(form);
