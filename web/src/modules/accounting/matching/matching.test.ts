import { expect, it } from 'vitest';
import type { OpenItem } from '@/api/types';
import { chosenTotals } from './matching';

const item = (open_amount: number, auxiliary_code = 'C1') => ({ open_amount, auxiliary_code, account_code: '3422' }) as OpenItem;

it('needs both sides of one auxiliary', () => {
  expect(chosenTotals([item(100.1), item(-100.1)], 'MAD')).toEqual({ debit: 10010, credit: 10010, gap: 0, fits: true });
  expect(chosenTotals([item(100), item(-40)], 'MAD')).toMatchObject({ gap: 6000, fits: true });
  expect(chosenTotals([item(100), item(40)], 'MAD').fits).toBe(false);
  expect(chosenTotals([item(100), item(-100, 'C2')], 'MAD').fits).toBe(false);
  expect(chosenTotals([], 'MAD').fits).toBe(false);
});
