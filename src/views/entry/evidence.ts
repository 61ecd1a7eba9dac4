/** What backs an entry: where it was used, what mitigates it and how, which tools test it, which controls answer it. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { linksOf, type Procedure } from '../../knowledge/links.ts';
import type { Tool } from '../../knowledge/schema/tool.ts';
import { type ControlBrief, controlBrief } from '../catalogue/control-line.ts';
import { formatPartialDate } from '../dates.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { keyPath, toolPath } from '../paths.ts';
import type { Chip } from '../references.ts';
import { entryChip } from './chip.ts';

/** A step of a case study, as the page of its technique tells it. */
export interface ProcedureLine {
  study: string;
  path: string;
  when: string;
  actor?: string;
  incident: boolean;
  tactic?: Chip;
  /** The sub-technique, on the page of its parent. */
  technique?: Chip;
  did?: string;
}

/** Newest first; on the page of a parent its sub-techniques’ too. */
export function proceduresOf(entry: Entry, site: KnowledgeSite): ProcedureLine[] {
  if (entry.kind !== 'technique') return [];
  const { knowledge } = site;
  const links = linksOf(knowledge);
  const family = [entry, ...knowledge.childrenOf(entry.key)];
  const date = ({ study }: Procedure) => study.fact.date ?? '';
  return family
    .flatMap((technique) => links.procedures(technique.key).map((procedure) => ({ technique, procedure })))
    .sort(
      (a, b) =>
        (date(b.procedure) < date(a.procedure) ? -1 : date(b.procedure) > date(a.procedure) ? 1 : 0) ||
        a.procedure.study.key.localeCompare(b.procedure.study.key) ||
        a.procedure.step - b.procedure.step,
    )
    .map(({ technique, procedure }): ProcedureLine => {
      const { study, tactic, did } = procedure;
      const under = tactic ? knowledge.entry(tactic) : undefined;
      return {
        study: study.name,
        path: `${keyPath(study.key)}#step-${procedure.step}`,
        when: formatPartialDate(study.fact.date ?? ''),
        ...(study.fact.actor ? { actor: study.fact.actor } : {}),
        incident: study.fact.incident === 'incident',
        ...(under ? { tactic: entryChip(under, site) } : {}),
        ...(technique === entry ? {} : { technique: entryChip(technique, site) }),
        ...(did ? { did } : {}),
      };
    });
}

/** One end of a mitigation with how it applies. */
export interface CoverageLine {
  chip: Chip;
  how?: string;
}

/** Of a technique: its mitigations. Of a mitigation: the techniques it covers. */
export function coverageOf(entry: Entry, site: KnowledgeSite): CoverageLine[] {
  return linksOf(site.knowledge)
    .coverage(entry.key)
    .map(({ mitigation, technique, how }) => ({
      chip: entryChip(entry.kind === 'mitigation' ? { key: technique } : mitigation, site),
      ...(how ? { how } : {}),
    }));
}

export interface ToolChecks {
  tool: string;
  path: string;
  checks: {
    use: string;
    path: string;
    remote: boolean;
    sort: Tool['checks'][number]['sort'];
    note?: string;
  }[];
}

/** The fragment of a check on its tool’s page. */
export const checkAnchor = (use: string, index: number): string =>
  `check-${index + 1}-${use.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

export function checksOf(entry: Entry, site: KnowledgeSite): ToolChecks[] {
  const byTool = Map.groupBy(linksOf(site.knowledge).checks(entry.key), ({ tool }) => tool);
  return [...byTool].map(([tool, found]) => ({
    tool: tool.name,
    path: toolPath(tool.id),
    checks: found.map(({ check }) => ({
      use: check.use,
      path: `${toolPath(tool.id)}#${checkAnchor(check.use, tool.checks.indexOf(check))}`,
      remote: check.remote,
      sort: check.sort,
      ...(check.note ? { note: check.note } : {}),
    })),
  }));
}

const CONTROLS = 12;

/** Those our note names, then those that cite the entry, then those of the rules that refer to it. */
export function controlsOf(entry: Entry, site: KnowledgeSite): ControlBrief[] {
  const { knowledge } = site;
  const uses = usesOf(site);
  const named = (entry.note?.controls ?? []).flatMap((id) => knowledge.control(id) ?? []);
  const citing = uses.controls(entry.key);
  const ofRules = uses
    .rules(entry.key)
    .flatMap((rule) => rule.controls.slice(0, 2))
    .flatMap((id) => knowledge.control(id) ?? []);
  return [...new Set([...named, ...citing, ...ofRules])].slice(0, CONTROLS).map(controlBrief);
}
