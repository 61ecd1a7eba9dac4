/** Tests of the Mermaid text of a model. */
import { describe, expect, test } from 'vitest';
import { dfdOf, flowNumber } from './dfd.ts';
import { HOSTILE, labelledModel, largeModel, NESTED, SMALL } from './testing.ts';

describe('dfdOf', () => {
  test('draws each type by its shape, with classes and numbered flows', () => {
    const dfd = dfdOf(SMALL, { ai: new Set(['app', 'nobody']) });
    expect(dfd.text).toBe(`---
config:
  layout: elk
---
flowchart TB
accTitle: Data flow diagram of Test
accDescr: 3 elements#44; 3 data flows and 2 trust zones#46;
subgraph z_1["Outside"]
  e_1["User"]
end
subgraph z_2["Inside"]
  e_2("Chat application")
  e_3[("Log")]
end
e_1 -->|"F1 Prompts"| e_2
e_2 -->|"F2 answer"| e_1
e_2 -->|"F3"| e_3
class e_2 process
class e_3 store
class e_1 external
class e_2 ai
`);
    expect([...dfd.nodes]).toEqual([
      ['e_1', 'user'],
      ['e_2', 'app'],
      ['e_3', 'log'],
    ]);
    expect(dfd.edges[1]).toEqual({ id: 'f_2', flowId: 'reply', label: 'F2 answer' });
    expect(dfd.renderText).toContain('e_2 f_2@-->|"F2 answer"| e_1');
  });

  test('nests zones and leaves out those with no element in them or below', () => {
    const { text, zones } = dfdOf(NESTED);
    expect([...zones.values()]).toEqual(['deep', 'outer', 'middle', 'net']);
    expect(text).toContain(`subgraph z_2["Outer"]
  e_2("Front")
  subgraph z_3["Middle"]
    subgraph z_1["Deep"]
      e_1[("Secret")]
    end
  end
end`);
    expect(text).not.toMatch(/Empty|Hollow/);
  });

  test('labels flows by number only where there are more than thirty', () => {
    const { text, edges } = dfdOf(largeModel());
    expect(edges[11]?.label).toBe('F12');
    expect(text).not.toContain('Flow');
    expect(dfdOf(largeModel(), { namedFlowsLimit: 200 }).edges[11]?.label).toBe('F12 Flow 11');
  });

  test('numbers flows as the flow table does', () => {
    expect(flowNumber(SMALL, 'note')).toBe('F3');
    expect(flowNumber(SMALL, 'none')).toBeUndefined();
  });

  test('lets no label out of its quotes', () => {
    const dfd = dfdOf(labelledModel(HOSTILE), { namedFlowsLimit: 1000 });
    for (const text of [dfd.text.split('---\n')[2] ?? '', dfd.renderText])
      for (const line of text.trim().split('\n')) expect(line).toMatch(LINE);
  });
});

/** Every line that a diagram may consist of. */
const LABEL = '"(?:[A-Za-z0-9 ]|#\\d+;|[^\\x00-\\x7f])+"';
const LINE = new RegExp(
  [
    'flowchart TB',
    'acc(?:Title|Descr): [^"]+',
    ` *subgraph z_\\d+\\[${LABEL}\\]`,
    ' *end',
    ` *e_\\d+(?:\\(${LABEL}\\)|\\[\\(${LABEL}\\)\\]|\\[${LABEL}\\])`,
    `e_\\d+ (?:f_\\d+@)?-->\\|${LABEL}\\| e_\\d+`,
    'class [e_\\d,]+ [a-z]+',
  ]
    .map((form) => `^${form}$`)
    .join('|'),
  'u',
);
