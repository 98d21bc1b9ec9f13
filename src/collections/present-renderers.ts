// The draft of a collection as a message of this moment, for its author.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { Actor } from '../org/rules.ts';
import { ownDraft } from '../tasks/draft-actions.ts';
import { draftMessage } from '../tasks/draft-messages.ts';
import { draftSurroundings } from '../tasks/draft-queries.ts';
import { draftTime } from '../tasks/draft-time-queries.ts';
import type { Keyboard } from '../telegram/context.ts';

/** The draft with its buttons in the author's language. Throws UserError when it is not the actor's, or issued already. */
export async function presentDraftOf(
  app: App,
  actor: Actor,
  taskId: number,
): Promise<{ text: string; keyboard: Keyboard }> {
  const draft = await ownDraft(app, actor, taskId);
  const context = { app, calendar: await loadCalendar(app), locale: actor.locale };
  const around = await draftSurroundings(app, actor, draft);
  const time = await draftTime(app, actor, draft, context.calendar);
  return draftMessage(context, draft, { ...around, time });
}
