/** The severity bar over a system and its legend: the same numbers twice, once to see and once to read. */
import { SEVERITIES, type Severity, type State } from '../engine/analysis.ts';
import { type Counts, DECIDED } from './counts.ts';
import { plural } from './dates.ts';
import { SEVERITY_LABELS, STATE_LABELS } from './labels.ts';

export interface StripPart {
  key: Severity | State;
  label: string;
  count: number;
  /** Where it begins and how wide it is, in per mille of the whole. */
  from: number;
  width: number;
  /** Decided and mitigated findings stay quiet. */
  muted: boolean;
}

export interface StripView {
  parts: StripPart[];
  /** The bar in one sentence. */
  text: string;
}

/** Parts in the order of attention; a part with no finding is left out. */
export function stripOf(counts: Counts): StripView {
  const raw: { key: Severity | State; label: string; count: number; muted: boolean }[] = [
    ...SEVERITIES.map((key) => ({ key, label: SEVERITY_LABELS[key], count: counts.open[key], muted: false })),
    ...(['asked', ...DECIDED, 'mitigated'] as const).map((key) => ({
      key,
      label: STATE_LABELS[key],
      count: counts.byState[key],
      muted: key !== 'asked',
    })),
  ];
  let from = 0;
  const parts = raw
    .filter((part) => part.count > 0)
    .map((part) => {
      const width = (1000 * part.count) / counts.total;
      const placed = { ...part, from: round(from), width: round(width) };
      from += width;
      return placed;
    });
  const said = parts.map((p) => `${p.count} ${p.label}${isSeverity(p.key) ? ' open' : ''}`);
  return { parts, text: [plural(counts.total, 'finding'), ...said].join(', ').replace(', ', ': ') };
}

const isSeverity = (key: string): boolean => (SEVERITIES as readonly string[]).includes(key);
const round = (n: number): number => Math.round(n * 10) / 10;
