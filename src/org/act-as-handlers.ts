// /as: somebody with several posts chooses the one to act as.
import { Composer } from 'grammy';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately, requireActor } from '../telegram/context.ts';
import { actAs } from './act-as-actions.ts';
import { actAsMessage, heldTitle } from './act-as-messages.ts';

/** The command and its button; the button without a post lets the bot choose. */
export function actAsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('as', async (ctx) => {
    const actor = privately(ctx);
    const { text, keyboard } = actAsMessage(ctx.app.t, actor);
    await ctx.sayHtml(text, { keyboard });
  });
  onButton(composer, 'org.as', async (ctx, id) => {
    const actor = requireActor(ctx);
    const postId = idArg(id);
    const post = await actAs(ctx.app, actor, { postId: postId === 0 ? null : postId });
    const text = post
      ? ctx.t('org-as-chosen', { post: heldTitle(ctx.app.t, post, ctx.locale) })
      : ctx.t('org-as-chosen-auto');
    await rewrite(ctx, text);
  });
  return composer;
}
