/** The assessments of all systems as one table: a row for each system and item of a list. */
import type { Assessed, Assessments, Named } from '../../engine/assess/assessments.ts';
import { assessmentsOf } from '../assess/assessments-of.ts';
import { shelfOf } from '../assess/standing.ts';
import { tallyOf } from '../counts.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import type { System } from '../system.ts';
import type { DataTable, Row } from './table.ts';

export const assessmentsTable = (site: KnowledgeSite): DataTable => ({
  id: 'assessments',
  title: 'Assessments',
  what: 'An item of a framework for one of our systems: how it stands, its rating and why. Of ATLAS, techniques that a finding names.',
  rows: site.systems.flatMap((system) => rowsOf(system, site)),
});

function rowsOf(system: System, site: KnowledgeSite): Row[] {
  const assessments = assessmentsOf(system, site);
  const shelf = shelfOf(system, site);
  const items = itemsOf(assessments).map(({ framework, item }): Row => {
    const { exposed, asked, settled } = tallyOf(shelf.findings(item.findings));
    return {
      system: system.model.id,
      framework,
      item: item.id,
      name: item.name,
      standing: item.standing,
      rating: item.rating,
      open: exposed,
      asked,
      settled,
      reason: item.reason,
    };
  });
  const outcomes = assessments.nist.outcomes.map(
    (o): Row => ({
      system: system.model.id,
      framework: 'nist-ai-rmf',
      item: o.id,
      name: o.name,
      standing: o.status,
      reason: o.answer?.evidence ?? o.shown?.text,
      basis: o.basis,
      owner: o.answer?.owner,
      due: o.answer?.due,
    }),
  );
  return [...items, ...outcomes];
}

const itemsOf = (a: Assessments): { framework: string; item: Named & Assessed }[] => {
  const of = (framework: string, items: readonly (Named & Assessed)[]) =>
    items.map((item) => ({ framework, item }));
  return [
    ...a.lists.flatMap((list) => of(list.id, list.items)),
    ...of(
      'atlas',
      a.atlas.techniques.filter((t) => t.findings.length > 0),
    ),
    ...of('stride-ai', a.strideAi.assets),
    ...of('linddun', a.privacy.types),
  ];
};
