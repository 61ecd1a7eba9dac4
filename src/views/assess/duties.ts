/** Duties under the GDPR as rows: the article, what leads to it, how the findings stand. */
import type { Duty } from '../../engine/assess/assessments.ts';
import type { FindingLine } from '../finding.ts';
import { crosswalkPath } from '../paths.ts';
import { type Chip, chipOf, referenceChip } from '../references.ts';
import { type Shelf, type StandingView, standingView } from './standing.ts';

export interface DutyView {
  article: Chip;
  /** Nodes of LINDDUN; empty where findings cite the article. */
  via: Chip[];
  /** The crosswalk that says so. */
  source?: { label: string; path: string };
  standing: StandingView;
  findings: FindingLine[];
}

export function dutyView(duty: Duty, shelf: Shelf): DutyView {
  const { known } = shelf.context;
  const [crosswalk] = duty.crosswalks;
  return {
    article: chipOf({ scheme: 'gdpr', id: duty.article, ...(duty.name ? { name: duty.name } : {}) }, known),
    via: duty.via.map((key) => referenceChip(key, known)),
    ...(crosswalk
      ? { source: { label: duty.verified ? 'published' : 'to be verified', path: crosswalkPath(crosswalk) } }
      : {}),
    standing: standingView(duty, shelf),
    findings: shelf.lines(duty.findings),
  };
}
