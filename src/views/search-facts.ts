/** What the search knows about a page beside its text: filters, what a result shows, other names, sort keys. */

import type { Model } from '../model/model.ts';
import { sentence } from './labels.ts';
import type { System } from './system.ts';

/** The kinds of result, in the order in which the search shows them. */
export const RESULT_KINDS = [
  'Technique',
  'Tactic',
  'Mitigation',
  'Case study',
  'OWASP entry',
  'STRIDE',
  'Privacy threat',
  'Failure mode',
  'NIST AI RMF',
  'Governance',
  'Control',
  'Tool',
  'Rule',
  'Kind of element',
  'System',
  'Finding',
  'Page',
] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

export interface SearchFacts {
  kind: ResultKind;
  /** Filter values by filter. */
  filters?: Readonly<Record<string, readonly string[]>>;
  /** What a result shows under its title. */
  meta?: Readonly<Record<string, string>>;
  /** Other names and short ids, found but not shown. */
  aliases?: readonly string[];
  /** 0–10, of findings only. */
  score?: number;
}

/** Every page and record has the same sort keys: Pagefind drops those without. */
export const sortKeys = (title: string, score = 0): Record<string, string> => ({
  title,
  score: score.toFixed(2).padStart(5, '0'),
});

/** Frameworks by the scheme of a reference, as the search's filter names them. */
export const FRAMEWORKS: Readonly<Record<string, string>> = {
  atlas: 'ATLAS',
  'owasp-llm': 'OWASP LLM',
  'owasp-ml': 'OWASP ML',
  'owasp-agentic': 'OWASP Agentic',
  stride: 'STRIDE',
  'stride-ai': 'STRIDE-AI',
  'ms-failure-mode': 'Failure modes',
  linddun: 'LINDDUN',
  'linddun-go': 'LINDDUN',
  'nist-ai-rmf': 'NIST AI RMF',
  'nist-ai-600-1': 'NIST AI 600-1',
  'nist-ai-100-2': 'NIST AI 100-2',
  'eu-ai-act': 'EU AI Act',
  'iso-42001': 'ISO/IEC 42001',
  'privacy-strategy': 'LINDDUN',
};

/** Each framework of some reference keys once. */
export const frameworksOf = (keys: readonly string[]): string[] => [
  ...new Set(keys.flatMap((key) => FRAMEWORKS[key.slice(0, key.indexOf(':'))] ?? [])),
];

/** Ids as people type them: `AML.T0051.001` is also T0051.001, `LLM01:2026` also LLM01, `MEASURE 2.7` also MEASURE-2.7. */
export function shortIds(id: string): string[] {
  const short = [id.replace(/^AML\./, ''), id.replace(/:.*$/, ''), id.replace(' ', '-')];
  return [...new Set(short)].filter((s) => s !== id && s !== '');
}

/** The kind of AI in the words that ATLAS uses for its platforms. */
const PLATFORM_NAMES: Readonly<Record<NonNullable<Model['platform']>, string>> = {
  predictive: 'Predictive AI',
  generative: 'Generative AI',
  agentic: 'Agentic AI',
};

/** The filters that a system gives to its pages and findings. */
export const aboutModel = ({ platform, lifecycle }: Model): Record<string, string[]> => ({
  ...(platform ? { platform: [PLATFORM_NAMES[platform]] } : {}),
  ...(lifecycle.length > 0 ? { lifecycle: lifecycle.map(sentence) } : {}),
});

/** Facts of a system's pages. The register stays out of the index: each of its findings is a record of its own. */
export const systemFacts = ({ model }: Pick<System, 'model'>): SearchFacts => ({
  kind: 'System',
  filters: {
    system: [model.name],
    ...(model.owner ? { owner: [model.owner] } : {}),
    ...aboutModel(model),
  },
  ...(model.owner ? { meta: { owner: model.owner } } : {}),
  aliases: [model.id, ...model.tags],
});
