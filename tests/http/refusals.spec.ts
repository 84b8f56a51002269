// What the server says no to, over the network: status, code, and books unchanged.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client';

let accountant: Client;
beforeAll(async () => {
  accountant = await Client.signIn();
});

const year = new Date().getFullYear();
const lines = [
  { account_code: '6111', debit: 12.5 },
  { account_code: '5121', credit: 12.5 },
];
const entry = (more: object = {}) => ({ date: `${year}-01-15`, description: 'Essai', lines, ...more });
const post = (client: Client, body: unknown, headers: Record<string, string> = {}) => client.call('POST', '/api/v1/accounting/journal-entries', { body, headers });

describe('problems', () => {
  it.each([
    ['unbalanced', entry({ lines: [lines[0], { account_code: '5121', credit: 1 }] }), 422, 'lines_must_balance'],
    ['unknown account', entry({ lines: [{ account_code: '9999', debit: 1 }, { account_code: '5121', credit: 1 }] }), 422, 'unknown_account'],
    ['unknown field', entry({ colour: 'red' }), 400, 'unknown_field'],
    ['no such day', entry({ date: `${year}-02-30` }), 400, 'must_be_date'],
    ['no such year', entry({ date: '1999-01-01' }), 422, 'no_fiscal_year'],
  ])('%s', async (_name, body, status, code) => {
    const answer = await post(accountant, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, code, request_id: expect.any(String), problems: expect.any(Array) });
  });

  it('nobody reads without signing in', async () => {
    expect((await Client.nobody.call('GET', '/api/v1/accounts')).status).toBe(401);
  });

  it('roles hold', async () => {
    expect((await post(await Client.signIn('syndic'), entry())).status).toBe(403);
    expect((await (await Client.signIn('propriétaire')).call('GET', '/api/v1/accounts')).status).toBe(403);
  });

  it('another organization is refused without a word of it', async () => {
    expect((await accountant.call('GET', '/api/v1/accounts', { query: `organization_id=${randomUUID()}` })).status).toBe(403);
  });

  it('an oversized body is answered', async () => {
    const answer = await accountant.call('POST', '/api/v1/documents', { query: 'filename=grand.pdf', raw: new Uint8Array(26 << 20) });
    expect(answer).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  });

  it('a file of no known kind is refused', async () => {
    expect((await accountant.call('POST', '/api/v1/documents', { query: 'filename=a.exe', raw: 'MZ\u0000\u0001' })).body).toMatchObject({ code: 'unsupported_type' });
  });

  it('a truncated statement names its line', async () => {
    const answer = await accountant.call('POST', '/api/v1/bank/statements', { query: 'filename=a.xml', raw: '<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">\n<BkToCstmrStmt><Stmt>' });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('Ligne');
  });
});

describe('idempotency', () => {
  it('the same key acts once, even in parallel', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => post(accountant, entry(), headers)));
    const ids = new Set(answers.map(({ body }) => (body as { id: string }).id));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(ids.size).toBe(1);
    expect((await post(accountant, entry({ description: 'Autre' }), headers)).body).toMatchObject({ code: 'idempotency_key_reused' });
    const id = [...ids][0]!;
    expect((await accountant.call('POST', '/api/v1/accounting/journal-entries/{id}/reverse', { id, body: {} })).status).toBe(201);
  });

  it('a dry run leaves nothing', async () => {
    const answer = await post(accountant, entry(), { 'Daftar-Dry-Run': 'true' });
    expect(answer.status).toBe(201);
    const { id } = answer.body as { id: string };
    expect((await accountant.call('GET', '/api/v1/accounting/journal-entries/{id}', { id })).status).toBe(404);
  });
});

describe('long lists', () => {
  it('go on from their cursor without a gap', async () => {
    type Page = { items: { id: string }[]; next: string | null };
    const page = async (query: string) => (await accountant.call('GET', '/api/v1/accounting/journal-entries', { query })).body as Page;
    const whole = await page('limit=6');
    const first = await page('limit=3');
    const second = await page(`limit=3&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
  });
});
