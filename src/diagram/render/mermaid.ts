/** Mermaid itself: its settings, and one picture from one text. */
import type { Mermaid, MermaidConfig } from 'mermaid';
import { installDom } from './dom.ts';
import { resolveEntities } from './entities.ts';
import { FONT_SIZE } from './fonts.ts';

/** Diagram types whose pictures were checked against a browser's. */
const SUPPORTED: Readonly<Record<string, DiagramKind>> = {
  'flowchart-v2': 'flowchart',
  flowchart: 'flowchart',
  graph: 'flowchart',
  sequence: 'sequence',
};

export type DiagramKind = 'flowchart' | 'sequence';

const CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  logLevel: 'fatal',
  deterministicIds: true,
  deterministicIDSeed: 'wardbook',
  maxEdges: 2000,
  maxTextSize: 500_000,
  // ELK: the other layout draws flows through zones that hold neither of their ends.
  layout: 'elk',
  look: 'classic',
  theme: 'default',
  htmlLabels: false,
  fontFamily: 'Inter, sans-serif',
  fontSize: FONT_SIZE,
  flowchart: {
    htmlLabels: false,
    useMaxWidth: false,
    padding: 10,
    nodeSpacing: 30,
    rankSpacing: 30,
    wrappingWidth: 150,
  },
  sequence: {
    useMaxWidth: false,
    actorFontSize: FONT_SIZE,
    messageFontSize: FONT_SIZE,
    noteFontSize: FONT_SIZE,
  },
};

/** A diagram's own text must not change what the cleaned output relies on. */
const OWN: (keyof MermaidConfig)[] = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'deterministicIds',
  'deterministicIDSeed',
  'layout',
  'look',
  'theme',
  'themeVariables',
  'themeCSS',
  'htmlLabels',
  'fontFamily',
  'fontSize',
  'flowchart',
  'sequence',
];

export interface Drawn {
  kind: DiagramKind;
  /** Mermaid's own SVG text, not yet cleaned. */
  svg: string;
}

/** Loads Mermaid over a DOM of its own. Takes a second or two, once per thread. */
export async function loadMermaid(): Promise<Mermaid> {
  installDom();
  // Imported late, since Mermaid looks for the DOM while it loads.
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ ...CONFIG, secure: OWN });
  return mermaid;
}

/**
 * Draws one diagram.
 * @param rootId the id of the svg element
 * @throws where the text is not valid Mermaid, or of a type that is not supported here
 */
export async function draw(mermaid: Mermaid, rootId: string, text: string): Promise<Drawn> {
  const resolved = resolveEntities(text);
  const diagramType = mermaid.detectType(resolved);
  const kind = SUPPORTED[diagramType];
  if (!kind)
    throw new Error(`a ${diagramType} diagram cannot be drawn here: only flowcharts and sequence diagrams`);
  try {
    const { svg } = await mermaid.render(rootId, resolved);
    return { kind, svg };
  } finally {
    document.body.replaceChildren();
  }
}
