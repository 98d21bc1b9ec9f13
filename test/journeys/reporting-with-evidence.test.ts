// J3 and J4 further: demanded evidence, what hinders, questions both ways, equal reports accepted together, copies shown to the controller only.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import { acceptReport, returnReport } from '../../src/reports/actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ config: { reportUndoSeconds: 600 } });
  city = await buildCity(town, { schools: 6 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const photo = (name: string) => ({ photo: { name, content: Buffer.from(name) } });

function head(n: number): Person {
  const person = city.heads.get(n);
  if (!person) throw new Error(`no head of school ${n}`);
  return person;
}

async function issue(words: string, form?: string): Promise<{ taskId: number; share: number }> {
  await city.deputy.says(`/task ${words}`);
  await city.deputy.presses('Выдать');
  await town.settle();
  const task = await town.db.task.findFirstOrThrow({
    where: { state: 'issued' },
    orderBy: { id: 'desc' },
    include: { participations: true },
  });
  if (form) await town.db.task.update({ where: { id: task.id }, data: { completionForm: form } });
  return { taskId: task.id, share: task.participations[0]?.id ?? 0 };
}

/** The ten minutes of undo are over. */
async function tenMinutesLater(): Promise<void> {
  town.clock.advance({ minutes: 11 });
  await town.tick();
}

const shareOf = (id: number) => town.db.participation.findUniqueOrThrow({ where: { id } });
const reportsOf = (participationId: number) =>
  town.db.report.findMany({ where: { participationId }, orderBy: { version: 'asc' }, include: { attachments: true } });
const actorOf = async (person: Person) => (await findActor(town.app, person.id)) ?? expect.unreachable();

describe('a completion form that demands a photo', () => {
  let share: number;

  it('holds a bare final report back, kindly', async () => {
    ({ share } = await issue('Школе № 2 отремонтировать пандус до 25.12.2026', 'фотоотчёт'));
    await changingNothing(town, async () => {
      await head(2).replies(head(2).lastMessage, 'Выполнено, пандус установлен');
    });
    expect(head(2).lastMessage.text).toContain('к отчёту нужно: фото. Отчёт ещё не отправлен.');
    expect(head(2).lastMessage.buttons).toEqual([['Добавить сейчас'], ['Отправить без этого'], ['Не отчёт']]);
  });

  it('is met by adding it now: words and photo are one report', async () => {
    await head(2).presses('Добавить сейчас');
    await head(2).says('сейчас пришлю');
    expect(head(2).inbox.at(-1)?.text).toContain('Пришлите, пожалуйста, файл');
    await head(2).sends(photo('ramp.jpg'));
    await head(2).presses('Отправить');
    const [report, ...rest] = await reportsOf(share);
    expect(rest).toEqual([]);
    expect(report).toMatchObject({ final: true, text: 'Выполнено, пандус установлен', state: 'submitted' });
    expect(report?.attachments).toHaveLength(1);
    expect(await shareOf(share)).toMatchObject({ state: 'submitted' });
  });

  it('is left out with a reason, which the controller reads beside the lack', async () => {
    const other = await issue('Школе № 4 починить крыльцо до 25.12.2026', 'фотоотчёт');
    const card = head(4).lastMessage;
    await head(4).replies(card, 'Готово, крыльцо починено');
    const question = head(4).lastMessage;
    await head(4).presses('Отправить без этого', question);
    await head(4).presses('Передано на бумаге');
    const [report] = await reportsOf(other.share);
    expect(report?.text).toBe('Готово, крыльцо починено\nБез подтверждения: Передано на бумаге');
    // The old question does not file it twice.
    expect(question.buttons).toEqual([]);
    await head(4).forges(question, `reports.anyway:${other.share}`);
    await head(4).presses('Передано на бумаге');
    expect(await reportsOf(other.share)).toHaveLength(1);
    await tenMinutesLater();
    await city.deputy.forges(city.deputy.lastMessage, `reports.open:${report?.id}`);
    expect(city.deputy.lastMessage.text).toContain('По форме завершения не приложено: фото');
  });

  it('asks nothing of a photo with words, of an interim report, and of the step-by-step way only once', async () => {
    const other = await issue('Школе № 6 покрасить забор до 25.12.2026', 'фотоотчёт');
    const card = head(6).lastMessage;
    await head(6).replies(card, 'Готово на 50 %');
    expect(await shareOf(other.share)).toMatchObject({ progress: 50, state: 'acknowledged' });
    await head(6).sends({ ...photo('fence.jpg'), caption: 'Выполнено' }, card);
    expect(await shareOf(other.share)).toMatchObject({ state: 'submitted' });
    const third = await issue('Школе № 6 вывезти листву до 25.12.2026', 'фотоотчёт');
    await head(6).forges(head(6).lastMessage, `reports.start:${third.share}`);
    await head(6).presses('Итоговый отчёт');
    await head(6).says('Листва вывезена');
    await head(6).presses('Отправить');
    await head(6).presses('Отправить без этого');
    await head(6).says('Камеры нет');
    const [report] = await reportsOf(third.share);
    expect(report?.text).toBe('Листва вывезена\nБез подтверждения: Камеры нет');
  });

  it("of somebody else's task files nothing", async () => {
    await head(3).says('Всё сделано, забор покрашен');
    await changingNothing(town, async () => {
      await head(3).forges(head(3).lastMessage, `reports.addnow:${share}`);
      await head(3).says('/cancel');
    });
  });
});

describe('what hinders', () => {
  let share: number;

  it('is read from an interim report, shown, and told once to who controls', async () => {
    ({ share } = await issue('Школе № 2 завезти уголь до 24.11.2026'));
    await head(2).replies(head(2).lastMessage, 'Готово на 60 %, ждём машину');
    expect(head(2).lastMessage.text).toContain('🚧 Отмечено, что есть препятствие');
    expect(await shareOf(share)).toMatchObject({ progress: 60, blockedReason: 'Готово на 60 %, ждём машину' });
    const told = () => city.deputy.inbox.filter(({ text }) => text.includes('Исполнению мешает препятствие'));
    expect(told()).toHaveLength(0);
    await tenMinutesLater();
    expect(told()).toHaveLength(1);
    await head(2).says('Готово на 70 %, нет топлива');
    await tenMinutesLater();
    expect(told()).toHaveLength(1);
    expect(await shareOf(share)).toMatchObject({ progress: 70, blockedReason: 'Готово на 70 %, нет топлива' });
  });

  it('and overdue may be true at once', async () => {
    town.clock.set('2026-11-26T10:00');
    await head(2).says('/my');
    expect(head(2).lastMessage.text).toContain('просрочено');
    expect(await shareOf(share)).toMatchObject({ blockedReason: 'Готово на 70 %, нет топлива' });
  });

  it('is over with the next report, comes back when that is taken back, and ends by a press', async () => {
    await head(2).says('Готово на 80 %');
    expect(await shareOf(share)).toMatchObject({ progress: 80, blockedReason: null, blockedAt: null });
    await head(2).presses('Отозвать');
    expect(await shareOf(share)).toMatchObject({ progress: 70, blockedReason: 'Готово на 70 %, нет топлива' });
    const press = await head(2).forges(head(2).lastMessage, `reports.unblock:${share}`);
    expect(press.text).toContain('препятствий нет');
    expect(await shareOf(share)).toMatchObject({ blockedReason: null, progress: 70 });
    const twice = await changingNothing(town, () => head(2).forges(head(2).lastMessage, `reports.unblock:${share}`));
    expect(twice.text).toContain('не отмечено');
    const foreign = await changingNothing(town, () => head(4).forges(head(4).lastMessage, `reports.block:${share}`));
    expect(foreign.text).toContain('дано не вам');
  });

  it('is told by the button, in words that name no hindrance by themselves', async () => {
    await head(2).forges(head(2).lastMessage, `reports.block:${share}`);
    await head(2).says('Дорога к школе закрыта на ремонт');
    expect(await shareOf(share)).toMatchObject({ blockedReason: 'Дорога к школе закрыта на ремонт' });
    await tenMinutesLater();
    expect(city.deputy.inbox.findLast(({ text }) => text.includes('препятствие'))?.text).toContain(
      'Дорога к школе закрыта',
    );
    await head(2).says('Выполнено, уголь завезён');
    expect(await shareOf(share)).toMatchObject({ blockedReason: null, state: 'submitted' });
  });
});

describe('questions', () => {
  it('of the executor go to who controls, and the answer comes back', async () => {
    const { share } = await issue('Школе № 3 подготовить сведения до 25.12.2026');
    await head(3).replies(head(3).lastMessage, 'Нысаны қандай?');
    await head(3).presses('Сұрақ');
    expect(head(3).lastMessage.text).toContain('бақылаушыға жіберілді');
    await town.settle();
    const asked = city.deputy.lastMessage;
    expect(asked.text).toContain('Нысаны қандай?');
    await city.deputy.replies(asked, 'Свободная, на одной странице');
    await town.settle();
    expect(head(3).lastMessage.text).toContain('Свободная, на одной странице');
    const again = await changingNothing(town, () => city.deputy.replies(asked, 'Ещё раз'));
    expect(again.text).toBe('Ещё раз');
    expect(city.deputy.lastMessage.text).toContain('уже ответили');
    expect(await town.db.question.findFirstOrThrow({ where: { participationId: share } })).toMatchObject({
      answer: 'Свободная, на одной странице',
    });
  });

  it('of who controls stand beside the report, which waits on; nobody else asks or answers', async () => {
    const { share } = await issue('Школе № 4 обновить стенд до 25.12.2026');
    await head(4).replies(head(4).lastMessage, 'Выполнено, стенд обновлён');
    await tenMinutesLater();
    const [report] = await reportsOf(share);
    await changingNothing(town, async () => {
      for (const person of [head(4), head(2), city.department]) {
        const refused = await person.forges(person.lastMessage, `reports.ask:${report?.id}`);
        expect(refused.text).not.toBe('');
      }
    });
    await city.deputy.forges(city.deputy.lastMessage, `reports.ask:${report?.id}`);
    await city.deputy.says('Где стоит стенд?');
    await town.settle();
    const { id } = await town.db.question.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const foreign = await changingNothing(town, () => head(2).forges(head(2).lastMessage, `reports.answer:${id}`));
    expect(foreign.text).toContain('задан не вам');
    await head(4).replies(head(4).lastMessage, 'На первом этаже');
    await town.settle();
    expect(await reportsOf(share)).toHaveLength(1);
    expect(city.deputy.lastMessage.text).toContain('На первом этаже');
    await city.deputy.presses('Открыть отчёт');
    expect(city.deputy.lastMessage.text).toContain('Где стоит стенд?\n— На первом этаже');
  });
});

describe('two who judge at once', () => {
  it('exactly one decides, and the other is told who and when', async () => {
    const { share } = await issue('Школе № 6 помыть окна до 25.12.2026');
    await town.db.task.updateMany({
      where: { participations: { some: { id: share } } },
      data: { controllerPostId: (await actorOf(city.controller)).posts[0]?.postId ?? 0 },
    });
    await head(6).replies(head(6).lastMessage, 'Выполнено, окна вымыты');
    await tenMinutesLater();
    const [report] = await reportsOf(share);
    const reportId = report?.id ?? 0;
    const both = await Promise.allSettled([
      acceptReport(town.app, await actorOf(city.deputy), { reportId }),
      returnReport(town.app, await actorOf(city.controller), { reportId, reason: 'Нет фото' }),
    ]);
    const lost = both.filter((each): each is PromiseRejectedResult => each.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ key: 'reports-decided-by' });
    expect(
      await town.db.journalEvent.count({
        where: { entity: 'report', entityId: reportId, verb: { in: ['reports.accepted', 'reports.returned'] } },
      }),
    ).toBe(1);
    const late = await city.deputy.forges(city.deputy.lastMessage, `reports.accept:${reportId}`);
    expect(late.text).toMatch(/уже (принят|возвращён): .+, 26\.11\.2026/);
  });
});

describe('reports of a task for all schools', () => {
  const words = (n: number, who: string) =>
    `Сигнал подан в ${n} часов, дети вышли через запасные двери, дежурила ${who}. Журнал заполнен, памятки розданы, огнетушители отправлены на заправку, место сбора обозначено табличками`;
  let taskId: number;

  it('that say the same in a few words are accepted by one press; what is like another is left to be read', async () => {
    ({ taskId } = await issue('Всем школам: провести учебную эвакуацию до 30.11.2026'));
    for (const n of [1, 3]) await head(n).replies(head(n).lastMessage, 'Орындалды');
    await head(5).replies(head(5).lastMessage, 'Выполнено.');
    await head(2).replies(head(2).lastMessage, `Выполнено. ${words(9, 'Мысалова Г.')}`);
    await head(4).replies(head(4).lastMessage, `Выполнено! ${words(11, 'Пробова А.')}`);
    await tenMinutesLater();
    await city.controller.says('/review');
    await city.controller.forges(city.controller.lastMessage, 'reports.pages');
    expect(city.controller.lastMessage.text).toContain('🔎 похож на другой');
    await city.controller.presses('Одинаковые отчёты: 3');
    expect(city.controller.lastMessage.text).not.toContain('Школа № 2');
    const same = city.controller.lastMessage;
    const asked = await city.controller.presses('Принять всё на этой странице: 3');
    expect(asked.text).toContain('Принять отчёты с этой страницы (3)?');
    expect(same.buttons).toEqual([
      ['1', '2', '3'],
      ['✅ Да, принять: 3', 'Нет'],
    ]);
    await city.controller.presses('Нет', same);
    expect(same.buttons.flat()).toContain('Принять всё на этой странице: 3');
    expect(await town.db.participation.count({ where: { taskId, state: 'accepted' } })).toBe(0);
    await city.controller.presses('Принять всё на этой странице: 3', same);
    await city.controller.presses('Да, принять: 3', same);
    await town.settle();
    expect(await town.db.participation.count({ where: { taskId, state: 'accepted' } })).toBe(3);
    const none = await city.controller.forges(city.controller.lastMessage, 'reports.same');
    expect(none.text).toContain('Одинаковых отчётов сейчас нет');
  });

  it('that copy another are shown with it, to the controller only, and rejected by nobody', async () => {
    const [copy] = await town.db.report.findMany({
      where: { participation: { taskId }, text: { contains: 'Пробова' } },
    });
    expect(copy).toMatchObject({ state: 'submitted', likeness: { kind: 'other' } });
    await city.controller.forges(city.controller.lastMessage, `reports.open:${copy?.id}`);
    expect(city.controller.lastMessage.text).toContain('Похож на отчёт другого исполнителя');
    expect(city.controller.lastMessage.text).toContain('Школа № 2');
    expect(city.controller.lastMessage.text).toContain('дежурила Мысалова Г.');
    expect(head(4).inbox.some(({ text }) => text.includes('охож на'))).toBe(false);
  });

  it('by the same person about another task are compared with the earlier one', async () => {
    const { share } = await issue('Школе № 2 повторить тренировку до 25.12.2026');
    await head(2).replies(head(2).lastMessage, `Выполнено. ${words(15, 'Тестова Б.')}`);
    await tenMinutesLater();
    const [report] = await reportsOf(share);
    expect(report?.likeness).toMatchObject({ kind: 'own' });
    await city.deputy.forges(city.deputy.lastMessage, `reports.open:${report?.id}`);
    expect(city.deputy.lastMessage.text).toContain('Похож на прежний отчёт этого исполнителя');
  });
});
