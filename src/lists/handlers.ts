// Lists by filter: /lists, the pages, the panel of the filter, saved lists. In private only: whose list it is decides what it shows.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { wordsOfList } from '../tasks/list-messages.ts';
import { idArg, knownArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { codeOf, type Filter, filterFrom } from './filter-rules.ts';
import { type PickPart, pickParts, type Screen } from './messages.ts';
import { deleteList } from './saved-actions.ts';
import { deleteMessage, editMessage, savedMessage } from './saved-messages.ts';
import { savedList, savedLists } from './saved-queries.ts';
import { filterView, listView, panelView, pickView, startingFilter } from './view-queries.ts';

/** The command and buttons of lists. */
export function listsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('lists', async (ctx) => say(ctx, await savedScreen(ctx)));
  filterButtons(composer);
  savedButtons(composer);
  return composer;
}

function filterButtons(composer: Composer<Ctx>): void {
  // From a number, a picture or a digest: a message of its own.
  onButton(composer, 'lists.open', async (ctx, code) =>
    say(ctx, await listView(ctx.app, privately(ctx), ctx.locale, { filter: filterArg(ctx, code), page: 0 })),
  );
  onButton(composer, 'lists.show', async (ctx, code, page) => {
    const asked = { filter: filterArg(ctx, code), page: idArg(page) };
    await show(ctx, await listView(ctx.app, privately(ctx), ctx.locale, asked));
  });
  onButton(composer, 'lists.panel', async (ctx, code) =>
    show(ctx, await panelView(ctx.app, privately(ctx), ctx.locale, filterArg(ctx, code))),
  );
  onButton(composer, 'lists.pick', async (ctx, code, part, page) => {
    const asked = { filter: filterArg(ctx, code), part: partArg(part), page: idArg(page) };
    await show(ctx, await pickView(ctx.app, privately(ctx), ctx.locale, asked));
  });
  onButton(composer, 'lists.words', async (ctx, code) => {
    privately(ctx);
    await enterDialog(ctx, 'lists.words', kept(filterArg(ctx, code)));
  });
  onButton(composer, 'lists.save', async (ctx, code) => {
    privately(ctx);
    await enterDialog(ctx, 'lists.save', kept(filterArg(ctx, code)));
  });
}

function savedButtons(composer: Composer<Ctx>): void {
  onButton(composer, 'lists.saved', async (ctx) => show(ctx, await savedScreen(ctx)));
  onButton(composer, 'lists.use', async (ctx, id) => {
    const actor = privately(ctx);
    const { filter } = await savedList(ctx.app, actor, idArg(id));
    if (!filter) throw new UserError('lists-saved-old');
    await say(ctx, await listView(ctx.app, actor, ctx.locale, { filter, page: 0 }));
  });
  onButton(composer, 'lists.edit', async (ctx, id) => {
    const actor = privately(ctx);
    const list = await savedList(ctx.app, actor, idArg(id));
    const words = list.filter ? await filterView(ctx.app, actor, ctx.locale, list.filter) : ctx.t('lists-saved-old');
    await show(ctx, editMessage(ctx.app, ctx.locale, list, words));
  });
  onButton(composer, 'lists.rename', async (ctx, id) => {
    const { id: own } = await savedList(ctx.app, privately(ctx), idArg(id));
    await enterDialog(ctx, 'lists.rename', { id: own });
  });
  onButton(composer, 'lists.delete', async (ctx, id) =>
    show(ctx, deleteMessage(ctx.app, ctx.locale, await savedList(ctx.app, privately(ctx), idArg(id)))),
  );
  onButton(composer, 'lists.drop', async (ctx, id) => {
    await deleteList(ctx.app, privately(ctx), { id: idArg(id) });
    await show(ctx, await savedScreen(ctx));
  });
}

/** The filter of a button, with the words that stand in its message. Throws UserError for what never was a filter. */
function filterArg(ctx: Ctx, code: string | undefined): Filter {
  const shown = ctx.callbackQuery?.message;
  const words = wordsOfList(shown?.text ?? shown?.caption ?? '') ?? null;
  return knownArg(filterFrom(code ?? '-', words));
}

const partArg = (part: string | undefined): PickPart => knownArg(pickParts.find((each) => each === part));

const kept = (filter: Filter) => ({ code: codeOf(filter), words: filter.words });

async function savedScreen(ctx: Ctx): Promise<Screen> {
  const actor = privately(ctx);
  const lists = await savedLists(ctx.app, actor);
  return savedMessage(ctx.app, ctx.locale, { lists, start: startingFilter(actor), bot: ctx.me.username });
}

async function say(ctx: Ctx, { text, keyboard }: Screen): Promise<void> {
  await ctx.sayHtml(text, { keyboard });
}

async function show(ctx: Ctx, { text, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, text, keyboard);
}
