// Answers as people send them: a number or lines as a reply to the card, the private message or the reminder; a bare number in private.
import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { loadCalendar } from '../calendar.ts';
import { ensureChat } from '../chats/actions.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { readExtension } from '../reading/extension-words.ts';
import { isThanks, readReport } from '../reading/report-words.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, requireActor, speaksForChat } from '../telegram/context.ts';
import { type FileRef, filesOf } from '../telegram/files.ts';
import { dayIn } from '../time.ts';
import { answer, type Answered } from './answer-actions.ts';
import { type AnswerRead, fieldForFile, isBareNumber, type Leave, readAnswer } from './answer-rules.ts';
import { keepBeside } from './beside-actions.ts';
import {
  answeredShares,
  canBeWrittenTo,
  type Candidate,
  ground,
  type Ground,
  ownCollections,
} from './ground-queries.ts';
import { faultMessage, nothingMessage, type Screen, takenMessage } from './messages.ts';

type Sent = Message & { edit_date?: number };

/** Listens before tasks and reports; what is no answer goes on to them. */
export function answerHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.on('message', async (ctx, next) => incoming(ctx, ctx.message, next));
  composer.on('edited_message', async (ctx, next) => incoming(ctx, ctx.editedMessage, next));
  onButton(composer, 'collections.take', async (ctx, id, way) => takeAsked(ctx, idArg(id), way));
  return composer;
}

async function incoming(ctx: Ctx, message: Sent, next: () => Promise<void>): Promise<void> {
  const { actor } = ctx;
  if (!actor || speaksForChat(ctx) || message.text?.startsWith('/') || message.forward_origin) return next();
  const words = wordsOf(message);
  const files = filesOf(message);
  if (words === '' && files.length === 0) return next();
  const { shares, others } = await candidates(ctx, actor, message);
  const [first, second] = shares;
  if (!first || (files.length === 0 && (await isSaidToPeople(ctx, words)))) return next();
  if (!second && !others) return take(ctx, message, first);
  // Among ordinary tasks, or several questions, only what fits is taken for an answer.
  const fitting = await fittingShares(ctx, actor, message, shares);
  const [only, another] = fitting;
  if (!only) return next();
  if (!another) return take(ctx, message, only);
  await ctx.say(
    'collections-which',
    {},
    { replyTo: message.message_id, keyboard: await whichKeyboard(ctx, actor, fitting) },
  );
}

type Meant = { shares: Candidate[]; others: boolean };
const nothing: Meant = { shares: [], others: false };

async function candidates(ctx: Ctx, actor: Actor, message: Sent): Promise<Meant> {
  const replied = message.reply_to_message;
  const privately = message.chat.type === 'private';
  if (replied && replied.from?.id !== ctx.me.id) return nothing;
  if (replied) {
    const found = await answeredShares(ctx.app, actor, { chat: message.chat.id, messageId: replied.message_id });
    if (found.shares.length > 0) return found;
    const number = /№\s*([\p{L}\d][\p{L}\d./-]*)/u.exec(replied.text ?? replied.caption ?? '')?.[1];
    // What we said of an answer names the task; it is no message of the outbox.
    if (privately && number) {
      const { owed, answered } = await ownCollections(ctx.app, actor, number);
      return { shares: [...owed, ...answered], others: false };
    }
  }
  // Without a number nothing said in private by itself can be told from a report.
  if (!privately || !/\d/.test(wordsOf(message))) return nothing;
  const { owed, answered } = await ownCollections(ctx.app, actor);
  // What was answered is corrected by a number and nothing else.
  const bare = isBareNumber(wordsOf(message));
  const waiting = bare ? await fittingShares(ctx, actor, message, owed) : owed;
  return { shares: waiting.length > 0 || !bare ? waiting : answered, others: true };
}

/** Thanks, questions and requests for more time are no answers, whatever they answer to. */
async function isSaidToPeople(ctx: Ctx, words: string): Promise<boolean> {
  if (isThanks(words) || readReport(words).kind === 'question') return true;
  const context = {
    today: dayIn(ctx.app.zone, ctx.app.now()),
    calendar: await loadCalendar(ctx.app),
    week: 5 as const,
  };
  return readExtension(words, context) !== null;
}

async function fittingShares(ctx: Ctx, actor: Actor, message: Sent, shares: Candidate[]): Promise<Candidate[]> {
  const fitting: Candidate[] = [];
  for (const share of shares.slice(0, 8)) {
    const at = await ground(ctx.app, actor, share.participationId).catch(() => null);
    if (!at) continue;
    const { values, faults } = read(at, message, {});
    const file = filesOf(message).some((each) => fieldForFile(at.fields, [], each) !== null);
    // Any words would do for a text.
    const texts = at.fields.filter(({ kind }) => kind === 'text').map(({ fieldId }) => fieldId);
    const plain =
      values.some(({ number }) => number !== null) || !values.some(({ fieldId }) => texts.includes(fieldId));
    if ((values.length > 0 && faults.length === 0 && plain) || file) fitting.push(share);
  }
  return fitting;
}

async function whichKeyboard(ctx: Ctx, actor: Actor, shares: Candidate[]): Promise<Keyboard> {
  const rows = await Promise.all(shares.map((share) => ground(ctx.app, actor, share.participationId)));
  return rows.map(({ participationId, number, headline }) => [
    button(`№ ${number} · ${headline}`.slice(0, 60), 'collections.take', participationId, 'p'),
  ]);
}

function read({ fields, current }: Ground, message: Sent, leave: Leave): AnswerRead {
  const words = wordsOf(message);
  if (words === '') return { values: [], loose: [], faults: [] };
  const answered = current.map(({ fieldId }) => fieldId);
  return readAnswer(words, fields, answered, leave);
}

/** Notes what the message says for this share, and tells what was understood. */
async function take(ctx: Ctx, message: Sent, candidate: Candidate, leave: Leave = {}): Promise<void> {
  const actor = requireActor(ctx);
  const { participationId } = candidate;
  const at = await groundOf(ctx, message, candidate);
  if (!at) return;
  const { values, faults } = read(at, message, leave);
  const files = filesFor(at, message);
  if (values.length === 0 && files.length === 0) {
    if (await isBeside(ctx, at, message)) return;
    const why =
      faults.length === 0
        ? nothingMessage(ctx.app, ctx.locale, participationId, at)
        : faultMessage(ctx.app, ctx.locale, participationId, at.fields, faults);
    return tell(ctx, message, at.taskId, why);
  }
  const chatId = await ensureChat(ctx.app, message.chat);
  const requestKey = `answer:${chatId}:${message.message_id}:${message.edit_date ?? 0}`;
  const from = { chatId, messageId: message.message_id, mediaGroupId: message.media_group_id };
  const done = await answer(ctx.app, actor, { participationId, values, files, from, requestKey });
  await isBeside(ctx, at, message);
  await confirm(
    ctx,
    { message, taskId: at.taskId },
    done,
    takenMessage(ctx.app, ctx.locale, participationId, done, faults),
    faults.length > 0,
  );
}

/** In a group nobody else reads that the question is over: it is told in private. */
async function groundOf(ctx: Ctx, message: Sent, { participationId, taskId }: Candidate): Promise<Ground | null> {
  try {
    return await ground(ctx.app, requireActor(ctx), participationId);
  } catch (error) {
    if (!(error instanceof UserError) || message.chat.type === 'private' || ctx.callbackQuery) throw error;
    await tell(ctx, message, taskId, { html: ctx.t(error.key, error.args), keyboard: [] });
    return null;
  }
}

/** The fields that a file of this message may go into: what an item of its album has filled stays. */
function fieldsFor({ fields, albums }: Ground, { media_group_id: album }: Sent): Ground['fields'] {
  return fields.filter(({ fieldId }) => album === undefined || albums.get(fieldId) !== album);
}

function filesFor(at: Ground, message: Sent): { fieldId: number; file: FileRef }[] {
  const answered = at.current.map(({ fieldId }) => fieldId);
  return filesOf(message).flatMap((file) => {
    const field = fieldForFile(fieldsFor(at, message), answered, file);
    return field ? [{ fieldId: field.fieldId, file }] : [];
  });
}

/** A file that no field asks for is kept beside the answer. True when the message was nothing but that. */
async function isBeside(ctx: Ctx, at: Ground, message: Sent): Promise<boolean> {
  const { participationId } = at;
  const files = filesOf(message).filter((file) => fieldForFile(fieldsFor(at, message), [], file) === null);
  if (files.length === 0) return false;
  const kept = await keepBeside(ctx.app, requireActor(ctx), { participationId, files });
  if (wordsOf(message) !== '') return false;
  if (kept && message.media_group_id !== undefined) return true;
  await ctx.say(kept ? 'collections-file-kept' : 'collections-file-not-asked', {}, { replyTo: message.message_id });
  return true;
}

/** The press under our question: the words are those of the message that it answered. */
async function takeAsked(ctx: Ctx, participationId: number, way: string | undefined): Promise<void> {
  const question = ctx.callbackQuery?.message;
  const asked = question && 'reply_to_message' in question ? question.reply_to_message : undefined;
  if (!asked) throw new UserError('tasks-lost-text');
  if (asked.from?.id !== ctx.from?.id) throw new UserError('reports-not-your-message');
  const leave = { n: { confirm: true }, w: { confirm: true, words: true }, p: {} }[way ?? ''];
  if (!leave) throw new UserError('telegram-stale-button');
  await take(ctx, asked as Sent, { participationId, taskId: 0 }, leave);
}

/** In a group a mark is enough: hundreds of schools would say "accepted" to each other. */
async function confirm(
  ctx: Ctx,
  { message, taskId }: { message: Sent; taskId: number },
  done: Answered,
  screen: Screen,
  faulty: boolean,
): Promise<void> {
  const whole = !faulty && done.missing.length === 0;
  if (message.chat.type !== 'private') await mark(ctx, message, '👍');
  if (message.chat.type === 'private' || !whole) await tell(ctx, message, taskId, screen);
}

async function mark(ctx: Ctx, message: Sent, emoji: '👍' | '🤔'): Promise<void> {
  await ctx.api
    .setMessageReaction(message.chat.id, message.message_id, [{ type: 'emoji', emoji }])
    .catch((error: unknown) => ctx.app.log.info({ err: error }, 'collections.no-reaction'));
}

/**
 * In private beside the words; what was said in a group is answered in private too. Whoever cannot be written to gets a mark, and the
 * group one message for all of them: hundreds of schools would read each other's slips.
 */
async function tell(ctx: Ctx, message: Sent, taskId: number, { html, keyboard }: Screen): Promise<void> {
  const actor = requireActor(ctx);
  if (ctx.callbackQuery) return rewrite(ctx, html, keyboard);
  if (message.chat.type === 'private') return void (await ctx.sayHtml(html, { replyTo: message.message_id, keyboard }));
  const answers = keyboard.filter((row) =>
    row.every((each) => !('callback_data' in each) || !each.callback_data.startsWith('collections.take')),
  );
  const late = { chat: actor.telegramId, threadId: null, html, keyboard: answers, forceReply: false };
  if ((await canBeWrittenTo(ctx.app, actor.personId)) && (await ctx.app.answers.later(late))) return;
  await mark(ctx, message, '🤔');
  const chatId = await ensureChat(ctx.app, message.chat);
  const threadId = message.is_topic_message ? (message.message_thread_id ?? null) : null;
  const key = `collections.unclear:${taskId}:${chatId}:${threadId ?? 0}`;
  await enqueue(ctx.app, [{ kind: 'collections.unclear', chatId, threadId, subjectId: taskId, dedupeKey: key }]);
}

function wordsOf(message: Sent): string {
  return (message.text ?? message.caption ?? '').trim();
}
