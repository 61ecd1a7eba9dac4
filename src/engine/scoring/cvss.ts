/** The CVSS 4.0 score of a vector that people gave an own threat, worked out by a library. */
import calculator from 'ae-cvss-calculator';
import type { Cvss } from '../analysis.ts';

/** @param vector one that the model's grammar let through */
export function cvssOf(vector: string): Cvss {
  const cvss = new calculator.Cvss4P0(vector);
  const score = cvss.calculateScores().overall;
  return { vector, score, severity: severityOf(score), nomenclature: cvss.getNomenclature() };
}

/** The qualitative scale of the specification (FIRST, CVSS v4.0, section 6). */
function severityOf(score: number): Cvss['severity'] {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'none';
}
