// The other day or period that a report is put beside.
import { daysInMonth, isoDate, type IsoDate, type Period } from './dates';

export const comparisons = ['', 'annee', 'exercice', 'mois'] as const;
export type Comparison = (typeof comparisons)[number];

const partsOf = (date: IsoDate) => [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))] as const;

/** The same day of another year; the 29th of February becomes the 28th. */
export function yearsLater(date: IsoDate, years: number): IsoDate {
  const [year, month, day] = partsOf(date);
  return isoDate(year + years, month, Math.min(day, daysInMonth(year + years, month)))!;
}

/** The last day of the month keeps being the last day: a year before 29/02/2024 and before 28/02/2025 alike. */
export function periodYearBefore(period: Period): Period {
  const [year, month, day] = partsOf(period.end);
  const end = day === daysInMonth(year, month) ? isoDate(year - 1, month, daysInMonth(year - 1, month))! : yearsLater(period.end, -1);
  return { start: yearsLater(period.start, -1), end };
}

/** The day that balances at `date` are compared with; nothing without a comparison. */
export function comparedDay(comparison: string, date: IsoDate): IsoDate | null {
  const [year, month] = partsOf(date);
  if (comparison === 'annee') return periodYearBefore({ start: date, end: date }).end;
  if (comparison === 'exercice') return `${year - 1}-12-31`;
  if (comparison === 'mois') {
    const [otherYear, otherMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
    return isoDate(otherYear, otherMonth, daysInMonth(otherYear, otherMonth));
  }
  return null;
}

/** "+12,5 %" of a figure against an earlier one; nothing when there was none. */
export function changeText(now: number, before: number | null | undefined): string {
  if (!before) return '';
  const percent = ((now - before) / Math.abs(before)) * 100;
  const text = Math.abs(percent).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  return `${text === '0' ? '' : percent > 0 ? '+' : '−'}${text} %`;
}
