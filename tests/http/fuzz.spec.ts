// Nasty input to every route of the API's description, as several people: whatever comes, the server answers, never with
// 500, and every refusal is a problem with a code. The inputs are a fixed table, so that a run repeats exactly.
import { beforeAll, describe, expect, it } from 'vitest';
import { address, demoSignIn } from '../support/demo_sign_in';

type Schema = { $ref?: string; type?: string; format?: string; enum?: string[]; anyOf?: Schema[]; items?: Schema; properties?: Record<string, Schema> };
type Operation = { parameters: { name: string; in: string; schema: Schema }[]; requestBody?: { content: Record<string, { schema?: Schema }> } };

const stranger = '01900000-0000-7000-8000-000000000000';
/** Values as JSON text: some cannot be written by JSON.stringify. */
const nasty = [
  'null', 'true', '0', '-1', '1e9', '1e400', '-1e-400', '9007199254740993', '99999999999999999999999999', '0.001', '12345678901234.56', '""', '" "', '"\\u0000"', '"\\ud800"',
  '"\\u202e"', `"${'é'.repeat(99)}"`, `"${'é'.repeat(400)}"`, `"${'😀'.repeat(70_000)}"`, '"2025-02-30"', '"0001-01-01"', '"9999-12-31"', '"NaN"', '"\' or 1=1 --"', '"%"', '"../../etc/passwd"',
  `"${stranger}"`, '[]', '{}', '[[[[]]]]', '[null]', '{"a":{"a":{}}}',
];
const words = nasty.map((text) => (text.startsWith('"') && !text.includes('\\u') ? (JSON.parse(text) as string) : text)).filter((text) => text.length < 1_000);
/** Whole bodies. */
const bodies: (string | Uint8Array)[] = [
  '', '{', '[]', 'null', '"x"', '{"a":1,"a":2}', '{"a":NaN}', '['.repeat(100_000), '{"a":'.repeat(5_000), new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), '\u0000', '{"é":1}', '{"":1}',
];
const headers: Record<string, string>[] = [
  { 'Idempotency-Key': 'x'.repeat(300) }, { 'Idempotency-Key': '\u00e9\u00ff' }, { 'If-Match': '"abc' }, { 'Content-Type': 'text/xml' }, { 'Daftar-Dry-Run': 'maybe' }, { 'User-Agent': '\u00e9'.repeat(300) },
];

let paths: Record<string, Record<string, Operation>>;
let schemas: Record<string, Schema>;
const tokens: string[] = [];

beforeAll(async () => {
  const described = (await (await fetch(`${address}/openapi.json`)).json()) as { paths: typeof paths; components: { schemas: typeof schemas } };
  paths = described.paths;
  schemas = described.components.schemas;
  for (const role of ['comptable', 'syndic', 'propriétaire']) {
    const answer = await fetch(`${address}/api/v1/auth/login`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(demoSignIn(role)) });
    tokens.push(((await answer.json()) as { access_token: string }).access_token);
  }
});

/** A value that fits the schema as far as its types go, as JSON text. */
function fitting(schema: Schema, depth = 0): string {
  if (schema.$ref) return depth > 5 ? 'null' : fitting(schemas[schema.$ref.split('/').pop()!]!, depth + 1);
  if (schema.anyOf) return fitting(schema.anyOf[0]!, depth);
  if (schema.enum) return JSON.stringify(schema.enum[0]);
  if (schema.properties) return `{${Object.entries(schema.properties).map(([name, type]) => `${JSON.stringify(name)}:${fitting(type, depth + 1)}`).join(',')}}`;
  if (schema.items) return `[${fitting(schema.items, depth + 1)}]`;
  if (schema.format === 'uuid') return `"${stranger}"`;
  if (schema.format === 'date') return `"${new Date().getFullYear()}-06-30"`;
  if (schema.type === 'integer' || schema.type === 'number') return '1';
  if (schema.type === 'boolean') return 'false';
  return '"550000"';
}
const members = (schema: Schema | undefined): Record<string, Schema> => (schema?.$ref ? members(schemas[schema.$ref.split('/').pop()!]) : (schema?.properties ?? {}));

let tried = 0;
const faults: string[] = [];
async function attempt(token: string | undefined, method: string, target: string, body?: string | Uint8Array, more: Record<string, string> = {}): Promise<void> {
  ++tried;
  const response = await fetch(address + target, {
    method: method.toUpperCase(),
    // A dry run: what happens to be accepted leaves nothing.
    headers: { 'Content-Type': 'application/json', 'Daftar-Dry-Run': 'true', ...(token ? { Authorization: `Bearer ${token}` } : {}), ...more },
    ...(body === undefined || body.length === 0 || method === 'get' ? {} : { body }),
  });
  const text = await response.text();
  const shown = `${method} ${target.slice(0, 200)} ${String(body ?? '').slice(0, 300)} ${JSON.stringify(more)} -> ${response.status} ${text.slice(0, 200)}`;
  if (response.status >= 500) faults.push(shown);
  else if (response.status >= 400) {
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
    const code = isProblem ? (JSON.parse(text) as { code?: string }).code : undefined;
    if (!code) faults.push(`no problem: ${shown}`);
  }
}

/** What one operation is asked. Signing out or closing the sessions of the people used here is left to other tests. */
function* requests(path: string, method: string, operation: Operation): Generator<[string, (string | Uint8Array)?, Record<string, string>?]> {
  const at = (id: string) => path.replace(/\{[^}]+\}/g, encodeURIComponent(id));
  const json = operation.requestBody?.content['application/json']?.schema;
  const fields = members(json);
  const whole = json ? fitting(json) : undefined;
  yield [at(stranger), whole];
  const query = operation.parameters.filter((parameter) => parameter.in === 'query');
  const usual = query.map(({ name, schema }) => [name, fitting(schema).replace(/^"|"$/g, '')] as const);
  const queryWith = (name: string, text: string) => usual.map(([key, value]) => `${key}=${key === name ? text : encodeURIComponent(value)}`).join('&');
  yield [`${at(stranger)}?${queryWith('', '')}`, whole];
  for (const { name } of query) {
    for (const word of words) yield [`${at(stranger)}?${queryWith(name, encodeURIComponent(word))}`, whole];
    for (const bytes of ['%00', '%ff%fe', '%ed%a0%80', '%zz', '']) yield [`${at(stranger)}?${queryWith(name, bytes)}`, whole];
  }
  if (path.includes('{')) for (const id of [...words.filter(Boolean), '\u0000', '..']) yield [at(id), whole];
  for (const bytes of ['%00', '%ff%fe', '%2e%2e%2f']) if (path.includes('{')) yield [path.replace(/\{[^}]+\}/g, bytes), whole];
  for (const name of Object.keys(fields))
    for (const value of nasty) yield [at(stranger), `{${Object.entries(fields).map(([key, type]) => `${JSON.stringify(key)}:${key === name ? value : fitting(type, 1)}`).join(',')}}`];
  if (operation.requestBody) for (const body of bodies) yield [at(stranger), body];
  for (const header of headers) yield [at(stranger), whole, header];
}

describe('nasty input', () => {
  it('never meets a 500, and every refusal is a problem', async () => {
    const spared = new Set(['/api/v1/auth/login', '/api/v1/auth/logout', '/api/v1/auth/password-reset']);
    const queue: (() => Promise<void>)[] = [];
    for (const [path, operations] of Object.entries(paths))
      for (const [method, operation] of Object.entries(operations)) {
        // A stream stays open; what stands beside the API takes no input.
        if (path === '/api/v1/events' || !path.startsWith('/api/')) continue;
        if (spared.has(path) || path.startsWith('/api/v1/auth/totp')) continue;
        let count = 0;
        for (const [target, body, more] of requests(path, method, operation)) {
          // The accountant meets everything; the others every seventh, nobody every thirty-first.
          queue.push(() => attempt(tokens[0], method, target, body, more));
          if (++count % 7 === 0) queue.push(() => attempt(tokens[count % 2 === 0 ? 1 : 2], method, target, body, more));
          if (count % 31 === 0) queue.push(() => attempt(undefined, method, target, body, more));
        }
      }
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let task = queue.shift(); task; task = queue.shift()) await task();
    }));
    expect(tried).toBeGreaterThan(2_000);
    expect(faults.length, `${faults.length} of ${tried}:\n${faults.slice(0, 100).join('\n')}`).toBe(0);
  }, 300_000);
});
