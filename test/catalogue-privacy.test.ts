/** The catalogue asks what LINDDUN asks, card by card and type by type, and it asks about misuse. */
import { describe, expect, test } from 'vitest';
import { isMisuse } from '../src/engine/assess/misuse.ts';
import { parseReference } from '../src/knowledge/reference.ts';
import { workspacePlaces } from '../src/workspace/places.ts';
import { loadWorkspace } from '../src/workspace/workspace.ts';

/** Each card with the rules that turn it into a question about an element, a flow or the system. */
const CARDS: Readonly<Record<string, readonly string[]>> = {
  L1: ['requests-linked-by-user-id'],
  L2: ['device-traits-in-telemetry'],
  L3: ['behaviour-pattern-identifies'],
  L4: ['linking-across-stores'],
  L5: ['profiling-of-people'],
  I1: ['named-people-in-model-requests'],
  I2: ['identifiable-conversations-reused'],
  I3: ['hidden-metadata-in-uploads'],
  I4: ['device-traits-in-telemetry'],
  I5: ['re-identification-in-dataset'],
  Nr1: ['non-repudiable-user-history'],
  Nr2: ['provable-feedback'],
  Nr3: ['provable-reading'],
  Nr4: ['undeletable-personal-records'],
  Nr5: ['hidden-metadata-in-uploads'],
  D1: ['detectable-membership'],
  D2: ['detectable-service-use'],
  D3: ['kv-cache-leak'],
  D4: ['detectable-records', 'membership-inference'],
  DD1: ['excessively-sensitive-collection', 'special-category-without-ground'],
  DD2: ['excessive-personal-data', 'bystanders-in-uploads'],
  DD3: ['analysis-beyond-purpose', 'surveillance-beyond-purpose', 'function-creep'],
  DD4: ['unlawful-retention'],
  DD5: [
    'overexposed-personal-store',
    'annotators-see-personal-data',
    'personal-data-to-agent-tools',
    'provider-data-exposure',
  ],
  U1: ['unaware-data-subjects'],
  U2: ['bystanders-in-uploads'],
  U3: ['no-way-to-object', 'automated-decision-without-recourse'],
  U4: ['no-access-to-derived-data'],
  U5: ['no-deletion-path', 'correction-does-not-reach-derived-data'],
  Nc1: ['training-without-lawful-basis', 'special-category-without-ground', 'third-country-transfer'],
  Nc2: ['no-privacy-assessment'],
  Nc3: ['untracked-personal-copies', 'model-without-lineage'],
  Nc4: ['special-category-store-unencrypted', 'overexposed-personal-store'],
};

/** The least number of rules that cite a node of each type's tree. */
const TYPES: Readonly<Record<string, number>> = { L: 7, I: 7, Nr: 5, D: 4, Dd: 15, U: 6, Nc: 10 };

const { rules, knowledge } = await loadWorkspace(workspacePlaces());
const live = rules.filter((rule) => rule.deprecated === undefined);
const ruleById = new Map(live.map((rule) => [rule.id, rule]));
const tables = knowledge.tables.filter((table) => table.scheme === 'linddun-go');
const cards = tables.flatMap((table) => table.entries.map((entry) => entry.id));

test('the table has every card', () => {
  expect(cards).toHaveLength(33);
  expect(Object.keys(CARDS).sort()).toEqual([...cards].sort());
});

describe('a card is cited by its rules', () => {
  test.each(Object.entries(CARDS))('%s', (card, ids) => {
    const citing = live.filter((rule) =>
      rule.refs.some((text) => {
        const reference = parseReference(text);
        return reference?.scheme === 'linddun-go' && reference.id === card && reference.name !== undefined;
      }),
    );
    expect(citing.map((rule) => rule.id)).toEqual(expect.arrayContaining([...ids]));
  });
});

describe('a type is cited through the nodes of its tree', () => {
  test.each(Object.entries(TYPES))('%s: at least %i rules', (type, least) => {
    const citing = live.filter((rule) => rule.linddun.some((node) => node.split('.')[0] === type));
    expect(citing.length).toBeGreaterThanOrEqual(least);
  });
});

test('a rule that cites a card says where in the trees it stands, and what would stop the threat', () => {
  const privacy = [...new Set(Object.values(CARDS).flat())].map((id) => ruleById.get(id));
  expect(privacy.filter((rule) => !rule || rule.linddun.length === 0 || rule.unless === undefined)).toEqual(
    [],
  );
});

/** Harm done with the system as it was built, by whom it is done. */
const MISUSE: Readonly<Record<string, readonly string[]>> = {
  customers: [
    'harmful-use-of-outputs',
    'bulk-harmful-generation',
    'dual-use-knowledge',
    'automated-fraud-with-the-system',
  ],
  staff: ['staff-watch-individuals'],
  'the operator': ['surveillance-beyond-purpose', 'manipulation-of-people', 'function-creep'],
};

describe('misuse is asked of the whole system', () => {
  test.each(Object.entries(MISUSE))('by %s', (_who, ids) => {
    expect(ids.filter((id) => ruleById.get(id)?.applies.to !== 'system')).toEqual([]);
    expect(ids.filter((id) => !live.filter(isMisuse).some((rule) => rule.id === id))).toEqual([]);
  });
});
