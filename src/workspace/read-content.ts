/** The files of `content/` as knowledge and rules: which schema a file has to meet follows from its folder. */
import path from 'node:path';
import type { z } from 'zod';
import { type Rule, ruleSchemaFor } from '../engine/rule/schema.ts';
import type { SourcedKnowledge } from '../knowledge/link.ts';
import { problemAt, type Sourced } from '../knowledge/problems.ts';
import { ComponentSchema } from '../knowledge/schema/component.ts';
import { ControlSchema } from '../knowledge/schema/control.ts';
import { CrosswalkSchema } from '../knowledge/schema/crosswalk.ts';
import { FactTableSchema } from '../knowledge/schema/fact.ts';
import { NoteSchema } from '../knowledge/schema/note.ts';
import { ReleaseSchema } from '../knowledge/schema/release.ts';
import { ToolSchema } from '../knowledge/schema/tool.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { validate } from '../source/validate.ts';
import { readYaml, type YamlSource } from '../source/yaml.ts';
import type { SourceFile } from './files.ts';

export interface SourcedContent {
  knowledge: SourcedKnowledge;
  rules: Sourced<Rule>[];
}

export interface ReadContent {
  content: SourcedContent;
  diagnostics: Diagnostic[];
}

const FRAMEWORKS = new Set(['atlas', 'owasp', 'linddun', 'stride', 'nist', 'regulation']);

type Shelf = keyof SourcedKnowledge | 'rules';

/** Folders whose files are all of one kind. */
const FOLDERS: Readonly<Record<string, Shelf>> = {
  controls: 'controls',
  components: 'components',
  rules: 'rules',
  tools: 'tools',
  crosswalk: 'crosswalks',
  changes: 'releases',
};

/** The shelf of a file by its path inside `content/`; undefined for what other parts read (lessons, guide …). */
function shelfOf(inside: string): Shelf | undefined {
  const [folder = '', second = ''] = inside.split('/');
  if (FRAMEWORKS.has(folder)) return second === 'notes' ? 'notes' : 'tables';
  return Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
}

const SCHEMAS: Readonly<Record<Exclude<Shelf, 'rules'>, z.ZodType>> = {
  tables: FactTableSchema,
  notes: NoteSchema,
  controls: ControlSchema,
  components: ComponentSchema,
  tools: ToolSchema,
  crosswalks: CrosswalkSchema,
  releases: ReleaseSchema,
};

interface ReadFile {
  text: string;
  value: unknown;
  source: YamlSource;
  diagnostics: Diagnostic[];
}

// Content is hundreds of files of which an edit changes one: each is read again only when its text differs.
const read = new Map<string, ReadFile>();

function readFile(shelf: Shelf, inside: string, file: SourceFile): ReadFile {
  const known = read.get(file.path);
  if (known?.text === file.text && known.source.file === file.name) return known;
  const source = readYaml(file.name, file.text);
  const schema = shelf === 'rules' ? ruleSchemaFor(source.value) : SCHEMAS[shelf];
  const { data, diagnostics } = validate<z.ZodType>(schema, source);
  const misnamed = data === undefined ? undefined : nameProblem(data, shelf, inside);
  const problems = misnamed ? [...diagnostics, problemAt(source, ['id'], misnamed)] : diagnostics;
  const result = { text: file.text, value: data, source, diagnostics: problems };
  read.set(file.path, result);
  return result;
}

/** @param files content files with their path inside `content/`; a later layer has replaced equal paths already */
export function readContent(files: readonly { inside: string; file: SourceFile }[]): ReadContent {
  const shelves: Record<Shelf, Sourced<never>[]> = {
    tables: [],
    notes: [],
    controls: [],
    components: [],
    tools: [],
    crosswalks: [],
    releases: [],
    rules: [],
  };
  const diagnostics: Diagnostic[] = [];
  for (const { inside, file } of files) {
    const shelf = shelfOf(inside);
    if (!shelf) continue;
    const { value, source, diagnostics: problems } = readFile(shelf, inside, file);
    diagnostics.push(...problems);
    if (value !== undefined) shelves[shelf].push({ value: value as never, source });
  }
  const { rules, ...knowledge } = shelves;
  return { content: { knowledge, rules }, diagnostics };
}

/** Entries that people edit are named by their id, so that a layer above replaces an entry by its path. */
function nameProblem(value: unknown, shelf: Shelf, inside: string) {
  if (shelf === 'tables' || shelf === 'notes') return undefined;
  const id = (value as { id: string }).id;
  const expected = path.posix.basename(inside, '.yaml');
  return id === expected
    ? undefined
    : { message: `the id ${id} differs from the file's name`, expected: `id: ${expected}` };
}
