import { expect, it } from 'vitest';
import { chartLines, fileNameOf, type StatementLine } from './statement';

const line = (code: string, style: StatementLine['style'], amounts: (number | null)[]): StatementLine => ({ code, label: code, style, amounts, accounts: [] });

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
