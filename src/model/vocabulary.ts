/** The fixed words of the file format: types, classes, statuses, and the three-valued facts with the question each one answers. */

/** The shape of ids that people write. */
export const KEBAB_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** The shape of a reference, `scheme:id`; what it names is checked when files are linked. */
export const REFERENCE_SHAPE = /^[a-z0-9-]+:\S.*$/;

export const ELEMENT_TYPES = ['process', 'data-store', 'external-entity'] as const;
export type ElementType = (typeof ELEMENT_TYPES)[number];

export const STRIDE_CATEGORIES = [
  'spoofing',
  'tampering',
  'repudiation',
  'information-disclosure',
  'denial-of-service',
  'elevation-of-privilege',
] as const;
export type StrideCategory = (typeof STRIDE_CATEGORIES)[number];

/** From least to most sensitive. */
export const DATA_CLASSES = ['public', 'internal', 'confidential', 'restricted'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export const DATA_KINDS = [
  'training-data',
  'labels',
  'features',
  'evaluation-data',
  'model-weights',
  'hyperparameters',
  'gradients',
  'prompts',
  'system-prompt',
  'outputs',
  'embeddings',
  'documents',
  'tool-calls',
  'memory',
  'feedback',
  'logs',
  'metrics',
  'credentials',
  'configuration',
  'code',
  'transactions',
  'business-records',
] as const;

/** From strongest evidence to none. A control that is not mentioned is `absent`. */
export const CONTROL_STATUSES = ['implemented', 'partial', 'unknown', 'planned', 'absent'] as const;
export type ControlStatus = (typeof CONTROL_STATUSES)[number];

export const LIFECYCLE_STAGES = [
  'data',
  'training',
  'evaluation',
  'serving',
  'monitoring',
  'retirement',
] as const;
export const PLATFORMS = ['predictive', 'generative', 'agentic'] as const;
export const MODEL_STATUSES = ['draft', 'in-review', 'approved', 'retired'] as const;
export const DECISIONS = ['accept', 'transfer', 'avoid', 'not-applicable'] as const;

/** Classes of the 5×5 matrix, from least to most. */
export const LIKELIHOODS = ['rare', 'unlikely', 'possible', 'likely', 'almost-certain'] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];
export const IMPACTS = ['negligible', 'minor', 'moderate', 'major', 'severe'] as const;
export type Impact = (typeof IMPACTS)[number];

/** Three-valued facts of an element: `true`, `false`, or unstated. The text is what an unstated one asks. */
export const ELEMENT_FACTS = {
  'multi-tenant': 'Does it hold or serve data of more than one tenant or team?',
  privileged: 'Does it run as root, in a privileged container, or with access to the host?',
  'shared-accelerator': 'Does it share GPUs or other accelerators with workloads of other owners?',
  'deserialises-code': 'Does it load files in formats that can execute code, such as pickle?',
  'executes-code': 'Does it run code or commands that a model or a user wrote?',
  'accepts-uploads': 'Does it take files from outside the organisation?',
  'returns-scores': 'Does its answer hold scores, probabilities or logits?',
  'renders-output': 'Is its output shown as HTML or Markdown, or passed to an interpreter?',
  autonomous: 'Does it act without a person approving each action?',
  'third-party': 'Does another organisation run it?',
  'anonymous-access': 'Can it be used or read without authentication?',
  'broad-permissions': 'Do its credentials reach further than its own task needs?',
  'internet-egress': 'Can it open connections to arbitrary addresses on the internet?',
  'outsider-content': 'Can people outside the organisation write content that ends up in it?',
  'online-learning': 'Does it learn from live inputs or feedback without a review between?',
  'automatic-retraining': 'Does drift or a schedule start retraining without a person?',
  'encrypted-at-rest': 'Is what it stores encrypted at rest?',
  'physical-access': 'Can an attacker hold the device in their hands?',
} as const;
export type ElementFact = keyof typeof ELEMENT_FACTS;

/** Three-valued facts of a data flow. */
export const FLOW_FACTS = {
  encrypted: 'Is the data encrypted in transit?',
  authenticated: 'Does the receiver authenticate the sender?',
  'outsider-content': 'Does it carry content that people outside the organisation can write?',
} as const;
export type FlowFact = keyof typeof FLOW_FACTS;

/** Three-valued facts of a data asset. */
export const DATA_FACTS = {
  personal: 'Is it personal data?',
  'special-category':
    'Does it hold health, biometric, political or other special categories of personal data?',
} as const;
export type DataFact = keyof typeof DATA_FACTS;
