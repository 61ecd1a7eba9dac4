/** The lists that entries belong to: what one is called, where its index is, how the search names it. */
import type { Entry } from '../../knowledge/knowledge.ts';
import {
  ATLAS,
  EU_AI_ACT,
  ISO_42001,
  LINDDUN,
  NIST,
  NIST_100_2,
  NIST_600_1,
  OWASP,
  STRIDE,
} from '../paths.ts';
import type { ResultKind } from '../search-facts.ts';
import type { Crumb } from '../system.ts';

export interface ListInfo {
  /** `ATLAS technique` */
  label: string;
  /** The section of the header. */
  section: 'atlas' | 'owasp' | 'privacy' | 'stride' | 'nist';
  crumb: Crumb;
  result: ResultKind;
  /** What entries under it are called: `Sub-techniques`. */
  below: string;
}

const atlas = { section: 'atlas', crumb: { label: 'ATLAS', path: ATLAS } } as const;
const owasp = {
  section: 'owasp',
  crumb: { label: 'OWASP', path: OWASP },
  result: 'OWASP entry',
  below: 'Parts',
} as const;
const stride = { section: 'stride', crumb: { label: 'STRIDE', path: STRIDE }, below: 'Parts' } as const;
const privacy = {
  section: 'privacy',
  crumb: { label: 'LINDDUN', path: LINDDUN },
  result: 'Privacy threat',
  below: 'Nodes under it',
} as const;
const nist = { section: 'nist', crumb: { label: 'NIST AI RMF', path: NIST }, result: 'NIST AI RMF' } as const;
const governance = (label: string, path: string) =>
  ({ section: 'nist', crumb: { label, path }, result: 'Governance', below: 'Parts' }) as const;
const genai = governance('NIST AI 600-1', NIST_600_1);
const taxonomy = governance('NIST AI 100-2', NIST_100_2);
const act = governance('EU AI Act', EU_AI_ACT);
const iso = governance('ISO/IEC 42001', ISO_42001);

const LISTS: Readonly<Record<string, ListInfo>> = {
  'atlas tactic': { ...atlas, label: 'ATLAS tactic', result: 'Tactic', below: 'Techniques' },
  'atlas technique': { ...atlas, label: 'ATLAS technique', result: 'Technique', below: 'Sub-techniques' },
  'atlas mitigation': {
    ...atlas,
    label: 'ATLAS mitigation',
    result: 'Mitigation',
    below: 'Techniques it covers',
  },
  'atlas case-study': { ...atlas, label: 'ATLAS case study', result: 'Case study', below: 'Parts' },
  'owasp-llm list-item': { ...owasp, label: 'OWASP LLM Top 10' },
  'owasp-ml list-item': { ...owasp, label: 'OWASP Machine Learning Top 10' },
  'owasp-agentic list-item': { ...owasp, label: 'OWASP agentic list' },
  'stride category': { ...stride, label: 'STRIDE category', result: 'STRIDE' },
  'stride-ai asset': { ...stride, label: 'STRIDE-AI asset', result: 'STRIDE' },
  'ms-failure-mode failure-mode': {
    ...stride,
    label: 'Failure mode in machine learning',
    result: 'Failure mode',
  },
  'linddun threat-type': { ...privacy, label: 'LINDDUN threat type' },
  'linddun tree-node': { ...privacy, label: 'LINDDUN tree node' },
  'linddun-go card': { ...privacy, label: 'LINDDUN GO card' },
  'privacy-strategy strategy': { ...privacy, label: 'Privacy strategy', below: 'Threat types it counters' },
  'nist-ai-600-1 risk': { ...genai, label: 'NIST AI 600-1 risk' },
  'nist-ai-100-2 objective': { ...taxonomy, label: 'NIST AI 100-2 objective', below: 'Attacks' },
  'nist-ai-100-2 attack': { ...taxonomy, label: 'NIST AI 100-2 attack' },
  'eu-ai-act article': { ...act, label: 'EU AI Act' },
  'iso-42001 clause': { ...iso, label: 'ISO/IEC 42001 Annex A', below: 'Controls of the group' },
  'nist-ai-rmf function': { ...nist, label: 'NIST AI RMF function', below: 'Categories' },
  'nist-ai-rmf category': { ...nist, label: 'NIST AI RMF category', below: 'Subcategories' },
  'nist-ai-rmf subcategory': { ...nist, label: 'NIST AI RMF subcategory', below: 'Parts' },
};

const OTHER: ListInfo = { ...stride, label: 'Entry', result: 'Page' };

export const listOf = (entry: Pick<Entry, 'scheme' | 'kind'>): ListInfo =>
  LISTS[`${entry.scheme} ${entry.kind}`] ?? OTHER;
