// /programmes in private: the dictionary of programmes and topics; its names put on tasks.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import type { Screen } from './messages.ts';
import { markable, turnProgramme } from './programme-actions.ts';
import { choiceMessage, dictionaryMessage, entryMessage } from './programme-messages.ts';
import { borneBy, keeperOf, programmeKinds, programmesFor, type ProgrammeRow } from './programme-queries.ts';

/** The command and buttons of programmes and topics. */
export function programmesHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('programmes', async (ctx) => {
    const { html, keyboard } = await listScreen(ctx, 0);
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'programmes.list', async (ctx, page) => show(ctx, await listScreen(ctx, idArg(page))));
  onButton(composer, 'programmes.show', async (ctx, id) => {
    const actor = privately(ctx);
    const row = await entryOf(ctx, idArg(id));
    await show(ctx, entryMessage(ctx.app, ctx.locale, row, keeperOf(actor) !== null));
  });
  onButton(composer, 'programmes.add', async (ctx, kind) => {
    keeping(ctx);
    if (!programmeKinds.some((each) => each === kind)) throw new UserError('telegram-stale-button');
    await enterDialog(ctx, 'programmes.add', { kind: kind ?? '' });
  });
  for (const what of ['rename', 'spelling', 'close'] as const)
    onButton(composer, `programmes.${what}`, async (ctx, id) => {
      keeping(ctx);
      const { programmeId, name } = await entryOf(ctx, idArg(id));
      await enterDialog(ctx, `programmes.${what}`, { programmeId, name });
    });
  onButton(composer, 'programmes.choose', async (ctx, id, page) => {
    const screen = await choiceScreen(ctx, idArg(id), idArg(page ?? '0'));
    if (page === undefined) await ctx.sayHtml(screen.html, { keyboard: screen.keyboard });
    else await show(ctx, screen);
  });
  onButton(composer, 'programmes.turn', async (ctx, id, entry, page) => {
    await turnProgramme(ctx.app, privately(ctx), { taskId: idArg(id), programmeId: idArg(entry) });
    await show(ctx, await choiceScreen(ctx, idArg(id), idArg(page)));
  });
  return composer;
}

function keeping(ctx: Ctx): void {
  if (!keeperOf(privately(ctx))) throw new UserError('telegram-not-allowed');
}

async function entryOf(ctx: Ctx, programmeId: number): Promise<ProgrammeRow> {
  const [row] = await programmesFor(ctx.app, privately(ctx), programmeId);
  if (!row) throw new UserError('telegram-stale-button');
  return row;
}

async function listScreen(ctx: Ctx, page: number): Promise<Screen> {
  const actor = privately(ctx);
  const all = await programmesFor(ctx.app, actor);
  return dictionaryMessage(ctx.app, ctx.locale, all, page, keeperOf(actor) !== null);
}

async function choiceScreen(ctx: Ctx, taskId: number, page: number): Promise<Screen> {
  const actor = privately(ctx);
  await markable(ctx.app, actor, taskId);
  const rows = await programmesFor(ctx.app, actor);
  const { programmes = [], topic = null } = (await borneBy(ctx.app, taskId)) ?? {};
  const borne = [...programmes.map((name) => `programme ${name}`), ...(topic === null ? [] : [`topic ${topic}`])];
  return choiceMessage(ctx.app, ctx.locale, { taskId, rows, borne, page });
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
