// What sittings hand on to each other, and what many items, many members and another chair do to them.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addQuestion, setQuestion } from '../../src/meetings/agenda-actions.ts';
import { holdSitting } from '../../src/meetings/attendance-actions.ts';
import { tendMeetings } from '../../src/meetings/job.ts';
import { createSeries, type NewSeries } from '../../src/meetings/series-actions.ts';
import type { Actor } from '../../src/org/rules.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;
let secretary: Actor;
let series: NewSeries;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  regions = await buildRegions(town);
  secretary = await actorOf(town, regions.secretary);
  const org = await town.db.organisation.findUniqueOrThrow({ where: { code: 'top' } });
  series = {
    orgId: org.id,
    theme: 'Штаб',
    chairPostId: regions.posts.get('top') ?? 0,
    recurrence: 'FREQ=WEEKLY;BYDAY=TH',
    first: '2026-11-26',
    time: null,
    place: null,
    memberPostIds: [],
    agenda: [],
  };
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

async function texts(meetingId: number): Promise<string[]> {
  const rows = await town.db.agendaItem.findMany({ where: { meetingId }, orderBy: { position: 'asc' } });
  return rows.map(({ text }) => text);
}

async function deferred(meetingId: number, text: string): Promise<void> {
  const { agendaId } = await addQuestion(town.app, secretary, { meetingId, text, speakerPostId: null });
  await setQuestion(town.app, secretary, { agendaId, from: 'planned', to: 'deferred' });
}

describe('a question that was put off', () => {
  it('goes to the next sitting that stood already when this one was closed days later', async () => {
    const { seriesId, meetingId } = await createSeries(town.app, secretary, series);
    town.clock.set('2026-11-28T09:00');
    await tendMeetings(town.app);
    const next = await town.db.meeting.findFirstOrThrow({ where: { seriesId, id: { not: meetingId } } });
    await deferred(meetingId, 'О подвозе детей');
    expect(await texts(next.id)).toEqual([]);
    await holdSitting(town.app, secretary, { meetingId });
    expect(await texts(next.id)).toEqual(['О подвозе детей']);
    await tendMeetings(town.app);
    expect(await texts(next.id)).toEqual(['О подвозе детей']);
  });

  it('goes to the sitting after when an earlier one is closed last', async () => {
    const { seriesId, meetingId } = await createSeries(town.app, secretary, { ...series, first: '2026-12-01' });
    town.clock.set('2026-12-02T09:00');
    await tendMeetings(town.app);
    const next = await town.db.meeting.findFirstOrThrow({ where: { seriesId, id: { not: meetingId } } });
    town.clock.set('2026-12-03T18:00');
    await holdSitting(town.app, secretary, { meetingId: next.id });
    await deferred(meetingId, 'О печах');
    await holdSitting(town.app, secretary, { meetingId });
    town.clock.set('2026-12-05T09:00');
    await tendMeetings(town.app);
    const last = await town.db.meeting.findFirstOrThrow({ where: { seriesId }, orderBy: { day: 'desc' } });
    expect(await texts(last.id)).toEqual(['О печах']);
  });
});
