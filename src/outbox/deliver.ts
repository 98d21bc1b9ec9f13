// Delivering one claimed row: render, say that it is being sent, call Telegram, write down what came of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { GrammyError, HttpError } from 'grammy';
import type { App } from '../app.ts';
import { isDatabaseGone } from '../errors.ts';
import { isLocale, type Locale } from '../texts.ts';
import { type ClaimedRow, type Ending, lastEdition } from './claim.ts';
import { sendPhoto, sendPhotoApart } from './deliver-photo.ts';
import { end, type Post, putBack } from './post.ts';
import { backoff, classify, contentHash, fitsCaption, maxAttempts, otherWay, plainText } from './rules.ts';
import type { Failure, Rendered, Way } from './rules.ts';
import { settle } from './settle.ts';

/**
 * Delivers one row and records the outcome. False: it was given back untouched, having been taken together with rows that brought bad news.
 * Throws only when the database fails; the row is then recovered by its lease.
 */
export async function deliver(post: Post, row: ClaimedRow): Promise<boolean> {
  const { app, limits } = post;
  if (limits.room(app.now().getTime()) === 0) {
    await putBack(post, row, { attempts: row.attempts });
    return false;
  }
  if (row.expiresAt && row.expiresAt <= app.now()) {
    await end(post, row, { state: 'cancelled', outcome: 'expired' });
    return true;
  }
  const rendered = await render(post, row);
  if (!rendered) return true;
  row.silent ||= await isQuiet(post, row);
  await send(post, row, rendered);
  return true;
}

/** Answers are waited for at any hour, and what ends at a time was planned for its hours; the rest may come late, after an outage. */
async function isQuiet({ app, hooks }: Post, row: ClaimedRow): Promise<boolean> {
  if (row.silent || row.lane === 0 || row.expiresAt !== null) return false;
  return (await hooks.isQuiet?.(app, row)) ?? false;
}

/** The text of this moment; null when the row has been dealt with here. */
async function render(post: Post, row: ClaimedRow): Promise<Rendered | null> {
  const { app, renderers, limits } = post;
  try {
    const renderer = renderers[row.kind];
    if (!renderer) throw new Error(`no renderer for ${row.kind}`);
    const rendered = await renderer(app, row, localesOf(app, row));
    if (!rendered) await end(post, row, { state: 'cancelled', outcome: 'no longer stands' });
    return rendered;
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
function markedAsRepeat(app: App, row: ClaimedRow, rendered: Rendered): Rendered {
  const mark = [...new Set(localesOf(app, row).map((locale) => app.t(locale, 'outbox-repeat')))].join(' · ');
  return { ...rendered, text: `<i>${mark}</i>\n${rendered.text}` };
}

function localesOf(app: App, row: ClaimedRow): Locale[] {
  const known = (row.private ? [row.locale] : (row.languages ?? [])).filter(isLocale);
  return known.length > 0 ? known : [app.config.defaultLanguage];
}

async function send(post: Post, row: ClaimedRow, content: Rendered): Promise<void> {
  const { app } = post;
  const edition = row.livingKey === null ? undefined : await lastEdition(app.db, row.chatId, row.livingKey);
  const last = edition === 'doubtful' ? undefined : edition;
  const again = !last && (edition === 'doubtful' || row.data.repeat === true);
  const rendered = again ? markedAsRepeat(app, row, content) : content;
  const hash = contentHash(content);
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
      post.taken += 1;
      app.metrics.sends.inc({ result: 'sent' });
      const edition = { messageId: BigInt(answer), contentHash: hash, sentAt: app.now() };
      await remember(post, row, { state: 'sent', ...edition, ...(!way.html && { outcome: 'as plain text' }) });
      if (!pictured || photo) return;
      return sendPhotoApart(post, { ...goalOf(row, way), group: !row.private }, pictured);
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
  const { text, keyboard, photo, forceReply } = rendered;
  post.ahead.delete(row);
  const { taken } = post;
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
      const asking = forceReply && !keyboard?.length ? { reply_markup: { force_reply: true as const } } : {};
      const message = await api.sendMessage(chatId, body, { ...plainly, ...thread, ...sound, ...asking });
      return message.message_id;
    }
    await api.editMessageText(chatId, way.edit, body, plainly);
    return way.edit;
  } catch (error) {
    const failure = failureOf(error);
    if (!failure.answered) failure.othersWereAnswered = post.taken > taken;
    // The chat shows this content already.
    return way.edit !== null && classify(failure).is === 'notModified' ? way.edit : failure;
  }
}

/** What an error of a call says; without the token that its address holds. */
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
