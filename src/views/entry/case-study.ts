/** A case study as a timeline: what was done, step by step, with the tactic and technique of each step. */
import { type ChainLink, chainMermaid } from '../../diagram/chain.ts';
import type { Entry, Knowledge } from '../../knowledge/knowledge.ts';
import { linksOf, type Procedure } from '../../knowledge/links.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { chainMermaidPath, layerPath } from '../paths.ts';
import type { Chip } from '../references.ts';
import { entryChip } from './chip.ts';

export interface StudyStep {
  /** From 1. */
  number: number;
  tactic?: Chip;
  technique: Chip;
  did?: string;
}

export interface CaseStudy {
  /** Does the order of the steps follow the events? */
  ordered: boolean;
  steps: StudyStep[];
  /** Where the account can be read at its authors. */
  references: string[];
  files: { label: string; path: string }[];
}

/** Undefined for an entry that is no case study. */
export function caseStudyOf(entry: Entry, site: KnowledgeSite): CaseStudy | undefined {
  if (entry.kind !== 'case-study') return undefined;
  const { fact } = entry;
  const procedures = linksOf(site.knowledge).procedures(entry.key);
  const ordered = fact.ordered ?? false;
  const steps = procedures.map((procedure) => stepOf(procedure, site));
  return {
    ordered,
    steps,
    references: fact.references,
    files:
      steps.length === 0
        ? []
        : [
            { label: 'Navigator layer', path: layerPath(fact.id) },
            ...(ordered ? [{ label: 'Mermaid text', path: chainMermaidPath(fact.id) }] : []),
          ],
  };
}

/** Those of which the source names at least one technique. */
export const studiesWithSteps = (knowledge: Knowledge): Entry[] =>
  knowledge.entries.filter((e) => e.kind === 'case-study' && e.fact.procedure.length > 0);

/** The chain of an ordered case study as Mermaid text. */
export const chainText = (study: Entry, knowledge: Knowledge): string =>
  chainMermaid(study.name, chainLinks(study, knowledge));

export const chainLinks = ({ fact, scheme }: Entry, knowledge: Knowledge): ChainLink[] =>
  fact.procedure.map(({ technique, tactic }) => ({
    phase: tactic ? (knowledge.entry(`${scheme}:${tactic}`)?.name ?? '') : '',
    action: knowledge.entry(`${scheme}:${technique}`)?.name ?? technique,
  }));

function stepOf({ step, tactic, technique, did }: Procedure, site: KnowledgeSite): StudyStep {
  const under = tactic ? site.knowledge.entry(tactic) : undefined;
  return {
    number: step,
    ...(under ? { tactic: entryChip(under, site) } : {}),
    technique: entryChip({ key: technique }, site),
    ...(did ? { did } : {}),
  };
}
