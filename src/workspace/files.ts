/** Finds and reads the files of a folder: sorted, as text, with a diagnostic for each that cannot be read. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../source/diagnostic.ts';
import { decodeText, MAX_YAML_BYTES } from '../source/yaml.ts';

export interface SourceFile {
  /** Where it lies on disk. */
  path: string;
  /** As diagnostics name it: relative to the folder the user knows. */
  name: string;
  text: string;
}

export interface ReadFiles {
  files: SourceFile[];
  diagnostics: Diagnostic[];
}

const problem = (
  file: string,
  message: string,
  hint?: string,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic => ({
  severity,
  file,
  line: 1,
  column: 1,
  message,
  ...(hint ? { hint } : {}),
});

/**
 * All `.yaml` files below a folder. A missing folder holds none.
 * @param base what the names of files are relative to
 */
export async function readYamlFiles(folder: string, base: string): Promise<ReadFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const paths = entries.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
  paths.sort((a, b) => (a < b ? -1 : 1));
  const result: ReadFiles = { files: [], diagnostics: [] };
  for (const file of paths) {
    const name = path.relative(base, file).split(path.sep).join('/');
    if (file.endsWith('.yml'))
      result.diagnostics.push(
        problem(
          name,
          'files named .yml are not read',
          `rename it to ${path.basename(file, '.yml')}.yaml`,
          'warning',
        ),
      );
    if (!file.endsWith('.yaml')) continue;
    const { text, diagnostics } = await readText(file, name);
    result.diagnostics.push(...diagnostics);
    if (diagnostics.length === 0) result.files.push({ path: file, name, text });
  }
  return result;
}

/** One file as text. Too large, not UTF-8, missing or unreadable: a diagnostic, and an empty text. */
export async function readText(
  file: string,
  name: string,
): Promise<{ text: string; diagnostics: Diagnostic[] }> {
  try {
    const { size } = await stat(file);
    // A file over the limit is refused before it is read.
    if (size > MAX_YAML_BYTES) return decodeText(name, { length: size } as Uint8Array);
    return decodeText(name, await readFile(file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { text: '', diagnostics: [problem(name, `the file cannot be read: ${why}`)] };
  }
}
