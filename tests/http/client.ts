// Calls with the generated types: the path must exist in the API's description.
import type { paths } from '../../web/src/generated/api';
import { address, demoSignIn } from '../support/demo_sign_in';
import { nonconformity } from './conformity';

export interface Answer {
  status: number;
  headers: Headers;
  // The shape is what each test checks.
  body: unknown;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** A path of the API, parameters filled in or not. */
export type ApiPath = keyof paths;

export class Client {
  private constructor(private readonly token: string | null) {}

  static nobody = new Client(null);

  static login(role = 'comptable'): Promise<Answer> {
    return Client.nobody.call('POST', '/api/v1/auth/login', { body: demoSignIn(role) });
  }

  /** In the residence of Marrakech, whichever the person worked in last. */
  static async signIn(role = 'comptable'): Promise<Client> {
    const session = await Client.login(role);
    const { user } = session.body as { user: { roles: { role_id: string; organization_name: string }[] } };
    const here = user.roles.find(({ organization_name }) => organization_name === 'Résidence Les Orangers');
    return here ? Client.of(session).switchedTo(here.role_id) : Client.of(session);
  }

  /** Of the session that signing in or switching roles opened. */
  static of(session: Answer): Client {
    return new Client((session.body as { access_token: string }).access_token);
  }

  async switchedTo(role_id: string): Promise<Client> {
    return Client.of(await this.call('POST', '/api/v1/auth/switch-role', { body: { role_id } }));
  }

  async call(
    method: Method,
    path: ApiPath,
    { query = '', body, raw, headers = {}, id }: { query?: string; body?: unknown; raw?: Uint8Array | string; headers?: Record<string, string>; id?: string } = {},
  ): Promise<Answer> {
    const target = address + (id ? path.replace(/\{[^}]+\}/, id) : path) + (query && `?${query}`);
    const response = await fetch(target, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}), ...headers },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const text = await response.text();
    const contentType = response.headers.get('content-type') ?? '';
    const answer = { status: response.status, headers: response.headers, body: /^application\/([a-z.-]+\+)?json(;|$)/.test(contentType) ? (JSON.parse(text) as unknown) : text };
    const fault = await nonconformity(method, path, answer.status, contentType, answer.body);
    if (fault) throw new Error(fault);
    return answer;
  }
}
