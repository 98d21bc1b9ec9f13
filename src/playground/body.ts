// Reading the body of a request: JSON of a known shape, or raw bytes, within limits.
import type { IncomingMessage } from 'node:http';
import type { ZodType } from 'zod';
import { Refused } from './refused.ts';

const megabyte = 1024 * 1024;
const jsonLimit = megabyte;
/** As Telegram's own limit for what a bot sends; a bot can fetch 20 MB. */
const fileLimit = 50 * megabyte;

/** A JSON body that fits the shape. Throws Refused 400, 413, 415: only application/json, which no form of another site can send. */
export async function readJson<B>(request: IncomingMessage, shape: ZodType<B>): Promise<B> {
  expectType(request, 'application/json');
  const text = (await readBytes(request, jsonLimit)).toString();
  const parsed = shape.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refused(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'wrong'}`);
}

/** The bytes of a file. Throws Refused 413, 415: only application/octet-stream. */
export function readFile(request: IncomingMessage): Promise<Buffer> {
  expectType(request, 'application/octet-stream');
  return readBytes(request, fileLimit);
}

function expectType(request: IncomingMessage, type: string): void {
  const given = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (given !== type) throw new Refused(415, `content-type must be ${type}`);
}

async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooMuch = (): Refused => new Refused(413, `more than ${limit / megabyte} MB`);
  // Said before it is read: what breaks off in the midst of reading takes the connection, and the answer, with it.
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooMuch();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += (chunk as Buffer).length;
      if (size > limit) throw tooMuch();
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    // A page that was closed in the midst of an upload is no fault of ours.
    throw request.readableAborted && !(error instanceof Refused) ? new Refused(400, 'the request broke off') : error;
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'not JSON');
  }
}
