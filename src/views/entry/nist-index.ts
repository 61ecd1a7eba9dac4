/** The index of the NIST AI RMF: outcomes that controls cite or systems answer for. */
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { type EntryLine, editionOf, entryLine, inOrder, ofKind, tree } from './lines.ts';

export interface NistIndex {
  edition: string;
  functions: {
    line: EntryLine;
    lines: (EntryLine & { controls: number; answers: { answer: string; count: number }[] })[];
  }[];
}

export function nistIndex(site: KnowledgeSite): NistIndex {
  const uses = usesOf(site);
  const functions = ofKind(site, 'nist-ai-rmf', 'function');
  return {
    edition: editionOf(functions),
    functions: functions.map((f) => ({
      line: entryLine(f, site),
      lines: tree(inOrder(site.knowledge.childrenOf(f.key)), site).map((line) => {
        const answers = uses.answers(line.key).map(({ answer }) => answer.answer);
        return {
          ...line,
          controls: uses.controls(line.key).length,
          answers: ['met', 'partial', 'gap', 'not-applicable']
            .map((answer) => ({ answer, count: answers.filter((a) => a === answer).length }))
            .filter((a) => a.count > 0),
        };
      }),
    })),
  };
}
