// Fiscal years: which may come next, how long they last, and what their months are called.
import type { Schemas } from '@/api/types';
import { daysInMonth, isoDate } from '@/ui/dates';

export type Year = Schemas['ledger.YearView'];
export type Month = Schemas['ledger.PeriodView'];
export const longestYear = 24;

const yearOf = (date: string) => Number(date.slice(0, 4));
const monthOf = (date: string) => Number(date.slice(5, 7));

/** The last day of a year of so many months; nothing when the length is none that the law knows. */
export function endAfter(start: string, months: number): string | null {
  if (!Number.isInteger(months) || months < 1 || months > longestYear) return null;
  const last = monthOf(start) - 1 + months - 1;
  const year = yearOf(start) + Math.floor(last / 12);
  const month = (last % 12) + 1;
  return isoDate(year, month, daysInMonth(year, month));
}
export const monthsBetween = (start: string, end: string) => (yearOf(end) - yearOf(start)) * 12 + monthOf(end) - monthOf(start) + 1;

/** The first day after the last year, or of this calendar year when there is none yet. */
export function nextStart(years: readonly Year[], today: string): string {
  const last = lastYear(years);
  if (!last) return `${yearOf(today)}-01-01`;
  const next = monthOf(last.end_date) + 1;
  return next > 12 ? `${yearOf(last.end_date) + 1}-01-01` : isoDate(yearOf(last.end_date), next, 1)!;
}
/** A year is named after the one that follows the last, else after the calendar year in which it ends. */
export function nextName(years: readonly Year[], end: string): number {
  const last = lastYear(years);
  return last ? last.year + 1 : yearOf(end);
}
export const lastYear = (years: readonly Year[]): Year | undefined => [...years].sort((a, b) => b.year - a.year)[0];
export const firstYear = (years: readonly Year[]): Year | undefined => [...years].sort((a, b) => a.year - b.year)[0];

/** "janvier 2026", in the reader's language. */
export const monthName = (start: string, language: string) =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${start}T00:00:00Z`));

/** A month of a closed year is closed, whatever its own lock says. */
export const statusOf = (year: Year, month: Month): 'open' | 'locked' | 'closed' => (year.status === 'closed' ? 'closed' : month.status);
