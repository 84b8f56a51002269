// What an owner reads first: what he owes, what is late, when the next payment is due.
import type { Schemas } from '@/api/types';
import { formatDate } from '@/ui/dates';
import type { Figure } from '@/ui/figures';

export type OwnAccounts = Schemas['accounting.OwnAccounts'];

type Say = (key: string) => string;

/** A balance below zero is money paid in advance, said as such and without its sign. */
export function ownFigures(own: OwnAccounts | null, say: Say): Figure[] {
  if (!own) return [{ label: say('own.owed') }, { label: say('own.overdue') }, { label: say('own.nextDue') }];
  return [
    { label: say(own.balance < 0 ? 'own.ahead' : 'own.owed'), amount: Math.abs(own.balance), ...(own.balance <= 0 && { note: say('own.upToDate'), tone: 'good' as const }) },
    { label: say('own.overdue'), amount: own.overdue },
    { label: say('own.nextDue'), text: own.next_due_date ? formatDate(own.next_due_date) : say('own.nothingDue') },
  ];
}

/** The years one may look back to, and what the choice asks of the server; none is the fiscal year that runs. */
export const pastYears = (thisYear: number): number[] => [thisYear - 1, thisYear - 2, thisYear - 3];
export const spanOf = (year: string): { start_date?: string; end_date?: string } => (/^\d{4}$/.test(year) ? { start_date: `${year}-01-01`, end_date: `${year}-12-31` } : {});
