/** Counts over findings: the one place where they are counted. */
import { STRIDE_CATEGORIES } from '../model/vocabulary.ts';
import { type Finding, type Question, SEVERITIES, STATES, type Summary } from './analysis.ts';

const zeros = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((k) => [k, 0])) as Record<K, number>;

export const isOpen = (finding: Pick<Finding, 'state'>): boolean =>
  finding.state === 'open' || finding.state === 'partly-mitigated';

export function summaryOf(findings: readonly Finding[]): Summary {
  const summary: Summary = {
    total: findings.length,
    aiSpecific: 0,
    byStride: zeros(STRIDE_CATEGORIES),
    byState: zeros(STATES),
    openBySeverity: zeros(SEVERITIES),
    questions: countQuestions(findings),
    folded: 0,
  };
  for (const finding of findings) {
    if (finding.ai) summary.aiSpecific++;
    for (const category of finding.stride) summary.byStride[category]++;
    summary.byState[finding.state]++;
    if (isOpen(finding)) summary.openBySeverity[finding.severity]++;
    summary.folded += finding.folds.length;
  }
  return summary;
}

/** As many as `questionsOf` lists. Findings share the records of most questions, which spares most of the keys. */
function countQuestions(findings: readonly Finding[]): number {
  const records = new Set<Question>();
  for (const { state, questions } of findings)
    if (state === 'asked') for (const question of questions) records.add(question);
  const keys = new Set<string>();
  for (const question of records) keys.add(keyOf(question));
  return keys.size;
}

const keyOf = ({ about, text }: Question): string => `${about}\n${text}`;

export interface OpenQuestion {
  text: string;
  about: string;
  at?: readonly [number, number];
  /** Ids of the findings that the answer decides. */
  decides: string[];
}

/** The different questions of findings that wait for an answer; the one that decides most first. */
export function questionsOf(findings: readonly Finding[]): OpenQuestion[] {
  const byAbout = new Map<string, OpenQuestion>();
  for (const finding of findings) {
    if (finding.state !== 'asked') continue;
    for (const question of finding.questions) {
      const { text, about, at } = question;
      const key = keyOf(question);
      const known = byAbout.get(key);
      if (known) known.decides.push(finding.id);
      else byAbout.set(key, { text, about, ...(at ? { at } : {}), decides: [finding.id] });
    }
  }
  return [...byAbout.values()].sort(
    (a, b) => b.decides.length - a.decides.length || (a.about < b.about ? -1 : 1),
  );
}
