// One sender for a database: a session lock of PostgreSQL, held on a connection of its own.
import pg from 'pg';

/** The key of the advisory lock; any number that nobody else uses in this database. */
export const lockKey = 7_230_117;

/** How other processes tell the leader that there may be something to send. */
export const wakeChannel = 'orynda_outbox';

export type Leadership = {
  /** False once the connection broke: somebody else may lead now. */
  held: () => boolean;
  /** Gives the lock back. */
  release: () => void;
};

/** Waits until no other sender is at work and then leads; `signal` ends the wait, `onWake` hears what other processes say. Throws when the database cannot be reached. */
export async function lead(
  sql: pg.Pool,
  signal: AbortSignal,
  onWake: (notice: string) => void = () => {},
): Promise<Leadership> {
  // Not of the pool: a pipelined connection could not be ended while it waits for the lock.
  const client = new pg.Client({ ...sql.options, pipeline: false, query_timeout: 0 });
  let open = true;
  const end = (): void => {
    if (!open) return;
    open = false;
    client.end().catch(() => undefined);
  };
  client.on('error', end);
  signal.addEventListener('abort', end, { once: true });
  try {
    signal.throwIfAborted();
    await client.connect();
    // A leader whose machine vanished is noticed within half a minute, not after the two hours of the system.
    await client.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3');
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    client.on('notification', ({ payload = '' }) => onWake(payload));
    await client.query(`LISTEN ${wakeChannel}`);
  } catch (error) {
    end();
    throw error;
  } finally {
    // From here on `release` ends it: a sender that stops leads until its last call has been answered.
    signal.removeEventListener('abort', end);
  }
  return { held: () => open, release: end };
}
