/** The stages of a life cycle, in our words: ATLAS assigns its mitigations to the phases of CRISP-ML. */
import type { LIFECYCLE_STAGES } from '../../model/vocabulary.ts';
import { sentence } from '../labels.ts';

type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

/** ATLAS’s phases in the stages that threat models and controls use. */
const PHASES: Readonly<Record<string, readonly LifecycleStage[]>> = {
  'Business and Data Understanding': ['data'],
  'Data Preparation': ['data'],
  'AI Model Engineering': ['training'],
  'AI Model Evaluation': ['evaluation'],
  Deployment: ['serving'],
  'Monitoring and Maintenance': ['monitoring'],
};

/** As the search’s filter names them; a phase that is not known stays out. */
export const lifecycleStages = (phases: readonly string[]): string[] => [
  ...new Set(phases.flatMap((phase) => PHASES[phase] ?? []).map(sentence)),
];
