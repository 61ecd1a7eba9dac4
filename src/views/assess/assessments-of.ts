/** The assessments of a system, made once for each analysis: several pages show them. */
import type { Analysis } from '../../engine/analysis.ts';
import { assess } from '../../engine/assess/assess.ts';
import type { Assessments } from '../../engine/assess/assessments.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import type { System } from '../system.ts';

/** What assessments are made from beside the system. */
export type AssessSite = Pick<KnowledgeSite, 'knowledge' | 'catalogue'>;

const made = new WeakMap<Analysis, Assessments>();

export function assessmentsOf(
  { model, analysis }: System,
  { knowledge, catalogue }: AssessSite,
): Assessments {
  const known = made.get(analysis);
  if (known) return known;
  const assessments = assess(model, knowledge, catalogue, analysis);
  made.set(analysis, assessments);
  return assessments;
}
