/** The names by which the checks of a tool are selected. */
import type { Tool } from './schema/tool.ts';

export type Check = Tool['checks'][number];

const held = (check: Check): string[] => [...check.names, ...check['by-name']];

/** Every name that selects something: a check, and what it holds, in full and alone. */
export function namesOfTool(tool: Tool): string[] {
  const names = tool.checks.flatMap((check) => [
    check.use,
    ...held(check).map((name) => `${check.use}.${name}`),
    ...held(check),
  ]);
  return [...new Set(names)];
}

/** The check that a name selects, itself or by something it holds; a name in full wins over one that stands alone. */
export function checkOf(tool: Tool, use: string): Check | undefined {
  const { checks } = tool;
  return (
    checks.find((check) => check.use === use) ??
    checks.find((check) => held(check).some((name) => `${check.use}.${name}` === use)) ??
    checks.find((check) => held(check).includes(use))
  );
}
