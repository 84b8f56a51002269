// The edges of HTTP: requests that no browser sends. Each is answered, none reaches another, and the server goes on.
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { address } from '../support/demo_sign_in';
import { exchange, request } from './raw';

const login = '/api/v1/auth/login';
const json = 'Content-Type: application/json';
const post = (headers: string[], body: string) => request('POST', login, [json, ...headers], body);
const code = (body: string): string | undefined => (body.startsWith('{') ? (JSON.parse(body) as { code?: string }).code : undefined);

afterEach(async () => {
  expect((await exchange(request('GET', '/health'))).status, 'the server goes on').toBe(200);
});

describe('two readings of one request', () => {
  const hidden = 'GET /health HTTP/1.1\r\nHost: daftar\r\n\r\n';
  it.each([
    ['length and chunks', post(['Content-Length: 6', 'Transfer-Encoding: chunked'], `0\r\n\r\n${hidden}`)],
    ['chunks and length', post(['Transfer-Encoding: chunked', 'Content-Length: 6'], `0\r\n\r\n${hidden}`)],
    ['two lengths', post(['Content-Length: 2', 'Content-Length: 44'], `{}${hidden}`)],
    ['a length that is none', post(['Content-Length: +2'], `{}${hidden}`)],
    ['a negative length', post(['Content-Length: -2'], `{}${hidden}`)],
    ['an unknown coding', post(['Transfer-Encoding: xchunked', 'Content-Length: 5'], `0\r\n\r\n${hidden}`)],
    ['a space before the colon', post(['Transfer-Encoding : chunked', 'Content-Length: 5'], `0\r\n\r\n${hidden}`)],
    ['a chunk that is no number', post(['Transfer-Encoding: chunked'], `zz\r\n{}\r\n0\r\n\r\n${hidden}`)],
    ['an endless chunk', post(['Transfer-Encoding: chunked'], `ffffffffffffffffff\r\n{}\r\n0\r\n\r\n${hidden}`)],
    ['a bare carriage return', request('GET', '/health', ['X-A: a\rX-B: b'])],
    ['a zero byte in a header', request('GET', '/health', ['X-A: a\0b'])],
  ])('%s: refused, and nothing behind it is read', async (_name, bytes) => {
    const answer = await exchange(bytes);
    expect(answer).toMatchObject({ status: 400, count: 1 });
    expect(code(answer.body)).toBe('malformed_request');
    expect(answer.headers.connection).toBe('close');
  });

  it('a request that names two servers', async () => {
    expect((await exchange(request('GET', '/health', ['Host: other']))).status).toBe(400);
  });
});

describe('too much', () => {
  it.each([
    ['one header of 100 kB', request('GET', '/health', [`X-A: ${'a'.repeat(100_000)}`]), 431],
    ['5,000 headers', request('GET', '/health', Array.from({ length: 5_000 }, (_, i) => `X-${i}: a`)), 431],
    ['an address of 10 kB', request('GET', `/${'a'.repeat(10_000)}`), 414],
    ['an address of 100 kB', request('GET', `/${'a'.repeat(100_000)}`), 414],
    ['a terabyte announced', post(['Content-Length: 1000000000000'], '{}'), 413],
    ['10,000 brackets', post(['Content-Length: 20000'], '['.repeat(10_000) + ']'.repeat(10_000)), 400],
    ['a number of 100,000 digits', post(['Content-Length: 100010'], `{"email":${'9'.repeat(100_000)}}`), 400],
    ['a key twice', post(['Content-Length: 13'], '{"a":1,"a":2}'), 400],
  ])('%s', async (_name, bytes, status) => {
    expect((await exchange(bytes)).status).toBe(status);
  });

  it('a bomb of gzip is not opened', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'a'));
    const head = request('POST', login, [json, 'Content-Encoding: gzip', `Content-Length: ${bomb.length}`]);
    expect((await exchange(Buffer.concat([Buffer.from(head), bomb]))).status).toBe(415);
  });
});

describe('methods', () => {
  it('an unknown one is 405 and names those there are', async () => {
    for (const bytes of [request('BREW', '/health'), request('DELETE', '/health'), request('PROPFIND', login), request('TRACE', login)]) {
      const answer = await exchange(bytes);
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBeTruthy();
    }
  });
  it('OPTIONS says what an address takes, and invites no other site', async () => {
    const answer = await exchange(request('OPTIONS', login, ['Origin: https://evil.example', 'Access-Control-Request-Method: POST']));
    expect(answer).toMatchObject({ status: 204, body: '', headers: { allow: 'POST, OPTIONS' } });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
  it('HEAD says how long the body would be', async () => {
    const got = await exchange(request('GET', '/api-docs'));
    const head = await exchange(request('HEAD', '/api-docs'));
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(got.headers['content-length']);
  });
});

describe('paths', () => {
  it.each(['/../../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/%252e%252e/etc/passwd', '/assets/../../etc/passwd', '/assets/%2e%2e%2fetc/passwd', '/..\\..\\etc\\passwd', '//etc/passwd', '/.env', '/.git/config', '/wp-login.php'])(
    '%s leads nowhere',
    async (path) => expect((await exchange(request('GET', path))).status).toBe(404),
  );
  it.each(['/%00', '/%ff%fe', '/%zz', '/%0d%0aX-Evil:%201', '/api/v1/accounts/%00'])('%s is no text', async (path) => {
    const answer = await exchange(request('GET', path));
    expect(answer.status).toBe(400);
    expect(answer.headers['x-evil']).toBeUndefined();
  });
  it('an absolute address is this server', async () => {
    expect((await exchange(request('GET', 'http://elsewhere.example/health'))).body).toContain('ok');
  });
});

describe('one after the other', () => {
  it('what came before garbage is answered, and who closes his side after asking gets his answer', async () => {
    const { hostname, port } = new URL(address);
    const said = await new Promise<string>((resolve) => {
      const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () => socket.end('GET /health HTTP/1.1\r\nHost: a\r\n\r\nPOST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n'));
      let text = '';
      socket.on('data', (part) => (text += part.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });
  it('a request without its host, or of another version', async () => {
    expect(code((await exchange('GET /health HTTP/1.1\r\n\r\n')).body)).toBe('host_missing');
    expect((await exchange('GET /health HTTP/1.0\r\n\r\n')).status).toBe(200);
    expect((await exchange('GET /health HTTP/3.0\r\nHost: a\r\n\r\n')).status).toBe(505);
  });
  it('an expectation is met or refused', async () => {
    expect((await exchange(post(['Content-Length: 2', 'Expect: 100-continue'], ''))).status).toBe(100);
    expect((await exchange(request('GET', '/health', ['Expect: tea']))).status).toBe(417);
  });
  it('a part of a file', async () => {
    const { headers, body } = await exchange(request('GET', '/daftar.svg'));
    const part = await exchange(request('GET', '/daftar.svg', ['Range: bytes=1-3', `If-Range: ${headers.etag}`]));
    expect(part).toMatchObject({ status: 206, body: body.slice(1, 4) });
    expect(part.headers['content-range']).toBe(`bytes 1-3/${headers['content-length']}`);
    expect((await exchange(request('GET', '/daftar.svg', ['Range: bytes=9999999-']))).status).toBe(416);
  });
});

describe('what a browser asks', () => {
  it('a page it already has is not sent again', async () => {
    const { headers } = await exchange(request('GET', '/'));
    for (const tag of [headers.etag!, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) expect((await exchange(request('GET', '/', [`If-None-Match: ${tag}`]))).status, tag).toBe(304);
    expect((await exchange(request('GET', '/', ['If-None-Match: "x"']))).status).toBe(200);
  });
  it('gzip only when it takes it', async () => {
    expect((await exchange(request('GET', '/openapi.json', ['Accept-Encoding: gzip']))).headers['content-encoding']).toBe('gzip');
    expect((await exchange(request('GET', '/openapi.json', ['Accept-Encoding: gzip;q=0']))).headers['content-encoding']).toBeUndefined();
  });
});
