/** When a model is due for its next review. */

/**
 * @param reviewed the last review, YYYY-MM-DD
 * @param every a period such as 90d, 12w, 6m or 1y
 * @param today YYYY-MM-DD
 */
export function reviewOf(
  reviewed: string | undefined,
  every: string | undefined,
  today: string,
): { due: string; overdue: boolean } | undefined {
  if (!reviewed || !every) return undefined;
  const due = addPeriod(reviewed, every);
  return { due, overdue: due < today };
}

/** Calendar arithmetic in UTC; a day that a month does not have becomes its last. */
export function addPeriod(date: string, period: string): string {
  const count = Number.parseInt(period, 10);
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const unit = period.at(-1);
  if (unit === 'd' || unit === 'w')
    return iso(new Date(Date.UTC(year, month - 1, day + count * (unit === 'w' ? 7 : 1))));
  const months = month - 1 + count * (unit === 'y' ? 12 : 1);
  const lastDay = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, months, Math.min(day, lastDay))));
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);
