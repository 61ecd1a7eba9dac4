/** The page of a tool: what it is, what leaves the machine, how to run it, and what each of its checks tests. */
import { referenceKeys } from '../../knowledge/reference.ts';
import type { Tool } from '../../knowledge/schema/tool.ts';
import type { Check } from '../../knowledge/tool-checks.ts';
import { type RuleLine, ruleLines } from '../catalogue/rule-line.ts';
import { ruleTitle } from '../catalogue/rule-title.ts';
import { formatDate } from '../dates.ts';
import type { EntrySource } from '../entry/entry.ts';
import { TRUST_WORDS } from '../entry/head.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { sentence } from '../labels.ts';
import { RULES, rulePath, TOOLS } from '../paths.ts';
import { type Chip, referenceChip } from '../references.ts';
import type { Facet } from '../register.ts';
import { frameworksOf, type SearchFacts } from '../search-facts.ts';
import type { Crumb, Fact } from '../system.ts';
import { anchorOf, isStill, LEAVES_WORDS, STATE_WORDS, shortLicence, shortName } from './names.ts';
import { rulesNaming } from './tool-rules.ts';
import { type LinkedPart, toolText } from './tool-text.ts';

/** From here on the table has filters. */
const FILTERS_FROM = 31;

export interface CheckRow {
  anchor: string;
  use: string;
  /** What runs when it is selected, and what runs only by its full name. */
  names: string[];
  byName: string[];
  /** Selecting it by this name alone runs nothing. */
  sleeping: boolean;
  sort: Check['sort'];
  sortLabel: string;
  note: LinkedPart[];
  remote: boolean;
  tests: Chip[];
  /** Our rules that name it; `parts` is what of it they name. */
  rules: { title: string; path: string; parts: string[] }[];
}

export interface ToolPage {
  id: string;
  name: string;
  crumbs: Crumb[];
  summary: string;
  state: string;
  still: boolean;
  stateNote?: LinkedPart[];
  leaves: string;
  leavesNote: LinkedPart[];
  facts: Fact[];
  cautions: LinkedPart[][];
  run?: string;
  /** Who says what a check tests: a mark in words, and what it means. */
  mapping: { label: string; text: string };
  checks: CheckRow[];
  /** Columns that some check fills. */
  shown: { runs: boolean; tests: boolean; rules: boolean };
  facets: Facet[];
  rules: RuleLine[];
  source: EntrySource;
  search: SearchFacts;
}

const SORTS: Readonly<Record<Check['sort'], string>> = {
  attack: 'attack',
  defence: 'defence',
  robustness: 'robustness test',
};

export function toolPage(tool: Tool, site: KnowledgeSite): ToolPage {
  const { knowledge, catalogue } = site;
  const linked = (text: string) => toolText(text, knowledge, { page: tool });
  const checks = tool.checks.map((check) => checkRow(tool, check, site));
  const naming = tool.checks.flatMap((c) => rulesNaming(c, knowledge.data.tools, catalogue));
  const keys = tool.checks.flatMap((c) => referenceKeys(c.refs));
  const { source, edition, url, licence, checked, note } = tool.provenance;
  return {
    id: tool.id,
    name: tool.name,
    crumbs: [
      { label: 'Catalogue', path: RULES },
      { label: 'Tools', path: TOOLS },
      { label: shortName(tool) },
    ],
    summary: tool.summary,
    state: STATE_WORDS[tool.state],
    still: isStill(tool),
    ...(tool['state-note'] ? { stateNote: linked(tool['state-note']) } : {}),
    leaves: LEAVES_WORDS[tool.leaves],
    leavesNote: linked(tool['leaves-note']),
    facts: [
      { label: 'State', value: sentence(STATE_WORDS[tool.state]), alert: isStill(tool) },
      { label: 'Leaves the machine', value: sentence(LEAVES_WORDS[tool.leaves]) },
      { label: 'Licence', value: shortLicence(tool) },
      { label: 'Edition', value: edition },
    ],
    cautions: tool.cautions.map(linked),
    ...(tool.run ? { run: tool.run } : {}),
    mapping: mappingOf(tool),
    checks,
    shown: {
      runs: checks.some((c) => c.names.length + c.byName.length > 0),
      tests: checks.some((c) => c.tests.length > 0),
      rules: checks.some((c) => c.rules.length > 0),
    },
    facets: checks.length < FILTERS_FROM ? [] : facetsOf(checks),
    rules: ruleLines([...new Set(naming.map((n) => n.rule))], site),
    source: {
      title: `${source}, ${edition}`,
      url,
      licence,
      checked: formatDate(checked),
      ...(note ? { note } : {}),
    },
    search: {
      kind: 'Tool',
      filters: { framework: frameworksOf(keys) },
      meta: { id: tool.id },
      aliases: [tool.id, shortName(tool)],
    },
  };
}

/** Nobody publishes which technique a check tests, so the mark is ours unless the file says otherwise. */
function mappingOf({ mapping }: Tool): ToolPage['mapping'] {
  const { label, text } = TRUST_WORDS[mapping];
  return { label: mapping === 'editorial' ? 'proposed by us' : label, text };
}

function checkRow(tool: Tool, check: Check, { knowledge, catalogue }: KnowledgeSite): CheckRow {
  const { use, names, sort, note, remote } = check;
  const byName = check['by-name'];
  return {
    anchor: anchorOf(tool, check),
    use,
    names,
    byName,
    sleeping: names.length === 0 && byName.length > 0,
    sort,
    sortLabel: SORTS[sort],
    note: note ? toolText(note, knowledge, { page: tool }) : [],
    remote,
    tests: referenceKeys(check.refs).map((key) => referenceChip(key, knowledge)),
    rules: [...Map.groupBy(rulesNaming(check, knowledge.data.tools, catalogue), (named) => named.rule)].map(
      ([rule, named]) => ({
        title: ruleTitle(rule, knowledge),
        path: rulePath(rule.id),
        parts: named.flatMap((n) => (n.use === use ? [] : [n.use.replace(`${use}.`, '')])),
      }),
    ),
  };
}

function facetsOf(checks: readonly CheckRow[]): Facet[] {
  const facet = (
    name: string,
    label: string,
    choices: readonly (readonly [value: string, label: string, has: (row: CheckRow) => boolean])[],
  ): Facet => ({
    name,
    label,
    pick: 'many',
    choices: choices
      .map(([value, text, has]) => ({ value, label: text, count: checks.filter(has).length }))
      .filter((c) => c.count > 0),
  });
  return [
    facet('service', 'Maker’s service', [
      ['without', 'runs without', (c) => !c.remote],
      ['with', 'needed', (c) => c.remote],
    ]),
    facet('rules', 'Our rules', [
      ['yes', 'named', (c) => c.rules.length > 0],
      ['no', 'not named', (c) => c.rules.length === 0],
    ]),
    facet('runs', 'By its name alone', [
      ['yes', 'runs', (c) => !c.sleeping],
      ['no', 'runs nothing', (c) => c.sleeping],
    ]),
  ].filter((f) => f.choices.length > 1);
}
