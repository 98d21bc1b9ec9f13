// The playground's own web server, on 127.0.0.1 only: gate, page, control API.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { StartError } from '../errors.ts';
import { refusalOf, safeHeaders } from './gate.ts';
import type { Playground } from './playground.ts';
import { Refused } from './refused.ts';
import { answerApi } from './routes.ts';
import { sendPage } from './static.ts';

/** So many ports are tried before any free one is taken. */
const portsTried = 20;

/** Only paths matter; addresses need a host to be read. */
const origin = 'http://playground';

export type PlaygroundServer = { url: string; port: number; close: () => Promise<void> };

/** Starts to serve on `port`, or on the next free one (0: any). */
export async function serve(playground: Playground, port: number, log: Logger): Promise<PlaygroundServer> {
  const server = createServer((request, response) => {
    handle(playground, request, response).catch((error: unknown) => fail(response, error, log));
  });
  const taken = await listen(server, port);
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function listen(server: Server, wanted: number): Promise<number> {
  const near = wanted === 0 ? [] : Array.from({ length: portsTried }, (_, index) => wanted + index);
  for (const port of [...near.filter((one) => one <= 65_535), 0]) {
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', resolve);
        resolve(null);
      });
    });
    if (!error) return (server.address() as AddressInfo).port;
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') {
      throw new StartError(`PORT ${port} cannot be used: ${error.message}.`);
    }
  }
  throw new StartError('No free port on 127.0.0.1.');
}

async function handle(playground: Playground, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!URL.canParse(request.url ?? '/', origin)) throw new Refused(400, 'not an address');
  const url = new URL(request.url ?? '/', origin);
  const refusal = refusalOf(request, url.pathname, request.socket.localPort ?? 0);
  if (refusal !== null) throw new Refused(403, refusal);
  if (!url.pathname.startsWith('/api/')) {
    if (request.method !== 'GET') throw new Refused(405, 'only GET');
    return sendPage(response, url.pathname);
  }
  const path = url.pathname.slice('/api/'.length).split('/');
  const answer = await answerApi(playground, { request, response, url, path });
  if (!response.headersSent) write(response, 200, answer);
}

function write(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...safeHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function fail(response: ServerResponse, error: unknown, log: Logger): void {
  if (!(error instanceof Refused)) log.error({ err: error }, 'playground.request-failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // What was not read of the request would stand in the way of the next one.
  response.setHeader('connection', 'close');
  if (error instanceof Refused) write(response, error.status, { error: error.message });
  else write(response, 500, { error: 'the playground failed; its log says why' });
}
