/** The paths of the pages and files that each system has: one a system, with the system as its props. */
import type { GetStaticPaths } from 'astro';
import { loadSite, type SystemEntry } from './data.ts';

export interface SystemProps {
  system: SystemEntry;
}

export const systemPaths = (async () => {
  const { systems } = await loadSite();
  return systems.map((system) => ({ params: { id: system.model.id }, props: { system } }));
}) satisfies GetStaticPaths;
