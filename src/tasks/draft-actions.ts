// Drafts of tasks: written, changed and dropped by their author; nothing of it leaves before it is issued.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Prisma, TaskKind } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import { type Actor, forceOf, issuingPostForAll } from '../org/rules.ts';
import { headline } from '../reading/headline.ts';
import type { Locale } from '../texts.ts';
import { dayToDb } from '../time.ts';
import { postViews, type PostView, taskOfRequest, taskView, type TaskView } from './queries.ts';
import { type DraftFields, maxTaskText } from './rules.ts';

export type NewDraft = DraftFields & {
  resolutionId?: number | null;
  /** Place in the resolution, from 1. */
  position?: number | null;
  /** The item's own number in its document, "2.1". */
  number?: string | null;
  /** Root organisation, where the author's posts do not tell it. */
  rootOrgId?: number;
  /** The same request makes one draft. */
  requestKey?: string;
};

/** Writes a draft. The same `requestKey` again returns the draft made before. Throws on an empty or too long text. */
export async function createDraft(app: App, actor: Actor, draft: NewDraft): Promise<{ taskId: number }> {
  const known = draft.requestKey ? await taskOfRequest(app, draft.requestKey) : null;
  if (known !== null) return { taskId: known };
  return transaction(app, async (app) => {
    const posts = await existingPosts(app, draft.executorPostIds);
    const rootOrgId = draft.rootOrgId ?? actor.posts[0]?.rootId;
    if (rootOrgId === undefined) throw new UserError('tasks-may-not-issue');
    const kind = draft.kind ?? 'assignment';
    const task = await app.db.task.create({
      data: {
        ...textColumns(draft.text, draft.locale),
        ...dueColumns(draft),
        kind,
        rootOrgId,
        issuerPostId: issuerOf(actor, posts),
        issuerPersonId: draft.resolutionId ? null : actor.personId,
        controllerPostId: draft.controllerPostId ?? null,
        completionForm: draft.completionForm ?? null,
        programmes: draft.programmes ?? [],
        indicators: (draft.indicators ?? []) as Prisma.InputJsonArray,
        sourceText: draft.sourceText ?? null,
        number: draft.number ?? null,
        fanOut: draft.fanOut ?? false,
        confidential: draft.confidential ?? false,
        homePlaceId: draft.homePlaceId ?? null,
        draftDoubts: (draft.doubts ?? []) as Prisma.InputJsonArray,
        draftedById: actor.personId,
        resolutionId: draft.resolutionId ?? null,
        position: draft.position ?? null,
        requestKey: draft.requestKey ?? null,
        createdAt: app.now(),
        participations: { create: shares(posts, kind, draft) },
      },
    });
    await recordDraft(app, actor, 'tasks.drafted', task.id, rootOrgId, {
      text: draft.text,
      ...(draft.completionForm && { form: draft.completionForm }),
    });
    return { taskId: task.id };
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
      ...given('confidential', changes.confidential),
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

/** Notes where a draft is shown, so that an edit of the author's message finds it. */
export async function placeDraft(
  app: App,
  { taskId, chatId, messageId }: { taskId: number; chatId: number | null; messageId: number },
): Promise<void> {
  await app.db.task.updateMany({
    where: { id: taskId },
    data: { draftChatId: chatId, draftMessageId: BigInt(messageId) },
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
  await app.db.participation.createMany({
    data: shares(posts, kind, { fanOut }).map((share) => ({ ...share, taskId: task.taskId })),
  });
  if (task.resolution) return;
  await app.db.task.update({ where: { id: task.taskId }, data: { issuerPostId: issuerOf(actor, posts) } });
}

async function existingPosts(app: App, postIds: number[]): Promise<PostView[]> {
  const wanted = [...new Set(postIds)];
  const posts = await postViews(app, wanted);
  if (posts.length !== wanted.length) throw new UserError('tasks-executor-gone');
  return posts;
}

function issuerOf(actor: Actor, posts: PostView[]): number | null {
  const executors = posts.map(({ role, org }) => ({ role, orgPath: org.path, orgType: org.type }));
  return issuingPostForAll(actor, executors)?.postId ?? null;
}

function shares(posts: PostView[], kind: TaskKind, { fanOut }: { fanOut?: boolean }) {
  return posts.map((post, position) => ({
    postId: post.postId,
    position,
    role: fanOut || position === 0 ? ('responsible' as const) : ('co_executor' as const),
    force: forceOf(kind, post.org),
  }));
}

function textColumns(text: string, locale: Locale) {
  const clean = text.trim();
  if (clean === '') throw new UserError('tasks-text-empty');
  if (clean.length > maxTaskText) throw new UserError('tasks-text-long', { max: maxTaskText, length: clean.length });
  const column = locale === 'kk' ? { textKk: clean, textRu: null } : { textRu: clean, textKk: null };
  return { ...column, headline: headline(clean) };
}

/** A date is set as a whole: what is not given of it is no longer so. */
function dueColumns({ due, dueTime, term, recurrence, interimDues = [], dueText }: Partial<DraftFields>) {
  const kind = due ? ('dated' as const) : (term ?? 'dated');
  const dated = kind === 'dated' && due;
  return {
    term: kind,
    due: dated ? dayToDb(due) : null,
    dueTime: dated ? (dueTime ?? null) : null,
    recurrence: dated ? (recurrence ?? null) : null,
    interimDues: interimDues.map(dayToDb),
    dueText: dueText ?? null,
  };
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
