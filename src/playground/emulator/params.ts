// Reading the parameters of one call; values are already coerced by the specification (spec.ts).
import type { Upload } from './form.ts';

export type Params = Record<string, unknown>;

/** A string parameter, '' when absent. */
export function text(params: Params, key: string): string {
  const value = params[key];
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value as string | number);
}

/** A whole number, undefined when absent or not a number. */
export function number(params: Params, key: string): number | undefined {
  const value = params[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** True when the flag is set. */
export function flag(params: Params, key: string): boolean {
  return params[key] === true;
}

/** A nested object, undefined when absent. */
export function object(params: Params, key: string): Params | undefined {
  const value = params[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Params) : undefined;
}

/** A list, undefined when absent. */
export function list(params: Params, key: string): unknown[] | undefined {
  const value = params[key];
  return Array.isArray(value) ? value : undefined;
}

/** An uploaded file, a file_id or URL, or undefined. */
export function media(params: Params, key: string): Upload | string | undefined {
  const value = params[key];
  if (typeof value === 'string' && value !== '') return value;
  const upload = object(params, key);
  return upload?.['content'] instanceof Buffer ? (upload as unknown as Upload) : undefined;
}
