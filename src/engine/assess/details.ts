/** What hangs on the findings of one item: controls in place and missing, questions, test cases. */

import type { Entry, Knowledge } from '../../knowledge/knowledge.ts';
import { linksOf } from '../../knowledge/links.ts';
import { checkOf } from '../../knowledge/tool-checks.ts';
import { CONTROL_STATUSES } from '../../model/vocabulary.ts';
import type { ControlEvidence, Finding, Question } from '../analysis.ts';
import { isOpen } from '../summary.ts';
import type { ControlInPlace, MissingControl, TestCase } from './assessments.ts';

/** Missing controls shown for one item: those that touch most come first. */
const MISSING = 6;

interface Use {
  finding: Finding;
  control: ControlEvidence;
}

const usesOf = (findings: readonly Finding[]): Map<string, Use[]> =>
  Map.groupBy(
    findings.flatMap((finding) => finding.controls.map((control) => ({ finding, control }))),
    ({ control }) => control.id,
  );

/** Where a control is declared, by name. */
const placeOf = ({ finding, control }: Use): string =>
  control.from === undefined || /^this (element|flow)$/.test(control.from)
    ? finding.target.name
    : control.from;

/** Controls that at least one of the findings has, wholly or in part. */
export function controlsInPlace(findings: readonly Finding[]): ControlInPlace[] {
  return [...usesOf(findings)].flatMap(([id, uses]) => {
    const there = uses.filter(({ control: { status } }) => status === 'implemented' || status === 'partial');
    const [first] = there;
    if (!first) return [];
    const whole = there.some(({ control }) => control.status === 'implemented');
    return {
      id,
      name: first.control.name,
      status: whole ? ('implemented' as const) : ('partial' as const),
      where: [...new Set(there.map(placeOf))],
    };
  });
}

/** Controls that open findings lack, by the residual score they touch; then by how many they stop; then by id. */
export function missingControls(findings: readonly Finding[]): MissingControl[] {
  return [...usesOf(findings.filter(isOpen))]
    .map(([id, uses]) => ({ id, uses: uses.filter(({ control }) => control.status !== 'implemented') }))
    .filter(({ uses }) => uses.length > 0)
    .map(({ id, uses }) => ({ control: missing(id, uses), weight: weightOf(uses) }))
    .sort(
      (a, b) =>
        b.weight - a.weight || b.control.stops - a.control.stops || (a.control.id < b.control.id ? -1 : 1),
    )
    .slice(0, MISSING)
    .map(({ control }) => control);
}

const weightOf = (uses: readonly Use[]): number =>
  uses.reduce((sum, { finding }) => sum + finding.scores.residual.uncapped, 0);

function missing(id: string, uses: readonly Use[]): MissingControl {
  const best = uses
    .map((u) => u.control)
    .sort((a, b) => CONTROL_STATUSES.indexOf(a.status) - CONTROL_STATUSES.indexOf(b.status))[0];
  const planned = uses.map((u) => u.control).find((c) => c.due !== undefined);
  const status = best && best.status !== 'implemented' ? best.status : 'absent';
  return {
    id,
    name: best?.name ?? id,
    status,
    ...(planned?.owner ? { owner: planned.owner } : {}),
    ...(planned?.due ? { due: planned.due } : {}),
    helps: uses.length,
    stops: uses.filter((u) => u.control.stops).length,
  };
}

/** What findings that wait for an answer ask, each question once. */
export function questionsFor(findings: readonly Finding[]): Question[] {
  const asked = findings.filter((f) => f.state === 'asked').flatMap((f) => f.questions);
  return [...new Map(asked.map((q) => [`${q.about}\n${q.text}`, q])).values()];
}

/** The tests of the findings' rules, each once; then the attacks by which tools check the entry itself. */
export function testsFor(findings: readonly Finding[], entry: Entry, knowledge: Knowledge): TestCase[] {
  const own = findings.flatMap((f) =>
    f.verify.map((step): TestCase => ({ basis: 'finding', ...defined(step) })),
  );
  const tests = [...new Map(own.map((t) => [`${t.tool}\n${t.use}\n${t.manual}`, t])).values()];
  const selected = new Set(
    tests.flatMap(({ tool, use }) => {
      const known = tool && use ? knowledge.tool(tool) : undefined;
      return known && use ? `${tool}\n${checkOf(known, use)?.use ?? use}` : [];
    }),
  );
  const checks = linksOf(knowledge)
    .checks(entry.key)
    .filter(({ tool, check }) => check.sort === 'attack' && !selected.has(`${tool.id}\n${check.use}`))
    .map(
      ({ tool, check }): TestCase => ({
        basis: 'entry',
        tool: tool.id,
        use: check.use,
        ...(check.note ? { note: check.note } : {}),
      }),
    );
  return [...tests, ...checks];
}

function defined(step: Finding['verify'][number]): Pick<TestCase, 'tool' | 'use' | 'manual' | 'note'> {
  if ('manual' in step) return { manual: step.manual };
  return { tool: step.tool, use: step.use, ...(step.note ? { note: step.note } : {}) };
}
