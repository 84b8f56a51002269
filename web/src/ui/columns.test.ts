import { expect, it } from 'vitest';
import { cellExport, cellText, compareCells } from './columns';

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
