/** The chain of a case study as Mermaid text. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../../../site/data.ts';
import { chainText, studiesWithSteps } from '../../../../views/entry/case-study.ts';

export const getStaticPaths = (async () => {
  const { knowledge } = await loadSite();
  const ordered = studiesWithSteps(knowledge).filter((study) => study.fact.ordered);
  return ordered.map((study) => ({
    params: { id: study.fact.id },
    props: { text: chainText(study, knowledge) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
