// Which open lines may be settled against each other, and what would remain.
import type { OpenItem } from '@/api/types';
import { toMinor } from '@/ui/money';

export const itemKey = (item: Pick<OpenItem, 'entry_id' | 'line_number'>) => `${item.entry_id} ${item.line_number}`;

export interface Chosen {
  debit: number;
  credit: number;
  gap: number;
  /** Both sides are there, and one account and one auxiliary. */
  fits: boolean;
}

export function chosenTotals(items: readonly OpenItem[], currency: string): Chosen {
  const amounts = items.map((item) => toMinor(item.open_amount, currency));
  const debit = amounts.filter((amount) => amount > 0).reduce((total, amount) => total + amount, 0);
  const credit = -amounts.filter((amount) => amount < 0).reduce((total, amount) => total + amount, 0);
  const one = new Set(items.map((item) => `${item.account_code} ${item.auxiliary_code ?? ''}`)).size === 1;
  return { debit, credit, gap: debit - credit, fits: one && debit > 0 && credit > 0 };
}
