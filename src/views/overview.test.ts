/** A system's overview and what is asked and runs out. */
import { expect, test } from 'vitest';
import { overview, paragraphs } from './overview.ts';
import { findingOf, KNOWN, systemOf } from './testing.ts';

const question = { text: 'Is it personal?', about: 'personal of keys', at: [12, 3] as const };

test('fix first takes open findings in the order of the engine, and says what share they carry', () => {
  const findings = Array.from({ length: 8 }, (_, i) => findingOf({ id: `r${i}@app` }, 10));
  const view = overview(systemOf([...findings, findingOf({ state: 'mitigated' })]), KNOWN);
  expect(view.fixFirst.map((f) => f.id)).toEqual(['r0@app', 'r1@app', 'r2@app', 'r3@app', 'r4@app']);
  expect(view.fixShare).toBe(63);
  expect(view.size).toBe('3 elements, 2 flows, 2 zones');
});

test('nothing open carries no share', () => expect(overview(systemOf([]), KNOWN).fixShare).toBe(0));

test('one question that decides two findings is asked once', () => {
  const asked = ['a@app', 'b@app'].map((id) => findingOf({ id, state: 'asked', questions: [question] }));
  const system = systemOf(asked);
  const { questions } = overview(system, KNOWN);
  expect(questions).toHaveLength(system.analysis.summary.questions);
  expect(questions[0]).toMatchObject({ decides: 2, path: '/systems/chat/threats/?state=asked' });
});

test('a question that decides one finding leads to it', () => {
  const { questions } = overview(systemOf([findingOf({ state: 'asked', questions: [question] })]), KNOWN);
  expect(questions[0]).toMatchObject({
    path: '/systems/chat/threats/#steer@app',
    place: 'threat-models/chat.yaml:12:3',
  });
});

test('what runs out soon stands by date, what runs out later does not', () => {
  const until = (id: string, day: string) =>
    findingOf({
      id,
      state: 'accepted',
      decision: { do: 'accept', why: 'w', by: 'Ana', until: day, expired: false, at: [1, 1] },
    });
  const { soon } = overview(
    systemOf([until('far@app', '2028-01-01'), until('near@app', '2026-11-30')]),
    KNOWN,
  );
  expect(soon.map((s) => [s.kind, s.day])).toEqual([
    ['decision', '2026-11-30'],
    ['control', '2026-12-01'],
  ]);
});

test('notes are paragraphs of plain text', () => {
  expect(paragraphs('One.\nStill one.\n\n  \nTwo.\n')).toEqual(['One.\nStill one.', 'Two.']);
});
