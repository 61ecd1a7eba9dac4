/** `wardbook.yaml` of a workspace: optional; where it is missing, every setting has its default. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_SETTINGS, SETTINGS_FILE, type Settings, SettingsSchema } from '../model/settings.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { validate } from '../source/validate.ts';
import { readYaml } from '../source/yaml.ts';
import { readText, type SourceFile } from './files.ts';

export interface ReadSettings {
  /** The defaults where the file is missing or has an error. */
  settings: Settings;
  diagnostics: Diagnostic[];
  file?: SourceFile;
}

const MISNAMED = 'wardbook.yml';

export async function readSettings(workspace: string): Promise<ReadSettings> {
  const file = path.join(workspace, SETTINGS_FILE);
  if (!existsSync(file)) return { settings: DEFAULT_SETTINGS, diagnostics: misnamed(workspace) };
  const { text, diagnostics } = await readText(file, SETTINGS_FILE);
  if (diagnostics.length > 0) return { settings: DEFAULT_SETTINGS, diagnostics };
  const read = validate(SettingsSchema, readYaml(SETTINGS_FILE, text));
  return {
    settings: read.data ?? DEFAULT_SETTINGS,
    diagnostics: read.diagnostics,
    file: { path: file, name: SETTINGS_FILE, text },
  };
}

function misnamed(workspace: string): Diagnostic[] {
  if (!existsSync(path.join(workspace, MISNAMED))) return [];
  const place = { file: MISNAMED, line: 1, column: 1 };
  const message = 'files named .yml are not read';
  return [{ severity: 'warning', ...place, message, hint: `rename it to ${SETTINGS_FILE}` }];
}
