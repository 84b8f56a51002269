import { expect, it } from 'vitest';
import { kindsOf } from './anomalies';

it('gathers anomalies by kind, the gravest first, then the most frequent', () => {
  const list = [
    { type: 'MissingDocument', severity: 'LOW' },
    { type: 'MissingDocument', severity: 'LOW' },
    { type: 'Duplicate', severity: 'MEDIUM' },
    { type: 'Weekend', severity: 'LOW' },
    { type: 'Duplicate', severity: 'HIGH' },
  ];
  expect(kindsOf(list)).toEqual([
    { type: 'Duplicate', severity: 'HIGH', count: 2 },
    { type: 'MissingDocument', severity: 'LOW', count: 2 },
    { type: 'Weekend', severity: 'LOW', count: 1 },
  ]);
  expect(kindsOf([])).toEqual([]);
});
