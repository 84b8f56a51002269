import { expect, it } from 'vitest';
import { homeFigures, type Dashboard } from './figures';

// The marks that keep an amount's direction are not looked at here.
const say = (key: string, named: Record<string, unknown> = {}) => [key, ...Object.values(named)].join(' ').replace(/[\u2066\u2069]/g, '');
const day: Dashboard = {
  current_balance: 59554.89,
  receivables: 100,
  payables: 8910,
  cash_flow: { last_30_days: { inflows: 12.5, outflows: 2.25, net: 10.25 } },
  overdue_invoices: { count: 2, total_amount: 35.2 },
  overdue_payables: { count: 0, total_amount: 0 },
  links: { current_balance: '/api/v1/accounting/trial-balance' },
};

it('says of each figure what one asks next', () => {
  const [cash, receivables, payables, flow] = homeFigures(day, 31233.24, 'MAD', say);
  expect(cash).toMatchObject({ amount: 59554.89, tone: 'good', note: 'home.sinceJanuary +28\u202f321,65', link: '/api/v1/accounting/trial-balance' });
  expect(receivables).toMatchObject({ tone: 'bad', note: 'home.ofWhichLate 35,20' });
  expect(payables!.note).toBe('home.nothingLate');
  expect(payables!.tone).toBeUndefined();
  expect(flow!.note).toBe('home.inAndOut 12,50 2,25');
});

it('tells a loss of cash from a gain, and says nothing that it does not know', () => {
  expect(homeFigures(day, 60000, 'MAD', say)[0]).toMatchObject({ tone: 'bad', note: 'home.sinceJanuary −445,11' });
  expect(homeFigures(day, null, 'MAD', say)[0]!.note).toBeUndefined();
  expect(homeFigures(null, 5, 'MAD', say).map((one) => one.amount)).toEqual([null, null, null, null]);
});
