import { expect, it } from 'vitest';
import { fileNameOf, statementRows } from './statement';

it('lays a nested statement out in rows with last year beside', () => {
  const rows = statementRows({ assets: { bank: 42, total: 42 }, total_assets: 42 }, { assets: { bank: 40, total: 40 } });
  expect(rows).toEqual([
    { key: 'assets', path: 'assets', depth: 0, amount: null, total: false, previous: null },
    { key: 'bank', path: 'assets.bank', depth: 1, amount: 42, total: false, previous: 40 },
    { key: 'total', path: 'assets.total', depth: 1, amount: 42, total: true, previous: 40 },
    { key: 'total_assets', path: 'total_assets', depth: 0, amount: 42, total: true, previous: null },
  ]);
});

it('takes the server name of a file', () => {
  expect(fileNameOf('attachment; filename="bilan.pdf"', 'x')).toBe('bilan.pdf');
  expect(fileNameOf("attachment; filename*=UTF-8''r%C3%A9sultat.pdf", 'x')).toBe('résultat.pdf');
  expect(fileNameOf(undefined, 'x.pdf')).toBe('x.pdf');
});
