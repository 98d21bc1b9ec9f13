// What could not even be planned: nobody on the post can be written to. The ledger of delivery tells it beside what was sent.
import type { App } from '../app.ts';
import type { JsonObject } from './rules.ts';

/** Why nobody on a post can be written to: nobody holds it, never started the bot, blocked it. */
export type UndeliveredReason = 'vacant' | 'never-started' | 'blocked';

export type NewUndelivered = {
  /** Which message it would have been, for example `tasks.assigned`. */
  kind: string;
  postId: number;
  subjectId?: number | null;
  data?: JsonObject;
  /** The same cause never makes two rows. */
  dedupeKey: string;
  /** Those who hold the post; empty when it is vacant. */
  holders: { personId: number; chatId: number | null }[];
};

/** Notes messages for which there is no chat: one row for each holder, or one for a vacant post. A known key does nothing. One statement. */
export async function noteUndelivered(app: App, missed: NewUndelivered[]): Promise<void> {
  const rows = missed.flatMap(({ holders, dedupeKey, ...message }) => {
    const nobody = { personId: null, chatId: null };
    return (holders.length > 0 ? holders : [nobody]).map(({ personId, chatId }) => ({
      ...message,
      personId,
      dedupeKey: `${dedupeKey}:${personId ?? 'vacant'}`,
      reason: reasonOf(personId, chatId),
    }));
  });
  if (rows.length === 0) return;
  await app.db.$executeRaw`
    INSERT INTO undelivered (dedupe_key, kind, post_id, person_id, subject_id, data, reason, created_at)
    SELECT "dedupeKey", kind, "postId", "personId", "subjectId", coalesce(data, '{}'), reason, ${app.now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS v ("dedupeKey" text, kind text, "postId" int4, "personId" int4, "subjectId" int4, data jsonb, reason text)
    ON CONFLICT DO NOTHING`;
}

function reasonOf(personId: number | null, chatId: number | null): UndeliveredReason {
  if (personId === null) return 'vacant';
  return chatId === null ? 'never-started' : 'blocked';
}
