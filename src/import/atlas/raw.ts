/** An entry on its way from either format into the one shape, with the places of all that has to be checked. */
import type { Path } from '../../source/path.ts';
import type { AtlasKind } from './kinds.ts';
import type { UpstreamRow } from './release.ts';

export interface RawEntry {
  kind: AtlasKind;
  /** Where the entry stands. */
  path: Path;
  /** Where its id stands. */
  idPath: Path;
  row: UpstreamRow;
  /** Texts that would be carried, to be searched for hidden characters. */
  texts: { text: string; path: Path }[];
  /** Ids of other entries that it names. */
  relations: Relation[];
  /** Set where the file marks the entry as gone. */
  goneTo?: string[];
}

export interface Relation {
  to: AtlasKind;
  id: string;
  path: Path;
}

/** Null is what upstream writes for nothing. */
type Loose<T> = { [K in keyof T]?: T[K] | null | undefined };

/** A row of what is stated: undefined, null and empty texts are not. */
export function rowOf(
  id: string,
  name: string,
  stated: Loose<Omit<UpstreamRow, 'id' | 'name'>>,
): UpstreamRow {
  const said = Object.entries(stated).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return { id, name, ...Object.fromEntries(said) };
}

/** The texts under some keys of a value, lists taken apart. */
export function textsAt(value: object, path: Path, keys: readonly string[]): RawEntry['texts'] {
  return Object.entries(value)
    .filter(([key]) => keys.includes(key))
    .flatMap(([key, found]: [string, unknown]) => {
      if (typeof found === 'string') return [{ text: found, path: [...path, key] }];
      if (!Array.isArray(found)) return [];
      return found.flatMap((text: unknown, i) =>
        typeof text === 'string' ? [{ text, path: [...path, key, i] }] : [],
      );
    });
}

interface Deprecation {
  deprecated?: boolean | null | undefined;
  revoked?: boolean | null | undefined;
  'replaced-by'?: string[] | undefined;
  'revoked-by'?: string[] | undefined;
}

/** Where an entry that is marked as gone went; empty where it does not say. */
export function goneTo(entry: Deprecation): Pick<RawEntry, 'goneTo'> {
  const to = entry['replaced-by'] ?? entry['revoked-by'];
  return to || entry.deprecated || entry.revoked ? { goneTo: to ?? [] } : {};
}

/** Addresses that a page may link to; others (`javascript:`, broken ones) are left out. */
export function webAddresses(links: readonly { url?: string | null | undefined }[]): string[] {
  const urls = links.flatMap(({ url }) => url?.trim() ?? []);
  const isWeb = (url: string) => /^https?:\/\//.test(url) && URL.canParse(url);
  return [...new Set(urls.filter(isWeb))];
}

export const sortedIds = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
