/** All scores of one finding: DREAD before and after controls with its steps, and likelihood × impact beside it. */
import type { Dread } from '../../model/schema.ts';
import type { ScoringSettings, Settings } from '../../model/settings.ts';
import type { ControlEvidence, Scores, State } from '../analysis.ts';
import type { Context } from '../condition/context.ts';
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
  settings: Settings,
): Scores {
  return lessControls(beforeControls(rated, circumstances, settings), rated, controls, state, settings);
}

/** What is the same for all findings of one rule whose targets are alike. */
interface Alike extends Pick<Scores, 'steps' | 'inherent'> {
  /** Where no control is in place, by whether the threat is stopped all the same. */
  stopped?: Scores;
  unstopped?: Scores;
}

/** Kept for one analysis: by what a rule says, then by the circumstances. */
const ALIKE = {};

/** The scores of a rule's finding: worked out once for all targets alike, and shared by their findings. */
export function sharedScores(
  context: Pick<Context, 'once' | 'settings'>,
  dread: Dread,
  circumstances: Circumstances,
  controls: readonly ControlEvidence[],
  state: State,
): Scores {
  const { settings } = context;
  const byRating = context.once(ALIKE, () => new Map<Dread, Map<Circumstances, Alike>>());
  let byCircumstances = byRating.get(dread);
  if (!byCircumstances) {
    byCircumstances = new Map();
    byRating.set(dread, byCircumstances);
  }
  let alike = byCircumstances.get(circumstances);
  if (!alike) {
    alike = beforeControls({ dread }, circumstances, settings);
    byCircumstances.set(circumstances, alike);
  }
  if (controls.some(countsFor)) return lessControls(alike, { dread }, controls, state, settings);
  const key = state === 'mitigated' ? 'stopped' : 'unstopped';
  alike[key] ??= lessControls(alike, { dread }, controls, state, settings);
  return alike[key];
}

const countsFor = ({ status }: ControlEvidence): boolean => status === 'implemented' || status === 'partial';

/** The score of a threat where it stands, before any control. */
export function beforeControls(
  rated: Rated,
  circumstances: Circumstances,
  { scoring }: Settings,
): Pick<Scores, 'steps' | 'inherent'> {
  const { inputs, steps } = rated.dread
    ? inContext(inputsOf(rated.dread), circumstances, scoring)
    : unrated(scoring);
  return { steps, inherent: scoreOf(inputs, scoring) };
}

function lessControls(
  { steps, inherent }: Pick<Scores, 'steps' | 'inherent'>,
  rated: Rated,
  controls: readonly ControlEvidence[],
  state: State,
  { scoring, risk }: Settings,
): Scores {
  const residual = residualOf(inherent, controls, state, scoring);
  const left = inherent.uncapped === 0 ? 0 : residual.uncapped / inherent.uncapped;
  return { steps, inherent, residual, risk: riskOf(inherent.inputs, left, rated, risk) };
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
