/** What is said about one target before it is written out: enough to fold by; the words are made for what will be seen. */
import type { Decision, Element, Flow } from '../model/model.ts';
import type { Finding, Question, State, Target } from './analysis.ts';
import type { Context } from './condition/context.ts';
import { describe, questionsFor } from './finding.ts';
import type { Foldable } from './fold.ts';
import type { CompiledRule } from './rule/catalogue.ts';
import type { Rule } from './rule/schema.ts';
import { applied, stateDecided } from './state.ts';
import type { Subject } from './target.ts';
import { titleFor } from './title.ts';

export interface Candidate extends Foldable {
  /** `rule@target` */
  id: string;
  decision?: Decision;
  /** Writes it out, once. */
  finding(): Finding;
  /** What has to be asked, where it is `asked`. */
  questions(): readonly Question[];
  /** How it is listed under the finding that stands for it. */
  folded(): Finding['folds'][number];
}

/** Decisions by the id of the finding, and the day by which they expire. */
export interface Deciding {
  today: string;
  decisions: ReadonlyMap<string, Decision>;
}

/** A class, since there are many: the methods are shared. */
class FromRule<S extends Element | Flow | null> implements Candidate {
  readonly id: string;
  readonly rule: Rule;
  readonly target: Target;
  readonly before: State;
  readonly state: State;
  declare decision?: Decision;
  private made: Finding | undefined;
  private readonly context: Context;
  private readonly compiled: CompiledRule<S>;
  private readonly about: Subject<S>;
  private readonly today: string;

  constructor(
    context: Context,
    compiled: CompiledRule<S>,
    about: Subject<S>,
    before: State,
    { today, decisions }: Deciding,
  ) {
    this.id = `${compiled.rule.id}@${about.target.id}`;
    const decision = decisions.size === 0 ? undefined : decisions.get(this.id);
    this.rule = compiled.rule;
    this.target = about.target;
    this.before = before;
    this.state = decision ? stateDecided(before, decision, today) : before;
    if (decision) this.decision = decision;
    this.context = context;
    this.compiled = compiled;
    this.about = about;
    this.today = today;
  }

  finding(): Finding {
    const { id, context, compiled, about, before, decision, today } = this;
    this.made ??= decided(describe(context, compiled, about, before, id), decision, today);
    return this.made;
  }

  residual(): number {
    return this.finding().scores.residual.uncapped;
  }

  questions(): readonly Question[] {
    if (this.before !== 'asked') return [];
    return this.made?.questions ?? questionsFor(this.context, this.compiled, this.about.subject);
  }

  folded(): Finding['folds'][number] {
    const { id, context, compiled, about, target, state, rule } = this;
    return {
      id,
      title: titleFor(compiled.title, context, about.subject, target),
      state,
      stride: rule.stride,
    };
  }
}

export const fromRule = <S extends Element | Flow | null>(
  context: Context,
  compiled: CompiledRule<S>,
  about: Subject<S>,
  before: State,
  deciding: Deciding,
): Candidate => new FromRule(context, compiled, about, before, deciding);

/** A threat that people found: nothing folds it and nothing is folded under it. */
export function fromPeople(found: Finding, { today, decisions }: Deciding): Candidate {
  const { id, target, title, stride } = found;
  const decision = decisions.get(id);
  const finding = decided(found, decision, today);
  const { state } = finding;
  return {
    id,
    rule: undefined,
    target,
    before: found.state,
    state,
    ...(decision ? { decision } : {}),
    residual: () => finding.scores.residual.uncapped,
    finding: () => finding,
    questions: () => finding.questions,
    folded: () => ({ id, title, state, stride }),
  };
}

function decided(finding: Finding, decision: Decision | undefined, today: string): Finding {
  if (!decision) return finding;
  const record = applied(decision, today);
  const reason = record.expired
    ? `${finding.reason} A decision to ${decision.do} it expired on ${record.until}.`
    : `${decision.by} decided: ${decision.do}${record.until ? ` until ${record.until}` : ''}.`;
  return { ...finding, state: stateDecided(finding.state, decision, today), reason, decision: record };
}
