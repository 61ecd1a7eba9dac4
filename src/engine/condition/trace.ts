/** What a condition looked at on its way to an answer: the facts and the questions that a finding shows. */
import type { Evidence, Question } from '../analysis.ts';

export class Trace {
  readonly because: Evidence[] = [];
  readonly questions: Question[] = [];

  fact(evidence: Evidence): void {
    if (!this.because.some((e) => e.text === evidence.text)) this.because.push(evidence);
  }

  ask(question: Question): void {
    if (!this.questions.some((q) => q.text === question.text && q.about === question.about))
      this.questions.push(question);
  }
}
