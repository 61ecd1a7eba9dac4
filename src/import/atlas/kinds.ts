/** The four tables of ATLAS: their files, the shapes of their ids, and the facts that a release states of each. */
import type { Fact } from '../../knowledge/schema/fact.ts';

/** In the order in which changes are listed. */
export const ATLAS_KINDS = ['technique', 'tactic', 'mitigation', 'case-study'] as const;
export type AtlasKind = (typeof ATLAS_KINDS)[number];

interface KindInfo {
  /** The file inside `content/`. */
  file: string;
  plural: string;
  shape: RegExp;
  /** Where its page stands at atlas.mitre.org. */
  folder: string;
}

export const KIND_INFO: Readonly<Record<AtlasKind, KindInfo>> = {
  technique: {
    file: 'atlas/techniques.yaml',
    plural: 'techniques',
    shape: /^AML\.T\d{4}(\.\d{3})?$/,
    folder: 'techniques',
  },
  tactic: { file: 'atlas/tactics.yaml', plural: 'tactics', shape: /^AML\.TA\d{4}$/, folder: 'tactics' },
  mitigation: {
    file: 'atlas/mitigations.yaml',
    plural: 'mitigations',
    shape: /^AML\.M\d{4}$/,
    folder: 'mitigations',
  },
  'case-study': {
    file: 'atlas/case-studies.yaml',
    plural: 'case studies',
    shape: /^AML\.CS\d{4}$/,
    folder: 'studies',
  },
};

export const entryUrl = (kind: AtlasKind, id: string): string =>
  `https://atlas.mitre.org/${KIND_INFO[kind].folder}/${id}`;

/** What a release may state of an entry beyond its id and name; all else in a row is ours. */
export const UPSTREAM_FIELDS = {
  technique: ['parent', 'tactics', 'maturity', 'platforms', 'attack', 'created', 'modified'],
  tactic: ['order', 'attack', 'created', 'modified'],
  mitigation: ['category', 'lifecycle', 'attack', 'techniques', 'created', 'modified'],
  'case-study': ['incident', 'date', 'target', 'actor', 'reporter', 'ordered', 'procedure', 'references'],
} as const satisfies Readonly<Record<AtlasKind, readonly (keyof Fact)[]>>;
export type UpstreamField = (typeof UPSTREAM_FIELDS)[AtlasKind][number];
