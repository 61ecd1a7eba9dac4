/** Pagefind, loaded when it is first needed. The index is made at the end of `wardbook build`; elsewhere there is none. */

export interface SearchOptions {
  filters?: Record<string, { any: string[] }>;
  sort?: Record<string, 'asc' | 'desc'>;
}

/** What is known of a result once its fragment is loaded. */
export interface HitData {
  url: string;
  /** HTML with `<mark>` around what was found. */
  excerpt: string;
  meta: Record<string, string>;
}

export interface Hit {
  id: string;
  score: number;
  data(): Promise<HitData>;
}

/** How many results have each value, by filter. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface SearchResponse {
  results: Hit[];
  filters: FilterCounts;
}

export interface Engine {
  options(options: { excerptLength?: number; ranking?: Record<string, unknown> }): Promise<void>;
  /** Loads every filter; only then do responses count their values. */
  filters(): Promise<FilterCounts>;
  /** Null finds everything: for browsing by filters. */
  search(term: string | null, options?: SearchOptions): Promise<SearchResponse>;
}

declare global {
  var wardbookSearch: Engine | undefined;
}

/** Titles and other names say what a page is; the rest of its facts only says where it stands. */
const META_WEIGHTS = {
  title: 6,
  alias: 6,
  ids: 0.5,
  id: 2,
  system: 1,
  target: 1,
  owner: 0.5,
  kind: 0.2,
  edition: 0,
  state: 0,
  severity: 0,
  score: 0,
  effect: 0,
};

let loading: Promise<Engine> | undefined;

/** @throws where the index cannot be loaded */
export function loadEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const script = document.createElement('script');
  script.type = 'module';
  script.src = new URL('engine.js', form?.action ?? location.href).href;
  await new Promise<void>((done, failed) => {
    script.addEventListener('load', () => done());
    script.addEventListener('error', () => failed(new Error('the search index is not there')));
    document.head.append(script);
  });
  const engine = globalThis.wardbookSearch;
  if (!engine) throw new Error('the search index is not there');
  await engine.options({ excerptLength: 24, ranking: { metaWeights: META_WEIGHTS } });
  return engine;
}
