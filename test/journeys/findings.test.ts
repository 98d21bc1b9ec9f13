// J11: an act from a table, explanations by a date, remedies with evidence, closed only after acceptance; each school sees only its own.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importAct } from '../../src/findings/actions.ts';
import { askRemedy } from '../../src/findings/ask-actions.ts';
import { findingFor } from '../../src/findings/queries.ts';
import { findActor } from '../../src/org/queries.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 3 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
const csv = (...rows: string[]) => ({
  document: { name: 'act.csv', content: Buffer.from(['Нарушение;Категория;Тяжесть;Школа', ...rows].join('\n')) },
});
const rows = [
  'Запасный выход закрыт;пожарная;критическое;Школа № 2',
  'Нет мыла в санузле;санитарные нормы;незначительное;Школа № 2',
  '=Журнал не ведётся;учебный процесс;существенное;3',
];

describe('an inspection act', () => {
  it('with a fault in any row is not brought in at all', async () => {
    await city.department.says('/findings');
    await city.department.presses('➕ Загрузить акт');
    await city.department.sends(csv(...rows));
    const { text } = city.department.lastMessage;
    expect(text).toContain('Ошибок: 1, строк: 3. Ничего не загружено.');
    expect(text).toContain('Исправьте и пришлите снова.');
    expect(text).toContain('Строка 4: формула вместо значения');
    expect(await town.db.inspection.count()).toBe(0);
  });

  it('is brought in after a dry run, and explanations are asked for in one task', async () => {
    await city.department.sends(csv(...rows.map((row) => row.replace('=', '')), 'Всего;3;;'));
    await city.department.says('Департамент по ЧС');
    await city.department.says('№ 15-Ф');
    expect(city.department.lastMessage.text).not.toContain('выходные');
    await city.department.says('20.11.2026');
    expect(city.department.lastMessage.text).toContain('отмечены выходные');
    await city.department.says('27.11.2026');
    const { text } = city.department.lastMessage;
    expect(text).toContain('Акт № 15-Ф, 20 ноября 2026 г.');
    expect(text).toContain('критические: 1 · существенные: 1 · незначительные: 1');
    expect(text).toContain('Организаций: 2 — Школа № 2; Школа № 3\nСтрока 5 пропущена как итог\n');
    await city.department.presses('Да');
    await town.settle();
    expect(await town.db.task.count()).toBe(1);
    const task = await town.db.task.findFirstOrThrow({ include: { participations: true } });
    // Written in both languages, it is called by both.
    expect(task.textKk && task.textRu && task.headline).toMatch(/^Түсініктеме \/ Пояснение: акт № \S/);
    expect(task).toMatchObject({ state: 'issued', fanOut: true });
    expect(task.participations).toHaveLength(2);
    expect(task.textKk).toContain('№ 15-Ф актіде');
  });

  it('tells of what is critical at once: the school of its own, and the leaders above', () => {
    const told = head(2).inbox.find((message) => message.text.includes('Критические нарушения'));
    expect(told?.text).toContain('Запасный выход закрыт');
    expect(head(3).inbox.some((message) => message.text.includes('Запасный выход'))).toBe(false);
    expect(city.deputy.inbox.at(-1)?.text).toContain('Критические нарушения: 1');
  });

  it('is refused when it was brought in before, however its number is written', async () => {
    await city.secretary.says('/findings');
    await city.secretary.presses('➕ Актіні жүктеу');
    await city.secretary.says('Ұйым\tСанаты\tАуырлығы\tБұзушылық\n№ 1 мектеп\tқаржы\tелеулі\tҚұжат жоқ');
    await city.secretary.says('департамент ПО ЧС');
    await city.secretary.says('15-ф');
    await city.secretary.says('20.11.2026');
    expect(city.secretary.lastMessage.text).toContain('Түсініктемені басшы сұрайды');
    await city.secretary.presses('Иә');
    expect(city.secretary.lastMessage.text).toContain('№ 15-Ф акт (20.11.2026, Департамент по ЧС) бұрын жүктелген.');
    expect(await town.db.inspection.count()).toBe(1);
  });
});

describe('a finding', () => {
  it('is seen by its school and by those above, never by another school', async () => {
    await head(3).says('/findings');
    expect(head(3).lastMessage.text).toContain('Журнал не ведётся');
    expect(head(3).lastMessage.text).not.toContain('Запасный выход');
    expect(head(3).lastMessage.buttons.flat()).not.toContain('➕ Актіні жүктеу');
    await city.department.says('/findings');
    expect(city.department.lastMessage.text).toContain('Нарушения: 3');
    await city.department.presses('Категория');
    await city.department.presses('Пожарная безопасность: 1');
    expect(city.department.lastMessage.text).toContain('Показано: Пожарная безопасность · неустранённые');
    expect(city.department.lastMessage.text).not.toContain('Нет мыла');
  });

  it('that nobody explained in time is overdue', async () => {
    await head(2).says('Выход открыт, мыло закуплено, объяснительная приложена. Выполнено');
    town.clock.set('2026-11-30T10:00');
    await town.tick();
    await city.department.says('/findings');
    expect(city.department.lastMessage.text).toContain('Просрочено: 1 · на рассмотрении: 2');
    await city.department.presses('Состояние');
    await city.department.presses('просроченные: 1');
    expect(city.department.lastMessage.text).toContain('Журнал не ведётся');
  });

  it('is closed only when its remedy, with evidence, is accepted', async () => {
    const stages = async () => {
      await city.department.says('/findings');
      await city.department.presses('Акт');
      await city.department.presses('№ 15-Ф, 20.11.2026, Департамент по ЧС');
      return city.department.lastMessage;
    };
    const screen = await stages();
    await city.department.presses('Поручить устранение: 3', screen);
    await city.department.presses('Устранить нарушение');
    await city.department.says('04.12.2026');
    await city.department.presses('Да');
    await town.settle();
    expect(city.department.lastMessage.text).toContain('Устранение поручено: № Т-2.');
    const remedy = await town.db.task.findFirstOrThrow({ where: { number: 'Т-2' } });
    expect(remedy.completionForm).toBe('подтверждающий документ');
    await head(2).says('Т-2 выполнено');
    expect(head(2).lastMessage.text).toContain('нужно: документ');
    await head(2).sends({
      document: { name: 'akt.pdf', content: Buffer.from('%PDF-1.4') },
      caption: 'Т-2 устранено, выполнено',
    });
    await town.settle();
    expect((await stages()).text).toContain('устранение на рассмотрении');
    await city.controller.says('/review');
    await city.controller.presses('Рассмотреть по порядку');
    await city.controller.presses('Следующий');
    expect(city.controller.lastMessage.text).toContain('Т-2 устранено');
    await city.controller.presses('Принять');
    await city.department.says('/findings');
    await city.department.presses('Состояние');
    await city.department.presses('устранённые: 2');
    expect(city.department.lastMessage.text).toContain('✅ устранено');
    expect(city.department.lastMessage.text).not.toContain('Журнал не ведётся');
  });

  it('is withdrawn with a reason, which its school hears', async () => {
    await city.department.says('/findings');
    await city.department.presses('1');
    expect(city.department.lastMessage.text).toContain('Пояснение: поручение № Т-1, срок 27.11.2026 · ⏰ просрочено');
    await city.department.presses('Снять нарушение');
    await city.department.says('Журнал ведётся электронно');
    await city.department.presses('Да');
    await town.settle();
    expect(city.department.lastMessage.text).toContain('Нарушение снято');
    expect(head(3).inbox.some(({ text }) => text.includes('Себебі: Журнал ведётся электронно'))).toBe(true);
    const shares = await town.db.participation.findMany({ where: { post: { org: { code: 's3' } } } });
    expect(shares.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });
});

describe('whoever heads two schools', () => {
  it('hears in one message what is critical at both', async () => {
    const post = await town.db.post.findFirstOrThrow({ where: { role: 'school_head', org: { code: 's3' } } });
    const person = await town.db.person.findFirstOrThrow({
      where: { appointments: { some: { post: { role: 'school_head', org: { code: 's2' } } } } },
    });
    const fromDay = new Date('2026-11-01');
    await town.db.appointment.create({ data: { personId: person.id, postId: post.id, kind: 'acting', fromDay } });
    const actor = (await findActor(town.app, city.department.id)) ?? expect.unreachable();
    const orgs = await town.db.organisation.findMany({
      where: { code: { in: ['s2', 's3'] } },
      orderBy: { code: 'asc' },
    });
    const entries = orgs.map(({ id }) => ({
      ...{ orgId: id, category: 'fire' as const, severity: 'critical' as const },
      text: `Нет знака ${id}`,
    }));
    const act = { body: 'ДЧС', actNumber: '77', actDay: '2026-11-20', explainBy: null, entries };
    await importAct(town.app, actor, act);
    await town.settle();
    const told = head(2).inbox.filter(({ text }) => text.includes('№ 77'));
    expect(told).toHaveLength(1);
    for (const { text } of entries) expect(told[0]?.text).toContain(text);
    // Bodies number their acts anew each year.
    await expect(importAct(town.app, actor, { ...act, actDay: '2026-01-15' })).rejects.toThrow('findings-act-known');
    await importAct(town.app, actor, { ...act, actDay: '2025-11-20' });
    expect(await town.db.inspection.count({ where: { actNumber: '77' } })).toBe(2);
  });
});

describe('a remedy in the words of who asks for it', () => {
  it('is read by the schools alone: the group hears of the act, the numbers and the date', async () => {
    const actor = (await findActor(town.app, city.department.id)) ?? expect.unreachable();
    const { id: inspectionId } = await town.db.inspection.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const measure = 'Заменить проводку в подвале школы № 2';
    const { number } = await askRemedy(town.app, actor, { inspectionId, due: '2027-02-01', measure });
    await town.settle();
    expect(head(2).inbox.some(({ text }) => text.includes(measure))).toBe(true);
    const here = city.deputy.in(city.group).messages.map(({ text }) => text);
    expect(here.join()).not.toContain('проводку');
    const card = here.find((text) => text.includes(`№ ${number}`)) ?? '';
    expect(card).toContain('по акту проверки № 77 от 20.11.2025. Что требуется, сказано исполнителям лично.');
    expect(card).toContain('Исполнителей: 2');
  });
});

describe('a task that ended', () => {
  it('without what a school had to put right leaves the finding open, to be asked anew', async () => {
    const actor = (await findActor(town.app, city.department.id)) ?? expect.unreachable();
    const { id: findingId } = await town.db.finding.findFirstOrThrow({
      where: { inspection: { actNumber: '77', actDay: new Date('2026-11-20') } },
    });
    const { taskId } = await askRemedy(town.app, actor, { findingId, due: '2027-02-01', measure: null });
    expect(await findingFor(town.app, actor, findingId)).toMatchObject({ stage: 'remedying', remedy: { taskId } });
    await town.db.task.update({ where: { id: taskId }, data: { state: 'closed' } });
    expect(await findingFor(town.app, actor, findingId)).toMatchObject({ stage: 'new', remedy: null, overdue: false });
    const again = await askRemedy(town.app, actor, { findingId, due: '2027-02-01', measure: null });
    expect(await findingFor(town.app, actor, findingId)).toMatchObject({ remedy: { taskId: again.taskId } });
  });
});

describe('the list of whoever only reads', () => {
  it('names the organisations as soon as there are several, and of nothing offers no filters', async () => {
    const { id: orgId } = await town.db.organisation.findFirstOrThrow({ where: { code: 'city' } });
    await town.db.post.updateMany({ where: { role: 'controller' }, data: { role: 'observer', orgId } });
    const { controller: observer } = city;
    await observer.says('/findings');
    expect(observer.lastMessage.text).toMatch(/1\. \S+ Школа № \d: /);
    await observer.presses('Организация');
    await observer.presses('Школа № 3: ');
    expect(observer.lastMessage.text).toMatch(/1\. \S+ Школа № 3: /);
    expect(observer.lastMessage.buttons.flat()).toContain('Организация');
    // The second head heads two schools here, the third one.
    await head(2).says('/findings');
    expect(head(2).lastMessage.text).toContain('Школа № 3: ');
    await head(3).says('/findings');
    expect(head(3).lastMessage.text).toMatch(/1\. \S+ Өрт/);
    for (const command of ['/findings', '/problems']) {
      await head(1).says(command);
      expect(
        head(1)
          .lastMessage.buttons.flat()
          .filter((label) => !label.startsWith('➕')),
      ).toHaveLength(1);
    }
  });
});
