import { expect, it } from 'vitest';
import { formItems } from './schema';

it('draws a control for each plain field', () => {
  const api = { components: { schemas: { AccountType: { type: 'string', enum: ['Asset', 'Expense'] } } } };
  const items = formItems(
    {
      required: ['code', 'account_type'],
      properties: {
        code: { type: 'string', maxLength: 12 },
        account_type: { $ref: '#/components/schemas/AccountType' },
        opened_on: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
        is_active: { type: 'boolean' },
        note: { type: ['string', 'null'], maxLength: 2000 },
        lines: { type: 'array' },
        organization_id: { type: 'string', format: 'uuid' },
      },
    },
    api,
    ['organization_id'],
  );
  expect(items.map((item) => [item.name, item.control, item.required])).toEqual([
    ['code', 'text', true],
    ['account_type', 'choice', true],
    ['opened_on', 'date', false],
    ['is_active', 'check', false],
    ['note', 'long', false],
  ]);
  expect(items[1]?.choices).toEqual(['Asset', 'Expense']);
});
