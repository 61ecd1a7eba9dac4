/** The theme choice in the header: auto follows the system, light and dark are kept for the next visit. */
import { THEME_KEY } from './theme-script.ts';

const root = document.documentElement;
const choices = document.querySelectorAll<HTMLInputElement>('input[name="theme"]');

function choose(theme: string): void {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}

for (const choice of choices) {
  choice.checked = choice.value === (root.dataset.theme ?? 'auto');
  choice.addEventListener('change', () => choose(choice.value));
}
