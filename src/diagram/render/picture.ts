/** One job, done: Mermaid text in, a cleaned picture or the reason why there is none out. */
import type { Mermaid } from 'mermaid';
import { cleanLabel } from '../escape.ts';
import { partIds, rootIdOf } from '../ids.ts';
import { classesOf, rebuildRoot, type SvgElement, svgElement } from '../svg.ts';
import { cleanSvg } from './clean.ts';
import type { RenderedSvg, RenderJob, RenderResult } from './job.ts';
import { type DiagramKind, draw } from './mermaid.ts';
import { tidy, titlesLast } from './tidy.ts';

/** Longest description, in code points. */
const DESCRIPTION_LIMIT = 2000;

export async function picture(mermaid: Mermaid, job: RenderJob): Promise<RenderResult> {
  try {
    const root = rootIdOf(job.id);
    const { kind, svg } = await draw(mermaid, root, job.text);
    return finished(cleanSvg(svg), job, kind, root);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function finished(cleaned: SvgElement, job: RenderJob, kind: DiagramKind, root: string): RenderedSvg {
  const viewBox = cleaned.attrs.viewBox ?? '';
  const [, , width, height] = viewBox.split(/[\s,]+/).map(Number);
  if (!width || !height || !Number.isFinite(width + height)) throw new Error('the picture is empty');
  const body = titlesLast(
    tidy(rebuildRoot(cleaned, (element) => [withOwnId(element, root)])),
    zoneTitleIdOf(root),
  );
  const svg = svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      id: root,
      class: `diagram ${kind}`,
      width: String(width),
      height: String(height),
      viewBox,
      role: 'graphics-document document',
      'aria-labelledby': `${root}-title`,
      'aria-describedby': job.description.trim() ? `${root}-desc` : undefined,
    },
    [...namesOf(job, root), ...body.children],
  );
  return { svg, width, height };
}

function namesOf(job: RenderJob, root: string): SvgElement[] {
  const title = svgElement('title', { id: `${root}-title` }, [cleanLabel(job.title, 'Diagram', 300)]);
  if (!job.description.trim()) return [title];
  const text = cleanLabel(job.description, 'Diagram', DESCRIPTION_LIMIT);
  return [title, svgElement('desc', { id: `${root}-desc` }, [text])];
}

/**
 * Gives the parts of a flowchart ids that say what they are. Ids that do not begin with the picture's go:
 * they would not be unique on a page, and Mermaid numbers some of them by what it drew before.
 */
function withOwnId(element: SvgElement, root: string): SvgElement {
  const { id, ...attrs } = element.attrs;
  if (id === undefined) return element;
  const own = id.startsWith(`${root}-`) || id.startsWith(`${root}_`);
  return { ...element, attrs: own ? { id: ownId(element, id, root), ...attrs } : attrs };
}

function ownId(element: SvgElement, id: string, root: string): string {
  const name = id.slice(root.length + 1);
  const ids = partIds(root);
  const classes = classesOf(element);
  const node = classes.includes('node') ? /^flowchart-(.+)-\d+$/.exec(name)?.[1] : undefined;
  if (node !== undefined) return ids.node(node);
  if (classes.includes('cluster')) return ids.zone(name);
  return classes.includes('flowchart-link') ? ids.edge(name) : id;
}

const zoneTitleIdOf = (root: string) => (zoneId: string) =>
  zoneId.replace(partIds(root).zone(''), partIds(root).zoneTitle(''));
