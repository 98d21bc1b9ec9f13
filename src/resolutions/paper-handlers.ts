// Buttons about signed papers: who may register them, registering, revoking.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { idArg, onButton } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { ownOpen } from './access-actions.ts';
import { contextOf, show } from './panel-handlers.ts';
import { setDelegation } from './paper-actions.ts';
import { delegationPanel } from './paper-messages.ts';
import { delegationsOf, registeringPost } from './paper-queries.ts';

export function paperHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'resolutions.delegates', showDelegations);
  onButton(composer, 'resolutions.delegate', async (ctx, chair, to, given) => {
    const change = { chairPostId: idArg(chair), toPostId: idArg(to), given: idArg(given) === 1 };
    await setDelegation(ctx.app, requireActor(ctx), change);
    await showDelegations(ctx);
  });
  onButton(composer, 'resolutions.paper', async (ctx, id) => {
    const actor = requireActor(ctx);
    const view = await ownOpen(ctx.app, actor, idArg(id));
    // Asked again when it is registered; here so that nobody answers questions in vain.
    if (!registeringPost(actor, view)) throw new UserError('resolutions-paper-not-delegated');
    await enterDialog(ctx, 'resolutions.paper', { resolutionId: view.resolutionId });
  });
  onButton(composer, 'resolutions.revoke', async (ctx, id) => {
    requireActor(ctx);
    await enterDialog(ctx, 'resolutions.revoke', { resolutionId: idArg(id) });
  });
  return composer;
}

async function showDelegations(ctx: Ctx): Promise<void> {
  const delegations = await delegationsOf(ctx.app, requireActor(ctx));
  if (delegations.length === 0) throw new UserError('resolutions-only-chair');
  await show(ctx, delegationPanel(await contextOf(ctx), delegations));
}
