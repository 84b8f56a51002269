// Provisions of a year: foreseen charges, decided one by one, then the whole marked as reviewed.
import type { Schemas } from '@/api/types';
import { fromMinor, sumMinor, toMinor } from '@/ui/money';

export type Provision = Schemas['accounting.ProvisionView'];
export type Provisions = Schemas['accounting.ProvisionList'];

export interface ProvisionForm {
  description: string;
  account: string;
  amount: number | null;
}

/** What is sent; nothing while something is missing. */
export function provisionBody(year: number, form: ProvisionForm, currency: string): object | null {
  const description = form.description.trim();
  if (!description || !form.account || !form.amount) return null;
  return { year, description, account_code: form.account, amount: fromMinor(form.amount, currency) };
}

/** What is posted, what waits for a decision; dropped ones count for nothing. */
export function provisionTotals(items: readonly Provision[], currency: string): { waiting: number; proposed: number; posted: number } {
  const sum = (status: string) => fromMinor(sumMinor(items.filter((item) => item.status === status).map((item) => toMinor(item.amount, currency))), currency);
  return { waiting: items.filter((item) => item.status === 'proposed').length, proposed: sum('proposed'), posted: sum('posted') };
}
