/** ATLAS coverage: for each technique whether the system is exposed, covered, asked, not concerned, or no rule speaks. */
import type { Entry } from '../../knowledge/knowledge.ts';
import type { AtlasAssessment, TechniqueCoverage } from './assessments.ts';
import { standingOf, totalsOf, without } from './standing.ts';
import { editionOf, entriesOf, family, type Subject } from './subject.ts';
import { count } from './words.ts';

export function atlasCoverage(subject: Subject): AtlasAssessment {
  const entries = entriesOf(subject.knowledge, 'atlas', 'technique');
  const techniques = entries.map((entry) => techniqueOf(entry, subject));
  return { edition: editionOf(entries), techniques, totals: totalsOf(techniques) };
}

/** What concerns a sub-technique concerns its technique too. */
function techniqueOf({ key, fact, name }: Entry, subject: Subject): TechniqueCoverage {
  const keys = family(subject.knowledge, key);
  const rules = subject.rules(...keys).length;
  const cite = `${count(rules, 'rule')} ${rules === 1 ? 'cites' : 'cite'} it`;
  return {
    key,
    id: fact.id,
    name,
    ...(fact.parent ? { parent: fact.parent } : {}),
    tactics: fact.tactics,
    rules,
    ...(standingOf(subject.findings(...keys)) ??
      (rules > 0
        ? without('not-applicable', `${cite}; none concerns this system.`)
        : without('no-rule', 'No rule of the catalogue cites it.'))),
  };
}
