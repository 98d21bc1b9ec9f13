// Another day of the meeting: the dates that were read from a document are counted anew, those a person set stay.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { Actor } from '../org/rules.ts';
import { readDeadline } from '../reading/dates/terms.ts';
import { updateDraft } from '../tasks/actions.ts';
import { fieldsOfDeadline } from '../tasks/deadline-rules.ts';
import { executorsWeek } from '../tasks/week-rules.ts';
import type { Day } from '../time.ts';
import type { ResolutionView } from './queries.ts';

/** Reads the words of each date again as said on `day`; joins the caller's transaction. */
export async function rereadDates(app: App, actor: Actor, view: ResolutionView, day: Day): Promise<void> {
  const calendar = await loadCalendar(app);
  const { resolutionId } = view;
  for (const item of view.items) {
    const { taskId, state, dueText, due, dueTime } = item;
    if (state !== 'draft' || dueText === null) continue;
    const term = readDeadline(dueText, { today: day, calendar, week: executorsWeek(item) });
    const read = term && fieldsOfDeadline(term.deadline, day);
    if (!read?.due || (read.due === due && read.dueTime === dueTime)) continue;
    await updateDraft(app, actor, { taskId, resolutionId, ...read, dueText });
  }
}
