/** What goes into rendering and what comes out: plain data that crosses to the worker thread and back. */
import type { SvgElement } from '../svg.ts';

export interface RenderJob {
  /** Unique among the jobs and on the page: every id inside the picture begins with it. */
  id: string;
  /** Mermaid text: a flowchart or a sequence diagram. */
  text: string;
  title: string;
  description: string;
}

export interface RenderedSvg {
  svg: SvgElement;
  /** Native size in CSS pixels. */
  width: number;
  height: number;
}

export interface RenderFailure {
  /** What is wrong with this job, in words for its author. */
  error: string;
}

export type RenderResult = RenderedSvg | RenderFailure;

/** Messages between the caller's thread and the worker. */
export type FromWorker = { ready: true } | { id: string; result: RenderResult };
