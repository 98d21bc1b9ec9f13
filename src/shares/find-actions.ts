// The share that somebody acts on, checked once for all acts: it exists, its task is on control and has left.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { checkLeft, liveNumber } from '../tasks/actions.ts';
import { type ShareView, shareView } from '../tasks/queries.ts';

/** The share with its task and number. Throws UserError for a draft, a task that has not left yet, a closed or cancelled one. */
export async function liveShare(app: App, participationId: number): Promise<ShareView & { number: string }> {
  const found = await shareView(app, participationId);
  if (!found) throw new UserError('telegram-stale-button');
  const number = liveNumber(found.task);
  checkLeft(app, found.task);
  return { ...found, number };
}
