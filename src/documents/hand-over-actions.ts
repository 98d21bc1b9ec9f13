// Telling of the act of hand-over: whoever handed over and both heads get a message with the file behind a button, once.
import { type App, transaction } from '../app.ts';
import { enqueue } from '../outbox/actions.ts';
import { handOversSince } from './hand-over-queries.ts';

/** A hand-over older than this is not told any more: the bot was away too long, the act is still to be had at the post. */
const days = 3;

/** Run by a job; called again it does nothing. */
export async function tellActs(app: App): Promise<void> {
  const since = new Date(app.now().getTime() - days * 86_400_000);
  const events = await handOversSince(app, since);
  if (events.length === 0) return;
  const ids = events.flatMap((one) => [one.actorPersonId, one.toPersonId, ...one.fromPersonIds]);
  await transaction(app, async (app) => {
    const people = await app.db.person.findMany({
      where: { id: { in: ids.filter((id) => id !== null) }, chatId: { not: null }, blockedAt: null },
    });
    const messages = events.flatMap((event) => {
      // Whoever sent a roster saw its difference: not a message for each of hundreds of posts.
      const doer = event.byImport ? null : event.actorPersonId;
      const parties = [...new Set([doer, event.toPersonId, ...event.fromPersonIds])];
      const act = event.byImport ? `${event.id}:${event.postId}` : `${event.id}`;
      return people
        .filter(({ id }) => parties.includes(id))
        .map(({ id, chatId }) => ({
          kind: 'documents.hand-over',
          chatId: chatId ?? 0,
          personId: id,
          subjectId: event.postId,
          data: { eventId: Number(event.id) },
          dedupeKey: `act:${act}:${id}`,
        }));
    });
    await enqueue(app, messages);
  });
}
