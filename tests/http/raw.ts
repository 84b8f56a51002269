// Bytes over a socket: what fetch would never send.
import { connect } from 'node:net';
import { address } from '../support/demo_sign_in';

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** How many answers came on the connection. */
  count: number;
}

/** Sends the bytes and reads until the server closes (or a second of silence). */
export function exchange(bytes: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const parts: Buffer[] = [];
    const finish = () => {
      socket.destroy();
      const text = Buffer.concat(parts).toString('utf8');
      const [head = '', ...rest] = text.split('\r\n\r\n');
      const [line = '', ...fields] = head.split('\r\n');
      resolve({
        status: Number(line.split(' ')[1] ?? 0),
        headers: Object.fromEntries(fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field.slice(field.indexOf(':') + 1).trim()])),
        body: rest.join('\r\n\r\n'),
        count: text.split(/^HTTP\/1\.1 /m).length - 1,
      });
    };
    socket.setTimeout(1_000, finish);
    socket.on('data', (part) => parts.push(part));
    socket.on('close', finish);
    socket.on('error', (error: NodeJS.ErrnoException) => (parts.length > 0 || error.code === 'EPIPE' || error.code === 'ECONNRESET' ? finish() : reject(error)));
  });
}

/** A request line with its headers, closed after the answer unless they say otherwise. */
export const request = (method: string, target: string, headers: string[] = [], body = ''): string =>
  `${method} ${target} HTTP/1.1\r\nHost: daftar\r\nConnection: close\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n${body}`;
