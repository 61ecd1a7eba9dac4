/** The kinds and controls that a condition names, with their paths: for checking that they exist and for links. */
import type { Path } from '../../source/yaml.ts';

export interface Named {
  name: string;
  path: Path;
}

const DATA_KEYS = new Set(['holds', 'processes', 'stores', 'carries', 'has-data']);
const CONTROL_KEYS = new Set(['control', 'any-control', 'all-controls']);

/** @param path where the condition stands in its file */
export function namesIn(condition: object, path: Path): { kinds: Named[]; controls: Named[] } {
  const found = { kinds: [] as Named[], controls: [] as Named[] };
  for (const [key, value] of Object.entries(condition)) {
    const here = [...path, key];
    if (value === undefined || DATA_KEYS.has(key)) continue;
    if (CONTROL_KEYS.has(key)) found.controls.push(...words(value, here));
    else if (key === 'kind') found.kinds.push(...words(value, here));
    else if (Array.isArray(value)) for (const [i, item] of value.entries()) add(found, item, [...here, i]);
    else add(found, value, here);
  }
  return found;
}

function add(found: { kinds: Named[]; controls: Named[] }, value: unknown, path: Path): void {
  if (typeof value !== 'object' || value === null) return;
  const inner = namesIn(value, path);
  found.kinds.push(...inner.kinds);
  found.controls.push(...inner.controls);
}

const words = (value: unknown, path: Path): Named[] =>
  Array.isArray(value)
    ? value.map((name, i) => ({ name: String(name), path: [...path, i] }))
    : [{ name: String(value), path }];
