/** Text that names tools and their checks, as parts that link to them. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Tool } from '../../knowledge/schema/tool.ts';
import { type Check, checkOf } from '../../knowledge/tool-checks.ts';
import { codeParts, type TextPart } from '../code.ts';
import { toolPath } from '../paths.ts';
import { checkPath, shortName } from './names.ts';

export interface LinkedPart extends TextPart {
  path?: string;
}

/** What a tool is called in a text; its id too, unless that is an ordinary word. */
const wordsFor = (tool: Tool): string[] => [
  ...new Set([tool.name.replace(/ \(.*\)$/, ''), shortName(tool), ...(tool.id.length > 3 ? [tool.id] : [])]),
];

interface ToolWords {
  /** A tool's name between other words. */
  pattern: RegExp | undefined;
  byWord: ReadonlyMap<string, Tool>;
}

const cache = new WeakMap<readonly Tool[], ToolWords>();

function toolWords(tools: readonly Tool[]): ToolWords {
  const known = cache.get(tools);
  if (known) return known;
  const byWord = new Map(tools.flatMap((tool) => wordsFor(tool).map((word) => [word, tool] as const)));
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = words.length > 0 ? new RegExp(`(?<![\\w/.-])(${escaped.join('|')})(?![\\w/])`) : undefined;
  const made = { pattern, byWord };
  cache.set(tools, made);
  return made;
}

/** Where a text stands. */
interface Context {
  /** The tool whose page it is: its name needs no link there. */
  page?: Tool;
  /** Words beside the text, such as its heading, that may name the tool it speaks of. */
  beside?: string;
}

export function toolText(
  text: string,
  knowledge: Pick<Knowledge, 'data'>,
  { page, beside = '' }: Context = {},
): LinkedPart[] {
  const { tools } = knowledge.data;
  const { pattern, byWord } = toolWords(tools);
  const parts = codeParts(text);
  const plain = [beside, ...parts.flatMap((part) => (part.code ? [] : [part.text]))];
  const words = new Set(plain.flatMap((piece) => piece.split(pattern ?? '\0')));
  // The name of a class alone says little: it counts where the text names its tool or its module too.
  const named = tools.filter(
    (tool) =>
      tool === page ||
      [...words].some((word) => byWord.get(word) === tool) ||
      parts.some(
        ({ text: name, code }) => code && tool.checks.some(({ use }) => use === name && use.includes('.')),
      ),
  );
  return parts.flatMap((part): LinkedPart[] => {
    if (part.code) {
      const path = pathOf(part.text, tools, named);
      return [{ ...part, ...(path ? { path } : {}) }];
    }
    if (!pattern) return [part];
    return part.text
      .split(pattern)
      .filter((word) => word !== '')
      .map((word) => {
        const tool = byWord.get(word);
        return { text: word, code: false, ...(tool && tool !== page ? { path: toolPath(tool.id) } : {}) };
      });
  });
}

function pathOf(name: string, tools: readonly Tool[], named: readonly Tool[]): string | undefined {
  for (const tool of tools) {
    const check = name.includes('.') ? checkOf(tool, name) : undefined;
    if (check) return checkPath(tool, check);
  }
  for (const tool of named) {
    const check = checkOf(tool, name) ?? tool.checks.find((c) => lastOf(c) === name);
    if (check) return checkPath(tool, check);
  }
  return undefined;
}

const lastOf = ({ use }: Check): string | undefined => use.split('.').at(-1);
