/**
 * What the analysis itself shows for an outcome of the NIST AI RMF, with the sentence that says what it rests on.
 *
 * An outcome wider than a threat model is never `met` by one: there the best verdict is `partial`.
 */
import type { Finding } from '../analysis.ts';
import { isOpen } from '../summary.ts';
import type { Shown } from './assessments.ts';
import { parts, shownByModel } from './shown-model.ts';
import type { Subject } from './subject.ts';
import { count } from './words.ts';

type Show = (subject: Subject) => Shown | undefined;

/** By outcome; the rest is for the team to answer. */
const SHOWS: Readonly<Record<string, Show>> = {
  'GOVERN 1.5': reviewed,
  ...shownByModel,
  'MAP 5.1': rated,
  'MEASURE 2.7': tested,
  'MEASURE 2.10': privacyExamined,
  'MANAGE 1.3': planned,
  'MANAGE 1.4': residualRecorded,
};

/** Where the model is the record that the outcome asks for, less than `met` contradicts an answer that says more. */
const DECISIVE = ['MAP 4.2', 'MANAGE 1.3', 'MANAGE 1.4'];

export const contradicts = (outcome: string, { verdict }: Shown): boolean =>
  verdict === 'gap' || (verdict === 'partial' && DECISIVE.includes(outcome));

export const shownFor = (outcome: string, subject: Subject): Shown | undefined => SHOWS[outcome]?.(subject);

function reviewed({ model, analysis }: Subject): Shown {
  if (!model.reviewed) return { verdict: 'gap', text: 'The model names no date of a review.' };
  if (!analysis.review)
    return { verdict: 'partial', text: `Reviewed on ${model.reviewed}; how often is not stated.` };
  const { due, overdue } = analysis.review;
  return overdue
    ? { verdict: 'gap', text: `The review of this model was due on ${due}.` }
    : {
        verdict: 'partial',
        text: `This model was reviewed on ${model.reviewed}; the next review is due on ${due}.`,
      };
}

function rated({ analysis: { findings } }: Subject): Shown {
  const open = findings.filter(isOpen).length;
  if (findings.length === 0) return { verdict: 'gap', text: 'No threat is recorded.' };
  return {
    verdict: 'partial',
    text: `${count(findings.length, 'finding')} with inherent and residual score, ${open} of them open; benefits and harms to society are not rated here.`,
  };
}

const SECURITY_TESTS = [
  'red-teaming',
  'robustness-testing',
  'membership-inference-testing',
  'backdoor-scanning',
];

/** Tests that are recorded as run, and controls whose evidence is named. */
function tested({ model, analysis }: Subject): Shown {
  const uses = [model, ...model.zones, ...model.elements, ...model.flows].flatMap((place) => place.controls);
  const inPlace = uses.filter((u) => u.status === 'implemented');
  const proven = inPlace.filter((u) => u.evidence !== undefined).length;
  const run = uses.filter(
    (u) => SECURITY_TESTS.includes(u.use) && (u.status === 'implemented' || u.status === 'partial'),
  );
  const untested = analysis.findings.filter((f) => isOpen(f) && f.verify.length > 0).length;
  const text = parts([
    run.length === 0
      ? 'No security test is recorded as run'
      : `${count(run.length, 'security test')} recorded as run, wholly or in part`,
    `${proven} of ${count(inPlace.length, 'control')} in place name evidence`,
    untested > 0 ? `${count(untested, 'open finding')} name a test to run` : '',
  ]);
  return { verdict: run.length === 0 && proven === 0 ? 'gap' : 'partial', text };
}

function privacyExamined({ model, analysis }: Subject): Shown {
  const unstated = model.data.filter((d) => d.personal === undefined).length;
  const open = analysis.findings.filter((f) => isOpen(f) && isPrivacy(f)).length;
  if (model.data.length === 0) return { verdict: 'gap', text: 'The model names no data.' };
  const personal = model.data.filter((d) => d.personal === true).length;
  if (unstated === 0 && personal === 0)
    return { verdict: 'met', text: 'The model states of all its data that none is personal.' };
  const text = parts([
    `${personal} of ${count(model.data.length, 'data set')} personal`,
    unstated > 0 ? `${unstated} not stated` : 'stated for all',
    `${count(open, 'privacy finding')} open`,
  ]);
  return { verdict: unstated === model.data.length ? 'gap' : 'partial', text };
}

const isPrivacy = (f: Finding): boolean =>
  f.linddun.length > 0 || f.refs.some((key) => key.startsWith('linddun'));

const isSevere = (f: Finding): boolean => isOpen(f) && (f.severity === 'critical' || f.severity === 'high');

/** A response: a control that is on its way with an owner and a date. Decided findings are not open. */
function planned({ analysis: { findings } }: Subject): Shown {
  const severe = findings.filter(isSevere);
  if (severe.length === 0) return { verdict: 'met', text: 'No critical or high finding is open.' };
  const withPlan = severe.filter((f) =>
    f.controls.some((c) => isOnItsWay(c.status) && c.owner && c.due),
  ).length;
  const text = `Of ${count(severe.length, 'open critical or high finding')} ${withPlan} ${withPlan === 1 ? 'has' : 'have'} a control on its way with owner and date.`;
  const verdict = withPlan === severe.length ? 'met' : withPlan === 0 ? 'gap' : 'partial';
  return { verdict, text };
}

const isOnItsWay = (status: string): boolean => status === 'planned' || status === 'partial';

/** Who lives with what is left: decisions with a reason, a person and an end. */
function residualRecorded({ analysis: { findings } }: Subject): Shown {
  const decided = findings.flatMap((f) => f.decision ?? []);
  const expired = decided.filter((d) => d.expired).length;
  const endless = decided.filter((d) => d.until === undefined && d.do !== 'not-applicable').length;
  const severe = findings.filter(isSevere).length;
  const text = parts([
    decided.length === 0
      ? 'No decision is recorded'
      : `${count(decided.length, 'decision')} with reason and person`,
    expired > 0 ? `${expired} expired` : '',
    endless > 0 ? `${endless} without an end` : '',
    `${count(severe, 'critical or high finding')} open without one`,
  ]);
  if (severe === 0 && expired === 0) return { verdict: 'met', text };
  return { verdict: decided.length === 0 ? 'gap' : 'partial', text };
}
