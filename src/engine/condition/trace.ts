/** What a condition looked at on its way to an answer: the facts and the questions that a finding shows. */
import type { Evidence, Question } from '../analysis.ts';

/** How much a trace held at some moment. */
export interface Mark {
  because: number;
  questions: number;
}

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
    return { because: this.facts.length, questions: this.asked.length };
  }

  /** Forgets what came between two marks: the branches that did not decide. */
  forget(from: Mark, to: Mark): void {
    this.facts.splice(from.because, to.because - from.because);
    this.asked.splice(from.questions, to.questions - from.questions);
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
