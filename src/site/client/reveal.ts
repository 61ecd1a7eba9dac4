/** Findings that fold: opens the one a link points to, all of them on paper, and all or none by button. */

function openTarget(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const details = id === '' ? null : document.getElementById(id)?.closest('details');
  if (!details) return;
  // A filter may have hidden what the link asks for.
  details.hidden = false;
  details.closest<HTMLElement>('[data-group]')?.removeAttribute('hidden');
  details.open = true;
  details.scrollIntoView({ block: 'start' });
}

const all = () => document.querySelectorAll<HTMLDetailsElement>('details.finding');

window.addEventListener('hashchange', openTarget);
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-open-all]')) {
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(open));
    for (const details of all()) details.open = open;
  });
}
openTarget();
