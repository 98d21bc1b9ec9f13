// Who may ask the playground's server, and what it never serves.
import { request } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlaygroundConfig, type Config } from '../../../src/config.ts';
import { serve, type PlaygroundServer } from '../../../src/playground/http-server.ts';
import { Playground } from '../../../src/playground/playground.ts';

let playground: Playground;
let server: PlaygroundServer;

const logged: string[] = [];

beforeAll(async () => {
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  playground = new Playground(readPlaygroundConfig({}) as Config, log);
  server = await serve(playground, 0, log);
});

afterAll(async () => {
  await server.close();
  await playground.close();
});

type Answer = { status: number; body: string; headers: Record<string, string | string[] | undefined> };

/** Not by fetch, which does not let one choose Host and Origin. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

const own = (): Record<string, string> => ({ origin: `http://127.0.0.1:${server.port}` });
const json = { 'content-type': 'application/json' };

describe('the gate', () => {
  it('serves the page and the state to this computer, by any of its names', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const host = `${name}:${server.port}`;
      expect((await ask('GET', '/api/state', { host })).status, host).toBe(200);
    }
  });

  it.each(['evil.example', '127.0.0.1.evil.example', '127.0.0.1', 'localhost:1', '0.0.0.0', '127.0.0.1@evil.example'])(
    'gives nothing to a page that calls us %j, as after DNS rebinding',
    async (name) => {
      const host = name === 'evil.example' ? `${name}:${server.port}` : name;
      for (const path of ['/', '/api/state', '/main.js']) {
        expect((await ask('GET', path, { host })).status, path).toBe(403);
      }
    },
  );

  it('refuses a request of another origin, reading or writing', async () => {
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:1`, `http://localhost:${server.port}`]) {
      expect((await ask('GET', '/api/state', { origin })).status, origin).toBe(403);
      expect((await ask('POST', '/api/clock', { origin, ...json }, '{"to":"hour"}')).status, origin).toBe(403);
    }
    for (const site of ['cross-site', 'same-site']) {
      expect((await ask('GET', '/api/state', { 'sec-fetch-site': site })).status, site).toBe(403);
    }
  });

  it('takes what changes something only from a page of its own', async () => {
    const unsaid = await ask('POST', '/api/clock', json, '{"to":"hour"}');
    expect(unsaid.status).toBe(403);
    const typed = await ask('POST', '/api/clock', { 'sec-fetch-site': 'none', ...json }, '{"to":"hour"}');
    expect(typed.status).toBe(403);
    expect((await ask('DELETE', '/api/faults')).status).toBe(403);
    // Past the gate; there is no city yet.
    const good = await ask('POST', '/api/clock', { ...own(), ...json }, '{"to":"hour"}');
    expect([good.status, good.body]).toEqual([409, '{"error":"busy"}']);
  });

  it('takes no body that a form of another site could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await ask('POST', '/api/clock', { ...own(), 'content-type': type }, '{"to":"hour"}');
      expect(answer.status, type).toBe(415);
      expect((await ask('POST', '/api/files?name=a', { ...own(), 'content-type': type }, 'x')).status).toBe(415);
    }
  });

  it('lets nothing run, load or frame that is not its own', async () => {
    for (const path of ['/', '/api/state', '/nothing.js']) {
      const { headers } = await ask('GET', path);
      expect(headers['content-security-policy'], path).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('serves no file but those of the page', async () => {
    for (const path of [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/vendor/../../../package.json',
      '/texts/kk/../../config.ts',
      '/texts/xx/org.ftl',
      '/page/index.html',
      '/tsconfig.json',
      '/constructor',
    ]) {
      expect((await ask('GET', path)).status, path).toBe(404);
    }
    expect((await ask('GET', '/texts/kk/org.ftl')).body).toContain('org-');
    expect((await ask('GET', '/vendor/index.js')).headers['content-type']).toContain('text/javascript');
    expect((await ask('POST', '/', own())).status).toBe(405);
  });

  it('says plainly what it did not understand', async () => {
    const post = (path: string, body: string) => ask('POST', path, { ...own(), ...json }, body);
    expect((await post('/api/city', 'no json')).body).toBe('{"error":"not JSON"}');
    expect((await post('/api/city', '{"city":"Atlantis"}')).status).toBe(400);
    expect((await post('/api/constructor', '{}')).status).toBe(404);
    expect((await post('/api/city', `"${'x'.repeat(1_100_000)}"`)).status).toBe(413);
    const big = { 'content-type': 'application/octet-stream', 'content-length': String(60 * 1024 * 1024) };
    expect((await ask('POST', '/api/files?name=a', { ...own(), ...big }, 'x')).status).toBe(413);
  });

  it('finds nothing wrong with an upload that breaks off', async () => {
    const headers = { ...own(), 'content-type': 'application/octet-stream', 'content-length': '1000' };
    const path = '/api/files?name=a';
    const call = request({ host: '127.0.0.1', port: server.port, method: 'POST', path, headers });
    call.on('error', () => undefined);
    call.write('ten bytes.');
    await new Promise((resolve) => setTimeout(resolve, 100));
    call.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await ask('GET', '/api/state')).status).toBe(200);
    expect(logged).toEqual([]);
  });
});
