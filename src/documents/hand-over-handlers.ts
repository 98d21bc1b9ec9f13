// The button under the message about a hand-over: the act as a Word file, as the presser may read it; it comes a moment later.
import { Composer } from 'grammy';
import { idArg, onButton, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { orderFile } from './print-actions.ts';

/** Buttons about the act of a hand-over. */
export function handOverHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'documents.act', async (ctx, id, postId) => {
    await orderFile(ctx.app, requireActor(ctx), {
      wanted: { is: 'act', eventId: idArg(id), postId: postId === undefined ? 0 : idArg(postId) },
      requestKey: ctx.callbackQuery?.id ?? '',
    });
    await toast(ctx, ctx.t('print-ordered'));
  });
  return composer;
}
