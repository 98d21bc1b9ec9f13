// A person as the reader of a message: how they are addressed, what they may see, what is on its way to their posts.
import type { App } from '../app.ts';
import type { Gender } from '../generated/prisma/client.ts';
import { findActor } from '../org/queries.ts';
import type { Actor } from '../org/rules.ts';

export type Reader = {
  surname: string;
  given: string;
  patronymic: string | null;
  gender: Gender | null;
  /** Null when the person has no Telegram account any more. */
  actor: Actor | null;
};

/** The person with the posts held today; null when unknown. */
export async function personForAddress(app: App, personId: number): Promise<Reader | null> {
  const person = await app.db.person.findUnique({ where: { id: personId } });
  if (!person) return null;
  const { surname, given, patronymic, gender, telegramId } = person;
  const actor = telegramId === null ? null : await findActor(app, Number(telegramId));
  return { surname, given, patronymic, gender, actor };
}

/** True while the reader of a message holds the post that it concerns: a message planned before a hand-over is nothing of theirs any more. */
export function holds(reader: Reader | null, postId: number): boolean {
  return reader?.actor?.posts.some((post) => post.postId === postId) ?? false;
}

/** Shares of these posts that were given and have not left yet, and when they leave: their issuer may still take them back. */
export async function leavingParticipations(
  app: App,
  postIds: number[],
): Promise<{ participationId: number; taskId: number; at: Date | null }[]> {
  const rows = await app.db.participation.findMany({
    where: {
      postId: { in: postIds },
      state: 'assigned',
      task: { state: { in: ['issued', 'in_progress'] }, undoUntil: { gt: app.now() } },
    },
    select: { id: true, taskId: true, task: { select: { undoUntil: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id: participationId, taskId, task }) => ({ participationId, taskId, at: task.undoUntil }));
}
