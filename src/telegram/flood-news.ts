// Replicas count a sender together: what one of them has seen of somebody quick, and whom it passes over, the others hear.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import type { App } from '../app.ts';
import { Together } from '../together.ts';
import type { FloodMemory, FloodNews } from './flood.ts';

const channel = 'orynda_flood';

const number = z.number();
const news = z.object({
  key: number,
  seen: z.array(z.object({ at: number, cost: number })),
  pause: z.object({ since: number, until: number, told: number }).optional(),
});
/** `n` tells apart what is alike: PostgreSQL carries equal notices of one transaction once. */
const notice = z.object({ from: z.string(), n: number, news });

/** Tells the other replicas, over the pool, what `memory` learns of quick senders. Returns how to hear them on a connection, as long as it lasts. */
export function shareFlood(app: App, memory: FloodMemory, sql: pg.Pool): (client: pg.Client) => Promise<void> {
  const from = randomUUID();
  let n = 0;
  const notices = new Together((payloads: string[]) => notify(sql, payloads).then(() => []));
  memory.share = (news: FloodNews): void => {
    // A notice that is lost costs a few updates more that are heard.
    notices
      .add(JSON.stringify({ from, n: n++, news }))
      .catch((error: unknown) => app.log.warn({ err: error }, 'telegram.flood-not-shared'));
  };
  return async (client) => {
    client.on('notification', ({ payload = '' }) => {
      const heard = read(payload);
      if (heard && heard.from !== from) memory.hear(heard.news);
    });
    await client.query(`LISTEN ${channel}`);
  };
}

function read(payload: string): z.infer<typeof notice> | null {
  try {
    return notice.parse(JSON.parse(payload));
  } catch {
    // Of another version of the bot.
    return null;
  }
}

async function notify(sql: pg.Pool, payloads: string[]): Promise<void> {
  await sql.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [channel, payloads]);
}
