/** The ids inside a rendered picture: all begin with the picture's own, so that several fit on one page. */

/** The id of a picture's root, made of a job's id so that different jobs never share one. */
export function rootIdOf(jobId: string): string {
  return `d-${jobId.replace(/[^A-Za-z0-9-]/gu, (c) => `_${c.codePointAt(0)?.toString(16)}`)}`;
}

/** The ids of a picture's parts, by the names they have in the Mermaid text. */
export const partIds = (root: string) => ({
  node: (name: string) => `${root}-node-${name}`,
  zone: (name: string) => `${root}-zone-${name}`,
  zoneTitle: (name: string) => `${root}-zone-title-${name}`,
  edge: (name: string) => `${root}-edge-${name}`,
  edgeLabel: (name: string) => `${root}-edge-label-${name}`,
});
