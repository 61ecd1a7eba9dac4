/** Conditions on data in words: `personal data`, `prompts or outputs that are classed confidential or higher`. */
import type { DataCondition } from '../../engine/condition/schema.ts';
import type { DataFact } from '../../model/vocabulary.ts';
import { words as spaced } from '../labels.ts';
import { DATA_FACT_WORDS } from './facts.ts';
import { either, textOf } from './phrase.ts';

/** `prompts, outputs or documents` from ids. */
export const or = (value: string | readonly string[]): string =>
  textOf(either((typeof value === 'string' ? [value] : value).map(spaced)));

/** `prompts or outputs that are personal and classed confidential or higher`, `personal data`. */
export function dataWords(c: DataCondition): string {
  const personalOnly = c.kind === undefined && c.personal === true && c['special-category'] !== true;
  const noun = c.kind === undefined ? (personalOnly ? 'personal data' : 'data') : or(c.kind);
  const said = [...(personalOnly ? [] : dataFacts(c)), ...dataClasses(c)];
  return said.length === 0 ? noun : `${noun} that are ${textOf(either(said, 'and'))}`;
}

/** A special category is personal anyway. */
function dataFacts(c: DataCondition): string[] {
  const fact = (name: DataFact, wanted: boolean | undefined) =>
    wanted === undefined ? [] : [DATA_FACT_WORDS[name][wanted ? 0 : 1]];
  const special = c['special-category'];
  return special
    ? fact('special-category', special)
    : [...fact('personal', c.personal), ...fact('special-category', special)];
}

function dataClasses(c: DataCondition): string[] {
  const least = c['class-at-least'];
  // `public` is the lowest class: it only asks that the data are listed.
  const atLeast = least === 'public' ? 'listed in the model' : `classed ${least} or higher`;
  return [
    ...(c.class === undefined ? [] : [`classed ${or(c.class)}`]),
    ...(least === undefined ? [] : [atLeast]),
  ];
}
