/** What the engine says of the workspace's models, in numbers beside the stated aims: how much is open, how much of it is about AI, what folds, what is asked. */
import { analyse } from '../src/engine/analyse.ts';
import { type Analysis, type Finding, STATES } from '../src/engine/analysis.ts';
import { compileCatalogue } from '../src/engine/rule/catalogue.ts';
import { partsOf, spokenOf } from '../src/engine/spoken.ts';
import { isOpen } from '../src/engine/summary.ts';
import { indexKnowledge } from '../src/knowledge/knowledge.ts';
import type { Element, Model } from '../src/model/model.ts';
import { parseModel } from '../src/model/parse.ts';
import { workspacePlaces } from '../src/workspace/places.ts';
import { loadWorkspace } from '../src/workspace/workspace.ts';
import { WEB_SERVERS } from './samples.ts';

const TODAY = '2026-01-01';
const AIM = { aiShare: 0.6, openPerElement: 6, webServer: 8 };

const loaded = await loadWorkspace(workspacePlaces());
const knowledge = indexKnowledge(loaded.knowledge);
const catalogue = compileCatalogue(loaded.rules);
const run = (model: Model, rules = catalogue): Analysis => analyse(model, knowledge, rules, { today: TODAY });

const percent = (part: number, of: number): string => `${of === 0 ? 0 : Math.round((part / of) * 100)} %`;
const verdict = (met: boolean): string => (met ? 'met' : 'NOT MET');

interface Figures {
  name: string;
  elements: number;
  open: number;
  /** From a rule that exists only because the system uses AI. */
  ai: number;
  /** The same, and whatever concerns an element that is there only because of AI, or a flow to or from one. */
  aiElements: number;
  referenced: number;
  text: string;
}

/** Does it concern an element that is there only because the system uses AI? */
function onAiElement({ target }: Finding, model: Model): boolean {
  const flow = model.flows.find((f) => target.type === 'flow' && f.id === target.id);
  const ids = flow ? [flow.from, flow.to] : [target.id];
  return model.elements.some((e) => ids.includes(e.id) && knowledge.component(e.kind ?? '')?.ai);
}

function figuresOf(model: Model, analysis: Analysis): Figures {
  const { findings, summary } = analysis;
  const open = findings.filter(isOpen);
  const ai = open.filter((f) => f.ai).length;
  const aiElements = open.filter((f) => f.ai || onAiElement(f, model)).length;
  const referenced = open.filter((f) => f.refs.some((ref) => /^(atlas|owasp-)/.test(ref))).length;
  const folds = spokenOf(findings).filter((s) => s.id !== s.shown.id);
  const elsewhere = folds.filter((s) => s.target !== s.shown.target.id).length;
  const states = STATES.filter((s) => summary.byState[s] > 0).map((s) => `${s} ${summary.byState[s]}`);
  const elements = model.elements.length;
  const text = [
    `${model.id}: ${elements} elements, ${summary.total} findings shown (${states.join(', ')})`,
    `  open ${open.length}, ${(open.length / elements).toFixed(1)} an element; about AI ${percent(ai, open.length)}, with those on AI elements ${percent(aiElements, open.length)}; with an ATLAS or OWASP reference ${percent(referenced, open.length)}`,
    `  folded ${folds.length} (${folds.length - elsewhere} on the same target, ${elsewhere} from flows and neighbours); questions ${summary.questions}`,
  ].join('\n');
  return { name: model.id, elements, open: open.length, ai, aiElements, referenced, text };
}

/** Ids that an inserted element without flows takes away, shown ones and all. */
function lostByInsertion(model: Model, kind: string): number {
  const like = model.elements[0];
  if (!like) return 0;
  const { type = 'process' } = knowledge.component(kind) ?? {};
  const inserted = { ...like, id: 'inserted-one', name: 'Inserted', type, kind, controls: [] } as Element;
  const ids = (m: Model) => spokenOf(run(m).findings).map((s) => s.id);
  const after = new Set(ids({ ...model, elements: [inserted, ...model.elements] }));
  return ids(model).filter((id) => partsOf(id).target !== 'system' && !after.has(id)).length;
}

/** Findings that are neither shown nor folded although their rule speaks. */
function lostByFolding(model: Model): number {
  const flat = compileCatalogue(loaded.rules.map((rule) => ({ ...rule, refines: [], 'folds-into': [] })));
  const said = new Set(spokenOf(run(model).findings).map((s) => s.id));
  return run(model, flat).findings.filter((f) => !said.has(f.id)).length;
}

function sampleOf(yaml: string): Model {
  const { model, diagnostics } = parseModel('sample.yaml', yaml, 'sample');
  if (!model) throw new Error(diagnostics.map((d) => d.message).join('; '));
  return model;
}

const generic = loaded.rules.filter((rule) => !rule.ai).length;
console.log(`${loaded.rules.length} rules, ${loaded.rules.length - generic} of them about AI\n`);
const all = loaded.models.map((model) => figuresOf(model, run(model)));
for (const { text } of all) console.log(`${text}\n`);

const sum = (of: (f: Figures) => number): number => all.reduce((so, f) => so + of(f), 0);
const [open, ai, elements] = [sum((f) => f.open), sum((f) => f.ai), sum((f) => f.elements)];
const aiElements = sum((f) => f.aiElements);
const below = (of: (f: Figures) => number): string[] =>
  all.filter((f) => of(f) < AIM.aiShare * f.open).map((f) => `${f.name} ${percent(of(f), f.open)}`);
const inAll = (low: readonly string[]): string => (low.length === 0 ? 'all' : `below in ${low.join(', ')}`);
const lowOnElements = below((f) => f.aiElements);
const low = below((f) => f.ai);
const many = all.filter((f) => f.open > AIM.openPerElement * f.elements).map((f) => f.name);
const inserted = loaded.models.flatMap((m) =>
  ['agent', 'web-server', 'end-user'].map((k) => lostByInsertion(m, k)),
);
const folded = loaded.models.map(lostByFolding);
const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

console.log('Aims');
const aim = (what: string, is: string, met: boolean) =>
  console.log(`  ${verdict(met).padEnd(8)} ${what}: ${is}`);
aim(
  'of all that is open, 60 % specific to AI elements',
  percent(aiElements, open),
  aiElements >= AIM.aiShare * open,
);
aim('the same in each system', inAll(lowOnElements), lowOnElements.length === 0);
aim(
  'of all that is open, 60 % from rules that exist only because of AI',
  percent(ai, open),
  ai >= AIM.aiShare * open,
);
aim('the same in each system', inAll(low), low.length === 0);
aim(
  'open findings an element, at most 6',
  (open / elements).toFixed(1),
  open <= AIM.openPerElement * elements,
);
aim('the same in each system', many.length === 0 ? 'all' : `more in ${many.join(', ')}`, many.length === 0);
for (const [i, [name, yaml]] of WEB_SERVERS.entries()) {
  const { findings, summary } = run(sampleOf(yaml));
  const n = findings.filter(isOpen).length;
  const is = `${n} open, ${summary.byState.asked} asked, ${summary.folded} folded`;
  if (i < 2)
    aim(
      `a plain ${name.startsWith('web') ? name : `web server ${name}`}, at most 8 open`,
      is,
      n <= AIM.webServer,
    );
  else console.log(`           a plain web server ${name}, for comparison: ${is}`);
}
aim('ids that an inserted element takes from others, none', String(total(inserted)), total(inserted) === 0);
aim('findings that folding loses, none', String(total(folded)), total(folded) === 0);
