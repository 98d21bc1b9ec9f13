// Buttons of marks: the panel of a task or draft, a press sets or takes away; special control asks why.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { maySee } from './access-rules.ts';
import { redrawAbove } from './draft-panel-handlers.ts';
import { markTask } from './mark-actions.ts';
import { marksOf } from './mark-queries.ts';
import { changeableMarks, readMark } from './mark-rules.ts';
import { taskView } from './queries.ts';

/** Buttons about the marks of a task. */
export function markHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'tasks.marks', async (ctx, id) => {
    const { html, keyboard } = await panelOf(ctx, requireActor(ctx), idArg(id));
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'tasks.mark', async (ctx, id, name, wanted) => {
    const [actor, taskId, mark] = [requireActor(ctx), idArg(id), readMark(name)];
    if (!mark || (wanted !== '0' && wanted !== '1')) throw new UserError('telegram-stale-button');
    const on = wanted === '1';
    if (mark === 'specialControl') {
      await panelOf(ctx, actor, taskId);
      return enterDialog(ctx, 'tasks.special', { taskId, on });
    }
    const { changed } = await markTask(ctx.app, actor, { taskId, mark, on });
    await toast(ctx, ctx.t(changed ? 'marks-changed' : 'marks-already'));
    const { html, keyboard } = await panelOf(ctx, actor, taskId);
    await rewrite(ctx, html, keyboard);
    const task = await taskView(ctx.app, taskId);
    if (changed && task) await redrawAbove(ctx, actor, task);
  });
  return composer;
}

/** The marks with a button for each that the person may change. Throws UserError when there is none. */
async function panelOf(ctx: Ctx, actor: Actor, taskId: number) {
  const [task, set] = [await taskView(ctx.app, taskId), await marksOf(ctx.app, taskId)];
  if (!task || !set || !maySee(actor, task)) throw new UserError('telegram-stale-button');
  const mine = changeableMarks(actor, task);
  if (mine.length === 0) throw new UserError('marks-may-not');
  const state = (on: boolean): 'yes' | 'no' => (on ? 'yes' : 'no');
  const keyboard = mine.map((mark) => [
    button(ctx.t('marks-toggle', { mark, on: state(set[mark]) }), 'tasks.mark', taskId, mark, set[mark] ? 0 : 1),
  ]);
  const html = task.number ? ctx.t('marks-title', { number: task.number }) : ctx.t('marks-title-draft');
  keyboard.push([button(ctx.t('programmes-button-choose'), 'programmes.choose', taskId)]);
  return { html, keyboard };
}
