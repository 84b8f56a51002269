import { expect, it } from 'vitest';
import { cardParts, cellExport, cellText, compareCells, isReference, type Column } from './columns';

it('shows and exports a cell by its kind', () => {
  expect(cellText('amount', -1200.5, 'MAD')).toBe('−1\u202f200,50');
  expect(cellExport('amount', -1200.5, 'MAD')).toBe('-1200,50');
  expect(cellText('date', '2025-01-02', 'MAD')).toBe('02/01/2025');
  expect(cellText('text', null, 'MAD')).toBe('');
});

it('sorts numbers, French text and holes', () => {
  expect([10, 9, 100].sort(compareCells)).toEqual([9, 10, 100]);
  expect(['Zoé', 'Émile', 'Eau'].sort(compareCells)).toEqual(['Eau', 'Émile', 'Zoé']);
  expect(['BQ-10', null, 'BQ-9'].sort(compareCells)).toEqual(['BQ-9', 'BQ-10', null]);
});

const column = (id: string, more: Partial<Column<object>> = {}): Column<object> => ({ id, label: id, value: () => null, ...more });

it('makes a card of a row: its name, the figure beside it, the rest below', () => {
  const expense = [column('reference'), column('date', { kind: 'date' }), column('what', { title: true }), column('due', { kind: 'date' }), column('total', { kind: 'amount' }), column('open', { kind: 'amount', hideZero: true }), column('state', { kind: 'status' })];
  expect(cardParts(expense)).toEqual(['plain', 'plain', 'title', 'labelled', 'lead', 'labelled', 'status']);
  const balance = [column('code'), column('debit', { kind: 'amount', hideZero: true }), column('credit', { kind: 'amount', hideZero: true })];
  expect(cardParts(balance)).toEqual(['title', 'labelled', 'lead']);
  expect(cardParts([column('name'), column('lots', { kind: 'number' })])).toEqual(['title', 'labelled']);
});

it('keeps a reference in one piece and lets a sentence break', () => {
  expect(isReference('DEP-2026-0064')).toBe(true);
  expect(isReference('Résidence Les Orangers')).toBe(false);
});
