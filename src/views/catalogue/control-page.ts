/** The page of a control: what it does, how to put it in place and check it, what it stops, where our systems have it. */
import { referenceKeys } from '../../knowledge/reference.ts';
import type { Control } from '../../knowledge/schema/control.ts';
import { CONTROL_STATUSES, type ControlStatus } from '../../model/vocabulary.ts';
import { distance, formatDate } from '../dates.ts';
import { placeOf } from '../finding.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { CONTROL_STATUS_LABELS, sentence } from '../labels.ts';
import { type OurSystems, ourSystems } from '../our-systems.ts';
import { paragraphs } from '../overview.ts';
import { CONTROLS, RULES, systemPath } from '../paths.ts';
import { type ReferenceGroup, referenceGroups } from '../references.ts';
import { frameworksOf, type SearchFacts } from '../search-facts.ts';
import type { Crumb, Fact } from '../system.ts';
import { type LinkedPart, toolText } from '../tools/tool-text.ts';
import { controlIndex, type Declared } from './control-line.ts';
import { type RuleLine, ruleLines } from './rule-line.ts';

export interface DeclaredView {
  on: string;
  path: string;
  status: ControlStatus;
  statusLabel: string;
  notes: string[];
  place: string;
}

export interface ControlPage {
  id: string;
  name: string;
  crumbs: Crumb[];
  summary: string;
  effect: Control['effect'];
  facts: Fact[];
  aliases: string[];
  implement: { on: LinkedPart[]; how: LinkedPart[][] }[];
  verify: LinkedPart[][];
  references: ReferenceGroup[];
  stops: RuleLine[];
  helps: RuleLine[];
  /** Declarations by system, those in place first. */
  inPlace: { name: string; path: string; uses: DeclaredView[] }[];
  /** How many declarations have each status. */
  statuses: { status: ControlStatus; label: string; count: number }[];
  /** Findings it would help against where it is not in place. */
  systems: OurSystems;
  search: SearchFacts;
}

export function controlPage(control: Control, site: KnowledgeSite): ControlPage {
  const { knowledge } = site;
  const index = controlIndex(site);
  const declared = index.declared.get(control.id) ?? [];
  const missing = usesOf(site)
    .findingsOfControl(control.id)
    .filter(({ finding }) => finding.controls.some((c) => c.id === control.id && c.status !== 'implemented'));
  const keys = referenceKeys(control.refs);
  return {
    id: control.id,
    name: control.name,
    crumbs: [
      { label: 'Catalogue', path: RULES },
      { label: 'Controls', path: CONTROLS },
      { label: control.name },
    ],
    summary: control.summary,
    effect: control.effect,
    facts: [
      { label: 'Effect', value: sentence(control.effect) },
      { label: 'Effort', value: sentence(control.effort) },
      ...(control.lifecycle.length > 0
        ? [{ label: 'Lifecycle', value: sentence(control.lifecycle.join(', ')) }]
        : []),
    ],
    aliases: control.aliases,
    implement: control.implement.map(({ on, how }) => ({
      on: toolText(on, knowledge),
      how: paragraphs(how).map((text) => toolText(text, knowledge, { beside: on })),
    })),
    verify: control.verify.map((text) => toolText(text, knowledge)),
    references: referenceGroups(keys, knowledge),
    stops: ruleLines(index.stops.get(control.id) ?? [], site),
    helps: ruleLines(index.helps.get(control.id) ?? [], site),
    inPlace: bySystem(declared),
    statuses: CONTROL_STATUSES.map((status) => ({
      status,
      label: CONTROL_STATUS_LABELS[status],
      count: declared.filter((d) => d.use.status === status).length,
    })).filter((s) => s.count > 0),
    systems: ourSystems(missing, knowledge),
    search: {
      kind: 'Control',
      filters: { framework: frameworksOf(keys), lifecycle: control.lifecycle.map(sentence) },
      meta: { id: control.id, effect: control.effect },
      aliases: [control.id, ...control.aliases],
    },
  };
}

const rank = (status: ControlStatus): number => CONTROL_STATUSES.indexOf(status);

function bySystem(declared: readonly Declared[]): ControlPage['inPlace'] {
  return [...Map.groupBy(declared, (d) => d.system)]
    .map(([{ model, analysis }, list]) => ({
      name: model.name,
      path: systemPath(model.id),
      best: Math.min(...list.map((d) => rank(d.use.status))),
      uses: list
        .map(
          ({ use, on, path }): DeclaredView => ({
            on,
            path,
            status: use.status,
            statusLabel: CONTROL_STATUS_LABELS[use.status],
            notes: [
              ...(use.due ? [`due ${formatDate(use.due)} (${distance(analysis.today, use.due)})`] : []),
              ...(use.owner ? [`owner ${use.owner}`] : []),
              ...[use.evidence, use.note].flatMap((text) => text ?? []),
            ],
            place: placeOf(model.file, use.at),
          }),
        )
        .sort((a, b) => rank(a.status) - rank(b.status)),
    }))
    .sort((a, b) => a.best - b.best || a.name.localeCompare(b.name, 'en'))
    .map(({ name, path, uses }) => ({ name, path, uses }));
}
