/** What all pages are made from: the workspace, analysed once for each state of its files. */
import { getEntry } from 'astro:content';
import type { Analysis } from '../engine/analysis.ts';
import type { Catalogue } from '../engine/rule/catalogue.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Model } from '../model/model.ts';
import type { Settings } from '../model/settings.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { analyseWorkspace } from '../workspace/workspace.ts';
import { type Drawing, drawingOf } from './drawings.ts';
import { type StoredWorkspace, WORKSPACE_ENTRY } from './loader.ts';

export interface SystemEntry {
  model: Model;
  analysis: Analysis;
  diagram: Drawing;
}

export interface Site {
  title: string;
  today: string;
  systems: SystemEntry[];
  knowledge: Knowledge;
  catalogue: Catalogue;
  settings: Settings;
  diagnostics: Diagnostic[];
}

let last: { digest: string; site: Site } | undefined;

export async function loadSite(): Promise<Site> {
  const entry = await getEntry('workspace', WORKSPACE_ENTRY);
  if (!entry) throw new Error('the workspace was not loaded: run the build through `wardbook build`');
  const digest = String(entry.digest ?? '');
  if (last?.digest !== digest || digest === '')
    last = { digest, site: siteOf(entry.data as StoredWorkspace) };
  return last.site;
}

function siteOf(stored: StoredWorkspace): Site {
  const { systems, knowledge, catalogue, warnings } = analyseWorkspace(stored, stored.today);
  return {
    title: 'Wardbook',
    today: stored.today,
    systems: systems.map(({ model, analysis }) => ({
      model,
      analysis,
      diagram: drawingOf(model, analysis, stored.pictures[model.id], knowledge),
    })),
    knowledge,
    catalogue,
    settings: stored.settings,
    diagnostics: [...stored.diagnostics, ...warnings],
  };
}
