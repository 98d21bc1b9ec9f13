// Updates by webhook: who may bring them, what is taken, and where they wait. Nothing is handled before it is kept.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import type { App } from '../app.ts';
import { keepUpdates } from './kept-updates.ts';
import { wellFormed } from './well-formed.ts';

/** Telegram's updates are far smaller; more than this is no update. */
const maxBytes = 1024 * 1024;

const update = z.looseObject({ update_id: z.number().int().nonnegative() });

/** Compares in constant time: how much of a guess was right cannot be measured. */
export function isSecret(given: unknown, secret: string): boolean {
  const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

/**
 * Takes one request of Telegram: 200 once the update is kept (a known one too), 401 for a wrong secret, 400 or 413 for what is
 * no update, 503 while the database is away, so that Telegram brings it again.
 */
export async function takeUpdate(app: App, request: IncomingMessage, secret: string): Promise<number> {
  if (request.method !== 'POST') return 405;
  if (!isSecret(request.headers['x-telegram-bot-api-secret-token'], secret)) return 401;
  const bytes = await readBody(request);
  if (bytes === null) return 413;
  const body = parse(bytes);
  if (!body) return 400;
  try {
    await keepUpdates(app, [body]);
    return 200;
  } catch (error) {
    app.log.warn({ err: error, update: body.update_id }, 'telegram.update-not-kept');
    return 503;
  }
}

/** The whole body, null when it is too big: then the rest is left unread, so that the refusal still finds its way back. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function parse(bytes: Buffer): Update | null {
  try {
    const result = update.safeParse(JSON.parse(bytes.toString('utf8')));
    return result.success ? wellFormed(result.data as Update) : null;
  } catch {
    return null;
  }
}
