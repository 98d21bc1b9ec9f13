// What the process tells of itself over HTTP: alive, to be relied on, counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpServer, type HttpServer } from '../../src/http/server.ts';
import { openClient } from '../../src/db.ts';
import { DatabaseLine } from '../support/database-line.ts';
import { openPostOffice } from '../outbox/post-office.ts';

type Opened = Awaited<ReturnType<typeof openPostOffice>>;

let opened: Opened;
let server: HttpServer;
let line: DatabaseLine;
let client: ReturnType<typeof openClient>;
const telegram = { up: true, silence: 0 };

beforeAll(async () => {
  opened = await openPostOffice();
  const watched = { polling: () => telegram.up, silence: () => telegram.silence };
  line = await DatabaseLine.open(opened.office.database.url);
  client = openClient(line.url);
  server = await startHttpServer({ ...opened.office.app, db: client.db }, 0, watched, 1_200);
  // The first connection takes its time on a busy machine.
  await client.db.$queryRaw`SELECT 1`;
});
afterAll(async () => {
  await server.close();
  await client.close();
  await line.cut();
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

  it('a database that hangs or is gone makes it not ready at once, and the counts of the outbox are left out', async () => {
    const { sql } = opened.office.database;
    const other = await sql.connect();
    await other.query('BEGIN; LOCK TABLE outgoing_message IN ACCESS EXCLUSIVE MODE');
    const hanging = await Promise.all(['/readyz', '/readyz', '/metrics', '/healthz'].map(get));
    await other.query('ROLLBACK');
    other.release();
    expect(hanging.map(({ status }) => status)).toEqual([503, 503, 200, 200]);
    expect(JSON.parse(hanging[0]?.body ?? '')).toMatchObject({ database: false, outbox: false });
    expect(hanging[2]?.body).toContain('orynda_database_up 0');
    expect(hanging[2]?.body).not.toMatch(/orynda_outbox_(oldest_due_seconds|rows\{[^}]*\}) \d/);
    await line.cut();
    expect((await Promise.all(['/readyz', '/healthz'].map(get))).map(({ status }) => status)).toEqual([503, 503]);
    await line.mend();
    await expect.poll(async () => (await get('/readyz')).status).toBe(200);
    expect((await get('/metrics')).body).toMatch(/orynda_database_up 1[^]*orynda_outbox_oldest_due_seconds 0/);
  });

  it('who leads and what Telegram refuses as one too many is counted as it happens', async () => {
    const { office, wait } = opened;
    const saule = await office.recipient('Сәуле');
    const before = (await get('/metrics')).body;
    expect(before).toContain('orynda_sender_leader 0');
    office.emulator.fail({ method: 'sendMessage', retryAfter: 2 });
    await office.plan(saule);
    await office.sender.drain();
    const { body } = await get('/metrics');
    expect(body).toContain('orynda_telegram_429_total{by="sender"} 1');
    expect(body).toContain('orynda_sends_total{result="limited"} 1');
    wait(60);
    office.sender.start();
    await expect.poll(async () => (await get('/metrics')).body).toContain('orynda_sender_leader 1');
    await expect.poll(async () => (await get('/metrics')).body).toContain('orynda_outbox_rows{state="planned"} 0');
    await office.sender.stop();
    expect((await get('/metrics')).body).toContain('orynda_sender_leader 0');
    office.emulator.violations.length = 0;
  });

  it('the counts are in the format of Prometheus and name nobody', async () => {
    const { office, wait } = opened;
    const berik = await office.recipient('Берік');
    office.emulator.fail({ method: 'sendMessage', reset: true });
    await office.plan(berik);
    await office.sender.drain();
    wait(60);
    await office.plan(berik);
    const sent = /orynda_sends_total\{result="sent"\} (\d+)/;
    const { status, type, body } = await get('/metrics');
    expect(status).toBe(200);
    expect(type).toContain('text/plain');
    expect(Number(sent.exec(body)?.[1])).toBe(2);
    expect(body).toContain('orynda_sends_total{result="unknown"} 1');
    expect(body).toContain('orynda_outbox_rows{state="unknown"} 1');
    expect(body).toContain('orynda_outbox_rows{state="planned"} 1');
    expect(body).not.toMatch(/Берік|Тестова/);
  });
});
