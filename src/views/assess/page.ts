/** The assessments of a system on one page: OWASP, ATLAS, STRIDE-AI, NIST AI RMF, misuse. */
import type { MisuseAssessment } from '../../engine/assess/assessments.ts';
import { rulePath } from '../paths.ts';
import { type System, type SystemHead, systemHead } from '../system.ts';
import { type AssessSite, assessmentsOf } from './assessments-of.ts';
import { type AtlasView, atlasView } from './atlas.ts';
import { type ListView, listView } from './list.ts';
import { type NistView, nistView } from './nist.ts';
import { type Shelf, type StandingView, shelfOf, standingView } from './standing.ts';
import { type StrideAiView, strideAiView } from './stride-ai.ts';

export interface AssessmentsPage {
  head: SystemHead;
  lists: ListView[];
  atlas: AtlasView;
  strideAi: StrideAiView;
  nist: NistView;
  misuse: MisuseView;
}

export interface MisuseView {
  why: string;
  concerned: VectorView[];
  others: VectorView[];
}

export interface VectorView {
  title: string;
  /** The finding, or the rule where there is none. */
  path: string;
  standing: StandingView;
  question: string;
}

export function assessmentsPage(system: System, site: AssessSite): AssessmentsPage {
  const { lists, atlas, strideAi, nist, misuse } = assessmentsOf(system, site);
  const shelf = shelfOf(system, site);
  return {
    head: systemHead(system, 'Assessments'),
    lists: lists.map((list) => listView(list, shelf)),
    atlas: atlasView(atlas, shelf, site.knowledge),
    strideAi: strideAiView(strideAi, shelf),
    nist: nistView(nist, shelf),
    misuse: misuseView(misuse, shelf, site),
  };
}

function misuseView({ why, vectors }: MisuseAssessment, shelf: Shelf, { catalogue }: AssessSite): MisuseView {
  const views = vectors.map((vector) => {
    const [line] = shelf.lines(vector.findings);
    const view: VectorView = {
      title: vector.title,
      path: line?.path ?? rulePath(vector.rule),
      standing: standingView(vector, shelf),
      question: catalogue.rule(vector.rule)?.question ?? '',
    };
    return { concerned: line !== undefined, view };
  });
  return {
    why,
    concerned: views.filter((v) => v.concerned).map((v) => v.view),
    others: views.filter((v) => !v.concerned).map((v) => v.view),
  };
}
