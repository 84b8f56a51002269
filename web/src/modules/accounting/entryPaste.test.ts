import { expect, it } from 'vitest';
import { cellsOf, isTable, pastedLines, sheetAmount } from './entryPaste';

const nb = '\u00a0';

it('reads rows of a spreadsheet in French notation, without titles and totals', () => {
  const text = `Compte\tLibellé\tDébit\tCrédit\r\n61251 Eau\tFacture 12\t1${nb}200,50 DH\t\r\n3455\tTVA\t240,10\t-\r\n4411/ATLAS\tFacture 12\t\t1${nb}440,60\r\n\tTotal\t1${nb}440,60\t1${nb}440,60\r\n`;
  expect(pastedLines(text, 'MAD')).toEqual({
    faults: [],
    lines: [
      { account: '61251', auxiliary: '', description: 'Facture 12', debit: 120050, credit: null },
      { account: '3455', auxiliary: '', description: 'TVA', debit: 24010, credit: null },
      { account: '4411', auxiliary: 'ATLAS', description: 'Facture 12', debit: null, credit: 144060 },
    ],
  });
});

it('takes the auxiliary from the second of five columns, and one signed amount from three', () => {
  expect(pastedLines('3421\tA-01\tAppel\t500\t0', 'MAD').lines).toEqual([{ account: '3421', auxiliary: 'A-01', description: 'Appel', debit: 50000, credit: null }]);
  expect(pastedLines('610\tEau\t(50,00)', 'EUR').lines).toMatchObject([{ debit: null, credit: 5000 }]);
  expect(pastedLines('610;Eau;-50,00', 'EUR').lines).toMatchObject([{ debit: null, credit: 5000 }]);
});

it('leaves a code that is no plain number as it is written', () => {
  expect(pastedLines('613.100\tEau\t5\t', 'EUR').lines).toMatchObject([{ account: '613.100', auxiliary: '' }]);
});

it('pastes nothing when a row cannot be read, and says which', () => {
  expect(pastedLines('610\tEau\t12,00\t\n611\tGaz\tdouze\t\n', 'EUR')).toEqual({ lines: [], faults: [{ row: 2, cell: 'douze', kind: 'amount' }] });
  expect(pastedLines('610\tEau\t12,005\t', 'EUR').faults).toEqual([{ row: 1, cell: '12,005', kind: 'amount' }]);
  expect(pastedLines('610\tEau', 'EUR').faults).toEqual([{ row: 1, cell: '610 Eau', kind: 'columns' }]);
});

it('keeps two amounts of one line for the person to see', () => {
  expect(pastedLines('610\tEau\t12\t13', 'EUR').lines).toMatchObject([{ debit: 1200, credit: 1300 }]);
});

it('reads quoted cells, and tells a table from a word', () => {
  expect(cellsOf('a\t"deux\nlignes ""dites"""\tc\n\n')).toEqual([['a', 'deux lignes "dites"', 'c']]);
  expect(isTable('Facture 12')).toBe(false);
  expect(isTable('Facture ; janvier')).toBe(false);
  expect(isTable('610\tEau\t5')).toBe(true);
});

it('reads an amount of a cell', () => {
  expect(['', '-', '–', '0', '(1 200,00)', 'abc'].map((cell) => sheetAmount(cell, 'EUR'))).toEqual([null, null, null, 0, -120000, undefined]);
});
