/** Duties under the GDPR: articles that findings cite, and those that the crosswalk ties to the LINDDUN nodes they name. */
import { type CrosswalkLink, linksOf } from '../../knowledge/links.ts';
import type { Finding } from '../analysis.ts';
import type { Duty } from './assessments.ts';
import { standingOf, without } from './standing.ts';
import type { Subject } from './subject.ts';

interface Tie {
  article: string;
  name?: string;
  finding: Finding;
  via?: string;
  link?: CrosswalkLink;
}

/** Articles in the order of their numbers. */
export function duties(subject: Subject): Duty[] {
  const ties = subject.analysis.findings.flatMap((f) => tiesOf(f, subject));
  return [...Map.groupBy(ties, (tie) => tie.article)]
    .map(([article, group]) => dutyOf(article, group))
    .sort((a, b) => order(a.article) - order(b.article) || (a.article < b.article ? -1 : 1));
}

const order = (article: string): number => Number(/\d+/.exec(article)?.[0] ?? 0);

function tiesOf(finding: Finding, { knowledge }: Subject): Tie[] {
  const cited = finding.refs.flatMap((key): Tie[] =>
    key.startsWith('gdpr:') ? [{ article: key.slice('gdpr:'.length), finding }] : [],
  );
  const nodes = [
    ...finding.linddun.map((id) => `linddun:${id}`),
    ...finding.refs.filter((key) => key.startsWith('linddun:')),
  ];
  const tied = nodes.flatMap((key) =>
    nearest(key, knowledge).map(({ via, link }): Tie => {
      const { id, name } = link.other;
      return { article: id, ...(name ? { name } : {}), finding, via, link };
    }),
  );
  return [...cited, ...tied];
}

/** The rows of a node itself, else of the nearest node or type above it: what says more does not say everything. */
function nearest(key: string, knowledge: Subject['knowledge']): { via: string; link: CrosswalkLink }[] {
  const links = linksOf(knowledge)
    .crosswalks(key)
    .filter((link) => link.other.scheme === 'gdpr');
  if (links.length > 0) return links.map((link) => ({ via: key, link }));
  const entry = knowledge.entry(key);
  return entry?.fact.parent ? nearest(`${entry.scheme}:${entry.fact.parent}`, knowledge) : [];
}

function dutyOf(article: string, ties: readonly Tie[]): Duty {
  const findings = [...new Set(ties.map((t) => t.finding))];
  const links = ties.flatMap((t) => t.link ?? []);
  const name = ties.find((t) => t.name)?.name;
  return {
    article,
    ...(name ? { name } : {}),
    via: [...new Set(ties.flatMap((t) => t.via ?? []))],
    crosswalks: [...new Set(links.map((l) => l.crosswalk.id))],
    verified: links.every((l) => l.crosswalk.status === 'published'),
    ...(standingOf(findings) ?? without('clear', '')),
  };
}
