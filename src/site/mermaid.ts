/** Mermaid text in prose, drawn at build time by the renderer of the data flow diagrams. */
import { createRenderer, type Renderer } from '../diagram/render/render.ts';
import { serialise } from '../diagram/svg.ts';
import { packageRoot } from '../workspace/places.ts';

let renderer: Renderer | undefined;
/** One after the other: pictures drawn at the same time get into each other’s way. */
let last: Promise<unknown> = Promise.resolve();

export interface MermaidText {
  /** Unique on its page. */
  id: string;
  code: string;
  title: string;
  description: string;
}

/**
 * @returns SVG without any style, coloured by the site's classes
 * @throws where Mermaid cannot read the text: prose with a broken diagram does not build
 */
export async function drawMermaid({ id, code, title, description }: MermaidText): Promise<string> {
  renderer ??= createRenderer({ packageRoot: packageRoot(), threads: 1 });
  const drawing = renderer;
  const turn = last.then(() => drawing.render([{ id, text: code, title, description }]));
  last = turn.catch(() => undefined);
  const result = (await turn).get(id);
  if (!result || 'error' in result)
    throw new Error(`the diagram "${title}" cannot be drawn: ${result?.error ?? 'no answer'}`);
  return serialise(result.svg);
}
