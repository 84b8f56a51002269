// The log of the server under test: one line a request, with what helps, and without any secret.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoSignIn } from '../support/demo_sign_in';
import { Client } from './client';

const file = process.env.DAFTAR_TEST_LOG;
interface Line { time: string; level: string; message: string; method?: string; route?: string; status?: number; duration_ms?: number; request_id?: string; user?: string; organization?: string }
const lines = (): Line[] => readFileSync(file!, 'utf8').split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line);
async function lineOf(id: string): Promise<Line | undefined> {
  for (let attempt = 0; attempt < 20; ++attempt) {
    const found = lines().filter((line) => line.request_id === id && line.message === 'request');
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

describe.skipIf(!file)('the log', () => {
  const secret = `mot-de-passe-${randomBytes(8).toString('hex')}`;
  let accountant: Client;
  let token = '';
  beforeAll(async () => {
    const session = await Client.login();
    token = (session.body as { access_token: string }).access_token;
    accountant = Client.of(session);
  });

  it('has one line with the pattern, the person and the id that the answer carries', async () => {
    const answer = await accountant.call('GET', '/api/v1/accounts/code/{code}', { id: '6111', query: `jeton=${secret}` });
    const line = await lineOf(answer.headers.get('x-request-id')!);
    expect(line).toMatchObject({ level: 'warning', method: 'GET', route: '/api/v1/accounts/code/{code}', status: answer.status });
    expect(line?.user).toMatch(/^[0-9a-f-]{36}$/);
    expect(line?.organization).toMatch(/^[0-9a-f-]{36}$/);
    expect(line?.duration_ms).toBeGreaterThan(0);
    expect(new Date(line!.time).getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it('never holds a password, a token, a body or a query', async () => {
    const { email } = demoSignIn('syndic');
    const tried = [
      await Client.nobody.call('POST', '/api/v1/auth/login', { body: { email, password: secret } }),
      await Client.nobody.call('POST', '/api/v1/auth/login', { body: { email, password: secret }, query: `password=${secret}` }),
      await Client.nobody.call('POST', '/api/v1/auth/password-reset/confirm', { body: { token: secret, password: secret } }),
      await Client.nobody.call('POST', '/api/v1/auth/first-admin', { body: { token: secret, email: 'a@b.be', name: secret, password: secret } }),
      await accountant.call('POST', '/api/v1/accounting/journal-entries', { body: { description: secret }, headers: { 'X-Secret': secret, Cookie: `daftar_refresh=${secret}`, 'Idempotency-Key': secret } }),
      await accountant.call('POST', '/api/v1/accounting/journal-entries', { raw: `{"description": ${secret}`, headers: { 'Content-Type': 'application/json' } }),
      await accountant.call('POST', '/api/v1/documents', { query: `filename=${secret}.pdf`, raw: secret }),
    ];
    for (const answer of tried) expect(await lineOf(answer.headers.get('x-request-id')!), `one line for a ${answer.status}`).toBeDefined();
    const logged = readFileSync(file!, 'utf8').split('\n').filter((line) => line.startsWith('{')).join('\n');
    expect(logged).not.toContain(secret);
    expect(logged).not.toContain(token.slice(-40));
    expect(logged).not.toContain(demoSignIn().password);
    expect(logged).not.toContain(email);
  });

  it('is quiet about health checks', async () => {
    expect((await Client.nobody.call('GET', '/api/v1/accounts')).status).toBe(401);
    expect(lines().some((line) => (line.route === '/health' || line.route === '/ready') && line.status === 200)).toBe(false);
  });
});
