/** Makes a rendered data flow diagram part of a page: links, stable ids, and classes to style it by. */
import { type Badge, badge } from './badge.ts';
import type { Dfd } from './dfd.ts';
import { partIds } from './ids.ts';
import { isElement, rebuildRoot, type SvgElement, type SvgNode, svgElement, withClasses } from './svg.ts';

/** What the page knows about elements, flows and zones; ids are those of the model. */
export interface DfdHooks {
  /** Where an element leads to. The href is written as it is: give addresses of the site only. */
  linkOf?: ((elementId: string) => string | undefined) | undefined;
  /** What a screen reader says for an element's link; its name where left out. */
  nameOf?: ((elementId: string) => string | undefined) | undefined;
  classesOf?: ((elementId: string) => readonly string[]) | undefined;
  /** A mark at the upper right corner, for what must not be said by colour alone. */
  badgeOf?: ((elementId: string) => Badge | undefined) | undefined;
  flowLinkOf?: ((flowId: string) => string | undefined) | undefined;
  flowNameOf?: ((flowId: string) => string | undefined) | undefined;
  flowClassesOf?: ((flowId: string) => readonly string[]) | undefined;
  zoneClassesOf?: ((zoneId: string) => readonly string[]) | undefined;
}

type Change = (part: SvgElement) => SvgElement;

/**
 * Gives the parts of a picture their hooks: `dfd-<element>` on nodes, `flow-<flow>` on flows,
 * `flowlabel-<flow>` on their labels, `zone-<zone>` on zones, with the classes asked for. Nodes and labels
 * of flows become links.
 * @param svg what `renderMermaid` made of `dfd.renderText`
 */
export function annotate(svg: SvgElement, dfd: Dfd, hooks: DfdHooks): SvgElement {
  const changes = changesById(svg.attrs.id ?? '', dfd, hooks);
  return rebuildRoot(svg, (part) => {
    const change = changes.get(part.attrs.id ?? '');
    return [change ? change(part) : part];
  });
}

function changesById(root: string, dfd: Dfd, hooks: DfdHooks): Map<string, Change> {
  const ids = partIds(root);
  const changes = new Map<string, Change>();
  for (const [key, elementId] of dfd.nodes) {
    const name = hooks.nameOf?.(elementId) ?? dfd.labels.get(key) ?? elementId;
    const mark = hooks.badgeOf?.(elementId);
    changes.set(ids.node(key), (part) => {
      const marked = mark ? { ...part, children: [...part.children, badge(part, mark)] } : part;
      const hooked = hook(marked, `dfd-${elementId}`, hooks.classesOf?.(elementId));
      return linked(hooked, hooks.linkOf?.(elementId), name, 'node-link');
    });
  }
  for (const { id, flowId, label } of dfd.edges) {
    const classes = hooks.flowClassesOf?.(flowId) ?? [];
    const name = hooks.flowNameOf?.(flowId) ?? label;
    changes.set(ids.edge(id), (part) => hook(part, `flow-${flowId}`, ['flow', ...classes]));
    changes.set(ids.edgeLabel(id), (part) => {
      const hooked = hook(part, `flowlabel-${flowId}`, ['flow-label', ...classes]);
      return linked(hooked, hooks.flowLinkOf?.(flowId), name, 'flow-link');
    });
  }
  for (const [key, zoneId] of dfd.zones) {
    const classes = hooks.zoneClassesOf?.(zoneId) ?? [];
    changes.set(ids.zone(key), (part) => hook(part, `zone-${zoneId}`, ['zone', ...classes]));
    changes.set(ids.zoneTitle(key), (part) => withClasses(part, classes));
  }
  return changes;
}

function hook(part: SvgElement, id: string, classes: readonly string[] = []): SvgElement {
  return withClasses({ ...part, attrs: { ...part.attrs, id } }, classes);
}

/** A title names the link and shows on hover; an aria-label would have to repeat the drawn rows to the letter. */
function linked(part: SvgElement, href: string | undefined, name: string, className: string): SvgElement {
  if (href === undefined) return part;
  return svgElement('a', { href, class: className }, [svgElement('title', {}, [name]), part]);
}

/** The same picture without its links, for use apart from the site. */
export function withoutLinks(svg: SvgElement): SvgElement {
  return rebuildRoot(svg, (part) => (part.tag === 'a' ? part.children.filter(isDrawn) : [part]));
}

const isDrawn = (node: SvgNode): boolean => !(isElement(node) && node.tag === 'title');
