/** What a filter form says, in the address and against one item; no DOM, so that it can be tested. */

/** Chosen values by facet; `q` holds the words to look for. A facet with no value lets everything pass. */
export type FilterState = ReadonlyMap<string, readonly string[]>;

/** Reads the facets a page knows from its address; other parameters are not ours. */
export function stateFromQuery(query: string, facets: readonly string[]): FilterState {
  const params = new URLSearchParams(query);
  return new Map(
    facets.flatMap((facet) => {
      const values = params
        .getAll(facet)
        .flatMap((v) => (facet === 'q' ? [v] : v.split(',')))
        .filter((v) => v !== '');
      return values.length > 0 ? [[facet, values] as const] : [];
    }),
  );
}

/** The address' query for a state: `?state=open,asked&q=gpu`, empty where nothing is chosen. */
export function queryFromState(state: FilterState): string {
  const parts = [...state]
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]) => `${encodeURIComponent(facet)}=${values.map(encodeURIComponent).join(',')}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** An item's values by facet, each a list with spaces between, as `data-` attributes hold them. */
export type ItemValues = Readonly<Record<string, string | undefined>>;

/** Within a facet one value is enough; between facets all must agree. Of the words in `q` all must occur. */
export function passes(state: FilterState, item: ItemValues, text: string): boolean {
  for (const [facet, wanted] of state) {
    if (facet === 'q') {
      const words = wanted.join(' ').toLowerCase().split(/\s+/).filter(Boolean);
      if (!words.every((word) => text.includes(word))) return false;
    } else {
      const has = (item[facet] ?? '').split(' ');
      if (!wanted.some((value) => has.includes(value))) return false;
    }
  }
  return true;
}
