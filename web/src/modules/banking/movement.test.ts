import { expect, it } from 'vitest';
import { itemName, reasonsOf, surenessOf } from './movement';

it('reads a suggestion whichever way it travels', () => {
  expect(reasonsOf({ reason: 'Montant exact.' })).toEqual(['Montant exact.']);
  expect(reasonsOf({ reasons: ['a', 'b'] })).toEqual(['a', 'b']);
  expect(surenessOf({ confidence: 987 })).toBe(99);
  expect(surenessOf({ score: 0.5 })).toBe(50);
  expect(surenessOf({})).toBeNull();
});

it('names an open item by who, what and when', () => {
  expect(itemName({ auxiliary_name: 'Lot 12', description: 'Appel T1', date: '2025-01-01', amount: 1 })).toBe('Lot 12 · Appel T1 · 01/01/2025');
});
