/** One search record for each finding, with the filters that the search offers. */
import type { Analysis } from '../engine/analysis.ts';
import type { Model } from '../model/model.ts';
import { SEVERITY_LABELS, STATE_LABELS, STRIDE_LABELS } from './labels.ts';
import { findingPath } from './paths.ts';
import { shownScore } from './score.ts';
import { aboutModel, frameworksOf, shortIds, sortKeys } from './search-facts.ts';

export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/** A finding belongs to STRIDE always; the search names the lists that say more. */
export function findingRecords(model: Model, analysis: Analysis): SearchRecord[] {
  return analysis.findings.map((finding) => {
    const keys = [...finding.refs, ...finding.linddun.map((id) => `linddun:${id}`)];
    const ids = keys.map((key) => key.slice(key.indexOf(':') + 1));
    const stride = finding.stride.map((s) => STRIDE_LABELS[s]);
    const { adjusted, uncapped } = finding.scores.residual;
    return {
      url: findingPath(model.id, finding.id),
      language: 'en',
      // The title is searched with the other facts; here it would only be said twice.
      content: [
        finding.summary.trim() || finding.title,
        finding.target.name,
        model.name,
        ...stride,
        ...ids,
        finding.id,
      ].join('. '),
      meta: {
        title: finding.title,
        kind: 'Finding',
        system: model.name,
        target: finding.target.name,
        state: STATE_LABELS[finding.state],
        severity: finding.severity,
        score: shownScore(adjusted),
        ids: ids.flatMap(shortIds).join(' '),
      },
      filters: {
        kind: ['Finding'],
        system: [model.name],
        ...(model.owner ? { owner: [model.owner] } : {}),
        severity: [SEVERITY_LABELS[finding.severity]],
        state: [STATE_LABELS[finding.state]],
        framework: [...new Set(['STRIDE', ...frameworksOf(keys)])],
        ...aboutModel(model),
      },
      sort: sortKeys(finding.title, uncapped),
    };
  });
}
