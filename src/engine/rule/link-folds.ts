/** Checks on what folds under what: the rules exist, lose no category, ask for a common remedy and go round in no circle. */
import { problemAt, type Sourced } from '../../knowledge/problems.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { didYouMean } from '../../source/nearest.ts';
import type { Path, YamlSource } from '../../source/yaml.ts';
import { categoriesLost, isKin, shareRemedy } from './remedy.ts';
import type { FoldsInto, Rule } from './schema.ts';

type Rules = ReadonlyMap<string, Rule>;

export function foldProblems({ value: rule, source }: Sourced<Rule>, rules: Rules): Diagnostic[] {
  return [
    ...rule.refines.flatMap((id, i) => refinesProblems(rule, id, ['refines', i], rules, source)),
    ...rule['folds-into'].flatMap((into, i) => intoProblems(rule, into, ['folds-into', i], rules, source)),
  ];
}

/** Folding must not lose a category, and must not go round in a circle. */
function refinesProblems(rule: Rule, id: string, path: Path, rules: Rules, source: YamlSource): Diagnostic[] {
  const general = rules.get(id);
  if (!general) return [missing(id, path, rules, source)];
  const problems: Diagnostic[] = [];
  const lost = categoriesLost(general, rule);
  if (lost.length > 0)
    problems.push(
      problemAt(source, path, {
        message: `${rule.id} refines ${id} but not its category ${lost.join(', ')}`,
        expected: 'a rule that covers every category of what it refines',
      }),
    );
  if (standsFor(id, rule.id, rules))
    problems.push(problemAt(source, path, { message: `${rule.id} and ${id} refine each other` }));
  return problems;
}

function intoProblems(
  rule: Rule,
  { rule: id, on }: FoldsInto,
  path: Path,
  rules: Rules,
  source: YamlSource,
): Diagnostic[] {
  const owner = rules.get(id);
  if (!owner) return [missing(id, [...path, 'rule'], rules, source)];
  const wrong = wrongPlace(rule, owner, on);
  return [
    ...(wrong ? [problemAt(source, [...path, 'on'], wrong)] : []),
    ...kinshipProblems(rule, owner, on).map((p) => problemAt(source, [...path, 'rule'], p)),
    ...(standsFor(rule.id, id, rules)
      ? [problemAt(source, [...path, 'rule'], { message: `${rule.id} and ${id} fold into each other` })]
      : []),
  ];
}

interface Complaint {
  message: string;
  expected: string;
}

/** On one target the same category or the same remedy is enough; a finding moves to another target only for both. */
function kinshipProblems(rule: Rule, owner: Rule, on: FoldsInto['on']): Complaint[] {
  const lost = categoriesLost(rule, owner);
  if (on === 'here' && isKin(rule, owner)) return [];
  const problems: Complaint[] = [];
  if (lost.length > 0)
    problems.push({
      message: `${rule.id} folds into ${owner.id}, which does not cover its category ${lost.join(', ')}`,
      expected: 'a rule that covers every category of what folds into it',
    });
  if (!shareRemedy(rule, owner))
    problems.push({
      message: `no control stops both ${rule.id} and ${owner.id}`,
      expected: 'a rule that asks for the same remedy: a control in the `unless` of both',
    });
  return problems;
}

const missing = (id: string, path: Path, rules: Rules, source: YamlSource): Diagnostic =>
  problemAt(source, path, { message: `there is no rule ${id}`, hint: didYouMean(id, [...rules.keys()]) });

const NOUNS = { element: 'elements', flow: 'flows', system: 'the whole system' } as const;
type Sort = keyof typeof NOUNS;

const sortOf = ({ applies: { to } }: Rule): Sort =>
  to === 'system' ? 'system' : to === 'flow' || to === 'crossing' ? 'flow' : 'element';

function wrongPlace(rule: Rule, owner: Rule, on: FoldsInto['on']): Complaint | undefined {
  const expected = on === 'here' ? sortOf(rule) : 'element';
  return sortOf(owner) === expected
    ? undefined
    : {
        message: `${owner.id} speaks about ${NOUNS[sortOf(owner)]}, not about ${NOUNS[expected]}`,
        expected: `a rule on ${NOUNS[expected]}`,
      };
}

/** Can a finding of `general` come to stand for one of `rule`, over any number of folds? */
function standsFor(general: string, rule: string, rules: Rules): boolean {
  const seen = new Set<string>();
  const stack = [general];
  while (stack.length > 0) {
    const id = stack.pop() as string;
    if (id === rule) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    stack.push(...under(id, rules));
  }
  return false;
}

/** The rules whose findings may fold directly under those of this one. */
const under = (id: string, rules: Rules): string[] => [
  ...(rules.get(id)?.refines ?? []),
  ...[...rules.values()].filter((r) => r['folds-into'].some((into) => into.rule === id)).map((r) => r.id),
];
