/** What readers call a tool and its checks, and where each stands. */
import type { Tool } from '../../knowledge/schema/tool.ts';
import type { Check } from '../../knowledge/tool-checks.ts';
import { checkAnchor } from '../entry/evidence.ts';
import { toolPath } from '../paths.ts';

/** `ART` of `Adversarial Robustness Toolbox (ART)`. */
export const shortName = ({ name }: Pick<Tool, 'name'>): string => /\(([^)]+)\)$/.exec(name)?.[1] ?? name;

/** The licence without what is said about it. */
export const shortLicence = ({ provenance }: Pick<Tool, 'provenance'>): string =>
  provenance.licence.replace(/[;(].*$/s, '').trim();

export const anchorOf = (tool: Tool, check: Check): string =>
  checkAnchor(check.use, tool.checks.indexOf(check));

export const checkPath = (tool: Tool, check: Check): string =>
  `${toolPath(tool.id)}#${anchorOf(tool, check)}`;

/** How a state reads in a list. */
export const STATE_WORDS: Readonly<Record<Tool['state'], string>> = {
  active: 'active',
  slow: 'slow',
  moved: 'active, moved',
  dormant: 'dormant',
  unmaintained: 'unmaintained',
};

/** The answer to: does anything leave the machine? */
export const LEAVES_WORDS: Readonly<Record<Tool['leaves'], string>> = {
  no: 'nothing',
  some: 'in part',
  yes: 'yes, by default',
};

/** A tool that nobody works on any more. */
export const isStill = (tool: Pick<Tool, 'state'>): boolean =>
  tool.state === 'dormant' || tool.state === 'unmaintained';
