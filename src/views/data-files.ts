/** The machine-readable files of the site, for the page that lists them. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import {
  analysisCsvPath,
  analysisJsonPath,
  diagramMermaidPath,
  diagramSvgPath,
  systemPath,
} from './paths.ts';
import type { System } from './system.ts';

export interface DataFiles {
  systems: { id: string; name: string; path: string; files: { label: string; path: string }[] }[];
  schemas: { name: string; what: string; path: string }[];
  tables: {
    title: string;
    edition: string;
    entries: number;
    licence: string;
    url: string;
    checked: string;
  }[];
}

const SCHEMA_WORDS: Readonly<Record<string, string>> = {
  'threat-model.schema.json':
    'A threat-model file; name it in the first line of a model, and an editor completes and checks.',
  'rule.schema.json': 'A rule of the catalogue.',
  'control.schema.json': 'A control.',
  'component.schema.json': 'A kind of element.',
  'analysis.schema.json': 'What the engine says about one model: the form of analysis.json.',
};

/** @param schemas the names of the published schemas */
export function dataFiles(
  systems: readonly System[],
  knowledge: Pick<Knowledge, 'data'>,
  schemas: readonly string[],
): DataFiles {
  return {
    systems: systems.map(({ model }) => ({
      id: model.id,
      name: model.name,
      path: systemPath(model.id),
      files: [
        { label: 'analysis.json', path: analysisJsonPath(model.id) },
        { label: 'analysis.csv', path: analysisCsvPath(model.id) },
        { label: 'diagram.mmd', path: diagramMermaidPath(model.id) },
        { label: 'diagram.svg', path: diagramSvgPath(model.id) },
      ],
    })),
    schemas: schemas.map((name) => ({ name, what: SCHEMA_WORDS[name] ?? '', path: `/schemas/${name}` })),
    tables: knowledge.data.tables.map(({ title, provenance, entries }) => ({
      title,
      edition: provenance.edition,
      entries: entries.length,
      licence: provenance.licence,
      url: provenance.url,
      checked: provenance.checked,
    })),
  };
}
