// 'перенесите на 15 января', '15 қаңтарға ауыстырыңыз': an executor who asks for more time in plain words is offered an extension.
import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { loadCalendar, type Week } from '../calendar.ts';
import type { Actor } from '../org/rules.ts';
import { abilitiesOf } from '../org/rules.ts';
import { type ExtensionReading, readExtension } from '../reading/extension-words.ts';
import { readReport } from '../reading/report-words.ts';
import { candidatesOf, owedBy, targetOf } from '../reports/intake-queries.ts';
import { understandTask } from '../tasks/draft-queries.ts';
import type { ShareRow } from '../tasks/list-queries.ts';
import { owes } from '../tasks/rules.ts';
import { commonWeek } from '../tasks/week-rules.ts';
import { type Ctx, speaksForChat } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { filesOf } from '../telegram/files.ts';
import { dayIn } from '../time.ts';
import { datePlus } from './rules.ts';

/** Listens to plain words in private and to answers to the bot in groups. */
export function wordsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.on('message:text', listen);
  return composer;
}

async function listen(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const { actor, message } = ctx;
  if (!actor || !message?.text || speaksForChat(ctx) || message.text.startsWith('/')) return next();
  if (message.forward_origin || filesOf(message).length > 0) return next();
  const reading = await readRequest(ctx, message.text);
  if (!reading) return next();
  const shares = await sharesMeant(ctx, actor, message);
  const [first] = shares;
  if (!first || (await namesOthers(ctx, actor, message))) return next();
  if (reading.impossible) await ctx.say('extensions-impossible', {}, { replyTo: message.message_id });
  const due = first.due;
  // Working days are those of who asks; whose shares they mean is known only now.
  const week = commonWeek(shares.map(({ week }) => week));
  const counted = week === 6 ? ((await readRequest(ctx, message.text, week)) ?? reading) : reading;
  const day = counted.day ?? (counted.add && due && shares.length === 1 ? datePlus(due, counted.add) : null);
  await enterDialog(ctx, 'extensions.ask', {
    ids: shares.map(({ participationId }) => participationId),
    day,
    words: reading.reasoned ? message.text : '',
    key: `message:${message.chat.id}:${message.message_id}`,
  });
}

/** What is asked for; a clear report that speaks of dates besides is none. */
async function readRequest(ctx: Ctx, text: string, week: Week = 5): Promise<ExtensionReading | null> {
  const { kind } = readReport(text);
  if (kind === 'final') return null;
  const { zone } = ctx.app;
  return readExtension(text, { today: dayIn(zone, ctx.app.now()), calendar: await loadCalendar(ctx.app), week });
}

/** The owed shares with a date that the words can be about: of the answered message, else everything the person owes. */
async function sharesMeant(ctx: Ctx, actor: Actor, message: Message): Promise<ShareRow[]> {
  const answered = message.reply_to_message;
  const toUs = answered?.from?.id === ctx.me.id;
  if (message.chat.type !== 'private' && !toUs) return [];
  const target = toUs && answered ? await targetOf(ctx.app, message.chat.id, answered.message_id) : null;
  if (!target && message.chat.type !== 'private') return [];
  const named = target ? (await candidatesOf(ctx.app, actor, target)).open : [];
  const open = named.length > 0 || message.chat.type !== 'private' ? named : await owedBy(ctx.app, actor);
  return open.filter(({ state, due }) => owes(state) && due !== null);
}

/** Whoever issues tasks may mean one: words that name somebody else are left to it. */
async function namesOthers(ctx: Ctx, actor: Actor, message: Message): Promise<boolean> {
  if (message.reply_to_message || message.chat.type !== 'private' || !abilitiesOf(actor).has('issue')) return false;
  const { executorPostIds } = await understandTask(ctx.app, actor, { words: message.text ?? '' }, null);
  return executorPostIds.some((id) => !actor.posts.some(({ postId }) => postId === id));
}
