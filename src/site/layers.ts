/** What Navigator layers need of the site: the knowledge base, and absolute addresses where the site knows its own. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { LayerContext } from '../reports/navigator.ts';
import { keyPath } from '../views/paths.ts';
import { href } from './href.ts';

export function layerContext(knowledge: Knowledge, site: URL | undefined): LayerContext {
  if (!site) return { knowledge };
  return {
    knowledge,
    urlOf: (key) => {
      const path = keyPath(key);
      return path ? new URL(href(path), site).href : undefined;
    },
  };
}
