/** Attack chains that a workshop worked out, step by step with what would stop or show each one. */

import { parseReference, referenceKey } from '../knowledge/reference.ts';
import type { Model } from '../model/model.ts';
import { type KnownNames, namesOf } from './names.ts';
import { controlPath } from './paths.ts';
import { type Chip, referenceChip } from './references.ts';

export interface ChainStep {
  technique: Chip;
  tactic?: Chip;
  target: { name: string; path: string };
  what: string;
  prevented: Chip[];
  detected: Chip[];
}

export interface ChainView {
  id: string;
  name: string;
  goal?: string;
  actor?: string;
  steps: ChainStep[];
}

export function chainsOf(model: Model, known: KnownNames): ChainView[] {
  const names = namesOf(model);
  const flows = new Set(model.flows.map((f) => f.id));
  const chip = (text: string): Chip => {
    const reference = parseReference(text);
    return reference ? referenceChip(referenceKey(reference), known) : { label: text };
  };
  const control = (id: string): Chip => ({
    label: id,
    path: controlPath(id),
    ...named(known.control(id)?.name),
  });
  return model.chains.map((chain) => ({
    id: chain.id,
    name: chain.name,
    ...(chain.goal ? { goal: chain.goal } : {}),
    ...(chain.actor ? { actor: chain.actor } : {}),
    steps: chain.steps.map((step) => {
      const type = flows.has(step.on) ? 'flow' : 'element';
      const { name, path } = names.target({ type, id: step.on, name: names.element(step.on) });
      return {
        technique: chip(step.technique),
        ...(step.tactic ? { tactic: chip(step.tactic) } : {}),
        target: { name, path },
        what: step.what,
        prevented: step.prevented.map(control),
        detected: step.detected.map(control),
      };
    }),
  }));
}

const named = (name: string | undefined) => (name ? { name } : {});
