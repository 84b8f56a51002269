// The activity report on the wire, and what the page draws of it.
import { monthLabel, type NamedAmount } from './annual';

export interface ActivityReport {
  summary: Record<string, number>;
  cash_evolution: { month: string | number; balance: number; inflows?: number; outflows?: number }[];
  unpaid?: { total?: number; amount?: number; recovery_rate?: number };
  recovery_rate?: number;
  expenses_by_category?: { category?: string; name?: string; amount: number; previous_amount?: number; account_code?: string }[];
  comparison?: Record<string, unknown>;
}

export interface ActivityView {
  figures: { name: string; amount: number; previous: number | null }[];
  cash: { label: string; balance: number }[];
  categories: NamedAmount[];
  recoveryRate: number | null;
}

export function activityView(report: ActivityReport): ActivityView {
  const shown = ['revenue', 'income', 'expenses', 'result', 'net_result'];
  const unpaid = report.unpaid?.total ?? report.unpaid?.amount;
  return {
    figures: [
      ...shown.filter((name) => typeof report.summary[name] === 'number').map((name) => ({ name, amount: report.summary[name]!, previous: report.summary[`previous_${name}`] ?? null })),
      ...(unpaid === undefined ? [] : [{ name: 'unpaid', amount: unpaid, previous: null }]),
    ],
    cash: report.cash_evolution.map((one) => ({ label: monthLabel(one.month), balance: one.balance })),
    categories: (report.expenses_by_category ?? []).map((one) => ({ ...one, name: one.name ?? one.category ?? '' })),
    recoveryRate: report.recovery_rate ?? report.unpaid?.recovery_rate ?? null,
  };
}
