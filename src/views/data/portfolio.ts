/** Our systems as tables: one row a system, one a finding, one an answer to the NIST AI RMF, and the STRIDE table per element. */
import { countsOf } from '../counts.ts';
import { strideIndex } from '../entry/stride-index.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { shownScore } from '../score.ts';
import { assessmentsTable } from './assessments.ts';
import type { DataTable } from './table.ts';

export const portfolioTables = (site: KnowledgeSite): DataTable[] => [
  systemsTable(site),
  elementsTable(site),
  flowsTable(site),
  findingsTable(site),
  answersTable(site),
  assessmentsTable(site),
  strideTable(site),
];

const systemsTable = ({ systems }: KnowledgeSite): DataTable => ({
  id: 'systems',
  title: 'Systems',
  what: 'A system with the counts of its findings by residual severity and state.',
  rows: systems.map(({ model, analysis }) => {
    const { total, exposed, open, byState, questions } = countsOf(analysis.summary);
    return {
      id: model.id,
      name: model.name,
      owner: model.owner,
      status: model.status,
      platform: model.platform,
      lifecycle: model.lifecycle,
      elements: model.elements.length,
      flows: model.flows.length,
      findings: total,
      'open findings': exposed,
      ...Object.fromEntries(Object.entries(open).map(([severity, n]) => [`open ${severity}`, n])),
      ...Object.fromEntries(Object.entries(byState).map(([state, n]) => [`state ${state}`, n])),
      questions,
      'next review': analysis.review?.due,
      'review overdue': analysis.review?.overdue,
    };
  }),
});

const elementsTable = ({ systems }: KnowledgeSite): DataTable => ({
  id: 'elements',
  title: 'Elements',
  what: 'An element of one of our systems with what its model states about it.',
  rows: systems.flatMap(({ model }) =>
    model.elements.map((e) => ({
      system: model.id,
      id: e.id,
      name: e.name,
      type: e.type,
      kind: e.kind,
      zone: e.zone,
      technologies: e.technologies,
      processes: e.processes,
      stores: e.stores,
      controls: e.controls.map(({ use, status }) => `${use} (${status})`),
    })),
  ),
});

const flowsTable = ({ systems }: KnowledgeSite): DataTable => ({
  id: 'flows',
  title: 'Data flows',
  what: 'A data flow of one of our systems; what the model does not state is left empty.',
  rows: systems.flatMap(({ model }) =>
    model.flows.map((f) => ({
      system: model.id,
      id: f.id,
      name: f.name,
      from: f.from,
      to: f.to,
      carries: f.carries,
      protocol: f.protocol,
      encrypted: f.encrypted,
      authenticated: f.authenticated,
    })),
  ),
});

const findingsTable = ({ systems }: KnowledgeSite): DataTable => ({
  id: 'findings',
  title: 'Findings',
  what: 'A finding of one of our systems; folded ones stand under the finding that replaced them.',
  rows: systems.flatMap(({ model, analysis }) =>
    analysis.findings.map((f) => ({
      system: model.id,
      id: f.id,
      state: f.state,
      severity: f.severity,
      'residual score': shownScore(f.scores.residual.adjusted),
      'inherent score': shownScore(f.scores.inherent.adjusted),
      title: f.title,
      'target type': f.target.type,
      target: f.target.name,
      stride: f.stride,
      'ai-specific': f.ai,
      references: f.refs,
      linddun: f.linddun,
      reason: f.reason,
      'decided by': f.decision?.by,
      until: f.decision?.until,
    })),
  ),
});

const answersTable = ({ systems }: KnowledgeSite): DataTable => ({
  id: 'governance-answers',
  title: 'Answers to the NIST AI RMF',
  what: 'What a system answers to a subcategory of the NIST AI RMF, with its evidence.',
  rows: systems.flatMap(({ model }) =>
    model.governance.map(({ id, answer, evidence, owner, due }) => ({
      system: model.id,
      subcategory: id,
      answer,
      evidence,
      owner,
      due,
    })),
  ),
});

const strideTable = (site: KnowledgeSite): DataTable => ({
  id: 'stride-per-element',
  title: 'STRIDE per element',
  what: 'For each sort of element and category: whether it applies, and what our systems have there.',
  rows: strideIndex(site).rows.map((row) => ({
    element: row.label,
    ...Object.fromEntries(
      row.cells.map((cell) => [cell.category, [cell.mark, cell.text].filter(Boolean).join(' ')]),
    ),
  })),
});
