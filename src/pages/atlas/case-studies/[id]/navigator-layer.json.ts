/** The techniques of a case study as a layer for the ATT&CK Navigator. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Entry } from '../../../../knowledge/knowledge.ts';
import { navigatorJson, studyLayer } from '../../../../reports/navigator.ts';
import { loadSite } from '../../../../site/data.ts';
import { layerContext } from '../../../../site/layers.ts';
import { studiesWithSteps } from '../../../../views/entry/case-study.ts';

export const getStaticPaths = (async () => {
  const { knowledge } = await loadSite();
  return studiesWithSteps(knowledge).map((study) => ({ params: { id: study.fact.id }, props: { study } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ study: Entry }> = async ({ props, site }) => {
  const { knowledge } = await loadSite();
  return new Response(navigatorJson(studyLayer(props.study, layerContext(knowledge, site))));
};
