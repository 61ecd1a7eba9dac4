/** The three OWASP lists: per item whether it applies, how it stands, what is in place, what to ask and what to test. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { namesIn } from '../condition/names.ts';
import { midSentence } from '../condition/words.ts';
import type { Rule } from '../rule/schema.ts';
import type { Assessed, ListAssessment, ListItem, Named } from './assessments.ts';
import { controlsInPlace, missingControls, questionsFor, testsFor } from './details.ts';
import { standingOf, totalsOf, without } from './standing.ts';
import { editionOf, type Subject } from './subject.ts';
import { count, names, sentence } from './words.ts';

interface List {
  id: string;
  scheme: string;
  belongs: (id: string) => boolean;
  /** Kinds of element that the list is about. */
  kinds: readonly string[];
  platforms: readonly string[];
  /** `systems built on a large language model` */
  about: string;
}

const LISTS: readonly List[] = [
  {
    id: 'owasp-llm-2026',
    scheme: 'owasp-llm',
    belongs: (id) => id.endsWith(':2026'),
    kinds: ['llm-server', 'llm-application', 'guardrail', 'prompt-store', 'rag-ingestion'],
    platforms: ['generative', 'agentic'],
    about: 'systems built on a large language model',
  },
  {
    id: 'owasp-ml-2023',
    scheme: 'owasp-ml',
    belongs: (id) => id.endsWith(':2023'),
    kinds: [
      'model-server',
      'training-job',
      'evaluation-job',
      'training-data-store',
      'feature-pipeline',
      'feature-store',
      'model-artifact-store',
      'model-registry',
    ],
    platforms: ['predictive'],
    about: 'systems that train or serve a model',
  },
  {
    id: 'owasp-agentic-2026',
    scheme: 'owasp-agentic',
    belongs: (id) => id.startsWith('ASI'),
    kinds: ['agent', 'tool', 'agent-memory'],
    platforms: ['agentic'],
    about: 'agents and the tools that they call',
  },
];

export const owaspLists = (subject: Subject): ListAssessment[] =>
  LISTS.map((list) => assessList(list, subject));

function assessList(list: List, subject: Subject): ListAssessment {
  const all = subject.knowledge.entries.filter((e) => e.scheme === list.scheme && e.kind === 'list-item');
  const entries = all
    .filter((e) => list.belongs(e.fact.id))
    .sort((a, b) => (a.fact.order ?? 0) - (b.fact.order ?? 0));
  const scope = scopeOf(list, subject);
  const items = entries.map((entry) => {
    const former = all.filter((e) => e.fact['replaced-by'].includes(entry.fact.id));
    return itemOf(entry, former, scope, subject);
  });
  return {
    id: list.id,
    title: entries[0]?.table.title ?? list.id,
    edition: editionOf(entries),
    ...scope,
    items,
    totals: totalsOf(items),
  };
}

interface Scope {
  applies: boolean;
  why: string;
}

/** The list concerns a system with an element of its kinds, or of its platform. */
function scopeOf({ kinds, platforms, about }: List, { model, knowledge }: Subject): Scope {
  const wanted = new Set(kinds);
  const members = model.elements.filter(
    (e) => e['out-of-scope'] === undefined && knowledge.kindsOf(e.kind).some((k) => wanted.has(k)),
  );
  if (members.length > 0) {
    const said = members.map((e) => {
      const kind = knowledge.component(e.kind ?? '')?.name ?? e.kind ?? '';
      return `${e.name} (${midSentence(kind)})`;
    });
    return { applies: true, why: `The list is about ${about}. Here: ${names(said, 4)}.` };
  }
  if (model.platform && platforms.includes(model.platform))
    return {
      applies: true,
      why: `The list is about ${about}, and the system’s platform is ${model.platform}.`,
    };
  const platform = model.platform ? `, and its platform is ${model.platform}` : '';
  return {
    applies: false,
    why: `The list is about ${about}. No element of this system is of such a kind${platform}.`,
  };
}

const named = ({ key, fact, name }: Entry): Named => ({ key, id: fact.id, name });

function itemOf(entry: Entry, former: readonly Entry[], scope: Scope, subject: Subject): ListItem {
  const keys = [entry.key, ...former.map((e) => e.key)];
  const rules = subject.rules(...keys);
  const cited = subject.findings(...keys);
  const findings = scope.applies ? cited : [];
  return {
    ...named(entry),
    former: former.map(named),
    rules: rules.length,
    ...(standingOf(findings) ?? unspoken(scope, rules, cited.length, subject)),
    controls: controlsInPlace(findings),
    missing: missingControls(findings),
    questions: questionsFor(findings),
    tests: findings.length > 0 ? testsFor(findings, entry, subject.knowledge) : [],
  };
}

/** Why an item has no finding. */
function unspoken(scope: Scope, rules: readonly Rule[], cited: number, subject: Subject): Assessed {
  if (!scope.applies) {
    const other = cited > 0 ? ` ${count(cited, 'finding')} in the register cite it all the same.` : '';
    return without('not-applicable', `The list is not about systems of this kind.${other}`);
  }
  if (rules.length === 0) return without('no-rule', 'No rule of the catalogue cites it.');
  const cite = `${count(rules.length, 'rule')} ${rules.length === 1 ? 'cites' : 'cite'} it`;
  const wanted = rules.map(kindsAbout);
  const absent = wanted.every((kinds) => kinds.length > 0 && !kinds.some((k) => subject.kinds.has(k)));
  if (!absent) return without('clear', `${cite}; nothing that the model states makes one apply.`);
  const kinds = names(wanted.flat().map((k) => midSentence(subject.knowledge.component(k)?.name ?? k)));
  return without(
    'not-applicable',
    `${cite}, about elements that the model does not have: ${sentence(kinds)}.`,
  );
}

const ELSEWHERE = new Set(['not', 'reachable-from', 'receives', 'sends']);

/** The kinds of element that a rule speaks about; empty where it names none. */
function kindsAbout(rule: Rule): string[] {
  if (!rule.applies.where) return [];
  return namesIn(rule.applies.where, [])
    .kinds.filter(({ path }) => !path.some((step) => ELSEWHERE.has(String(step))))
    .map(({ name }) => name);
}
