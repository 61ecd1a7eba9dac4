/** A button with `data-unfold="id"` opens and folds every `<details>` in that element. */

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-unfold]')) {
  const area = document.getElementById(button.dataset.unfold ?? '');
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(open));
    for (const details of area?.querySelectorAll('details') ?? []) details.open = open;
  });
}
