/** Models and labels for this folder's tests. */
import type { Model } from '../model/model.ts';
import { parseModel } from '../model/parse.ts';

/** A model from YAML without its head. @throws where the YAML is not a valid model */
export function modelOf(body: string, name = 'Test'): Model {
  const text = `wardbook: 1\nname: ${JSON.stringify(name)}\ndescription: A model for a test.\n${body}`;
  const { model, diagnostics } = parseModel('test.yaml', text, 'test');
  if (!model) throw new Error(diagnostics.map((d) => d.message).join('; '));
  return model;
}

/** Two zones, one of each type of element, three flows, of which two go opposite ways. */
export const SMALL = modelOf(`
zones:
  outside: { name: Outside, trust: 0 }
  inside: { name: Inside, trust: 5 }
data:
  prompts: { name: Prompts, class: internal }
elements:
  user: { type: external-entity, name: User, zone: outside }
  app: { type: process, name: Chat application, zone: inside }
  log: { type: data-store, name: Log, zone: inside }
flows:
  ask: { from: user, to: app, carries: [prompts] }
  reply: { from: app, to: user, name: answer }
  note: { from: app, to: log }
`);

/** Zones in zones, an empty one, one that holds only another, and a flow that leaves all of them. */
export const NESTED = modelOf(`
zones:
  deep: { name: Deep, trust: 9, in: middle }
  outer: { name: Outer, trust: 3 }
  middle: { name: Middle, trust: 6, in: outer }
  empty: { name: Empty, trust: 1 }
  hollow: { name: Hollow, trust: 1, in: empty }
  net: { name: Net, trust: 0 }
elements:
  secret: { type: data-store, name: Secret, zone: deep }
  front: { type: process, name: Front, zone: outer }
  peer: { type: external-entity, name: Peer, zone: net }
flows:
  one: { from: peer, to: front }
  two: { from: front, to: secret }
  three: { from: secret, to: peer }
  again: { from: front, to: front, name: retry }
`);

/** Sixty elements in ten nested zones with a hundred and fifty flows, each made by counting. */
export function largeModel(): Model {
  const types = ['process', 'data-store', 'process', 'external-entity'];
  const zones = Array.from({ length: 10 }, (_, i) => {
    const parent = i >= 4 ? `, in: z${i % 4}` : '';
    return `  z${i}: { name: Zone number ${i}, trust: ${i}${parent} }`;
  });
  const elements = Array.from(
    { length: 60 },
    (_, i) => `  e${i}: { type: ${types[i % 4]}, name: Element number ${i}, zone: z${Math.floor(i / 6)} }`,
  );
  const flows = Array.from({ length: 150 }, (_, i) => {
    const from = (i * 13) % 60;
    return `  f${i}: { from: e${from}, to: e${(from + 1 + ((i * 5) % 11)) % 60}, name: Flow ${i} }`;
  });
  return modelOf(
    ['zones:', ...zones, 'elements:', ...elements, 'flows:', ...flows].join('\n'),
    'Large system',
  );
}

/** Elements in zones of their own, two and two with flows both ways; each label names one of each. */
export function labelledModel(labels: readonly string[]): Model {
  const types = ['process', 'data-store', 'external-entity'];
  const zones = labels.map((_, i) => `  z${i}: { name: Z, trust: 0 }`);
  const elements = labels.map((_, i) => `  e${i}: { type: ${types[i % 3]}, name: E, zone: z${i} }`);
  const flows = labels.map(
    (_, i) => `  f${i}: { from: e${i}, to: e${Math.min(i ^ 1, labels.length - 1)}, name: F }`,
  );
  const model = modelOf(['zones:', ...zones, 'elements:', ...elements, 'flows:', ...flows].join('\n'));
  // Set afterwards, since the schema would already refuse some of them.
  const named = <T extends { id: string }>(list: readonly T[]) =>
    list.map((entry, i) => ({ ...entry, name: labels[i] ?? '' }));
  return {
    ...model,
    zones: named(model.zones),
    elements: named(model.elements),
    flows: named(model.flows),
  };
}

/** Labels that would be syntax, markup or nothing if they were not escaped. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"]; click A "javascript:alert(1)"',
  '`code` and ``` fences',
  '%%{init: {"theme":"dark"}}%%',
  '%% a comment',
  'end',
  'subgraph x',
  '#35;',
  '#quot;',
  '&lt;b&gt; &amp;amp; &#60;',
  'first\nsecond\r\nthird',
  '<br/>one<br>two',
  'abc\u202egnp.exe\u202c',
  'zero\u200bwidth\ufeffand\u2060joiners',
  'emoji 🤖 👩‍💻 ⚠️',
  'x'.repeat(200),
  'many words '.repeat(30),
  '__proto__',
  'constructor',
  'toString',
  '**bold** _it_ ~~no~~',
  '$$x^2$$',
  '- item',
  '1. item',
  '# heading',
  '> quote',
  '[link](javascript:alert(1))',
  'https://example.org/?a=1&b=2',
  '</text><script>alert(1)</script>',
  ']]> <!-- --> <![CDATA[x]]>',
  'lone \ud800 surrogate \udfff',
  '',
  ' \t ',
  '\u200b\u200d',
  'ﬂ°°35¶ß and ﬂ°lt¶ß',
  'private \ue023 \ue100 \u{f0000}',
  'fa:fa-user icon',
  'A --> B',
  'x; y; z',
  '{{double}} ((round)) [(store)]',
  'null \u0000 and \u0007 bell',
  'não — “quotes” 中文字 العربية',
  '@{ shape: cyl }',
  'a|b||c',
  `it's \`\${alert(1)}\``,
  'tag \u{e0041}\u{e007f} hidden',
  '\ufffe\uffff',
] as const;
