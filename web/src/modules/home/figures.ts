// The four figures of the first page, each with what one asks next about it.
import type { Figure } from '@/ui/figures';
import { formatMinor, fromMinor, sumMinor, toMinor } from '@/ui/money';

export interface Dashboard {
  current_balance: number;
  receivables: number;
  payables: number;
  cash_flow: { last_30_days: { inflows: number; outflows: number; net: number } };
  overdue_invoices: { count: number; total_amount: number };
  overdue_payables?: { count: number; total_amount: number };
  links: Record<string, string>;
}

type Say = (key: string, named?: Record<string, unknown>) => string;

/** `opening`: the cash at the year's first day, when the year's report is there. */
export function homeFigures(data: Dashboard | null, opening: number | null, currency: string, say: Say): (Figure & { link?: string })[] {
  // In a sentence from right to left an amount keeps its own direction, its sign before it.
  const isolated = (text: string) => `\u2066${text}\u2069`;
  const bare = (amount: number) => formatMinor(toMinor(amount, currency), currency);
  const money = (amount: number) => isolated(bare(amount));
  const late = (due: { count: number; total_amount: number } | undefined): Partial<Figure> =>
    due && due.total_amount > 0 ? { note: say('home.ofWhichLate', { amount: money(due.total_amount) }), tone: 'bad' } : { note: say('home.nothingLate') };
  const growth = data && opening !== null ? sumMinor([toMinor(data.current_balance, currency), -toMinor(opening, currency)]) : null;
  const flow = data?.cash_flow.last_30_days;
  return [
    { label: say('home.cash'), amount: data?.current_balance ?? null, link: data?.links.current_balance, ...(growth !== null && { note: say('home.sinceJanuary', { amount: isolated(`${growth > 0 ? '+' : ''}${bare(fromMinor(growth, currency))}`) }), tone: growth < 0 ? 'bad' : 'good' }) },
    { label: say('home.receivables'), amount: data?.receivables ?? null, link: data?.links.receivables, ...late(data?.overdue_invoices) },
    { label: say('home.payables'), amount: data?.payables ?? null, link: data?.links.payables, ...late(data?.overdue_payables) },
    { label: say('home.flow'), amount: flow?.net ?? null, link: data?.links['cash_flow.last_30_days'], ...(flow && { note: say('home.inAndOut', { inflows: money(flow.inflows), outflows: money(flow.outflows) }) }) },
  ];
}
