/** What a search means by its name alone: ids, old ids, names and synonyms, looked up before words are weighed. */
import { type NamedPage, namedPages } from '../../../views/search-names.ts';
import type { HitData } from './engine.ts';

let loading: Promise<NamedPage[]> | undefined;

/** The pages that exactly this term names, best first; none where the list cannot be loaded. */
export async function pagesNamed(term: string): Promise<NamedPage[]> {
  loading ??= load();
  return namedPages(term, await loading);
}

/** The same as a result of the search. */
export const hitOf = ({ title, kind, url, id, detail }: NamedPage): HitData => ({
  url,
  excerpt: '',
  meta: { title, kind, ...(id ? { id } : {}), ...(detail ? { edition: detail } : {}) },
});

/** Lets a result pass that is not shown already. */
export const unnamed =
  (named: readonly NamedPage[]) =>
  ({ url }: HitData): boolean =>
    !named.some((page) => page.url === url);

async function load(): Promise<NamedPage[]> {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  try {
    const response = await fetch(new URL('names.json', form?.action ?? location.href));
    return response.ok ? ((await response.json()) as NamedPage[]) : [];
  } catch {
    loading = undefined;
    return [];
  }
}
