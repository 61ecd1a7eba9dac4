/** A workspace that is being edited: each load keeps the last good state of a file that is broken now. */

import type { Model } from '../model/model.ts';
import { SETTINGS_FILE, type Settings } from '../model/settings.ts';
import { type Diagnostic, isError } from '../source/diagnostic.ts';
import {
  type LoadedWorkspace,
  loadWorkspace,
  type WorkspaceData,
  type WorkspacePlaces,
} from './workspace.ts';

export interface SessionState extends WorkspaceData {
  diagnostics: Diagnostic[];
}

/** @returns a function that loads the workspace again and remembers what was good */
export function workspaceSession(places: WorkspacePlaces): () => Promise<SessionState> {
  const lastGood = new Map<string, Model>();
  let lastContent: Pick<WorkspaceData, 'knowledge' | 'rules'> | undefined;
  let lastSettings: Settings | undefined;
  return async () => {
    const loaded = await loadWorkspace(places);
    const broken = new Set(loaded.diagnostics.filter(isError).map((d) => d.file));
    keepGood(lastGood, loaded);
    const contentBroken = [...broken].some(isContent);
    const content =
      contentBroken && lastContent ? lastContent : { knowledge: loaded.knowledge, rules: loaded.rules };
    if (!contentBroken) lastContent = content;
    if (!broken.has(SETTINGS_FILE)) lastSettings = loaded.settings;
    const models = [...lastGood.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { models, ...content, settings: lastSettings ?? loaded.settings, diagnostics: loaded.diagnostics };
  };
}

const isContent = (file: string): boolean => !file.startsWith('threat-models/') && file !== SETTINGS_FILE;

/** A file that is gone is gone; one that is broken shows what it last said. */
function keepGood(lastGood: Map<string, Model>, { models, texts }: LoadedWorkspace): void {
  for (const model of models) lastGood.set(model.file, model);
  const now = new Set(models.map((m) => m.file));
  for (const file of lastGood.keys()) if (!now.has(file) && !texts.has(file)) lastGood.delete(file);
}
