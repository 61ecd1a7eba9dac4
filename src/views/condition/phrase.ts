/** A condition as phrases: each leaf with its opposite, so that `not` can be said in plain words. */

/** A piece of text; a link where it names something that has a page. */
export interface Span {
  text: string;
  path?: string;
}

export type Words = Span[];

/** What follows `every process that …`. */
export type Phrase = { yes: Words; no: Words } | { all: Phrase[] } | { any: Phrase[] };

/** One line of the list a reader sees; lines under it belong to it. */
export interface Clause {
  words: Words;
  items?: Clause[];
}

type Part = string | Span | Words;

/** Puts texts and spans in a row. */
export const say = (...parts: Part[]): Words =>
  parts.flatMap((part) => (typeof part === 'string' ? [{ text: part }] : part)).filter((s) => s.text !== '');

/** `a`, `a or b`, `a, b or c`. */
export function either(items: readonly Part[], last = 'or', gap = ' '): Words {
  return items.flatMap((item, i) => {
    const before = i === 0 ? '' : i === items.length - 1 ? `${gap}${last} ` : ', ';
    return say(before, item);
  });
}

export const leaf = (yes: Part, no: Part): Phrase => ({ yes: say(yes), no: say(no) });

/** The opposite, by De Morgan: not (a and b) is (not a) or (not b). Right for three-valued facts too. */
export function negated(phrase: Phrase): Phrase {
  if ('all' in phrase) return { any: phrase.all.map(negated) };
  if ('any' in phrase) return { all: phrase.any.map(negated) };
  return { yes: phrase.no, no: phrase.yes };
}

/** Without groups of one, and without groups inside a group of the same sort. */
export function simple(phrase: Phrase): Phrase {
  if ('yes' in phrase) return phrase;
  const sort = 'all' in phrase ? 'all' : 'any';
  const parts = ('all' in phrase ? phrase.all : phrase.any).map(simple).flatMap((part) => {
    if (sort === 'all' && 'all' in part) return part.all;
    if (sort === 'any' && 'any' in part) return part.any;
    return [part];
  });
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return sort === 'all' ? { all: parts } : { any: parts };
}

const isLeaf = (phrase: Phrase): boolean => 'yes' in phrase;

/** The whole phrase in one sentence. */
export function inline(phrase: Phrase): Words {
  const plain = simple(phrase);
  if ('yes' in plain) return plain.yes;
  if ('all' in plain) {
    const composite = plain.all.some((part) => !isLeaf(part));
    // A comma shows where `either … or …` ends.
    return either(plain.all.map(inline), composite ? ', and' : 'and', composite ? '' : ' ');
  }
  return say('either ', either(plain.any.map(inline)));
}

const lengthOf = (words: Words): number => words.reduce((n, span) => n + span.text.length, 0);
/** Longer than about a line and a half is better read as a list. */
const LONG = 140;

function clause(phrase: Phrase): Clause {
  if ('yes' in phrase) return { words: phrase.yes };
  const parts = 'all' in phrase ? phrase.all : phrase.any;
  const words = inline(phrase);
  if (parts.every(isLeaf) && lengthOf(words) <= LONG) return { words };
  const lead = 'all' in phrase ? 'meets all of these:' : 'meets at least one of these:';
  return { words: say(lead), items: parts.map(clause) };
}

/** A list of which every line must hold. */
export function clausesOf(phrase: Phrase): Clause[] {
  const plain = simple(phrase);
  return 'all' in plain ? plain.all.map(clause) : [clause(plain)];
}

/** The text without links, for tests and search. */
export const textOf = (words: Words): string => words.map((span) => span.text).join('');
