import { expect, it } from 'vitest';
import { accountCell, chartLines, codesBehind, fileNameOf, sheetSides, tieStatus, type StatementAccount, type StatementLine } from './statement';

const line = (code: string, style: StatementLine['style'], amounts: (number | null)[]): StatementLine => ({ code, label: code, style, amounts, accounts: [], sum: [] });

it('charts plain lines that hold something', () => {
  const lines = [line('expenses', 'heading', []), line('water', 'line', [12, null]), line('gas', 'line', [0, 0]), line('total', 'total', [12, 0])];
  expect(chartLines(lines, () => true).map((one) => one.code)).toEqual(['water']);
  expect(chartLines(lines, (one) => one.code !== 'water')).toEqual([]);
});

it('takes the server name of a file', () => {
  expect(fileNameOf('attachment; filename="bilan.pdf"', 'x')).toBe('bilan.pdf');
  expect(fileNameOf("attachment; filename*=UTF-8''r%C3%A9sultat.pdf", 'x')).toBe('résultat.pdf');
  expect(fileNameOf(undefined, 'x.pdf')).toBe('x.pdf');
});

const account = (code: string, amounts: number[]): StatementAccount => ({ account_code: code, account_name: code, amount: amounts[0] ?? 7, link: `/${code}`, amounts, links: amounts.map((_, column) => `/${code}/${column}`) });

it('follows each column to its own lines, and a total to the lines it adds', () => {
  expect(accountCell(account('61', [5, 4]), 1)).toEqual({ amount: 4, link: '/61/1' });
  expect(accountCell(account('61', []), 0)).toEqual({ amount: 7, link: '/61' });
  expect(accountCell(account('61', []), 1)).toEqual({ amount: null, link: null });
  const water = { ...line('water', 'line', [5]), accounts: [account('61', [5])] };
  const gas = { ...line('gas:A', 'each', [1]), accounts: [account('62', [1])] };
  const expenses = { ...line('expenses', 'subtotal', [6]), sum: ['water', '-gas'] };
  const result = { ...line('result', 'total', [6]), sum: ['expenses'] };
  expect(codesBehind([water, gas, expenses, result], result)).toEqual(['water', 'gas:A']);
  expect(codesBehind([water], line('none', 'line', [0]))).toEqual([]);
});

it('tells a tie that blocks from one to report', () => {
  const tie = (ok: boolean, severity: string) => tieStatus({ code: 'a', label: 'A', severity, left: 1, right: 2, difference: ok ? 0 : 1, ok, source: '' });
  expect([tie(true, 'blocking'), tie(false, 'blocking'), tie(false, 'warning')]).toEqual(['OK', 'ERROR', 'WARNING']);
});

it('parts a balance sheet at the total of its assets, and draws what holds something this year', () => {
  const sheet = [line('fixed', 'heading', []), line('bank', 'line', [12, 3]), line('stocks', 'line', [0, 4]), line('total_assets', 'total', [12, 7]), line('suppliers', 'line', [12, 0]), line('total_liabilities', 'total', [12, 7])];
  const { assets, liabilities } = sheetSides(sheet);
  expect(assets.map((one) => one.code)).toEqual(['bank']);
  expect(liabilities.map((one) => one.code)).toEqual(['suppliers']);
  expect(sheetSides([line('bank', 'line', [12])])).toEqual({ assets: [], liabilities: [] });
});
