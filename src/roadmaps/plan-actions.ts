// What of a measure is written in the same way in its draft and in force: milestones, indicators, completion form, note, date of the plan.
import type { App } from '../app.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { refreshAssigned, refreshCards } from '../tasks/message-actions.ts';
import { taskView } from '../tasks/queries.ts';
import { openStates } from '../tasks/rules.ts';
import { type Day, dayToDb } from '../time.ts';
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
