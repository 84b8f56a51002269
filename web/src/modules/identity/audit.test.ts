import { expect, it } from 'vitest';
import { detailLines } from './audit';

it('tells details in lines', () => {
  expect(detailLines({ description: 'Eau', amount: 605, before: { name: 'a' }, tags: ['x'] })).toEqual([
    'description : Eau',
    'amount : 605',
    'before.name : a',
    'tags 1 : x',
  ]);
  expect(detailLines(null)).toEqual([]);
});
