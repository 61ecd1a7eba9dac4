/**
 * Every threat that the five texts this project started from name has a rule that speaks about it.
 *
 * The texts are four skill guides and one article; a row has the line of the text and the threat in our own
 * words. What a text only mentions as a method or a duty is no row; what it says twice has one row for each
 * place where the emphasis differs.
 */
import { describe, expect, test } from 'vitest';
import { workspacePlaces } from '../src/workspace/places.ts';
import { loadWorkspace } from '../src/workspace/workspace.ts';

type Row = readonly [line: number, threat: string, ...rules: string[]];

/** Guide to STRIDE, LINDDUN and ATLAS: an image classifier, a recommender and a fraud detector. */
const GUIDE_1: readonly Row[] = [
  [19, 'poisoned training data', 'training-data-poisoning', 'label-flipping'],
  [19, 'a trigger left in the model', 'backdoored-pretrained-model', 'training-data-poisoning'],
  [19, 'inputs made to evade', 'adversarial-evasion', 'public-base-model-transfer'],
  [33, 'somebody acts as a user', 'inference-client-impersonation', 'external-spoofing'],
  [33, 'the model file is changed', 'model-weight-tampering', 'model-artifact-replacement'],
  [33, 'huge pictures exhaust the service', 'inference-resource-exhaustion', 'malicious-upload'],
  [33, 'an upload runs code', 'malicious-upload', 'process-elevation-of-privilege'],
  [33, 'the model is stolen', 'model-file-theft', 'model-extraction-by-query'],
  [44, 'viewing history leads to a person', 'linking-across-stores', 'behaviour-pattern-identifies'],
  [44, 'old ratings cannot be disowned', 'non-repudiable-user-history', 'provable-feedback'],
  [44, 'people do not know what is made of their data', 'unaware-data-subjects', 'profiling-of-people'],
  [44, 'sparse histories single people out', 're-identification-in-dataset'],
  [44, 'no insight and no say', 'no-access-to-derived-data', 'no-way-to-object', 'no-deletion-path'],
  [52, 'fraud that raises no alert', 'adversarial-evasion', 'monitoring-signal-forgery'],
  [55, 'reading up on the model in public', 'public-technical-detail', 'architecture-disclosure'],
  [55, 'feeling for the boundary of decisions', 'decision-boundary-probing'],
  [55, 'slow fraud enters the live data', 'feedback-loop-poisoning', 'self-fulfilling-labels'],
  [55, 'drift wears the model down', 'model-degradation', 'unnoticed-distribution-shift'],
  [69, 'the model leaves by its bucket', 'model-file-public', 'model-file-theft'],
  [75, 'what tools probe for: evasion and poison', 'adversarial-evasion', 'training-data-poisoning'],
  [81, 'poison at ingestion', 'training-data-poisoning', 'data-source-impersonation'],
  [81, 'the lake is read without a right', 'store-information-disclosure', 'overexposed-personal-store'],
  [81, 'no trail of who did what', 'store-repudiation', 'process-repudiation', 'answer-without-record'],
  [81, 'data of one person are joined', 'linking-across-stores', 'requests-linked-by-user-id'],
  [81, 'no consent', 'training-without-lawful-basis', 'no-way-to-object'],
  [81, 'a source is not what it says', 'data-source-impersonation', 'web-data-changed-after-review'],
  [81, 'personal data leak', 'sensitive-information-in-output', 'trace-store-leak'],
  [85, 'an open bucket gives the model away', 'model-file-public'],
  [85, 'an interface taken over poisons training', 'data-source-impersonation', 'pipeline-stage-spoofing'],
  [85, 'the service is made to stop', 'process-denial-of-service', 'inference-resource-exhaustion'],
];

/** Guide to STRIDE-AI, the OWASP list for LLMs and ATLAS: a classifier, a chatbot and a fraud detector. */
const GUIDE_2: readonly Row[] = [
  [9, 'poison and theft of models', 'training-data-poisoning', 'model-file-theft'],
  [17, 'training data poisoning', 'training-data-poisoning', 'fine-tuning-data-poisoning'],
  [17, 'inversion of the model', 'training-data-extraction', 'gradient-inversion'],
  [18, 'prompt injection', 'direct-prompt-injection', 'indirect-prompt-injection'],
  [18, 'output handled as if it were safe', 'improper-output-handling', 'planted-link-in-answer'],
  [18, 'people lean on the answer', 'misinformation-relied-upon', 'human-agent-trust-exploitation'],
  [19, 'what a retired model leaves behind', 'forgotten-checkpoints', 'no-deletion-path'],
  [30, 'a public model brings a gift', 'backdoored-pretrained-model', 'unsafe-model-deserialisation'],
  [33, 'a picture fools the model', 'adversarial-evasion', 'physical-adversarial-example'],
  [33, 'the model file on the server is changed', 'model-weight-tampering', 'model-artifact-replacement'],
  [41, 'the knowledge base is poisoned or leaks', 'knowledge-base-poisoning', 'secrets-in-retrieval-index'],
  [44, 'users read the system prompt', 'hidden-context-exposure'],
  [44, 'users get past the safety filter', 'jailbreak', 'guardrail-evasion'],
  [44, 'plugins do more than they should', 'tool-misuse', 'malicious-tool-implementation'],
  [44, 'the provider sees everything', 'provider-data-exposure', 'named-people-in-model-requests'],
  [52, 'sensitive payments come out of the model', 'training-data-extraction', 'membership-inference'],
  [55, 'phishing of those who build models', 'phished-ml-developer'],
  [55, 'a library is compromised', 'malicious-ml-package', 'known-flaws-in-ml-libraries'],
  [55, 'weights are taken', 'model-file-theft', 'edge-model-extraction'],
  [55, 'the interface of the model is abused', 'model-extraction-by-query', 'inference-client-impersonation'],
  [75, 'adversarial text and pictures', 'adversarial-evasion', 'public-base-model-transfer'],
  [81, 'a user overrides the instructions', 'direct-prompt-injection', 'jailbreak'],
  [81, 'internal prompts come out', 'hidden-context-exposure'],
  [81, 'generated text carries a script', 'improper-output-handling'],
  [81, 'generated text is biased', 'biased-generated-text'],
  [85, 'a rival trains a copy on scraped outputs', 'model-extraction-by-query'],
];

/** Guide to STRIDE-AI, ATLAS and the NIST AI RMF: a medical classifier, a chatbot and a fraud detector. */
const GUIDE_3: readonly Row[] = [
  [18, 'inversion of the model', 'training-data-extraction'],
  [18, 'data poisoning', 'training-data-poisoning', 'one-contributor-many-accounts'],
  [18, 'adversarial examples', 'adversarial-evasion', 'physical-adversarial-example'],
  [19, 'models that read pictures and sound', 'multimodal-prompt-injection', 'injected-biometric-sample'],
  [19, 'swarms of agents', 'cascading-agent-failures', 'rogue-agent', 'covert-agent-channel'],
  [33, 'the endpoint or its caller is spoofed', 'process-spoofing', 'inference-client-impersonation'],
  [33, 'training data are tampered with', 'training-data-poisoning', 'dataset-sabotage'],
  [33, 'the result is misused downstream', 'over-reliance-on-automated-decisions', 'function-creep'],
  [44, 'personal data in a chatbot', 'excessive-personal-data', 'sensitive-information-in-output'],
  [44, 'decisions without a person', 'automated-decision-without-recourse', 'excessive-agency'],
  [44, 'reach into systems behind the bot', 'tool-misuse', 'agent-identity-abuse'],
  [44, 'nobody measures bias', 'unfair-treatment-of-groups', 'unrepresentative-training-sample'],
  [44, 'nobody measures robustness', 'natural-hard-cases', 'untested-under-real-conditions'],
  [44, 'no record of where data came from', 'model-without-lineage', 'untracked-personal-copies'],
  [44, 'made-up answers go unnoticed', 'misinformation-relied-upon', 'hallucination-fed-back'],
  [55, 'access to the inference interface', 'model-extraction-by-query', 'decision-boundary-probing'],
  [55, 'fraud shaped to pass', 'adversarial-evasion', 'inference-feature-manipulation'],
  [55, 'a backdoor', 'backdoored-pretrained-model', 'fine-tuning-data-poisoning'],
  [55, 'a part of the training data is poisoned', 'training-data-poisoning', 'label-flipping'],
  [55, 'monitoring that does not notice', 'monitoring-signal-forgery', 'drift-reference-poisoning'],
  [67, 'unfair models', 'unfair-treatment-of-groups'],
  [75, 'embeddings give text back', 'embedding-inversion'],
  [75, 'the decision is changed on its way', 'prediction-altered-in-transit', 'prediction-altered-in-store'],
];

/** Guide to poisoning, extraction and misuse: a crowd-fed classifier, fraud detection and an MLOps platform. */
const GUIDE_4: readonly Row[] = [
  [7, 'data are poisoned', 'training-data-poisoning', 'poisoned-benchmark'],
  [7, 'the model is stolen', 'model-extraction-by-query', 'model-file-theft'],
  [7, 'harmful use of the system as built', 'harmful-use-of-outputs', 'automated-fraud-with-the-system'],
  [7, 'harm in bulk and by expert knowledge', 'bulk-harmful-generation', 'dual-use-knowledge'],
  [7, 'use against people', 'surveillance-beyond-purpose', 'manipulation-of-people'],
  [9, 'breach of rules with personal data', 'no-privacy-assessment', 'special-category-without-ground'],
  [17, 'evasion', 'adversarial-evasion'],
  [17, 'inference about training data', 'membership-inference', 'detectable-membership'],
  [18, 'risks before inference time', 'pipeline-tampering', 'training-disruption'],
  [18, 'the supply of data', 'data-source-impersonation', 'web-data-changed-after-review'],
  [33, 'a crowd sends poison', 'training-data-poisoning', 'label-flipping', 'one-contributor-many-accounts'],
  [33, 'the interface is flooded', 'process-denial-of-service', 'inference-resource-exhaustion'],
  [41, 'a competitor clones a fraud model', 'model-extraction-by-query'],
  [44, 'confidence scores make attacks cheap', 'membership-inference', 'model-extraction-by-query'],
  [55, 'one tenant sees another', 'cross-tenant-data-leak', 'gpu-memory-leak'],
  [55, 'an insider uses access to a model', 'model-file-theft', 'staff-watch-individuals'],
  [55, 'models of third parties', 'backdoored-pretrained-model', 'malicious-training-provider'],
  [55, 'unsigned training data are swapped', 'training-data-poisoning', 'store-tampering'],
  [55, 'training jobs reach other networks', 'isolated-job-bridge', 'service-account-abuse'],
  [55, 'a model container is left', 'gpu-container-escape', 'swapped-container-image'],
  [75, 'predictions drift', 'unnoticed-distribution-shift', 'model-degradation'],
  [81, 'false accounts click', 'feedback-loop-poisoning', 'one-contributor-many-accounts'],
  [81, 'all depends on the feature store', 'feature-store-outage', 'store-denial-of-service'],
  [81, 'inversion through the interface', 'training-data-extraction'],
  [85, 'a clone takes the market', 'model-extraction-by-query', 'model-file-theft'],
  [85, 'unfair lending, in whoever’s hands', 'unfair-treatment-of-groups', 'function-creep'],
];

/** The article on STRIDE for AI infrastructure, besides the lists that content.test.ts goes through. */
const ARTICLE: readonly Row[] = [
  [12, 'a false data provider', 'data-source-impersonation'],
  [13, 'a false model', 'model-artifact-replacement'],
  [14, 'a false client', 'inference-client-impersonation'],
  [15, 'a false stage of the pipeline', 'pipeline-stage-spoofing'],
  [16, 'false metrics', 'monitoring-signal-forgery'],
  [17, 'a false source of features', 'feature-source-spoofing'],
  [20, 'training data changed', 'training-data-poisoning'],
  [21, 'weights changed in storage', 'model-weight-tampering'],
  [22, 'features changed', 'feature-tampering', 'inference-feature-manipulation'],
  [23, 'code, settings or steps changed', 'pipeline-tampering', 'hyperparameter-manipulation'],
  [24, 'poisoned gradients', 'gradient-poisoning'],
  [26, 'a copy by queries', 'model-extraction-by-query'],
  [27, 'memorised samples', 'training-data-extraction'],
  [28, 'who was in the training set', 'membership-inference'],
  [29, 'what the model is', 'architecture-disclosure', 'physical-side-channel'],
  [30, 'cloud credentials', 'credential-disclosure', 'notebook-credential-exposure'],
  [32, 'expensive requests', 'inference-resource-exhaustion', 'unbounded-consumption'],
  [33, 'training is stopped', 'training-disruption'],
  [34, 'the model wears out', 'model-degradation'],
  [35, 'retraining without end', 'pipeline-denial-of-service'],
  [37, 'out of the GPU container', 'gpu-container-escape'],
  [38, 'a service account with wide rights', 'service-account-abuse'],
  [39, 'code with the rights of the pipeline', 'pipeline-privilege-escalation'],
  [134, 'a component is impersonated', 'process-spoofing'],
  [145, 'a component is altered', 'process-tampering'],
  [156, 'an act leaves no log', 'process-repudiation'],
  [168, 'errors and timing tell', 'process-information-disclosure', 'architecture-disclosure'],
  [183, 'too many requests', 'process-denial-of-service'],
  [194, 'a flaw gives the rights of the service', 'process-elevation-of-privilege', 'exposed-management-api'],
  [209, 'a store is changed', 'store-tampering', 'model-weight-tampering'],
  [221, 'a store is read', 'store-information-disclosure'],
  [234, 'an outside party is impersonated', 'external-spoofing'],
  [253, 'a flow is changed', 'flow-tampering', 'model-weights-altered-in-transfer'],
  [262, 'a flow is read', 'flow-information-disclosure', 'crossing-sniffing'],
  [275, 'a message is forged', 'crossing-sender-spoofing', 'insecure-inter-agent-communication'],
  [297, 'unchecked data cross a boundary', 'crossing-unvalidated-input', 'crossing-privilege-gain'],
  [528, 'code through the management interface', 'exposed-management-api'],
  [535, 'another tenant’s memory on the GPU', 'gpu-memory-leak'],
  [573, 'what a training job can reach', 'credential-disclosure', 'service-account-abuse'],
  [574, 'a tampered model carries data out', 'covert-exfiltration-through-outputs'],
  [582, 'weights altered on the way', 'model-weights-altered-in-transfer'],
  [584, 'nobody admits a deployment', 'model-deployment-denied', 'self-reported-quality'],
  [591, 'a model file runs code', 'unsafe-model-deserialisation'],
  [597, 'training data taken for trusted', 'training-data-poisoning', 'generated-training-data'],
  [598, 'a retrained model brings new flaws', 'deployment-without-evaluation', 'training-serving-skew'],
  [600, 'evasion, poison and inversion', 'adversarial-evasion', 'training-data-extraction'],
];

const SOURCES: readonly (readonly [source: number, rows: readonly Row[]])[] = [
  [1, GUIDE_1],
  [2, GUIDE_2],
  [3, GUIDE_3],
  [4, GUIDE_4],
  [5, ARTICLE],
];
const { rules } = await loadWorkspace(workspacePlaces());
const ruleById = new Map(rules.map((rule) => [rule.id, rule]));

test('no source was shortened', () => {
  expect(SOURCES.map(([, rows]) => rows.length)).toEqual([30, 26, 23, 26, 46]);
});

test('rows follow the lines of their source, and none stands twice', () => {
  for (const [source, rows] of SOURCES) {
    const lines = rows.map(([line]) => line);
    expect(lines, `source ${source}`).toEqual(lines.toSorted((a, b) => a - b));
    expect(new Set(rows.map(([line, threat]) => `${line} ${threat}`)).size).toBe(rows.length);
  }
});

describe('a rule speaks about each threat', () => {
  const all = SOURCES.flatMap(([source, rows]) =>
    rows.map(([line, threat, ...ids]) => ({ source, line, threat, ids })),
  );
  test.each(all)('source $source, line $line: $threat', ({ ids }) => {
    expect(ids.length).toBeGreaterThan(0);
    const missing = ids.filter((id) => !ruleById.has(id) || ruleById.get(id)?.deprecated !== undefined);
    expect(missing).toEqual([]);
  });
});
