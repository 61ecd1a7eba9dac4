/** What a condition looked at on its way to an answer: the facts and the questions that a finding shows. */
import type { Evidence, Question } from '../analysis.ts';

/** How much a trace held at some moment: facts and questions in one number, so that marking makes no garbage. */
export type Mark = number;

const QUESTIONS = 0x10000;

export class Trace {
  private readonly facts: Evidence[] = [];
  private readonly asked: Question[] = [];

  fact(evidence: Evidence): void {
    this.facts.push(evidence);
  }

  ask(question: Question): void {
    this.asked.push(question);
  }

  mark(): Mark {
    return this.facts.length + this.asked.length * QUESTIONS;
  }

  /** Forgets what came between two marks: the branches that did not decide. */
  forget(from: Mark, to: Mark): void {
    if (from === to) return;
    const [facts, asked] = [from % QUESTIONS, Math.floor(from / QUESTIONS)];
    this.facts.splice(facts, (to % QUESTIONS) - facts);
    this.asked.splice(asked, Math.floor(to / QUESTIONS) - asked);
  }

  /** The facts, each once. */
  get because(): Evidence[] {
    return unique(this.facts, (a, b) => a.text === b.text);
  }

  /** The questions, each once. */
  get questions(): Question[] {
    return unique(this.asked, sameQuestion);
  }
}

export const sameQuestion = (a: Question, b: Question): boolean =>
  a === b || (a.about === b.about && a.text === b.text);

/** Compares all with all: the lists are short, and keys to compare by would have to be made first. */
function unique<T>(list: readonly T[], same: (a: T, b: T) => boolean): T[] {
  const kept: T[] = [];
  for (const item of list) if (!kept.some((known) => same(known, item))) kept.push(item);
  return kept;
}
