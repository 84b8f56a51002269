import { expect, it } from 'vitest';
import { isMissingCode, reloadsFor } from './missingCode';

it('knows a piece of the program that does not come from other errors', () => {
  expect(isMissingCode(new TypeError('Failed to fetch dynamically imported module: /assets/x.js'))).toBe(true);
  expect(isMissingCode(new TypeError('error loading dynamically imported module: /assets/x.js'))).toBe(true);
  expect(isMissingCode(new TypeError('x is undefined'))).toBe(false);
  expect(isMissingCode('text')).toBe(false);
});

it('reloads once for a page, not for ever', () => {
  const kept = new Map<string, string>();
  const store = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) };
  expect(reloadsFor('/banque', 1_000, store)).toBe(true);
  expect(reloadsFor('/banque', 4_000, store)).toBe(false);
  expect(reloadsFor('/papiers', 4_500, store)).toBe(true);
  expect(reloadsFor('/papiers', 20_000, store)).toBe(true);
});
