// The annual report on the wire, and lists ready to draw.
import type { Schemas } from '@/api/types';
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

const monthNames = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

/** "mars" of 2025-03-01, of "2025-03" or of 3. */
export function monthLabel(month: string | number): string {
  const number = typeof month === 'number' ? month : Number(/^\d{4}-(\d{2})/.exec(month)?.[1] ?? month);
  return monthNames[number - 1] ?? String(month);
}
