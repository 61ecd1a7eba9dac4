/** Steps from a rule's DREAD inputs to those of one target: how exposed it is, and how sensitive the data at it is. */

import type { DataAsset, Element, Flow } from '../../model/model.ts';
import { DEFAULT_SETTINGS, type ScoringSettings } from '../../model/settings.ts';
import { DATA_CLASSES } from '../../model/vocabulary.ts';
import type { ScoreStep } from '../analysis.ts';
import type { Context } from '../condition/context.ts';
import type { Inputs } from './dread.ts';

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** What is special about one target: worked out once for all rules that speak about it. */
export interface Circumstances {
  exposure?: { label: string; by: number };
  data?: { label: string; factor: number };
}

/** @param target null for the whole system, which has no circumstances of its own */
export function circumstancesOf(context: Context, target: Element | Flow | null): Circumstances {
  if (target === null) return {};
  const { scoring } = context.settings;
  const exposure = exposureOf(context, target, scoring.context);
  const data = mostSensitive(context.graph.dataOf(target), scoring);
  // One object for all targets alike, so that what is worked out from it can be kept by it.
  return context.noted(
    ALIKE,
    `${exposure?.label ?? ''}\n${data?.label ?? ''}\n${data?.factor ?? ''}`,
    () => ({
      ...(exposure ? { exposure } : {}),
      ...(data ? { data } : {}),
    }),
  );
}

const ALIKE = {};

export interface Adjusted {
  inputs: Inputs;
  steps: ScoreStep[];
}

/** The inputs for one target, with every step listed. */
export function inContext(
  rated: Inputs,
  { exposure, data }: Circumstances,
  { factors }: ScoringSettings = DEFAULT_SETTINGS.scoring,
): Adjusted {
  const inputs = { ...rated };
  const steps: ScoreStep[] = [];
  const change = (label: string, input: keyof Inputs, to: number) => {
    if (to === inputs[input]) return;
    steps.push({ label, input, from: inputs[input], to });
    inputs[input] = to;
  };
  if (exposure) {
    change(exposure.label, 'exploitability', clamp(inputs.exploitability + exposure.by, 1, 10));
    change(exposure.label, 'discoverability', clamp(inputs.discoverability + exposure.by, 1, 10));
  }
  if (data && data.factor > inputs.dataSensitivity) change(data.label, 'dataSensitivity', data.factor);
  for (const [input, { least, most }] of boundsOf(factors))
    change('bound in wardbook.yaml', input, clamp(inputs[input], least, most));
  return { inputs, steps };
}

const boundsOf = (factors: ScoringSettings['factors']) =>
  [
    ['modelImpact', factors['model-impact']],
    ['dataSensitivity', factors['data-sensitivity']],
    ['detectionDifficulty', factors['detection-difficulty']],
  ] as const;

function exposureOf(
  context: Context,
  target: Element | Flow,
  settings: ScoringSettings['context'],
): { label: string; by: number } | undefined {
  const { graph } = context;
  const near =
    'from' in target
      ? Math.min(graph.trustOf(target.from), graph.trustOf(target.to))
      : graph.trustOf(target.id);
  const far = graph.lowestTrustReaching('from' in target ? target.from : target.id) ?? near;
  const lowest = Math.min(near, far);
  if (lowest <= settings['exposed-trust'])
    return { label: `reached from a zone of trust ${lowest}`, by: settings['exposed-step'] };
  if (lowest >= settings['sheltered-trust'])
    return { label: `nothing below trust ${lowest} reaches it`, by: settings['sheltered-step'] };
  return undefined;
}

function sensitivityOf(asset: DataAsset, { sensitivity, factors }: ScoringSettings): number {
  const personal = asset.personal ? sensitivity.personal : 0;
  const special = asset['special-category'] ? sensitivity['special-category'] : 0;
  // Rounded, since 1.1 + 0.2 is not 1.3 in binary.
  const sum = Math.round((sensitivity[asset.class] + personal + special) * 100) / 100;
  return Math.min(factors['data-sensitivity'].most, sum);
}

const classRank = (asset: DataAsset): number => DATA_CLASSES.indexOf(asset.class);

function mostSensitive(
  assets: readonly DataAsset[],
  scoring: ScoringSettings,
): { factor: number; label: string } | undefined {
  let top: DataAsset | undefined;
  let factor = 0;
  for (const asset of assets) {
    const own = sensitivityOf(asset, scoring);
    if (top && (own - factor || classRank(asset) - classRank(top)) <= 0) continue;
    top = asset;
    factor = own;
  }
  if (!top) return undefined;
  const personal = top['special-category'] ? ', special category' : top.personal ? ', personal' : '';
  return { factor, label: `${top.name} is ${top.class}${personal}` };
}
