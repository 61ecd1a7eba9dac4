/**
 * Makes Pagefind's files the same bytes for the same site.
 *
 * Pagefind 1.5 writes the values of a filter, and the list of filters, in the order of a hash map, which differs
 * from run to run; their names follow from that. Here both are sorted and named anew by their content. The files
 * are CBOR behind a signature, zipped: `filter/<hash>.pf_filter` holds [name, [[value, pages]…]],
 * `pagefind.<hash>.pf_meta` holds [version, pages, chunks, [[filter, hash]…], sorts, fields], and
 * `pagefind-entry.json` names the meta file of each language.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

export interface IndexFile {
  path: string;
  content: Uint8Array;
}

const SIGNATURE = 'pagefind_dcd';
const FILTER = /^filter\/(.+)\.pf_filter$/;
const META = /^pagefind\.(.+)\.pf_meta$/;
const ENTRY = 'pagefind-entry.json';

type Named = [name: string, ...rest: unknown[]];
type Meta = [
  version: string,
  pages: unknown,
  chunks: unknown,
  filters: [string, string][],
  sorts: Named[],
  ...rest: unknown[],
];

const byName = (a: Named, b: Named): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);

function unpack<T>(file: IndexFile): T {
  const bytes = gunzipSync(file.content);
  if (bytes.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE)
    throw new Error(
      `${file.path} has not the form of Pagefind 1.5: this version of Pagefind is not supported`,
    );
  return decode(bytes.subarray(SIGNATURE.length)) as T;
}

const pack = (value: unknown): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(SIGNATURE), encode(value)]), { level: 9 });

/** `en_` and as many digits as Pagefind gives. */
function hashOf(old: string, value: unknown): string {
  const language = old.slice(0, old.indexOf('_') + 1);
  const digits = old.length - language.length;
  return language + createHash('sha256').update(encode(value)).digest('hex').slice(0, digits);
}

/** The same index in one order, under names that follow from it. */
export function canonical(files: readonly IndexFile[]): IndexFile[] {
  const renamed = new Map<string, string>();
  const filters = files.flatMap((file) => {
    const old = FILTER.exec(file.path)?.[1];
    if (old === undefined) return [];
    const [name, values] = unpack<[string, Named[]]>(file);
    const sorted = [name, values.toSorted(byName)];
    renamed.set(old, hashOf(old, sorted));
    return [{ path: `filter/${renamed.get(old)}.pf_filter`, content: pack(sorted) }];
  });
  const metas = files.flatMap((file) => {
    const old = META.exec(file.path)?.[1];
    if (old === undefined) return [];
    const [version, pages, chunks, list, sorts, ...rest] = unpack<Meta>(file);
    const named = list
      .map(([name, hash]): [string, string] => [name, renamed.get(hash) ?? hash])
      .toSorted(byName);
    const sorted = [version, pages, chunks, named, sorts.toSorted(byName), ...rest];
    renamed.set(old, hashOf(old, sorted));
    return [{ path: `pagefind.${renamed.get(old)}.pf_meta`, content: pack(sorted) }];
  });
  const others = files
    .filter(({ path }) => !FILTER.test(path) && !META.test(path))
    .map((file) => (file.path === ENTRY ? { path: ENTRY, content: entryWith(file, renamed) } : file));
  return [...others, ...filters, ...metas].sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Entry {
  languages: Record<string, { hash: string }>;
}

function entryWith(file: IndexFile, renamed: ReadonlyMap<string, string>): Uint8Array {
  const entry = JSON.parse(new TextDecoder().decode(file.content)) as Entry;
  const languages = Object.entries(entry.languages)
    .map(
      ([language, facts]) => [language, { ...facts, hash: renamed.get(facts.hash) ?? facts.hash }] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return new TextEncoder().encode(JSON.stringify({ ...entry, languages: Object.fromEntries(languages) }));
}
