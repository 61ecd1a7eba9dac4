/** Dates as readers see them. Input is YYYY-MM-DD; nothing here asks a clock or a locale. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400_000;

/** `2026-10-01` → `1 Oct 2026`; anything else is given back as it is. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : iso;
}

/** A date that may be known to the month or the year only: `2025-06` → `Jun 2025`, `2025` → `2025`. */
export function formatPartialDate(date: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(date);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match && month ? `${month} ${match[1]}` : formatDate(date);
}

/** Whole days from one day to another; negative where `to` is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** How far away a day is, in words: `today`, `in 3 days`, `in 4 months`, `12 days ago`. */
export function distance(today: string, day: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  const size = Math.abs(days);
  const months = Math.round(size / 30.44);
  const years = Math.round(size / 365.25);
  const words =
    size < 60 ? plural(size, 'day') : months < 24 ? plural(months, 'month') : plural(years, 'year');
  return days > 0 ? `in ${words}` : `${words} ago`;
}

/** `1,888`: thousands apart. */
export const shownNumber = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1 day`, `2 days`; the plural is given where it is not the word with an s. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${shownNumber(n)} ${n === 1 ? one : many}`;
