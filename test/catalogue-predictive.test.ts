/** Predictive models in the catalogue: each item of OWASP ML 2023, STRIDE-AI and Microsoft's failure modes has rules that speak about it. */
import { describe, expect, test } from 'vitest';
import { indexKnowledge } from '../src/knowledge/knowledge.ts';
import { parseReference } from '../src/knowledge/reference.ts';
import { workspacePlaces } from '../src/workspace/places.ts';
import { loadWorkspace } from '../src/workspace/workspace.ts';

const loaded = await loadWorkspace(workspacePlaces());
const { entries } = indexKnowledge(loaded.knowledge);
const rules = loaded.rules.filter((rule) => rule.deprecated === undefined);
const ruleById = new Map(rules.map((rule) => [rule.id, rule]));

/** The ids of one list in its order. */
const idsOf = (scheme: string): string[] =>
  entries.filter((entry) => entry.scheme === scheme).map((entry) => entry.fact.id);

/** Does this rule refer to this entry of this list? */
const cites = (rule: string, scheme: string, id: string): boolean =>
  (ruleById.get(rule)?.refs ?? []).some((ref) => {
    const reference = parseReference(ref);
    return reference?.scheme === scheme && reference.id === id;
  });

const OWASP_ML: Readonly<Record<string, readonly string[]>> = {
  'ML01:2023': ['adversarial-evasion', 'physical-adversarial-example', 'injected-biometric-sample'],
  'ML02:2023': ['training-data-poisoning', 'label-flipping', 'web-data-changed-after-review'],
  'ML03:2023': ['training-data-extraction', 'gradient-inversion'],
  'ML04:2023': ['membership-inference', 'detectable-membership'],
  'ML05:2023': ['model-extraction-by-query', 'model-file-theft', 'edge-model-extraction'],
  'ML06:2023': ['pipeline-tampering', 'corrupt-model-file', 'swapped-container-image'],
  'ML07:2023': ['backdoored-pretrained-model', 'public-base-model-transfer'],
  'ML08:2023': ['feedback-loop-poisoning', 'self-fulfilling-labels', 'drift-reference-poisoning'],
  'ML09:2023': ['prediction-altered-in-store', 'prediction-altered-in-transit', 'edge-result-forgery'],
  'ML10:2023': ['model-weight-tampering', 'model-artifact-replacement', 'gradient-poisoning'],
};

const FAILURE_MODES: Readonly<Record<string, readonly string[]>> = {
  '1': ['adversarial-evasion', 'inference-feature-manipulation'],
  '2': ['training-data-poisoning', 'gradient-poisoning'],
  '3': ['training-data-extraction', 'gradient-inversion'],
  '4': ['membership-inference'],
  '5': ['model-extraction-by-query'],
  '6': ['model-reprogramming'],
  '7': ['physical-adversarial-example'],
  '8': ['malicious-training-provider', 'gradient-inversion'],
  '9': ['pipeline-tampering', 'unsafe-model-deserialisation', 'swapped-container-image'],
  '10': ['model-weight-tampering', 'backdoored-pretrained-model'],
  '11': ['known-flaws-in-ml-libraries'],
  '12': ['reward-gaming'],
  '13': ['side-effects-of-automation'],
  '14': ['unnoticed-distribution-shift'],
  '15': ['natural-hard-cases'],
  '16': ['common-corruption'],
  '17': ['untested-under-real-conditions', 'tuning-on-test-data', 'deployment-without-evaluation'],
};

/** Asset, how it fails (in our own words, after STRIDE-AI), and the rules that speak about that. */
const STRIDE_AI: readonly (readonly [asset: string, failure: string, ...rules: string[]])[] = [
  ['Requirements', 'unclear goals make an inaccurate model', 'requirements-not-written', 'reward-gaming'],
  ['Requirements', 'duties from law are missed', 'requirements-not-written'],
  ['Requirements', 'the harm of a leak is underestimated', 'requirements-not-written'],
  ['Raw data', 'the sample is not representative', 'unrepresentative-training-sample'],
  ['Raw data', 'the selection is biased', 'unrepresentative-training-sample', 'self-fulfilling-labels'],
  ['Pre-processed data', 'prepared before the split', 'test-information-in-training'],
  ['Pre-processed data', 'test data leak into training', 'test-information-in-training'],
  ['Labeled data', 'items or labels are changed', 'label-flipping', 'dataset-sabotage'],
  [
    'Labeled data',
    'the classifier is pushed aside',
    'training-data-poisoning',
    'one-contributor-many-accounts',
  ],
  ['Augmented data', 'variants contradict their source', 'generated-training-data'],
  ['Augmented data', 'a bad policy lowers accuracy', 'generated-training-data', 'training-data-poisoning'],
  ['Validation data', 'labels are manipulated', 'poisoned-benchmark'],
  ['Validation data', 'training ends too early', 'poisoned-benchmark'],
  ['Held-out test cases', 'the score misses the goal', 'tuning-on-test-data', 'natural-hard-cases'],
  ['Held-out test cases', 'a needless retraining starts', 'poisoned-benchmark'],
  ['Held-out test cases', 'the cases become known', 'test-case-leak'],
  ['Inferences', 'the answer says nothing', 'missing-answer-taken-for-yes'],
  ['Inferences', 'the answer is changed on its way', 'prediction-altered-in-transit'],
  ['Data pre-processing algorithms', 'a faulty conversion', 'training-serving-skew', 'pipeline-tampering'],
  ['Data pre-processing algorithms', 'used to harvest data', 'preprocessing-harvest'],
  ['Hyper-parameters', 'a size that cannot be trained', 'hyperparameter-manipulation'],
  ['Hyper-parameters', 'over-fitting is forced', 'hyperparameter-manipulation'],
  ['Learning algorithms', 'the algorithm does not suit', 'deployment-without-evaluation'],
  ['Learning algorithms', 'online learning drifts', 'feedback-loop-poisoning', 'reward-gaming'],
  ['Model parameters', 'the task is done badly', 'model-weight-tampering'],
  ['Model parameters', 'inferences as a covert channel', 'malicious-training-provider'],
  ['Trained models', 'training and use differ', 'training-serving-skew', 'untested-under-real-conditions'],
  ['Deployed models', 'the task is done badly', 'unnoticed-distribution-shift', 'common-corruption'],
  [
    'Deployed models',
    'doctored for a third party',
    'decision-threshold-tampering',
    'model-artifact-replacement',
  ],
  ['Model architecture', 'too vague to build from', 'requirements-not-written'],
  [
    'Model architecture',
    'interfaces and algorithm are told',
    'architecture-disclosure',
    'public-technical-detail',
  ],
  ['Model hardware design', 'a side channel tells the model', 'physical-side-channel', 'gpu-memory-leak'],
  ['Data and metadata schemata', 'nobody can interpret the data', 'requirements-not-written'],
  [
    'Data and metadata schemata',
    'they help to extract data',
    'architecture-disclosure',
    'public-technical-detail',
  ],
  ['Learned data indexes', 'the index reveals its data', 'embedding-inversion'],
  ['Learned data indexes', 'the index decays silently', 'index-decay'],
];

describe.each([
  ['owasp-ml', OWASP_ML],
  ['ms-failure-mode', FAILURE_MODES],
] as const)('%s', (scheme, table) => {
  test('the table has every entry', () => {
    expect(Object.keys(table).sort()).toEqual(idsOf(scheme).sort());
  });
  test.each(Object.entries(table))('%s is cited by its rules', (id, ids) => {
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((rule) => !cites(rule, scheme, id))).toEqual([]);
  });
});

describe('stride-ai', () => {
  const assets = entries.filter((entry) => entry.scheme === 'stride-ai').map((entry) => entry.name);

  test('the table has every asset', () => {
    expect([...new Set(STRIDE_AI.map(([asset]) => asset))].sort()).toEqual([...assets].sort());
    expect(assets.length).toBe(18);
  });
  test.each(STRIDE_AI)('%s: %s', (asset, _failure, ...ids) => {
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !ruleById.get(id)?.['stride-ai'].includes(asset))).toEqual([]);
  });
});

/** Techniques against platforms that no rule spoke about before, or only in passing. */
const TECHNIQUES: readonly (readonly [technique: string, ...rules: string[]])[] = [
  ['AML.T0010.000', 'tampered-accelerator-host'],
  ['AML.T0010.004', 'swapped-container-image'],
  ['AML.T0018.001', 'model-weight-tampering'],
  ['AML.T0018.002', 'unsafe-model-deserialisation'],
  ['AML.T0021', 'one-contributor-many-accounts'],
  ['AML.T0042', 'decision-boundary-probing'],
  ['AML.T0043.002', 'public-base-model-transfer'],
  ['AML.T0046', 'reviewer-flooding'],
  ['AML.T0059', 'dataset-sabotage', 'poisoned-benchmark'],
  ['AML.T0076', 'corrupt-model-file'],
  ['AML.T0088', 'injected-biometric-sample'],
  ['AML.T0091.001', 'script-in-labelling-task'],
  ['AML.T0106', 'credential-disclosure'],
  ['AML.T0107', 'corrupt-model-file'],
  ['AML.T0113', 'script-in-labelling-task'],
  ['AML.T0119', 'pipeline-privilege-escalation'],
  ['AML.T0120', 'hub-as-dead-drop'],
  ['AML.T0122', 'isolated-job-bridge'],
  ['AML.T0132', 'exposed-management-api'],
];

test.each(TECHNIQUES)('atlas %s is cited by its rules', (technique, ...ids) => {
  expect(ids.filter((id) => !cites(id, 'atlas', technique))).toEqual([]);
});
