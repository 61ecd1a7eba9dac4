/** A threat model in memory: plain, serialisable data with ids filled in; see `graph.ts` for look-ups over it. */
import type { Path } from '../source/yaml.ts';
import type { Dread, ThreatModelFile } from './schema.ts';
import type { ControlStatus, DataFact, ElementFact, FlowFact } from './vocabulary.ts';

/** Line and column, both from 1. */
export type LineColumn = readonly [line: number, column: number];

export interface ControlUse {
  use: string;
  status: ControlStatus;
  owner?: string | undefined;
  due?: string | undefined;
  evidence?: string | undefined;
  note?: string | undefined;
  at: LineColumn;
}

type Built<T> = Omit<T, 'controls'> & { id: string; at: LineColumn };
type WithControls<T> = Built<T> & { controls: ControlUse[] };
type Values<R> = R extends Record<string, infer V> ? V : never;

export type Zone = WithControls<Values<ThreatModelFile['zones']>>;
export type DataAsset = Built<Values<ThreatModelFile['data']>>;
export type Element = WithControls<Values<ThreatModelFile['elements']>> & FactPlaces<ElementFact>;
export type Flow = WithControls<Values<ThreatModelFile['flows']>> & FactPlaces<FlowFact>;
export type OwnThreat = Built<Values<ThreatModelFile['threats']>>;
export type Decision = ThreatModelFile['decisions'][number] & { at: LineColumn };
export type Chain = Built<Values<ThreatModelFile['chains']>>;
export type GovernanceAnswer = Built<Values<ThreatModelFile['governance']>>;

/** Where a stated fact or property stands, by its key: `encrypted`, `kind`, `zone` … */
interface FactPlaces<_F extends string> {
  places: Readonly<Record<string, LineColumn>>;
}

export type { DataFact, Dread, ElementFact, FlowFact };

export interface Model
  extends Omit<
    ThreatModelFile,
    | 'id'
    | 'zones'
    | 'data'
    | 'elements'
    | 'flows'
    | 'controls'
    | 'threats'
    | 'decisions'
    | 'chains'
    | 'governance'
  > {
  id: string;
  /** The file it was read from, relative to the workspace. */
  file: string;
  zones: Zone[];
  data: DataAsset[];
  elements: Element[];
  flows: Flow[];
  controls: ControlUse[];
  threats: OwnThreat[];
  decisions: Decision[];
  chains: Chain[];
  governance: GovernanceAnswer[];
}

/** Says where a key of the file stands. */
export type PlaceOf = (path: Path) => LineColumn;

/** Turns a validated file into a model. */
export function buildModel(file: ThreatModelFile, id: string, path: string, at: PlaceOf): Model {
  const controlsAt = (uses: ThreatModelFile['controls'], base: Path): ControlUse[] =>
    uses.map((use, i) => {
      const where = at([...base, 'controls', i]);
      return typeof use === 'string'
        ? { use, status: 'implemented', at: where }
        : { ...defined(use), at: where };
    });
  const entries = <V extends object>(section: string, record: Record<string, V>) =>
    Object.entries(record).map(([key, value]) => ({ ...defined(value), id: key, at: at([section, key]) }));
  const withControls = <V extends { controls: ThreatModelFile['controls'] }>(
    section: string,
    record: Record<string, V>,
  ) => entries(section, record).map((e) => ({ ...e, controls: controlsAt(e.controls, [section, e.id]) }));
  const withPlaces = <E extends { id: string }>(section: string, list: E[]) =>
    list.map((e) => ({ ...e, places: placesOf(e, (key) => at([section, e.id, key])) }));
  return {
    ...defined(file),
    id,
    file: path,
    zones: withControls('zones', file.zones),
    data: entries('data', file.data),
    elements: withPlaces('elements', withControls('elements', file.elements)),
    flows: withPlaces('flows', withControls('flows', file.flows)),
    controls: controlsAt(file.controls, []),
    threats: entries('threats', file.threats),
    decisions: file.decisions.map((d, i) => ({ ...defined(d), at: at(['decisions', i]) })),
    chains: entries('chains', file.chains),
    governance: entries('governance', file.governance),
  } as Model;
}

function placesOf(entry: object, at: (key: string) => LineColumn): Record<string, LineColumn> {
  const skip = new Set(['id', 'at', 'name', 'description', 'controls']);
  const stated = Object.entries(entry).filter(
    ([k, v]) => !skip.has(k) && v !== undefined && !(Array.isArray(v) && v.length === 0),
  );
  return Object.fromEntries(stated.map(([key]) => [key, at(key)]));
}

/** Drops undefined members, so that an unstated fact is an absent key. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
