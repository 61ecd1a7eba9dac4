/** Layers for the ATT&CK Navigator, format 4.5, domain `atlas-atlas`: one for the portfolio, a system, a case study. */
import type { Analysis, Finding } from '../engine/analysis.ts';
import { isOpen } from '../engine/summary.ts';
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';

export interface NavigatorTechnique {
  techniqueID: string;
  /** Shortname of the tactic; without it the technique is marked under all its tactics. */
  tactic?: string;
  score?: number;
  color?: string;
  comment?: string;
  enabled: boolean;
  metadata: { name: string; value: string }[];
  links: { label: string; url: string }[];
  showSubtechniques: boolean;
}

export interface NavigatorLayer {
  name: string;
  versions: { attack: string; navigator: string; layer: '4.5' };
  domain: 'atlas-atlas';
  description: string;
  sorting: number;
  layout: { layout: 'side'; showName: boolean; showID: boolean; expandedSubtechniques: 'annotated' };
  hideDisabled: boolean;
  techniques: NavigatorTechnique[];
  gradient: { colors: string[]; minValue: number; maxValue: number };
  legendItems: { label: string; color: string }[];
  metadata: { name: string; value: string }[];
}

/** What layers are made from: the techniques of the edition that is loaded, and where its pages are. */
export interface LayerContext {
  knowledge: Knowledge;
  /** The absolute address of an entry’s page; undefined where the site’s own address is not known. */
  urlOf?: ((key: string) => string | undefined) | undefined;
}

interface Marked {
  score?: number;
  comment: string;
}

/** Score: the highest residual score of an open finding that refers to the technique, 0 to 10. */
export function systemLayer(analysis: Analysis, context: LayerContext): NavigatorLayer {
  const byKey = byReference(analysis.findings);
  return layer(context, {
    name: `${analysis.system.name}: exposure`,
    description: `Open findings of the threat model by ATLAS technique, as of ${analysis.today}. The score is the highest residual score of an open finding, 0 to 10.`,
    max: 10,
    mark: (key) => {
      const found = byKey.get(key) ?? [];
      const open = found.filter(isOpen);
      const top = Math.max(0, ...open.map((f) => f.scores.residual.adjusted));
      return found.length === 0
        ? { comment: 'No finding refers to it.' }
        : {
            ...(open.length > 0 ? { score: Math.floor(top * 10) / 10 } : {}),
            comment: found.map((f) => `${f.id} (${f.state})`).join('\n'),
          };
    },
  });
}

/** Score: how many systems have an open finding that refers to the technique. */
export function portfolioLayer(analyses: readonly Analysis[], context: LayerContext): NavigatorLayer {
  const systems = analyses.map((analysis) => ({ analysis, byKey: byReference(analysis.findings) }));
  return layer(context, {
    name: 'All systems: exposure',
    description: 'How many systems have an open finding that refers to an ATLAS technique.',
    max: Math.max(1, analyses.length),
    mark: (key) => {
      const open = systems.flatMap(({ analysis, byKey }) => {
        const count = (byKey.get(key) ?? []).filter(isOpen).length;
        return count > 0 ? [`${analysis.system.name}: ${count} open`] : [];
      });
      return open.length > 0
        ? { score: open.length, comment: open.join('\n') }
        : { comment: 'No open finding refers to it.' };
    },
  });
}

const USED = '#c9642f';

/** Each step of a case study, under its tactic where the source gives one. */
export function studyLayer(study: Entry, context: LayerContext): NavigatorLayer {
  const { fact } = study;
  const numbered = fact.procedure.map((row, i) => ({ ...row, number: i + 1 }));
  const places = [
    ...Map.groupBy(numbered, ({ technique, tactic }) => `${technique} ${tactic ?? ''}`).values(),
  ];
  const shown = places.flatMap((rows): NavigatorTechnique[] => {
    const [first] = rows;
    const entry = first && context.knowledge.entry(`${study.scheme}:${first.technique}`);
    if (!first || !entry) return [];
    const tactic = first.tactic ? context.knowledge.entry(`${study.scheme}:${first.tactic}`) : undefined;
    const steps = rows.map((r) => r.number).join(', ');
    return [
      {
        ...technique(entry, context, { comment: fact.ordered ? `Step ${steps}` : 'Used; order not known' }),
        ...(tactic ? { tactic: shortname(tactic.name) } : {}),
        color: USED,
      },
    ];
  });
  return {
    ...frame(context, `${fact.id} ${study.name}`, `Techniques of the case study ${fact.id}.`, 1),
    techniques: shown,
    legendItems: [{ label: 'used in the case', color: USED }],
  };
}

/** `AI Attack Adaptation` → `ai-attack-adaptation`, as the release that is loaded names it. */
const shortname = (tactic: string): string => tactic.toLowerCase().replace(/[^a-z0-9]+/g, '-');

function byReference(findings: readonly Finding[]): Map<string, Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const key of new Set(finding.refs)) map.set(key, [...(map.get(key) ?? []), finding]);
  return map;
}

function layer(
  context: LayerContext,
  what: { name: string; description: string; max: number; mark: (key: string) => Marked },
): NavigatorLayer {
  const techniques = techniquesOf(context.knowledge);
  return {
    ...frame(context, what.name, what.description, what.max),
    // Those that nothing touches are listed too, so that gaps can be seen.
    techniques: techniques.map((entry) => technique(entry, context, what.mark(entry.key))),
  };
}

const techniquesOf = (knowledge: Knowledge): Entry[] =>
  knowledge.entries.filter((e) => e.scheme === 'atlas' && e.kind === 'technique');

function technique(entry: Entry, { urlOf }: LayerContext, { score, comment }: Marked): NavigatorTechnique {
  const url = urlOf?.(entry.key);
  return {
    techniqueID: entry.fact.id,
    ...(score === undefined ? {} : { score }),
    comment,
    enabled: true,
    metadata: entry.fact.maturity ? [{ name: 'maturity', value: entry.fact.maturity }] : [],
    links: url ? [{ label: 'Wardbook', url }] : [],
    showSubtechniques: false,
  };
}

function frame(
  { knowledge }: LayerContext,
  name: string,
  description: string,
  maxValue: number,
): NavigatorLayer {
  const [first] = techniquesOf(knowledge);
  const edition = first?.table.provenance.edition ?? '';
  return {
    name,
    versions: { attack: edition, navigator: '5.1.0', layer: '4.5' },
    domain: 'atlas-atlas',
    description,
    sorting: 0,
    layout: { layout: 'side', showName: true, showID: true, expandedSubtechniques: 'annotated' },
    hideDisabled: false,
    techniques: [],
    gradient: { colors: ['#fdeee2', '#f0a35e', '#9f1d2c'], minValue: 0, maxValue },
    legendItems: [],
    metadata: [
      { name: 'atlas_data_version', value: edition },
      { name: 'generator', value: 'Wardbook' },
    ],
  };
}

export const navigatorJson = (layer: NavigatorLayer): string => `${JSON.stringify(layer, null, 2)}\n`;
