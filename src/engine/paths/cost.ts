/**
 * What a step of an attack path costs the attacker. A convention of Wardbook, not a probability.
 *
 * backed by an open or partly mitigated finding: 11 − residual score (0–10), so 1 for a 10 and 11 for a 0;
 *   one more where the finding names no ATLAS technique: of two equal ones, the one that says how comes first
 * ordinary use, nothing open on the flow or on what it reaches: 13, more than any backed step. An attacker's
 *   content goes wherever the flow goes, so such a step is possible along a flow, but never the last one
 * a step whose tactic stands before that of an earlier step in the ATLAS matrix: 2 more
 *
 * The cost of a path is the sum over its steps; the cheapest path comes first.
 */

export const ORDINARY_USE = 13;
export const BACKWARD = 2;
const NO_TECHNIQUE = 1;
/** Of a finding's techniques the first named is preferred where nothing else decides. */
const TIE = 0.001;

/**
 * @param residual the adjusted residual score, 0–10
 * @param technique the place of the technique among those of the finding; undefined where it names none
 */
export const costOfStep = (residual: number, technique: number | undefined): number =>
  11 - residual + (technique === undefined ? NO_TECHNIQUE : technique * TIE);

/** Without the tie-breaker, for printing. */
export const shownCost = (cost: number): number => Math.round(cost * 10) / 10;
