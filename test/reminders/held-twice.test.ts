// Somebody who acted on a post and is now its holder stands there twice until the substitution ends: reminders go on for everybody.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { remind } from '../../src/reminders/job.ts';
import { dayToDb } from '../../src/time.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { City } from './build.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('writes a step down once for somebody who stands on a post twice and cannot be written to', async () => {
  const city = new City(database);
  const akimat = await city.org('Акимат', null, { type: 'akimat' });
  const deputy = await city.post(akimat, 'deputy');
  const head = await city.post(await city.org('Школа № 1', akimat), 'school_head');
  const silent = await city.post(await city.org('Школа № 2', akimat), 'school_head', { reached: false });
  const { personId, postId } = silent;
  const days = { fromDay: dayToDb('2026-12-01'), toDay: dayToDb('2027-01-31') };
  await city.db.appointment.create({ data: { personId, postId, kind: 'acting', ...days } });
  await city.task(deputy, [head, silent], '2026-12-25');
  city.at('2026-12-22T09:00');
  await remind(city.app);
  const notices = await city.db.notice.findMany({ where: { step: 'before-3' }, orderBy: { id: 'asc' } });
  expect(notices.map(({ recipient, outcome }) => [recipient, outcome])).toEqual([
    [`person:${head.personId}`, null],
    [`person:${personId}`, 'unreachable'],
  ]);
  expect(await city.db.outgoingMessage.count({ where: { kind: 'reminders.private', personId: head.personId } })).toBe(
    1,
  );
});
