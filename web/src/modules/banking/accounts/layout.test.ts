import { expect, it } from 'vitest';
import { columnLetter, faultOf, formOf, layoutOf } from './layout';

const kept = { header: ['DATE', '', 'LIBELLE', 'DEBIT', 'CREDIT'], date: 0, value_date: null, debit: 3, credit: 4, label: 2, details: [5, 6], date_order: 'dmy', decimal_mark: null };

it('goes to rows and back without losing a column', () => {
  const form = formOf(kept);
  expect(form.columns.map((column) => column.role)).toEqual(['date', '', 'label', 'debit', 'credit', 'details', 'details']);
  expect(layoutOf(form)).toEqual({ header: kept.header, date: 0, debit: 3, credit: 4, label: 2, details: [5, 6], date_order: 'dmy' });
  expect(faultOf(form)).toBeNull();
});

it('writes titles as the reader compares them', () => {
  const form = formOf(null);
  form.columns[1]!.title = ' Libellé de l’opération ';
  expect(layoutOf(form).header).toEqual(['', 'LIBELLE DE L’OPERATION']);
  expect(layoutOf({ ...form, columns: form.columns.map((column) => ({ ...column, title: '' })) }).header).toEqual([]);
});

it('says what is missing or given twice', () => {
  const form = formOf(null);
  const with_ = (...roles: ('date' | 'debit' | 'credit' | 'amount' | 'details' | '')[]) => ({ ...form, columns: roles.map((role) => ({ title: '', role })) });
  expect(faultOf(with_('amount'))).toEqual({ label: 'noDate' });
  expect(faultOf(with_('date', 'debit'))).toEqual({ label: 'noAmount' });
  expect(faultOf(with_('date', 'debit', 'credit', 'details', 'details', ''))).toBeNull();
  expect(faultOf(with_('date', 'amount', 'amount'))).toEqual({ label: 'twice', role: 'amount' });
});

it('letters columns as a spreadsheet does', () => {
  expect([0, 25, 26, 51, 52].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
});
