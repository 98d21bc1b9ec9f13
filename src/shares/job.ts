// Clockwork of shares: who has not decided about "not ours" within a working day is asked again.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { enqueue } from '../outbox/actions.ts';
import { isWorkingTime } from '../tasks/hours-rules.ts';
import { shareView } from '../tasks/queries.ts';
import { dayIn } from '../time.ts';
import { undecided } from './queries.ts';
import { deciders } from './tell-actions.ts';

/** Working days after which the issuer is asked again. */
const rungs = [1, 3];

/** Idempotent: each rung once for a share, in working hours only. */
export async function chaseUndecided(app: App): Promise<void> {
  const calendar = await loadCalendar(app);
  const now = app.now();
  if (!isWorkingTime(app.zone, now, calendar)) return;
  const today = dayIn(app.zone, now);
  for (const { participationId, misaddressedAt } of await undecided(app, now)) {
    const passed = calendar.workingDaysBetween(dayIn(app.zone, misaddressedAt), today, 5);
    const rung = rungs.findLast((days) => passed >= days);
    const found = rung === undefined ? null : await shareView(app, participationId);
    if (!found || rung === undefined) continue;
    const told = await deciders(app, found.task);
    await enqueue(
      app,
      told.map(({ chatId, personId }) => ({
        kind: 'shares.misaddressed',
        chatId,
        personId,
        subjectId: participationId,
        data: { again: rung },
        dedupeKey: `misaddressed:${participationId}:${personId}:${misaddressedAt.getTime()}:again-${rung}`,
      })),
    );
  }
  app.wake();
}
