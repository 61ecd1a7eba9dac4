/** Words that facts and questions share. */
import type { Flow } from '../../model/model.ts';
import type { Evidence } from '../analysis.ts';
import type { Context } from './context.ts';

/** A name inside a sentence: `Rate limiting` → `rate limiting`, but `TLS termination` and `LLM server` stay. */
export const midSentence = (name: string): string =>
  /^\p{Lu}(?:\p{Ll}|\P{L})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** `Is rate limiting in place on Chatbot?` */
export const controlQuestion = (control: string, on: string): string =>
  `Is ${midSentence(control)} in place on ${on}?`;

/** `Chatbot: does it act without a person approving each action?` */
export const questionAbout = (question: string, name: string): string =>
  `${name}: ${question.charAt(0).toLowerCase()}${question.slice(1)}`;

/** `it crosses from Internet (trust 0) to Application (trust 5)` */
export function crossingEvidence(context: Context, flow: Flow): Evidence {
  const zone = (id: string) => {
    const z = context.graph.zone(context.graph.element(id)?.zone ?? '');
    return `${z?.name ?? id} (trust ${z?.trust ?? 0})`;
  };
  return { text: `it crosses from ${zone(flow.from)} to ${zone(flow.to)}`, basis: 'computed', at: flow.at };
}
