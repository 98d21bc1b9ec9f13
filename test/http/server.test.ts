// What the process tells of itself over HTTP: alive, to be relied on, counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpServer, type HttpServer } from '../../src/http/server.ts';
import { openPostOffice } from '../outbox/post-office.ts';

type Opened = Awaited<ReturnType<typeof openPostOffice>>;

let opened: Opened;
let server: HttpServer;
const telegram = { up: true, silence: 0 };

beforeAll(async () => {
  opened = await openPostOffice();
  const watched = { polling: () => telegram.up, silence: () => telegram.silence };
  server = await startHttpServer(opened.office.app, 0, watched);
});
afterAll(async () => {
  await server.close();
  await opened.office.close();
});

const get = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') };
};

describe('over HTTP', () => {
  it('the process is alive and ready while all goes well, and unknown paths are none', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
    expect(await get('/readyz?from=probe')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
    expect((await get('/')).status).toBe(404);
  });

  it('a Telegram that is silent for two long polls makes it alive but not ready', async () => {
    telegram.silence = 91_000;
    expect((await get('/healthz')).status).toBe(200);
    const { status, body } = await get('/readyz');
    telegram.silence = 0;
    expect({ status, ...JSON.parse(body) }).toEqual({
      status: 'failing',
      database: true,
      telegram: false,
      outbox: true,
    });
  });

  it('polling that ended makes it neither', async () => {
    telegram.up = false;
    const answers = [await get('/healthz'), await get('/readyz')];
    telegram.up = true;
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
  });

  it('a message that waits for more than ten minutes makes it not ready until it is sent', async () => {
    const { office, wait } = opened;
    const aigerim = await office.recipient('Айгерім');
    await office.plan(aigerim);
    wait(601);
    expect(JSON.parse((await get('/readyz')).body)).toMatchObject({ outbox: false });
    expect((await get('/metrics')).body).toContain('orynda_outbox_oldest_due_seconds 601');
    await office.sender.drain();
    expect((await get('/readyz')).status).toBe(200);
  });

  it('the counts are in the format of Prometheus and name nobody', async () => {
    const { office, wait } = opened;
    const berik = await office.recipient('Берік');
    office.emulator.fail({ method: 'sendMessage', reset: true });
    await office.plan(berik);
    await office.sender.drain();
    wait(60);
    await office.plan(berik);
    const { status, type, body } = await get('/metrics');
    expect(status).toBe(200);
    expect(type).toContain('text/plain');
    expect(body).toContain('orynda_sends_total{result="sent"} 1');
    expect(body).toContain('orynda_sends_total{result="unknown"} 1');
    expect(body).toContain('orynda_outbox_rows{state="unknown"} 1');
    expect(body).toContain('orynda_outbox_rows{state="planned"} 1');
    expect(body).not.toMatch(/Берік|Тестова/);
  });
});
