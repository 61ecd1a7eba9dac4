/** All tools: how alive each is, its licence, what leaves the machine, how much it tests. */
import { referenceKeys } from '../../knowledge/reference.ts';
import type { Tool } from '../../knowledge/schema/tool.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { toolPath } from '../paths.ts';
import { isStill, LEAVES_WORDS, STATE_WORDS, shortLicence } from './names.ts';
import { rulesNaming } from './tool-rules.ts';

export interface ToolRow {
  id: string;
  name: string;
  path: string;
  state: string;
  /** Nobody works on it any more. */
  still: boolean;
  licence: string;
  leaves: string;
  checks: number;
  /** Techniques of ATLAS that its checks test. */
  techniques: number;
  /** Our rules that name one of its checks. */
  rules: number;
}

/** Those our rules name most first, then those with most checks. */
export function toolList({ knowledge, catalogue }: KnowledgeSite): ToolRow[] {
  const { tools } = knowledge.data;
  const rules = (tool: Tool) =>
    new Set(tool.checks.flatMap((c) => rulesNaming(c, tools, catalogue).map((n) => n.rule))).size;
  const techniques = (tool: Tool) =>
    new Set(
      tool.checks
        .flatMap((c) => referenceKeys(c.refs))
        .filter((key) => knowledge.entry(key)?.kind === 'technique'),
    ).size;
  return tools
    .map(
      (tool): ToolRow => ({
        id: tool.id,
        name: tool.name,
        path: toolPath(tool.id),
        state: STATE_WORDS[tool.state],
        still: isStill(tool),
        licence: shortLicence(tool),
        leaves: LEAVES_WORDS[tool.leaves],
        checks: tool.checks.length,
        techniques: techniques(tool),
        rules: rules(tool),
      }),
    )
    .sort((a, b) => b.rules - a.rules || b.techniques - a.techniques || a.name.localeCompare(b.name, 'en'));
}
