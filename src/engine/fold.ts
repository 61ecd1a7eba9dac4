/** Specific replaces generic: a general finding folds under a more specific one on the same target, unless it is the more unresolved of the two. */
import type { Finding, State } from './analysis.ts';
import type { Catalogue } from './rule/catalogue.ts';

/** How much a state still wants from the team. A general finding never hides behind one that wants less. */
const UNREST: Readonly<Record<State, number>> = {
  open: 3,
  'partly-mitigated': 2,
  asked: 1,
  accepted: 0,
  transferred: 0,
  avoided: 0,
  mitigated: 0,
  'not-applicable': 0,
};

/** A finding with the state it had before a decision was applied: accepting a threat settles its general form too. */
export interface Undecided {
  finding: Finding;
  before: State;
}

const unrest = ({ finding, before }: Undecided): number =>
  finding.state === 'not-applicable' ? -1 : UNREST[before];

/** Moves folded findings into `folds` of what replaces them; the findings are the analysis's own, not shared. */
export function fold(list: readonly Undecided[], catalogue: Catalogue): Finding[] {
  const byId = new Map(list.map((u) => [u.finding.id, u]));
  const under = replacements(list, byId, catalogue);
  const visible: Finding[] = [];
  for (const { finding } of list) {
    if (!under.has(finding.id)) {
      visible.push(finding);
      continue;
    }
    const { id, title, state, stride } = finding;
    byId.get(top(id, under))?.finding.folds.push({ id, title, state, stride });
  }
  return visible;
}

/** Id of a general finding → the finding that replaces it. */
function replacements(
  list: readonly Undecided[],
  byId: ReadonlyMap<string, Undecided>,
  catalogue: Catalogue,
): Map<string, Undecided> {
  const under = new Map<string, Undecided>();
  for (const specific of list) {
    if (specific.finding.origin === 'people') continue;
    for (const id of catalogue.rule(specific.finding.rule)?.refines ?? []) {
      const general = byId.get(`${id}@${specific.finding.target.id}`);
      if (!general || unrest(specific) < unrest(general)) continue;
      const rival = under.get(general.finding.id);
      if (!rival || better(specific, rival)) under.set(general.finding.id, specific);
    }
  }
  return under;
}

function better(a: Undecided, b: Undecided): boolean {
  const byScore = a.finding.scores.residual.uncapped - b.finding.scores.residual.uncapped;
  return (unrest(a) - unrest(b) || byScore) > 0;
}

/** The finding at the end of a chain of folds. The catalogue allows no circle of `refines`. */
function top(id: string, under: ReadonlyMap<string, Undecided>): string {
  let here = id;
  for (let next = under.get(here); next; next = under.get(here)) here = next.finding.id;
  return here;
}
