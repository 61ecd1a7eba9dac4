/** Numbers and labels of flows: the same F1, F2 … in the picture and in the flow table. */
import type { Flow, Model } from '../model/model.ts';
import { cleanLabel } from './escape.ts';

/** With more flows than this a picture shows numbers only, and the flow table says the rest. */
export const NAMED_FLOWS_LIMIT = 30;

/** The number of a flow as `F1`, `F2` … in the order of the model; undefined for an unknown flow. */
export function flowNumber(model: Model, flowId: string): string | undefined {
  const index = model.flows.findIndex((flow) => flow.id === flowId);
  return index < 0 ? undefined : `F${index + 1}`;
}

/** The cleaned label of every flow, in the order of the model. */
export function flowLabels(model: Model, namedLimit: number): string[] {
  const named = model.flows.length <= namedLimit;
  const dataNames = new Map(model.data.map((asset) => [asset.id, asset.name]));
  return model.flows.map((flow, i) => {
    const number = `F${i + 1}`;
    return named ? cleanLabel(`${number} ${whatFlows(flow, dataNames)}`) : number;
  });
}

function whatFlows(flow: Flow, dataNames: ReadonlyMap<string, string>): string {
  return flow.name ?? flow.carries.map((id) => dataNames.get(id) ?? id).join(', ');
}
