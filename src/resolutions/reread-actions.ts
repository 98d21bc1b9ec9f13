// Another day of the meeting: the dates that were read from a document are counted anew, those a person set stay.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { Actor } from '../org/rules.ts';
import { readDue } from '../reading/dates/dates.ts';
import { updateDraft } from '../tasks/actions.ts';
import { firstOfRule } from '../tasks/deadline-rules.ts';
import type { Day } from '../time.ts';
import type { ItemView, ResolutionView } from './queries.ts';

/** Reads the words of each date again as said on `day`; joins the caller's transaction. */
export async function rereadDates(app: App, actor: Actor, view: ResolutionView, day: Day): Promise<void> {
  const calendar = await loadCalendar(app);
  const { resolutionId } = view;
  for (const item of view.items) {
    const { taskId, dueText, interimDues, recurrence, term } = item;
    if (item.state !== 'draft' || dueText === null) continue;
    const read = dateOn(item, day, calendar);
    if (read === null || (read.due === item.due && read.dueTime === item.dueTime)) continue;
    // What lies behind the new date was counted from the old day: it is looked up in the document.
    const interim = interimDues.filter((date) => read.due !== null && date < read.due);
    await updateDraft(app, actor, {
      taskId,
      resolutionId,
      ...read,
      term,
      recurrence,
      interimDues: interim,
      dueText,
    });
  }
}

function dateOn(
  { dueText, recurrence, dueTime }: ItemView,
  today: Day,
  calendar: Awaited<ReturnType<typeof loadCalendar>>,
) {
  if (recurrence !== null) return { due: firstOfRule(recurrence, today), dueTime };
  const reading = readDue(dueText ?? '', { today, calendar, week: 5 });
  return reading === null || reading.impossible ? null : { due: reading.day, dueTime: reading.time ?? null };
}
