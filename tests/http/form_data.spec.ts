// Files sent as a web form or `curl -F` sends them.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client';

let accountant: Client;
beforeAll(async () => {
  accountant = await Client.signIn();
});

const form = (content: string, disposition = 'form-data; name="file"; filename="relevé.txt"') => ({
  raw: `--mark\r\nContent-Disposition: ${disposition}\r\nContent-Type: application/octet-stream\r\n\r\n${content}\r\n--mark--\r\n`,
  headers: { 'content-type': 'multipart/form-data; boundary=mark' },
});
const invoice = () => `<?xml version="1.0"?>\n<!-- ${randomUUID()} -->\n<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>`;

describe('a file in a form', () => {
  it('is kept as it is, under its own name', async () => {
    const content = invoice();
    const sent = await accountant.call('POST', '/api/v1/documents', form(content, 'form-data; name="file"; filename="C:\\papiers\\facture d’été.xml"'));
    expect(sent).toMatchObject({ status: 201, body: { filename: 'facture d’été.xml' } });
    const again = await accountant.call('POST', '/api/v1/documents', { raw: content });
    expect(again, 'the plain body is the same file').toMatchObject({ status: 409, body: { code: 'duplicate_document' } });
  });

  it('is refused when the form is cut', async () => {
    const cut = form(invoice());
    const answer = await accountant.call('POST', '/api/v1/documents', { ...cut, raw: cut.raw.slice(0, -10) });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_form' } });
  });

  it('reaches no route that takes JSON', async () => {
    expect((await accountant.call('POST', '/api/v1/accounting/journal-entries', form('{}'))).status).toBe(415);
  });
});
