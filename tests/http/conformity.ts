// Every answer against the API's own description: the status must be documented, the body must fit its schema.
import Ajv from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv';
import { address } from '../support/demo_sign_in';

interface Response { content?: Record<string, { schema?: unknown }> }
export interface Description { paths: Record<string, Record<string, { responses: Record<string, Response>; parameters: { name: string; in: string; required: boolean }[] }>> }

let loaded: Promise<{ description: Description; ajv: Ajv }> | undefined;
const compiled = new Map<string, ValidateFunction>();

function load(): Promise<{ description: Description; ajv: Ajv }> {
  loaded ??= (async () => {
    const description = (await (await fetch(`${address}/openapi.json`)).json()) as Description;
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema(description, 'api');
    return { description, ajv };
  })();
  return loaded;
}
export const description = async (): Promise<Description> => (await load()).description;

const pointer = (...names: string[]): string => names.map((name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/** What is wrong with an answer, "" when nothing is. */
export async function nonconformity(method: string, path: string, status: number, contentType: string, body: unknown): Promise<string> {
  const { description, ajv } = await load();
  const template = path in description.paths ? path : Object.keys(description.paths).find((one) => new RegExp(`^${one.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path));
  const operation = template && description.paths[template]?.[method.toLowerCase()];
  if (!operation) return status === 404 || status === 405 ? '' : `${method} ${path} is not described`;
  const key = String(status) in operation.responses ? String(status) : status >= 400 ? 'default' : '';
  if (!key) return `${method} ${path}: status ${status} is not described`;
  const content = operation.responses[key]!.content ?? {};
  if (status === 204) return body === '' ? '' : `${method} ${path}: a body with 204`;
  const type = contentType.split(';')[0]!;
  if ('application/octet-stream' in content) return ''; // a file, of whatever type
  const media = content[type];
  if (!media) return `${method} ${path}: ${type} is not described`;
  if (media.schema === undefined) return '';
  const place = `api#/${pointer('paths', template, method.toLowerCase(), 'responses', key, 'content', type, 'schema')}`;
  if (!compiled.has(place)) compiled.set(place, ajv.compile({ $ref: place }));
  const validate = compiled.get(place)!;
  return validate(body) ? '' : `${method} ${path} ${status}: ${ajv.errorsText(validate.errors?.slice(0, 5), { dataVar: 'answer' })}`;
}
