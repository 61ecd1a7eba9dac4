/**
 * The diagram's tools: zoom, and marks that say which parts have open findings, touch personal data, are not
 * encrypted or are there because of AI. What to mark stands in the rows of the tables under the picture, which
 * name the parts that draw them (`data-draws`), so that picture and tables cannot differ.
 */

const box = document.querySelector<HTMLElement>('[data-diagram]');
const svg = box?.querySelector<SVGSVGElement>('svg');

const STEP = 1.25;
/** Below this scale labels cannot be read. */
const READABLE = 0.75;

function zoomOf(picture: SVGSVGElement, frame: HTMLElement) {
  const width = picture.viewBox.baseVal.width;
  const height = picture.viewBox.baseVal.height;
  let scale = 1;
  const apply = (next: number) => {
    scale = Math.min(4, Math.max(0.2, next));
    picture.setAttribute('width', String(Math.round(width * scale)));
    picture.setAttribute('height', String(Math.round(height * scale)));
  };
  const shrinkToFit = () => {
    const style = getComputedStyle(frame);
    const room =
      frame.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    apply(Math.min(1, room / width));
  };
  const start = () => {
    shrinkToFit();
    apply(Math.max(scale, READABLE));
  };
  return { start, in: () => apply(scale * STEP), out: () => apply(scale / STEP), fit: shrinkToFit };
}

/** Sets or takes away a mark: `data-marked` on the parts says how; the picture's class fades the rest. */
function show(picture: SVGSVGElement, mark: string | undefined): void {
  picture.classList.toggle('marking', mark !== undefined);
  for (const part of picture.querySelectorAll('[data-marked]')) part.removeAttribute('data-marked');
  if (!mark) return;
  const attribute = mark === 'open' ? 'worst' : mark;
  for (const row of document.querySelectorAll<HTMLElement>(`tr[data-draws][data-${attribute}]`)) {
    const value = mark === 'open' ? (row.dataset.worst ?? '') : 'yes';
    for (const id of (row.dataset.draws ?? '').split(' '))
      picture.querySelector(`[id="${CSS.escape(id)}"]`)?.setAttribute('data-marked', value);
  }
}

if (box && svg) {
  const zoom = zoomOf(svg, box);
  // A picture a little wider than its frame is fitted; a much wider one stays readable and shows its middle.
  zoom.start();
  box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-zoom]'))
    button.addEventListener('click', () => zoom[button.dataset.zoom as keyof typeof zoom]());
  const buttons = document.querySelectorAll<HTMLButtonElement>('button[data-mark]');
  for (const button of buttons)
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      for (const other of buttons) other.setAttribute('aria-pressed', String(on && other === button));
      show(svg, on ? button.dataset.mark : undefined);
    });
}
