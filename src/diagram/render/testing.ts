/** Geometry of a rendered picture, for tests: what lies within which zone. */
import type { Model } from '../../model/model.ts';
import type { Dfd } from '../dfd.ts';
import { partIds } from '../ids.ts';
import { isElement, type SvgElement, walk } from '../svg.ts';
import { type Box, boxAt, numbersIn } from './box.ts';

/** Element id → zones whose rectangle holds its middle, in the order of painting. */
export function zonesAround(svg: SvgElement, dfd: Dfd): Map<string, string[]> {
  const zones = zoneBoxes(svg, dfd);
  return new Map(
    [...dfd.nodes].map(([key, elementId]) => {
      const [x = 0, y = 0] = numbersIn(
        find(svg, partIds(svg.attrs.id ?? '').node(key)).attrs.transform ?? '',
      );
      return [elementId, zones.filter(([, box]) => holds(box, x, y)).map(([id]) => id)];
    }),
  );
}

/** Flows that run through a zone in which neither of their ends stands, as `flow zone`. */
export function foreignZonesCrossed(svg: SvgElement, dfd: Dfd, model: Model): string[] {
  const zones = zoneBoxes(svg, dfd);
  const around = zonesAround(svg, dfd);
  return dfd.edges.flatMap((edge, i) => {
    const flow = model.flows[i];
    const own = new Set([flow?.from, flow?.to].flatMap((id) => around.get(id ?? '') ?? []));
    const points = pointsOf(find(svg, partIds(svg.attrs.id ?? '').edge(edge.id)).attrs.d ?? '');
    const foreign = zones.filter(([id, box]) => !own.has(id) && points.some(([x, y]) => holds(box, x, y)));
    return foreign.map(([id]) => `${edge.flowId} ${id}`);
  });
}

/** The rectangles of zones, in the order of painting. */
export function zoneBoxes(svg: SvgElement, dfd: Dfd): [string, Box][] {
  const idOf = new Map([...dfd.zones].map(([key, id]) => [partIds(svg.attrs.id ?? '').zone(key), id]));
  return [...walk(svg)].flatMap((element): [string, Box][] => {
    const zone = idOf.get(element.attrs.id ?? '');
    const rect = element.children.find(isElement)?.attrs;
    if (!zone || !rect) return [];
    const [x = 0, y = 0, width = 0, height = 0] = [rect.x, rect.y, rect.width, rect.height].map(Number);
    return [[zone, boxAt(x, y, width, height)]];
  });
}

/** The part of a picture with this id. @throws where there is none */
export function find(svg: SvgElement, id: string): SvgElement {
  const found = [...walk(svg)].find((element) => element.attrs.id === id);
  if (!found) throw new Error(`the picture has no ${id}`);
  return found;
}

/** Points along a path, a pixel or so apart; each command is taken as a straight line to its end. */
function pointsOf(data: string): [number, number][] {
  const corners = [...data.matchAll(/[A-Z][^A-Z]*/g)].map(([command]): [number, number] => {
    const numbers = numbersIn(command);
    return [numbers.at(-2) ?? 0, numbers.at(-1) ?? 0];
  });
  return corners.flatMap(([x, y], i) => {
    const [px, py] = corners[i - 1] ?? [x, y];
    const steps = Math.ceil(Math.hypot(x - px, y - py)) + 1;
    return Array.from({ length: steps }, (_, n): [number, number] => [
      px + ((x - px) * n) / steps,
      py + ((y - py) * n) / steps,
    ]);
  });
}

/** Well inside: a line may touch a border. */
const holds = (box: Box, x: number, y: number) =>
  x > box.left + 1 && x < box.right - 1 && y > box.top + 1 && y < box.bottom - 1;
