/** One worker thread: draws one picture at a time, is cut when a picture takes too long, and starts again. */
import { Worker } from 'node:worker_threads';
import type { FromWorker, RenderJob, RenderResult } from './job.ts';

export interface Limits {
  /** Milliseconds for one picture. */
  picture: number;
  /** Milliseconds for loading Mermaid. */
  start: number;
}

export interface Thread {
  /** Draws a picture; one call at a time. Never rejects. */
  render(job: RenderJob): Promise<RenderResult>;
  close(): Promise<void>;
}

export function startThread(file: string, limits: Limits): Thread {
  let worker: Worker | undefined;
  /** A thread that did not start once will not start for the next picture either. */
  let broken: RenderResult | undefined;
  const stop = async () => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const begin = async () => {
    // Flags of the parent, such as a test runner's loaders, are not for this thread.
    const started = new Worker(file, { execArgv: [] });
    worker = started;
    // Without a listener of its own an error between two pictures would end the whole build.
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (worker === started) worker = undefined;
    });
    await answer(started, limits.start, 'the renderer did not start', (m) => 'ready' in m || undefined);
    return started;
  };
  return {
    async render(job) {
      if (broken) return broken;
      if (!worker) {
        try {
          await begin();
        } catch (error) {
          await stop();
          broken = failure(error);
        }
      }
      if (!worker) return broken ?? failure(new Error('the renderer ended'));
      try {
        return await drawIn(worker, job, limits.picture);
      } catch (error) {
        await stop();
        return failure(error);
      }
    },
    async close() {
      broken = undefined;
      await stop();
    },
  };
}

const failure = (error: unknown): RenderResult => ({
  error: error instanceof Error ? error.message : String(error),
});

async function drawIn(worker: Worker, job: RenderJob, limit: number): Promise<RenderResult> {
  // An idle thread does not keep the process alive, a drawing one does.
  worker.ref();
  const drawn = answer(worker, limit, 'the picture was not ready', (m) =>
    'id' in m && m.id === job.id ? m.result : undefined,
  );
  worker.postMessage(job);
  try {
    return await drawn;
  } finally {
    worker.unref();
  }
}

/** Waits for the message that `pick` wants. Rejects when the limit is over or the thread ends. */
function answer<T>(
  worker: Worker,
  limit: number,
  what: string,
  pick: (message: FromWorker) => T | undefined,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => reject(new Error(`${what} within ${limit / 1000} s`)), limit);
  const onMessage = (message: FromWorker) => {
    const picked = pick(message);
    if (picked !== undefined) resolve(picked);
  };
  const onError = (error: unknown) =>
    reject(new Error(`the renderer failed: ${error instanceof Error ? error.message : String(error)}`));
  const onExit = (code: number) => reject(new Error(`the renderer ended with code ${code}`));
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  });
}
