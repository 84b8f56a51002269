import { expect, it } from 'vitest';
import { partBefore, partParams, periodWords, quarterOf } from './part';

it('reads quarters and months, and takes anything else for the whole year', () => {
  expect(partParams('T2')).toEqual({ quarter: 2 });
  expect(partParams('03')).toEqual({ month: 3 });
  for (const other of ['', 'T5', '13', '00', '3', 'x']) expect(partParams(other)).toEqual({});
});

it('knows the quarter of a day', () => {
  expect(['2025-01-01', '2025-03-31', '2025-04-01', '2025-12-31'].map(quarterOf)).toEqual(['T1', 'T1', 'T2', 'T4']);
});

it('steps back over the new year', () => {
  expect(partBefore(2025, 'T1')).toEqual({ year: 2024, part: 'T4' });
  expect(partBefore(2025, 'T3')).toEqual({ year: 2025, part: 'T2' });
  expect(partBefore(2025, '01')).toEqual({ year: 2024, part: '12' });
  expect(partBefore(2025, '10')).toEqual({ year: 2025, part: '09' });
  expect(partBefore(2025, '')).toEqual({ year: 2024, part: '' });
});

it('says a period of the server in words', () => {
  expect(['2026-Q4', '2026-03', '2026'].map(periodWords)).toEqual(['T4 2026', 'mars 2026', '2026']);
});
