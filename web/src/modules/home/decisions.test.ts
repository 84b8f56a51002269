import { expect, it } from 'vitest';
import { decisions } from './decisions';

const nothing = { review: 0, failed: 0, movements: 0, deadJobs: 0 };

it('says nothing when nothing waits', () => {
  expect(decisions(nothing, [], { count: 0, amount: 0, link: null })).toEqual([]);
});

it('puts the gravest first and what can wait last', () => {
  const list = decisions(
    { review: 2, failed: 1, movements: 0, deadJobs: 1 },
    [
      { type: 'OverduePayables', message: '3 factures échues', severity: 'WARNING', link: '/api/v1/accounting/aged-balance?kind=suppliers' },
      { type: 'NegativeBalance', message: '5141 à découvert', severity: 'CRITICAL', link: '/api/v1/accounting/ledger?account_code=5141' },
    ],
    { count: 4, amount: 1200.5, link: '/api/v1/accounting/aged-balance?kind=owners' },
  );
  expect(list.map((one) => one.name)).toEqual(['NegativeBalance 1', 'review', 'overdue', 'failed', 'OverduePayables 0', 'jobs']);
  expect(list[0]).toMatchObject({ grave: true, message: '5141 à découvert' });
  expect(list[2]).toMatchObject({ count: 4, amount: 1200.5 });
});
