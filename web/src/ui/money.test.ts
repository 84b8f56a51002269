import { describe, expect, it } from 'vitest';
import { formatMinor, formatMoney, fromMinor, parseAmount, sumMinor, toMinor } from './money';

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

describe('amounts', () => {
  it('come off the wire exactly, up to the largest one', () => {
    expect(toMinor(0.29, 'EUR')).toBe(29);
    expect(toMinor(1.005, 'TND')).toBe(1005);
    expect(toMinor(1200, 'XOF')).toBe(1200);
    expect(toMinor(90071992547409.91, 'EUR')).toBe(9007199254740991);
    expect(toMinor(null, 'EUR')).toBe(0);
  });
  it('go back as the same decimal', () => {
    for (const minor of [1, 29, 105, 333_34, 9_007_199_254_740_991]) {
      expect(toMinor(JSON.parse(JSON.stringify(fromMinor(minor, 'EUR'))), 'EUR')).toBe(minor);
    }
  });
  it('sum without drift', () => {
    expect(sumMinor([0.1, 0.2, 0.7].map((amount) => toMinor(amount, 'EUR')))).toBe(100);
  });
  it('are written in French', () => {
    expect(plain(formatMoney(120000, 'MAD'))).toBe('1 200,00 DH');
    expect(plain(formatMinor(-5, 'EUR'))).toBe('−0,05');
    expect(plain(formatMinor(1234567, 'XOF'))).toBe('1 234 567');
    expect(plain(formatMinor(1234567, 'TND'))).toBe('1 234,567');
  });
  it.each([
    ['1 200,50', 120050],
    ['1.200,50', 120050],
    ['1,200.50', 120050],
    ['1200.5', 120050],
    ['1.200', 120000],
    ['1.200.300', 120030000],
    ['12,5 DH', 1250],
    ['−3', -300],
    [',5', 50],
    ['1,500', 150],
  ])('are read from « %s »', (text, minor) => expect(parseAmount(text, 'MAD')).toBe(minor));
  it.each(['', 'abc', '1,255', '--2', '1.2.3,4,5x', ','])('refuse « %s »', (text) =>
    expect(parseAmount(text, 'MAD')).toBeNull(),
  );
});
