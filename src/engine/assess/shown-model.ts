/** What the model itself shows for the outcomes of MAP: context, tasks, third parties, controls of components. */
import type { Shown } from './assessments.ts';
import type { Subject } from './subject.ts';
import { count, names, sentence } from './words.ts';

/** Facts of one sentence: `A; b; c.` */
export const parts = (list: readonly string[]): string =>
  `${sentence(list.filter((part) => part !== '').join('; '))}.`;

export const shownByModel: Readonly<Record<string, (subject: Subject) => Shown>> = {
  'MAP 1.1': context,
  'MAP 2.1': tasks,
  'MAP 4.1': thirdParties,
  'MAP 4.2': componentControls,
};

/** Purpose, users and settings are in the model; laws are not. */
function context({ model }: Subject): Shown {
  const stated: [string, boolean][] = [
    ['purpose', model.description.trim() !== ''],
    ['owner', model.owner !== undefined],
    ['platform', model.platform !== undefined],
    ['lifecycle', model.lifecycle.length > 0],
    ['users', model.elements.some((e) => e.type === 'external-entity')],
    ['assumptions', model.notes !== undefined],
  ];
  const there = stated.filter(([, is]) => is).map(([what]) => what);
  const missing = stated.filter(([, is]) => !is).map(([what]) => what);
  const text = parts([
    `the model states ${names(there, 9)}`,
    missing.length > 0 ? `not ${names(missing, 9)}` : 'laws that apply are for the team to name',
  ]);
  return { verdict: there.length < 3 ? 'gap' : 'partial', text };
}

function tasks({ model, knowledge }: Subject): Shown {
  const processes = model.elements.filter((e) => e.type === 'process');
  const known = processes.filter((e) => e.kind && knowledge.component(e.kind)).length;
  const text = parts([
    model.platform ? `platform ${model.platform}` : 'no platform stated',
    `${known} of ${count(processes.length, 'process', 'processes')} of a known kind`,
    model.data.length > 0 ? `${count(model.data.length, 'data set')} described` : 'no data described',
  ]);
  const all = model.platform !== undefined && known === processes.length && model.data.length > 0;
  return { verdict: all ? 'met' : known === 0 && !model.platform ? 'gap' : 'partial', text };
}

const VENDOR_CONTROLS = ['vendor-assessment', 'provider-data-terms', 'trusted-model-sources'];

/** Who runs each part, and whether those of others were looked at. */
function thirdParties({ model, knowledge }: Subject): Shown {
  const parties = model.elements.filter((e) => e.type !== 'external-entity');
  const stated = (e: (typeof parties)[number]) =>
    e['third-party'] ?? knowledge.impliedFact(e.kind, 'third-party');
  const foreign = parties.filter((e) => stated(e) === true);
  const assessed = foreign.filter((e) =>
    [...e.controls, ...model.controls].some(
      (c) => VENDOR_CONTROLS.includes(c.use) && (c.status === 'implemented' || c.status === 'partial'),
    ),
  );
  const unstated = parties.filter((e) => stated(e) === undefined).length;
  const text = parts([
    foreign.length === 0
      ? 'no element is stated to be run by another organisation'
      : `run by others: ${names(foreign.map((e) => e.name))}; ${assessed.length} of ${foreign.length} with a vendor control in place`,
    unstated > 0 ? `not stated for ${count(unstated, 'element')}` : '',
  ]);
  return { verdict: foreign.length > 0 && assessed.length === 0 ? 'gap' : 'partial', text };
}

function componentControls({ model }: Subject): Shown {
  const own = model.elements.filter((e) => e.type !== 'external-entity');
  const named = own.filter((e) => e.controls.length > 0).length;
  const text = `${named} of ${count(own.length, 'process or store', 'processes and stores')} name controls of their own.`;
  return { verdict: named === 0 ? 'gap' : named === own.length ? 'met' : 'partial', text };
}
