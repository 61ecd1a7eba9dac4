/** Misuse: nobody breaks in, somebody uses the system as it is to harm others. */
import { referenceKeys } from '../../knowledge/reference.ts';
import { isSystemRule } from '../rule/catalogue.ts';
import type { Rule } from '../rule/schema.ts';
import type { MisuseAssessment, MisuseVector } from './assessments.ts';
import { standingOf, totalsOf, without } from './standing.ts';
import type { Subject } from './subject.ts';
import { count } from './words.ts';

/**
 * A rule about the whole system is one about misuse where it refers to the harms that outsiders suffer (ATLAS
 * External Harms), to misuse violations of NIST AI 100-2, or to harmful content of NIST AI 600-1.
 */
const MISUSE: readonly RegExp[] = [
  /^atlas:AML\.T0048(\.|$)/,
  /^nist-ai-100-2:NISTAML\.0(4|18)$/,
  /^nist-ai-600-1:(cbrn|dangerous|obscene|information-integrity)/,
];

export const isMisuse = (rule: Rule): boolean =>
  isSystemRule(rule) &&
  !rule.deprecated &&
  referenceKeys(rule.refs).some((key) => MISUSE.some((m) => m.test(key)));

export function misuse({ catalogue, analysis, model }: Subject): MisuseAssessment {
  const vectors = catalogue.rules.filter(isMisuse).map((rule): MisuseVector => {
    const findings = analysis.findings.filter((f) => f.origin === 'rule' && f.rule === rule.id);
    return {
      rule: rule.id,
      title: findings[0]?.title ?? rule.title.replaceAll('{system}', model.name),
      ...(standingOf(findings) ??
        without(
          'not-applicable',
          'What the model states of the system’s kind and of who reaches it rules it out.',
        )),
    };
  });
  const concerned = vectors.filter((v) => v.findings.length > 0).length;
  const why =
    vectors.length === 0
      ? 'No rule of the catalogue is about misuse.'
      : `${count(vectors.length, 'rule')} of the catalogue ${vectors.length === 1 ? 'is' : 'are'} about misuse of a whole system; ${concerned} ${concerned === 1 ? 'concerns' : 'concern'} this one.`;
  return { why, vectors, totals: totalsOf(vectors) };
}
