// /healthz: is the bot polling and the database answering?
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../app.ts';
import { StartError } from '../errors.ts';

export type HealthServer = { port: number; close: () => Promise<void> };

/**
 * Serves GET /healthz on all interfaces: 200 `{"status":"ok"}` while the database answers and `polling()` is true, else 503 naming what is wrong.
 * Port 0 takes a free one. Rejects with StartError when the port is taken.
 */
export async function startHealthServer(app: App, port: number, polling: () => boolean): Promise<HealthServer> {
  const server = createServer((request, response) => {
    void answer(app, polling, request.url ?? '/').then(({ code, body }) => {
      response.writeHead(code, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new StartError(`PORT ${port} cannot be used: ${error.message}.`)));
    server.listen(port, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

async function answer(app: App, polling: () => boolean, url: string): Promise<{ code: number; body: object }> {
  if (url.split('?')[0] !== '/healthz') return { code: 404, body: { error: 'not found' } };
  const database = await app.db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const telegram = polling();
  return database && telegram
    ? { code: 200, body: { status: 'ok' } }
    : { code: 503, body: { status: 'failing', database, telegram } };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
