// What a sender does first, when it has become the only one: the limits as they stand, and the rows of a sender that died.
import { heedClock } from './actions.ts';
import { recallGroupAnswers } from './answers-beside.ts';
import { memory } from './limits.ts';
import type { Post } from './post.ts';
import { denyDeath, heldChats, recentCalls, recoverRows, type Suspect, suspectRows } from './recover.ts';
import { maxAttempts, maxResends } from './rules.ts';

/** A wait that Telegram asked for is taken over for so long at most, in milliseconds. Asked for longer, it says so again. */
const longestWait = 600_000;

/** Reloads the windows of the last minute and the waits, and clears up. Returns the rows to be taken by themselves; their chats wait until this sender has led for a while. */
export async function takeOver({ app, limits }: Post, owner: string): Promise<Suspect[]> {
  await recallGroupAnswers({ app, limits });
  const now = app.now().getTime();
  const calls = await recentCalls(app.db, new Date(now - memory));
  const held = await heldChats(app.db, app.now());
  await denyDeath(app.db, owner, app.now());
  await recoverRows(app.db, { before: null, maxAttempts, maxResends, owner });
  await heedClock(app);
  const suspects = await suspectRows(app.db, app.now());
  limits.forgetCalls();
  // What lies ahead was sent under a clock that has been set back since: perhaps just now.
  for (const { telegramId, group, at } of calls) limits.called(Number(telegramId), group, Math.min(at.getTime(), now));
  const waits = held.map(({ telegramId, until, all }) => ({ chat: Number(telegramId), until: until.getTime(), all }));
  limits.blockAgain(waits, now + longestWait);
  for (const { chat, wait } of suspects) limits.block(chat, now + wait);
  if (suspects.length > 0) app.log.warn({ rows: suspects.map(({ id }) => Number(id)) }, 'outbox.suspected');
  return suspects;
}
