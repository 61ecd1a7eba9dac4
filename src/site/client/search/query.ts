/** What is searched for, in the address and as Pagefind wants it; no DOM, so that it can be tested. */
import type { SearchOptions } from './engine.ts';

export const FACETS = [
  'kind',
  'severity',
  'state',
  'framework',
  'tactic',
  'platform',
  'maturity',
  'lifecycle',
  'system',
  'owner',
] as const;
export type Facet = (typeof FACETS)[number];

export interface Query {
  term: string;
  /** Chosen values; a facet with none lets everything pass. */
  chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
}

export function queryFromAddress(search: string): Query {
  const params = new URLSearchParams(search);
  const chosen: Partial<Record<Facet, string[]>> = {};
  for (const facet of FACETS) {
    const values = [...new Set(params.getAll(facet))].filter((v) => v !== '');
    if (values.length > 0) chosen[facet] = values;
  }
  return { term: (params.get('q') ?? '').trim(), chosen };
}

/** `?q=jailbreak&kind=Rule&kind=Control`, empty where nothing is asked. */
export function addressFromQuery({ term, chosen }: Query): string {
  const params = new URLSearchParams();
  if (term) params.append('q', term);
  for (const facet of FACETS) for (const value of chosen[facet] ?? []) params.append(facet, value);
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** Within a facet one value is enough, between facets all must agree. @param except a facet to leave out, to count its values */
export function filtersOf({ chosen }: Query, except?: Facet): NonNullable<SearchOptions['filters']> {
  return Object.fromEntries(
    FACETS.flatMap((facet) => {
      const values = facet === except ? [] : (chosen[facet] ?? []);
      return values.length > 0 ? [[facet, { any: [...values] }] as const] : [];
    }),
  );
}

export const isEmpty = ({ term, chosen }: Query): boolean => term === '' && Object.keys(chosen).length === 0;
