// Reports: /report and its buttons, the review, and whatever people send in.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { openParticipationsOf, sharesOf } from '../tasks/list-queries.ts';
import { sendDetails } from '../tasks/message-actions.ts';
import { excerpt } from '../tasks/messages.ts';
import { owes } from '../tasks/rules.ts';
import { button, idArg, onButton, toast } from '../telegram/buttons.ts';
import { type Ctx, privately, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { demandHandlers } from './demand-handlers.ts';
import { intakeHandlers } from './intake-handlers.ts';
import { questionHandlers } from './question-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';

const offered = 20;

/** Commands, buttons and messages of reports; the last of the slices that listen to plain words. */
export function reportsHandlers(app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('report', chooseTask);
  onButton(composer, 'reports.start', async (ctx, id) => startReport(ctx, idArg(id)));
  onButton(composer, 'reports.task', async (ctx, id) => startFromCard(ctx, idArg(id)));
  composer.use(reviewHandlers(app));
  composer.use(questionHandlers());
  composer.use(demandHandlers());
  composer.use(intakeHandlers(app));
  return composer;
}

async function chooseTask(ctx: Ctx): Promise<void> {
  const actor = privately(ctx);
  const owed = (await openParticipationsOf(ctx.app, actor)).filter((row) => owes(row.state));
  const [first] = owed;
  if (!first) throw new UserError('reports-nothing-open');
  if (owed.length === 1) return startReport(ctx, first.participationId);
  const keyboard = owed
    .slice(0, offered)
    .map((row) => [button(excerpt(`№ ${row.number} · ${row.headline}`, 60), 'reports.start', row.participationId)]);
  await ctx.say('reports-choose', {}, { keyboard });
}

async function startReport(ctx: Ctx, participationId: number): Promise<void> {
  const actor = requireActor(ctx);
  const [share] = await sharesOf(ctx.app, actor, { participationIds: [participationId] });
  if (!share) throw new UserError('reports-not-yours');
  if (!share.open) throw new UserError('reports-finished-any');
  if (ctx.chat?.type !== 'private') return startFromCard(ctx, share.taskId);
  await enterDialog(ctx, 'reports.write', { participationId });
}

/** Under a card in a group: reports are written in private, where the task is sent to be answered. */
async function startFromCard(ctx: Ctx, taskId: number): Promise<void> {
  const actor = requireActor(ctx);
  const shares = await sharesOf(ctx.app, actor, { taskId });
  if (shares.length === 0) throw new UserError('reports-not-yours');
  if (!shares.some((share) => share.open)) throw new UserError('reports-finished-any');
  if (actor.chatId === null) throw new UserError('tasks-start-first');
  await sendDetails(ctx.app, actor, taskId);
  await toast(ctx, ctx.t('tasks-sent-privately'));
}
