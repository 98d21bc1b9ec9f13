// News expected of a task between its dates: when it begins, and what a report does to the next one.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { dayIn, dayToDb, type Day } from '../time.ts';
import type { ParticipationView, TaskView } from './queries.ts';
import { owedStates } from './rules.ts';
import { missedSince, nextUpdate, type UpdateRate, updateRateOf, updateRules } from './update-rules.ts';

/** Begins to expect news of tasks that are being issued. Joins the transaction of the caller, who records the change. A statement for each rate, none without. */
export async function startUpdates(
  app: App,
  tasks: Pick<TaskView, 'taskId' | 'updateRule' | 'recurrence'>[],
): Promise<void> {
  const expected = tasks.filter(({ updateRule, recurrence }) => updateRule && !recurrence);
  if (expected.length === 0) return;
  const calendar = await loadCalendar(app);
  const today = dayIn(app.zone, app.now());
  for (const rate of Object.keys(updateRules) as UpdateRate[]) {
    const taskIds = expected.filter(({ updateRule }) => updateRateOf(updateRule) === rate).map(({ taskId }) => taskId);
    if (taskIds.length === 0) continue;
    const [five, six] = ([5, 6] as const).map((week) => nextUpdate(rate, today, { calendar, week }));
    const begin = (next: Day | undefined, over: Prisma.ParticipationWhereInput): Promise<unknown> =>
      app.db.participation.updateMany({
        where: { taskId: { in: taskIds }, state: { in: owedStates }, nextUpdate: null, ...over },
        data: { nextUpdate: next ? dayToDb(next) : null },
      });
    // Hardly ever do they differ: only a Saturday counts for one and not for the other.
    if (six !== five) await begin(six, { post: { org: { week: 6 } } });
    await begin(five, {});
  }
}

/** Any report, interim or final, is news: the next one is expected from now on, and what did not come before is counted. Joins the transaction of the report, which is recorded. */
export async function reportedUpdate(
  app: App,
  task: Pick<TaskView, 'updateRule'>,
  { participationId, nextUpdate: expected, missedUpdates, post }: ParticipationView,
): Promise<void> {
  const rate = updateRateOf(task.updateRule);
  if (!rate) return;
  const today = dayIn(app.zone, app.now());
  const next = nextUpdate(rate, today, { calendar: await loadCalendar(app), week: post.org.week });
  const missed = expected ? missedSince(rate, expected, today) : 0;
  await app.db.participation.updateMany({
    where: { id: participationId },
    data: { nextUpdate: dayToDb(next), missedUpdates: missedUpdates + missed },
  });
}
