/** Mermaid text → SVG at build time, in worker threads, with no browser. */
import { availableParallelism } from 'node:os';
import type { RenderJob, RenderResult } from './job.ts';
import { startThread } from './thread.ts';
import { workerFile } from './worker-file.ts';

export type { RenderedSvg, RenderFailure, RenderJob, RenderResult } from './job.ts';

export interface RenderOptions {
  /** The folder of Wardbook's package.json. Pass it where this module may be bundled. */
  packageRoot?: string | undefined;
  /** At most how many threads; each takes up to 600 MB. By default up to 4, as the machine has cores. */
  threads?: number | undefined;
  /** Milliseconds for one picture; 30,000 where left out. */
  timeout?: number | undefined;
}

/** Called after each picture, in the order in which they are done. */
export type OnProgress = (progress: { done: number; total: number; id: string }) => void;

export interface Renderer {
  render(jobs: readonly RenderJob[], onProgress?: OnProgress): Promise<Map<string, RenderResult>>;
  /** Ends the threads. A later `render` starts them again. */
  close(): Promise<void>;
}

/** Milliseconds for loading Mermaid and its DOM; two seconds on an idle machine. */
const START_LIMIT = 60_000;
/** A further thread pays where it has more to draw than it takes to start. */
const JOBS_PER_THREAD = 6;

/**
 * A renderer whose threads stay warm between calls, for a server that renders again and again.
 * @throws where the worker's file is not found
 */
export function createRenderer(options: RenderOptions = {}): Renderer {
  const file = workerFile(options.packageRoot);
  const limits = { picture: options.timeout ?? 30_000, start: START_LIMIT };
  const most = Math.max(1, options.threads ?? Math.min(4, availableParallelism()));
  const threads = Array.from({ length: most }, () => startThread(file, limits));
  return {
    async render(jobs, onProgress) {
      const results = new Map<string, RenderResult>();
      const queue = jobs.values();
      const used = threads.slice(0, Math.max(1, Math.ceil(jobs.length / JOBS_PER_THREAD)));
      const work = async (thread: (typeof threads)[number]) => {
        // The threads share one iterator, so each takes the next job that is left.
        for (const job of queue) {
          results.set(job.id, await thread.render(job));
          onProgress?.({ done: results.size, total: jobs.length, id: job.id });
        }
      };
      await Promise.all(used.map(work));
      return new Map(jobs.flatMap(({ id }) => [...pairOf(results, id)]));
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function* pairOf(results: ReadonlyMap<string, RenderResult>, id: string): Generator<[string, RenderResult]> {
  const result = results.get(id);
  if (result) yield [id, result];
}

/**
 * Renders diagrams: data flow diagrams (`Dfd.renderText`) and free Mermaid text.
 * @param jobs ids are unique; every id in a picture begins with its job's
 * @returns for each job its picture, or why there is none, in the order of the jobs
 */
export async function renderMermaid(
  jobs: readonly RenderJob[],
  onProgress?: OnProgress,
  options?: RenderOptions,
): Promise<Map<string, RenderResult>> {
  if (jobs.length === 0) return new Map();
  const renderer = createRenderer(options);
  try {
    return await renderer.render(jobs, onProgress);
  } finally {
    await renderer.close();
  }
}
