// What of a measure is written in the same way in its draft and in force: milestones, indicators, completion form, note, date of the plan.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { refreshAssigned, refreshCards } from '../tasks/message-actions.ts';
import { taskView } from '../tasks/queries.ts';
import { openStates } from '../tasks/rules.ts';
import { type Day, dayToDb } from '../time.ts';
import { checkedName } from './content-rules.ts';
import { type ImportedMeasure, maxForm, maxNote } from './import-rules.ts';
import type { MeasureView } from './queries.ts';

/** Writes milestones and indicators of new measures. Joins the transaction of the caller, who records it. Two statements. */
export async function keepParts(
  app: App,
  measures: (Pick<ImportedMeasure, 'milestones' | 'indicatorIds'> & { measureId: number })[],
): Promise<void> {
  await app.db.milestone.createMany({
    data: measures.flatMap(({ measureId, milestones }) =>
      milestones.map(({ name, due }, at) => ({ measureId, position: at + 1, name, due: dayToDb(due) })),
    ),
  });
  await app.db.measureIndicator.createMany({
    data: measures.flatMap(({ measureId, indicatorIds }) =>
      indicatorIds.map((indicatorId, at) => ({ measureId, position: at + 1, indicatorId })),
    ),
  });
}

/** Takes milestones and indicators of these measures away, before the measures themselves. Joins the transaction of the caller. */
export async function dropParts(app: App, measureIds: number[]): Promise<void> {
  const where = { measureId: { in: measureIds } };
  await app.db.milestone.deleteMany({ where });
  await app.db.measureIndicator.deleteMany({ where });
}

/** Adds a milestone behind the others. Joins the transaction of the caller, who records it. */
export async function addMilestone(
  app: App,
  measure: MeasureView,
  { name, due }: { name: string; due: Day },
): Promise<void> {
  refuseSensitive('guard-in-text', name);
  const last = await app.db.milestone.aggregate({
    where: { measureId: measure.measureId },
    _max: { position: true },
  });
  await app.db.milestone.create({
    data: { measureId: measure.measureId, position: (last._max.position ?? 0) + 1, name, due: dayToDb(due) },
  });
}

type MilestoneChange =
  | { act: 'milestone-changed'; milestoneId: number; name?: string; due?: Day }
  | { act: 'milestone-removed'; milestoneId: number };

/**
 * Gives a milestone another name or day, or takes it out; its mark stays, and versions keep what it was. Joins the transaction of the
 * caller, who records it. Throws UserError for one that is gone, an empty name, and when nothing changes.
 */
export async function changeMilestone(app: App, { milestones }: MeasureView, change: MilestoneChange): Promise<void> {
  const { milestoneId: id } = change;
  const was = milestones.find(({ milestoneId }) => milestoneId === id);
  if (!was) throw new UserError('telegram-stale-button');
  if (change.act === 'milestone-removed') {
    await app.db.milestone.delete({ where: { id } });
    return;
  }
  const [name, due] = [change.name === undefined ? was.name : checkedName(change.name), change.due ?? was.due];
  refuseSensitive('guard-in-text', name);
  if (name === was.name && due === was.due) throw new UserError('tasks-correct-nothing');
  await app.db.milestone.update({ where: { id }, data: { name, due: dayToDb(due) } });
}

/**
 * Says anew how a measure is completed, or its note; null for none. Cards that stand show the new completion form. Joins the transaction
 * of the caller, who records it. Throws UserError for personal data.
 */
export async function changeWords(
  app: App,
  { measureId, taskId, state }: MeasureView,
  { act, words }: { act: 'form' | 'note'; words: string | null },
): Promise<void> {
  const said = words?.trim() ?? '';
  refuseSensitive('guard-in-text', said);
  if (act === 'note') {
    await app.db.measure.update({ where: { id: measureId }, data: { note: said.slice(0, maxNote) || null } });
    return;
  }
  await app.db.task.update({ where: { id: taskId }, data: { completionForm: said.slice(0, maxForm) || null } });
  const task = state === 'issued' || state === 'in_progress' ? await taskView(app, taskId) : null;
  if (!task) return;
  await refreshCards(app, [task], { standing: true });
  await refreshAssigned(app, [task]);
}

/**
 * A new date of the plan goes for the shares too that were extended since: the date shown is the one amended, or nothing would change.
 * Joins the transaction of the caller, who records it.
 */
export async function rejoinPlan(app: App, { taskId, planDue, dueTime, due }: MeasureView): Promise<void> {
  if (planDue === null || due === planDue) return;
  await app.db.participation.updateMany({
    where: { taskId, role: 'responsible', state: { in: openStates }, due: { not: dayToDb(planDue) } },
    data: { due: dayToDb(planDue), dueTime },
  });
}
