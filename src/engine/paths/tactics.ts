/** ATLAS techniques of a finding with their tactics, and the order of tactics in the matrix. */
import type { Entry, Knowledge } from '../../knowledge/knowledge.ts';
import { parseReference, referenceKey } from '../../knowledge/reference.ts';

/** A technique under one of its tactics. */
export interface Practice {
  /** `atlas:AML.T0051` */
  technique: string;
  /** `atlas:AML.TA0005`; left out where ATLAS gives the technique none. */
  tactic?: string;
  /** The place of the tactic in the matrix, from 1; 0 without one. */
  rank: number;
  /** The place of the technique among those named. */
  index: number;
}

/** The place of a tactic in the matrix, from 1; 0 for what is no tactic. */
export const rankOfTactic = (key: string, knowledge: Knowledge): number => {
  const entry = knowledge.entry(key);
  return entry?.kind === 'tactic' ? (entry.fact.order ?? 0) : 0;
};

/** How many ranks there are. */
export const rankCount = (knowledge: Knowledge): number =>
  Math.max(0, ...knowledge.entries.flatMap((e) => (e.kind === 'tactic' ? (e.fact.order ?? 0) : [])));

const techniqueOf = (key: string, knowledge: Knowledge): Entry | undefined => {
  const entry = knowledge.entry(key);
  return entry?.scheme === 'atlas' && entry.kind === 'technique' ? entry : undefined;
};

/** Tactics of a technique as keys, in matrix order. */
export const tacticsOf = (technique: string, knowledge: Knowledge): string[] =>
  (techniqueOf(technique, knowledge)?.fact.tactics ?? [])
    .map((id) => `atlas:${id}`)
    .sort((a, b) => rankOfTactic(a, knowledge) - rankOfTactic(b, knowledge));

/** Every technique among some reference keys, once for each of its tactics. */
export function practicesOf(refs: readonly string[], knowledge: Knowledge): Practice[] {
  const techniques = refs.filter((key) => techniqueOf(key, knowledge) !== undefined);
  return techniques.flatMap((technique, index): Practice[] => {
    const tactics = tacticsOf(technique, knowledge);
    if (tactics.length === 0) return [{ technique, rank: 0, index }];
    return tactics.map((tactic) => ({ technique, tactic, rank: rankOfTactic(tactic, knowledge), index }));
  });
}

/** `atlas:AML.T0051 (LLM Prompt Injection)` → `atlas:AML.T0051`; undefined for what is no reference. */
export function keyOf(text: string | undefined): string | undefined {
  const reference = text === undefined ? undefined : parseReference(text);
  return reference ? referenceKey(reference) : undefined;
}
