// Calls of the playground's server; every failure becomes an ApiError with words of the server.
import type { ErrorAnswer } from '../protocol.ts';

/** `status` of the answer; 0: there was none. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Query = Record<string, string | number | null | undefined>;

/** GET /api/PATH; parameters without a value are left out. */
export function get<T>(path: string, query: Query = {}): Promise<T> {
  return call<T>('GET', address(path, query));
}

/** POST /api/PATH with a JSON body. */
export function post<T>(path: string, query: Query = {}, body: object = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return call<T>('POST', address(path, query), { headers, body: JSON.stringify(body) });
}

/** DELETE /api/PATH. */
export function remove<T>(path: string): Promise<T> {
  return call<T>('DELETE', address(path, {}));
}

/** POST /api/PATH with the bytes of a file. */
export function upload<T>(path: string, query: Query, file: Blob): Promise<T> {
  return call<T>('POST', address(path, query), {
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}

/** Where the bytes of a file lie. */
export function fileAddress(id: string): string {
  return `/api/files/${encodeURIComponent(id)}`;
}

function address(path: string, query: Query): string {
  const set = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  const search = new URLSearchParams(set.map(([name, value]) => [name, String(value)]));
  return `/api/${path}${set.length > 0 ? `?${search.toString()}` : ''}`;
}

async function call<T>(method: string, url: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url, { method, ...init }).catch((error: unknown) => {
    throw new ApiError(0, String(error));
  });
  const text = await response.text();
  if (!response.ok) throw new ApiError(response.status, errorText(text) || response.statusText);
  return (text === '' ? {} : JSON.parse(text)) as T;
}

function errorText(body: string): string {
  try {
    return (JSON.parse(body) as Partial<ErrorAnswer>).error ?? '';
  } catch {
    return '';
  }
}
