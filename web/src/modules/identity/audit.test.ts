import { expect, it } from 'vitest';
import { detailLines } from './audit';

it('tells details in lines', () => {
  expect(detailLines({ description: 'Eau', amount: 605, before: { name: 'a' }, tags: ['x'] })).toEqual([
    'description : Eau',
    'amount : 605,00',
    'before.name : a',
    'tags 1 : x',
  ]);
  expect(detailLines(null)).toEqual([]);
});

it('writes values as a reader does', () => {
  const lines = detailLines({ amount: -1483.2, entries: 1200, due_date: '2026-11-25', is_active: true, code: '2026-111' }, (name) => ({ true: 'oui' })[name] ?? name);
  expect(lines).toEqual(['amount : −1\u202f483,20', 'entries : 1\u202f200', 'due_date : 25/11/2026', 'is_active : oui', 'code : 2026-111']);
});
