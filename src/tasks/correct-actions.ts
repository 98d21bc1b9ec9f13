// Putting an issued task right: a slip in the text or the date, with a reason; cards sent before are edited to say so.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { type Actor, canCorrect } from '../org/rules.ts';
import { type Clock, type Day, dayIn, dayToDb } from '../time.ts';
import { controlledTask } from './access-rules.ts';
import { checkLeft, liveNumber } from './actions.ts';
import { languageOf } from './draft-queries.ts';
import { textColumns } from './draft-rows.ts';
import { refuseSensitive } from './guard-rules.ts';
import { type Dated, internalDue } from './internal-due-rules.ts';
import { refreshAssigned, refreshCards, tellHolders } from './message-actions.ts';
import { type Corrected, taskView, type TaskView } from './queries.ts';
import { refuseMeasure } from './plan-rules.ts';
import { writtenReason } from './reason-rules.ts';
import { isBeyondParent, liveTaskStates, maxTaskText, openStates } from './rules.ts';

export type Correction = {
  taskId: number;
  text?: string;
  due?: Day;
  dueTime?: Clock | null;
  reason: string;
  /** An item of a resolution, or a measure of a roadmap in force, is changed by an amendment only, which sets this. */
  amending?: boolean;
};

/**
 * Changes the text or the date of a task on control; the level that issued it may (product rules: the date moves only by the issuing
 * level). Shares with a date of their own keep it; the first date stays known. Everybody with an open share is told. Of a periodic task
 * the open periods get the words too. Throws UserError without the right or a reason, for a past date, for one of a part beyond its
 * parent, for that of a periodic task, which its rule gives, and when nothing changes.
 */
export async function correctTask(app: App, actor: Actor, correction: Correction): Promise<{ number: string }> {
  const reason = writtenReason(correction.reason);
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM task WHERE id = ${correction.taskId} FOR UPDATE`;
    const task = await taskView(app, correction.taskId);
    if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
    const number = liveNumber(task);
    checkLeft(app, task);
    const by = canCorrect(actor, controlledTask(task));
    if (!by) throw new UserError('tasks-may-not-correct');
    if (task.resolution && !correction.amending) throw new UserError('resolutions-amend-only');
    refuseMeasure(task, correction.amending);
    if (!task.confidential) refuseSensitive('guard-in-text', correction.text, reason);
    const { before, after } = changesOf(app, task, correction);
    await write(app, task, after);
    const { id } = await app.db.taskCorrection.create({
      data: {
        taskId: task.taskId,
        at: app.now(),
        byPersonId: actor.personId,
        byPostId: by.postId,
        reason,
        before,
        after,
      },
    });
    const { text: _was, ...dates } = before;
    const { text: _is, ...newDates } = after;
    await record(app, {
      verb: 'tasks.corrected',
      entity: 'task',
      entityId: task.taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { before: dates, after: newDates, correctionId: id },
      texts: { reason, ...(before.text !== undefined && { before: before.text, after: after.text ?? '' }) },
    });
    await tell(app, task.taskId, id, reason);
    if (task.recurrence) await correctPeriods(app, actor, task, correction);
    return { number };
  });
}

/** Periods on control get the new words, each as a task of its own; one that was put right by itself keeps its own. */
async function correctPeriods(app: App, actor: Actor, series: TaskView, correction: Correction): Promise<void> {
  const periods = await app.db.task.findMany({
    where: { seriesId: series.taskId, state: { in: liveTaskStates }, textKk: series.textKk, textRu: series.textRu },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of periods) await correctTask(app, actor, { ...correction, taskId: id });
}

function changesOf(
  app: App,
  task: TaskView,
  { text, due, dueTime }: Correction,
): { before: Corrected; after: Corrected } {
  const before: Corrected = {};
  const after: Corrected = {};
  const old = task.textKk ?? task.textRu ?? '';
  const words = text?.trim();
  if (words !== undefined && words !== old) {
    if (words === '') throw new UserError('tasks-missing-text');
    if (words.length > maxTaskText)
      throw new UserError('telegram-text-too-long', { max: maxTaskText, length: words.length });
    before.text = old;
    after.text = words;
  }
  if (due !== undefined && (due !== task.due || (dueTime ?? null) !== task.dueTime)) {
    if (task.recurrence) throw new UserError('periods-date-by-rule');
    if (due < dayIn(app.zone, app.now())) throw new UserError('tasks-due-past');
    const { due: latest = null, dueTime: latestTime = null } = task.parent ?? {};
    if (isBeyondParent({ term: 'dated', due, dueTime: dueTime ?? null, latest, latestTime }))
      throw new UserError('tasks-due-beyond-parent');
    Object.assign(before, { due: task.due, dueTime: task.dueTime });
    Object.assign(after, { due, dueTime: dueTime ?? null });
  }
  if (Object.keys(after).length === 0) throw new UserError('tasks-correct-nothing');
  return { before, after };
}

async function write(app: App, task: TaskView, { text, due, dueTime = null }: Corrected): Promise<void> {
  const locale = languageOf(text ?? '');
  const dates = due ? { due: dayToDb(due), dueTime } : {};
  await app.db.task.update({
    where: { id: task.taskId },
    data: {
      ...(text !== undefined && textColumns(text, locale)),
      ...dates,
      ...(due && { term: 'dated', dueText: null }),
    },
  });
  if (!due) return;
  await app.db.participation.updateMany({
    where: {
      taskId: task.taskId,
      role: 'responsible',
      state: { in: openStates },
      due: task.due && dayToDb(task.due),
    },
    data: dates,
  });
  await moveInternalDates(app, task, { due, dueTime });
}

/** Co-executors whose date nobody moved on its own get the internal one before the new date. */
async function moveInternalDates(app: App, task: TaskView, to: Dated): Promise<void> {
  const calendar = await loadCalendar(app);
  const today = dayIn(app.zone, app.now());
  const moved = task.participations.filter(
    ({ role, state, due, firstDue, extensionCount }) =>
      role === 'co_executor' && openStates.includes(state) && extensionCount === 0 && due === firstDue,
  );
  for (const { participationId, post } of moved) {
    const { due, dueTime } = internalDue(calendar, to, post.org.week, today);
    await app.db.participation.update({
      where: { id: participationId },
      data: { due: due && dayToDb(due), dueTime },
    });
  }
}

/** Every card that stands is edited; the open shares hear of it in a message of their own, since an edit makes no sound. */
async function tell(app: App, taskId: number, correctionId: number, reason: string): Promise<void> {
  const task = await taskView(app, taskId);
  if (!task) return;
  await refreshCards(app, [task]);
  await refreshAssigned(app, [task]);
  const open = task.participations.filter(({ state }) => openStates.includes(state));
  const shares = open.map((share) => ({ task, share }));
  await tellHolders(app, 'tasks.corrected', shares, String(correctionId), { data: { correctionId, reason } });
  // The parts stay as they are: whoever handed them down decides.
  const above = task.participations.filter(({ participationId }) => task.parts?.openShareIds.includes(participationId));
  const handed = above.map((share) => ({ task, share }));
  await tellHolders(app, 'shares.parent-moved', handed, String(correctionId));
}
