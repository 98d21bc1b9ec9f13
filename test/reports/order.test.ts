// Reports that come twice, in pieces, or while they are judged: nothing said is lost, nobody blocks anybody.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/org/rules.ts';
import { acceptReport, submitReport } from '../../src/reports/actions.ts';
import { albumKey, correctReport, keepPiece } from '../../src/reports/piece-actions.ts';
import { albumSeen } from '../../src/reports/intake-queries.ts';
import { transaction } from '../../src/app.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let city: City;
let deputy: PostBuilt;
let school: PostBuilt;
let head: Actor;

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  deputy = await city.post(root, 'deputy');
  school = await city.post(await city.org('Школа 1', root), 'school_head');
  head = await city.actor(school);
}, 60_000);
afterAll(() => database.close());

async function share(): Promise<number> {
  const { shareIds } = await city.task(deputy, [school], '2026-12-25', { controllerPostId: deputy.postId });
  return shareIds[0] ?? 0;
}

it('the first item of an album delivered again after a crash is still the first one, and kept once', async () => {
  const chatId = school.chatId ?? 0;
  const file = { kind: 'photo' as const, fileId: 'f', uniqueId: 'u' };
  const item = { chatId, messageId: 501, mediaGroupId: 'album', caption: 'Сделано', file };
  await keepPiece(city.app, head, item);
  expect(await albumSeen(city.app, item, albumKey(chatId, 'album'))).toBe(false);
  await keepPiece(city.app, head, item);
  expect(await city.db.attachment.count({ where: { mediaGroupId: 'album' } })).toBe(1);
  expect(await albumSeen(city.app, { ...item, messageId: 502 }, albumKey(chatId, 'album'))).toBe(true);
});

it('an edit that names another progress brings it along', async () => {
  const chatId = school.chatId ?? 0;
  const participationId = await share();
  const from = { chatId, messageId: 601 };
  const report = { participationId, text: 'Готово на 60 %', progress: 60, final: false, attachments: [] };
  await submitReport(city.app, head, { ...report, ...from, requestKey: 'progress' });
  await correctReport(city.app, head, { ...from, text: 'Готово на 80 %', progress: 80, editedAt: 1 });
  const versions = await city.db.report.findMany({ where: { participationId }, orderBy: { version: 'asc' } });
  expect(versions.map(({ progress }) => progress)).toEqual([60, 80]);
});

it('a decision takes the share before the report, as a new version does, so that the two cannot block each other', async () => {
  const participationId = await share();
  const report = { participationId, text: 'Сделано', final: true, attachments: [], requestKey: 'locked' };
  const { reportId } = await submitReport(city.app, head, report);
  let decided: Promise<unknown> | undefined;
  await transaction(city.app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM participation WHERE id = ${participationId} FOR UPDATE`;
    decided = acceptReport(city.app, await city.actor(deputy), { reportId });
    decided.catch(() => {});
    await waiting();
    await app.db.$queryRaw`SELECT id FROM report WHERE id = ${reportId} FOR UPDATE NOWAIT`;
  });
  await decided;
  expect((await city.db.report.findUniqueOrThrow({ where: { id: reportId } })).state).toBe('accepted');
});

/** Until some statement waits for a lock. */
async function waiting(): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await city.db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      return row?.n ?? 0;
    })
    .toBeGreaterThan(0);
}
