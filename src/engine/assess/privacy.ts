/** LINDDUN where personal data is: the inventory, the threat types by type of element, linkage, duties, questions. */
import { ELEMENT_TYPES } from '../../model/vocabulary.ts';
import type { Finding, Question } from '../analysis.ts';
import type {
  PersonalData,
  PrivacyAssessment,
  PrivacyCell,
  PrivacyPlace,
  PrivacyType,
  Shape,
} from './assessments.ts';
import { SHAPES } from './assessments.ts';
import { questionsFor } from './details.ts';
import { duties } from './gdpr.ts';
import { inventory } from './inventory.ts';
import { linkage } from './linkage.ts';
import { standingOf, without } from './standing.ts';
import { editionOf, entriesOf, type Subject } from './subject.ts';
import { count, names } from './words.ts';

export function privacy(subject: Subject): PrivacyAssessment {
  const data = inventory(subject);
  const types = entriesOf(subject.knowledge, 'linddun', 'threat-type');
  const places = placesOf(subject);
  const assessed = types.map(({ key, fact, name }): PrivacyType => {
    const findings = privacyFindings(subject, key);
    const shapes: readonly string[] = fact.elements;
    const cells = SHAPES.map((shape) =>
      cellOf(fact.id, shape, shape === 'system' || shapes.includes(shape), places, findings, subject),
    );
    const concerned = cells.reduce((sum, cell) => sum + (cell.applies ? cell.places : 0), 0);
    return {
      key,
      id: fact.id,
      name,
      ...(standingOf(findings) ??
        (concerned > 0
          ? without(
              'clear',
              `No rule finds it at the ${count(concerned, 'place')} with personal data that it can concern.`,
            )
          : without('not-applicable', 'No personal data is where it could happen.'))),
      cells,
    };
  });
  const found = [...new Set(types.flatMap((t) => privacyFindings(subject, t.key)))];
  return {
    ...scopeOf(data),
    edition: editionOf(types),
    data,
    places: places.map((place) => ({
      ...place,
      types: types.filter((t) => t.fact.elements.includes(place.shape)).map((t) => t.fact.id),
    })),
    types: assessed,
    linkage: linkage(subject),
    duties: duties(subject),
    questions: questionsOf(data, found, subject),
  };
}

function scopeOf(data: readonly PersonalData[]): Pick<PrivacyAssessment, 'applies' | 'why'> {
  const personal = data.filter((d) => d.personal === true);
  const open = data.filter((d) => d.personal === null);
  if (personal.length > 0)
    return {
      applies: 'yes',
      why: `Personal here: ${names(
        personal.map((d) => d.name),
        4,
      )}.`,
    };
  if (open.length > 0)
    return {
      applies: 'asked',
      why: `No data is stated to be personal, but the model does not say for ${names(
        open.map((d) => d.name),
        4,
      )}.`,
    };
  return { applies: 'no', why: 'The model states of all its data that none is personal.' };
}

/** Findings that name a node of this type, or a card of LINDDUN GO under it. */
export function privacyFindings({ knowledge, findings }: Subject, type: string): readonly Finding[] {
  const entry = knowledge.entry(type);
  const under = (key: string): string[] => [key, ...knowledge.childrenOf(key).flatMap((c) => under(c.key))];
  const cards = knowledge.entries.filter((e) => e.kind === 'card' && e.fact.group === entry?.name);
  return findings(...under(type), ...cards.map((e) => e.key));
}

/** Elements and flows with data that is stated to be personal. */
function placesOf({ model, graph }: Subject): Omit<PrivacyPlace, 'types'>[] {
  const personal = (target: Parameters<typeof graph.dataOf>[0]) =>
    graph
      .dataOf(target)
      .filter((d) => d.personal === true)
      .map((d) => d.id);
  const elements = model.elements.map((e) => ({ shape: e.type, id: e.id, data: personal(e) }));
  const flows = model.flows.map((f) => ({ shape: 'flow' as const, id: f.id, data: personal(f) }));
  return [...elements, ...flows].filter((place) => place.data.length > 0);
}

function cellOf(
  type: string,
  shape: Shape,
  applies: boolean,
  places: readonly Omit<PrivacyPlace, 'types'>[],
  findings: readonly Finding[],
  subject: Subject,
): PrivacyCell {
  const own = findings.filter((f) => shapeOf(f, subject) === shape);
  const here = places.filter((p) => p.shape === shape).length;
  const rest =
    !applies || here === 0
      ? without('not-applicable', applies ? 'No personal data here.' : 'The type does not apply here.')
      : without('clear', `Applies to ${count(here, 'place')}; nothing found.`);
  return { type, shape, applies, places: here, ...(standingOf(own) ?? rest) };
}

const shapeOf = ({ target }: Finding, { graph }: Subject): Shape =>
  target.type === 'element' ? (graph.element(target.id)?.type ?? 'process') : target.type;

/** What the inventory leaves open, then what the findings ask. */
function questionsOf(
  data: readonly PersonalData[],
  findings: readonly Finding[],
  { graph }: Subject,
): Question[] {
  const ask = (id: string, about: string, text: string): Question => {
    const at = graph.data(id)?.at;
    return { text, about: `${about} of data ${id}`, ...(at ? { at } : {}) };
  };
  const own = data.flatMap((d) => {
    if (d.personal === null) return [ask(d.id, 'personal', `${d.name}: is it personal data?`)];
    const kept = ELEMENT_TYPES.some((t) => t === 'data-store' && d.at[t].length > 0);
    return [
      ...(d.specialCategory === null
        ? [
            ask(
              d.id,
              'special-category',
              `${d.name}: does it hold special categories, such as health or biometric data?`,
            ),
          ]
        : []),
      ...(d.subjects === undefined ? [ask(d.id, 'subjects', `${d.name}: whose data is it?`)] : []),
      ...(kept && d.retention === undefined
        ? [ask(d.id, 'retention', `${d.name}: how long is it kept?`)]
        : []),
    ];
  });
  const asked = questionsFor(findings);
  return [...new Map([...own, ...asked].map((q) => [q.about, q])).values()];
}
