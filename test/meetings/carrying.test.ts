// What sittings hand on to each other, and what many items, many members and another chair do to them.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadCalendar } from '../../src/calendar.ts';
import { addQuestion, setQuestion } from '../../src/meetings/agenda-actions.ts';
import { holdSitting } from '../../src/meetings/attendance-actions.ts';
import { tendMeetings } from '../../src/meetings/job.ts';
import { outstandingLines } from '../../src/meetings/messages.ts';
import { sittingFor } from '../../src/meetings/read-queries.ts';
import { draftFromSitting } from '../../src/meetings/resolution-actions.ts';
import { createSeries, type NewSeries, openNext, setMembers } from '../../src/meetings/series-actions.ts';
import type { Actor } from '../../src/org/rules.ts';
import { adoptResolution, sendToChair } from '../../src/resolutions/actions.ts';
import { addItems } from '../../src/resolutions/item-actions.ts';
import { countStatements } from '../support/statements.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, itemFor, type Regions } from '../support/two-regions.ts';

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

describe('a sitting with many items', () => {
  const schools = ['аs1', 'аs2', 'бs1', 'бs2'];
  /** A sitting held with a resolution of `n` items for all schools, and the next one that carries them. */
  async function carrying(n: number): Promise<number> {
    town.clock.set('2026-12-10T09:00');
    const { seriesId, meetingId } = await createSeries(town.app, secretary, {
      ...series,
      first: '2026-12-10',
      memberPostIds: ['а', 'б'].map((code) => regions.posts.get(code) ?? 0),
    });
    const { resolutionId } = await draftFromSitting(town.app, secretary, { meetingId });
    const items = Array.from({ length: n }, (_, at) =>
      itemFor(regions, `Проверить ${at}`, schools, { fanOut: true, due: '2026-12-14' }),
    );
    await addItems(town.app, secretary, { resolutionId, items });
    await sendToChair(town.app, secretary, { resolutionId });
    await adoptResolution(town.app, await actorOf(town, regions.chair), { resolutionId });
    await holdSitting(town.app, secretary, { meetingId });
    return (await openNext(town.app, secretary, { seriesId })).meetingId;
  }

  it('costs no more statements with 60 than with 3, and shows a member only what is theirs', async () => {
    const [few, many] = [await carrying(3), await carrying(60)];
    const cost = async (meetingId: number) => countStatements(() => sittingFor(town.app, secretary, meetingId));
    const [small, large] = [await cost(few), await cost(many)];
    expect(small.result.seen).toHaveLength(3);
    expect(large.result.seen).toHaveLength(60);
    expect(large.statements).toBe(small.statements);
    const context = { app: town.app, calendar: await loadCalendar(town.app), locale: 'ru' as const };
    const [first] = small.result.seen;
    if (!first?.task) throw new Error('nothing is carried');
    const { task } = first;
    const brief = (participations: typeof task.participations) =>
      outstandingLines(context, { ...small.result, seen: [{ ...first, task: { ...task, participations } }] }).join(
        '\n',
      );
    expect(brief(task.participations)).toMatch(/Кому докладывать: Школа № 1 региона А; Школа № 2/);
    const twice = [...task.participations, ...task.participations];
    expect(brief(twice)).toMatch(/Кому докладывать: № [\d.]+( \(№ .+\))?, исполнителей: 8$/m);
    const akim = await sittingFor(town.app, await actorOf(town, regions.akimA), few);
    // A member of region A: own schools, and not even how many there are elsewhere.
    for (const { task } of akim.seen) {
      expect(task?.participations.map(({ post }) => post.org.nameRu)).toEqual([
        'Школа № 1 региона А',
        'Школа № 2 региона А',
      ]);
      expect(task?.beside.total).toBe(0);
    }
  });
});

describe('who is asked to a sitting', () => {
  it('is of the region of the body: nobody of the other one is a member or speaks', async () => {
    const own = await actorOf(town, regions.secretaryA);
    const org = await town.db.organisation.findUniqueOrThrow({ where: { code: 'а' } });
    const foreign = regions.posts.get('бs1') ?? 0;
    const mine = { ...series, orgId: org.id, chairPostId: regions.posts.get('а') ?? 0, first: '2026-12-24' };
    await expect(createSeries(town.app, own, { ...mine, memberPostIds: [foreign] })).rejects.toThrow('executor-gone');
    const agenda = [{ text: 'О зиме', speakerPostId: foreign }];
    await expect(createSeries(town.app, own, { ...mine, agenda })).rejects.toThrow('executor-gone');
    const { seriesId, meetingId } = await createSeries(town.app, own, mine);
    await expect(setMembers(town.app, own, { seriesId, postIds: [foreign] })).rejects.toThrow('executor-gone');
    const question = { meetingId, text: 'О печах', speakerPostId: foreign };
    await expect(addQuestion(town.app, own, question)).rejects.toThrow('executor-gone');
    await setMembers(town.app, own, { seriesId, postIds: [regions.posts.get('аs1') ?? 0] });
  });

  it('is marked on several pages when there are 30', async () => {
    const { meetingId } = await createSeries(town.app, secretary, { ...series, first: '2026-12-28' });
    const org = await town.db.organisation.findUniqueOrThrow({ where: { code: 'аs1' } });
    const posts = await town.db.post.createManyAndReturn({
      data: Array.from({ length: 30 }, (_, at) => ({
        ...{ orgId: org.id, role: 'staff' as const, nameKk: `Маман ${at + 1}`, nameRu: `Специалист ${at + 1}` },
        createdAt: town.app.now(),
      })),
    });
    await town.db.attendance.createMany({ data: posts.map(({ id }) => ({ meetingId, postId: id })) });
    const message = regions.secretary.lastMessage;
    await regions.secretary.forges(message, `meetings.attendance:${meetingId}:0`);
    await regions.secretary.presses('Все присутствуют', message);
    await regions.secretary.presses('2 ›', message);
    const names = message.keyboard.flat().filter(({ callback_data: data = '' }) => data.startsWith('meetings.turn'));
    expect(names).toHaveLength(14);
    await regions.secretary.forges(message, names[13]?.callback_data ?? '');
    expect(message.text).toContain('присутствуют 29 из 30');
    // The press left the reader on the page.
    expect(message.buttons.flat()).toContain('‹ 1');
    expect(await town.db.attendance.findMany({ where: { meetingId, state: 'absent' } })).toMatchObject([
      { postId: posts[29]?.id },
    ]);
  });
});
