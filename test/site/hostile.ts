/** A model whose every field holds something that would do harm if it were taken for markup, a formula or Mermaid. */

export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</text></svg></script><script>alert(1)</script>',
  '"]; click e_1 "javascript:alert(1)"',
  '%%{init: {"theme":"dark"}}%%',
  '=HYPERLINK("http://evil.invalid")',
  '[x](javascript:alert(1)) **bold** `code` $$x^2$$',
  '{element} {from} &lt;b&gt; #35; <br/> end',
  '\u202Egnp.exe\u202C \u200B\uFEFF',
] as const;

/** A valid model, as YAML. */
export function hostileModel(): string {
  let next = 0;
  const text = () => JSON.stringify(HOSTILE[next++ % HOSTILE.length]);
  return `wardbook: 1
name: ${text()}
description: ${text()}
notes: ${text()}
owner: ${text()}
status: draft
platform: agentic
tags: [${text()}]
zones:
  internet: { name: ${text()}, trust: 0, description: ${text()} }
  app: { name: ${text()}, trust: 5, controls: [{ use: audit-logging, status: planned, owner: ${text()}, due: 2027-01-01, evidence: ${text()}, note: ${text()} }] }
data:
  prompts: { name: ${text()}, class: restricted, personal: true, kind: prompts, description: ${text()}, subjects: ${text()}, retention: ${text()} }
elements:
  user: { type: external-entity, kind: end-user, name: ${text()}, zone: internet, description: ${text()} }
  bot: { type: process, kind: agent, name: ${text()}, zone: app, technologies: [${text()}], processes: [prompts], description: ${text()} }
  store: { type: data-store, kind: vector-store, name: ${text()}, zone: app, stores: [prompts] }
  constructor: { type: process, name: ${text()}, zone: app, kind: service, out-of-scope: ${text()} }
flows:
  f1: { from: user, to: bot, name: ${text()}, carries: [prompts], protocol: ${text()}, description: ${text()} }
  f2: { from: bot, to: store, carries: [prompts] }
threats:
  own: { on: bot, title: ${text()}, description: ${text()}, stride: [tampering], found-by: ${text()} }
decisions:
  - { threat: own@bot, do: accept, why: ${text()}, by: ${text()} }
chains:
  chain:
    name: ${text()}
    goal: ${text()}
    actor: ${text()}
    steps:
      - { technique: 'atlas:AML.T0051.001 (Indirect)', on: bot, what: ${text()} }
      - { technique: 'atlas:AML.T0053 (AI Agent Tool Invocation)', on: bot, what: ${text()} }
governance:
  MEASURE 2.7: { answer: partial, evidence: ${text()}, owner: ${text()} }
`;
}
