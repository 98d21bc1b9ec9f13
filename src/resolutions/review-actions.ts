// What a review does beside changing fields: doubts looked at or settled by choice, items parted and joined, the head confirmed, the review taken over.
import { randomUUID } from 'node:crypto';
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type Actor, canDraftResolution } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { createDrafts, placeDraft, updateDraft } from '../tasks/actions.ts';
import { ownOpen, recordResolution } from './access-actions.ts';
import { askAgain } from './agreement-actions.ts';
import { checkRoom, draftOf, dropItem, moveItems, openItem, type ReadItem } from './item-actions.ts';
import { putExecutor } from './learn-actions.ts';
import { drafterChat, type ItemView, resolutionView, textOf } from './queries.ts';
import { isIdle, joined, mostParts } from './review-rules.ts';
import { isEditable, isWaiting, languageOf } from './rules.ts';

/** Marks the doubts of an item as looked at; what it says stays. */
export async function settleDoubts(
  app: App,
  actor: Actor,
  { taskId }: { taskId: number },
): Promise<{ resolutionId: number }> {
  return transaction(app, async (app) => {
    const { view, item } = await openItem(app, actor, taskId);
    const { resolutionId } = view;
    await updateDraft(app, actor, { taskId, resolutionId, doubts: [] });
    const keys = item.doubts.map(({ key }) => key);
    await recordResolution(app, actor, 'resolutions.doubts-settled', view, { taskId, keys });
    return { resolutionId };
  });
}

/** Notes which item a message shows (none: the list), so that an answer to it finds the item. */
export async function noteShown(
  app: App,
  { taskId, chatId, messageId }: { taskId: number | null; chatId: number; messageId: number },
): Promise<void> {
  await app.db.task.updateMany({
    where: { draftChatId: chatId, draftMessageId: BigInt(messageId), resolutionId: { not: null } },
    data: { draftChatId: null, draftMessageId: null },
  });
  if (taskId !== null) await placeDraft(app, { taskId, chatId, messageId });
}

/** Chooses one of the posts that doubtful words may mean. `index` names the doubt, so that a card of yesterday is refused. */
export async function pickExecutor(
  app: App,
  actor: Actor,
  { taskId, index, postId }: { taskId: number; index: number; postId: number },
): Promise<void> {
  await transaction(app, async (app) => {
    const { view, item } = await openItem(app, actor, taskId);
    const doubt = item.doubts[index];
    if (!doubt?.candidates.includes(postId)) throw new UserError('telegram-stale-button');
    await putExecutor(app, actor, view.resolutionId, item, doubt, postId);
    await askAgain(app, actor, view);
  });
}

/** Parts an item: the first text stays in its place, the others follow with the same executors, date and form. */
export async function splitItem(
  app: App,
  actor: Actor,
  { taskId, texts }: { taskId: number; texts: string[] },
): Promise<{ resolutionId: number }> {
  return transaction(app, async (app) => {
    const { view, item } = await openItem(app, actor, taskId);
    const [first, ...rest] = texts.map((text) => text.trim()).filter(Boolean);
    if (first === undefined || rest.length === 0) throw new UserError('resolutions-split-needs-two');
    if (texts.length > mostParts) throw new UserError('resolutions-split-too-many', { max: mostParts });
    checkRoom(view, rest.length);
    const { resolutionId } = view;
    await updateDraft(app, actor, { taskId, resolutionId, text: first, locale: languageOf(first, 'ru' as const) });
    await moveItems(app, resolutionId, { behind: item.position, by: rest.length });
    const copies = rest.map((text, index) => ({ ...copyOf(item), text, position: item.position + index + 1 }));
    await createDrafts(
      app,
      actor,
      copies.map((copy) => draftOf(view, copy)),
    );
    await recordResolution(app, actor, 'resolutions.item-split', view, { taskId, parts: rest.length + 1 });
    await askAgain(app, actor, view);
    return { resolutionId };
  });
}

function copyOf(item: ItemView): ReadItem {
  const { kind, fanOut, due, dueTime, term, recurrence, interimDues, dueText, completionForm } = item;
  const { programmes, sourceText, doubts, groupIds = [], groupsNamedAt = null } = item;
  const executorPostIds = item.participations.map(({ post }) => post.postId);
  const dated = { due, dueTime, term, recurrence, interimDues, dueText };
  const text = textOf(item);
  return {
    text,
    number: item.ownNumber,
    kind,
    fanOut,
    executorPostIds,
    ...{ groupIds, groupsNamedAt },
    ...dated,
    completionForm,
    programmes,
    sourceText,
    doubts,
  };
}

/** Joins an item with the next one: texts and executors of both, the later of two dates; a difference stays as a doubt. */
export async function mergeItem(
  app: App,
  actor: Actor,
  { taskId }: { taskId: number },
): Promise<{ resolutionId: number }> {
  return transaction(app, async (app) => {
    const { view, item } = await openItem(app, actor, taskId);
    const next = view.items[view.items.indexOf(item) + 1];
    if (next?.state !== 'draft') throw new UserError('resolutions-nothing-to-merge');
    const { resolutionId } = view;
    const text = joined(textOf(item), textOf(next));
    const executors = [item, next].flatMap(({ participations }) => participations.map(({ post }) => post.postId));
    await dropItem(app, actor, view, next);
    await updateDraft(app, actor, {
      taskId,
      resolutionId,
      text,
      locale: languageOf(text, 'ru' as const),
      executorPostIds: [...new Set(executors)],
      fanOut: item.fanOut || next.fanOut,
      ...laterTerm(item, next),
      completionForm: item.completionForm ?? next.completionForm,
      programmes: [...new Set([...item.programmes, ...next.programmes])],
      indicators: [...item.indicators, ...next.indicators],
      sourceText: [...new Set([item.sourceText, next.sourceText])].filter(Boolean).join('\n') || null,
      doubts: [...item.doubts, ...next.doubts, ...mergeDoubts(item, next)],
    });
    await recordResolution(app, actor, 'resolutions.items-merged', view, { taskId, other: next.taskId });
    await askAgain(app, actor, view);
    return { resolutionId };
  });
}

function laterTerm(item: ItemView, next: ItemView) {
  const chosen = next.due !== null && (item.due === null || next.due > item.due) ? next : item;
  const { due, dueTime, term, recurrence, interimDues, dueText } = chosen;
  return { due, dueTime, term, recurrence, interimDues, dueText };
}

function mergeDoubts(item: ItemView, next: ItemView) {
  if (item.due === null || next.due === null || item.due === next.due) return [];
  return [{ key: 'resolutions-doubt-merged-dates', words: `${item.due}, ${next.due}`, candidates: [] }];
}

/** The head as it was guessed from a document is right. */
export async function confirmHead(app: App, actor: Actor, { resolutionId }: { resolutionId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const view = await ownOpen(app, actor, resolutionId);
    await app.db.resolution.update({ where: { id: resolutionId }, data: { guessed: [] } });
    await recordResolution(app, actor, 'resolutions.head-confirmed', view, { fields: view.guessed });
  });
}

/** Takes over a review that its drafter has left alone; two never work on one. Throws UserError while it is in hand, or lies with the chair. */
export async function takeOver(app: App, actor: Actor, { resolutionId }: { resolutionId: number }): Promise<void> {
  await transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM resolution WHERE id = ${resolutionId} FOR UPDATE`;
    const view = await resolutionView(app, resolutionId);
    if (!view || !canDraftResolution(actor, view.org.path)) throw new UserError('resolutions-may-not-draft');
    if (view.draftedById === actor.personId) return;
    if (!isEditable(view)) throw new UserError(isWaiting(view) ? 'resolutions-with-chair' : 'resolutions-locked');
    if (!isIdle(view, app.now())) throw new UserError('resolutions-in-hand');
    const draftedById = actor.personId;
    await app.db.resolution.update({ where: { id: resolutionId }, data: { draftedById, touchedAt: app.now() } });
    await app.db.task.updateMany({ where: { resolutionId, state: 'draft' }, data: { draftedById } });
    await recordResolution(app, actor, 'resolutions.taken-over', view, {
      before: view.draftedById,
      after: draftedById,
    });
    await tellTakenOver(app, view.draftedById, resolutionId);
  });
}

async function tellTakenOver(app: App, personId: number, resolutionId: number): Promise<void> {
  const chatId = await drafterChat(app, personId);
  if (chatId === null) return;
  const kind = 'resolutions.taken-over';
  const dedupeKey = `${kind}:${resolutionId}:${randomUUID()}`;
  await enqueue(app, [{ kind, chatId, personId, lane: 0, subjectId: resolutionId, data: {}, dedupeKey }]);
}
