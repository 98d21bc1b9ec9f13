// The draft as a message of this moment, for its author.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { Actor } from '../org/rules.ts';
import type { Keyboard } from '../telegram/context.ts';
import { findChat } from '../chats/queries.ts';
import { ownDraft, placeDraft } from './draft-actions.ts';
import { draftMessage } from './draft-messages.ts';
import { draftSurroundings } from './around-draft-queries.ts';
import { draftTime } from './draft-time-queries.ts';

/** The draft with its buttons in the author's language. Throws UserError when it is not the actor's, or issued already. */
export async function presentDraft(
  app: App,
  actor: Actor,
  taskId: number,
  { reread = false } = {},
): Promise<{ text: string; keyboard: Keyboard }> {
  const draft = await ownDraft(app, actor, taskId);
  const context = { app, calendar: await loadCalendar(app), locale: actor.locale };
  const around = await draftSurroundings(app, actor, draft);
  const time = await draftTime(app, actor, draft, context.calendar);
  return draftMessage(context, draft, { ...around, time }, reread);
}

/** Notes which message shows the draft, so that an edit of the words it was read from finds it; `chat` is Telegram's id. */
export async function noteShown(
  app: App,
  taskId: number,
  { chat, messageId }: { chat: number | undefined; messageId: number },
) {
  const known = chat === undefined ? null : await findChat(app, chat);
  await placeDraft(app, { taskId, chatId: known?.chatId ?? null, messageId });
}
