// The annual report on the wire, and lists ready to draw.
import type { Schemas } from '@/api/types';
import { localeOf, pageLanguage } from '@/ui/dates';
import { fromMinor, sumMinor, toMinor } from '@/ui/money';

export type AnnualReport = Schemas['accounting.AnnualReport'];

/** One line of a list of amounts. */
export interface NamedAmount {
  name: string;
  amount: number;
  previous?: number | null;
  link?: string | null;
  detail?: string;
}

/** The largest few and what remains of them, for a chart that can be read. */
export function largest(list: readonly NamedAmount[], count: number, rest: string, currency: string): NamedAmount[] {
  const sorted = [...list].sort((left, right) => right.amount - left.amount);
  if (sorted.length <= count) return sorted;
  const remaining = sumMinor(sorted.slice(count - 1).map((one) => toMinor(one.amount, currency)));
  return [...sorted.slice(0, count - 1), { name: rest, amount: fromMinor(remaining, currency) }];
}

/** "mars" of 2025-03-01, of "2025-03" or of 3, in the language of the page. */
export function monthLabel(month: string | number, language = pageLanguage()): string {
  const number = typeof month === 'number' ? month : Number(/^\d{4}-(\d{2})/.exec(month)?.[1] ?? month);
  if (!(number >= 1 && number <= 12)) return String(month);
  return new Intl.DateTimeFormat(localeOf(language), { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2000, number - 1, 15));
}
