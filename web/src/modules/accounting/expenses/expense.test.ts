import { expect, it } from 'vitest';
import { creditLines, emptyLine, expenseBody, netOf, parseDecimal, percent, sentLine, totalsOf } from './expense';

it('reads numbers as French people type them, and refuses the rest', () => {
  expect(parseDecimal('1 234,50')).toBe('1234.50');
  expect(parseDecimal('0.000001')).toBe('0.000001');
  for (const wrong of ['', '1,2,3', '-5', '1e3', '0.0000001', 'dix']) expect(parseDecimal(wrong)).toBeNull();
});

it('counts a line exactly, half up', () => {
  expect(netOf({ ...emptyLine(), quantity: '3', unitPrice: '0,335' }, 'MAD')).toBe(101);
  expect(netOf({ ...emptyLine(), quantity: '0,1', unitPrice: '0,2' }, 'MAD')).toBe(2);
  expect(netOf({ ...emptyLine(), quantity: '1', unitPrice: '1,0005' }, 'TND')).toBe(1001);
  expect(netOf({ ...emptyLine(), quantity: 'x', unitPrice: '1' }, 'MAD')).toBeNull();
});

it('tells the ways of VAT apart', () => {
  const line = { ...emptyLine(), description: 'Tonte', unitPrice: '10' };
  expect(sentLine({ ...line, vat: '0.2' })).toEqual({ description: 'Tonte', quantity: 1, unit_price: 10, vat_rate: 0.2 });
  expect(sentLine({ ...line, vat: 'reverse 0.21' })).toMatchObject({ vat_rate: 0.21, vat_treatment: 'reverse_charge' });
  expect(sentLine({ ...line, vat: 'exempt' })).toEqual({ description: 'Tonte', quantity: 1, unit_price: 10, vat_treatment: 'exempt' });
  expect(percent(0.055)).toBe('5,5 %');
});

it('sends nothing before it is whole', () => {
  const head = { supplier: null, description: 'Jardin', date: '2025-11-10', due: null, number: ' F-1 ', category: 'maintenance', building: '', document: null };
  const line = { ...emptyLine(), description: 'Tonte', unitPrice: '10' };
  expect(expenseBody(head, [emptyLine()])).toBeNull();
  expect(expenseBody({ ...head, category: '' }, [line])).toBeNull();
  expect(expenseBody(head, [{ ...line, unitPrice: 'dix' }])).toBeNull();
  expect(expenseBody(head, [line, emptyLine()])).toEqual({
    description: 'Jardin', expense_date: '2025-11-10', category: 'maintenance', invoice_number: 'F-1', line_items: [{ description: 'Tonte', quantity: 1, unit_price: 10 }],
  });
});

it('takes back the quantities given', () => {
  const lines = [
    { description: 'A', quantity: 4, unit_price: 25, vat_rate: 0.2, vat_treatment: 'normal', category: 'works' },
    { description: 'B', quantity: 1, unit_price: 5, vat_rate: null, vat_treatment: 'exempt', category: 'works' },
  ];
  expect(creditLines(lines, ['2', ''])).toEqual([{ description: 'A', quantity: 2, unit_price: 25, vat_rate: 0.2, vat_treatment: 'normal', category: 'works' }]);
});

it('takes credit notes off the totals', () => {
  const row = { net_amount: 100.1, vat_amount: 20.02, total_amount: 120.12, remaining_amount: 0, kind: 'invoice' };
  expect(totalsOf([row, { ...row, kind: 'credit_note', total_amount: 0.2 }], 'MAD').total).toBe(119.92);
});
