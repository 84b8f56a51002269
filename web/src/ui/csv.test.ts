import { expect, it } from 'vitest';
import { csvCell, toCsv } from './csv';

it('quotes what needs it and disarms formulas', () => {
  expect(csvCell('a;b')).toBe('"a;b"');
  expect(csvCell('dit "oui"')).toBe('"dit ""oui"""');
  expect(csvCell('=1+1')).toBe("'=1+1");
  expect(csvCell('-cmd')).toBe("'-cmd");
  expect(csvCell('-12,50')).toBe('-12,50');
  expect(toCsv([['a', 1], ['b', 2]])).toBe('\ufeffa;1\r\nb;2\r\n');
});
