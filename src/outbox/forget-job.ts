// Forgets finished messages at night, long after they can be asked for; what somebody still refers to stays.
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';

const day = 86_400_000;
/** Rows looked at in one statement, and the rest between two, in milliseconds: the bot works on meanwhile. */
const step = 5000;
const rest = 50;
/** Answers that went through the outbox hold their words. */
const answersKeepDays = 2;

type Place = { at: Date; id: bigint };

/**
 * Deletes finished rows older than the setting, and what could not be planned then. Kept: what a reminder's memory points at, the
 * latest edition of a living message (it may be edited again), what is about a task on control, and offers to join, which are their own memory.
 * Returns how many rows went.
 */
export async function forgetMessages(app: App): Promise<number> {
  const before = new Date(app.now().getTime() - app.config.outboxKeepDays * day);
  let gone = 0;
  let place: Place | undefined = { at: new Date(0), id: 0n };
  while (place) {
    const looked: { deleted: number; last: Place | null } = await forgetStep(app, before, place);
    gone += looked.deleted;
    place = looked.last ?? undefined;
    if (place) await sleep(rest);
  }
  await app.db.undelivered.deleteMany({ where: { createdAt: { lt: before } } });
  const answers = new Date(app.now().getTime() - answersKeepDays * day);
  await app.db.outgoingMessage.deleteMany({
    where: { kind: 'telegram.answer', createdAt: { lt: answers }, state: { notIn: ['planned', 'leased', 'sending'] } },
  });
  if (gone > 0) app.log.info({ rows: gone }, 'outbox.forgot');
  return gone;
}

/** The job. */
export async function forget(app: App): Promise<void> {
  await forgetMessages(app);
}

async function forgetStep(app: App, before: Date, { at, id }: Place): Promise<{ deleted: number; last: Place | null }> {
  const [row] = await app.db.$queryRaw<{ deleted: number; at: Date | null; id: bigint | null }[]>`
    WITH old AS MATERIALIZED (
      SELECT id, created_at FROM outgoing_message WHERE created_at < ${before} AND created_at >= ${at} AND (created_at, id) > (${at}, ${id})
      ORDER BY created_at, id LIMIT ${step}
    ), gone AS (
      DELETE FROM outgoing_message m WHERE m.id IN (SELECT id FROM old) AND m.state IN ('sent', 'cancelled', 'dead', 'unknown')
        AND m.due_at < ${before} AND m.kind <> 'tasks.newcomers'
        AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.message_id = m.id)
        AND NOT EXISTS (SELECT 1 FROM task t WHERE t.id = (m.data->>'taskId')::int AND t.state IN ('issued', 'in_progress'))
        AND NOT (m.living_key IS NOT NULL AND m.state = 'sent' AND m.message_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM outgoing_message later WHERE later.living_key = m.living_key AND later.chat_id = m.chat_id
            AND later.state = 'sent' AND later.message_id IS NOT NULL AND later.id > m.id))
      RETURNING 1
    )
    SELECT (SELECT count(*)::int FROM gone) AS deleted, last.created_at AS at, last.id
    FROM (SELECT 1) one LEFT JOIN (SELECT created_at, id FROM old ORDER BY created_at DESC, id DESC LIMIT 1) last ON true`;
  const last = row?.at && row.id !== null ? { at: row.at, id: row.id } : null;
  return { deleted: row?.deleted ?? 0, last };
}
