import { expect, it } from 'vitest';
import { shortAmount, wrapped } from './chart';

it('sets a long name on several lines', () => {
  expect(wrapped('Assurances')).toBe('Assurances');
  expect(wrapped("Services, personnel et travaux de l'immeuble")).toEqual(['Services, personnel et', "travaux de l'immeuble"]);
  expect(wrapped('Anticonstitutionnellementplusieurs')).toBe('Anticonstitutionnellementplusieurs');
});

it('shortens amounts on an axis', () => {
  expect([950, 12_500, 2_500_000, -20_000].map(shortAmount)).toEqual(['950', '12,5 k', '2,5 M', '-20 k']);
});
