// The share that somebody acts on, checked once for all acts: it exists, its task is on control and has left.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { checkLeft, liveNumber } from '../tasks/actions.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { type ShareView, shareView } from '../tasks/queries.ts';
import { maxReason } from './rules.ts';

/** The share with its task and number. Throws UserError for a draft, a task that has not left yet, a closed or cancelled one. */
export async function liveShare(app: App, participationId: number): Promise<ShareView & { number: string }> {
  const found = await shareView(app, participationId);
  if (!found) throw new UserError('telegram-stale-button');
  const number = liveNumber(found.task);
  checkLeft(app, found.task);
  return { ...found, number };
}

/** The reason without blanks around it. Throws UserError when it is empty, too long, or holds what others must not read. */
export function checkedReason(reason: string): string {
  const words = reason.trim();
  if (words === '') throw new UserError('tasks-reason-needed');
  if (words.length > maxReason) throw new UserError('telegram-text-too-long', { max: maxReason, length: words.length });
  refuseSensitive('guard-in-text', words);
  return words;
}
