import { expect, it } from 'vitest';
import { matchesFilter, readTableState, writeTableState } from './tableState';

it('survives the address bar', () => {
  const state = { sort: 'date', descending: true, filter: 'eau' };
  const query = writeTableState({ page: '2' }, state);
  expect(query).toEqual({ page: '2', tri: '-date', filtre: 'eau' });
  expect(readTableState(query)).toEqual(state);
  expect(writeTableState(query, { sort: null, descending: false, filter: '' })).toEqual({ page: '2' });
  expect(readTableState(query, 'b-')).toEqual({ sort: null, descending: false, filter: '' });
});

it('finds words without accents, in any order', () => {
  expect(matchesFilter(['Électricité communs', '605,00'], 'COMMUNS electricite')).toBe(true);
  expect(matchesFilter(['Électricité communs'], 'eau')).toBe(false);
});
