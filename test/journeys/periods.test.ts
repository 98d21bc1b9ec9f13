// A periodic task over months: its periods open by themselves, a downtime leaves gaps that can be seen, newcomers join, the issuer ends it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPeriods } from '../../src/periods/actions.ts';
import { offerToJoin } from '../../src/tasks/newcomer-actions.ts';
import { changingNothing } from '../support/rows.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00', config: { issueUndoSeconds: 300 } });
  city = await buildCity(town, { schools: 4 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
const at = async (time: string): Promise<void> => {
  town.clock.set(time);
  await town.tick();
};
const periods = async () =>
  (await town.db.task.findMany({ where: { seriesId: { not: null } }, orderBy: { id: 'asc' } })).map(
    ({ number, period }) => `${number} ${period}`,
  );
const seriesId = async () => (await town.db.task.findFirstOrThrow({ where: { recurrence: { not: null } } })).id;

describe('a periodic task', () => {
  it('is issued as a series, its first period at once, and can be taken back whole', async () => {
    await city.deputy.says('Школам № 1 и № 2 ежемесячно до 5 числа представлять отчёт о питании');
    expect(city.deputy.lastMessage.text).toContain('Периодичность: ежемесячно · числа: 5');
    const draft = city.deputy.lastMessage;
    await city.deputy.presses('Выдать', draft);
    expect(await periods()).toEqual(['Т-1/1 2026-12']);
    await city.deputy.presses('Вернуть в проект', draft);
    expect(await periods()).toEqual([]);
    expect(draft.text).toContain('Школа № 2');
    await city.deputy.presses('Выдать', draft);
    expect(draft.text).toContain('№ Т-1/1');
    town.clock.advance({ minutes: 6 });
    await town.settle();
    expect(await periods()).toEqual(['Т-1/1 2026-12']);
    expect(await town.db.participation.count({ where: { taskId: await seriesId() } })).toBe(0);
    expect(head(2).lastMessage.text).toContain('№ Т-1/1');
    expect(head(2).lastMessage.text).toContain('Период: декабрь 2026 г.');
    expect(head(2).inbox.filter(({ text }) => text.includes('Т-1'))).toHaveLength(1);
  });

  it('takes reports on its period like on any task, and opens the next one when the date has passed', async () => {
    await head(2).says('Выполнено, отчёт о питании за ноябрь приложен');
    await at('2026-12-05T10:00');
    await at('2026-12-06T10:00');
    expect(await periods()).toEqual(['Т-1/1 2026-12']);
    await at('2026-12-07T08:00');
    expect(await periods()).toHaveLength(1);
    await at('2026-12-07T09:00');
    expect(await periods()).toEqual(['Т-1/1 2026-12', 'Т-1/2 2027-01']);
    expect(head(2).lastMessage.text).toContain('Период: январь 2027 г.');
    await at('2026-12-07T09:15');
    expect(await periods()).toHaveLength(2);
  });

  it('opens each period once, by whichever of two processes, also when the clock is set back', async () => {
    town.clock.set('2027-01-08T09:30');
    await Promise.all([openPeriods(town.app), openPeriods(town.app), openPeriods(town.app)]);
    expect(await periods()).toEqual(['Т-1/1 2026-12', 'Т-1/2 2027-01', 'Т-1/3 2027-02']);
    town.clock.set('2026-12-08T09:30');
    await changingNothing(town, () => openPeriods(town.app));
    town.clock.set('2027-01-08T10:00');
    await town.settle();
  });

  it('after a downtime opens the latest period alone; the others are gaps that everybody concerned can see', async () => {
    await at('2027-05-06T10:00');
    expect((await periods()).at(-1)).toBe('Т-1/4 2027-06');
    expect(head(2).inbox.filter(({ text }) => /Период: (март|апрель|май) 2027/.test(text))).toEqual([]);
    await city.deputy.says('/series');
    expect(city.deputy.lastMessage.text).toContain('Периодические поручения: 1');
    await city.deputy.presses('№ Т-1');
    const { text } = city.deputy.lastMessage;
    expect(text).toContain('Школа № 1: 2026: 12 — · 2027: 01 — 02 — 03 — 04 — 05 — 06 …');
    expect(text).toContain('Школа № 2: 2026: 12 ✓ · 2027: 01 — 02 —');
    const event = await town.db.journalEvent.findFirstOrThrow({
      where: { verb: 'tasks.issued' },
      orderBy: { id: 'desc' },
    });
    expect(event.data).toMatchObject({ skipped: ['2027-03', '2027-04', '2027-05'], period: '2027-06' });
  });

  it('shows an executor the own row only, and nobody else anything', async () => {
    await head(2).says('/series');
    await head(2).presses('№ Т-1');
    expect(head(2).lastMessage.text).toContain('Школа № 2');
    expect(head(2).lastMessage.text).not.toContain('Школа № 1');
    expect(head(2).lastMessage.buttons.flat()).not.toContain('Завершить');
    await head(3).says('/series');
    expect(head(3).lastMessage.text).toContain('мерзімді тапсырмалар жоқ');
    const refused = await head(3).forges(head(3).lastMessage, `periods.show:${await seriesId()}`);
    expect(refused).toMatchObject({ alert: true });
  });

  it('is ended by nobody but its issuer, and for a reason', async () => {
    const id = await seriesId();
    for (const forger of [head(2), head(3), city.controller, city.department]) {
      const shown = forger.lastMessage;
      const answer = await changingNothing(town, () => forger.forges(shown, `periods.end:${id}`));
      expect(answer.alert).toBe(true);
    }
    const closing = await city.deputy.forges(city.deputy.lastMessage, `tasks.close:${id}`);
    expect(closing.text ?? city.deputy.lastMessage.text).toContain('с указанием причины');
    await city.deputy.presses(
      'Завершить',
      city.deputy.inbox.findLast(({ buttons }) => buttons.flat().includes('Завершить')),
    );
    await city.deputy.says('Отчётность передана в другую систему');
    await town.settle();
    expect(city.deputy.lastMessage.text).toContain('Периодическое поручение № Т-1 завершено');
    expect(head(2).lastMessage.text).toContain('новых периодов не будет');
    const again = await city.deputy.forges(city.deputy.lastMessage, `periods.end:${id}`);
    expect(again.alert).toBe(true);
    await at('2027-06-07T10:00');
    expect(await periods()).toHaveLength(4);
  });
});

describe('a periodic task for all schools', () => {
  it('takes in a school that joined once its issuer wants it, leaves out a closed one, and counts who missed', async () => {
    town.clock.set('2027-06-07T11:00');
    await city.deputy.says('Всем школам еженедельно по пятницам представлять сведения о посещаемости');
    await city.deputy.presses('Выдать');
    town.clock.advance({ minutes: 6 });
    await town.settle();
    const { id } = await town.db.task.findFirstOrThrow({ where: { recurrence: { not: null }, state: 'issued' } });
    const first = await town.db.task.findFirstOrThrow({ where: { seriesId: id }, include: { participations: true } });
    expect(first).toMatchObject({ number: 'Т-2/1', period: '2027-W23', fanOut: true });
    expect(first.participations).toHaveLength(4);
    const one = await town.db.organisation.findFirstOrThrow({ where: { code: 's1' } });
    const { id: orgId } = await town.db.organisation.create({
      data: {
        code: 's77',
        nameKk: '№ 77 мектеп',
        nameRu: 'Школа № 77',
        type: 'school',
        parentId: one.parentId,
        rootId: one.rootId,
        path: '',
        createdAt: town.clock.now(),
      },
    });
    const path = one.path.replace(`/${one.id}/`, `/${orgId}/`);
    await town.db.organisation.update({ where: { id: orgId }, data: { path } });
    await town.db.post.create({
      data: { orgId, role: 'school_head', nameKk: 'Директор', nameRu: 'Директор', createdAt: town.clock.now() },
    });
    await town.db.post.updateMany({ where: { org: { code: 's4' } }, data: { closedAt: town.clock.now() } });
    town.clock.set('2027-06-08T10:00');
    await offerToJoin(town.app);
    await town.settle();
    expect(city.deputy.lastMessage.text).toContain('Они будут участвовать и в следующих периодах.');
    await city.deputy.presses('Добавить в поручение: 1');
    await at('2027-06-14T09:30');
    const second = await town.db.task.findFirstOrThrow({
      where: { seriesId: id, period: '2027-W24' },
      include: { participations: { include: { post: { include: { org: true } } } } },
    });
    expect(second.participations.map(({ post }) => post.org.code).sort()).toEqual(['s1', 's2', 's3', 's77']);
    await city.deputy.says('/series');
    await city.deputy.presses('№ Т-2');
    expect(city.deputy.lastMessage.text).toContain('Школа № 77');
    expect(city.deputy.lastMessage.text).toContain('2027: 23 — 24 …');
  });
});
