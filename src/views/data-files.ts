/** The machine-readable files of the site, for the page that lists them. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { DataTable } from './data/table.ts';
import { studiesWithSteps } from './entry/case-study.ts';
import {
  analysisCsvPath,
  analysisJsonPath,
  dataFilePath,
  diagramMermaidPath,
  diagramSvgPath,
  layerPath,
  PORTFOLIO_LAYER,
  planCsvPath,
  systemLayerPath,
  systemPath,
} from './paths.ts';
import type { System } from './system.ts';

export interface DataFiles {
  systems: { id: string; name: string; path: string; files: { label: string; path: string }[] }[];
  schemas: { name: string; what: string; path: string }[];
  /** Every table of the site. */
  data: { title: string; what: string; rows: number; csv: string; json: string }[];
  layers: { title: string; path: string }[];
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
  'settings.schema.json': 'The settings of a workspace, wardbook.yaml: weights, thresholds, assumptions.',
  'rule.schema.json': 'A rule of the catalogue.',
  'control.schema.json': 'A control.',
  'component.schema.json': 'A kind of element.',
  'note.schema.json': 'Our writing on an entry of a framework.',
  'table.schema.json': 'A table of facts of a framework.',
  'tool.schema.json': 'A validation tool with its checks.',
  'crosswalk.schema.json': 'Links between frameworks as one document states them.',
  'release.schema.json': 'What a release of a list changed.',
  'analysis.schema.json': 'What the engine says about one model: the form of analysis.json.',
};

/** @param schemas the names of the published schemas */
export function dataFiles(
  systems: readonly System[],
  knowledge: Knowledge,
  tables: readonly DataTable[],
  schemas: readonly string[],
): DataFiles {
  return {
    data: tables.map(({ id, title, what, rows }) => ({
      title,
      what,
      rows: rows.length,
      csv: dataFilePath(`${id}.csv`),
      json: dataFilePath(`${id}.json`),
    })),
    layers: [
      { title: 'Exposure of all systems', path: PORTFOLIO_LAYER },
      ...studiesWithSteps(knowledge).map((s) => ({
        title: `${s.fact.id} ${s.name}`,
        path: layerPath(s.fact.id),
      })),
    ],
    systems: systems.map(({ model }) => ({
      id: model.id,
      name: model.name,
      path: systemPath(model.id),
      files: [
        { label: 'analysis.json', path: analysisJsonPath(model.id) },
        { label: 'analysis.csv', path: analysisCsvPath(model.id) },
        { label: 'plan.csv', path: planCsvPath(model.id) },
        { label: 'navigator-layer.json', path: systemLayerPath(model.id) },
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
