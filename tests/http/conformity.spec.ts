// The description holds: every reading call is made and its answer compared with its schema. (So is every answer that the
// other tests of this folder get: see client.ts.)
import { beforeAll, describe, expect, it } from 'vitest';
import { address } from '../support/demo_sign_in';
import { Client, type ApiPath } from './client';
import { description, nonconformity } from './conformity';

const year = new Date().getFullYear() - 1;
/** What reading calls may need, by the name of the parameter. */
const usual: Record<string, string> = {
  year: String(year), fiscal_year: String(year), month: '3', quarter: '1', start_date: `${year}-01-01`, end_date: `${year}-12-31`, date: `${year}-06-30`, from: `${year}-01-01`, to: `${year}-12-31`, as_of: `${year}-12-31`,
  account_code: '6111', code: '6111', amount: '100.00', rate: '20', regime: 'normal', type: 'ledger', format: 'json', q: 'eau', query: 'eau', search: 'eau', country: 'MA',
};

let accountant: Client;
beforeAll(async () => {
  accountant = await Client.signIn();
});

describe('the comparison itself', () => {
  it('finds what does not fit', async () => {
    const page = (items: unknown) => nonconformity('GET', '/api/v1/jobs', 200, 'application/json', items);
    expect(await page({ items: [], next: null })).toBe('');
    expect(await page({ items: [{ id: 1 }], next: null })).toContain('/items/0');
    expect(await page({ items: [], next: null, more: 1 })).toContain('additional');
    expect(await nonconformity('GET', '/api/v1/jobs', 201, 'application/json', {})).toContain('201');
    expect(await nonconformity('GET', '/api/v1/jobs', 404, 'application/problem+json', { code: 'not_found' })).toContain('required');
    expect(await nonconformity('GET', '/api/v1/nowhere', 200, 'application/json', {})).toContain('not described');
  });
});

describe('the description', () => {
  it('names every address that answers without a table of routes', async () => {
    const { paths } = await description();
    for (const path of ['/health', '/ready', '/metrics', '/openapi.json', '/api-docs']) {
      expect(paths[path], path).toBeDefined();
      expect((await fetch(address + path)).status).toBe(200);
    }
    expect(paths['/api/v1/events']).toBeDefined();
  });

  it('has an identifier of its own for every operation', async () => {
    const ids = Object.values((await description()).paths).flatMap((operations) => Object.values(operations).map((one) => (one as unknown as { operationId: string }).operationId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z0-9_]+$/.test(id))).toBe(true);
  });

  it('fits the answer of every reading call', async () => {
    const { paths } = await description();
    const tried: string[] = [];
    const failed: string[] = [];
    for (const [path, { get }] of Object.entries(paths)) {
      if (!get || path.includes('{') || path === '/api/v1/events' || !path.startsWith('/api/')) continue;
      const query = get.parameters.filter(({ name, required }) => required && usual[name]).map(({ name }) => `${name}=${encodeURIComponent(usual[name]!)}`).join('&');
      const answer = await accountant.call('GET', path as ApiPath, { query });
      tried.push(path);
      if (answer.status >= 400) failed.push(`${path}?${query}: ${answer.status}`);
    }
    expect(tried.length).toBeGreaterThan(40);
    // Some need a choice that only a person makes; all the others must answer.
    expect(failed.length, failed.join('\n')).toBeLessThan(tried.length / 5);
  });
});
