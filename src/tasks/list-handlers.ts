// Lists on demand: /my, /overdue, /find and /status, each searched by the words behind the command, and their pages.
import { Composer } from 'grammy';
import { findPlace } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately, requireActor } from '../telegram/context.ts';
import { longestFind } from './find-rules.ts';
import { wordsOfList } from './list-messages.ts';
import { type ListName, presentList, presentPlaceStatus, presentStatus } from './list-renderers.ts';

/** Commands and buttons of lists. */
export function listHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('my', async (ctx) => showList(ctx, privately(ctx), 'my', ctx.match));
  composer.command('find', async (ctx) => showList(ctx, privately(ctx), 'find', ctx.match));
  composer.command('overdue', async (ctx) => {
    const actor = requireActor(ctx);
    await (ctx.chat.type === 'private' ? showList(ctx, actor, 'overdue', ctx.match) : groupStatus(ctx));
  });
  composer.command('status', async (ctx) => {
    const actor = requireActor(ctx);
    if (ctx.chat.type !== 'private') return groupStatus(ctx);
    const words = wordsIn(ctx.match);
    // Pictures show all of it, never what was searched for.
    const picture = words === undefined ? [[button(ctx.t('pictures-button-show'), 'stats.show', 'units')]] : [];
    const { text, keyboard } = await presentStatus(ctx.app, actor, ctx.locale, words);
    await ctx.sayHtml(text, { keyboard: [...keyboard, ...picture] });
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

/** What was written behind a command, on one line and without the quotes that mark it in the answer. */
function wordsIn(match: string | undefined): string | undefined {
  const words = (match ?? '').replace(/[«»]/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words.slice(0, longestFind);
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
  await ctx.sayHtml(await presentPlaceStatus(ctx.app, place));
}
