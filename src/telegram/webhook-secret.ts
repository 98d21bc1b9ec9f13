// The word by which Telegram is known when it brings updates. Pure; the log imports it, to keep it out of its lines.
import { createHmac } from 'node:crypto';

/** Follows from the token, so that every replica knows it and nobody has to set it. */
export function webhookSecret(botToken: string): string {
  return createHmac('sha256', botToken).update('webhook').digest('hex');
}
