/** Frames that scroll sideways can be reached by keyboard while they do, and are no extra stop while they do not. */

const watch = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
    if (scrolls) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});

for (const frame of document.querySelectorAll('.table, .dfd, .atlas-scroll')) watch.observe(frame);
