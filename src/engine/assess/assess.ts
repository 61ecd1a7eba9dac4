/** The assessments of a system: its findings seen through each framework, with what applies, what is covered and why. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Model } from '../../model/model.ts';
import type { Analysis } from '../analysis.ts';
import type { Catalogue } from '../rule/catalogue.ts';
import type { Assessments } from './assessments.ts';
import { atlasCoverage } from './atlas.ts';
import { owaspLists } from './lists.ts';
import { misuse } from './misuse.ts';
import { nistGap } from './nist.ts';
import { privacy } from './privacy.ts';
import { strideAi } from './stride-ai.ts';
import { subjectFor } from './subject.ts';

/** Pure: the analysis must be that of this model with this knowledge and catalogue. */
export function assess(
  model: Model,
  knowledge: Knowledge,
  catalogue: Catalogue,
  analysis: Analysis,
): Assessments {
  const subject = subjectFor(model, knowledge, catalogue, analysis);
  return {
    lists: owaspLists(subject),
    atlas: atlasCoverage(subject),
    strideAi: strideAi(subject),
    privacy: privacy(subject),
    nist: nistGap(subject),
    misuse: misuse(subject),
  };
}
