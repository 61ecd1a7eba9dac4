/** A system's overview: what to fix first, what waits for an answer, and the inventory under the diagram. */
import { isOpen } from '../engine/summary.ts';
import { openScore } from './counts.ts';
import { plural } from './dates.ts';
import { datesOf, type ExpiryView, soonOf } from './expiries.ts';
import { type FindingLine, findingLine } from './finding.ts';
import { type Inventory, inventoryOf } from './inventory.ts';
import { type LossLine, portfolioLine } from './loss.ts';
import type { KnownNames } from './names.ts';
import { type QuestionView, questionsOf } from './questions.ts';
import { contextOf, type System, type SystemHead, systemHead } from './system.ts';

/** How many findings `fix first` shows. */
const FIRST = 5;

export interface Overview {
  head: SystemHead;
  /** `8 elements, 9 flows, 5 zones` */
  size: string;
  fixFirst: FindingLine[];
  /** What share of the open residual score the first ones carry, in whole per cent. */
  fixShare: number;
  /** Where the model states a value. */
  loss?: LossLine;
  questions: QuestionView[];
  soon: ExpiryView[];
  inventory: Inventory;
  /** Paragraphs. */
  notes: string[];
  ownThreats: FindingLine[];
}

export function overview(system: System, known: KnownNames): Overview {
  const { model, analysis } = system;
  const context = contextOf(system, known);
  const exposed = analysis.findings.filter(isOpen);
  const first = exposed.slice(0, FIRST);
  const all = openScore(exposed);
  return {
    head: systemHead(system),
    size: [
      plural(model.elements.length, 'element'),
      plural(model.flows.length, 'flow'),
      plural(model.zones.length, 'zone'),
    ].join(', '),
    fixFirst: first.map((f) => findingLine(f, context)),
    fixShare: all === 0 ? 0 : Math.round((100 * openScore(first)) / all),
    ...portfolioLine([analysis.loss]),
    questions: questionsOf(analysis.findings, context),
    soon: soonOf(datesOf(model, analysis, context.names, known), analysis.today),
    inventory: inventoryOf(model, analysis.findings, known),
    notes: paragraphs(model.notes ?? ''),
    ownThreats: analysis.findings.filter((f) => f.origin === 'people').map((f) => findingLine(f, context)),
  };
}

/** Plain text as paragraphs: an empty line parts them. */
export const paragraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter((p) => p !== '');
