/** Arrow keys walk from the search box through the results and back. */

/** @param links the results in their order, asked for at each key */
export function walkByKeys(box: HTMLInputElement, area: HTMLElement, links: () => HTMLElement[]): void {
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    const [first] = links();
    if (!first) return;
    event.preventDefault();
    first.focus();
  });
  area.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') box.focus();
    if (step === 0 || !(document.activeElement instanceof HTMLElement)) return;
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    (all[at + step] ?? (step < 0 ? box : all[at]))?.focus();
  });
}
