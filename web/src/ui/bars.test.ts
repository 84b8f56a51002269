import { expect, it } from 'vitest';
import { barWidths } from './bars';

it('measures bars by the largest, and gives none to what is owed back', () => {
  expect(barWidths([45084, 22542, -3, 0])).toEqual([100, 50, 0, 0]);
  expect(barWidths([])).toEqual([]);
  expect(barWidths([0, -4])).toEqual([0, 0]);
});
