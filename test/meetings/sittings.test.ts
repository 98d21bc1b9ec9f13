// Sittings of a common parent of two regions: series, agenda, attendance, decisions at the table, and what is carried into the next one.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  addQuestion,
  noteQuestion,
  refreshAgenda,
  removeQuestion,
  setQuestion,
} from '../../src/meetings/agenda-actions.ts';
import { allPresent, holdSitting, moveSitting, turnAttendance } from '../../src/meetings/attendance-actions.ts';
import { decideAtSitting } from '../../src/meetings/decision-actions.ts';
import { tendMeetings } from '../../src/meetings/job.ts';
import { setOfficer } from '../../src/meetings/officer-actions.ts';
import { sittingFor } from '../../src/meetings/read-queries.ts';
import { draftFromSitting, takeOverItem } from '../../src/meetings/resolution-actions.ts';
import { createSeries, endSeries, openNext, setMembers } from '../../src/meetings/series-actions.ts';
import type { Actor } from '../../src/org/rules.ts';
import { returnReport } from '../../src/reports/review-actions.ts';
import { adoptResolution, sendToChair } from '../../src/resolutions/actions.ts';
import { addItems } from '../../src/resolutions/item-actions.ts';
import { partTree } from '../../src/shares/queries.ts';
import { taskView } from '../../src/tasks/queries.ts';
import { iinOf } from '../reading/guard/numbers.ts';
import { changingNothing } from '../support/rows.ts';
import type { Message, Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, itemFor, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;
let seriesId: number;
let first: number;
let second: number;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  regions = await buildRegions(town);
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const text = (message: Message): string => message.text.replaceAll('\u00a0', ' ');
const last = (person: Person): string => text(person.lastMessage);
const as = async (person: Person): Promise<Actor> => actorOf(town, person);

async function question(meetingId: number, words: string): Promise<number> {
  const row = await town.db.agendaItem.findFirstOrThrow({ where: { meetingId, text: words } });
  return row.id;
}

async function entryOf(meetingId: number, headline: string): Promise<{ agendaId: number; taskId: number }> {
  const task = await town.db.task.findFirstOrThrow({ where: { headline, state: { in: ['issued', 'in_progress'] } } });
  const row = await town.db.agendaItem.findFirstOrThrow({ where: { meetingId, taskId: task.id } });
  return { agendaId: row.id, taskId: task.id };
}

describe('a series', () => {
  it('is made by the secretary in a conversation, and its first sitting stands at once', async () => {
    const { secretary } = regions;
    await secretary.says('/meetings');
    await secretary.presses('Новая серия заседаний', secretary.lastMessage);
    await secretary.presses('Комитет Үлгі', secretary.lastMessage);
    await secretary.says('Штаб по школам');
    if (last(secretary).includes('председательствует')) await secretary.presses('Комитет Үлгі', secretary.lastMessage);
    await secretary.says('26.11.2026');
    await secretary.presses('Каждую неделю', secretary.lastMessage);
    await secretary.says('15.00');
    await secretary.says('Зал 3');
    await secretary.says('Акимат региона А, Акимат региона Б');
    // Both words fit the akim and the secretary: she is asked.
    await secretary.presses('Аким, Акимат региона А', secretary.lastMessage);
    await secretary.presses('Аким, Акимат региона Б', secretary.lastMessage);
    await secretary.presses('Готово', secretary.lastMessage);
    await secretary.says('О ходе исполнения\nРазное');
    expect(last(secretary)).toMatch(/Штаб по школам[^]*26 ноября 2026 г\., четверг[^]*Время: 15:00[^]*Место: Зал 3/);
    const series = await town.db.meetingSeries.findFirstOrThrow({
      include: { meetings: { include: { agenda: true, attendance: true } } },
    });
    seriesId = series.id;
    expect(series).toMatchObject({
      recurrence: 'FREQ=WEEKLY;BYDAY=TH',
      time: '15:00',
      memberPostIds: [regions.posts.get('а'), regions.posts.get('б')],
    });
    expect(series.meetings).toMatchObject([
      {
        agenda: [{ text: 'О ходе исполнения' }, { text: 'Разное' }],
        attendance: [{ state: 'invited' }, { state: 'invited' }],
      },
    ]);
    first = series.meetings[0]?.id ?? 0;
  });

  it('gives the same sitting to a press twice, and is nobody else’s', async () => {
    expect(await openNext(town.app, await as(regions.secretary), { seriesId })).toEqual({
      meetingId: first,
      created: false,
    });
    for (const person of [regions.akimA, regions.secretaryA, regions.schoolA]) {
      const actor = await as(person);
      await changingNothing(town, async () => {
        await expect(openNext(town.app, actor, { seriesId })).rejects.toThrow('meetings-not-yours');
        await expect(endSeries(town.app, actor, { seriesId })).rejects.toThrow('meetings-not-yours');
        await expect(setMembers(town.app, actor, { seriesId, postIds: [] })).rejects.toThrow('meetings-not-yours');
        const officer = { seriesId, officer: 'secretary', postId: null } as const;
        await expect(setOfficer(town.app, actor, officer)).rejects.toThrow('meetings-not-yours');
        await expect(holdSitting(town.app, actor, { meetingId: first })).rejects.toThrow('meetings-not-yours');
        await expect(allPresent(town.app, actor, { meetingId: first })).rejects.toThrow('meetings-not-yours');
        await expect(
          addQuestion(town.app, actor, { meetingId: first, text: 'Моё', speakerPostId: null }),
        ).rejects.toThrow('not-yours');
        for (const verb of ['series', 'next', 'members', 'chair', 'secretary', 'end', 'ended']) {
          const answer = await person.forges(person.lastMessage, `meetings.${verb}:${seriesId}`);
          expect(answer.alert, verb).toBe(true);
        }
        for (const verb of ['held', 'close', 'all', 'move', 'send', 'draft', 'attendance', 'add'])
          expect((await person.forges(person.lastMessage, `meetings.${verb}:${first}`)).alert, verb).toBe(true);
      });
    }
  });

  it('gets another chair and secretary by who may make one, and its sitting to come with it', async () => {
    const { secretary } = regions;
    const by = await as(secretary);
    const top = await town.db.organisation.findUniqueOrThrow({ where: { code: 'top' } });
    const own = { nameKk: 'Әкім', nameRu: 'Аким', role: 'akim' as const };
    const { id: akim } = await town.db.post.create({ data: { ...own, orgId: top.id, createdAt: town.app.now() } });
    const chair = regions.posts.get('top') ?? 0;
    const officers = async () => {
      const series = await town.db.meetingSeries.findUniqueOrThrow({ where: { id: seriesId } });
      const meeting = await town.db.meeting.findUniqueOrThrow({ where: { id: first } });
      return [series.chairPostId, meeting.chairPostId, series.secretaryPostId, meeting.secretaryPostId];
    };
    const [, , keeper] = await officers();
    const regionA = { seriesId, officer: 'chair', postId: regions.posts.get('а') ?? 0 } as const;
    await expect(setOfficer(town.app, by, regionA)).rejects.toThrow('may-not-chair');
    const noKeeper = { seriesId, officer: 'secretary', postId: chair } as const;
    await expect(setOfficer(town.app, by, noKeeper)).rejects.toThrow('meetings-may-not-keep');
    await secretary.forges(secretary.lastMessage, `meetings.series:${seriesId}`);
    expect(last(secretary)).toContain('Секретарь: Секретарь');
    await secretary.presses('Председатель', secretary.lastMessage);
    await secretary.presses('Аким, Комитет', secretary.lastMessage);
    expect(last(secretary)).toContain('Новый председатель: Аким');
    await secretary.presses('Да', secretary.lastMessage);
    expect(last(secretary)).toContain('Ближайшее заседание изменено тоже');
    expect(await officers()).toEqual([akim, akim, keeper, keeper]);
    await secretary.presses('К серии', secretary.lastMessage);
    await secretary.presses('Секретарь', secretary.lastMessage);
    await secretary.presses('Без секретаря', secretary.lastMessage);
    await secretary.presses('Да', secretary.lastMessage);
    expect(await officers()).toEqual([akim, akim, null, null]);
    const event = await town.db.journalEvent.findFirstOrThrow({ where: { verb: 'meetings.secretary-set' } });
    expect(event.data).toMatchObject({ before: keeper, after: null, meetingId: first });
    for (const [officer, postId] of [
      ['chair', chair],
      ['secretary', keeper ?? null],
    ] as const)
      await setOfficer(town.app, by, { seriesId, officer, postId });
    await town.db.post.delete({ where: { id: akim } });
    expect(await officers()).toEqual([chair, chair, keeper, keeper]);
  });

  it('without a sitting to come says that the change is for the next one', async () => {
    const { secretary } = regions;
    const by = await as(secretary);
    const { secretaryPostId: postId } = await town.db.meetingSeries.findUniqueOrThrow({ where: { id: seriesId } });
    await town.db.meeting.update({ where: { id: first }, data: { heldAt: town.app.now() } });
    await secretary.forges(secretary.lastMessage, `meetings.secretary:${seriesId}`);
    await secretary.presses('Без секретаря', secretary.lastMessage);
    await secretary.presses('Да', secretary.lastMessage);
    expect(last(secretary)).toContain('Назначенного заседания сейчас нет');
    await setOfficer(town.app, by, { seriesId, officer: 'secretary', postId });
    await town.db.meeting.update({ where: { id: first }, data: { heldAt: null } });
  });

  it('refuses impossible days, rules and times', async () => {
    const secretary = await as(regions.secretary);
    const org = await town.db.organisation.findUniqueOrThrow({ where: { code: 'top' } });
    const good = {
      orgId: org.id,
      theme: 'Ещё серия',
      chairPostId: regions.posts.get('top') ?? 0,
      recurrence: null,
      first: '2026-11-30',
      time: null,
      place: null,
      memberPostIds: [],
      agenda: [],
    };
    const bad: [object, string][] = [
      [{ theme: ' ' }, 'theme-empty'],
      [{ first: '2026-02-31' }, 'day-impossible'],
      [{ recurrence: 'FREQ=NEVER' }, 'rule-unclear'],
      [{ time: '25:00' }, 'time-unclear'],
      [{ memberPostIds: [999_999] }, 'executor-gone'],
      [{ chairPostId: regions.posts.get('аs1') ?? 0 }, 'may-not-chair'],
    ];
    for (const [change, key] of bad)
      await changingNothing(town, () =>
        expect(createSeries(town.app, secretary, { ...good, ...change })).rejects.toThrow(key),
      );
  });
});

describe('a sitting', () => {
  it('becomes a resolution for both regions, with what was heard', async () => {
    const secretary = await as(regions.secretary);
    town.clock.set('2026-11-26T15:00');
    const heard = await addQuestion(town.app, secretary, {
      meetingId: first,
      text: 'Отчёт региона А о пандусах',
      speakerPostId: regions.posts.get('а') ?? 0,
    });
    await noteQuestion(town.app, secretary, { agendaId: heard.agendaId, note: 'Доложено о 12 школах' });
    await setQuestion(town.app, secretary, { ...heard, from: 'planned', to: 'heard' });
    await setQuestion(town.app, secretary, {
      agendaId: await question(first, 'Разное'),
      from: 'planned',
      to: 'deferred',
    });
    const { resolutionId, created } = await draftFromSitting(town.app, secretary, { meetingId: first });
    expect(created).toBe(true);
    expect(await draftFromSitting(town.app, secretary, { meetingId: first })).toEqual({ resolutionId, created: false });
    await addItems(town.app, secretary, {
      resolutionId,
      items: [
        itemFor(regions, 'Построить пандусы', ['а'], { due: '2026-12-01' }),
        itemFor(regions, 'Открыть кабинеты', ['б'], { due: '2026-12-25' }),
      ],
    });
    await sendToChair(town.app, secretary, { resolutionId });
    await town.settle();
    const asked = regions.chair.lastMessage;
    expect(text(asked)).toMatch(
      /Заслушали[^]*1\. Отчёт региона А о пандусах \(Аким, Акимат региона А\)[^]*Доложено о 12 школах/,
    );
    await regions.chair.presses('Принять', asked);
    expect(await town.db.resolution.findUniqueOrThrow({ where: { id: resolutionId } })).toMatchObject({
      state: 'on_control',
    });
  });

  it('takes attendance of all with one press, then the exceptions; two at once count once', async () => {
    const { secretary } = regions;
    const message = secretary.lastMessage;
    await secretary.forges(message, `meetings.attendance:${first}:0`);
    await secretary.presses('Все присутствуют', message);
    await secretary.presses('Акимат региона Б', message);
    expect(text(message)).toContain('присутствуют 1 из 2, заменены 0, отсутствуют 1');
    const turn = { meetingId: first, postId: regions.posts.get('а') ?? 0, from: 'present' };
    const actor = await as(secretary);
    const both = await Promise.allSettled([
      turnAttendance(town.app, actor, turn),
      turnAttendance(town.app, actor, turn),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await turnAttendance(town.app, actor, { ...turn, from: 'absent' });
    await expect(turnAttendance(town.app, actor, { ...turn, from: 'gone' })).rejects.toThrow('stale-button');
    await expect(allPresent(town.app, actor, { meetingId: first })).rejects.toThrow('so-already');
  });

  it('is closed by a second press only, which names what becomes final', async () => {
    await regions.secretary.forges(regions.secretary.lastMessage, `meetings.held:${first}`);
    const text = regions.secretary.lastMessage.text ?? '';
    expect(text).toContain('Заседание состоялось?');
    expect(text).toMatch(/не отмечены \d+.*\nПовестка: вопросов 3, не отмечены 1/s);
    expect((await town.db.meeting.findUniqueOrThrow({ where: { id: first } })).heldAt).toBeNull();
  });

  it('is closed once, and final then', async () => {
    const actor = await as(regions.secretary);
    const both = await Promise.allSettled([
      holdSitting(town.app, actor, { meetingId: first }),
      holdSitting(town.app, actor, { meetingId: first }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const states = await town.db.agendaItem.findMany({ where: { meetingId: first }, orderBy: { position: 'asc' } });
    expect(states.map(({ text: words, state }) => [words, state])).toEqual([
      ['О ходе исполнения', 'not_heard'],
      ['Разное', 'deferred'],
      ['Отчёт региона А о пандусах', 'heard'],
    ]);
    const agendaId = states[0]?.id ?? 0;
    await changingNothing(town, async () => {
      await expect(setQuestion(town.app, actor, { agendaId, from: 'not_heard', to: 'heard' })).rejects.toThrow(
        'meetings-held',
      );
      await expect(removeQuestion(town.app, actor, { agendaId })).rejects.toThrow('meetings-held');
      await expect(moveSitting(town.app, actor, { meetingId: first, day: '2026-12-02', time: null })).rejects.toThrow(
        'meetings-held',
      );
    });
  });
});

describe('the next sitting', () => {
  it('opens by the clock some days ahead, with standing and deferred questions and the unfinished items', async () => {
    town.clock.set('2026-11-27T09:00');
    await tendMeetings(town.app);
    expect(await town.db.meeting.count()).toBe(1);
    town.clock.set('2026-11-28T09:00');
    await tendMeetings(town.app);
    await changingNothing(town, () => tendMeetings(town.app));
    const sitting = await town.db.meeting.findFirstOrThrow({
      where: { id: { gt: first } },
      include: { agenda: { orderBy: { position: 'asc' } } },
    });
    second = sitting.id;
    expect(sitting.day.toISOString().slice(0, 10)).toBe('2026-12-03');
    expect(sitting.agenda.map(({ text: words, taskId }) => (taskId === null ? words : 'item'))).toEqual([
      'О ходе исполнения',
      'Разное',
      'item',
      'item',
    ]);
  });

  it('shows each region only what is its own, in every view', async () => {
    await addQuestion(town.app, await as(regions.secretary), {
      meetingId: second,
      text: 'Отчёт региона Б о кабинетах',
      speakerPostId: regions.posts.get('б') ?? 0,
    });
    const seen = async (person: Person): Promise<string[]> => {
      const { seen: entries } = await sittingFor(town.app, await as(person), second);
      return entries.map(({ question: { text: words }, task }) => task?.headline ?? words);
    };
    const common = ['О ходе исполнения', 'Разное'];
    expect(await seen(regions.akimA)).toEqual([...common, 'Построить пандусы']);
    expect(await seen(regions.akimB)).toEqual([...common, 'Открыть кабинеты', 'Отчёт региона Б о кабинетах']);
    expect(await seen(regions.secretary)).toHaveLength(5);
    await expect(seen(regions.schoolA)).rejects.toThrow('meetings-not-yours');
    await regions.secretary.forges(regions.secretary.lastMessage, `meetings.send:${second}`);
    await town.settle();
    expect(last(regions.akimA)).toContain('Построить пандусы');
    expect(last(regions.akimA)).not.toMatch(/регион[аеы]? Б|Открыть кабинеты/);
    const message = regions.akimA.lastMessage;
    for (const verb of ['sitting', 'agenda'])
      await regions.akimA.forges(message, `meetings.${verb}:${second}${verb === 'agenda' ? ':0' : ''}`).then(() => {
        expect(text(message), verb).not.toMatch(/регион[аеы]? Б|Открыть кабинеты|Явка/);
      });
    const { agendaId } = await entryOf(second, 'Открыть кабинеты');
    expect((await regions.akimA.forges(message, `meetings.question:${agendaId}`)).alert).toBe(true);
  });

  it('comes with a brief for chair and secretary on the working day before: overdue, who should report, nothing that changed', async () => {
    town.clock.set('2026-12-02T09:05');
    await town.tick();
    const brief = regions.chair.messages.find((message) =>
      text(message).includes('К предстоящему заседанию'),
    ) as Message;
    expect(text(brief)).toContain('Невыполненных пунктов: 2, из них просрочено: 1');
    expect(text(brief)).toContain('Просрочено: 1');
    expect(text(brief)).toContain('Кому докладывать: Акимат региона А');
    expect(text(brief)).not.toContain('Изменилось');
    const count = regions.chair.messages.length;
    await town.tick();
    expect(regions.chair.messages.filter((message) => text(message).includes('К предстоящему'))).toHaveLength(1);
    expect(count).toBeGreaterThan(0);
  });

  it('accepts a report at the table by the chair alone; the secretary puts it before the chair', async () => {
    await regions.akimA.says(`Выполнено, пандусы построены, принял мастер с ИИН ${iinOf(1)}`);
    await town.settle();
    const report = await town.db.report.findFirstOrThrow();
    const { agendaId } = await entryOf(second, 'Построить пандусы');
    const decision = { agendaId, reportId: report.id };
    const [secretary, chair] = [await as(regions.secretary), await as(regions.chair)];
    await expect(decideAtSitting(town.app, chair, decision)).rejects.toThrow('meetings-not-yet');
    town.clock.set('2026-12-03T15:00');
    await changingNothing(town, async () => {
      await expect(decideAtSitting(town.app, secretary, decision)).rejects.toThrow('may-not-review');
      await expect(decideAtSitting(town.app, await as(regions.akimA), decision)).rejects.toThrow('not-yours');
      const other = await entryOf(second, 'Открыть кабинеты');
      await expect(decideAtSitting(town.app, chair, { ...decision, ...other })).rejects.toThrow('stale-button');
      await expect(decideAtSitting(town.app, chair, { ...decision, reason: ' ' })).rejects.toThrow('reason-needed');
    });
    const message = regions.secretary.lastMessage;
    await regions.secretary.forges(message, `meetings.question:${agendaId}`);
    expect(message.buttons.flat()).not.toContain('✅ Принять отчёт 1');
    await regions.secretary.presses('Предложить председательствующему', message);
    await town.settle();
    const asked = regions.chair.lastMessage;
    expect(text(asked)).toMatch(
      /Секретарь предлагает[^]*Построить пандусы[^]*Отчёт 1\. Акимат региона А[^]*пандусы построены/,
    );
    expect(text(asked)).not.toContain(iinOf(1));
    const data = asked.keyboard.flat().find(({ text: label }) => label.includes('Принять отчёт'))?.callback_data ?? '';
    await regions.chair.forges(asked, data);
    expect(await town.db.report.findFirstOrThrow()).toMatchObject({ state: 'accepted', decidedMeetingId: second });
    expect((await regions.chair.forges(asked, data)).alert).toBe(true);
    const events = await town.db.journalEvent.findMany({ where: { verb: 'meetings.report-decided' } });
    expect(events).toHaveLength(1);
  });

  it('takes an unfinished item over with a new date: the earlier one ends, its first date stays', async () => {
    const secretary = await as(regions.secretary);
    const { taskId } = await entryOf(second, 'Открыть кабинеты');
    await holdSitting(town.app, secretary, { meetingId: second });
    const { resolutionId } = await draftFromSitting(town.app, secretary, { meetingId: second });
    const over = { resolutionId, taskId, due: '2027-01-15' };
    await expect(takeOverItem(town.app, secretary, { ...over, due: '2026-12-01' })).rejects.toThrow('due-past');
    await expect(takeOverItem(town.app, secretary, { ...over, taskId: 999_999 })).rejects.toThrow('finished-meanwhile');
    await expect(takeOverItem(town.app, await as(regions.akimB), over)).rejects.toThrow('not-yours');
    const both = await Promise.allSettled([
      takeOverItem(town.app, secretary, over),
      takeOverItem(town.app, secretary, over),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await sendToChair(town.app, secretary, { resolutionId });
    await adoptResolution(town.app, await as(regions.chair), { resolutionId });
    const tasks = await town.db.task.findMany({
      where: { headline: 'Открыть кабинеты' },
      include: { participations: true },
      orderBy: { id: 'asc' },
    });
    expect(tasks).toMatchObject([
      {
        id: taskId,
        state: 'cancelled',
        closingReason: expect.stringContaining('Взято на контроль: пункт 1') as string,
      },
      { parentId: taskId, state: 'issued', participations: [{ extensionCount: 1, state: 'assigned' }] },
    ]);
    // It goes on as an item of its own: no part of the earlier one.
    expect(await taskView(town.app, taskId)).toMatchObject({ parts: null });
    expect(await partTree(town.app, await as(regions.chair), taskId, 10)).toHaveLength(1);
    const [share] = tasks[1]?.participations ?? [];
    expect([share?.firstDue, share?.due].map((day) => day?.toISOString().slice(0, 10))).toEqual([
      '2026-12-25',
      '2027-01-15',
    ]);
  });

  it('tells in the one after what changed since, to each what they see, and no finished item', async () => {
    const { meetingId } = await openNext(town.app, await as(regions.secretary), { seriesId });
    const chair = await as(regions.chair);
    const where = { headline: 'Открыть кабинеты', state: 'issued' as const };
    const { id: taskId } = await town.db.task.findFirstOrThrow({ where });
    const now = await sittingFor(town.app, chair, meetingId);
    expect(now.seen.flatMap(({ task }) => task?.headline ?? [])).toContain('Открыть кабинеты');
    // What was decided at the sitting itself is no news of the next one.
    expect(now.changes).toEqual([]);
    town.clock.set('2026-12-04T11:00');
    await regions.akimB.says('Выполнено, кабинеты открыты');
    const report = await town.db.report.findFirstOrThrow({ where: { participation: { taskId } } });
    await returnReport(town.app, chair, { reportId: report.id, reason: 'Нет фото' });
    const changes = [{ kind: 'returned', taskId }];
    expect((await sittingFor(town.app, chair, meetingId)).changes).toEqual(changes);
    expect((await sittingFor(town.app, await as(regions.akimB), meetingId)).changes).toEqual(changes);
    expect((await sittingFor(town.app, await as(regions.akimA), meetingId)).changes).toEqual([]);
    town.clock.set('2026-12-09T09:05');
    await town.tick();
    const brief = regions.chair.messages.findLast((message) => text(message).includes('К предстоящему заседанию'));
    expect(text(brief as Message)).toMatch(/Изменилось с прошлого заседания:\nВозвращены на доработку: 1/);
    await town.db.task.updateMany({ where: { headline: 'Открыть кабинеты' }, data: { state: 'closed' } });
    await refreshAgenda(town.app, meetingId);
    const after = await sittingFor(town.app, chair, meetingId);
    expect(after.seen.flatMap(({ task }) => task?.headline ?? [])).not.toContain('Открыть кабинеты');
    await changingNothing(town, () => refreshAgenda(town.app, meetingId));
  });
});
