// `/public`: the tasks that may be told to the press, as a workbook; in private, for who reads a part of the tree.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { orderFile } from './print-actions.ts';

/** The command of the press export. */
export function publicHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('public', async (ctx) => {
    const actor = requireActor(ctx);
    if (ctx.chat.type !== 'private') throw new UserError('history-privately');
    await orderFile(ctx.app, actor, { wanted: { is: 'public' }, requestKey: `update:${ctx.update.update_id}` });
    await ctx.say('print-ordered');
  });
  return composer;
}
