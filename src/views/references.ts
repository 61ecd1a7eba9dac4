/** References as readers see them: a short id that links, the entry's name, and the list with its edition. */
import { type Reference, referenceKey } from '../knowledge/reference.ts';
import type { KnownNames } from './names.ts';
import { keyPath } from './paths.ts';

/** An id in a small frame; always a link where there is a page to go to. */
export interface Chip {
  label: string;
  /** The label is a name, not an id. */
  words?: boolean;
  /** The full name, shown beside the id or on hover. */
  name?: string;
  path?: string;
}

export interface ReferenceGroup {
  /** `MITRE ATLAS 2026.09` */
  title: string;
  chips: Chip[];
}

interface List {
  title: string;
  /** Stands before an id that says nothing alone: `LINDDUN L.2.1`. */
  prefix?: string;
  /** The list's ids are not shown to readers; the name stands for the entry. */
  byName?: boolean;
}

const LISTS: Readonly<Record<string, List>> = {
  atlas: { title: 'MITRE ATLAS' },
  'owasp-llm': { title: 'OWASP Top 10 for LLM applications' },
  'owasp-ml': { title: 'OWASP Machine Learning Top 10' },
  'owasp-agentic': { title: 'OWASP Top 10 for agentic applications' },
  stride: { title: 'STRIDE', byName: true },
  'stride-ai': { title: 'STRIDE-AI assets', byName: true },
  'ms-failure-mode': { title: 'Failure modes in machine learning', byName: true },
  linddun: { title: 'LINDDUN', prefix: 'LINDDUN' },
  'linddun-go': { title: 'LINDDUN GO', prefix: 'LINDDUN GO' },
  'nist-ai-rmf': { title: 'NIST AI RMF' },
  'nist-ai-600-1': { title: 'NIST AI 600-1', byName: true },
  'nist-ai-100-2': { title: 'NIST AI 100-2' },
  'eu-ai-act': { title: 'EU AI Act', prefix: 'EU AI Act' },
  'iso-42001': { title: 'ISO/IEC 42001', prefix: 'ISO 42001' },
  'privacy-strategy': { title: 'Privacy strategies', byName: true },
  'owasp-ai-exchange': { title: 'OWASP AI Exchange', byName: true },
  'owasp-aisvs': { title: 'OWASP AISVS', prefix: 'AISVS' },
  'owasp-aivss': { title: 'OWASP AIVSS' },
  'owasp-dsgai': { title: 'OWASP GenAI Data Security' },
  'owasp-api': { title: 'OWASP API Security Top 10' },
  'csa-aicm': { title: 'CSA AI Controls Matrix', prefix: 'AICM' },
  cwe: { title: 'CWE' },
  cve: { title: 'CVE' },
  attack: { title: 'MITRE ATT&CK', prefix: 'ATT&CK' },
  gdpr: { title: 'GDPR', prefix: 'GDPR' },
};
const ORDER = Object.keys(LISTS);

const split = (key: string): { scheme: string; id: string } => {
  const colon = key.indexOf(':');
  return { scheme: key.slice(0, colon), id: key.slice(colon + 1) };
};

/** Rules name the assets of STRIDE-AI; their ids are the names in small letters with hyphens. */
export const strideAiKey = (name: string): string =>
  `stride-ai:${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

/** A reference key, `scheme:id`, as a chip. */
export function referenceChip(key: string, known: KnownNames): Chip {
  const { scheme, id } = split(key);
  const entry = known.entry(key);
  const { prefix, byName } = LISTS[scheme] ?? {};
  const path = keyPath(key);
  const where = path ? { path } : {};
  if (byName) return { label: entry?.name ?? id, words: true, ...where };
  return { label: prefix ? `${prefix} ${id}` : id, ...(entry ? { name: entry.name } : {}), ...where };
}

/** The name of a list without its edition. */
export const listTitle = (scheme: string): string => LISTS[scheme]?.title ?? scheme;

/** A reference as a chip; where the list is only pointed at, with the name that the reference gives. */
export function chipOf(reference: Reference, known: KnownNames): Chip {
  const chip = referenceChip(referenceKey(reference), known);
  if (!reference.name || known.entry(referenceKey(reference))) return chip;
  return chip.words ? { ...chip, label: reference.name } : { ...chip, name: reference.name };
}

/** References under their list's title and edition, lists in a fixed order. */
export function referenceGroups(keys: readonly string[], known: KnownNames): ReferenceGroup[] {
  const bySchemes = Map.groupBy([...new Set(keys)], (key) => split(key).scheme);
  const order = (scheme: string) => (ORDER.includes(scheme) ? ORDER.indexOf(scheme) : ORDER.length);
  return [...bySchemes]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([scheme, list]) => ({
      title: groupTitle(scheme, list, known),
      chips: list.map((key) => referenceChip(key, known)),
    }));
}

function groupTitle(scheme: string, keys: readonly string[], known: KnownNames): string {
  const title = listTitle(scheme);
  const editions = new Set(keys.flatMap((key) => known.entry(key)?.table.provenance.edition ?? []));
  const [edition = ''] = editions;
  // `2026 (v1.0, published 2026-08-03)`: the heading needs the name of the edition only.
  return editions.size === 1 ? `${title} ${edition.replace(/ \(.*$/, '')}` : title;
}
