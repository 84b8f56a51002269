// RFC 9457 problems as the server sends them, and the same shape for what never reached it.
import { AxiosError } from 'axios';
import { i18n } from '@/i18n/i18n';

const say = (name: string, named: Record<string, unknown> = {}): string => i18n.global.t(`problem.${name}`, named);

export interface LocatedProblem {
  path: string;
  code: string;
  message: string;
}

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly problems: LocatedProblem[] = [],
    readonly requestId: string | null = null,
  ) {
    super(message);
  }

  /** Message located at one field; paths are written `lines[0].debit` or `/lines/0/debit`. */
  at(path: string): string | undefined {
    const wanted = normalPath(path);
    return this.problems.find((problem) => normalPath(problem.path) === wanted)?.message;
  }
}

export function normalPath(path: string): string {
  return path
    .replace(/^\$?[./]/, '')
    .replace(/\[(\d+)\]/g, '.$1')
    .replaceAll('/', '.');
}

interface ProblemBody {
  status?: number;
  code?: string;
  title?: string;
  detail?: string;
  request_id?: string;
  problems?: LocatedProblem[];
}

export function problemOf(status: number, body: unknown): ApiProblem {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
  const message = problem.detail || problem.title || say(status >= 500 ? 'unavailable' : 'answered', { status });
  return new ApiProblem(status, problem.code ?? `http_${status}`, message, problem.problems ?? [], problem.request_id ?? null);
}

/** Turns a failed call into a problem, whatever failed: the answer, the network, or patience. */
export async function problemFrom(error: AxiosError): Promise<ApiProblem> {
  if (error.code === 'ERR_CANCELED') return new ApiProblem(0, 'canceled', say('canceled'));
  if (!error.response) {
    const code = error.code === 'ECONNABORTED' ? 'timeout' : 'network';
    return new ApiProblem(0, code, say(code));
  }
  let body: unknown = error.response.data;
  if (body instanceof Blob) {
    try {
      body = JSON.parse(await body.text());
    } catch {
      body = null;
    }
  }
  return problemOf(error.response.status, body);
}

export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(0, 'unexpected', error instanceof Error ? error.message : String(error));
}
