// Tells of an update that was given up, because the process died of it again and again: whoever wrote or pressed, and the administrators.
import type { Update } from 'grammy/types';
import type { App } from '../app.ts';
import { enqueue, type NewMessage } from '../outbox/actions.ts';
import { reachableAdmins } from '../reminders/calendar-queries.ts';
import { findSender } from './given-up-queries.ts';
import { senderOf } from './given-up-rules.ts';

/** Plans these messages in the transaction it is called in; what they say is read from the kept row. Of what nobody said nobody is told. */
export async function tellGivenUp(app: App, update: Update): Promise<void> {
  const person = await findSender(app, senderOf(update));
  const about = { data: { updateId: String(update.update_id) }, resend: true };
  const messages: NewMessage[] = (await reachableAdmins(app)).map(({ personId, chatId }) => ({
    ...about,
    kind: 'delivery.given-up-admin',
    chatId,
    personId,
    dedupeKey: `delivery.given-up-admin:${update.update_id}:${personId}`,
  }));
  if (person?.chatId && !person.blockedAt)
    messages.push({
      ...about,
      kind: 'delivery.given-up',
      chatId: person.chatId,
      personId: person.id,
      lane: 0,
      dedupeKey: `delivery.given-up:${update.update_id}`,
    });
  await enqueue(app, messages);
}
