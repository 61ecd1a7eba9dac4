/** Sentences of the assessments: counts and lists of names. */

/** `1 finding`, `2 findings` */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and 3 more` */
export function names(list: readonly string[], shown = 3): string {
  const each = [...new Set(list)];
  const rest = each.length - shown;
  const parts = rest > 0 ? [...each.slice(0, shown), `${rest} more`] : each;
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The first letter as a capital. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
