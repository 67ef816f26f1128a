// One way to talk to the server: JSON in and out, cookies along, every refusal a `Problem` with its reasons.
import { language, refusedInGerman } from '@lib';
import { shownAgain } from './stepUp';
import type { Reason } from './answers';

export type Query = Record<string, string | number | boolean | undefined | null>;

/// Reasons come in English; people read them in their language where there are words for it.
export const inMyLanguage = (reasons: Reason[]): Reason[] =>
  language() === 'de' ? reasons.map(refusedInGerman) : reasons;

/// A refusal of the server (application/problem+json) or of the network, in words fit to show.
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly reasons: Reason[];

  constructor(status: number, body: { title?: string; detail?: string; code?: string; reasons?: Reason[] }) {
    super(body.detail || body.title || `The server answered ${status}.`);
    this.status = status;
    this.title = body.title ?? '';
    this.code = body.code ?? '';
    this.reasons = inMyLanguage(body.reasons ?? []);
  }
}

interface Options {
  query?: Query;
  body?: unknown;
  raw?: Blob;
  version?: number;
  key?: string;
  signal?: AbortSignal;
  keepalive?: boolean;
}

/// `/api/v1/w/acme` for a workspace's paths.
export const workspacePath = (workspace: string, path: string) => `w/${workspace}/${path}`;

/// The address of a path with its parameters; empty parameters are left out.
export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return `/api/v1/${path}${text ? `?${text}` : ''}`;
}

const random = () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-');

function headers(method: string, options: Options): HeadersInit {
  const out: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (options.body !== undefined) out['Content-Type'] = 'application/json';
  if (options.raw) out['Content-Type'] = options.raw.type || 'application/octet-stream';
  if (method === 'POST') out['Idempotency-Key'] = options.key ?? random();
  if (options.version !== undefined) out['If-Match'] = `"${options.version}"`;
  return out;
}

async function problemOf(answer: Response): Promise<Problem> {
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  const body = isJson ? await answer.json().catch(() => ({})) : {};
  return new Problem(answer.status, body);
}

/// Calls the server; throws `Problem` for everything but success.
export async function call<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const answer = await fetch(address(path, options.query), {
    method,
    credentials: 'same-origin',
    headers: headers(method, options),
    body: options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    signal: options.signal,
    keepalive: options.keepalive,
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem(0, {
      title: 'No connection',
      code: 'offline',
      detail: 'The server cannot be reached. Try again.',
    });
  });
  if (!answer.ok) {
    const problem = await problemOf(answer);
    if (problem.code === 'step_up_needed' && (await shownAgain())) return call<T>(method, path, options);
    throw problem;
  }
  if (answer.status === 204) return undefined as T;
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>('GET', path, { query, signal });
export const post = <T>(path: string, body: unknown = {}, options: Options = {}) =>
  call<T>('POST', path, { ...options, body });
