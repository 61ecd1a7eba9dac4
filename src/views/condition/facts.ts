/** The three-valued facts as the end of a sentence: `a process that …`, with its opposite. */
import type { DataFact, ElementFact, FlowFact } from '../../model/vocabulary.ts';

type Pair = readonly [yes: string, no: string];

export const ELEMENT_FACT_WORDS: Readonly<Record<ElementFact, Pair>> = {
  'multi-tenant': ['serves more than one tenant or team', 'serves one tenant only'],
  privileged: ['runs with privileges over its host', 'runs without privileges over its host'],
  'shared-accelerator': [
    'shares accelerators with workloads of other owners',
    'shares no accelerator with workloads of other owners',
  ],
  'deserialises-code': [
    'loads file formats that can execute code',
    'loads no file format that can execute code',
  ],
  'executes-code': ['runs code that a model or a user wrote', 'runs no code that a model or a user wrote'],
  'accepts-uploads': [
    'takes files from outside the organisation',
    'takes no files from outside the organisation',
  ],
  'returns-scores': [
    'answers with scores, probabilities or logits',
    'answers without scores, probabilities or logits',
  ],
  'renders-output': [
    'has its output rendered or interpreted',
    'has its output neither rendered nor interpreted',
  ],
  autonomous: ['acts without a person approving each action', 'has each action approved by a person'],
  'third-party': ['is run by another organisation', 'is not run by another organisation'],
  'anonymous-access': [
    'can be used or read without authentication',
    'cannot be used or read without authentication',
  ],
  'broad-permissions': [
    'has credentials that reach further than its task needs',
    'has credentials that reach no further than its task needs',
  ],
  'internet-egress': [
    'can open connections to arbitrary internet addresses',
    'cannot open connections to arbitrary internet addresses',
  ],
  'outsider-content': [
    'takes in content that outsiders can write',
    'takes in no content that outsiders can write',
  ],
  'online-learning': [
    'learns from live input without a review',
    'does not learn from live input without a review',
  ],
  'automatic-retraining': [
    'starts retraining without a person',
    'does not start retraining without a person',
  ],
  'encrypted-at-rest': ['encrypts what it stores', 'does not encrypt what it stores'],
  'physical-access': ['can be held in an attacker’s hands', 'cannot be held in an attacker’s hands'],
};

export const FLOW_FACT_WORDS: Readonly<Record<FlowFact, Pair>> = {
  encrypted: ['is encrypted in transit', 'is not encrypted in transit'],
  authenticated: ['has its sender authenticated', 'does not have its sender authenticated'],
  'outsider-content': [
    'carries content that outsiders can write',
    'carries no content that outsiders can write',
  ],
};

/** As part of a description of data. */
export const DATA_FACT_WORDS: Readonly<Record<DataFact, Pair>> = {
  personal: ['personal', 'not personal'],
  'special-category': ['of a special category of personal data', 'of no special category of personal data'],
};
