/** The NIST AI RMF gap: answers, what the analysis shows, contradictions, next steps. */
import { expect, test } from 'vitest';
import { assessed } from './testing.ts';

const RULE =
  '{ id: r, applies: { to: process }, unless: { control: guard }, controls: [guard, vet], dread: { damage: 9, reproducibility: 9, exploitability: 9, affected-users: 9, discoverability: 9 } }';
const MODEL = `elements:
  p: { type: process, name: P, zone: app }
`;
const outcome = (yaml: string, id: string) => assessed(yaml, [RULE]).nist.outcomes.find((o) => o.id === id);

test('outcomes stand in the order of functions and of their numbers', () => {
  const { nist } = assessed(MODEL, [RULE]);
  expect(nist.outcomes.map((o) => o.id)).toEqual(['GOVERN 6.1', 'MEASURE 2.9', 'MEASURE 2.10', 'MANAGE 1.3']);
  expect(nist.functions.map((f) => f.id)).toEqual(['GOVERN', 'MEASURE', 'MANAGE']);
  expect(nist.totals).toMatchObject({ 'not-answered': 2, gap: 2 });
});

test('the team’s answer counts; without one what the analysis shows; else nothing', () => {
  const answered = `${MODEL}governance:\n  "GOVERN 6.1": { answer: partial, evidence: E, due: 2026-01-31 }\n`;
  expect(outcome(answered, 'GOVERN 6.1')).toMatchObject({
    status: 'partial',
    basis: 'answer',
    answer: { evidence: 'E', overdue: true },
  });
  expect(outcome(MODEL, 'MANAGE 1.3')).toMatchObject({ status: 'gap', basis: 'analysis' });
  expect(outcome(MODEL, 'MEASURE 2.9')).toMatchObject({ status: 'not-answered', basis: 'nothing' });
});

test('a control in place is evidence for the outcomes it names, never all of it', () => {
  const vetted = 'elements:\n  p: { type: process, name: P, zone: app, controls: [vet] }\n';
  expect(outcome(vetted, 'MEASURE 2.9')).toMatchObject({
    status: 'partial',
    shown: { text: 'In place: vet on P.' },
    controls: [{ id: 'vet', status: 'implemented' }],
  });
});

test('`met` is contradicted where the record it asks for is not there', () => {
  const claimed = `${MODEL}governance:\n  "MANAGE 1.3": { answer: met }\n`;
  expect(outcome(claimed, 'MANAGE 1.3')).toMatchObject({ status: 'met', contradicted: true });
});

test('a control on its way with owner and date is a planned response', () => {
  const planned =
    'elements:\n  p: { type: process, name: P, zone: app, controls: [{ use: guard, status: planned, owner: o, due: 2026-09-01 }] }\n';
  expect(outcome(planned, 'MANAGE 1.3')).toMatchObject({ status: 'met' });
});

test('next steps: unanswered outcomes whose missing controls help against severe open findings', () => {
  const { nist } = assessed(MODEL, [RULE]);
  expect(nist.next).toMatchObject([
    { key: 'nist-ai-rmf:GOVERN 6.1', controls: ['guard'], findings: ['r@p'] },
    { key: 'nist-ai-rmf:MEASURE 2.9', controls: ['vet'], findings: ['r@p'] },
  ]);
  const answered = `${MODEL}governance:\n  "GOVERN 6.1": { answer: partial }\n`;
  expect(assessed(answered, [RULE]).nist.next.map((n) => n.key)).toEqual(['nist-ai-rmf:MEASURE 2.9']);
});
