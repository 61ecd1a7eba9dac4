/** The chains of the case studies as pictures: a build draws them all together on all threads, a server one at a time. */
import { chainDiagram } from '../diagram/chain.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { chainLinks, studiesWithSteps } from '../views/entry/case-study.ts';
import { drawAll, drawMermaid, type MermaidText } from './mermaid.ts';

const drawn = new WeakMap<Knowledge, Promise<Map<string, string>>>();

/** @returns SVG; undefined for a case study without an order, or with one step */
export async function chainDrawing(key: string, knowledge: Knowledge): Promise<string | undefined> {
  const text = textsOf(knowledge).find((t) => t.key === key);
  if (!text) return undefined;
  if (import.meta.env.DEV) return drawMermaid(text);
  const all = drawn.get(knowledge) ?? drawAll(textsOf(knowledge));
  drawn.set(knowledge, all);
  return (await all).get(text.id);
}

const textsOf = (knowledge: Knowledge): (MermaidText & { key: string })[] =>
  studiesWithSteps(knowledge)
    .filter(({ fact }) => fact.ordered && fact.procedure.length > 1)
    .map((study) => ({
      key: study.key,
      id: `chain-${study.fact.id.replace(/\W/g, '-')}`,
      ...chainDiagram(study.name, chainLinks(study, knowledge)),
    }));
