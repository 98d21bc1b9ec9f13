// Amendments of an adopted resolution: by its chair, with a reason; every version is kept, executors are told what changed for them.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { cancelTask, createDrafts } from '../tasks/actions.ts';
import { correctTask } from '../tasks/correct-actions.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { refreshCards } from '../tasks/message-actions.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { dayToDb, isDay } from '../time.ts';
import { checkLength } from './access-actions.ts';
import { issueItems, lockedView, recordStep } from './adopt-actions.ts';
import { changeExecutors } from './amendment-executor-actions.ts';
import {
  type AmendAct,
  type Head,
  headWordings,
  type ItemChange,
  itemWordings,
  liveExecutors,
  placeOfAdded,
  type Wording,
} from './amendment-rules.ts';
import { checkRoom, draftOf, type Item, moveItems } from './item-actions.ts';
import { refreshChair } from './message-actions.ts';
import { type ItemView, resolutionOfTask, resolutionView, type ResolutionView, textOf } from './queries.ts';
import { adoptedStates, maxNumber, maxTheme } from './rules.ts';
import { amendingPost } from './sight-rules.ts';

/** Whose amendment of which version, and why; an amendment made since is not overwritten. */
export type Amending = { version: number; reason: string };

type Open = { view: ResolutionView; by: PostHeld; reason: string };

/**
 * Changes text, date or executors of an item. The first date stays known; shares that are accepted stay. Throws UserError for others
 * than the chair, without a reason or a change, for the date of a periodic item, for a closed resolution or item, and when somebody amended meanwhile.
 */
export async function amendItem(
  app: App,
  actor: Actor,
  { taskId, version, reason, ...change }: { taskId: number } & Amending & ItemChange,
): Promise<{ number: string; version: number }> {
  return transaction(app, async (app) => {
    const open = await amending(app, actor, await resolutionIdOf(app, taskId), { version, reason });
    const item = itemOf(open.view, taskId);
    if (item.state === 'draft') throw new UserError('resolutions-amend-draft', { number: item.number });
    const { before, after } = itemWordings(item, change);
    const { text, due, dueTime } = after;
    const dates = due === undefined ? {} : { due: due as string, dueTime: dueTime ?? null };
    if (text !== undefined || due !== undefined)
      await correctTask(app, actor, {
        taskId,
        reason: open.reason,
        amending: true,
        ...dates,
        ...(text !== undefined && { text }),
      });
    if (after.executors)
      await changeExecutors(app, actor, open.view, {
        taskId,
        executorPostIds: after.executors,
        reason: open.reason,
      });
    const next = await keepVersion(app, actor, open, { act: 'changed', taskId, before, after });
    return { number: item.number, version: next };
  });
}

/** Adds an item behind another one ('2.1-1') or at the end, and issues it at once. */
export async function addByAmendment(
  app: App,
  actor: Actor,
  {
    resolutionId,
    afterTaskId,
    item,
    ...amendment
  }: { resolutionId: number; afterTaskId: number | null; item: Item } & Amending,
): Promise<{ taskId: number; number: string; version: number; unreached: number }> {
  return transaction(app, async (app) => {
    const open = await amending(app, actor, resolutionId, amendment);
    const { view } = open;
    checkRoom(view, 1);
    const { position, number, moves } = placeOfAdded(view.items, afterTaskId);
    if (moves) await moveItems(app, resolutionId, { behind: position - 1, by: 1 });
    const [taskId = 0] = await createDrafts(app, actor, [{ ...draftOf(view, { ...item, position }), number }]);
    const added = itemOf((await resolutionView(app, resolutionId)) ?? view, taskId);
    if (added.missing.length > 0) throw new UserError('resolutions-item-incomplete', { number: added.number });
    const { unreached } = await issueItems(app, actor, view, [added]);
    const { count } = await app.db.resolution.updateMany({
      where: { id: resolutionId, state: 'adopted' },
      data: { state: 'on_control' },
    });
    if (count > 0)
      await recordStep(app, null, 'resolutions.on-control', view, { before: 'adopted', after: 'on_control' });
    const after = { number: added.number, text: textOf(added), due: added.due, executors: liveExecutors(added) };
    const version = await keepVersion(app, actor, open, { act: 'added', taskId, before: {}, after });
    return { taskId, number: added.number, version, unreached };
  });
}

/** Cancels an item; its number stays taken. */
export async function cancelByAmendment(
  app: App,
  actor: Actor,
  { taskId, ...amendment }: { taskId: number } & Amending,
): Promise<{ number: string; version: number }> {
  return transaction(app, async (app) => {
    const open = await amending(app, actor, await resolutionIdOf(app, taskId), amendment);
    const item = itemOf(open.view, taskId);
    if (item.state === 'draft') await cancelDraft(app, taskId, open.reason);
    else await cancelTask(app, actor, { taskId, reason: open.reason });
    const before = { number: item.number, text: textOf(item), due: item.due, executors: liveExecutors(item) };
    const version = await keepVersion(app, actor, open, { act: 'cancelled', taskId, before, after: {} });
    return { number: item.number, version };
  });
}

/** An item that was left over when its resolution was adopted. */
async function cancelDraft(app: App, taskId: number, reason: string): Promise<void> {
  const { count } = await app.db.task.updateMany({
    where: { id: taskId, state: 'draft' },
    data: { state: 'cancelled', cancelledAt: app.now(), closingReason: reason },
  });
  if (count === 0) throw new UserError('telegram-someone-first');
  await app.db.participation.updateMany({ where: { taskId }, data: { state: 'withdrawn', stateReason: reason } });
}

/** Corrects theme, number or day of the minutes; cards that stand are edited. */
export async function amendHead(
  app: App,
  actor: Actor,
  { resolutionId, version, reason, ...change }: { resolutionId: number } & Amending & Partial<Head>,
): Promise<{ version: number }> {
  return transaction(app, async (app) => {
    const open = await amending(app, actor, resolutionId, { version, reason });
    const clean = { ...change, ...(change.theme !== undefined && { theme: change.theme.trim() }) };
    if (clean.theme === '') throw new UserError('resolutions-theme-empty');
    checkLength(clean.theme ?? '', maxTheme);
    checkLength(clean.number ?? '', maxNumber);
    refuseSensitive('guard-in-text', clean.theme);
    if (clean.day !== undefined && !isDay(clean.day)) throw new UserError('telegram-day-impossible');
    const { before, after } = headWordings(open.view, clean);
    await app.db.meeting.update({
      where: { id: open.view.meetingId },
      data: {
        ...(after.theme !== undefined && { theme: after.theme }),
        ...(after.number !== undefined && { number: after.number }),
        ...(after.day !== undefined && { day: dayToDb(after.day) }),
      },
    });
    const next = await keepVersion(app, actor, open, { act: 'head', taskId: null, before, after });
    const issued = open.view.items.filter(({ state }) => state !== 'draft');
    await refreshCards(app, issued, { standing: true });
    return { version: next };
  });
}

async function resolutionIdOf(app: App, taskId: number): Promise<number> {
  const resolutionId = await resolutionOfTask(app, taskId);
  if (resolutionId === null) throw new UserError('telegram-stale-button');
  return resolutionId;
}

/** The locked resolution for who may amend it now. Throws UserError otherwise. */
async function amending(app: App, actor: Actor, resolutionId: number, { version, reason }: Amending): Promise<Open> {
  const why = checkedReason(reason);
  const view = await lockedView(app, resolutionId);
  const by = checkAmendable(actor, view);
  if (view.version !== version) throw new UserError('resolutions-amended-meanwhile');
  return { view, by, reason: why };
}

/** The post that amends. Throws UserError for others, and for a resolution that is not in force. */
export function checkAmendable(actor: Actor, view: ResolutionView): PostHeld {
  const by = amendingPost(actor, view);
  if (!by) throw new UserError('resolutions-only-chair');
  if (view.state === 'closed' || view.state === 'cancelled') throw new UserError('resolutions-amend-closed');
  if (!adoptedStates.includes(view.state)) throw new UserError('resolutions-amend-early');
  return by;
}

function itemOf(view: ResolutionView, taskId: number): ItemView {
  const item = view.items.find((known) => known.taskId === taskId);
  if (!item) throw new UserError('telegram-stale-button');
  return item;
}

type Change = { act: AmendAct; taskId: number | null; before: Wording; after: Wording };

/** Writes the next version and what made it. */
async function keepVersion(app: App, actor: Actor, { view, by, reason }: Open, change: Change): Promise<number> {
  const { resolutionId } = view;
  const version = view.version + 1;
  const { count } = await app.db.resolution.updateMany({
    where: { id: resolutionId, version: view.version },
    data: { version },
  });
  if (count === 0) throw new UserError('resolutions-amended-meanwhile');
  const { act, taskId } = change;
  const [before, after] = [change.before as Prisma.InputJsonObject, change.after as Prisma.InputJsonObject];
  const who = { byPersonId: actor.personId, byPostId: by.postId };
  await app.db.amendment.create({
    data: { resolutionId, version, taskId, act, reason, before, after, ...who, at: app.now() },
  });
  const data = { act, ...(taskId !== null && { taskId }), before: { version: view.version }, after: { version } };
  await recordStep(app, { personId: actor.personId, postId: by.postId }, 'resolutions.amended', view, data, { reason });
  await refreshChair(app, view);
  return version;
}
