/**
 * Conditions compiled to functions, once a rule, and how they combine.
 *
 * Each function answers for a subject; given a trace it also says which facts it looked at and what it would
 * have to ask. The first pass over all targets runs without a trace, so that only findings pay for it.
 */
import { type Answer, and, negate, or } from './answer.ts';
import type { Context } from './context.ts';
import type { Mark, Trace } from './trace.ts';

export type Test<S> = (context: Context, subject: S, trace?: Trace) => Answer;

/** The subject of a system condition is the model of the context. */
export type System = null;

/** A value or a list of values, as a list. */
export const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? value : [value as T];

/** All tests hold. Where one says `no`, the first that does is the whole reason. */
export function every<S>(tests: readonly Test<S>[]): Test<S> {
  if (tests.length === 1) return tests[0] as Test<S>;
  return (context, subject, trace) =>
    trace ? everyTraced(tests, context, subject, trace) : everyQuick(tests, context, subject);
}

function everyQuick<S>(tests: readonly Test<S>[], context: Context, subject: S): Answer {
  let answer: Answer = 'yes';
  for (const test of tests) {
    const next = test(context, subject);
    if (next === 'no') return 'no';
    if (next !== 'yes') answer = and(answer, next);
  }
  return answer;
}

function everyTraced<S>(tests: readonly Test<S>[], context: Context, subject: S, trace: Trace): Answer {
  const start = trace.mark();
  let answer: Answer = 'yes';
  for (const test of tests) {
    const before = trace.mark();
    const next = test(context, subject, trace);
    if (next === 'no') {
      trace.forget(start, before);
      return 'no';
    }
    if (next !== 'yes') answer = and(answer, next);
  }
  return answer;
}

/** One test holds. Only the branches that gave the answer are its reason. */
export function some<S>(tests: readonly Test<S>[]): Test<S> {
  return (context, subject, trace) =>
    trace ? someTraced(tests, context, subject, trace) : someQuick(tests, context, subject);
}

function someQuick<S>(tests: readonly Test<S>[], context: Context, subject: S): Answer {
  let answer: Answer = 'no';
  for (const test of tests) {
    answer = or(answer, test(context, subject));
    if (answer === 'yes') break;
  }
  return answer;
}

function someTraced<S>(tests: readonly Test<S>[], context: Context, subject: S, trace: Trace): Answer {
  const answers: Answer[] = [];
  // Each branch begins where the one before it ended.
  const marks = [trace.mark()];
  let answer: Answer = 'no';
  for (const test of tests) {
    const next = test(context, subject, trace);
    answers.push(next);
    marks.push(trace.mark());
    answer = or(answer, next);
  }
  // From the last to the first, so that the marks of earlier branches stay true.
  for (let i = answers.length - 1; i >= 0; i--)
    if (answers[i] !== answer) trace.forget(marks[i] as Mark, marks[i + 1] as Mark);
  return answer;
}

const not =
  <S>(test: Test<S>): Test<S> =>
  (context, subject, trace) =>
    negate(test(context, subject, trace));

/** The properties of a condition together with its `all`, `any` and `not`. */
export function combined<C extends { all?: C[] | undefined; any?: C[] | undefined; not?: C | undefined }, S>(
  condition: C,
  own: Test<S>[],
  compile: (condition: C) => Test<S>,
): Test<S> {
  const tests = [...own];
  if (condition.all) tests.push(every(condition.all.map(compile)));
  if (condition.any) tests.push(some(condition.any.map(compile)));
  if (condition.not) tests.push(not(compile(condition.not)));
  return every(tests);
}

/** Holds where it does for one of the subject's relatives: its flows, its elements. */
export function exists<S, R>(
  related: (context: Context, subject: S) => readonly R[],
  test: Test<R>,
): Test<S> {
  return (context, subject, trace) => {
    const { answer, item } = firstThatHolds(context, related(context, subject), test);
    if (trace && item !== undefined) test(context, item, trace);
    return answer;
  };
}

/** The first item that holds, at least partly; else the first that is unknown. */
function firstThatHolds<R>(
  context: Context,
  items: readonly R[],
  test: Test<R>,
): { answer: Answer; item?: R } {
  let unknown: { answer: Answer; item: R } | undefined;
  for (const item of items) {
    const answer = test(context, item);
    if (answer === 'yes' || answer === 'partly') return { answer, item };
    if (answer === 'unknown') unknown ??= { answer, item };
  }
  return unknown ?? { answer: 'no' };
}
