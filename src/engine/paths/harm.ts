/** Which findings let an attacker take a step, and which do harm to a goal. */
import type { DataAsset } from '../../model/model.ts';
import type { StrideCategory } from '../../model/vocabulary.ts';
import type { Finding } from '../analysis.ts';
import { isOpen } from '../summary.ts';
import type { GoalMeaning } from './goals.ts';
import type { Practice } from './tactics.ts';

/** LINDDUN types that say what somebody can learn; the others say what the organisation itself does or omits. */
const LEARNING = /^(L|I|D)(\.|$)/;

/** Open findings that an attacker can use; duties that the organisation neglects are no way in. */
export const isUsable = (finding: Finding): boolean =>
  isOpen(finding) &&
  (finding.linddun.length === 0 ||
    finding.linddun.some((node) => LEARNING.test(node)) ||
    finding.refs.some((ref) => ref.startsWith('atlas:')));

const has = (finding: Finding, categories: readonly StrideCategory[]): boolean =>
  finding.stride.some((category) => categories.includes(category));

const INTO: readonly StrideCategory[] = ['tampering', 'elevation-of-privilege'];

/**
 * Does it give the attacker influence on what it is about? Tampering and elevation of privilege do. Spoofing does in
 * rules on AI and in threats that people found; the generic rules mean somebody else's name by it, not a way in.
 */
export const letsIn = (finding: Finding): boolean =>
  has(finding, INTO) || ((finding.ai || finding.origin === 'people') && has(finding, ['spoofing']));

/** Can whoever answers use it against whoever asked? A false destination or altered data can; weak generic hygiene not. */
export const turnsAnswer = (finding: Finding): boolean =>
  finding.target.type === 'flow' ? has(finding, ['spoofing', 'tampering']) : finding.ai && has(finding, INTO);

/** Tactics at the end of an attack: what is done with them leads nowhere else. */
const LAST = ['atlas:AML.TA0010', 'atlas:AML.TA0011'];

/** The practices by which a finding gains influence: exfiltration and impact are ends, not ways. */
export function waysIn(practices: readonly Practice[]): (Practice | undefined)[] {
  if (practices.length === 0) return [undefined];
  return practices.filter(({ tactic }) => tactic === undefined || !LAST.includes(tactic));
}

const under = (technique: string, id: string): boolean => {
  const own = technique.slice('atlas:'.length);
  return own === id || own.startsWith(`${id}.`);
};

/**
 * The practices by which a finding harms a goal: those that the goal names; one without any where the finding names
 * no technique and has a category of the goal. Empty where it does no harm to it.
 */
export function harmsOf(
  finding: Finding,
  practices: readonly Practice[],
  goal: GoalMeaning,
): (Practice | undefined)[] {
  if (practices.length > 0)
    return practices.filter((p) => goal.techniques.some((id) => under(p.technique, id)));
  // What people can be learnt from a store is a harm to them, not to the training of a model.
  if (finding.linddun.length > 0 && !goal.privacy) return [];
  return has(finding, goal.stride) ? [undefined] : [];
}

/** A finding on a flow is about what the flow carries. */
export const carriesGoal = (data: readonly DataAsset[], goal: GoalMeaning): boolean =>
  goal.data === undefined || data.some(goal.data);
