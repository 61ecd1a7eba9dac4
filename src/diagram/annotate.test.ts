/** Tests of links, ids and classes on a picture, and of the stand-alone form. The picture is made by hand. */
import { describe, expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { dfdOf } from './dfd.ts';
import { standaloneSvg } from './standalone.ts';
import { diagramRules } from './style.ts';
import { isElement, type SvgElement, serialise, svgElement, textOf, walk } from './svg.ts';
import { SMALL } from './testing.ts';

const dfd = dfdOf(SMALL);

/** As `renderMermaid` makes it, without what is the same for every part. */
const picture = svgElement('svg', { xmlns: 'http://www.w3.org/2000/svg', id: 'd-s', viewBox: '4 4 90 60' }, [
  svgElement('title', { id: 'd-s-title' }, ['Picture']),
  svgElement('g', { id: 'd-s-zone-z_2', class: 'cluster' }, [svgElement('rect', { width: '9' })]),
  svgElement('path', { id: 'd-s-edge-f_2', class: 'flowchart-link', d: 'M0,0L1,1' }),
  svgElement('g', { id: 'd-s-edge-label-f_2', class: 'edgeLabel' }, [
    svgElement('text', {}, [svgElement('tspan', {}, ['F2'])]),
  ]),
  svgElement('g', { id: 'd-s-node-e_2', class: 'node process', transform: 'translate(50, 20)' }, [
    svgElement('rect', { x: '-40', y: '-18', class: 'label-container' }),
    svgElement('text', {}, [svgElement('tspan', {}, ['Chat']), svgElement('tspan', {}, ['application'])]),
  ]),
  svgElement('g', { id: 'd-s-node-e_3', class: 'node store' }, [
    svgElement('path', { transform: 'translate(-65, -32.6)', class: 'label-container' }),
  ]),
  svgElement('g', { id: 'd-s-zone-title-z_2', class: 'zone-title' }),
]);

const find = (svg: SvgElement, id: string) => [...walk(svg)].find((part) => part.attrs.id === id);
const parentOf = (svg: SvgElement, id: string) =>
  [...walk(svg)].find((part) => part.children.some((child) => isElement(child) && child.attrs.id === id));

describe('annotate', () => {
  test('makes nodes links with a name, an id and classes', () => {
    const svg = annotate(picture, dfd, {
      linkOf: (id) => (id === 'app' ? '/systems/s/#app' : undefined),
      classesOf: (id) => (id === 'app' ? ['critical', 'node'] : []),
    });
    expect(find(svg, 'dfd-app')?.attrs.class).toBe('node process critical');
    expect(parentOf(svg, 'dfd-app')).toMatchObject({
      tag: 'a',
      attrs: { href: '/systems/s/#app' },
      children: [{ tag: 'title', children: ['Chat application'] }, { tag: 'g' }],
    });
    expect(parentOf(svg, 'dfd-log')?.tag).toBe('svg');
    expect(find(svg, 'd-s-node-e_2')).toBeUndefined();
  });

  test('lets the page say more in a name, as text', () => {
    const nameOf = () => 'Chat "app" <b>, 2 open';
    const text = serialise(annotate(picture, dfd, { linkOf: () => '/a?b=1&c="2"', nameOf }));
    expect(text).toContain('<title>Chat &#34;app&#34; &#60;b&#62;, 2 open</title>');
    expect(text).toContain('href="/a?b=1&#38;c=&#34;2&#34;"');
  });

  test('gives flows, their labels and zones their hooks', () => {
    const svg = annotate(picture, dfd, {
      flowLinkOf: (id) => `#${id}`,
      flowNameOf: (id) => `Flow ${id}`,
      flowClassesOf: () => ['clear'],
      zoneClassesOf: (id) => [`trust-${id}`],
    });
    expect(find(svg, 'flow-reply')?.attrs.class).toBe('flowchart-link flow clear');
    expect(find(svg, 'flowlabel-reply')?.attrs.class).toBe('edgeLabel flow-label clear');
    expect(parentOf(svg, 'flowlabel-reply')).toMatchObject({
      attrs: { href: '#reply' },
      children: [{ tag: 'title', children: ['Flow reply'] }, {}],
    });
    expect(find(svg, 'zone-inside')?.attrs.class).toBe('cluster zone trust-inside');
    expect(find(svg, 'd-s-zone-title-z_2')?.attrs.class).toBe('zone-title trust-inside');
  });

  test('puts a mark at the upper right corner of a shape', () => {
    const svg = annotate(picture, dfd, { badgeOf: () => ({ text: '◆2', classes: ['critical'] }) });
    const marks = [...walk(svg)].filter((part) => part.attrs.class === 'badge critical');
    expect(marks.map((mark) => mark.attrs.transform)).toEqual(['translate(40, -18)', 'translate(65, -32.6)']);
    expect(marks.map(textOf)).toEqual(['◆2', '◆2']);
  });

  test('leaves the picture it was given as it was', () => {
    const before = serialise(picture);
    annotate(picture, dfd, { classesOf: () => ['x'], badgeOf: () => ({ text: '1' }) });
    expect(serialise(picture)).toBe(before);
  });
});

describe('standaloneSvg', () => {
  test('holds its style and a ground, and no link', () => {
    const text = standaloneSvg(annotate(picture, dfd, { linkOf: () => '/elsewhere/' }));
    expect(text).not.toMatch(/<a |href|var\(/);
    expect(text).toMatch(/<title id="d-s-title">Picture<\/title><style>.diagram\{/);
    expect(text).toContain('<rect x="4" y="4" width="90" height="60" fill="#ffffff"/>');
    expect(text).toContain('id="dfd-app"');
  });
});

test('the rules use the site’s variables', () => {
  const rules = diagramRules((name) => `var(--${name})`, 'var(--font)');
  expect(rules).toContain('.diagram text{fill:var(--ink)}');
  expect(rules).not.toMatch(/#[0-9a-f]{3}/);
});
