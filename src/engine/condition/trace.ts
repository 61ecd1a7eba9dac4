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
    return uniqueBy(this.facts, (e) => e.text);
  }

  /** The questions, each once. */
  get questions(): Question[] {
    return uniqueBy(this.asked, (q) => `${q.about}\n${q.text}`);
  }
}

function uniqueBy<T>(list: readonly T[], keyOf: (item: T) => string): T[] {
  if (list.length < 2) return [...list];
  const seen = new Set<string>();
  return list.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
