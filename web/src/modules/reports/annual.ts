// The annual report on the wire, and lists ready to draw.
export interface NamedAmount {
  code?: string | null;
  account_code?: string | null;
  auxiliary_code?: string | null;
  name: string;
  amount: number;
  previous_amount?: number | null;
}

export interface AnnualReport {
  year: number;
  organization_name?: string;
  opening_balance?: number;
  closing_balance?: number;
  total_receipts: number;
  total_expenses: number;
  result?: number;
  net_result?: number;
  receipts: NamedAmount[];
  expenses_by_supplier: NamedAmount[];
  expenses_by_category: NamedAmount[];
  unpaid: NamedAmount[];
  total_unpaid: number;
  proof?: { root?: string; entry_count?: number; date?: string } | null;
  entry_count?: number;
  proof_root?: string;
}

/** The largest few and what remains of them, for a chart that can be read. */
export function largest(list: readonly NamedAmount[], count: number, rest: string): NamedAmount[] {
  const sorted = [...list].sort((left, right) => right.amount - left.amount);
  if (sorted.length <= count) return sorted;
  const cents = sorted.slice(count - 1).reduce((total, one) => total + Math.round(one.amount * 100), 0);
  return [...sorted.slice(0, count - 1), { name: rest, amount: cents / 100 }];
}
