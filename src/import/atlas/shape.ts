/** The small Zod shapes that both formats share. Loose: upstream may add keys, and leaves optional ones null. */
import { z } from 'zod';
import { POINTED_SCHEMES } from '../../knowledge/reference.ts';

export const IdSchema = z.string().min(1).max(60);
export const NameSchema = z.string().trim().min(1).max(200);

/** A line of prose such as an actor: line breaks of the source are no part of it. */
export const LineSchema = z
  .string()
  .transform((text) => text.replace(/[ \t\r\n]+/g, ' ').trim())
  .pipe(z.string().max(1000));

/** A date. YAML 1.2 reads it as text, a lone year as a number. */
export const DateSchema = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date: 2025-06-11'));

export const DaySchema = z.iso.date('a date: 2025-06-11');

export const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** One text or a list of texts. Undefined where there is nothing. */
export const TextsSchema = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((given) => {
    const texts = [given ?? []].flat().map((text) => text.trim());
    return texts.length > 0 ? texts : undefined;
  });

export const MaturitySchema = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(z.enum(['feasible', 'demonstrated', 'realized']))
  .nullish();

export const IncidentSchema = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(z.enum(['incident', 'exercise']))
  .nullish();

export const AttackSchema = z
  .looseObject({ id: z.string().regex(POINTED_SCHEMES.attack.shape, 'an ATT&CK id such as T1596') })
  .nullish();

export const LinksSchema = list(z.looseObject({ url: z.string().nullish() }));

/** Upstream has deleted entries without a trace so far; should it begin to mark them, one of these keys may do it. */
export const DEPRECATION = {
  deprecated: z.boolean().nullish(),
  revoked: z.boolean().nullish(),
  'replaced-by': TextsSchema,
  'revoked-by': TextsSchema,
};

/** How exactly a date is meant: `YEAR`, `Month`, `DATE`, `Day`. */
export function dateAsKnown(
  date: string | null | undefined,
  granularity: string | null | undefined,
): string | undefined {
  const known = granularity?.toLowerCase();
  return date?.slice(0, known === 'year' ? 4 : known === 'month' ? 7 : 10);
}
