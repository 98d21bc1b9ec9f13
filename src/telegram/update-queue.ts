// Handles the updates that came by webhook: of one chat in their order and one at a time, whichever replica took them.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import pg from 'pg';
import type { App } from '../app.ts';
import { Company, handleKept } from './kept-updates.ts';

/** Chats of which one process handles updates at once: more than there are connections, since updates of one moment ask and write together. */
const maxLanes = 16;
/** So many chats are looked at, the longest waiting first: others may be at most of them. */
const lookahead = 200;
/** The net for what another replica kept before it died, in milliseconds. */
const longestSleep = 500;
/** First key of the advisory locks of chats, so that they meet no other lock. */
const lockSpace = 7_230_118;

/**
 * Replicas share the table of updates and PostgreSQL's advisory locks, one for each chat, held on a connection of this process:
 * when it dies, its locks are free and another replica goes on with what it left.
 */
export class UpdateQueueWorker {
  readonly #app: App;
  readonly #sql: pg.Pool;
  readonly #handle: (update: Update) => Promise<void>;
  readonly #onConnected: (client: pg.Client) => Promise<void>;
  readonly #busy = new Map<string, Promise<void>>();
  readonly company = new Company();
  /** Chats that are done and still locked; one statement at a time goes over the connection of the locks. */
  #finished: string[] = [];
  #client: pg.Client | null = null;
  #running: Promise<void> | null = null;
  #stopping = false;
  #woken = false;
  #wakeUp = (): void => {};

  /** `onConnected`: what else is heard over the connection of the locks. */
  constructor(
    app: App,
    sql: pg.Pool,
    handle: (update: Update) => Promise<void>,
    onConnected: (client: pg.Client) => Promise<void> = () => Promise.resolve(),
  ) {
    this.#app = app;
    this.#sql = sql;
    this.#handle = handle;
    this.#onConnected = onConnected;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** There is something to handle. */
  wake(): void {
    this.#woken = true;
    this.#wakeUp();
  }

  /** Finishes the updates in hand; the others wait for the next start or another replica. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.company.leave();
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      try {
        this.#client ??= await this.#connect();
        await this.#unlock(this.#client);
        const taken = await this.#takeLanes(this.#client);
        if (taken === 0) await this.#sleep();
      } catch (error) {
        if (!this.#stopping) this.#app.log.error({ err: error }, 'telegram.update-queue-failed');
        this.#letGo(this.#client);
        await sleep(longestSleep);
      }
    }
    await Promise.all(this.#busy.values());
    this.#letGo(this.#client);
  }

  async #connect(): Promise<pg.Client> {
    // Not of the pool, whose connections are pipelined and shared: this one carries locks, and ends with them.
    const client = new pg.Client({ ...this.#sql.options, pipeline: false });
    client.on('error', () => this.#letGo(client));
    client.on('end', () => this.#letGo(client));
    try {
      await client.connect();
      // A replica whose machine vanished is noticed within half a minute.
      await client.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3');
      await this.#onConnected(client);
    } catch (error) {
      this.#letGo(client);
      throw error;
    }
    return client;
  }

  /** Ends the connection and with it every lock that this process has on it. What an older one has to say concerns no newer. */
  #letGo(client: pg.Client | null): void {
    client?.end().catch(() => undefined);
    if (this.#client !== client) return;
    this.#client = null;
    this.#finished = [];
  }

  /** Begins with the chats that have waited longest and that nobody else is at; returns how many. */
  async #takeLanes(client: pg.Client): Promise<number> {
    if (this.#busy.size >= maxLanes) return 0;
    const { rows } = await client.query<{ lane: string }>(
      `SELECT lane FROM incoming_update WHERE given_up_at IS NULL AND NOT (lane = ANY($1::bigint[])) GROUP BY lane ORDER BY min(update_id) LIMIT $2`,
      [[...this.#busy.keys()], lookahead],
    );
    let taken = 0;
    for (const { lane } of rows) {
      if (this.#busy.size >= maxLanes || this.#stopping) break;
      if (!(await this.#lock(client, lane))) continue;
      taken += 1;
      const work = this.#handleLane(client, lane).finally(() => {
        this.#busy.delete(lane);
        this.wake();
      });
      this.#busy.set(lane, work);
    }
    return taken;
  }

  async #unlock(client: pg.Client): Promise<void> {
    for (const lane of this.#finished.splice(0)) {
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [lockSpace, lane]);
    }
  }

  async #lock(client: pg.Client, lane: string): Promise<boolean> {
    const query = 'SELECT pg_try_advisory_lock($1, hashtext($2)) AS got';
    const { rows } = await client.query<{ got: boolean }>(query, [lockSpace, lane]);
    return rows[0]?.got ?? false;
  }

  /** All that waits in one chat, in its order. An update that fails here is left for the next round; handlers tell people themselves. */
  async #handleLane(client: pg.Client, lane: string): Promise<void> {
    let inHand: number | undefined;
    try {
      for (let next = await this.#first(lane); next && !this.#stopping; next = await this.#first(lane)) {
        // Without the lock somebody else may be at this chat already.
        if (this.#client !== client) return;
        const update = next;
        inHand = update.update_id;
        await handleKept(this.#app, this.company, update, () => this.#handle(update));
      }
    } catch (error) {
      this.#app.log.error({ err: error, lane, update: inHand }, 'telegram.update-failed');
      await sleep(longestSleep);
    } finally {
      if (this.#client === client) this.#finished.push(lane);
    }
  }

  async #first(lane: string): Promise<Update | undefined> {
    const query = `SELECT body FROM incoming_update WHERE lane = $1 AND given_up_at IS NULL ORDER BY update_id LIMIT 1`;
    const { rows } = await this.#sql.query<{ body: Update }>(query, [lane]);
    return rows[0]?.body;
  }

  async #sleep(): Promise<void> {
    if (!this.#woken) {
      const alarm = new AbortController();
      this.#wakeUp = () => alarm.abort();
      await sleep(longestSleep, undefined, { signal: alarm.signal }).catch(() => {});
      this.#wakeUp = () => {};
    }
    this.#woken = false;
  }
}
