/** An OWASP list of a system: one line an item, with everything that hangs on it folded under. */
import type {
  ControlInPlace,
  ListAssessment,
  ListItem,
  MissingControl,
  TestCase,
} from '../../engine/assess/assessments.ts';
import { distance, formatDate, plural } from '../dates.ts';
import { type FindingLine, placeOf } from '../finding.ts';
import { filteredThreats } from '../inventory.ts';
import { CONTROL_STATUS_LABELS } from '../labels.ts';
import { controlPath, keyPath, toolPath } from '../paths.ts';
import { type Shelf, type StandingView, standingView, type TotalsView, totalsView } from './standing.ts';

export interface ListView {
  id: string;
  title: string;
  edition: string;
  applies: boolean;
  why: string;
  totals: TotalsView;
  items: ItemView[];
}

export interface ItemView {
  id: string;
  name: string;
  path: string;
  /** `before: LLM07:2025 System Prompt Leakage` */
  former: { id: string; name: string; path: string }[];
  standing: StandingView;
  findings: FindingLine[];
  /** The register with the findings that cite it. */
  register: string;
  inPlace: ControlView[];
  /** `2 in place, 3 in part` */
  controls: string;
  missing: ControlView[];
  questions: { text: string; about: string; place?: string }[];
  tests: TestView[];
  /** Checks by which tools test the entry as such, by tool. */
  checks: { tool: string; path: string; uses: string[] }[];
}

export interface ControlView {
  name: string;
  path: string;
  status: string;
  label: string;
  note: string;
}

export interface TestView {
  how: string;
  what: string;
  note?: string;
}

export function listView(list: ListAssessment, shelf: Shelf): ListView {
  const { id, title, edition, applies, why, items, totals } = list;
  return {
    id,
    title,
    edition: edition.replace(/ \(.*$/, ''),
    applies,
    why,
    totals: totalsView(totals, 'item'),
    items: items.map((item) => itemView(item, shelf)),
  };
}

function itemView(item: ListItem, shelf: Shelf): ItemView {
  const { context } = shelf;
  const short = context.file.slice(context.file.lastIndexOf('/') + 1);
  return {
    id: item.id,
    name: item.name,
    path: keyPath(item.key) ?? '',
    former: item.former.map(({ key, id, name }) => ({ id, name, path: keyPath(key) ?? '' })),
    standing: standingView(item, shelf),
    findings: shelf.lines(item.findings),
    register: filteredThreats(context.names.system.id, { q: item.id }),
    inPlace: item.controls.map(inPlace),
    controls: controlsText(item.controls),
    missing: item.missing.map((control) => missing(control, context.today)),
    questions: item.questions.map(({ text, about, at }) => ({
      text,
      about,
      ...(at ? { place: placeOf(short, at) } : {}),
    })),
    tests: item.tests.filter((t) => t.basis === 'finding').map(testView),
    checks: checksOf(item.tests, shelf),
  };
}

function controlsText(controls: readonly ControlInPlace[]): string {
  const whole = controls.filter((c) => c.status === 'implemented').length;
  const part = controls.length - whole;
  return [whole > 0 ? `${whole} in place` : '', part > 0 ? `${part} in part` : ''].filter(Boolean).join(', ');
}

const inPlace = ({ id, name, status, where }: ControlInPlace): ControlView => ({
  name,
  path: controlPath(id),
  status,
  label: CONTROL_STATUS_LABELS[status],
  note: `on ${where.join(', ')}`,
});

function missing(control: MissingControl, today: string): ControlView {
  const { id, name, status, helps, stops, owner, due } = control;
  const parts = [
    `helps against ${plural(helps, 'open finding')}${stops > 0 ? `, stops ${stops}` : ''}`,
    owner,
    due ? `due ${formatDate(due)}, ${distance(today, due)}` : undefined,
  ];
  return {
    name,
    path: controlPath(id),
    status,
    label: CONTROL_STATUS_LABELS[status],
    note: parts.filter(Boolean).join(' · '),
  };
}

const testView = ({ tool, use, manual, note }: TestCase): TestView => ({
  how: manual === undefined ? (tool ?? '') : 'by hand',
  what: manual ?? use ?? '',
  ...(note ? { note } : {}),
});

function checksOf(tests: readonly TestCase[], { toolName }: Shelf): ItemView['checks'] {
  const checks = tests.filter((t) => t.basis === 'entry');
  return [...Map.groupBy(checks, (t) => t.tool ?? '')].map(([id, group]) => ({
    tool: toolName(id),
    path: toolPath(id),
    uses: group.map((t) => t.use ?? ''),
  }));
}
