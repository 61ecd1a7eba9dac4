/** Steps from a rule's DREAD inputs to those of one target: how exposed it is, and how sensitive the data at it is. */

import type { DataAsset, Element, Flow } from '../../model/model.ts';
import { DATA_CLASSES, type DataClass } from '../../model/vocabulary.ts';
import type { ScoreStep } from '../analysis.ts';
import type { Context } from '../condition/context.ts';
import type { Inputs } from './dread.ts';

/** Zones of at most this trust count as exposed. */
const EXPOSED_TRUST = 2;
/** Where nothing less trusted than this reaches, an attacker has first to get in. */
const SHELTERED_TRUST = 6;

/** The least data-sensitivity factor (1–2) for the most sensitive data at a target. */
export const SENSITIVITY: Readonly<Record<DataClass, number>> = {
  public: 1,
  internal: 1.1,
  confidential: 1.3,
  restricted: 1.5,
};
const PERSONAL = 0.2;
const SPECIAL_CATEGORY = 0.3;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** What is special about one target: worked out once for all rules that speak about it. */
export interface Circumstances {
  exposure?: { label: string; by: number };
  data?: { label: string; factor: number };
}

/** @param target null for the whole system, which has no circumstances of its own */
export function circumstancesOf(context: Context, target: Element | Flow | null): Circumstances {
  if (target === null) return {};
  const exposure = exposureOf(context, target);
  const data = mostSensitive(context.graph.dataOf(target));
  return { ...(exposure ? { exposure } : {}), ...(data ? { data } : {}) };
}

export interface Adjusted {
  inputs: Inputs;
  steps: ScoreStep[];
}

/** The inputs for one target, with every step listed. */
export function inContext(rated: Inputs, { exposure, data }: Circumstances): Adjusted {
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
  return { inputs, steps };
}

function exposureOf(context: Context, target: Element | Flow): { label: string; by: number } | undefined {
  const { graph } = context;
  const near =
    'from' in target
      ? Math.min(graph.trustOf(target.from), graph.trustOf(target.to))
      : graph.trustOf(target.id);
  const far = graph.lowestTrustReaching('from' in target ? target.from : target.id) ?? near;
  const lowest = Math.min(near, far);
  if (lowest <= EXPOSED_TRUST) return { label: `reached from a zone of trust ${lowest}`, by: 1 };
  if (lowest >= SHELTERED_TRUST) return { label: `nothing below trust ${lowest} reaches it`, by: -1 };
  return undefined;
}

function sensitivityOf(asset: DataAsset): number {
  const extra = (asset.personal ? PERSONAL : 0) + (asset['special-category'] ? SPECIAL_CATEGORY : 0);
  return Math.min(2, Math.round((SENSITIVITY[asset.class] + extra) * 10) / 10);
}

function mostSensitive(assets: readonly DataAsset[]): { factor: number; label: string } | undefined {
  const ranked = [...assets].sort(
    (a, b) =>
      sensitivityOf(b) - sensitivityOf(a) || DATA_CLASSES.indexOf(b.class) - DATA_CLASSES.indexOf(a.class),
  );
  const top = ranked[0];
  if (!top) return undefined;
  const personal = top['special-category'] ? ', special category' : top.personal ? ', personal' : '';
  return { factor: sensitivityOf(top), label: `${top.name} is ${top.class}${personal}` };
}
