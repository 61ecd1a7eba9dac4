/** Typed references: `scheme:id`, with the edition in the id where a list has editions, and the name in brackets where it is to be checked. */

/** Schemes whose entries are carried in `content/`: a reference to one must resolve. */
export const CARRIED_SCHEMES = [
  'atlas',
  'owasp-llm',
  'owasp-ml',
  'owasp-agentic',
  'stride',
  'stride-ai',
  'ms-failure-mode',
  'linddun',
  'linddun-go',
  'nist-ai-rmf',
  'nist-ai-600-1',
  'nist-ai-100-2',
  'eu-ai-act',
  'iso-42001',
  'privacy-strategy',
] as const;
export type CarriedScheme = (typeof CARRIED_SCHEMES)[number];

const attackFolder = (id: string): string =>
  id.startsWith('TA') ? 'tactics' : id.startsWith('M') ? 'mitigations' : 'techniques';

/** Schemes that are only pointed at; the shape of their ids is checked. */
export const POINTED_SCHEMES = {
  cwe: {
    shape: /^CWE-[1-9][0-9]{0,4}$/,
    url: (id: string) => `https://cwe.mitre.org/data/definitions/${id.slice(4)}.html`,
    name: 'CWE',
  },
  cve: {
    shape: /^CVE-[0-9]{4}-[0-9]{4,7}$/,
    url: (id: string) => `https://www.cve.org/CVERecord?id=${id}`,
    name: 'CVE',
  },
  attack: {
    shape: /^(T|TA|M)[0-9]{4}(\.[0-9]{3})?$/,
    url: (id: string) => `https://attack.mitre.org/${attackFolder(id)}/${id.replace('.', '/')}/`,
    name: 'MITRE ATT&CK',
  },
  gdpr: {
    shape: /^Art\. [0-9]{1,2}(\([0-9]{1,2}\)(\([a-z]\))?)?$/,
    url: (_: string) => 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    name: 'GDPR',
  },
  'owasp-ai-exchange': {
    shape: /^[a-z0-9-]+$/,
    url: (id: string) => `https://owaspai.org/go/${id}/`,
    name: 'OWASP AI Exchange',
  },
  'owasp-aisvs': {
    shape: /^C[1-9][0-9]?$/,
    url: (_: string) => 'https://github.com/OWASP/AISVS',
    name: 'OWASP AISVS',
  },
  'owasp-aivss': {
    shape: /^AIVSS-[1-9][0-9]?$/,
    url: (_: string) => 'https://aivss.owasp.org/',
    name: 'OWASP AIVSS',
  },
  'owasp-dsgai': {
    shape: /^DSGAI[0-9]{2}$/,
    url: (_: string) => 'https://genai.owasp.org/',
    name: 'OWASP GenAI Data Security',
  },
  'owasp-api': {
    shape: /^API[0-9]{1,2}:[0-9]{4}$/,
    url: (_: string) => 'https://owasp.org/API-Security/',
    name: 'OWASP API Security Top 10',
  },
  'csa-aicm': {
    shape: /^[A-Z]{2,4}$/,
    url: (_: string) => 'https://cloudsecurityalliance.org/artifacts/ai-controls-matrix',
    name: 'CSA AI Controls Matrix',
  },
} as const;
export type PointedScheme = keyof typeof POINTED_SCHEMES;

export interface Reference {
  scheme: string;
  id: string;
  /** The name given in brackets, to be checked against the entry. */
  name?: string;
}

/** `atlas:AML.T0051 (LLM Prompt Injection)` → scheme, id, name. Undefined where the text is not a reference. */
export function parseReference(text: string): Reference | undefined {
  // Brackets that touch the id belong to it: `gdpr:Art. 5(1)(a) (Lawfulness)`.
  const match = /^([a-z0-9-]+):([^()\s](?:[^()]|(?<=\S)\([^()\s]*\))*?)(?:\s+\((.+)\))?$/.exec(text.trim());
  if (!match?.[1] || !match[2]) return undefined;
  return { scheme: match[1], id: match[2], ...(match[3] ? { name: match[3] } : {}) };
}

/** The key of an entry in the index: `scheme:id`, without the name. */
export const referenceKey = (r: { scheme: string; id: string }): string => `${r.scheme}:${r.id}`;

/** The keys of a list of references; what is not a reference is left out. */
export function referenceKeys(refs: readonly string[]): string[] {
  return refs.flatMap((text) => {
    const reference = parseReference(text);
    return reference ? [referenceKey(reference)] : [];
  });
}

export const isCarried = (scheme: string): scheme is CarriedScheme =>
  (CARRIED_SCHEMES as readonly string[]).includes(scheme);
export const isPointed = (scheme: string): scheme is PointedScheme => Object.hasOwn(POINTED_SCHEMES, scheme);
