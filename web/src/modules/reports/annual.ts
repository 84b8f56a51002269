// The annual report on the wire, and lists ready to draw.
import { fromMinor, sumMinor, toMinor } from '@/ui/money';

export interface Figure {
  amount: number;
  previous: number | null;
  link: string;
}

/** One line of a list of amounts. */
export interface NamedAmount {
  name: string;
  amount: number;
  previous?: number | null;
  link?: string | null;
  detail?: string;
}

export interface MonthFigures {
  month: string;
  receipts: number;
  payments: number;
  closing: number;
  link: string;
}

export interface BankFigures {
  account_code: string;
  account_name: string;
  opening: number;
  receipts: number;
  payments: number;
  transfers: number;
  closing: number;
  link: string;
}

export interface UnpaidOwner {
  owner_code: string;
  name: string;
  balance: number;
  overdue: number;
  oldest_due_date: string | null;
  days_late: number;
  action: 'wait' | 'remind' | 'formal_notice' | 'recovery';
  link: string;
}

export interface AnnualReport {
  year: number;
  as_of: string;
  is_closed: boolean;
  summary: Record<'receipts' | 'payments' | 'expenses' | 'income' | 'result' | 'opening_cash' | 'closing_cash' | 'unpaid', Figure>;
  receipts_by_bank: BankFigures[];
  months: MonthFigures[];
  expenses_by_category: NamedAmount[];
  expenses_by_supplier: (NamedAmount & { invoices: number })[];
  unpaid: UnpaidOwner[];
  proof: { root: string; entry_count: number; date: string };
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
