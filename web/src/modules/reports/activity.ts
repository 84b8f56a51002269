// The activity report on the wire, and what the page draws of it.
import { monthLabel, type NamedAmount } from './annual';

export interface ActivityReport {
  period: string;
  cash_evolution: { month: string; inflows: number; outflows: number; balance: number }[];
  unpaid: { total: number; overdue: number; owners: number; called: number; collected: number; recovery_rate: number; link: string };
  expenses_by_category: NamedAmount[];
  comparison: { label: string; current: number; previous: number | null; change: number | null }[];
}

export interface ActivityView {
  figures: { name: string; amount: number; previous: number | null }[];
  months: string[];
  balances: number[];
  inflows: number[];
  outflows: number[];
}

export function activityView(report: ActivityReport): ActivityView {
  return {
    figures: report.comparison.map((one) => ({ name: one.label, amount: one.current, previous: one.previous })),
    months: report.cash_evolution.map((one) => monthLabel(one.month)),
    balances: report.cash_evolution.map((one) => one.balance),
    inflows: report.cash_evolution.map((one) => one.inflows),
    outflows: report.cash_evolution.map((one) => one.outflows),
  };
}
