/** All controls with what they can be filtered by. */
import { LIFECYCLE_STAGES } from '../../model/vocabulary.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import type { Facet } from '../register.ts';
import { type ControlRow, controlRow } from './control-line.ts';

export interface ControlList {
  controls: ControlRow[];
  facets: Facet[];
}

/** `yes`: in place somewhere; `partly`: in part, planned or not known; `no`: no system names it. */
export const placeOf = (row: Pick<ControlRow, 'systems'>): 'yes' | 'partly' | 'no' => {
  if (row.systems.some((s) => s.status === 'implemented')) return 'yes';
  return row.systems.some((s) => s.status !== 'absent') ? 'partly' : 'no';
};

export function controlList(site: KnowledgeSite): ControlList {
  const controls = site.knowledge.data.controls
    .map((control) => controlRow(control, site))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const facet = (
    name: string,
    label: string,
    values: readonly (readonly [string, string])[],
    has: (row: ControlRow, value: string) => boolean,
  ): Facet => ({
    name,
    label,
    pick: 'many',
    choices: values
      .map(([value, text]) => ({ value, label: text, count: controls.filter((c) => has(c, value)).length }))
      .filter((c) => c.count > 0),
  });
  const plain = (values: readonly string[]) => values.map((v) => [v, v] as const);
  return {
    controls,
    facets: [
      facet('effect', 'Effect', plain(['prevents', 'reduces', 'detects']), (c, v) => c.effect === v),
      facet('effort', 'Effort', plain(['low', 'medium', 'high']), (c, v) => c.effort === v),
      facet('stage', 'Lifecycle', plain(LIFECYCLE_STAGES), (c, v) => c.lifecycle.some((s) => s === v)),
      facet(
        'place',
        'In our systems',
        [
          ['yes', 'in place'],
          ['partly', 'planned or in part'],
          ['no', 'nowhere'],
        ],
        (c, v) => placeOf(c) === v,
      ),
    ],
  };
}
