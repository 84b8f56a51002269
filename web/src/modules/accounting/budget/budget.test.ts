import { expect, it } from 'vitest';
import { budgetBody, budgetRows, markOf, percentOf, sentPlace, totalsOf, withBudgetOf, type Budget } from './budget';

const zero = { budget: 0, actual: 0 };
const line = (kind: 'income' | 'expense', category: string, amount: number, actual: number) => ({ kind, category, name: category.toUpperCase(), amount, actual, variance: actual - amount, link: `/x/${category}` });
const budget: Budget = { year: 2026, lines: [line('expense', 'cleaning', 1000, 1200.5), line('expense', 'gone', 10, 0)], income: zero, expenses: zero, version: 1 };
const category = (code: string, is_active = true) => ({ code, name: code, account_code: '61', statement_line: 'maintenance', is_active, from_chart: true, version: 0 });
const rows = budgetRows(budget, [category('energy'), category('cleaning'), category('gone', false)], (code) => code, 'MAD');

it('shows every category once, with and without figures', () => {
  expect(rows.map((row) => `${row.kind} ${row.category} ${row.budget} ${row.actual} ${row.usable}`)).toEqual([
    'income calls null 0 true',
    'income other null 0 true',
    'expense energy null 0 true',
    'expense cleaning 100000 120050 true',
    'expense gone 1000 0 false',
  ]);
  expect(rows[3]!.name).toBe('CLEANING');
});
it('sends what has a budget and finds the remark of each again', () => {
  expect(budgetBody(2026, rows, 'MAD')).toEqual({ year: 2026, lines: [{ kind: 'expense', category: 'cleaning', amount: 1000 }] });
  expect(sentPlace(rows, rows[3]!)).toBe(0);
  expect(sentPlace(rows, rows[4]!)).toBe(-1);
});
it('marks charges above their budget and incomes below theirs', () => {
  expect(rows.map(markOf)).toEqual([null, null, null, 'over', null]);
  expect(markOf({ kind: 'expense', budget: null, actual: 1 })).toBe('unforeseen');
  expect(markOf({ kind: 'income', budget: 2, actual: 1 })).toBe('below');
  expect(markOf({ kind: 'income', budget: 1, actual: 2 })).toBeNull();
});
it('says the variance in per cent of the budget', () => {
  expect(percentOf(20050, 100000)).toBe('+20,1 %');
  expect(percentOf(-500, 100000)).toBe('−0,5 %');
  expect(percentOf(0, 5)).toBe('0,0 %');
  expect(percentOf(7, 0)).toBe('');
});
it('adds up, and takes the budget of another year where none is typed', () => {
  expect(totalsOf(rows.slice(2))).toEqual({ budget: 101000, actual: 120050, variance: 19050 });
  const other = { ...budget, lines: [line('expense', 'energy', 300, 0), line('expense', 'cleaning', 5, 0)] };
  expect(withBudgetOf(rows, other, 'MAD').map((row) => row.budget)).toEqual([null, null, 30000, 100000, 1000]);
});
