/** Conditions on controls: what the model says is in place. */
import type { Element, Flow } from '../../model/model.ts';
import type { ControlStatus } from '../../model/vocabulary.ts';
import { type Answer, or } from './answer.ts';
import { every, type System, some, type Test } from './combine.ts';
import type { Context } from './context.ts';
import type { ControlCondition } from './schema.ts';
import type { Trace } from './trace.ts';
import { controlQuestion } from './words.ts';

type Subject = Element | Flow | System;

const ANSWERS: Readonly<Record<ControlStatus, Answer>> = {
  implemented: 'yes',
  partial: 'partly',
  unknown: 'unknown',
  planned: 'no',
  absent: 'no',
};

export function controlTests<S extends Subject>(condition: ControlCondition): Test<S>[] {
  const tests: Test<S>[] = [];
  if (condition.control) tests.push(inPlace(condition.control));
  if (condition['any-control']) tests.push(anyInPlace(condition['any-control']));
  if (condition['all-controls']) tests.push(every(condition['all-controls'].map((id) => inPlace(id))));
  return tests;
}

/** The same as `some`, but for a trace; without one it is what most of an analysis consists of. */
function anyInPlace<S extends Subject>(ids: readonly string[]): Test<S> {
  const explained = some<S>(ids.map((id) => inPlace(id)));
  return (context, subject, trace) => {
    if (trace) return explained(context, subject, trace);
    let answer: Answer = 'no';
    for (const id of ids) {
      const found = context.controlOf(subject ?? undefined, id);
      if (!found) continue;
      answer = or(answer, ANSWERS[found.use.status]);
      if (answer === 'yes') break;
    }
    return answer;
  };
}

function inPlace<S extends Subject>(id: string): Test<S> {
  return (context, subject, trace) => {
    const status = context.controlOf(subject ?? undefined, id)?.use.status ?? 'absent';
    if (trace && status === 'unknown') ask(context, subject, id, trace);
    return ANSWERS[status];
  };
}

function ask(context: Context, subject: Subject, id: string, trace: Trace): void {
  const name = context.knowledge.control(id)?.name ?? id;
  const use = context.controlOf(subject ?? undefined, id)?.use;
  const where = subject === null ? 'the system' : (subject.name ?? subject.id);
  trace.ask({
    text: controlQuestion(name, where),
    about: `controls of ${subject?.id ?? 'the system'}`,
    ...(use ? { at: use.at } : {}),
  });
}
