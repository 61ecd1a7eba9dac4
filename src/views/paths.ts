/** The address of everything on the site, without the base path; nothing else says where a thing lives. */
import { isPointed, POINTED_SCHEMES } from '../knowledge/reference.ts';

export const PORTFOLIO = '/';
export const SYSTEMS = '/systems/';
export const SEARCH = '/search/';
export const RULES = '/rules/';
export const CONTROLS = '/controls/';
export const COMPONENTS = '/components/';
export const STRIDE = '/stride/';
export const ATLAS = '/atlas/';
export const ATLAS_TECHNIQUES = '/atlas/techniques/';
export const ATLAS_MITIGATIONS = '/atlas/mitigations/';
export const ATLAS_CASE_STUDIES = '/atlas/case-studies/';
export const OWASP = '/owasp/';
export const LINDDUN = '/linddun/';
export const NIST = '/nist/ai-rmf/';
export const EU_AI_ACT = '/eu-ai-act/';
export const ISO_42001 = '/iso-42001/';
export const NIST_600_1 = '/nist/ai-600-1/';
export const NIST_100_2 = '/nist/ai-100-2/';
export const CROSSWALK = '/crosswalk/';
export const TOOLS = '/tools/';
export const CHANGES = '/changes/';
export const GUIDE = '/guide/';
export const DATA = '/data/';

const segment = (id: string): string => encodeURIComponent(id);
/** Ids with spaces (`MEASURE 2.7`) get hyphens, so that an address can be read aloud. */
const hyphenated = (id: string): string => segment(id.trim().replace(/\s+/g, '-'));

export const systemPath = (id: string): string => `${SYSTEMS}${segment(id)}/`;
export const threatsPath = (id: string): string => `${systemPath(id)}threats/`;
export const privacyPath = (id: string): string => `${systemPath(id)}privacy/`;
export const assessmentsPath = (id: string): string => `${systemPath(id)}assessments/`;
export const attackPathsPath = (id: string): string => `${systemPath(id)}attack-paths/`;
export const planPath = (id: string): string => `${systemPath(id)}plan/`;
export const planCsvPath = (id: string): string => `${systemPath(id)}plan.csv`;
export const analysisJsonPath = (id: string): string => `${systemPath(id)}analysis.json`;
export const analysisCsvPath = (id: string): string => `${systemPath(id)}analysis.csv`;
export const diagramSvgPath = (id: string): string => `${systemPath(id)}diagram.svg`;
export const systemLayerPath = (id: string): string => `${systemPath(id)}navigator-layer.json`;
export const PORTFOLIO_LAYER = `${DATA}navigator-layer.json`;
export const dataFilePath = (name: string): string => `${DATA}${segment(name)}`;
export const diagramMermaidPath = (id: string): string => `${systemPath(id)}diagram.mmd`;

/** Fragment of a finding on the threats page: the finding's id itself, `rule@target`. */
export const findingAnchor = (findingId: string): string => findingId;
export const findingPath = (systemId: string, findingId: string): string =>
  `${threatsPath(systemId)}#${findingAnchor(findingId)}`;

/** Fragment of a chain on the page of attack paths. */
export const chainAnchor = (id: string): string => `chain-${id}`;

/** Fragments on a system's overview; `dfd-`, `flow-`, `flowlabel-` and `zone-` are the diagram's own. */
export const elementAnchor = (id: string): string => `element-${id}`;
export const flowAnchor = (id: string): string => `dataflow-${id}`;
export const dataAnchor = (id: string): string => `data-${id}`;
export const zoneAnchor = (id: string): string => `trust-${id}`;

export const rulePath = (id: string): string => `${RULES}${segment(id)}/`;
export const controlPath = (id: string): string => `${CONTROLS}${segment(id)}/`;
export const componentPath = (id: string): string => `${COMPONENTS}${segment(id)}/`;
export const toolPath = (id: string): string => `${TOOLS}${segment(id)}/`;
export const crosswalkPath = (id: string): string => `${CROSSWALK}${segment(id)}/`;

const ATLAS_FOLDERS: readonly [prefix: string, folder: string][] = [
  ['AML.TA', 'tactics'],
  ['AML.T', 'techniques'],
  ['AML.M', 'mitigations'],
  ['AML.CS', 'case-studies'],
];

function atlasPath(id: string): string {
  const folder = ATLAS_FOLDERS.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'techniques';
  return `${ATLAS}${folder}/${segment(id)}/`;
}

/** `LLM01:2026` → `/owasp/llm/2026/LLM01/` */
function editionPath(list: string, id: string): string {
  const [entry = id, edition = ''] = id.split(':');
  return `${OWASP}${list}/${edition ? `${segment(edition)}/` : ''}${segment(entry)}/`;
}

/** `ASI01` is an id of the Top 10 of 2026, the only one; `T1` of the older list of agentic threats. */
function agenticPath(id: string): string {
  return id.startsWith('ASI')
    ? editionPath('agentic', id.includes(':') ? id : `${id}:2026`)
    : `${OWASP}agentic/threats/${segment(id)}/`;
}

/** Files of a case study. */
export const layerPath = (study: string): string => `${atlasPath(study)}navigator-layer.json`;
export const chainMermaidPath = (study: string): string => `${atlasPath(study)}chain.mmd`;

const CARRIED: Readonly<Record<string, (id: string) => string>> = {
  atlas: atlasPath,
  'owasp-llm': (id) => editionPath('llm', id),
  'owasp-ml': (id) => editionPath('ml', id),
  'owasp-agentic': agenticPath,
  stride: (id) => `${STRIDE}${segment(id)}/`,
  'stride-ai': (id) => `${STRIDE}ai/${hyphenated(id)}/`,
  'ms-failure-mode': (id) => `${STRIDE}failure-modes/${hyphenated(id)}/`,
  linddun: (id) => `${LINDDUN}${segment(id)}/`,
  'linddun-go': (id) => `${LINDDUN}go/${hyphenated(id)}/`,
  'nist-ai-rmf': (id) => `${NIST}${hyphenated(id)}/`,
  'nist-ai-600-1': (id) => `${NIST_600_1}${segment(id)}/`,
  'nist-ai-100-2': (id) => `${NIST_100_2}${segment(id)}/`,
  'eu-ai-act': (id) => `${EU_AI_ACT}${hyphenated(id)}/`,
  'iso-42001': (id) => `${ISO_42001}${segment(id)}/`,
  'privacy-strategy': (id) => `${LINDDUN}strategies/${segment(id)}/`,
};

/** The page of a reference: ours where the list is carried, else the authority's own. */
export function refPath(scheme: string, id: string): string | undefined {
  if (isPointed(scheme)) return POINTED_SCHEMES[scheme].url(id);
  return Object.hasOwn(CARRIED, scheme) ? CARRIED[scheme]?.(id) : undefined;
}

/** The same for a key, `scheme:id`. */
export function keyPath(key: string): string | undefined {
  const colon = key.indexOf(':');
  return colon < 1 ? undefined : refPath(key.slice(0, colon), key.slice(colon + 1));
}
