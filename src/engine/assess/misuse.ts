/** Misuse: nobody breaks in, somebody uses the system as it is to harm others. */
import type { Rule } from '../rule/schema.ts';
import type { MisuseAssessment, MisuseVector } from './assessments.ts';
import { standingOf, totalsOf, without } from './standing.ts';
import type { Subject } from './subject.ts';
import { count } from './words.ts';

export const isMisuse = (rule: Rule): boolean => rule.misuse && !rule.deprecated;

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
