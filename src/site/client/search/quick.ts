/** A short list of results under the box in the header, while someone types; Enter still opens the search page. */
import { loadEngine } from './engine.ts';
import { walkByKeys } from './keys.ts';
import { hitOf, pagesNamed, unnamed } from './names.ts';
import { element } from './result.ts';

const PAUSE_MS = 160;
const SHOWN = 7;

function connect(form: HTMLFormElement, box: HTMLInputElement): void {
  const list = element('ul', { role: 'list' });
  const said = element('p', { class: 'visually-hidden', role: 'status' });
  const panel = element('div', { class: 'quick' }, list);
  panel.hidden = true;
  form.append(panel, said);
  let turn = 0;

  const close = () => {
    turn++;
    panel.hidden = true;
    said.textContent = '';
  };

  async function show(term: string): Promise<void> {
    const mine = ++turn;
    const engine = await loadEngine();
    const [{ results }, named] = await Promise.all([engine.search(term), pagesNamed(term)]);
    const found = await Promise.all(results.slice(0, SHOWN).map((hit) => hit.data()));
    const hits = [...named.map(hitOf), ...found.filter(unnamed(named))].slice(0, SHOWN);
    if (mine !== turn) return;
    const items = hits.map(({ url, meta }) => {
      const detail = [meta['kind'], meta['id'] ?? meta['system']].filter(Boolean).join(' · ');
      const link = element(
        'a',
        { href: url },
        element('span', {}, meta['title'] ?? url),
        element('small', {}, detail),
      );
      return element('li', {}, link);
    });
    const address = `${form.action}?q=${encodeURIComponent(term)}`;
    const all = element(
      'a',
      { href: address, class: 'all' },
      results.length === 0 ? 'Nothing found' : `All ${results.length} results`,
    );
    list.replaceChildren(...items, element('li', {}, all));
    said.textContent = `${results.length} results`;
    panel.hidden = false;
  }

  let timer = 0;
  box.addEventListener('input', () => {
    clearTimeout(timer);
    const term = box.value.trim();
    if (term.length < 2) return close();
    // Without an index there is no list; the search page says why.
    timer = window.setTimeout(() => show(term).catch(close), PAUSE_MS);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) {
      close();
      box.focus();
    }
  });
  form.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close();
  });
  walkByKeys(box, panel, () => [...panel.querySelectorAll<HTMLElement>('a')]);
}

const form = document.querySelector<HTMLFormElement>('form[data-search]');
const box = form?.querySelector<HTMLInputElement>('input[type="search"]');
// The search page has a list of its own.
if (form && box && !document.getElementById('search-form')) connect(form, box);
