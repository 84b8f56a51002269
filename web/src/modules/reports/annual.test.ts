import { expect, it } from 'vitest';
import { largest } from './annual';

it('keeps the largest and adds up the rest', () => {
  const list = [1, 5, 3, 0.1, 0.2].map((amount) => ({ name: String(amount), amount }));
  expect(largest(list, 3, 'Autres').map((one) => one.amount)).toEqual([5, 3, 1.3]);
  expect(largest(list, 9, 'Autres')).toHaveLength(5);
});
