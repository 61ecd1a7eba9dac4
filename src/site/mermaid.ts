/** Mermaid text drawn at build time by the renderer of the data flow diagrams. */
import { createRenderer, type Renderer } from '../diagram/render/render.ts';
import { serialise } from '../diagram/svg.ts';
import { packageRoot } from '../workspace/places.ts';

let renderer: Renderer | undefined;
/** One batch after the other: batches drawn at the same time get into each other’s way. */
let last: Promise<unknown> = Promise.resolve();

export interface MermaidText {
  /** Unique on its page. */
  id: string;
  code: string;
  title: string;
  description: string;
}

/**
 * @returns SVG by id, without any style, coloured by the site's classes; drawn on as many threads as pay
 * @throws where Mermaid cannot read a text: prose with a broken diagram does not build
 */
export async function drawAll(texts: readonly MermaidText[]): Promise<Map<string, string>> {
  renderer ??= createRenderer({ packageRoot: packageRoot() });
  const drawing = renderer;
  const jobs = texts.map(({ id, code, title, description }) => ({ id, text: code, title, description }));
  const turn = last.then(() => drawing.render(jobs));
  last = turn.catch(() => undefined);
  const results = await turn;
  return new Map(
    texts.map(({ id, title }) => {
      const result = results.get(id);
      if (!result || 'error' in result)
        throw new Error(`the diagram "${title}" cannot be drawn: ${result?.error ?? 'no answer'}`);
      return [id, serialise(result.svg)];
    }),
  );
}

/** One of them. */
export async function drawMermaid(text: MermaidText): Promise<string> {
  return (await drawAll([text])).get(text.id) ?? '';
}
