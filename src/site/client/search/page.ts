/** The search page: runs what the address says, draws results by kind and the filters with their counts. */
import { RESULT_KINDS } from '../../../views/search-facts.ts';
import {
  type Engine,
  type FilterCounts,
  loadEngine,
  type SearchOptions,
  type SearchResponse,
} from './engine.ts';
import { chosenIn, drawFacets } from './facets.ts';
import { drawGroup, drawNamed, type Group } from './groups.ts';
import { walkByKeys } from './keys.ts';
import { pagesNamed } from './names.ts';
import { addressFromQuery, FACETS, filtersOf, isEmpty, type Query, queryFromAddress } from './query.ts';

const PAUSE_MS = 160;
/** What a word of the field means comes before what we do about it. */
const REFERENCE: ReadonlySet<string> = new Set(RESULT_KINDS.slice(0, RESULT_KINDS.indexOf('Control')));

interface Parts {
  form: HTMLFormElement;
  box: HTMLInputElement;
  filters: HTMLFormElement;
  results: HTMLElement;
  status: HTMLElement;
  failed: HTMLElement;
  idle: HTMLElement;
}

/** Without words the worst findings come first, all else by its name. */
const sortFor = (query: Query, kind: string): Pick<SearchOptions, 'sort'> =>
  query.term ? {} : { sort: kind === 'Finding' ? { score: 'desc' } : { title: 'asc' } };

async function groupsOf(engine: Engine, query: Query, all: SearchResponse): Promise<Group[]> {
  const kinds = RESULT_KINDS.filter((kind) => (all.filters['kind']?.[kind] ?? 0) > 0);
  const wanted = query.chosen.kind;
  const groups = await Promise.all(
    kinds
      .filter((kind) => !wanted || wanted.includes(kind))
      .map(async (kind) => {
        const filters = { ...filtersOf(query), kind: { any: [kind] } };
        const { results } = await engine.search(query.term || null, { filters, ...sortFor(query, kind) });
        return { kind, hits: results };
      }),
  );
  const best = ({ kind, hits }: Group) =>
    query.term ? (hits[0]?.score ?? 0) * (REFERENCE.has(kind) ? 1.5 : 1) : 0;
  const sorted = groups.filter((g) => g.hits.length > 0).sort((a, b) => best(b) - best(a));
  // Findings are many and short: they would always stand over the entry they are about.
  const [first, second, ...rest] = sorted;
  return first?.kind === 'Finding' && second ? [second, first, ...rest] : sorted;
}

/** Counts of a facet's values leave its own choice out, or one could never choose a second value. */
async function countsOf(engine: Engine, query: Query, all: SearchResponse): Promise<FilterCounts> {
  const pairs = await Promise.all(
    FACETS.map(async (facet) => {
      if (!query.chosen[facet]) return [facet, all.filters[facet] ?? {}] as const;
      const { filters } = await engine.search(query.term || null, { filters: filtersOf(query, facet) });
      return [facet, filters[facet] ?? {}] as const;
    }),
  );
  return Object.fromEntries(pairs);
}

/** Undefined where the index cannot be loaded. */
async function ready(): Promise<Engine | undefined> {
  try {
    const engine = await loadEngine();
    await engine.filters();
    return engine;
  } catch {
    return undefined;
  }
}

async function answerTo(engine: Engine, query: Query) {
  const all = await engine.search(query.term || null, { filters: filtersOf(query) });
  const [groups, counts, named] = await Promise.all([
    isEmpty(query) ? [] : groupsOf(engine, query, all),
    countsOf(engine, query, all),
    // Filters ask for a choice among all that is found; a name alone needs none.
    Object.keys(query.chosen).length > 0 ? [] : pagesNamed(query.term),
  ]);
  const drawn = await Promise.all(groups.map((group) => drawGroup(group, groups.length === 1)));
  return {
    drawn: named.length > 0 ? [drawNamed(named), ...drawn] : drawn,
    counts,
    total: all.results.length,
  };
}

const resultsInWords = (n: number): string =>
  n === 0 ? 'Nothing found' : n === 1 ? '1 result' : `${n} results`;

function connect(parts: Parts): void {
  const { form, box, filters, results, status, failed, idle } = parts;
  let turn = 0;
  let query = queryFromAddress(location.search);

  async function run(): Promise<void> {
    const mine = ++turn;
    const engine = await ready();
    failed.hidden = engine !== undefined;
    if (!engine) {
      idle.hidden = true;
      return;
    }
    const answer = await answerTo(engine, query);
    if (mine !== turn) return;
    drawFacets(filters, answer.counts, query, RESULT_KINDS);
    results.replaceChildren(...answer.drawn);
    idle.hidden = !isEmpty(query);
    status.textContent = isEmpty(query) ? '' : resultsInWords(answer.total);
  }

  function ask(next: Query): void {
    query = next;
    history.replaceState(null, '', `${location.pathname}${addressFromQuery(query)}`);
    void run();
  }

  let timer = 0;
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => ask({ ...query, term: box.value.trim() }), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask({ ...query, term: box.value.trim() });
  });
  filters.addEventListener('change', () => ask({ ...query, chosen: chosenIn(filters) }));
  filters.addEventListener('reset', () => {
    ask({ ...query, chosen: {} });
    box.focus();
  });
  filters.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('popstate', () => {
    query = queryFromAddress(location.search);
    box.value = query.term;
    void run();
  });
  walkByKeys(box, results, () => [...results.querySelectorAll<HTMLElement>('.result-title a')]);
  box.value = query.term;
  if (!query.term) box.focus();
  // On a narrow screen the results come first.
  if (matchMedia('(max-width: 64rem)').matches)
    for (const d of filters.querySelectorAll('details')) d.open = false;
  void run();
}

const find = <E extends HTMLElement>(id: string): E | null => document.getElementById(id) as E | null;
const form = find<HTMLFormElement>('search-form');
const box = find<HTMLInputElement>('search-q');
const filters = find<HTMLFormElement>('search-filters');
const results = find('search-results');
const status = find('search-status');
const failed = find('search-failed');
const idle = find('search-idle');
if (form && box && filters && results && status && failed && idle)
  connect({ form, box, filters, results, status, failed, idle });
