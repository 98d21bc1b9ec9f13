// Buttons and commands of history: the story of a task, a resolution on a past day. In private only: they name executors.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { tasksNumbered } from '../shares/queries.ts';
import { taskNumbers } from '../shares/rules.ts';
import { excerpt } from '../tasks/messages.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { isDay } from '../time.ts';
import { asOfMessage, choicesMessage } from './as-of-messages.ts';
import { choicesFor, readableResolution, resolutionAsOf } from './as-of-queries.ts';
import { storyMessage } from './story-messages.ts';
import { storyFor } from './story-queries.ts';

/** Commands and buttons of history. */
export function historyHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('history', openStory);
  composer.command('asof', async (ctx) => {
    const { html, keyboard } = choicesMessage(ctx, await choicesFor(ctx.app, privately(ctx)));
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'history.open', async (ctx, id) => showStory(ctx, idArg(id)));
  onButton(composer, 'history.story', async (ctx, id, page) => {
    const story = await storyFor(ctx.app, privately(ctx), idArg(id));
    const { html, keyboard } = storyMessage(ctx, story, idArg(page));
    await rewrite(ctx, html, keyboard);
  });
  onButton(composer, 'history.asof', async (ctx, id) => {
    const { view } = await readableResolution(ctx.app, privately(ctx), idArg(id));
    await enterDialog(ctx, 'history.day', { resolutionId: view.resolutionId });
  });
  onButton(composer, 'history.table', async (ctx, id, digits, page) => {
    const day = dayArg(digits);
    const asOf = await resolutionAsOf(ctx.app, privately(ctx), idArg(id), day);
    const { html, keyboard } = asOfMessage(ctx, asOf, idArg(page));
    await rewrite(ctx, html, keyboard);
  });
  return composer;
}

function privately(ctx: Ctx): Actor {
  const actor = requireActor(ctx);
  if (ctx.chat?.type !== 'private') throw new UserError('history-privately');
  return actor;
}

async function showStory(ctx: Ctx, taskId: number): Promise<void> {
  const { html, keyboard } = storyMessage(ctx, await storyFor(ctx.app, privately(ctx), taskId), 0);
  await ctx.sayHtml(html, { keyboard });
}

/** `/history 148`: the story of that task; where several have the number, buttons. */
async function openStory(ctx: Ctx): Promise<void> {
  const actor = privately(ctx);
  const numbers = taskNumbers(String(ctx.match ?? ''));
  if (!numbers) return void (await ctx.say('history-how'));
  const tasks = await tasksNumbered(ctx.app, actor, numbers);
  const [first] = tasks;
  if (!first) throw new UserError('shares-task-not-found', { words: numbers.at(-1) ?? '' });
  if (tasks.length === 1) return showStory(ctx, first.taskId);
  const rows = tasks.map((task) => [
    button(excerpt(`№ ${task.number} · ${task.headline}`, 60), 'history.open', task.taskId),
  ]);
  await ctx.say('shares-task-which', {}, { keyboard: rows });
}

/** '20261201' of a button. Throws UserError for what never came from us. */
function dayArg(digits: string | undefined): string {
  const day = (digits ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  if (!isDay(day)) throw new UserError('telegram-stale-button');
  return day;
}
