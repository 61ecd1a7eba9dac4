/** The tree of kinds of element, by the symbol they are drawn with. */
import type { Component } from '../../knowledge/schema/component.ts';
import { ELEMENT_TYPES, type ElementType } from '../../model/vocabulary.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { sentence, TYPE_LABELS } from '../labels.ts';
import { componentPath } from '../paths.ts';

export interface KindNode {
  id: string;
  name: string;
  path: string;
  ai: boolean;
  /** Elements of our systems of this very kind. */
  used: number;
  children: KindNode[];
}

export interface KindTree {
  columns: { type: ElementType; label: string; roots: KindNode[]; total: number }[];
  total: number;
}

export const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.localeCompare(b.name, 'en');

export function kindTree(site: KnowledgeSite): KindTree {
  const { components } = site.knowledge.data;
  const used = new Map<string, number>();
  for (const { model } of site.systems)
    for (const e of model.elements) if (e.kind) used.set(e.kind, (used.get(e.kind) ?? 0) + 1);
  const node = (c: Component): KindNode => ({
    id: c.id,
    name: c.name,
    path: componentPath(c.id),
    ai: c.ai,
    used: used.get(c.id) ?? 0,
    children: components
      .filter((child) => child.parents.includes(c.id))
      .map(node)
      .sort(byName),
  });
  const columns = ELEMENT_TYPES.map((type) => ({
    type,
    label: sentence(plural(TYPE_LABELS[type])),
    roots: components
      .filter((c) => c.type === type && c.parents.length === 0)
      .map(node)
      .sort(byName),
    total: components.filter((c) => c.type === type).length,
  }));
  return { columns, total: components.length };
}

const plural = (label: string): string => label.replace(/ss$/, 'sse').replace(/y$/, 'ie').concat('s');
