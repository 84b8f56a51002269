import { expect, it } from 'vitest';
import { cardParts, cellExport, cellText, compareCells, footCells, isReference, shownColumns, type Column } from './columns';

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
  expect(isReference('LOT012 2026-11-21')).toBe(true);
  expect(isReference('Résidence Les Orangers')).toBe(false);
});

it('shows the columns that the reader chose, and never none', () => {
  const columns = [column('date'), column('name'), column('due', { optional: true }), column('note', { rare: true }), { ...column('act'), label: '' }];
  const ids = (chosen: Record<string, boolean>, empty = true) => shownColumns(columns, chosen, () => empty).map((one) => one.id);
  expect(ids({})).toEqual(['date', 'name', 'act']);
  expect(ids({}, false)).toEqual(['date', 'name', 'note', 'act']);
  expect(ids({ due: true, name: false })).toEqual(['date', 'due', 'act']);
  expect(ids({ date: false, name: false })).toEqual(['date', 'name', 'due', 'note', 'act']);
});

it('lays the sums of a foot under their columns, whichever are shown', () => {
  const foot = { label: 'Total', sums: { debit: 12, credit: 7 } };
  const at = (...ids: string[]) => footCells(foot, ids.map((id) => column(id)));
  expect(at('code', 'name', 'debit', 'credit', 'state')).toEqual({
    span: 2,
    cells: [{ id: 'debit', label: 'debit', amount: 12 }, { id: 'credit', label: 'credit', amount: 7 }, { id: 'state', label: 'state', amount: null }],
  });
  expect(at('debit', 'credit').span).toBe(1);
  expect(at('code', 'name')).toEqual({ span: 2, cells: [] });
});
