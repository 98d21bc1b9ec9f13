// What becomes of a row whose call failed: waits, moves, is lost with its chat, stays in doubt, or is dead.
import { transaction } from '../app.ts';
import { cancelPlanned } from './actions.ts';
import { type ClaimedRow, ending } from './claim.ts';
import { end, type Post, putBack } from './post.ts';
import { backoff, type Failure, isSlowChat, maxAttempts, maxResends, type Verdict, type Way } from './rules.ts';

/** A chat that did not answer in time is left alone for so long, in milliseconds. */
const slowChatRest = 30_000;
/** After Telegram refused the token, or something before it did not find it: nothing goes for so long, in milliseconds. */
const tokenRest = 60_000;

/** Acts on the verdict about a failed call, `way` being the last that was tried. Throws only when the database fails. */
export async function settle(post: Post, row: ClaimedRow, verdict: Verdict, failure: Failure, way: Way): Promise<void> {
  const { app, limits } = post;
  const reason = failure.answered ? `${failure.code} ${failure.description}` : failure.reason;
  const facts = { id: Number(row.id), kind: row.kind, chatId: row.chatId, reason };
  const now = app.now().getTime();
  if (verdict.is !== 'offline' && verdict.is !== 'unknown') post.faults = 0;
  switch (verdict.is) {
    case 'limited':
      app.metrics.limited.inc({ by: 'sender' });
      app.log.warn({ ...facts, seconds: verdict.seconds }, 'outbox.limited');
      return waitAsTold(post, row, verdict.seconds, now);
    case 'offline':
      rest(post, now);
      app.log.warn({ ...facts, faults: post.faults }, 'outbox.offline');
      return putBack(post, row, { attempts: row.attempts });
    case 'unauthorised':
      limits.pause(now + tokenRest);
      app.log.fatal(facts, 'outbox.token-refused');
      return putBack(post, row, { attempts: row.attempts });
    case 'moved':
      return moveChat(post, row, verdict.telegramId, reason);
    case 'muted':
      app.log.warn(facts, 'outbox.muted');
      await post.hooks.onPlaceClosed(app, { chatId: row.chatId, threadId: row.threadId, why: 'rights' });
      return end(post, row, { state: 'dead', outcome: reason });
    case 'gone':
      app.log.warn(facts, 'outbox.chat-gone');
      return loseChat(post, row, reason);
    case 'unknown':
      // An outage must not use up the whole queue, one doubt a row; nor may that of one chat use up what waits for the chat.
      if (isSlowChat(failure)) limits.block(Number(row.telegramId), now + slowChatRest);
      else rest(post, now);
      app.log.warn(facts, 'outbox.unknown');
      return leaveOpen(post, row, way, reason);
    case 'notModified':
    case 'editLost':
    case 'topicGone':
    case 'unreadable':
    case 'refused':
      app.log.error(facts, 'outbox.dead');
      return end(post, row, { state: 'dead', outcome: reason });
  }
}

/** Holds everything back for longer with every fault of the line in a row; calls that fail together are one fault. */
function rest(post: Post, now: number): void {
  if (!post.limits.paused(now)) post.limits.pause(now + backoff(++post.faults));
}

function waitAsTold(post: Post, row: ClaimedRow, seconds: number, now: number): Promise<void> {
  const all = post.limits.refused(Number(row.telegramId), seconds, now);
  const held = { until: new Date(now + seconds * 1000), all };
  return putBack(post, row, { attempts: row.attempts, held });
}

async function moveChat(post: Post, row: ClaimedRow, telegramId: number, reason: string): Promise<void> {
  const { app, hooks } = post;
  const attempts = row.attempts + 1;
  await transaction(app, async (app) => {
    await hooks.onChatMoved(app, row.chatId, telegramId);
    // Bounded, for a group that is said to have moved although its new id is known.
    if (attempts >= maxAttempts)
      await app.db.$executeRaw(ending([{ row, ending: { state: 'dead', outcome: reason } }]));
  });
  if (attempts < maxAttempts) await putBack(post, row, { attempts });
}

async function loseChat({ app, hooks }: Post, row: ClaimedRow, reason: string): Promise<void> {
  await transaction(app, async (app) => {
    await app.db.$executeRaw(ending([{ row, ending: { state: 'dead', outcome: reason } }]));
    await cancelPlanned(app, { chatId: row.chatId }, 'the chat is gone');
    if (row.private && row.personId !== null) await hooks.onUnreachable(app, row.personId, reason);
    else await hooks.onChatGone(app, row.chatId, reason);
  });
}

/** Perhaps it arrived. An edit is repeated without harm; a new message only if it is better said twice than never. */
async function leaveOpen(post: Post, row: ClaimedRow, way: Way, reason: string): Promise<void> {
  const { app, limits } = post;
  const attempts = row.attempts + 1;
  const calledAt = app.now();
  const repeat = row.resend && way.edit === null;
  if ((!repeat && way.edit === null) || attempts >= (repeat ? maxResends : maxAttempts)) {
    return end(post, row, { state: 'unknown', outcome: reason, sentAt: calledAt });
  }
  limits.block(Number(row.telegramId), calledAt.getTime() + backoff(attempts));
  return putBack(post, row, { attempts, calledAt, repeat });
}
