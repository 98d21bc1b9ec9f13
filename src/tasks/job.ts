// Clockwork of tasks: once a working day the cards in groups say anew how many days are left or have passed.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { standing } from '../outbox/queries.ts';
import { dayIn, timeIn } from '../time.ts';
import { cardKey, refreshCards } from './message-actions.ts';
import { liveTaskStates, owedStates } from './rules.ts';

/** An edit makes no noise, but a card that somebody deleted is sent anew: not before people work. */
const from = '09:00';

/** Idempotent: one refresh a card and working day, only where a card stands and somebody still owes. */
export async function refreshStaleCards(app: App): Promise<void> {
  const now = app.now();
  const today = dayIn(app.zone, now);
  if (timeIn(app.zone, now) < from || !(await loadCalendar(app)).isWorkingDay(today, 6)) return;
  const tasks = await app.db.task.findMany({
    where: {
      state: { in: liveTaskStates },
      homePlaceId: { not: null },
      OR: [{ undoUntil: null }, { undoUntil: { lte: now } }],
      participations: { some: { state: { in: owedStates }, due: { not: null } } },
    },
    select: { id: true, homePlaceId: true },
    orderBy: { id: 'asc' },
  });
  const keys = new Map(tasks.map(({ id, homePlaceId }) => [id, cardKey(id, homePlaceId ?? 0)]));
  const known = await standing(app, [...keys.values()]);
  const shown = tasks.filter(({ id }) => known.has(keys.get(id) ?? ''));
  const cards = shown.map(({ id, homePlaceId }) => ({ taskId: id, homePlaceId }));
  await refreshCards(app, cards, { lane: 3, cause: today });
}
