// A school that joined after a task for all schools was issued is offered to whoever issued it, and added by a press.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { holdersOf } from '../org/queries.ts';
import { may } from '../org/rights.ts';
import { type Actor, forceOf } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { controlledTask } from './access-rules.ts';
import { liveNumber } from './actions.ts';
import { isWorkingTime } from './hours-rules.ts';
import { assignedMessages, cardMessages, reachable } from './message-actions.ts';
import { type Newcomers, newcomersOf, unofferedNewcomers } from './newcomer-queries.ts';
import { cardView, type ParticipationView, shareViews, type TaskView } from './queries.ts';
import { postViews, type PostView } from './post-queries.ts';
import { insertShares, issueShares } from './share-actions.ts';

/**
 * Offers the schools that joined since to the issuer of each open task for their class, or to its controller where the issuer
 * cannot be reached: one message for all of them, once. In working hours only; called again it does nothing.
 */
export async function offerToJoin(app: App): Promise<void> {
  if (!isWorkingTime(app.zone, app.now(), await loadCalendar(app))) return;
  const found = await unofferedNewcomers(app);
  const posts = found.flatMap(({ issuerPostId, controllerPostId }) => [issuerPostId ?? 0, controllerPostId ?? 0]);
  const holders = await holdersOf(app, posts);
  const messages = found.flatMap((offer) => {
    const issuer = reachable(holders.get(offer.issuerPostId ?? 0));
    const told = issuer.length > 0 ? issuer : reachable(holders.get(offer.controllerPostId ?? 0));
    return told.map(({ personId, chatId }) => offerMessage(offer, personId, chatId));
  });
  await enqueue(app, messages);
  if (messages.length > 0) app.wake();
}

function offerMessage({ taskId, postIds }: Newcomers, personId: number, chatId: number) {
  return {
    kind: 'tasks.newcomers',
    chatId,
    personId,
    subjectId: taskId,
    // Under its own name: an answer to this message is no report.
    data: { offeredTaskId: taskId, postIds },
    dedupeKey: `newcomers:${taskId}:${personId}:${postIds[0]}-${postIds.at(-1)}:${postIds.length}`,
  };
}

/**
 * Gives these posts, as far as they belong to the class of the task and have none, a share of it with the task's date.
 * Throws UserError for somebody who may not decide about the task, a finished one, or when nobody is left to add.
 */
export async function addNewcomers(
  app: App,
  actor: Actor,
  { taskId, postIds }: { taskId: number; postIds: number[] },
): Promise<{ number: string; added: number; unreached: number }> {
  return transaction(app, async (app) => {
    // Two presses at once: the second one finds them added.
    await app.db.$queryRaw`SELECT id FROM task WHERE id = ${taskId} FOR UPDATE`;
    const task = await cardView(app, taskId);
    if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
    const by = may(actor, 'tasks.add-executor', controlledTask(task));
    if (!by) throw new UserError('tasks-may-not-add');
    const number = liveNumber(task);
    const posts = await postViews(app, await newcomersOf(app, taskId, postIds));
    if (posts.length === 0) throw new UserError('tasks-newcomers-none', { number });
    const added = { ...task, participations: await newShares(app, task, posts) };
    await issueShares(app, added);
    await record(app, {
      verb: 'tasks.joined',
      entity: 'task',
      entityId: taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { executors: posts.map(({ postId }) => postId), due: task.due },
    });
    const told = await assignedMessages(app, [added], app.now());
    await enqueue(app, [...(await cardMessages(app, [task])), ...told.messages]);
    return { number, added: posts.length, unreached: told.postIds.length };
  });
}

/** Writes shares behind those that are there. */
async function newShares(app: App, task: TaskView, posts: PostView[]): Promise<ParticipationView[]> {
  const { taskId, kind } = task;
  const { _max } = await app.db.participation.aggregate({ where: { taskId }, _max: { position: true } });
  const first = (_max.position ?? 0) + 1;
  const role = 'responsible' as const;
  const shares = posts.map(({ postId, org }, at) => ({
    postId,
    position: first + at,
    role,
    force: forceOf(kind, org),
  }));
  await insertShares(app, taskId, shares);
  const where = { taskId, position: { gte: first } };
  const rows = await app.db.participation.findMany({ where, select: { id: true }, orderBy: { position: 'asc' } });
  const views = await shareViews(
    app,
    rows.map(({ id }) => id),
  );
  return views.map(({ share }) => share);
}
