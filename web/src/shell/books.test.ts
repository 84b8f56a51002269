import { expect, it } from 'vitest';
import type { Me } from '@/api/session';
import { booksToOpen } from './books';

const me = {
  id: 'u', email: 'a', active_role: 'office', organization: { id: 'o2', name: 'Anfa', country: 'MA', currency: 'MAD' },
  roles: [
    { role_id: 'r1', role_type: 'Accountant', organization_id: 'o1', organization_name: 'Les Orangers' },
    { role_id: 'office', role_type: 'Admin', organization_id: null, organization_name: 'Cabinet' },
  ],
} as Me;

it('lists own roles, then the organizations of the office', () => {
  const books = booksToOpen(me, [{ id: 'o2', name: 'Anfa' }], '');
  expect(books.map((book) => [book.name, book.organizationId, book.isOpen])).toEqual([
    ['Les Orangers', null, false],
    ['Cabinet', null, false],
    ['Anfa', 'o2', true],
  ]);
  expect(booksToOpen(me, [], 'oran').map((book) => book.name)).toEqual(['Les Orangers']);
});
