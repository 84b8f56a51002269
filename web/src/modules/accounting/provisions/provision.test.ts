import { expect, it } from 'vitest';
import { provisionBody, provisionTotals, type Provision } from './provision';

const provision = (status: Provision['status'], amount: number): Provision => ({ id: status, year: 2026, description: 'Eau de décembre', account_code: '6125', amount, status, reason: '', entry_id: null });

it('asks for nothing before everything is there', () => {
  expect(provisionBody(2026, { description: ' ', account: '6125', amount: 5 }, 'MAD')).toBeNull();
  expect(provisionBody(2026, { description: 'Eau', account: '6125', amount: 0 }, 'MAD')).toBeNull();
  expect(provisionBody(2026, { description: ' Eau ', account: '6125', amount: 125050 }, 'MAD')).toEqual({ year: 2026, description: 'Eau', account_code: '6125', amount: 1250.5 });
});
it('adds up what is posted and what waits, without what was dropped', () => {
  const items = [provision('proposed', 0.1), provision('proposed', 0.2), provision('posted', 7), provision('dropped', 100)];
  expect(provisionTotals(items, 'MAD')).toEqual({ waiting: 2, proposed: 0.3, posted: 7 });
});
