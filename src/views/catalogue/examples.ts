/** A rule's examples as short YAML: small maps on one line, as people write them. */
import { Document, isMap, isSeq, visit } from 'yaml';
import type { Rule, RuleExample } from '../../engine/rule/schema.ts';

export interface ExampleView {
  /** `found`, `clear`, `asked`: what the rule says about it. */
  verdict: 'found' | 'clear' | 'asked';
  name: string;
  /** The element or flow it speaks about. */
  on: string;
  yaml: string;
}

/** A map or list of at most so many characters stands on one line. */
const ONE_LINE = 76;

export function exampleYaml(model: RuleExample['model']): string {
  const doc = new Document(model);
  visit(doc, {
    Collection: (_, node, path) => {
      // The first two levels are the sections and what is in them.
      const depth = path.filter((p) => isMap(p) || isSeq(p)).length;
      if (depth >= 2 && JSON.stringify(node.toJSON()).length <= ONE_LINE) node.flow = true;
    },
  });
  return doc.toString({ lineWidth: 0, flowCollectionPadding: true });
}

export const examplesOf = (rule: Rule): ExampleView[] =>
  (['found', 'clear', 'asked'] as const).flatMap((verdict) =>
    rule.examples[verdict].map(({ name, on, model }) => ({ verdict, name, on, yaml: exampleYaml(model) })),
  );
