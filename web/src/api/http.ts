// The one door to the server: sign-in token, idempotency keys, problems, cursors.
import axios, { AxiosError, type AxiosInstance, type AxiosRequestConfig, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { ApiProblem, problemFrom } from './problem';
import { UnsettledActs } from './unsettled';

export const apiPrefix = '/api/v1';

let accessToken: string | null = null;
type Renewal = 'renewed' | 'refused' | ApiProblem;
let renewal: Promise<Renewal> | null = null;
let onSessionLost: () => Promise<boolean> = () => Promise.resolve(false);

/** The token lives in memory only: a script of another page cannot read it, a reload asks for a new one. */
export function setAccessToken(token: string | null): void {
  accessToken = token;
}
export function currentAccessToken(): string | null {
  return accessToken;
}
/** `action` says whether the person signed in again: then what was asked is asked once more. */
export function whenSessionIsLost(action: () => Promise<boolean>): void {
  onSessionLost = action;
}

export const http: AxiosInstance = axios.create({ baseURL: apiPrefix, timeout: 60_000 });

const unsettled = new UnsettledActs();
/** Keeps the key of a write that got no answer of its own: none at all, or that of a server in trouble. */
function settle(config: InternalAxiosRequestConfig | undefined, status: number | undefined): void {
  if (!config || !isWrite(config.method) || config.headers.has('Daftar-Dry-Run') || config.url?.startsWith('/auth/')) return;
  unsettled.settle(config, config.headers.get('Idempotency-Key')?.toString(), status !== undefined && status < 500);
}

/** Other books: the same words would be another act there. */
export const forgetUnsettled = (): void => unsettled.clear();

const isWrite = (method?: string) => !['get', 'head', 'options'].includes((method ?? 'get').toLowerCase());

http.interceptors.request.use((config) => {
  if (accessToken) config.headers.set('Authorization', `Bearer ${accessToken}`);
  if (isWrite(config.method) && !config.headers.has('Idempotency-Key')) {
    const isRehearsal = config.headers.has('Daftar-Dry-Run');
    config.headers.set('Idempotency-Key', isRehearsal ? crypto.randomUUID() : unsettled.keyOf(config, () => crypto.randomUUID()));
  }
  return config;
});

type Renewable = AxiosRequestConfig & { renewed?: boolean };

http.interceptors.response.use(
  (response) => {
    settle(response.config, response.status);
    return response;
  },
  async (error: AxiosError) => {
    settle(error.config, error.response?.status);
    const request = error.config as Renewable | undefined;
    const isAuthCall = request?.url?.startsWith('/auth/login') || request?.url?.startsWith('/auth/refresh');
    if (error.response?.status === 401 && request && !request.renewed && !isAuthCall && accessToken) {
      const outcome = await renew();
      if (outcome instanceof ApiProblem) throw outcome;
      if (outcome === 'renewed' || (await onSessionLost())) {
        request.renewed = true;
        return http.request(request);
      }
    }
    throw await problemFrom(error);
  },
);

/** A refresh token is good for one use and used twice ends the session: the tabs of a browser wait for each other. */
function oneTabAtATime<T>(ask: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('daftar-renewal', ask) : ask();
}

/** Asks for a new access token with the refresh cookie; calls made at the same time share one answer. A server out of reach ends no session. */
function renew(): Promise<Renewal> {
  renewal ??= oneTabAtATime(() => http.post<{ access_token: string }>('/auth/refresh', {}, { headers: { 'X-Requested-With': 'daftar' } }))
    .then((response): Renewal => {
      setAccessToken(response.data.access_token);
      return 'renewed';
    })
    .catch((problem: unknown): Renewal => (problem instanceof ApiProblem && (problem.status === 0 || problem.status >= 500) ? problem : 'refused'))
    .finally(() => {
      renewal = null;
    });
  return renewal;
}
export const renewSession = async (): Promise<boolean> => (await renew()) === 'renewed';

/** A query without its empty values. */
export function query(values: Record<string, string | number | boolean | null | undefined>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') kept[name] = String(value);
  }
  return kept;
}

export async function get<T>(path: string, params: Parameters<typeof query>[0] = {}): Promise<T> {
  return (await http.get<T>(path, { params: query(params) })).data;
}
export async function post<T>(path: string, body: unknown = {}, params: Parameters<typeof query>[0] = {}): Promise<T> {
  return (await http.post<T>(path, body, { params: query(params) })).data;
}
/** With `version`, the one that was read: a change that somebody made meanwhile is refused instead of covered. */
export async function put<T>(path: string, body: unknown, version?: number): Promise<T> {
  return (await http.put<T>(path, body, version === undefined ? {} : { headers: { 'If-Match': `"${version}"` } })).data;
}
/** What `post` would answer, with nothing written. */
export async function rehearse<T>(path: string, body: unknown): Promise<T> {
  return (await http.post<T>(path, body, { headers: { 'Daftar-Dry-Run': 'true' } })).data;
}
/** Every item of a list that has few enough to be held at once. */
export async function getAll<T>(path: string, params: Parameters<typeof query>[0] = {}, most = 20_000): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await getPage<T>(path, { ...params, cursor });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor && all.length < most);
  return all;
}
export async function remove(path: string): Promise<void> {
  await http.delete(path);
}
export async function getBlob(path: string, params: Parameters<typeof query>[0] = {}): Promise<AxiosResponse<Blob>> {
  return http.get<Blob>(path, { params: query(params), responseType: 'blob' });
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Reads a list of either shape: `{items, next}`, or a bare array whose next cursor is in the Link header. */
export function pageOf<T>(data: T[] | { items: T[]; next?: string | null }, link: string | undefined): Page<T> {
  if (!Array.isArray(data)) return { items: data.items, next: data.next ?? null };
  const target = link?.match(/<([^>]+)>\s*;\s*rel="?next"?/)?.[1];
  const cursor = target ? new URL(target, 'http://daftar.invalid').searchParams.get('cursor') : null;
  return { items: data, next: cursor };
}

export async function getPage<T>(path: string, params: Parameters<typeof query>[0] = {}): Promise<Page<T>> {
  const response = await http.get<T[] | { items: T[]; next?: string | null }>(path, { params: query(params) });
  return pageOf(response.data, response.headers['link'] as string | undefined);
}
