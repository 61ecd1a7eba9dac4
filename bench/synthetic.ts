/** Synthetic threat models of any size: the same shape each time, two flows an element, every fourth an AI element. */

const ZONES = [
  ['internet', 0],
  ['dmz', 3],
  ['serving', 6],
  ['training', 7],
  ['registry', 8],
] as const;

const KINDS = [
  ['external-entity', 'api-client', 0],
  ['process', 'api-gateway', 1],
  ['process', 'model-server', 2],
  ['data-store', 'feature-store', 2],
  ['process', 'training-job', 3],
  ['data-store', 'training-data-store', 3],
  ['process', 'web-server', 1],
  ['data-store', 'model-registry', 4],
] as const;

/** @returns YAML of a model with this many elements and twice as many flows */
export function syntheticModel(elements: number): string {
  const lines = [
    'wardbook: 1',
    `name: Synthetic ${elements}`,
    'description: A model made for measuring.',
    'zones:',
  ];
  for (const [id, trust] of ZONES) lines.push(`  ${id}: { name: ${id}, trust: ${trust} }`);
  lines.push('data:', '  prompts: { name: Prompts, class: confidential, personal: true, kind: prompts }');
  lines.push('  rows: { name: Rows, class: restricted, kind: training-data }', 'elements:');
  for (let i = 0; i < elements; i++) {
    const [type, kind, zone] = KINDS[i % KINDS.length] ?? KINDS[0];
    const controls =
      i % 3 === 0 ? ', controls: [audit-logging, { use: rate-limiting, status: partial }]' : '';
    lines.push(
      `  e${i}: { type: ${type}, kind: ${kind}, name: Element ${i}, zone: ${ZONES[zone]?.[0]}${controls} }`,
    );
  }
  lines.push('flows:');
  for (let i = 0; i < elements * 2; i++) {
    const from = i % elements;
    const to = (i * 7 + 3) % elements;
    const facts = i % 2 === 0 ? ', encrypted: true, authenticated: true' : '';
    lines.push(
      `  f${i}: { from: e${from}, to: e${to === from ? (to + 1) % elements : to}, carries: [${i % 5 === 0 ? 'rows' : 'prompts'}]${facts} }`,
    );
  }
  return `${lines.join('\n')}\n`;
}
