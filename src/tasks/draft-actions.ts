// Drafts of tasks: written, changed and dropped by their author; nothing of it leaves before it is issued.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { dayToDb } from '../time.ts';
import { draftRow, dueColumns, groupColumns, type NewDraft, shares, textColumns } from './draft-rows.ts';
import { withDictionary } from './programme-queries.ts';
import { taskOfRequest, taskView, type TaskView } from './queries.ts';
import { postViews, type PostView } from './post-queries.ts';
import { issuerFor } from './promise-rules.ts';
import type { DraftFields } from './rules.ts';
import { insertShares, insertSharesOf } from './share-actions.ts';

/** Writes a draft. The same `requestKey` again returns the draft made before. Throws on an empty or too long text. */
export async function createDraft(app: App, actor: Actor, draft: NewDraft): Promise<{ taskId: number }> {
  const known = draft.requestKey ? await taskOfRequest(app, draft.requestKey) : null;
  if (known !== null) return { taskId: known };
  return transaction(app, async (app) => {
    const posts = await existingPosts(app, draft.executorPostIds);
    const [named = draft] = await withDictionary(app, draft.rootOrgId ?? actor.posts[0]?.rootId, [draft]);
    const row = draftRow(actor, named, posts, app.now());
    const task = await app.db.task.create({ data: row });
    await insertShares(app, task.id, shares(posts, row.kind, draft));
    await recordDraft(app, actor, 'tasks.drafted', task.id, row.rootOrgId, {
      text: draft.text,
      ...(draft.completionForm && { form: draft.completionForm }),
    });
    return { taskId: task.id };
  });
}

/**
 * Writes many drafts of one tree in a few statements, with one event for all of them: the items of a document.
 * Returns their ids in the same order. Throws UserError when one of them cannot be written; then none is.
 */
export async function createDrafts(app: App, actor: Actor, drafts: NewDraft[]): Promise<number[]> {
  return transaction(app, async (app) => {
    const posts = await existingPosts(
      app,
      drafts.flatMap(({ executorPostIds }) => executorPostIds),
    );
    const known = new Map(posts.map((post) => [post.postId, post]));
    const named = drafts.map(({ executorPostIds }) =>
      [...new Set(executorPostIds)].flatMap((id) => known.get(id) ?? []),
    );
    const spelled = await withDictionary(app, drafts[0]?.rootOrgId ?? actor.posts[0]?.rootId, drafts);
    const data = spelled.map((draft, index) => draftRow(actor, draft, named[index] ?? [], app.now()));
    const rows = await app.db.task.createManyAndReturn({ data, select: { id: true, rootOrgId: true } });
    const parts = rows.flatMap(({ id: taskId }, index) =>
      shares(named[index] ?? [], data[index]?.kind ?? 'assignment', drafts[index] ?? {}).map((share) => ({
        ...share,
        taskId,
      })),
    );
    await insertSharesOf(app, parts);
    const [first] = rows;
    const texts = Object.fromEntries(rows.map(({ id }, index) => [String(id), drafts[index]?.text ?? '']));
    if (first) await recordDraft(app, actor, 'tasks.drafted', first.id, first.rootOrgId, texts);
    return rows.map(({ id }) => id).toSorted((a, b) => a - b);
  });
}

/** Names the resolution of an item: its drafts are changed by the actions of resolutions only, which know when it is locked. */
export type OfResolution = { resolutionId?: number };

/** Changes what is given of a draft; only its author may. Executors given replace the old ones. */
export async function updateDraft(
  app: App,
  actor: Actor,
  { taskId, resolutionId, ...changes }: { taskId: number } & OfResolution & Partial<DraftFields>,
): Promise<void> {
  await transaction(app, async (app) => {
    const task = await ownDraft(app, actor, taskId, { resolutionId });
    const data: Prisma.TaskUncheckedUpdateManyInput = {
      ...(changes.text !== undefined && textColumns(changes.text, changes.locale ?? actor.locale)),
      ...((changes.due !== undefined || changes.term !== undefined) && dueColumns(changes)),
      ...given('kind', changes.kind),
      ...given('fanOut', changes.fanOut),
      ...given('completionForm', changes.completionForm),
      ...given('programmes', changes.programmes),
      ...(changes.indicators && { indicators: changes.indicators as Prisma.InputJsonArray }),
      ...given('sourceText', changes.sourceText),
      ...given('controllerPostId', changes.controllerPostId),
      ...given('homePlaceId', changes.homePlaceId),
      ...(changes.groupIds && groupColumns(changes, app.now())),
      ...given('confidential', changes.confidential),
      ...given('updateRule', changes.updateRule),
      ...given('urgency', changes.urgency),
      ...(changes.interimDues && changes.due === undefined && { interimDues: changes.interimDues.map(dayToDb) }),
      ...(changes.doubts && { draftDoubts: changes.doubts as Prisma.InputJsonArray }),
    };
    const { count } = await app.db.task.updateMany({ where: { id: taskId, state: 'draft' }, data });
    if (count === 0) throw new UserError('telegram-someone-first');
    if (changes.executorPostIds || changes.kind || changes.fanOut !== undefined)
      await replaceShares(app, actor, task, changes);
    await recordDraft(app, actor, 'tasks.redrafted', taskId, task.rootOrgId, {
      ...(changes.text !== undefined && { text: changes.text }),
      ...(changes.completionForm && { form: changes.completionForm }),
    });
  });
}

/** Throws a draft away. */
export async function dropDraft(
  app: App,
  actor: Actor,
  { taskId, resolutionId }: { taskId: number } & OfResolution,
): Promise<void> {
  await transaction(app, async (app) => {
    const task = await ownDraft(app, actor, taskId, { resolutionId });
    await app.db.participation.deleteMany({ where: { taskId } });
    const { count } = await app.db.task.deleteMany({ where: { id: taskId, state: 'draft' } });
    if (count === 0) throw new UserError('telegram-someone-first');
    await recordDraft(app, actor, 'tasks.dropped', taskId, task.rootOrgId);
  });
}

/** Throws away all drafts of a resolution at once; its drafter was checked by the caller. One event names them. */
export async function dropDraftsOf(app: App, actor: Actor, resolutionId: number): Promise<void> {
  await transaction(app, async (app) => {
    const where = { resolutionId, state: 'draft' as const };
    const rows = await app.db.task.findMany({ where, select: { id: true, rootOrgId: true } });
    const taskIds = rows.map(({ id }) => id);
    await app.db.participation.deleteMany({ where: { taskId: { in: taskIds } } });
    await app.db.task.deleteMany({ where: { id: { in: taskIds } } });
    const [first] = rows;
    if (!first) return;
    await record(app, {
      verb: 'tasks.dropped',
      entity: 'task',
      entityId: first.id,
      rootOrgId: first.rootOrgId,
      actor: { personId: actor.personId },
      data: { taskIds },
    });
  });
}

/** Notes where a draft is shown, so that an edit of the author's message finds it; message 0 is still to be sent, so nowhere. */
export async function placeDraft(
  app: App,
  { taskId, chatId, messageId }: { taskId: number; chatId: number | null; messageId: number },
): Promise<void> {
  await app.db.task.updateMany({
    where: { id: taskId },
    data:
      messageId === 0
        ? { draftChatId: null, draftMessageId: null }
        : { draftChatId: chatId, draftMessageId: BigInt(messageId) },
  });
}

/** The stand-alone draft (or the item of that resolution), if the actor wrote it. Throws UserError when it is somebody else's, issued or gone. */
export async function ownDraft(
  app: App,
  actor: Actor,
  taskId: number,
  { resolutionId }: { resolutionId?: number | undefined } = {},
): Promise<TaskView> {
  const task = await taskView(app, taskId);
  if (!task || task.resolution?.resolutionId !== resolutionId) throw new UserError('telegram-stale-button');
  if (task.draftedById !== actor.personId) throw new UserError('tasks-not-your-draft');
  if (task.state !== 'draft') throw new UserError('tasks-issued-already');
  return task;
}

async function replaceShares(app: App, actor: Actor, task: TaskView, changes: Partial<DraftFields>): Promise<void> {
  const ids = changes.executorPostIds ?? task.participations.map((part) => part.post.postId);
  const posts = await existingPosts(app, ids);
  const kind = changes.kind ?? task.kind;
  const fanOut = changes.fanOut ?? task.fanOut;
  await app.db.participation.deleteMany({ where: { taskId: task.taskId } });
  await insertShares(app, task.taskId, shares(posts, kind, { fanOut }));
  if (task.resolution) return;
  await app.db.task.update({
    where: { id: task.taskId },
    data: { issuerPostId: issuerFor(actor, kind, posts, task.issuer?.postId)?.postId ?? null },
  });
}

async function existingPosts(app: App, postIds: number[]): Promise<PostView[]> {
  const wanted = [...new Set(postIds)];
  const posts = await postViews(app, wanted);
  if (posts.length !== wanted.length) throw new UserError('tasks-executor-gone');
  return posts;
}

function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

async function recordDraft(
  app: App,
  actor: Actor,
  verb: string,
  taskId: number,
  rootOrgId: number,
  texts?: Record<string, string>,
): Promise<void> {
  await record(app, {
    verb,
    entity: 'task',
    entityId: taskId,
    rootOrgId,
    actor: { personId: actor.personId },
    ...(texts && { texts }),
  });
}
