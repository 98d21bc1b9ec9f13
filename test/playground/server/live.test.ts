// Events for open pages: told once, and never piled up for a page that does not listen any more.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Live } from '../../../src/playground/live.ts';

let live: Live;
let server: Server;
let page: Socket;
/** The server's end of the line. */
let line: Socket;

beforeEach(async () => {
  live = new Live();
  server = createServer((_request, response) => live.join(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  page = connect((server.address() as AddressInfo).port, '127.0.0.1');
  page.write('GET / HTTP/1.1\r\nHost: page\r\n\r\n');
  [line] = (await once(server, 'connection')) as [Socket];
  await once(page, 'data');
});

afterEach(() => {
  live.close();
  page.destroy();
  server.close();
});

describe('events', () => {
  it('are told once in a moment', async () => {
    let heard = '';
    page.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    for (let times = 0; times < 100; times++) live.tell('log');
    live.tell('chat', { chat: 7 });
    await expect.poll(() => heard).toContain('"chat":7');
    expect(heard.match(/event: log/g)).toHaveLength(1);
  });

  it('end for a page that leaves them unread, instead of filling the memory', async () => {
    page.pause();
    const words = 'x'.repeat(1024 * 1024);
    for (let sent = 0; sent < 40 && !line.destroyed; sent++) {
      live.tell('chat', { chat: sent, words });
      await new Promise((resolve) => setTimeout(resolve, 35));
      expect(line.writableLength).toBeLessThan(4 * 1024 * 1024);
    }
    expect(line.destroyed).toBe(true);
  });
});
