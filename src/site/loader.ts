/** Astro's way into a workspace: loads it, draws its diagrams, watches it while `wardbook dev` runs. */
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { SETTINGS_FILE } from '../model/settings.ts';
import { formatDiagnostic } from '../source/diagnostic.ts';
import { resolveToday, workspacePlaces } from '../workspace/places.ts';
import { type SessionState, workspaceSession } from '../workspace/session.ts';
import { type Draughtsman, draughtsman, type Pictures } from './drawings.ts';

/** The one entry of the collection. */
export const WORKSPACE_ENTRY = 'all';

export interface StoredWorkspace extends SessionState, Record<string, unknown> {
  today: string;
  /** By system id. */
  pictures: Pictures;
}

const SETTLE_MS = 60;

export function workspaceLoader(): Loader {
  return {
    name: 'wardbook-workspace',
    load: async (context) => {
      const places = workspacePlaces();
      const session = workspaceSession(places);
      const artist = draughtsman(places.root);
      const refresh = () => store(context, session, artist);
      await refresh();
      if (!context.watcher) await artist.close();
      else
        watch(
          context,
          [
            path.join(places.root, 'content'),
            path.join(places.workspace, 'content'),
            path.join(places.workspace, 'threat-models'),
            path.join(places.workspace, SETTINGS_FILE),
          ],
          refresh,
        );
    },
  };
}

async function store(
  context: LoaderContext,
  session: () => Promise<SessionState>,
  artist: Draughtsman,
): Promise<void> {
  const state = await session();
  for (const d of state.diagnostics)
    context.logger[d.severity === 'error' ? 'error' : 'warn'](formatDiagnostic(d));
  const pictures = await artist.draw(state.models, state.knowledge, announce);
  const data: StoredWorkspace = { ...state, today: resolveToday(), pictures };
  context.store.set({ id: WORKSPACE_ENTRY, data, digest: context.generateDigest(data) });
}

/** A tenth of many pictures takes long enough to be worth a line. */
function announce(done: number, total: number): void {
  if (total >= 20 && done % Math.ceil(total / 10) === 0)
    process.stderr.write(`diagrams: ${done} of ${total}\n`);
}

/** One refresh for a burst of changes; a refresh that fails is logged and never ends the server. */
function watch(context: LoaderContext, places: readonly string[], refresh: () => Promise<void>): void {
  const { watcher, logger } = context;
  watcher?.add([...places]);
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const changed = (file: string) => {
    if (
      !/\.ya?ml$/.test(file) ||
      !places.some((place) => file === place || file.startsWith(place + path.sep))
    )
      return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(refresh).catch((error) => logger.error(String(error)));
    }, SETTLE_MS);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher?.on(event, changed);
}
