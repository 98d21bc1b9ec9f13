// The HTTP face: /bot<token>/<method> and /file/bot<token>/<path>, on 127.0.0.1 only.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCall, refusalAnswer } from './dispatch.ts';
import type { Answer } from './dispatch.ts';
import { readForm } from './form.ts';
import type { Form } from './form.ts';
import { Refusal, badRequest } from './refusal.ts';
import type { World } from './world.ts';

/** As the official server: the largest request, in bytes; a bot sends files of 50 MB. */
const bodyLimit = 60 * 1024 * 1024;

/** Starts to listen on a free port. Resolves with the server and its root address. */
export async function listen(world: World): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    handle(world, request, response).catch((error: unknown) => {
      world.complain(`the emulator failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      write(response, refusalAnswer(new Refusal(500, 'emulator')));
    });
  });
  // Clients keep connections; closing idle ones early would look like an outage.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
}

async function handle(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = addressOf(request);
  if (!url) return write(response, refusalAnswer(new Refusal(404, '')));
  const { path } = url;
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(path);
  if (file) return sendFile(world, response, file[1] ?? '', file[2] ?? '');
  const call = /^\/bot([^/]+)\/([^/]+)$/.exec(path);
  if (!call) return write(response, refusalAnswer(new Refusal(404, '')));
  const refusal = checkToken(world, call[1] ?? '');
  const body = await readBody(request);
  if (!body) return write(response, refusalAnswer(new Refusal(413, '')));
  if (refusal) return write(response, refusalAnswer(refusal));
  const form = tryReadForm(url.query, request, body);
  if (!form) return write(response, refusalAnswer(badRequest("can't parse request body")));
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  write(response, await answerCall(world, call[2] ?? '', form, gone.signal));
}

function checkToken(world: World, token: string): Refusal | undefined {
  if (token === world.token) return undefined;
  return new Refusal(401, /^\d+:[\w-]+$/.test(token) ? '' : 'Unauthorized: invalid token specified');
}

function tryReadForm(query: string, request: IncomingMessage, body: Buffer): Form | undefined {
  try {
    return readForm(query, request.headers['content-type'] ?? '', body);
  } catch {
    return undefined;
  }
}

/** Path and query of a request; undefined when they cannot be read. */
function addressOf(request: IncomingMessage): { path: string; query: string } | undefined {
  try {
    const url = new URL(request.url ?? '/', 'http://emulator');
    return { path: decodeURIComponent(url.pathname), query: url.search.slice(1) };
  } catch {
    return undefined;
  }
}

/** The bytes of a request; undefined when there are too many: they are read, so that the answer arrives, and not kept. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > bodyLimit) chunks.length = 0;
    else chunks.push(chunk as Buffer);
  }
  return size > bodyLimit ? undefined : Buffer.concat(chunks);
}

function write(response: ServerResponse, answer: Answer): void {
  if (answer === 'silent' || response.destroyed) return;
  if (answer === 'reset') {
    response.destroy();
    return;
  }
  if (typeof answer.body === 'string') {
    response.writeHead(answer.status, { 'content-type': 'text/html' });
    response.end(answer.body);
    return;
  }
  const parameters = answer.body['parameters'] as { retry_after?: number } | undefined;
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    ...(parameters?.retry_after === undefined ? {} : { 'retry-after': String(parameters.retry_after) }),
  });
  response.end(JSON.stringify(answer.body));
}

function sendFile(world: World, response: ServerResponse, token: string, path: string): void {
  const file = token === world.token ? [...world.files.values()].find((one) => one.path === path) : undefined;
  if (!file) return write(response, refusalAnswer(new Refusal(404, '')));
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.content.length });
  response.end(file.content);
}
