// The button on a proposal, appeal or commitment: make an assignment of it.
import { Composer } from 'grammy';
import { idArg, onButton } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { convertTask } from './convert-actions.ts';
import { showDraft } from './draft-panel-handlers.ts';

/** Making assignments of what binds nobody yet. */
export function convertHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'tasks.convert', async (ctx, id) => {
    const actor = privately(ctx);
    const { taskId } = await convertTask(ctx.app, actor, { taskId: idArg(id) });
    await showDraft(ctx, actor, taskId);
  });
  return composer;
}
