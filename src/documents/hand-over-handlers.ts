// The button under the message about a hand-over: the act as a Word file, as the presser may read it.
import { Composer, InputFile } from 'grammy';
import { postTitle } from '../org/messages.ts';
import { idArg, onButton } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { actFileName, writeAct } from './hand-over-files.ts';
import { actFor } from './hand-over-queries.ts';

/** Buttons about the act of a hand-over. */
export function handOverHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'documents.act', async (ctx, id, postId) => {
    const act = await actFor(ctx.app, requireActor(ctx), idArg(id), postId === undefined ? undefined : idArg(postId));
    const bytes = await writeAct(ctx.app, act);
    await ctx.replyWithDocument(new InputFile(bytes, actFileName(act)), {
      caption: ctx.t('handover-caption', { post: postTitle(act.post, ctx.locale), n: act.lines.length }),
      parse_mode: 'HTML',
    });
  });
  return composer;
}
