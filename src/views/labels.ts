/** The words shown for the fixed ids of models and analyses. */
import type { Evidence, Severity, State } from '../engine/analysis.ts';
import type { ControlStatus, DataClass, ElementType, StrideCategory } from '../model/vocabulary.ts';

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  info: 'info',
};

export const STATE_LABELS: Readonly<Record<State, string>> = {
  open: 'open',
  'partly-mitigated': 'partly mitigated',
  asked: 'waiting for an answer',
  accepted: 'accepted',
  transferred: 'transferred',
  avoided: 'avoided',
  'not-applicable': 'not applicable',
  mitigated: 'mitigated',
};

/** What a state means, for headings and legends. */
export const STATE_MEANINGS: Readonly<Record<State, string>> = {
  open: 'It applies, and nothing on record stops it.',
  'partly-mitigated': 'It applies; what is in place stops a part of it.',
  asked: 'Whether it applies depends on a fact that the model does not state.',
  accepted: 'Someone decided to live with it.',
  transferred: 'Someone else carries it, by decision.',
  avoided: 'The part of the system it needs is given up, by decision.',
  'not-applicable': 'It does not concern this system, by decision.',
  mitigated: 'What stops it is in place.',
};

export const STRIDE_LETTERS: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'S',
  tampering: 'T',
  repudiation: 'R',
  'information-disclosure': 'I',
  'denial-of-service': 'D',
  'elevation-of-privilege': 'E',
};

export const STRIDE_LABELS: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'Spoofing',
  tampering: 'Tampering',
  repudiation: 'Repudiation',
  'information-disclosure': 'Information disclosure',
  'denial-of-service': 'Denial of service',
  'elevation-of-privilege': 'Elevation of privilege',
};

export const CONTROL_STATUS_LABELS: Readonly<Record<ControlStatus, string>> = {
  implemented: 'in place',
  partial: 'in part',
  unknown: 'not known',
  planned: 'planned',
  absent: 'not there',
};

export const BASIS_LABELS: Readonly<Record<Evidence['basis'], string>> = {
  stated: 'stated in the model',
  kind: 'true of this kind of element',
  computed: 'follows from the diagram',
  unstated: 'not stated',
};

export const TYPE_LABELS: Readonly<Record<ElementType, string>> = {
  process: 'process',
  'data-store': 'data store',
  'external-entity': 'external entity',
};

export const CLASS_LABELS: Readonly<Record<DataClass, string>> = {
  public: 'public',
  internal: 'internal',
  confidential: 'confidential',
  restricted: 'restricted',
};

/** `training-data` → `training data`: for ids that are words already. */
export const words = (id: string): string => id.replaceAll('-', ' ');

/** The first letter as a capital, the rest as it is. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
