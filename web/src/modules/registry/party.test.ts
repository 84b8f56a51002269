import { expect, it } from 'vitest';
import { emptyParty, partyBody, sentPlace } from './party';

it('leaves out empty identifiers and finds the remark of each again', () => {
  const form = { ...emptyParty('supplier'), name: ' Atlas ', identifiers: [{ kind: 'vat', value: '' }, { kind: 'ice', value: ' 001 ' }] };
  expect(partyBody(form, true)).toEqual({ kind: 'supplier', name: 'Atlas', email: '', phone: '', address: '', identifiers: [{ kind: 'ice', value: '001' }] });
  expect(sentPlace(form, 1)).toBe(0);
  expect(partyBody(form, false)).toMatchObject({ is_active: true });
  expect(partyBody(form, false)).not.toHaveProperty('kind');
});
