// Buttons of amendments: what to change, the fields of an item, and the versions.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { idArg, onButton } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { checkAmendable } from './amendment-actions.ts';
import { amendItemPanel, amendPanel, versionsPanel } from './amendment-messages.ts';
import { amendmentsOf } from './amendment-queries.ts';
import { contextOf, show } from './panel-handlers.ts';
import { resolutionOfTask, resolutionView, type ResolutionView } from './queries.ts';
import { readsWhole, seenItems } from './sight-rules.ts';

const fields = ['text', 'due', 'executors', 'cancel'];

/** Buttons about amendments. */
export function amendmentHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'resolutions.amend', async (ctx, id, page) => {
    const view = await amendable(ctx, idArg(id));
    await show(ctx, amendPanel(await contextOf(ctx), view, idArg(page ?? '0')));
  });
  onButton(composer, 'resolutions.amend-item', async (ctx, id) => {
    const { view, item } = await amendableItem(ctx, idArg(id));
    await show(ctx, amendItemPanel(await contextOf(ctx), view, item));
  });
  // Asked again when the dialog acts; here so that nobody answers questions in vain.
  onButton(composer, 'resolutions.amend-field', async (ctx, id, field = '', version) => {
    const { view, item } = await amendableItem(ctx, idArg(id));
    if (!fields.includes(field)) throw new UserError('telegram-stale-button');
    checkVersion(view, version);
    const { resolutionId, version: known } = view;
    await enterDialog(ctx, 'resolutions.amend', { resolutionId, taskId: item.taskId, field, version: known });
  });
  for (const field of ['add', 'head'])
    onButton(composer, `resolutions.amend-${field}`, async (ctx, id, version) => {
      const view = await amendable(ctx, idArg(id));
      checkVersion(view, version);
      const { resolutionId, version: known } = view;
      await enterDialog(ctx, 'resolutions.amend', { resolutionId, taskId: 0, field, version: known });
    });
  onButton(composer, 'resolutions.versions', async (ctx, id, page) => showVersions(ctx, idArg(id), idArg(page ?? '0')));
  return composer;
}

async function amendable(ctx: Ctx, resolutionId: number): Promise<ResolutionView> {
  const actor = requireActor(ctx);
  const view = await resolutionView(ctx.app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  checkAmendable(actor, view);
  return view;
}

async function amendableItem(ctx: Ctx, taskId: number) {
  const resolutionId = await resolutionOfTask(ctx.app, taskId);
  const view = resolutionId === null ? null : await amendable(ctx, resolutionId);
  const item = view?.items.find((known) => known.taskId === taskId);
  if (!view || !item) throw new UserError('telegram-stale-button');
  if (item.state === 'closed' || item.state === 'cancelled')
    throw new UserError(`tasks-${item.state}-already`, { number: item.number });
  return { view, item };
}

function checkVersion(view: ResolutionView, version: string | undefined): void {
  if (view.version !== idArg(version)) throw new UserError('resolutions-amended-meanwhile');
}

/** Whoever sees an item sees what became of it; of the head everybody who sees anything. */
async function showVersions(ctx: Ctx, resolutionId: number, page: number): Promise<void> {
  const actor = requireActor(ctx);
  const view = await resolutionView(ctx.app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  const seen = seenItems(actor, view, view.items, view.rootOrgId).filter(({ discreet }) => !discreet);
  const whole = readsWhole(actor, view);
  if (seen.length === 0 && !whole) throw new UserError('resolutions-not-seen');
  const { amendments, posts } = await amendmentsOf(ctx.app, resolutionId);
  const ids = new Set(seen.map(({ taskId }) => taskId));
  const shown = amendments.filter(({ taskId }) => taskId === null || ids.has(taskId));
  const known = whole ? posts : new Map([...posts].filter(([postId]) => namesOf(seen).has(postId)));
  await show(ctx, versionsPanel(await contextOf(ctx), view, { shown, posts: known, page }));
}

/** Executors that the reader sees anyway: a version names no others. */
function namesOf(items: ReturnType<typeof seenItems>): Set<number> {
  return new Set(items.flatMap(({ participations }) => participations.map(({ post }) => post.postId)));
}
