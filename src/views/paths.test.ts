/** Addresses: every page ends with a slash, every id has one place. */
import { describe, expect, test } from 'vitest';
import * as paths from './paths.ts';

describe('refPath', () => {
  test.each([
    ['atlas', 'AML.T0051', '/atlas/techniques/AML.T0051/'],
    ['atlas', 'AML.T0051.001', '/atlas/techniques/AML.T0051.001/'],
    ['atlas', 'AML.TA0002', '/atlas/tactics/AML.TA0002/'],
    ['atlas', 'AML.M0004', '/atlas/mitigations/AML.M0004/'],
    ['atlas', 'AML.CS0007', '/atlas/case-studies/AML.CS0007/'],
    ['owasp-llm', 'LLM01:2026', '/owasp/llm/2026/LLM01/'],
    ['owasp-llm', 'LLM01:2025', '/owasp/llm/2025/LLM01/'],
    ['owasp-ml', 'ML05:2023', '/owasp/ml/2023/ML05/'],
    ['owasp-agentic', 'ASI01', '/owasp/agentic/2026/ASI01/'],
    ['owasp-agentic', 'T7', '/owasp/agentic/threats/T7/'],
    ['linddun', 'L', '/linddun/L/'],
    ['linddun', 'L.1', '/linddun/L.1/'],
    ['stride', 'spoofing', '/stride/spoofing/'],
    ['nist-ai-rmf', 'MEASURE 2.7', '/nist/ai-rmf/MEASURE-2.7/'],
    ['cwe', 'CWE-312', 'https://cwe.mitre.org/data/definitions/312.html'],
    ['attack', 'T1552.001', 'https://attack.mitre.org/techniques/T1552/001/'],
  ])('%s %s', (scheme, id, path) => expect(paths.refPath(scheme, id)).toBe(path));

  test('an unknown scheme has no page', () => {
    expect(paths.refPath('constructor', 'x')).toBeUndefined();
    expect(paths.keyPath('no-colon')).toBeUndefined();
  });

  test('a key keeps the colon of an edition', () => {
    expect(paths.keyPath('owasp-llm:LLM06:2026')).toBe('/owasp/llm/2026/LLM06/');
  });
});

test('pages end with a slash, and a finding is a fragment of the register', () => {
  const pages = [
    paths.systemPath('a'),
    paths.threatsPath('a'),
    paths.planPath('a'),
    paths.rulePath('r'),
    paths.controlPath('c'),
  ];
  for (const page of pages) expect(page).toMatch(/^\/.*\/$/);
  expect(paths.findingPath('chat', 'steer@app')).toBe('/systems/chat/threats/#steer@app');
});

test('no fragment of a table is an id inside the diagram', () => {
  const inDiagram = /^(dfd|flow|flowlabel|zone)-/;
  for (const anchor of [paths.elementAnchor, paths.flowAnchor, paths.dataAnchor, paths.zoneAnchor])
    expect(anchor('x')).not.toMatch(inDiagram);
});
