/** One release of ATLAS as its file states it, the same for both formats. */
import type { Fact } from '../../knowledge/schema/fact.ts';
import type { Place } from '../../source/diagnostic.ts';
import type { AtlasKind, UpstreamField } from './kinds.ts';

/** What is undefined the file does not state; an empty list of relations is stated. */
export type UpstreamRow = { id: string; name: string } & Partial<Pick<Fact, UpstreamField>>;

/** An entry that the file itself marks as gone. */
export interface DeprecatedRow {
  id: string;
  name: string;
  replacedBy: string[];
}

export interface AtlasRelease {
  /** Such as 2026.09. */
  edition: string;
  editionPlace: Place;
  format: 5 | 6;
  /** The newest date that the file states of anything. */
  newest?: string;
  /** By id. */
  rows: Record<AtlasKind, UpstreamRow[]>;
  deprecated: DeprecatedRow[];
}

export const byId = <T extends { id: string }>(a: T, b: T): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
