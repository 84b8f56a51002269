import { expect, it } from 'vitest';
import { largest, monthLabel } from './annual';

it('keeps the largest and adds up the rest to the cent', () => {
  const list = [1, 5, 3, 0.1, 0.2].map((amount) => ({ name: String(amount), amount }));
  expect(largest(list, 3, 'Autres', 'EUR').map((one) => one.amount)).toEqual([5, 3, 1.3]);
  expect(largest(list, 9, 'Autres', 'EUR')).toHaveLength(5);
});

it('names months', () => {
  expect(monthLabel('2025-03-01')).toBe('mars');
  expect(monthLabel('2025-12')).toBe('déc.');
  expect(monthLabel(8)).toBe('août');
  expect(monthLabel('2025-03', 'en')).toBe('Mar');
  expect(monthLabel('2025-03', 'ar')).toBe('مارس');
  expect(monthLabel('T4')).toBe('T4');
});
