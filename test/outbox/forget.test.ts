// Forgetting finished messages: what is old and over goes, what somebody refers to or is still to be sent stays.
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { forgetMessages } from '../../src/outbox/forget-job.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: App;

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1:test', OUTBOX_KEEP_DAYS: '100' });
  const now = () => new Date('2026-11-23T04:00:00Z');
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now });
});
afterAll(() => database.close());

it('keeps what is young, to be sent, referred to, the latest edition or about a task on control', async () => {
  const ago = (days: number) => new Date(app.now().getTime() - days * 86_400_000);
  const chat = await app.db.chat.create({ data: { telegramId: 5n, type: 'private', createdAt: ago(500) } });
  const day = new Date('2026-01-01');
  const org = await app.db.organisation.create({
    data: { code: 'o', nameKk: 'Мектеп', nameRu: 'Школа', type: 'school', path: '/1/', createdAt: ago(500) },
  });
  const post = await app.db.post.create({
    data: { orgId: org.id, nameKk: 'Директор', nameRu: 'Директор', role: 'school_head', createdAt: ago(500) },
  });
  const task = async (state: 'in_progress' | 'closed') => {
    const { id: postId } = post;
    const participations = { create: { postId, force: 'assignment' as const, firstDue: day, due: day } };
    const data = { number: state, state, headline: 'Есеп', textRu: 'Есеп', rootOrgId: org.id, createdAt: ago(500) };
    return app.db.task.create({ data: { ...data, participations }, include: { participations: true } });
  };
  const [open, closed] = [await task('in_progress'), await task('closed')];
  const add = (dedupeKey: string, days: number, more: object = {}) =>
    app.db.outgoingMessage.create({
      data: {
        dedupeKey,
        lane: 1,
        kind: 'note',
        chatId: chat.id,
        state: 'sent',
        dueAt: ago(days),
        createdAt: ago(days),
        ...more,
      },
    });
  await add('old', 101);
  await add('old and cancelled', 300, { state: 'cancelled' });
  await add('about a closed task', 300, { data: { taskId: closed.id } });
  await add('young', 99);
  await add('planned long ago', 300, { state: 'planned' });
  await add('about a task on control', 300, { data: { taskId: open.id } });
  await add('offer to join', 300, { kind: 'tasks.newcomers', subjectId: closed.id });
  await add('first edition', 300, { livingKey: 'card:1', messageId: 9n });
  await add('latest edition', 299, { livingKey: 'card:1', messageId: 9n });
  await add('given up edition', 298, { livingKey: 'card:1', state: 'cancelled' });
  const { id: messageId } = await add('remembered by a reminder', 300);
  const participationId = closed.participations[0]?.id ?? 0;
  await app.db.notice.create({
    data: { participationId, step: 'on-day', due: day, recipient: 'person:1', messageId, createdAt: ago(300) },
  });
  await add('answer of last week', 7, { kind: 'telegram.answer' });
  for (const days of [300, 99]) {
    const data = {
      dedupeKey: `u-${days}`,
      kind: 'tasks.assigned',
      postId: post.id,
      reason: 'vacant',
      createdAt: ago(days),
    };
    await app.db.undelivered.create({ data });
  }

  expect(await forgetMessages(app)).toBe(5);
  expect(await forgetMessages(app)).toBe(0);
  const kept = await app.db.outgoingMessage.findMany({ orderBy: { id: 'asc' } });
  expect(kept.map((row) => row.dedupeKey)).toEqual([
    'young',
    'planned long ago',
    'about a task on control',
    'offer to join',
    'latest edition',
    'remembered by a reminder',
  ]);
  expect((await app.db.undelivered.findMany()).map((row) => row.dedupeKey)).toEqual(['u-99']);
});

it('goes through many of one moment in steps', async () => {
  await app.db.outgoingMessage.deleteMany();
  await app.db.$executeRaw`
    INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, state, due_at, created_at)
    SELECT 'm-' || n, 1, 'note', (SELECT min(id) FROM chat), 'sent', '2025-01-01', '2025-01-01' FROM generate_series(1, 12000) n`;
  expect(await forgetMessages(app)).toBe(12_000);
});
