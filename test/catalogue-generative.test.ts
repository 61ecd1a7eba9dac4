/** Generative and agentic AI: each item of the three OWASP lists is spoken about by the rules named here. */
import { describe, expect, test } from 'vitest';
import { indexKnowledge } from '../src/knowledge/knowledge.ts';
import { parseReference } from '../src/knowledge/reference.ts';
import { workspacePlaces } from '../src/workspace/places.ts';
import { loadWorkspace } from '../src/workspace/workspace.ts';

/** What each list is, and the rules expected to speak about each of its items. Others may cite it as well. */
const LISTS: readonly {
  list: string;
  scheme: string;
  pattern: RegExp;
  size: number;
  items: Readonly<Record<string, readonly string[]>>;
}[] = [
  {
    list: 'OWASP Top 10 for LLM Applications 2026',
    scheme: 'owasp-llm',
    pattern: /^owasp-llm:LLM\d\d:2026$/,
    size: 10,
    items: {
      'LLM01:2026': [
        'agent-goal-hijack',
        'cloaked-web-page',
        'conversation-context-poisoning',
        'crafted-assistant-link',
        'delayed-instruction',
        'direct-prompt-injection',
        'guardrail-blind-spot',
        'guardrail-evasion',
        'hidden-text-in-ingested-documents',
        'indirect-prompt-injection',
        'jailbreak',
        'multimodal-prompt-injection',
        'poisoned-agent-message',
        'self-replicating-prompt',
        'tool-data-poisoning',
      ],
      'LLM02:2026': [
        'code-sandbox-egress',
        'credentials-in-agent-runtime',
        'exfiltration-through-tools',
        'kv-cache-leak',
        'provider-data-exposure',
        'response-cache-poisoning',
        'secrets-in-retrieval-index',
        'sensitive-information-in-output',
        'session-mix-up',
        'tool-credential-harvesting',
        'trace-store-leak',
        'training-data-extraction',
        'vector-store-cross-tenant-leak',
      ],
      'LLM03:2026': ['agent-identity-abuse', 'data-destruction-by-agent', 'excessive-agency', 'tool-misuse'],
      'LLM04:2026': [
        'agentic-supply-chain',
        'hallucinated-dependency',
        'llm-supply-chain',
        'malicious-tool-implementation',
        'unsafe-model-deserialisation',
      ],
      'LLM05:2026': [
        'fine-tuning-data-poisoning',
        'hallucination-fed-back',
        'hidden-text-in-ingested-documents',
        'knowledge-base-poisoning',
        'memory-poisoning',
        'passage-near-every-question',
      ],
      'LLM06:2026': [
        'cascading-agent-failures',
        'inference-resource-exhaustion',
        'stolen-model-api-key',
        'unbounded-consumption',
      ],
      'LLM07:2026': [
        'cloaked-web-page',
        'deceptive-agent-report',
        'hallucinated-dependency',
        'hallucination-fed-back',
        'human-agent-trust-exploitation',
        'insecure-generated-code',
        'misinformation-relied-upon',
        'planted-link-in-answer',
        'response-cache-poisoning',
      ],
      'LLM08:2026': ['hidden-context-exposure'],
      'LLM09:2026': [
        'embedding-inversion',
        'knowledge-base-poisoning',
        'passage-near-every-question',
        'vector-store-cross-tenant-leak',
      ],
      'LLM10:2026': ['improper-output-handling', 'insecure-generated-code', 'unexpected-code-execution'],
    },
  },
  {
    list: 'OWASP Top 10 for Agentic Applications 2026',
    scheme: 'owasp-agentic',
    pattern: /^owasp-agentic:ASI\d\d$/,
    size: 10,
    items: {
      ASI01: [
        'agent-clickbait',
        'agent-goal-hijack',
        'agent-instruction-file-poisoning',
        'cloaked-web-page',
        'delayed-instruction',
        'exfiltration-through-tools',
        'hostile-tool-response',
        'poisoned-agent-message',
        'tool-data-poisoning',
      ],
      ASI02: [
        'agent-clickbait',
        'data-destruction-by-agent',
        'excessive-agency',
        'exfiltration-through-tools',
        'tool-credential-harvesting',
        'tool-misuse',
        'tool-shadowing',
      ],
      ASI03: [
        'agent-change-runs-in-ci',
        'agent-delegation-escalation',
        'agent-identity-abuse',
        'agent-takes-orders-from-anyone',
        'credentials-in-agent-runtime',
        'local-agent-takeover',
        'open-mcp-server',
        'tool-credential-harvesting',
      ],
      ASI04: [
        'agent-instruction-file-poisoning',
        'agentic-supply-chain',
        'hallucinated-dependency',
        'hostile-tool-response',
        'malicious-tool-implementation',
        'tool-shadowing',
      ],
      ASI05: [
        'agent-change-runs-in-ci',
        'code-sandbox-egress',
        'local-agent-takeover',
        'unexpected-code-execution',
      ],
      ASI06: [
        'conversation-context-poisoning',
        'knowledge-base-poisoning',
        'memory-poisoning',
        'tool-data-poisoning',
      ],
      ASI07: [
        'agent-delegation-escalation',
        'covert-agent-channel',
        'foreign-agent-protocol-abuse',
        'insecure-inter-agent-communication',
        'rogue-agent-joins',
      ],
      ASI08: [
        'cascading-agent-failures',
        'hallucination-fed-back',
        'poisoned-agent-message',
        'self-replicating-prompt',
      ],
      ASI09: [
        'approval-flooding',
        'deceptive-agent-report',
        'human-agent-trust-exploitation',
        'planted-link-in-answer',
      ],
      ASI10: ['covert-agent-channel', 'deceptive-agent-report', 'rogue-agent-joins', 'rogue-agent'],
    },
  },
  {
    list: 'OWASP agentic threats T1 to T17',
    scheme: 'owasp-agentic',
    pattern: /^owasp-agentic:T\d+$/,
    size: 17,
    items: {
      T1: ['conversation-context-poisoning', 'memory-poisoning'],
      T2: [
        'data-destruction-by-agent',
        'exfiltration-through-tools',
        'tool-credential-harvesting',
        'tool-misuse',
        'tool-shadowing',
      ],
      T3: [
        'agent-change-runs-in-ci',
        'agent-delegation-escalation',
        'agent-identity-abuse',
        'credentials-in-agent-runtime',
        'local-agent-takeover',
        'open-mcp-server',
      ],
      T4: ['cascading-agent-failures', 'unbounded-consumption'],
      T5: ['cascading-agent-failures', 'hallucination-fed-back'],
      T6: [
        'agent-clickbait',
        'agent-goal-hijack',
        'agent-instruction-file-poisoning',
        'delayed-instruction',
        'hostile-tool-response',
        'multimodal-prompt-injection',
        'prompt-template-changed',
        'tool-data-poisoning',
      ],
      T7: ['deceptive-agent-report'],
      T8: ['altered-conversation-record', 'rogue-agent'],
      T9: ['agent-takes-orders-from-anyone', 'foreign-agent-protocol-abuse', 'rogue-agent-joins'],
      T10: ['approval-flooding', 'human-agent-trust-exploitation'],
      T11: [
        'agent-change-runs-in-ci',
        'code-sandbox-egress',
        'local-agent-takeover',
        'unexpected-code-execution',
      ],
      T12: [
        'covert-agent-channel',
        'insecure-inter-agent-communication',
        'poisoned-agent-message',
        'self-replicating-prompt',
      ],
      T13: ['covert-agent-channel', 'rogue-agent-joins'],
      T14: ['agent-delegation-escalation', 'poisoned-agent-message'],
      T15: ['human-agent-trust-exploitation', 'planted-link-in-answer'],
      T16: ['foreign-agent-protocol-abuse', 'open-mcp-server'],
      T17: [
        'agent-instruction-file-poisoning',
        'agentic-supply-chain',
        'hallucinated-dependency',
        'hostile-tool-response',
        'malicious-tool-implementation',
        'tool-shadowing',
      ],
    },
  },
];
const { rules, knowledge: content } = await loadWorkspace(workspacePlaces());
const knowledge = indexKnowledge(content);
const ruleById = new Map(rules.map((rule) => [rule.id, rule]));

/** Keys of what a rule refers to, `scheme:id`. */
const citedBy = (id: string): string[] =>
  (ruleById.get(id)?.refs ?? []).flatMap((ref) => {
    const reference = parseReference(ref);
    return reference ? [`${reference.scheme}:${reference.id}`] : [];
  });

const itemsOf = (pattern: RegExp): string[] =>
  knowledge.entries
    .map((entry) => `${entry.scheme}:${entry.fact.id}`)
    .filter((key) => pattern.test(key))
    .sort();

describe.each(LISTS)('$list', ({ scheme, pattern, size, items }) => {
  const rows = Object.entries(items).map(([item, ids]) => ({ item, key: `${scheme}:${item}`, ids }));

  test('the table has every item of the list', () => {
    expect(rows.map((row) => row.key).sort()).toEqual(itemsOf(pattern));
    expect(rows.length).toBe(size);
  });
  test.each(rows)('$item', ({ key, ids }) => {
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      expect(ruleById.has(id), id).toBe(true);
      expect(ruleById.get(id)?.deprecated, id).toBeUndefined();
      expect(citedBy(id), id).toContain(key);
    }
  });
});
