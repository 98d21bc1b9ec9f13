// /aliases: the names learned from corrections, each with a button to forget it.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, requireActor } from '../telegram/context.ts';
import { forgetAlias } from './alias-actions.ts';
import { learnedAliases } from './alias-queries.ts';
import { clip, postTitle } from './messages.ts';
import type { Actor } from './rules.ts';

const offered = 20;

/** The command and its buttons. `org.alias-undo` stands under a correction. */
export function aliasHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('aliases', async (ctx) => {
    if (ctx.chat.type !== 'private') throw new UserError('telegram-private-only');
    const { html, keyboard } = await aliasList(ctx, requireActor(ctx));
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'org.alias-forget', async (ctx, id) => {
    const actor = requireActor(ctx);
    const { words } = await forgetAlias(ctx.app, actor, { aliasId: idArg(id) });
    await toast(ctx, ctx.t('org-alias-forgotten', { words }));
    const { html, keyboard } = await aliasList(ctx, actor);
    await rewrite(ctx, html, keyboard);
  });
  onButton(composer, 'org.alias-undo', async (ctx, id) => {
    const { words } = await forgetAlias(ctx.app, requireActor(ctx), { aliasId: idArg(id) });
    await rewrite(ctx, ctx.t('org-alias-forgotten', { words }));
  });
  return composer;
}

async function aliasList(ctx: Ctx, actor: Actor): Promise<{ html: string; keyboard: Keyboard }> {
  const aliases = await learnedAliases(ctx.app, actor, offered);
  if (aliases.length === 0) return { html: ctx.t('org-aliases-none'), keyboard: [] };
  const lines = aliases.map(({ words, post }) =>
    ctx.t('org-aliases-line', { words, post: clip(postTitle(post, ctx.locale), 100) }),
  );
  const keyboard = aliases.map(({ aliasId, words }) => [button(`🗑 ${clip(words, 50)}`, 'org.alias-forget', aliasId)]);
  return { html: [ctx.t('org-aliases'), ...lines].join('\n'), keyboard };
}
