/** How diagrams look, by class: one set of rules for the site's variables and for stand-alone files. */

/** The colours that diagrams use, named as the site's CSS variables. */
export const DIAGRAM_COLOURS = [
  'card',
  'ink',
  'muted',
  'accent',
  'accent-soft',
  'zone',
  'zone-line',
  'node',
  'store',
  'external',
  'flow',
] as const;
export type DiagramColour = (typeof DIAGRAM_COLOURS)[number];

/** The site's light colours, for files that are looked at outside the site. */
export const LIGHT: Readonly<Record<DiagramColour, string>> = {
  card: '#ffffff',
  ink: '#1c2430',
  muted: '#586273',
  accent: '#1f5f7a',
  'accent-soft': '#e3eff4',
  zone: '#f3f6fa',
  'zone-line': '#b3541e',
  node: '#ffffff',
  store: '#e8f3ec',
  external: '#fdf3dc',
  flow: '#51607a',
};

/**
 * The rules, one a line.
 * @param colour what to write for a colour: `var(--ink)` or a value
 * @param font what to write for the type family
 */
export function diagramRules(colour: (name: DiagramColour) => string, font: string): string {
  const [card, ink, muted, accent] = [colour('card'), colour('ink'), colour('muted'), colour('accent')];
  const [flow, zone, zoneLine] = [colour('flow'), colour('zone'), colour('zone-line')];
  const halo = (width: number) =>
    `paint-order:stroke;stroke:${card};stroke-width:${width}px;stroke-linejoin:round`;
  return [
    `.diagram{font:14px ${font};max-width:none}`,
    `.diagram text{fill:${ink}}`,
    // Zones
    `.diagram .cluster rect{fill:${zone};fill-opacity:.6;stroke:${zoneLine};stroke-dasharray:6 4;rx:8px}`,
    `.diagram .zone-title text{fill:${zoneLine};font-weight:700;${halo(4)}}`,
    // Elements
    `.diagram .label-container{fill:${colour('node')};stroke:${ink};stroke-width:1px}`,
    `.diagram .store .label-container{fill:${colour('store')}}`,
    `.diagram .external .label-container{fill:${colour('external')}}`,
    `.diagram .ai .label-container{stroke:${accent};stroke-width:2.5px}`,
    // Flows
    `.diagram .flowchart-link{fill:none;stroke:${flow};stroke-width:1.3px}`,
    '.diagram .edge-thickness-thick{stroke-width:3px}',
    '.diagram .edge-pattern-dotted{stroke-dasharray:2 3}',
    '.diagram .edge-pattern-dashed{stroke-dasharray:5 4}',
    '.diagram .edge-thickness-invisible{stroke:none}',
    `.diagram marker path,.diagram marker circle,.diagram marker polygon{fill:${flow};stroke:none}`,
    // An arrowhead takes its line's colour where the viewer can do that.
    '.flowchart marker path,.flowchart marker circle,.flowchart marker polygon{fill:context-stroke}',
    `.diagram marker [fill=none],.diagram .marker.cross path{fill:none;stroke:${flow};stroke-width:1.5px}`,
    `.diagram .edgeLabel .background{fill:${card};fill-opacity:.85}`,
    // Links and marks
    '.diagram a{text-decoration:none;cursor:pointer}',
    `.diagram a:is(:hover,:focus-visible) .label-container{stroke:${accent};stroke-width:2px}`,
    `.diagram a:is(:hover,:focus-visible) text{fill:${accent}}`,
    `.diagram .badge rect{fill:${card};stroke:${ink}}`,
    '.diagram .badge text{font:700 11px sans-serif}',
    // Sequence diagrams
    `.diagram rect.actor,.diagram .actor-man circle{fill:${colour('node')};stroke:${ink}}`,
    `.diagram .actor-man line{stroke:${ink}}`,
    `.diagram .actor-line{stroke:${muted};stroke-width:1px}`,
    `.diagram .messageLine0,.diagram .messageLine1{fill:none;stroke:${flow};stroke-width:1.5px}`,
    `.diagram rect.note{fill:${colour('external')};stroke:${muted}}`,
    `.diagram [class^=activation]{fill:${colour('accent-soft')};stroke:${muted}}`,
    `.diagram rect.rect{fill:${zone};stroke:none}`,
    `.diagram .loopLine{fill:none;stroke:${muted};stroke-dasharray:3 3}`,
    `.diagram .labelBox{fill:${colour('accent-soft')};stroke:${muted}}`,
    `.diagram .messageText,.diagram .loopText,.diagram .sectionTitle{${halo(3)}}`,
    '.diagram .labelText,.diagram .loopText,.diagram .sectionTitle{font-weight:600}',
    `.diagram .sequenceNumber{fill:${card};font-size:10px}`,
    '',
  ].join('\n');
}
