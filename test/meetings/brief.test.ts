// The brief for a sitting: the day before for chair and secretary, half an hour before for the chair; never for a time that was moved.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { tendMeetings } from '../../src/meetings/job.ts';
import { createSeries } from '../../src/meetings/series-actions.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  regions = await buildRegions(town);
  const org = await town.db.organisation.findUniqueOrThrow({ where: { code: 'top' } });
  await createSeries(town.app, await actorOf(town, regions.secretary), {
    orgId: org.id,
    theme: 'Штаб',
    chairPostId: regions.posts.get('top') ?? 0,
    recurrence: null,
    first: '2026-11-26',
    time: '15:00',
    place: null,
    memberPostIds: [],
    agenda: [],
  });
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

async function at(moment: string): Promise<void> {
  town.clock.set(moment);
  await tendMeetings(town.app);
  await town.settle();
}

const briefs = (): number =>
  regions.chair.messages.filter(({ text }) => text?.startsWith('К предстоящему заседанию')).length;

it('comes on the working day before, and again half an hour before it begins, each once', async () => {
  await at('2026-11-24T18:00');
  expect(briefs()).toBe(0);
  for (const moment of ['2026-11-25T09:00', '2026-11-25T09:05', '2026-11-26T10:00']) await at(moment);
  expect(briefs()).toBe(1);
  await at('2026-11-26T14:25');
  expect(briefs()).toBe(1);
  for (const moment of ['2026-11-26T14:30', '2026-11-26T14:40', '2026-11-26T14:59']) await at(moment);
  expect(briefs()).toBe(2);
  const told = await town.db.outgoingMessage.findMany({ where: { kind: 'meetings.brief', state: 'sent' } });
  const secretary = await town.db.person.findFirstOrThrow({ where: { surname: 'Хатшиева' } });
  expect(told.filter(({ personId }) => personId === secretary.id)).toHaveLength(1);
});

it('is not sent for an hour the sitting no longer stands on', async () => {
  await town.db.meeting.updateMany({ data: { time: '17:00' } });
  await at('2026-11-26T16:20');
  await town.db.meeting.updateMany({ data: { time: '18:00' } });
  await at('2026-11-26T16:30');
  expect(briefs()).toBe(2);
  await at('2026-11-26T17:30');
  expect(briefs()).toBe(3);
});
