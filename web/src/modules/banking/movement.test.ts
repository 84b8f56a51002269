import { expect, it } from 'vitest';
import { handRequest, itemName, remaining, requestOf, type Movement, type Suggestion } from './movement';

const movement = { id: 'm', amount: -120.5, status: 'open' } as Movement;
const item = { entry_id: 'e', line_number: 2, account_code: '4411', auxiliary_code: 'F1', auxiliary_name: 'Redal', description: 'Facture 12', due_date: '2025-01-31', amount: 120, open_amount: 120 };
const suggestion: Suggestion = { score: 90, is_certain: true, reasons: ['Montant exact.'], items: [item], book_lines: [], fee: 0.5, is_bank_charge: false };

it('asks for exactly what was suggested', () => {
  expect(requestOf(suggestion, movement)).toEqual({ items: [{ entry_id: 'e', line_number: 2, amount: 120 }], fee: 0.5, reason: 'Montant exact.' });
  expect(requestOf({ ...suggestion, items: [], fee: null, is_bank_charge: true }, movement)).toEqual({ fee: 120.5, reason: 'Montant exact.' });
  const line = { entry_id: 'b', line_number: 1, date: '2025-01-02', amount: -120.5, description: 'Chèque' };
  expect(requestOf({ ...suggestion, book_lines: [line] }, movement)).toEqual({ book_lines: [{ entry_id: 'b', line_number: 1 }], reason: 'Montant exact.' });
});

it('names an open item by who, what and when', () => {
  expect(itemName(item)).toBe('Redal · Facture 12 · 31/01/2025');
});

it('splits a movement by hand to the cent', () => {
  const parts = [
    { account: '6147', amount: 50 },
    { account: '4411', amount: 12000 },
  ];
  expect(remaining(-12050, parts)).toBe(0);
  expect(remaining(-12050, parts.slice(1))).toBe(50);
  expect(handRequest([...parts, { account: '', amount: null }], 'MAD')).toEqual({ lines: [{ account_code: '6147', amount: 0.5 }, { account_code: '4411', amount: 120 }] });
});
