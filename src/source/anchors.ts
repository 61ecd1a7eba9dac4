/** The anchors of a YAML document. */
import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

/** Maps, lists, scalars and aliases; not the pairs of a map. */
export const isNode = (node: unknown): node is Node =>
  isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);

/** All anchors by name. YAML lets a name be used again; Wardbook refuses that, since a reader would take the wrong one. */
export function collectAnchors(root: unknown): {
  anchors: Map<string, Node>;
  reused: { name: string; offset: number }[];
} {
  const anchors = new Map<string, Node>();
  const reused: { name: string; offset: number }[] = [];
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!isNode(node) || isAlias(node)) continue;
    if (node.anchor) {
      if (anchors.has(node.anchor)) reused.push({ name: node.anchor, offset: node.range?.[0] ?? 0 });
      anchors.set(node.anchor, node);
    }
    for (const child of childrenOf(node)) stack.push(child);
  }
  return { anchors, reused };
}

function childrenOf(node: Node): unknown[] {
  if (isMap(node)) return node.items.flatMap((pair) => [pair.key, pair.value]);
  return isSeq(node) ? node.items : [];
}
