/** A workspace that is being edited: each load keeps the last good state of a file that is broken now. */

import type { Model } from '../model/model.ts';
import { type Diagnostic, isError } from '../source/diagnostic.ts';
import { loadWorkspace, type WorkspaceData, type WorkspacePlaces } from './workspace.ts';

export interface SessionState extends WorkspaceData {
  diagnostics: Diagnostic[];
}

/** @returns a function that loads the workspace again and remembers what was good */
export function workspaceSession(places: WorkspacePlaces): () => Promise<SessionState> {
  const lastGood = new Map<string, Model>();
  let lastContent: Pick<WorkspaceData, 'knowledge' | 'rules'> | undefined;
  return async () => {
    const loaded = await loadWorkspace(places);
    const broken = new Set(loaded.diagnostics.filter(isError).map((d) => d.file));
    for (const model of loaded.models) lastGood.set(model.file, model);
    const now = new Set(loaded.models.map((m) => m.file));
    // A file that is gone is gone; one that is broken shows what it last said.
    for (const file of lastGood.keys()) if (!now.has(file) && !loaded.texts.has(file)) lastGood.delete(file);
    const contentBroken = [...broken].some((file) => !file.startsWith('threat-models/'));
    const content =
      contentBroken && lastContent ? lastContent : { knowledge: loaded.knowledge, rules: loaded.rules };
    if (!contentBroken) lastContent = content;
    const models = [...lastGood.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { models, ...content, diagnostics: loaded.diagnostics };
  };
}
