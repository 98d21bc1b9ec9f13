// Delivering one claimed row: render, say that it is being sent, call Telegram, write down what came of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, GrammyError, HttpError } from 'grammy';
import { transaction, type App } from '../app.ts';
import { isDatabaseGone } from '../errors.ts';
import { isLocale, type Locale } from '../texts.ts';
import { cancelPlanned } from './actions.ts';
import {
  endRows,
  giveBack,
  lastEdition,
  type ClaimedRow,
  type EndedRow,
  type Ending,
  type GiveBackOptions,
} from './claim.ts';
import type { Limits } from './limits.ts';
import type { Together } from './together.ts';
import { sendPhoto, sendPhotoApart } from './deliver-photo.ts';
import { backoff, classify, contentHash, fitsCaption, maxAttempts, maxResends, otherWay, plainText } from './rules.ts';
import type { Failure, Rendered, Renderers, Verdict, Way } from './rules.ts';

export type Hooks = {
  /** A person cannot be written to: never started the bot, blocked it, deleted the account. */
  onUnreachable: (app: App, personId: number, reason: string) => Promise<unknown>;
  /** The bot is no longer in the group, or the group is gone. */
  onChatGone: (app: App, chatId: number, reason: string) => Promise<unknown>;
  /** A group became a supergroup and has another Telegram id. */
  onChatMoved: (app: App, chatId: number, newTelegramId: number) => Promise<unknown>;
  /** A group takes no messages of the bot, or not in this topic; somebody has to be told. */
  onPlaceClosed: (
    app: App,
    closed: { chatId: number; threadId: number | null; why: 'topic' | 'rights' },
  ) => Promise<unknown>;
};

/** What a sender delivers with. */
export type Post = {
  app: App;
  api: Api;
  renderers: Renderers;
  hooks: Hooks;
  limits: Limits;
  /** Says that the call of a row comes now; false: do not send. */
  starts: Together<ClaimedRow, boolean>;
  /** Writes down what became of a row. */
  ends: Together<EndedRow, void>;
  /** Rows on their way of which no call was made yet. */
  ahead: Set<ClaimedRow>;
  /** Faults of the line in a row. */
  faults: number;
  /** Telegram refused the token: nothing goes any more. */
  stopped: boolean;
  /** Told when a row is planned again. */
  givenBack: () => void;
};

/** Delivers one row and records the outcome. Throws only when the database fails; the row is then recovered by its lease. */
export async function deliver(post: Post, row: ClaimedRow): Promise<void> {
  const { app, limits } = post;
  // Claimed together with rows that brought bad news.
  if (post.stopped || limits.room(app.now().getTime()) === 0) return putBack(post, row, { attempts: row.attempts });
  if (row.expiresAt && row.expiresAt <= app.now()) return end(post, row, { state: 'cancelled', outcome: 'expired' });
  const rendered = await render(post, row);
  if (rendered) await send(post, row, rendered);
}

async function putBack(post: Post, row: ClaimedRow, options: GiveBackOptions): Promise<void> {
  await giveBack(post.app.db, row, options);
  post.givenBack();
}

function end({ ends }: Post, row: ClaimedRow, ending: Ending): Promise<void> {
  return ends.add({ row, ending });
}

/** The text of this moment; null when the row has been dealt with here. */
async function render(post: Post, row: ClaimedRow): Promise<Rendered | null> {
  const { app, renderers, limits } = post;
  try {
    const renderer = renderers[row.kind];
    if (!renderer) throw new Error(`no renderer for ${row.kind}`);
    const locales = localesOf(app, row);
    const rendered = await renderer(app, row, locales);
    if (!rendered) await end(post, row, { state: 'cancelled', outcome: 'no longer stands' });
    return rendered && row.data.repeat === true ? markedAsRepeat(app, rendered, locales) : rendered;
  } catch (error) {
    // Not the fault of the renderer: a database that comes and goes must not use up the row.
    const gone = isDatabaseGone(error);
    const attempts = row.attempts + (gone ? 0 : 1);
    app.log[gone ? 'warn' : 'error'](
      { err: error, id: Number(row.id), kind: row.kind, attempts },
      'outbox.render-failed',
    );
    if (!gone && attempts >= maxAttempts) await end(post, row, { state: 'dead', outcome: 'the renderer failed' });
    else await putBack(post, row, { attempts });
    limits.block(Number(row.telegramId), app.now().getTime() + backoff(Math.max(1, attempts)));
    return null;
  }
}

/** Whoever has it already must see that it is nothing new. */
function markedAsRepeat(app: App, rendered: Rendered, locales: Locale[]): Rendered {
  const mark = [...new Set(locales.map((locale) => app.t(locale, 'outbox-repeat')))].join(' · ');
  return { ...rendered, text: `<i>${mark}</i>\n${rendered.text}` };
}

function localesOf(app: App, row: ClaimedRow): Locale[] {
  const known = (row.private ? [row.locale] : (row.languages ?? [])).filter(isLocale);
  return known.length > 0 ? known : [app.config.defaultLanguage];
}

async function send(post: Post, row: ClaimedRow, rendered: Rendered): Promise<void> {
  const { app } = post;
  const hash = contentHash(rendered);
  const last = row.livingKey === null ? undefined : await lastEdition(app.db, row.chatId, row.livingKey);
  if (last?.contentHash === hash) {
    const edition = { messageId: last.messageId, contentHash: hash, sentAt: app.now() };
    return end(post, row, { state: 'sent', outcome: 'unchanged', ...edition });
  }
  if (!(await post.starts.add(row))) return;
  const pictured = row.livingKey === null ? rendered.photo : undefined;
  const photo = pictured !== undefined && fitsCaption(rendered.text);
  let way: Way = { edit: last ? Number(last.messageId) : null, thread: row.threadId, html: true, photo };
  for (;;) {
    const answer = await call(post, row, rendered, way);
    if (typeof answer === 'number') {
      post.faults = 0;
      if (pictured && !photo) await sendPhotoApart(post, goalOf(row, way), pictured);
      app.metrics.sends.inc({ result: 'sent' });
      const edition = { messageId: BigInt(answer), contentHash: hash, sentAt: app.now() };
      return remember(post, row, { state: 'sent', ...edition, ...(!way.html && { outcome: 'as plain text' }) });
    }
    const verdict = classify(answer);
    app.metrics.sends.inc({ result: verdict.is });
    const next = otherWay(way, verdict);
    if (verdict.is === 'topicGone' && way.thread !== null)
      await post.hooks.onPlaceClosed(app, { chatId: row.chatId, threadId: way.thread, why: 'topic' });
    if (!next) return settle(post, row, verdict, answer, way);
    way = next;
  }
}

/** Telegram has the message: a database that is away for some seconds must not make a doubt of it, nor lose its id. */
async function remember(post: Post, row: ClaimedRow, ending: Ending): Promise<void> {
  for (let fault = 1; ; fault += 1) {
    try {
      return await end(post, row, ending);
    } catch (error) {
      if (fault > maxAttempts) throw error;
      await sleep(backoff(fault));
    }
  }
}

function goalOf({ telegramId, silent }: ClaimedRow, { thread }: Way) {
  return { chatId: Number(telegramId), threadId: thread, silent };
}

/** One call to Telegram: the id of the message, or how it failed. */
async function call(post: Post, row: ClaimedRow, rendered: Rendered, way: Way): Promise<number | Failure> {
  const { app, api, limits } = post;
  const { text, keyboard, photo } = rendered;
  post.ahead.delete(row);
  limits.called(Number(row.telegramId), !row.private, app.now().getTime());
  const chatId = Number(row.telegramId);
  const body = way.html ? text : plainText(text);
  const options = {
    ...(way.html && { parse_mode: 'HTML' as const }),
    ...(keyboard && { reply_markup: { inline_keyboard: keyboard } }),
  };
  const plainly = { ...options, link_preview_options: { is_disabled: true } };
  const sound = row.silent ? { disable_notification: true } : {};
  try {
    if (way.edit === null) {
      const thread = way.thread === null ? {} : { message_thread_id: way.thread };
      if (photo && way.photo) return await sendPhoto(api, goalOf(row, way), photo, { caption: body, ...options });
      const message = await api.sendMessage(chatId, body, { ...plainly, ...thread, ...sound });
      return message.message_id;
    }
    await api.editMessageText(chatId, way.edit, body, plainly);
    return way.edit;
  } catch (error) {
    const failure = failureOf(error);
    // The chat shows this content already.
    return way.edit !== null && classify(failure).is === 'notModified' ? way.edit : failure;
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) {
    const { error_code: code, description, parameters } = error;
    return {
      answered: true,
      code,
      description,
      retryAfter: parameters.retry_after,
      migrateTo: parameters.migrate_to_chat_id,
    };
  }
  const cause: unknown = error instanceof HttpError ? error.error : error;
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  // The address in the message holds the token.
  const reason = (message.includes(code) ? message : `${code} ${message}`).replace(/bot\d+:[\w-]+/g, 'bot…');
  return { answered: false, reason };
}

async function settle(post: Post, row: ClaimedRow, verdict: Verdict, failure: Failure, way: Way): Promise<void> {
  const { app, limits } = post;
  const reason = failure.answered ? `${failure.code} ${failure.description}` : failure.reason;
  const facts = { id: Number(row.id), kind: row.kind, chatId: row.chatId, reason };
  const now = app.now().getTime();
  if (verdict.is !== 'offline' && verdict.is !== 'unknown') post.faults = 0;
  switch (verdict.is) {
    case 'limited':
      app.metrics.limited.inc({ by: 'sender' });
      app.log.warn({ ...facts, seconds: verdict.seconds }, 'outbox.limited');
      limits.refused(Number(row.telegramId), verdict.seconds, now);
      return putBack(post, row, { attempts: row.attempts });
    case 'offline':
      rest(post, now);
      app.log.warn({ ...facts, faults: post.faults }, 'outbox.offline');
      return putBack(post, row, { attempts: row.attempts });
    case 'unauthorised':
      post.stopped = true;
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
      // An outage must not use up the whole queue, one doubt a row.
      rest(post, now);
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

async function moveChat(post: Post, row: ClaimedRow, telegramId: number, reason: string): Promise<void> {
  const { app, hooks } = post;
  const attempts = row.attempts + 1;
  await transaction(app, async (app) => {
    await hooks.onChatMoved(app, row.chatId, telegramId);
    // Bounded, for a group that is said to have moved although its new id is known.
    if (attempts >= maxAttempts) await endRows(app.db, [{ row, ending: { state: 'dead', outcome: reason } }]);
    else await giveBack(app.db, row, { attempts });
  });
  post.givenBack();
}

async function loseChat({ app, hooks }: Post, row: ClaimedRow, reason: string): Promise<void> {
  await transaction(app, async (app) => {
    await endRows(app.db, [{ row, ending: { state: 'dead', outcome: reason } }]);
    await cancelPlanned(app, { chatId: row.chatId }, 'the chat is gone');
    if (row.private && row.personId !== null) await hooks.onUnreachable(app, row.personId, reason);
    else await hooks.onChatGone(app, row.chatId, reason);
  });
}

/** Perhaps it arrived. An edit is repeated without harm; a new message only if it is better said twice than never. */
async function leaveOpen(post: Post, row: ClaimedRow, way: Way, reason: string): Promise<void> {
  const { app, limits } = post;
  const attempts = row.attempts + 1;
  const repeat = row.resend && way.edit === null;
  if ((!repeat && way.edit === null) || attempts >= (repeat ? maxResends : maxAttempts)) {
    return end(post, row, { state: 'unknown', outcome: reason });
  }
  limits.block(Number(row.telegramId), app.now().getTime() + backoff(attempts));
  return putBack(post, row, { attempts, repeat });
}
