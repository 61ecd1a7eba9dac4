/** What waits for an answer: each unstated fact once, with how much hangs on it. */
import type { Finding } from '../engine/analysis.ts';
import { questionsOf as engineQuestions } from '../engine/summary.ts';
import { type FindingContext, placeOf } from './finding.ts';
import { findingPath, threatsPath } from './paths.ts';

export interface QuestionView {
  text: string;
  /** What to state in the file: `encrypted of df2`. */
  about: string;
  /** How many findings it decides. */
  decides: number;
  /** The finding to read, or the findings that wait where there are several. */
  path: string;
  place?: string;
  system: { name: string; path: string };
}

/** The engine's questions, the one that decides most first, with where to go for each. */
export function questionsOf(findings: readonly Finding[], { names, file }: FindingContext): QuestionView[] {
  return engineQuestions(findings).map(({ text, about, at, decides }) => {
    const [only] = decides;
    const single = decides.length === 1 && only !== undefined;
    return {
      text,
      about,
      decides: decides.length,
      path: single ? findingPath(names.system.id, only) : `${threatsPath(names.system.id)}?state=asked`,
      ...(at ? { place: placeOf(file, at) } : {}),
      system: { name: names.system.name, path: names.system.path },
    };
  });
}
