// Clockwork of tasks: once a working day the cards in groups say anew how many days are left or have passed.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { dayIn, timeIn } from '../time.ts';
import { refreshCards } from './message-actions.ts';
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
      OR: [{ undoUntil: null }, { undoUntil: { lte: now } }],
      participations: { some: { state: { in: owedStates }, due: { not: null } } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const cards = tasks.map(({ id }) => ({ taskId: id }));
  await refreshCards(app, cards, { lane: 3, cause: today, standing: true });
}
