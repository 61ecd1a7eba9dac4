/** The title of a finding: the rule's, with names of the model in it. */
import type { Element, Flow } from '../model/model.ts';
import type { Target } from './analysis.ts';
import type { Context } from './condition/context.ts';

/** A title as text and placeholders in turn, the text first: `Copy {element} now` → ['Copy ', 'element', ' now']. */
export const titleParts = (title: string): readonly string[] => title.split(/\{([a-z]+)\}/);

/** Puts names for `{element}`, `{flow}`, `{from}`, `{to}`, `{data}` and `{system}`; a name is never read as a placeholder. */
export function titleFor(
  parts: readonly string[],
  context: Context,
  subject: Element | Flow | null,
  target: Target,
): string {
  let title = '';
  let isText = true;
  for (const part of parts) {
    title += isText ? part : (wordFor(part, context, subject, target) ?? `{${part}}`);
    isText = !isText;
  }
  return title;
}

function wordFor(
  word: string,
  { graph, noted }: Context,
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
          ? noted(subject, 'data names', () =>
              graph
                .dataOf(subject)
                .map((d) => d.name)
                .join(', '),
            )
          : '') || 'data'
      );
    default:
      return undefined;
  }
}
