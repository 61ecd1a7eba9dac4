/** The title of a finding: the rule's, with names of the model in it. */
import type { Element, Flow } from '../model/model.ts';
import type { Target } from './analysis.ts';
import type { Context } from './condition/context.ts';

/** Fills `{element}`, `{flow}`, `{from}`, `{to}`, `{data}` and `{system}` in one pass, so that a name is never read as a placeholder. */
export function titleFor(
  title: string,
  context: Context,
  subject: Element | Flow | null,
  target: Target,
): string {
  if (!title.includes('{')) return title;
  return title.replace(
    /\{([a-z]+)\}/g,
    (all, word: string) => wordFor(word, context, subject, target) ?? all,
  );
}

function wordFor(
  word: string,
  { graph }: Context,
  subject: Element | Flow | null,
  target: Target,
): string | undefined {
  const flow = subject !== null && 'from' in subject ? subject : undefined;
  switch (word) {
    case 'system':
      return graph.model.name;
    case 'element':
      return target.name;
    case 'flow':
      return flow ? (flow.name ?? `the flow ${target.name}`) : target.name;
    case 'from':
    case 'to':
      return flow ? (graph.element(flow[word])?.name ?? flow[word]) : target.name;
    case 'data':
      return (
        (subject
          ? graph
              .dataOf(subject)
              .map((d) => d.name)
              .join(', ')
          : '') || 'data'
      );
    default:
      return undefined;
  }
}
