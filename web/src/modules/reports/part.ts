import { monthLabel } from './annual';

// The part of a year that a report is about: "" for all of it, "T2" for a quarter, "03" for a month.
export interface PartParams {
  quarter?: number;
  month?: number;
}

export function partParams(part: string): PartParams {
  const quarter = /^T([1-4])$/.exec(part)?.[1];
  if (quarter) return { quarter: Number(quarter) };
  const month = /^(0[1-9]|1[0-2])$/.exec(part)?.[1];
  return month ? { month: Number(month) } : {};
}

export const quarters = ['T1', 'T2', 'T3', 'T4'];
export const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The quarter of a day: "T4" of 2025-11-25. */
export const quarterOf = (date: string) => `T${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** The quarter or month before: T4 of the year before T1. */
export function partBefore(year: number, part: string): { year: number; part: string } {
  const { quarter, month } = partParams(part);
  if (quarter) return quarter > 1 ? { year, part: `T${quarter - 1}` } : { year: year - 1, part: 'T4' };
  if (month) return month > 1 ? { year, part: months[month - 2]! } : { year: year - 1, part: '12' };
  return { year: year - 1, part: '' };
}

/** A period of the server in words: "T4 2026" of 2026-Q4, "mars 2026" of 2026-03; other names as they are. */
export function periodWords(period: string): string {
  const [, year, quarter, month] = /^(\d{4})-(?:Q([1-4])|(\d{2}))$/.exec(period) ?? [];
  if (quarter) return `T${quarter} ${year}`;
  return month ? `${monthLabel(Number(month))} ${year}` : period;
}
