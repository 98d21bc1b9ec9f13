// Lists on demand: /my, /overdue and /find, each searched by the words behind the command, and their pages.
import { Composer } from 'grammy';
import { findPlace } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately, requireActor } from '../telegram/context.ts';
import { wordsIn } from './find-rules.ts';
import { wordsOfList } from './list-messages.ts';
import { type ListName, presentList, presentPlaceStatus } from './list-views.ts';

/** Commands and buttons of lists. */
export function listHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('my', async (ctx) => showList(ctx, privately(ctx), 'my', ctx.match));
  composer.command('find', async (ctx) => showList(ctx, privately(ctx), 'find', ctx.match));
  composer.command('overdue', async (ctx) => {
    const actor = requireActor(ctx);
    await (ctx.chat.type === 'private' ? showList(ctx, actor, 'overdue', ctx.match) : groupStatus(ctx));
  });
  onButton(composer, 'tasks.show', async (ctx, list) => showList(ctx, requireActor(ctx), listOf(list)));
  onButton(composer, 'tasks.list', async (ctx, list, page) => {
    const asked = { locale: ctx.locale, page: idArg(page), words: wordsOfList(ctx.callbackQuery?.message?.text ?? '') };
    const { text, keyboard } = await presentList(ctx.app, requireActor(ctx), listOf(list), asked);
    await rewrite(ctx, text, keyboard);
  });
  return composer;
}

function listOf(name: string | undefined): ListName {
  if (name !== 'my' && name !== 'overdue' && name !== 'find') throw new UserError('telegram-stale-button');
  return name;
}

async function showList(ctx: Ctx, actor: Actor, list: ListName, match?: string): Promise<void> {
  const asked = { locale: ctx.locale, page: 0, words: wordsIn(match) };
  const { text, keyboard } = await presentList(ctx.app, actor, list, asked);
  await ctx.sayHtml(text, { keyboard });
}

/** The state of the organisation that the group is bound to, in the group's languages. */
async function groupStatus(ctx: Ctx): Promise<void> {
  requireActor(ctx);
  const message = ctx.msg;
  const threadId = message?.is_topic_message ? (message.message_thread_id ?? null) : null;
  const place = ctx.chat ? await findPlace(ctx.app, ctx.chat.id, threadId) : null;
  if (!place) throw new UserError('tasks-group-unbound');
  if (place.groupId !== null) throw new UserError('tasks-group-own');
  await ctx.sayHtml(await presentPlaceStatus(ctx.app, place));
}
