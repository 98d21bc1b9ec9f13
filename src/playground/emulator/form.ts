// Request bodies: query string, JSON, urlencoded, and multipart read as Telegram reads it (unquoted raw file names included).
import { parse as parseQuery } from 'node:querystring';
import type { Params } from './params.ts';

/** One file of a multipart request. */
export interface Upload {
  name: string;
  type: string;
  content: Buffer;
}

export interface Form {
  fields: Params;
  files: Map<string, Upload>;
}

/** Reads all parameters of a request; body parameters win over the query string. Throws SyntaxError on broken JSON. */
export function readForm(query: string, contentType: string, body: Buffer): Form {
  const fields: Params = { ...parseQuery(query) };
  const files = new Map<string, Upload>();
  if (body.length === 0) return { fields, files };
  if (contentType.startsWith('application/json')) {
    Object.assign(fields, JSON.parse(body.toString('utf8')) as Params);
  } else if (contentType.startsWith('application/x-www-form-urlencoded')) {
    Object.assign(fields, parseQuery(body.toString('utf8')));
  } else if (contentType.startsWith('multipart/form-data')) {
    readMultipart(contentType, body, fields, files);
  }
  return { fields, files };
}

function readMultipart(contentType: string, body: Buffer, fields: Params, files: Map<string, Upload>): void {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new SyntaxError('no boundary');
  for (const part of splitParts(body, Buffer.from(`--${boundary}`))) {
    const headEnd = part.indexOf('\r\n\r\n');
    if (headEnd < 0) continue;
    const headers = readHeaders(part.subarray(0, headEnd).toString('utf8'));
    const content = Buffer.from(part.subarray(headEnd + 4));
    const disposition = headers.get('content-disposition') ?? '';
    const key = attribute(disposition, 'name') ?? '';
    const fileName = attribute(disposition, 'filename');
    if (fileName === undefined) fields[key] = content.toString('utf8');
    else files.set(key, { name: fileName, type: headers.get('content-type') ?? '', content });
  }
}

function splitParts(body: Buffer, delimiter: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    const next = body.indexOf(delimiter, from);
    if (next < 0) break;
    // A part stands between "\r\n" after its delimiter and "\r\n" before the next one.
    parts.push(body.subarray(from + 2, next - 2));
    start = next;
  }
  return parts;
}

function readHeaders(block: string): Map<string, string> {
  return new Map(
    block.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
}

// The official reader takes a quoted string or everything up to ';', and percent-decodes it.
function attribute(disposition: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|;)\\s*${name}=(?:"([^"]*)"|([^;]*))`, 'i').exec(disposition);
  const value = match?.[1] ?? match?.[2];
  if (value === undefined) return undefined;
  try {
    return decodeURIComponent(value.trim());
  } catch {
    return value.trim();
  }
}

/** The parameters with each `attach://name` replaced by its file, at any depth; a file sent under a parameter's own name counts too. */
export function withFiles(fields: Params, files: Map<string, Upload>): Params {
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('attach://')) return files.get(value.slice(9)) ?? value;
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value === 'object' && value !== null && !(value instanceof Buffer)) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
    }
    return value;
  };
  const attached = new Set(
    JSON.stringify(fields)
      .match(/attach:\/\/[^"\\]+/g)
      ?.map((link) => link.slice(9)) ?? [],
  );
  const direct = [...files].filter(([name]) => !attached.has(name));
  return { ...(replace(fields) as Params), ...Object.fromEntries(direct) };
}
