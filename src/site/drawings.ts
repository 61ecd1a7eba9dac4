/** The pictures of all systems: drawn while the workspace loads, made part of a page later. */
import { annotate } from '../diagram/annotate.ts';
import { dfdOf } from '../diagram/dfd.ts';
import { createRenderer, type RenderJob, type RenderResult } from '../diagram/render/render.ts';
import { standaloneSvg } from '../diagram/standalone.ts';
import { serialise } from '../diagram/svg.ts';
import type { Analysis } from '../engine/analysis.ts';
import { indexKnowledge, type Knowledge, type KnowledgeData } from '../knowledge/knowledge.ts';
import type { Model } from '../model/model.ts';
import { diagramHooks } from '../views/diagram.ts';

/** A picture as it came from the renderer, by system id; an error where there is none. */
export type Pictures = Record<string, RenderResult>;

export interface Drawing {
  /** SVG to put into a page: no style, colours by class, links to the tables of the page. */
  svg: string;
  /** The same picture to download, with its own colours. */
  standalone: string;
  /** Mermaid text to download. */
  mmd: string;
  /** Why there is no picture. */
  error?: string;
}

const dfdFor = (model: Model, knowledge: Knowledge) => {
  const ai = model.elements.filter((e) => knowledge.component(e.kind ?? '')?.ai).map((e) => e.id);
  return dfdOf(model, { ai: new Set(ai) });
};

export interface Draughtsman {
  /** @param onDrawn called after each picture that had to be drawn */
  draw(
    models: readonly Model[],
    data: KnowledgeData,
    onDrawn?: (done: number, total: number) => void,
  ): Promise<Pictures>;
  close(): Promise<void>;
}

/** Draws what changed since the last time; its threads stay warm until it is closed. */
export function draughtsman(packageRoot: string): Draughtsman {
  const renderer = createRenderer({ packageRoot });
  let drawn = new Map<string, RenderResult>();
  return {
    draw: async (models, data, onDrawn) => {
      const knowledge = indexKnowledge(data);
      const jobs = models.map((model): RenderJob => {
        const dfd = dfdFor(model, knowledge);
        return {
          id: `dfd-of-${model.id}`,
          text: dfd.renderText,
          title: dfd.title,
          description: dfd.description,
        };
      });
      const keyOf = (job: RenderJob) => JSON.stringify(job);
      const missing = jobs.filter((job) => !drawn.has(keyOf(job)));
      const fresh = await renderer.render(missing, ({ done, total }) => onDrawn?.(done, total));
      drawn = new Map(
        jobs.flatMap((job) => {
          const result = drawn.get(keyOf(job)) ?? fresh.get(job.id);
          return result ? [[keyOf(job), result] as const] : [];
        }),
      );
      const entries = jobs.map(
        (job, i) => [models[i]?.id ?? '', drawn.get(keyOf(job)) ?? { error: 'not drawn' }] as const,
      );
      return Object.fromEntries(entries);
    },
    close: () => renderer.close(),
  };
}

/** A picture with its links and marks, and the two downloads. */
export function drawingOf(
  model: Model,
  analysis: Analysis,
  picture: RenderResult | undefined,
  knowledge: Knowledge,
): Drawing {
  const dfd = dfdFor(model, knowledge);
  if (!picture || 'error' in picture)
    return { svg: '', standalone: '', mmd: dfd.text, error: picture?.error ?? 'not drawn' };
  return {
    svg: serialise(annotate(picture.svg, dfd, diagramHooks(model, analysis.findings, knowledge))),
    standalone: standaloneSvg(picture.svg),
    mmd: dfd.text,
  };
}
