/** Our own catalogue as tables: rules, controls, kinds of element. */
import { tallyOf } from '../counts.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import type { DataTable } from './table.ts';

export const catalogueTables = (site: KnowledgeSite): DataTable[] => [
  rulesTable(site),
  controlsTable(site),
  kindsTable(site),
];

const rulesTable = (site: KnowledgeSite): DataTable => ({
  id: 'rules',
  title: 'Rules',
  what: 'A rule of the threat catalogue, and how often it speaks in our systems.',
  rows: site.catalogue.rules.map((rule) => {
    const tally = tallyOf(
      usesOf(site)
        .findingsOfRule(rule.id)
        .map((f) => f.finding),
    );
    return {
      id: rule.id,
      title: rule.title,
      'speaks about': rule.applies.to,
      ai: rule.ai,
      stride: rule.stride,
      'stride-ai': rule['stride-ai'],
      linddun: rule.linddun,
      references: rule.refs,
      question: rule.question,
      controls: rule.controls,
      refines: rule.refines,
      'folds into': rule['folds-into'].map((into) => `${into.rule} (${into.on})`),
      deprecated: rule.deprecated,
      findings: tally.total,
      'open findings': tally.exposed,
    };
  }),
});

const controlsTable = ({ knowledge }: KnowledgeSite): DataTable => ({
  id: 'controls',
  title: 'Controls',
  what: 'A control that a model can claim and a rule can ask for.',
  rows: knowledge.data.controls.map((control) => ({
    id: control.id,
    name: control.name,
    effect: control.effect,
    effort: control.effort,
    lifecycle: control.lifecycle,
    summary: control.summary,
    'put in place on': control.implement.map(({ on }) => on),
    references: control.refs,
    aliases: control.aliases,
  })),
});

const kindsTable = ({ knowledge }: KnowledgeSite): DataTable => ({
  id: 'kinds',
  title: 'Kinds of element',
  what: 'A kind that an element of a model can have.',
  rows: knowledge.data.components.map((kind) => ({
    id: kind.id,
    name: kind.name,
    type: kind.type,
    parents: kind.parents,
    ai: kind.ai,
    summary: kind.summary,
    technologies: kind.technologies,
    ask: kind.ask,
    aliases: kind.aliases,
  })),
});
