/** Tests of rendering with the real worker: what is drawn is what the model says, and nothing else. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type Dfd, dfdOf } from '../dfd.ts';
import { cleanLabel } from '../escape.ts';
import { serialise, textOf } from '../svg.ts';
import { HOSTILE, labelledModel, largeModel, NESTED, SMALL } from '../testing.ts';
import { createRenderer, type RenderedSvg, type RenderJob } from './render.ts';
import { find, foreignZonesCrossed, zoneBoxes, zonesAround } from './testing.ts';

const renderer = createRenderer({ threads: 1 });
afterAll(() => renderer.close());
// Loading Mermaid takes two seconds on an idle machine, and tests run on busy ones.
vi.setConfig({ testTimeout: 60_000 });

const jobOf = (id: string, dfd: Dfd): RenderJob => ({
  id,
  text: dfd.renderText,
  title: dfd.title,
  description: dfd.description,
});

async function rendered(job: RenderJob): Promise<RenderedSvg> {
  const result = (await renderer.render([job])).get(job.id);
  if (!result || 'error' in result) throw new Error(result?.error ?? 'no result');
  return result;
}

async function errorOf(text: string): Promise<string> {
  const result = (await renderer.render([{ id: 'x', text, title: 'X', description: '' }])).get('x');
  return result && 'error' in result ? result.error : 'no error';
}

/** Parses the bytes again, as XML, so that what is tested is what a reader gets. */
function page(svg: string): Document {
  return new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;
}

/** Rows are broken at spaces, and long words within. */
const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s/g, '');
const at = (document: Document, id: string) => squeezed(document.getElementById(id)?.textContent);

const SEQUENCE = `sequenceDiagram
  actor U as User
  participant M as #quot;Model#quot; #35;1
  U->>M: ask <b>this</b>
  Note over U,M: a note
  alt fine
    M-->>U: answer
  else refused
    M-xU: nothing
  end`;

describe('a data flow diagram', () => {
  test('is the golden one', async () => {
    const { svg } = await rendered(jobOf('small', dfdOf(SMALL, { ai: new Set(['app']) })));
    await expect(`${serialise(svg).replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot('golden/small.svg.txt');
  });

  test('shows labels that users wrote exactly, whatever they hold', async () => {
    const random = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 20, seed: 7 });
    const labels = [...HOSTILE, ...random];
    const dfd = dfdOf(labelledModel(labels), { namedFlowsLimit: 1000 });
    const document = page(serialise((await rendered(jobOf('h', dfd))).svg));
    for (const [i, label] of labels.entries()) {
      const shown = squeezed(cleanLabel(label));
      expect(at(document, `d-h-node-e_${i + 1}`)).toBe(shown);
      expect(at(document, `d-h-zone-title-z_${i + 1}`)).toBe(shown);
      expect(at(document, `d-h-edge-label-f_${i + 1}`)).toBe(squeezed(dfd.edges[i]?.label));
    }
  });

  test('shows the same for the published text', async () => {
    const dfd = dfdOf(labelledModel(HOSTILE.slice(0, 12)));
    const published = await rendered({ ...jobOf('p', dfd), text: dfd.text });
    const ours = await rendered(jobOf('p', dfd));
    const shapes = (picture: RenderedSvg) => serialise(picture.svg).replace(/L_e_\d+_e_\d+_\d+|f_\d+/g, '');
    expect(shapes(published)).toBe(shapes(ours));
  });

  test('draws nested zones around what they hold, the outer one first, titles last', async () => {
    const dfd = dfdOf(NESTED);
    const { svg } = await rendered(jobOf('n', dfd));
    const around = zonesAround(svg, dfd);
    expect(around.get('secret')).toEqual(['outer', 'middle', 'deep']);
    expect(around.get('front')).toEqual(['outer']);
    expect(around.get('peer')).toEqual(['net']);
    const document = page(serialise(svg));
    expect(document.querySelector('.zone-titles')?.nextElementSibling).toBeNull();
    expect(document.querySelectorAll('.clusters .cluster-label')).toHaveLength(0);
  });

  test('keeps a zone within the one around it, however long its title is', async () => {
    const long = 'A zone with a title that is far wider than the one element which stands in it';
    const renamed = NESTED.zones.map((zone) => (zone.id === 'deep' ? { ...zone, name: long } : zone));
    const dfd = dfdOf({ ...NESTED, zones: renamed });
    const { svg, height } = await rendered(jobOf('long', dfd));
    const boxes = new Map(zoneBoxes(svg, dfd));
    const [inner, outer] = [boxes.get('deep'), boxes.get('middle')];
    expect(inner?.left).toBeGreaterThan(outer?.left ?? Infinity);
    expect(inner?.right).toBeLessThan(outer?.right ?? 0);
    expect(inner?.bottom).toBeLessThan(outer?.bottom ?? 0);
    const plain = await rendered(jobOf('short', dfdOf(NESTED)));
    // As many rows more as the title has, and no hole.
    expect(height - plain.height).toBeLessThan(100);
    expect(textOf(find(svg, 'd-long-zone-title-z_1'))).toBe(long);
  });

  test('draws sixty elements and a hundred and fifty flows, none through a foreign zone', async () => {
    const model = largeModel();
    const dfd = dfdOf(model);
    const { svg, width, height } = await rendered(jobOf('large', dfd));
    const document = page(serialise(svg));
    expect(document.querySelectorAll('.node')).toHaveLength(60);
    expect(document.querySelectorAll('path.flowchart-link')).toHaveLength(150);
    expect(document.querySelectorAll('.edgeLabel')).toHaveLength(150);
    expect(document.querySelectorAll('.node.store path')).toHaveLength(15);
    expect(Math.min(width, height)).toBeGreaterThan(500);
    expect(foreignZonesCrossed(svg, dfd, model)).toEqual([]);
  });

  test('draws a flow from an element to itself', async () => {
    const document = page(serialise((await rendered(jobOf('loop', dfdOf(NESTED)))).svg));
    expect(document.getElementById('d-loop-edge-f_4')?.getAttribute('d')).toMatch(/^M/);
    expect(at(document, 'd-loop-edge-label-f_4')).toBe('F4retry');
  });
});

describe('the output', () => {
  test('holds no style, script, link, data attribute, foreign element or long number', async () => {
    const hostile = dfdOf(labelledModel(HOSTILE));
    const texts = [
      hostile.renderText,
      SEQUENCE,
      'flowchart LR\n A([Go]) -- "x" --> B{ok}\n style A fill:#f00\n classDef c color:red\n class B c\n' +
        ' click A "https://example.org" "tip"\n click B call alert()',
    ];
    for (const [i, text] of texts.entries()) {
      const { svg } = await rendered({ id: `t${i}`, text, title: '"<i>T</i>', description: "D & 'd'" });
      const document = page(serialise(svg));
      expect(document.querySelector('style, script, foreignObject, a, image, parsererror')).toBeNull();
      for (const element of document.querySelectorAll('*'))
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^(style|on.*|data-.*|href|fill-opacity|filter)$/);
          expect(value).not.toMatch(/\.\d\d/);
        }
      expect(document.querySelector('title')?.textContent).toBe('"<i>T</i>');
      expect(document.querySelector('desc')?.textContent).toBe("D & 'd'");
    }
  });

  test('has ids of its own only, each once, and refers to no other', async () => {
    const ids: string[] = [];
    for (const id of ['a/b', 'a-b', 'a_b']) {
      const { svg } = await rendered({ id, text: SEQUENCE, title: 'S', description: 'D' });
      const document = page(serialise(svg));
      const own = [...document.querySelectorAll('[id]')].map((element) => element.id);
      for (const name of own) expect(name.startsWith(document.documentElement.id)).toBe(true);
      const used = [...serialise(svg).matchAll(/url\(#([^)]+)\)|aria-\w+by="([^"]+)"/g)];
      expect(used.length).toBeGreaterThan(3);
      for (const [, marker, name] of used) expect(own).toContain(marker ?? name);
      ids.push(...own);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same bytes each time, in any order and any thread', async () => {
    const jobs = [
      jobOf('one', dfdOf(SMALL)),
      jobOf('two', dfdOf(NESTED)),
      { id: 'three', text: SEQUENCE, title: 'S', description: '' },
    ];
    const first = await renderer.render(jobs);
    const other = createRenderer({ threads: 1 });
    const second = await other.render(jobs.toReversed());
    await other.close();
    for (const { id } of jobs) expect(JSON.stringify(second.get(id))).toBe(JSON.stringify(first.get(id)));
    expect([...second.keys()]).toEqual(['three', 'two', 'one']);
  });
});

describe('free Mermaid text', () => {
  test('may be a sequence diagram', async () => {
    const { svg, width } = await rendered({ id: 's', text: SEQUENCE, title: 'S', description: 'D' });
    const document = page(serialise(svg));
    const texts = [...document.querySelectorAll('text')].map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['"Model" #1', 'ask <b>this</b>', 'a note', '[refused]']));
    expect(document.documentElement.getAttribute('class')).toBe('diagram sequence');
    expect(width).toBeGreaterThan(300);
  });

  test('cannot turn HTML labels or another layout on', async () => {
    const plain = 'flowchart TB\n A[one] --> B[two]';
    const change = '%%{init: {"htmlLabels": true, "layout": "dagre", "flowchart": {"htmlLabels": true}}}%%\n';
    const draw = (text: string) => rendered({ id: 'c', text, title: 'C', description: '' });
    expect(serialise((await draw(change + plain)).svg)).toBe(serialise((await draw(plain)).svg));
  });

  test('that is wrong gives an error for its job, and the next job is drawn', async () => {
    expect(await errorOf('flowchart TB\n A -->')).toMatch(/Parse error on line/);
    expect(await errorOf('no diagram at all')).toMatch(/No diagram type detected/);
    expect(await errorOf('')).not.toBe('no error');
    expect(await errorOf('pie\n "a": 1')).toMatch(/only flowcharts and sequence diagrams/);
    expect(await errorOf('flowchart TB\n A')).toBe('no error');
  });
});
