/** STRIDE-AI: for each asset the properties it must keep and what violates them here; and the failure modes that findings name. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { STRIDE_CATEGORIES, type StrideCategory } from '../../model/vocabulary.ts';
import type { AssetAssessment, FailureMode, StrideAiAssessment } from './assessments.ts';
import { standingOf, totalsOf, without } from './standing.ts';
import { editionOf, entriesOf, type Subject } from './subject.ts';
import { count } from './words.ts';

/** The property that each category violates, as STRIDE-AI names them. */
const PROPERTY: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'Authenticity',
  tampering: 'Integrity',
  repudiation: 'Non-repudiation',
  'information-disclosure': 'Confidentiality',
  'denial-of-service': 'Availability',
  'elevation-of-privilege': 'Authorization',
};

export function strideAi(subject: Subject): StrideAiAssessment {
  const entries = entriesOf(subject.knowledge, 'stride-ai', 'asset');
  const assets = entries.map((entry) => assetOf(entry, subject));
  return {
    edition: editionOf(entries),
    assets,
    totals: totalsOf(assets),
    failureModes: entriesOf(subject.knowledge, 'ms-failure-mode', 'failure-mode').map((entry) =>
      failureMode(entry, subject),
    ),
  };
}

const unspoken = (rules: number) =>
  rules > 0
    ? without(
        'not-applicable',
        `${count(rules, 'rule')} ${rules === 1 ? 'names' : 'name'} it; none concerns this system.`,
      )
    : without('no-rule', 'No rule of the catalogue names it.');

function assetOf({ key, fact, name }: Entry, subject: Subject): AssetAssessment {
  const findings = subject.findings(key);
  const rules = subject.rules(key).length;
  return {
    key,
    id: fact.id,
    name,
    group: fact.group ?? 'Others',
    ...(standingOf(findings) ?? unspoken(rules)),
    properties: STRIDE_CATEGORIES.filter((c) => fact.stride.includes(c)).map((category) => ({
      property: PROPERTY[category],
      category,
      ...(standingOf(findings.filter((f) => f.stride.includes(category))) ??
        without(
          findings.length > 0 ? 'clear' : 'not-applicable',
          `No finding violates its ${PROPERTY[category].toLowerCase()}.`,
        )),
    })),
  };
}

function failureMode({ key, fact, name }: Entry, subject: Subject): FailureMode {
  return {
    key,
    id: fact.id,
    name,
    group: fact.group ?? 'Others',
    ...(standingOf(subject.findings(key)) ?? unspoken(subject.rules(key).length)),
  };
}
