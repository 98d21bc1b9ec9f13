// /healthz, /readyz and /metrics: does the process work, may it be relied on, what has it counted? And the door for Telegram's webhook.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';
import { StartError } from '../errors.ts';
import { type OutboxDepth, outboxDepth } from '../outbox/queries.ts';
import type { Webhook } from '../telegram/receive.ts';

export type HttpServer = { port: number; close: () => Promise<void> };

/** How the service stands with Telegram. */
export type Watched = {
  /** True while updates are being fetched. */
  polling: () => boolean;
  /** Milliseconds since Telegram last answered the question for updates. */
  silence: () => number;
  /** Where Telegram brings updates, if it does. */
  webhook?: Webhook | null;
};

type Looks = { answers: () => Promise<true | null>; depth: () => Promise<OutboxDepth | null> };

/** A long poll lasts 30 s; after two of them without an answer nobody is being heard. */
const longestSilence = 90_000;
/** A due message waits for limits or a line that is down; longer than this somebody should look. */
const longestWait = 600;
/** A database that has not answered after so many milliseconds counts as away: whoever asks gets an answer, not a line that hangs. */
const databasePatience = 3_000;

type Answer = { code: number; type?: string; body: string };

/**
 * Serves GET on all interfaces; port 0 takes a free one. Rejects with StartError when the port is taken.
 * `/healthz`: 200 while the database answers and updates are being fetched, else 503 (a restart may help).
 * `/readyz`: also Telegram was heard of within 90 s and no due message waits for more than ten minutes.
 * `/metrics`: Prometheus' text format; without names, texts and ids. A database that hangs for `patience` milliseconds counts as away.
 */
export async function startHttpServer(
  app: App,
  port: number,
  watched: Watched,
  patience = databasePatience,
): Promise<HttpServer> {
  const looks: Looks = {
    answers: patiently(patience, async () => app.db.$queryRaw`SELECT 1`.then(() => true as const)),
    depth: patiently(patience, async () => outboxDepth(app)),
  };
  const server = createServer((request, response) => {
    void answer(app, watched, looks, request).then(({ code, type, body }) => {
      // Whoever is refused does not stay on the line.
      const line = code === 200 ? {} : { connection: 'close' };
      response.writeHead(code, { 'content-type': type ?? 'application/json', 'cache-control': 'no-store', ...line });
      response.end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new StartError(`PORT ${port} cannot be used: ${error.message}.`)));
    server.listen(port, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

async function answer(app: App, watched: Watched, looks: Looks, request: IncomingMessage): Promise<Answer> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (watched.webhook && path === watched.webhook.path) {
    return { code: await watched.webhook.take(request).catch(() => 500), body: '' };
  }
  if (path === '/healthz') return health(watched, looks);
  if (path === '/readyz') return readiness(watched, looks);
  if (path === '/metrics') return metrics(app, watched, looks);
  return { code: 404, body: JSON.stringify({ error: 'not found' }) };
}

async function health({ polling }: Watched, { answers }: Looks): Promise<Answer> {
  return verdict({ database: (await answers()) !== null, telegram: polling() });
}

async function readiness({ polling, silence }: Watched, looks: Looks): Promise<Answer> {
  const depth = await looks.depth();
  const outbox = depth !== null && depth.oldestDueSeconds <= longestWait;
  return verdict({ database: depth !== null, telegram: polling() && silence() <= longestSilence, outbox });
}

function verdict(parts: Record<string, boolean>): Answer {
  const fine = Object.values(parts).every(Boolean);
  return fine
    ? { code: 200, body: JSON.stringify({ status: 'ok' }) }
    : { code: 503, body: JSON.stringify({ status: 'failing', ...parts }) };
}

async function metrics(app: App, { silence }: Watched, looks: Looks): Promise<Answer> {
  const { registry, outboxRows, outboxAge, heard, databaseUp } = app.metrics;
  const depth = await looks.depth();
  databaseUp.set(depth ? 1 : 0);
  // Nothing rather than what was true before the database went.
  outboxRows.reset();
  outboxAge.remove();
  if (depth) {
    for (const [state, rows] of Object.entries(depth.rows)) outboxRows.set({ state }, rows);
    outboxAge.set(depth.oldestDueSeconds);
  }
  heard.set(Number.isFinite(silence()) ? silence() / 1000 : -1);
  return { code: 200, type: registry.contentType, body: await registry.metrics() };
}

/** The same look, null when it fails or takes too long; whoever asks meanwhile waits for the one under way, so that none pile up. */
function patiently<R>(patience: number, look: () => Promise<R>): () => Promise<R | null> {
  let underWay: Promise<R | null> | null = null;
  return async () => {
    underWay ??= look()
      .catch(() => null)
      .finally(() => (underWay = null));
    return Promise.race([underWay, sleep(patience, null, { ref: false })]);
  };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
