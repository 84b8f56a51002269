import { expect, it } from 'vitest';
import { balancing, emptyLine, entryBody, entryName, settleSides, totals } from './entry';

const lines = [
  { ...emptyLine(), account: '610100', debit: 50000 },
  { ...emptyLine(), account: '451000', debit: 10500 },
  { ...emptyLine(), account: '550000' },
];

it('says what would balance', () => {
  expect(totals(lines)).toEqual({ debit: 60500, credit: 0, gap: 60500 });
  expect(balancing(lines, 2)).toEqual({ debit: null, credit: 60500 });
  expect(balancing([{ ...emptyLine(), credit: 5 }, emptyLine()], 1)).toEqual({ debit: 5, credit: null });
});

it('keeps one side, and turns a negative amount over', () => {
  expect(settleSides({ ...emptyLine(), debit: -300, credit: 10 }, 'debit')).toMatchObject({ debit: null, credit: 300 });
  expect(settleSides({ ...emptyLine(), debit: 300, credit: 10 }, 'debit')).toMatchObject({ debit: 300, credit: null });
});

it('sends exact amounts, without blank lines', () => {
  const body = entryBody({ date: '2025-11-10', journal: 'OD', description: 'Eau', reference: '' }, [...lines, emptyLine()], 'EUR', false);
  expect(JSON.stringify(body)).toBe(
    '{"date":"2025-11-10","description":"Eau","journal_code":"OD","lines":[' +
      '{"account_code":"610100","description":"Eau","debit":500,"credit":0},' +
      '{"account_code":"451000","description":"Eau","debit":105,"credit":0},' +
      '{"account_code":"550000","description":"Eau","debit":0,"credit":0}]}',
  );
});

it('names an entry by journal and number', () => {
  expect(entryName({ journal_code: 'BQ', number: 12 })).toBe('BQ-12');
  expect(entryName({ journal_code: 'BQ', number: null })).toBe('');
});
