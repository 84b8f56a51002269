import { expect, it } from 'vitest';
import { depths, findAccounts, fittingTypes, type Account } from './accounts';

const account = (code: string, name: string, parent: string | null = null): Account => ({ id: code, code, name, account_type: 'Expense', parent_code: parent, is_active: true });
const accounts = [account('61', 'Services'), account('610100', 'Électricité communs', '61'), account('612500', 'Frais de syndic', '61'), account('550000', 'Banque 61')];

it('finds by digits first, then by words without accents', () => {
  expect(findAccounts(accounts, '61').map((one) => one.code)).toEqual(['61', '610100', '612500', '550000']);
  expect(findAccounts(accounts, 'electricite').map((one) => one.code)).toEqual(['610100']);
  expect(findAccounts(accounts, 'xyz')).toEqual([]);
});

it('knows how deep an account hangs', () => {
  expect(depths(accounts).get('610100')).toBe(1);
  expect(depths(accounts).get('61')).toBe(0);
});

it('knows which types a class may have', () => {
  expect(fittingTypes('612500')).toEqual(['Expense', 'Income']);
  expect(fittingTypes('550000')).not.toContain('Income');
});
