/** A DOM for Mermaid in this thread: jsdom's globals, with measuring that jsdom does not have. */
import { JSDOM, VirtualConsole } from 'jsdom';
import { bBox } from './measure.ts';
import { textLength } from './text-box.ts';

const GLOBALS = [
  'document',
  'Element',
  'HTMLElement',
  'SVGElement',
  'Node',
  'NodeFilter',
  'DOMParser',
  'XMLSerializer',
  'CSSStyleSheet',
  'DocumentFragment',
  'HTMLTemplateElement',
  'NamedNodeMap',
  'HTMLFormElement',
  'MutationObserver',
] as const;

/** Sets the globals that Mermaid and its libraries look for. Call it before Mermaid is imported. */
export function installDom(): void {
  // A virtual console that forwards nothing keeps jsdom's notes about missing features out of the build.
  const { window } = new JSDOM('<!doctype html><body></body>', {
    url: 'http://localhost/',
    virtualConsole: new VirtualConsole(),
  });
  giveLayout(window.SVGElement.prototype);
  const set = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  set('window', window);
  set('getComputedStyle', window.getComputedStyle.bind(window));
  for (const name of GLOBALS) set(name, window[name]);
}

function giveLayout(prototype: object): void {
  const methods = {
    getBBox(this: Element) {
      return bBox(this);
    },
    getComputedTextLength(this: Element) {
      return textLength(this);
    },
    getBoundingClientRect(this: Element) {
      const box = bBox(this);
      const edges = { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
      return { ...box, ...edges, toJSON: () => box };
    },
  };
  Object.assign(prototype, methods);
}
