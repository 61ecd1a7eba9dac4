/** All scores of one finding: DREAD before and after controls with its steps, and likelihood × impact beside it. */
import type { Dread } from '../../model/schema.ts';
import type { ScoringSettings, Settings } from '../../model/settings.ts';
import type { ControlEvidence, Scores, State } from '../analysis.ts';
import { type Adjusted, type Circumstances, inContext } from './context.ts';
import { inputsOf, scoreOf } from './dread.ts';
import { residualOf } from './residual.ts';
import { riskOf, type StatedRisk } from './risk.ts';

/** What a rule or a person says of a threat; one that nobody rated counts the same on every scale. */
export interface Rated extends StatedRisk {
  dread?: Dread | undefined;
}

export function scoresOf(
  rated: Rated,
  circumstances: Circumstances,
  controls: readonly ControlEvidence[],
  state: State,
  { scoring, risk }: Settings,
): Scores {
  const { inputs, steps } = rated.dread
    ? inContext(inputsOf(rated.dread), circumstances, scoring)
    : unrated(scoring);
  const inherent = scoreOf(inputs, scoring);
  const residual = residualOf(inherent, controls, state, scoring);
  const left = inherent.uncapped === 0 ? 0 : residual.uncapped / inherent.uncapped;
  return { steps, inherent, residual, risk: riskOf(inputs, left, rated, risk) };
}

function unrated({ unrated: rating }: ScoringSettings): Adjusted {
  return {
    inputs: {
      damage: rating,
      reproducibility: rating,
      exploitability: rating,
      affectedUsers: rating,
      discoverability: rating,
      modelImpact: 1,
      dataSensitivity: 1,
      detectionDifficulty: 1,
    },
    steps: [{ label: `not rated: ${rating} on every scale`, input: 'base', from: rating, to: rating }],
  };
}
