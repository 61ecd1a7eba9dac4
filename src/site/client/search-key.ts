/** The key `/` goes to the search box, unless someone is typing. */

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)))
    return;
  const box =
    document.querySelector<HTMLInputElement>('#search-q') ??
    document.querySelector<HTMLInputElement>('.search input');
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
