// A budget as rows to type in: every category once, what was spent beside what was foreseen. Amounts in minor units.
import type { Category, Schemas } from '@/api/types';
import { fromMinor, sumMinor, toMinor } from '@/ui/money';

export type Budget = Schemas['accounting.BudgetView'];
export type Kind = 'income' | 'expense';
export interface BudgetRow {
  kind: Kind;
  category: string;
  name: string;
  budget: number | null;
  actual: number;
  link: string | null;
  /** A category that is no longer used keeps its figures, and takes no budget. */
  usable: boolean;
}

/** Kinds of income as the server knows them. */
export const incomes = ['calls', 'other'];

/** Lines of the year, then categories that have neither budget nor figures yet; in the order of the categories. */
export function budgetRows(budget: Budget, categories: readonly Category[], incomeName: (code: string) => string, currency: string): BudgetRow[] {
  const known = new Map(budget.lines.map((line) => [`${line.kind} ${line.category}`, line]));
  const active = categories.filter((category) => category.is_active);
  const usable = new Set([...incomes.map((code) => `income ${code}`), ...active.map((category) => `expense ${category.code}`)]);
  const rowOf = (kind: Kind, category: string, name: string): BudgetRow => {
    const line = known.get(`${kind} ${category}`);
    known.delete(`${kind} ${category}`);
    const amount = toMinor(line?.amount, currency);
    return { kind, category, name: line?.name ?? name, budget: amount === 0 ? null : amount, actual: toMinor(line?.actual, currency), link: line?.link ?? null, usable: usable.has(`${kind} ${category}`) };
  };
  const rows = [...incomes.map((code) => rowOf('income', code, incomeName(code))), ...active.map((category) => rowOf('expense', category.code, category.name))];
  return [...rows, ...[...known.values()].map((line) => rowOf(line.kind, line.category, line.name))];
}

export type Mark = 'over' | 'unforeseen' | 'below' | null;

/** What deserves a look: a charge above its budget or without one, an income below what was foreseen. */
export function markOf(row: Pick<BudgetRow, 'kind' | 'budget' | 'actual'>): Mark {
  const budget = row.budget ?? 0;
  if (row.kind === 'income') return row.actual < budget ? 'below' : null;
  if (row.actual <= budget) return null;
  return budget === 0 ? 'unforeseen' : 'over';
}

/** "+12,5 %" of the budget; nothing when there is no budget to compare with. */
export function percentOf(variance: number, budget: number): string {
  if (budget === 0) return '';
  const tenths = Math.round((variance * 1000) / budget);
  const text = `${Math.trunc(Math.abs(tenths) / 10)},${Math.abs(tenths) % 10}`;
  return `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${text} %`;
}

export function totalsOf(rows: readonly BudgetRow[]): { budget: number; actual: number; variance: number } {
  const budget = sumMinor(rows.map((row) => row.budget ?? 0));
  const actual = sumMinor(rows.map((row) => row.actual));
  return { budget, actual, variance: actual - budget };
}

const sent = (rows: readonly BudgetRow[]) => rows.filter((row) => row.usable && row.budget !== null);

export function budgetBody(year: number, rows: readonly BudgetRow[], currency: string): object {
  return { year, lines: sent(rows).map((row) => ({ kind: row.kind, category: row.category, amount: fromMinor(row.budget!, currency) })) };
}

/** Place of a row among the lines that are sent, for the remark located on it; −1 when it is not sent. */
export const sentPlace = (rows: readonly BudgetRow[], row: BudgetRow) => sent(rows).indexOf(row);

/** Rows without a budget take that of another year; what is already typed stays. */
export function withBudgetOf(rows: readonly BudgetRow[], other: Budget, currency: string): BudgetRow[] {
  const amounts = new Map(other.lines.map((line) => [`${line.kind} ${line.category}`, toMinor(line.amount, currency)]));
  return rows.map((row) => (row.usable && row.budget === null ? { ...row, budget: amounts.get(`${row.kind} ${row.category}`) || null } : row));
}
