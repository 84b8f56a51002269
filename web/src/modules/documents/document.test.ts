import { expect, it } from 'vitest';
import { changedFields, confidenceOf, keptOrder, kindOf, litBoxes, nextToReview, reviewOrder, taughtFields, type DocumentSummary, type Field } from './document';

const fields: Field[] = [
  { name: 'number', value: 'F-1', confidence: 990 },
  { name: 'issue_date', value: '2025-01-02', confidence: 700, page: 1, x: 10, y: 20, width: 30, height: 8 },
  { name: 'due_date', value: null, confidence: 0 },
  { name: 'total_including_tax', value: 1200.5, confidence: 0.4 },
];

it('puts doubtful fields first and empty ones last', () => {
  expect(reviewOrder(fields).map((field) => field.name)).toEqual(['issue_date', 'total_including_tax', 'number', 'due_date']);
  expect(confidenceOf(fields[0]!)).toBeCloseTo(0.99);
});

it('keeps the order of the first look when a field is corrected, new fields last', () => {
  const places = reviewOrder(fields).map((field) => field.name);
  const corrected = [{ name: 'iban', value: 'x', confidence: 1 }, ...fields.map((field) => ({ ...field, confidence: 1 }))];
  expect(keptOrder(corrected, places).map((field) => field.name)).toEqual(['issue_date', 'total_including_tax', 'number', 'due_date', 'iban']);
});

it('lights only what has a place', () => {
  expect(litBoxes(fields)).toEqual([
    { name: 'issue_date', page: 1, x: 10, y: 20, width: 30, height: 8, doubtful: true },
  ]);
});

it('knows what to read a field as', () => {
  expect(fields.map(kindOf)).toEqual(['text', 'date', 'date', 'amount']);
});

it('sends only what was changed', () => {
  expect(changedFields(fields, { number: 'F-1', issue_date: '2025-01-03' })).toEqual([
    { name: 'issue_date', value: '2025-01-03' },
  ]);
});

it('goes on with the next paper, then with the first, then stops', () => {
  const queue = [
    { id: 'a', status: 'review' },
    { id: 'b', status: 'posted' },
    { id: 'c', status: 'review' },
  ] as DocumentSummary[];
  expect(nextToReview(queue, 'a')).toBe('c');
  expect(nextToReview(queue, 'c')).toBe('a');
  expect(nextToReview(queue.slice(0, 1), 'a')).toBeNull();
});

it('names each taught field once, with its words when some were learned', () => {
  const anchor = (field: string, label: string) => ({ supplier_id: 's', field, label, page: 1 });
  expect(taughtFields([anchor('number', ''), anchor('number', 'facture n°'), anchor('due_date', '')])).toEqual([
    { field: 'number', label: 'facture n°' },
    { field: 'due_date', label: '' },
  ]);
});
