// Clockwork of meetings: the next sitting opens some days ahead, its agenda follows what is unfinished, chair and secretary get a brief.
import type { App } from '../app.ts';
import { addDays, dayIn } from '../time.ts';
import { refreshAgenda } from './agenda-actions.ts';
import { liveSeries, openSittings } from './queries.ts';
import { openedAhead } from './rules.ts';
import { openBySchedule } from './series-actions.ts';
import { planBrief } from './telling-actions.ts';

/** Idempotent; run at every tick. */
export async function tendMeetings(app: App): Promise<void> {
  const today = dayIn(app.zone, app.now());
  for (const { seriesId, recurrence } of await liveSeries(app))
    if (recurrence !== null) await openBySchedule(app, seriesId, addDays(today, openedAhead));
  for (const meetingId of await openSittings(app, today)) {
    await refreshAgenda(app, meetingId);
    await planBrief(app, meetingId);
  }
}
