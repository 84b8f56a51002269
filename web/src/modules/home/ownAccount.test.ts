import { expect, it } from 'vitest';
import { ownFigures, pastYears, spanOf, type OwnAccounts } from './ownAccount';

const say = (key: string) => key;
const own = (more: Partial<OwnAccounts>): OwnAccounts => ({ balance: 0, overdue: 0, next_due_date: null, accounts: [], ...more }) as OwnAccounts;

it('says what is owed, what of it is late and when the next payment is due', () => {
  expect(ownFigures(own({ balance: 2847.06, overdue: 300, next_due_date: '2026-12-31' }), say)).toEqual([
    { label: 'own.owed', amount: 2847.06 },
    { label: 'own.overdue', amount: 300 },
    { label: 'own.nextDue', text: '31/12/2026' },
  ]);
});

it('calls money paid in advance by its name, without a minus', () => {
  expect(ownFigures(own({ balance: -120.5 }), say)[0]).toEqual({ label: 'own.ahead', amount: 120.5, note: 'own.upToDate', tone: 'good' });
});

it('tells one who owes nothing that he is up to date and has nothing to pay', () => {
  const [balance, , next] = ownFigures(own({}), say);
  expect(balance).toMatchObject({ label: 'own.owed', amount: 0, note: 'own.upToDate' });
  expect(next).toEqual({ label: 'own.nextDue', text: 'own.nothingDue' });
});

it('keeps the places of figures that have not come yet', () => {
  expect(ownFigures(null, say).map((one) => one.label)).toEqual(['own.owed', 'own.overdue', 'own.nextDue']);
});

it('asks for a whole past year, and for the running one when none is named', () => {
  expect(pastYears(2026)).toEqual([2025, 2024, 2023]);
  expect(spanOf('2025')).toEqual({ start_date: '2025-01-01', end_date: '2025-12-31' });
  expect(spanOf('')).toEqual({});
  expect(spanOf('2025-13')).toEqual({});
});
