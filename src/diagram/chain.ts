/** A chain of steps as Mermaid text: one box a step, steps of the same phase framed together. */
import { cleanLabel, escapeForRender, escapePublished } from './escape.ts';

export interface ChainLink {
  /** The tactic; empty where none is known. */
  phase: string;
  /** The technique. */
  action: string;
}

export interface ChainDiagram {
  /** Mermaid text for our renderer. */
  code: string;
  title: string;
  description: string;
}

/** @param name of the case; the steps in their order */
export function chainDiagram(name: string, steps: readonly ChainLink[]): ChainDiagram {
  return {
    code: ['flowchart TB', ...body(steps, escapeForRender), ''].join('\n'),
    title: cleanLabel(`Attack chain of ${name}`),
    description: cleanLabel(
      steps.map(({ phase, action }, i) => `${i + 1}. ${phase ? `${phase}: ` : ''}${action}`).join('; '),
      'No steps',
      2_000,
    ),
  };
}

/** The same for publication: it shows every label exactly in any Mermaid. */
export function chainMermaid(name: string, steps: readonly ChainLink[]): string {
  const { title, description } = chainDiagram(name, steps);
  return [
    'flowchart TB',
    `accTitle: ${escapePublished(title)}`,
    `accDescr: ${escapePublished(description)}`,
    ...body(steps, escapePublished),
    '',
  ].join('\n');
}

function body(steps: readonly ChainLink[], escaped: (label: string) => string): string[] {
  const runs: { phase: string; from: number; links: ChainLink[] }[] = [];
  for (const [i, link] of steps.entries()) {
    const last = runs.at(-1);
    if (last?.phase === link.phase) last.links.push(link);
    else runs.push({ phase: link.phase, from: i, links: [link] });
  }
  const quoted = (label: string) => `"${escaped(cleanLabel(label))}"`;
  const boxes = runs.flatMap(({ phase, from, links }, run) => {
    const nodes = links.map(
      ({ action }, i) => `  s_${from + i + 1}[${quoted(`${from + i + 1}  ${action}`)}]`,
    );
    return phase ? [`subgraph p_${run + 1}[${quoted(phase)}]`, ...nodes, 'end'] : nodes;
  });
  const arrows = steps.slice(1).map((_, i) => `s_${i + 1} --> s_${i + 2}`);
  return [...boxes, ...arrows];
}
