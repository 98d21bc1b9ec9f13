// J4: the controller goes through "For review", accepts, returns with a reason, closes, without leaving the chat.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town);
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

function head(n: number): Person {
  const person = city.heads.get(n);
  if (!person) throw new Error(`no head of school ${n}`);
  return person;
}

async function shareOf(n: number, taskId: number) {
  return town.db.participation.findFirstOrThrow({ where: { taskId, post: { org: { code: `s${n}` } } } });
}

describe('a task for all schools', () => {
  let taskId: number;

  it('is controlled by the control section and reaches every school on its own terms', async () => {
    await city.deputy.says('/task Всем школам: провести учебную эвакуацию до 30.11.2026');
    expect(city.deputy.lastMessage.text).toContain('Исполнителей: 12, из них рекомендации: 3');
    expect(city.deputy.lastMessage.text).toContain('Контроль: Контролёр, Отдел контроля');
    await city.deputy.presses('Выдать');
    await town.settle();
    taskId = (await town.db.task.findFirstOrThrow()).id;
    expect(head(2).lastMessage.text).toContain('Вам дано поручение');
    expect(head(12).lastMessage.text).toContain('Вам направлена рекомендация');
  });

  it('collects the reports in one living message of the controller, and none at the issuer', async () => {
    const before = city.deputy.inbox.length;
    for (const n of [2, 4, 6]) await head(n).says('Эвакуация проведена, выполнено');
    await head(8).sends({ photo: { name: 'p.jpg', content: Buffer.from('p') }, caption: 'Выполнено, фото приложено' });
    await town.settle();
    const lists = city.controller.inbox.filter((message) => message.text.includes('На рассмотрении'));
    expect(lists).toHaveLength(1);
    expect(lists[0]?.text).toContain('На рассмотрении: 4');
    expect(city.deputy.inbox).toHaveLength(before);
  });

  it('shows one report after another; a decision brings the next one', async () => {
    await city.controller.presses('Рассмотреть по порядку');
    expect(city.controller.lastMessage.text).toContain('Школа № 2');
    expect(city.controller.lastMessage.text).toContain('Эвакуация проведена, выполнено');
    expect(city.controller.lastMessage.text).toContain('в срок');
    expect(city.controller.lastMessage.buttons).toEqual([
      ['Принять', 'Вернуть'],
      ['Задать вопрос', 'Следующий'],
    ]);
    await city.controller.presses('Принять');
    await town.settle();
    expect(city.controller.lastMessage.text).toContain('Школа № 4');
    expect(head(2).lastMessage.text).toContain('принят 23.11.2026');
    expect(head(2).lastMessage.text).toContain('Поручение исполнено в срок.');
    expect(await shareOf(2, taskId)).toMatchObject({ state: 'accepted', inTime: true });
  });

  it('goes back to the executor with a reason, chosen or written', async () => {
    const item = city.controller.lastMessage;
    await city.controller.presses('Вернуть', item);
    await city.controller.presses('Не приложен приказ', item);
    await town.settle();
    expect(head(4).lastMessage.text).toContain('возвращён на доработку');
    expect(head(4).lastMessage.text).toContain('Причина: Не приложен приказ');
    expect(head(4).lastMessage.text).toContain('Срок исполнения не изменён: 30 ноября 2026 г.');
    expect(city.controller.lastMessage.text).toContain('Школа № 6');
    await city.controller.presses('Вернуть');
    await city.controller.presses('Своими словами');
    await city.controller.says('Нужен акт с подписями');
    await town.settle();
    expect(head(6).lastMessage.text).toContain('Причина: Нужен акт с подписями');
    expect(await shareOf(6, taskId)).toMatchObject({ state: 'returned', returnCount: 1 });
  });

  it('shows the files and the earlier versions', async () => {
    await head(4).replies(head(4).lastMessage, 'Выполнено, приказ приложен');
    await city.controller.says('/review');
    expect(city.controller.lastMessage.text).toContain('Школа № 8');
    expect(city.controller.inbox.at(-2)?.raw.photo).toBeDefined();
    await city.controller.presses('Следующий');
    expect(city.controller.lastMessage.text).toContain('Школа № 4');
    expect(city.controller.lastMessage.text).toContain('версия 1, возвращена: Не приложен приказ');
    const item = city.controller.lastMessage;
    const data = item.keyboard.flat()[0]?.callback_data ?? '';
    await city.controller.presses('Принять', item);
    const again = await city.controller.forges(item, data);
    expect(again.text).toMatch(/уже принят: Контролёр/);
  });

  it('judges time by the submission of the accepted version', async () => {
    town.clock.set('2026-12-01T10:00');
    await head(10).says('Орындалды, выполнено');
    await head(9).says('Орындалды');
    await town.settle();
    await city.controller.says('/review');
    while (!city.controller.lastMessage.text.includes('Школа № 9')) await city.controller.presses('Следующий');
    expect(city.controller.lastMessage.text).toContain('с опозданием');
    await city.controller.presses('Принять');
    await town.settle();
    expect(await shareOf(9, taskId)).toMatchObject({ state: 'accepted', inTime: false });
    expect(head(9).lastMessage.text).toContain('мерзімін бұза отырып орындалды');
  });

  it('is closed with one press when the last binding report is accepted', async () => {
    for (const n of [1, 3, 5, 7]) await head(n).says('Орындалды');
    await head(6).replies(head(6).lastMessage, 'Выполнено, акт приложен');
    await town.settle();
    await city.controller.says('/review');
    const closing = (): boolean => city.controller.lastMessage.buttons.flat().includes('Принять и снять с контроля');
    while (!closing()) await city.controller.presses('Принять');
    await city.controller.presses('Принять и снять с контроля');
    await town.settle();
    const task = await town.db.task.findUniqueOrThrow({ where: { id: taskId } });
    expect(task.state).toBe('closed');
    expect(head(11).lastMessage.text).toContain('бақылаудан алынды');
    const card = city.deputy.in(city.group).messages.find((message) => message.text.includes('учебную эвакуацию'));
    expect(card?.text).toContain('снято с контроля');
    expect(card?.buttons).toEqual([['Толығырақ']]);
    expect(city.controller.inbox.filter((message) => message.text.includes('На рассмотрении: 0'))).toEqual([]);
  });
});

describe('four eyes', () => {
  it('nobody reviews without the right, and nobody reviews their own report', async () => {
    await city.deputy.says('/task Управлению образования подготовить свод до 25.12.2026');
    await city.deputy.presses('Выдать');
    await town.settle();
    await city.department.says('Свод готов, выполнено');
    await town.settle();
    const report = await town.db.report.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const own = await city.department.forges(city.department.lastMessage, `reports.accept:${report.id}`);
    expect(own.text).toBe('Собственный отчёт рассмотреть нельзя.');
    const other = await head(2).forges(head(2).lastMessage, `reports.accept:${report.id}`);
    expect(other.text).toBe('У вас нет права рассматривать этот отчёт.');
    expect(await town.db.report.findUnique({ where: { id: report.id } })).toMatchObject({ state: 'submitted' });
    await city.deputy.says('/review');
    await city.deputy.presses('Принять и снять с контроля');
    await town.settle();
    expect(city.department.lastMessage.text).toContain('Поручение исполнено в срок и снято с контроля.');
  });
});
