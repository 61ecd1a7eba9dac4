/** What an import would break: the whole content and all models, linked again with the new tables. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { linkModel } from '../engine/link-model.ts';
import { compileCatalogue, linkRules } from '../engine/rule/catalogue.ts';
import type { TextFile } from '../import/atlas/advice.ts';
import { linkKnowledge } from '../knowledge/link.ts';
import { parseModel } from '../model/parse.ts';
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.ts';
import { readText } from '../workspace/files.ts';
import { readContent } from '../workspace/read-content.ts';
import {
  isModelFile,
  type LoadedWorkspace,
  modelIdOf,
  type WorkspacePlaces,
} from '../workspace/workspace.ts';

const CONTENT = 'content/';

/** The problems that are there with the new files and not without them. */
export function brokenBy(
  files: readonly { inside: string; text: string }[],
  { texts, diagnostics }: LoadedWorkspace,
): Diagnostic[] {
  const after = new Map([...texts, ...files.map(({ inside, text }) => [CONTENT + inside, text] as const)]);
  const written = new Set(files.map(({ inside }) => CONTENT + inside));
  // Lines of the tables shift: there a problem is the same where it says the same.
  const keyOf = (d: Diagnostic) =>
    (written.has(d.file) ? '' : `${d.file}:${d.line}:${d.column} `) + d.message;
  const before = new Set(diagnostics.map(keyOf));
  return problemsOf(after)
    .filter((d) => !before.has(keyOf(d)))
    .sort(compareDiagnostics);
}

function problemsOf(texts: ReadonlyMap<string, string>): Diagnostic[] {
  const named = [...texts].map(([name, text]) => ({ path: `${name} after the import`, name, text }));
  const content = named
    .filter(({ name }) => name.startsWith(CONTENT))
    .map((file) => ({ inside: file.name.slice(CONTENT.length), file }));
  const read = readContent(content.sort((a, b) => (a.inside < b.inside ? -1 : 1)));
  const { knowledge, diagnostics } = linkKnowledge(read.content.knowledge);
  const ruleProblems = linkRules(read.content.rules, knowledge);
  // Rules with a wrong name count as well: else every decision on one would be said to lack its rule.
  const catalogue = compileCatalogue(read.content.rules.map((s) => s.value));
  const modelProblems = named
    .filter(({ name }) => !name.startsWith(CONTENT) && isModelFile(name))
    .flatMap(({ name, text }) => {
      const { model } = parseModel(name, text, modelIdOf(name));
      return model ? linkModel(model, knowledge, catalogue) : [];
    });
  return [...read.diagnostics, ...diagnostics, ...ruleProblems, ...modelProblems];
}

/** Markdown of the content: lessons and the guide name entries too. */
export async function proseFiles({ root, workspace }: WorkspacePlaces): Promise<TextFile[]> {
  const byName = new Map<string, TextFile>();
  for (const layer of new Set([root, workspace])) {
    const names = await readdir(path.join(layer, CONTENT), { recursive: true }).catch(() => []);
    for (const inside of names.filter((name) => /\.mdx?$/.test(name)).sort()) {
      const file = CONTENT + inside.split(path.sep).join('/');
      const { text } = await readText(path.join(layer, CONTENT, inside), file);
      byName.set(file, { file, text });
    }
  }
  return [...byName.values()];
}
