/** A picture as a file of its own: light colours inside, links left out, a white ground. */
import { withoutLinks } from './annotate.ts';
import { diagramRules, LIGHT } from './style.ts';
import { isElement, type SvgElement, type SvgNode, serialise, svgElement } from './svg.ts';

/** Typefaces no wider than Inter, for which the room was measured. */
const FONTS = 'Inter,Arial,Helvetica,Liberation Sans,sans-serif';

/** The text of an `.svg` file that looks right when opened alone. */
export function standaloneSvg(svg: SvgElement): string {
  const [x, y, width, height] = (svg.attrs.viewBox ?? '').split(/[\s,]+/);
  const ground = svgElement('rect', { x, y, width, height, fill: LIGHT.card });
  const style = svgElement('style', {}, [diagramRules((name) => LIGHT[name], FONTS)]);
  const isName = (node: SvgNode) => isElement(node) && /^(?:title|desc)$/.test(node.tag);
  const { children } = withoutLinks(svg);
  const body = children.filter((node) => !isName(node));
  return `${serialise({ ...svg, children: [...children.filter(isName), style, ground, ...body] })}\n`;
}
