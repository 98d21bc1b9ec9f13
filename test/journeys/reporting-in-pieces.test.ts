// Reports as people write them: a photo before the words, words after the report, second thoughts, files that outlive the token.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runJobs } from '../../src/jobs.ts';
import { buildCity, type City } from '../support/city.ts';
import { photo as picture } from '../support/photo.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ config: { reportUndoSeconds: 600 } });
  city = await buildCity(town, { schools: 9 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const photo = (name: string) => ({ photo: { name, content: Buffer.from(name) } });
const paper = (name: string) => ({ document: { name, content: Buffer.from(name) } });

function head(n: number): Person {
  const person = city.heads.get(n);
  if (!person) throw new Error(`no head of school ${n}`);
  return person;
}

async function issue(words: string): Promise<number> {
  await city.deputy.says(words);
  await city.deputy.presses('Выдать');
  await town.settle();
  return (await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
}

const reports = (taskId: number) =>
  town.db.report.findMany({
    where: { participation: { taskId } },
    orderBy: { version: 'asc' },
    include: { attachments: true, participation: true },
  });

async function pass(minutes: number): Promise<void> {
  town.clock.advance({ minutes });
  await town.tick();
}

/** Leafs through the reports under review to the one with these words. */
async function turnTo(words: string): Promise<void> {
  for (let n = 0; n < 12 && !city.deputy.lastMessage.text.includes(words); n++) await city.deputy.presses('Следующий');
  expect(city.deputy.lastMessage.text).toContain(words);
}

const told = (): number => city.deputy.inbox.filter(({ text }) => text.includes('На рассмотрении:')).length;

describe('a report in its first ten minutes', () => {
  let taskId: number;

  it('is not told to who controls, and can be taken back by its author only', async () => {
    taskId = await issue('Школе № 2 установить пандус до 25.12.2026');
    await head(2).says('Выполнено, пандус установлен');
    await town.settle();
    expect(head(2).lastMessage.text).toContain('Отозвать отчёт можно до 09:10');
    const [report] = await reports(taskId);
    const stolen = await head(3).forges(head(3).lastMessage, `reports.undo:${report?.id}`);
    expect(stolen.text).not.toBe('');
    await city.deputy.says('/review');
    expect(city.deputy.lastMessage.text).toBe('На рассмотрении ничего нет.');
    await head(2).presses('Отозвать');
    expect(head(2).lastMessage.text).toContain('отозван');
    const [undone] = await reports(taskId);
    expect(undone).toMatchObject({ state: 'undone', participation: { state: 'acknowledged', submittedAt: null } });
    await pass(15);
    expect(told()).toBe(0);
  });

  it('is told once they are over, and only once', async () => {
    await head(2).says('Выполнено, пандус и поручни установлены');
    await pass(9);
    expect(told()).toBe(0);
    await pass(2);
    expect(told()).toBe(1);
    expect(city.deputy.lastMessage.text).toContain('На рассмотрении: 1');
    await pass(5);
    expect(told()).toBe(1);
    const late = await head(2).presses(
      'Отозвать',
      head(2).inbox.findLast((m) => m.buttons.flat().includes('Отозвать')),
    );
    expect(late.text).toContain('уже передан на рассмотрение');
    expect((await reports(taskId)).map(({ state }) => state)).toEqual(['undone', 'submitted']);
  });

  it('keeps the moment it was promised when its message is edited, and goes back whole', async () => {
    const id = await issue('Школе № 3 вымыть окна до 25.12.2026');
    const said = await head(3).says('Орындалды, терезе жуылды');
    town.clock.advance({ minutes: 5 });
    await head(3).edits(said, 'Орындалды, барлық терезе жуылды');
    const [, second] = await reports(id);
    expect(second?.undoUntil).toEqual((await reports(id))[0]?.undoUntil);
    await head(3).forges(head(3).lastMessage, `reports.undo:${(await reports(id))[0]?.id}`);
    expect((await reports(id)).map(({ state }) => state)).toEqual(['undone', 'undone']);
    await head(3).edits(said, 'Ещё не всё');
    expect((await reports(id)).map(({ state }) => state)).toEqual(['undone', 'undone']);
  });

  it('cannot be judged by a forged press while it may be taken back', async () => {
    const id = await issue('Школе № 3 сдать макулатуру до 25.12.2026');
    await head(3).replies(head(3).lastMessage, 'Орындалды, макулатура тапсырылды');
    const [report] = await reports(id);
    const early = await city.deputy.forges(city.deputy.lastMessage, `reports.accept:${report?.id}`);
    expect(early.text).toContain('ещё не передан на рассмотрение');
    expect((await reports(id))[0]?.state).toBe('submitted');
  });

  it('taken back gives back what it replaced, and that is told', async () => {
    const id = await issue('Школе № 8 поставить ёлку до 25.12.2026');
    const card = head(8).lastMessage;
    await head(8).replies(card, 'Выполнено, ёлка стоит');
    town.clock.advance({ minutes: 8 });
    await head(8).replies(card, 'Выполнено, ёлка стоит и украшена');
    await pass(3);
    const listed = (): boolean =>
      city.deputy.inbox.some(({ text }) => text.includes('На рассмотрении:') && text.includes('Школа № 8'));
    expect(listed()).toBe(false);
    await head(8).presses('Отозвать');
    await town.settle();
    expect((await reports(id)).map(({ state }) => state)).toEqual(['submitted', 'undone']);
    expect(listed()).toBe(true);
  });

  it('taken back after a return leaves the return standing', async () => {
    const id = await issue('Школе № 4 завезти уголь до 25.12.2026');
    await head(4).says('Выполнено');
    await pass(11);
    await city.deputy.says('/review');
    await turnTo('уголь');
    await city.deputy.presses('Вернуть');
    await city.deputy.presses('Не указан результат');
    await town.settle();
    await head(4).says('Выполнено, уголь завезён');
    await head(4).presses('Отозвать');
    const share = await town.db.participation.findFirstOrThrow({ where: { taskId: id } });
    expect(share.state).toBe('returned');
  });
});

describe('several messages', () => {
  it('a photo first and the words later are one report', async () => {
    const id = await issue('Школе № 5 покрасить забор до 25.12.2026');
    await head(5).sends(photo('fence.jpg'));
    const question = head(5).lastMessage;
    await head(5).says('Орындалды, қоршау сырланды');
    expect(head(5).lastMessage.text).toContain('Файл саны: 1');
    const [report] = await reports(id);
    expect(report?.attachments).toHaveLength(1);
    const pressed = await head(5).presses('Қорытынды есеп', question);
    expect(pressed.text).toContain('қоса берілген');
    expect(await reports(id)).toHaveLength(1);
  });

  it('photos after the words complete the report', async () => {
    const { id } = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await head(5).sends({ album: [photo('after-1.jpg'), photo('after-2.jpg')] });
    expect(head(5).lastMessage.text).toContain('есепке қосылды');
    await head(5).sends(paper('act.pdf'));
    const [report] = await reports(id);
    expect(report?.attachments.map(({ kind }) => kind)).toEqual(['photo', 'photo', 'photo', 'document']);
  });

  it('words after the words are asked about before they change anything', async () => {
    const first = await issue('Школе № 6 провести собрание до 25.12.2026');
    await issue('Школе № 6 обновить стенд до 26.12.2026');
    const card = head(6).inbox.findLast(({ text }) => text.includes('собрание'));
    if (!card) throw new Error('no card');
    await head(6).replies(card, 'Выполнено');
    await head(6).says('Протокол подписан, всё сделано');
    expect(head(6).lastMessage.text).toContain('Добавить это к отчёту');
    expect(
      await town.db.report.count({ where: { participation: { task: { headline: { contains: 'стенд' } } } } }),
    ).toBe(0);
    await head(6).presses(head(6).lastMessage.buttons.flat()[0] ?? '');
    const all = await reports(first);
    expect(all.map(({ text, state }) => [text, state])).toEqual([
      ['Выполнено', 'superseded'],
      ['Выполнено\nПротокол подписан, всё сделано', 'submitted'],
    ]);
  });

  it('a file that belongs elsewhere is taken out again', async () => {
    const count = () => town.db.attachment.count({ where: { report: { byPost: { org: { number: '6' } } } } });
    await head(6).sends(photo('other.jpg'));
    expect(await count()).toBe(1);
    await head(6).presses('Это к другому поручению');
    expect(await count()).toBe(0);
    expect(head(6).lastMessage.buttons.flat()).toContain('Не отчёт');
  });
});

describe('what is no evidence', () => {
  it('a photo that its sender calls no report is not taken up by the next words', async () => {
    const id = await issue('Школе № 1 убрать снег до 25.12.2026');
    await head(1).sends(photo('cat.jpg'));
    await head(1).presses('Есеп емес');
    await head(1).says('Орындалды, қар тазаланды');
    const [report] = await reports(id);
    expect(report?.attachments).toEqual([]);
  });

  it('a program is refused kindly, alone or with words', async () => {
    const id = await issue('Школе № 7 сдать списки до 25.12.2026');
    await head(7).sends(paper('list.exe'));
    expect(head(7).lastMessage.text).toContain('Бағдарламалар');
    await head(7).sends({ ...paper('list.exe'), caption: 'Орындалды' });
    expect(head(7).lastMessage.text).toContain('Бағдарламалар');
    const [report] = await reports(id);
    expect(report?.attachments).toEqual([]);
  });
});

describe('evidence', () => {
  it('too large to be kept is shown to the controller all the same, and its sender is told', async () => {
    const id = await issue('Школе № 7 прислать проект до 25.12.2026');
    const large = { name: 'project.pdf', content: Buffer.alloc(21 * 1024 * 1024, 'x') };
    await head(7).sends({ document: large, caption: 'Орындалды, жоба дайын' }, head(7).lastMessage);
    expect(head(7).lastMessage.text).toContain('Файл 20 МБ-тан үлкен');
    const [report] = await reports(id);
    expect(report?.attachments[0]).toMatchObject({ fault: 'too-big', fetchAt: null, sha256: null });
  });

  it('is kept on disk and shown again by a bot with another token', async () => {
    const id = await issue('Школе № 8 побелить стены до 25.12.2026');
    const wall = { name: 'wall.png', content: picture('wall.png', [200, 180, 160]).buffer };
    await head(8).sends({ photo: wall, caption: 'Выполнено, стены побелены' });
    await pass(11);
    const [report] = await reports(id);
    const [piece] = report?.attachments ?? [];
    expect(piece).toMatchObject({ fetchAt: null, fault: null });
    expect(await readdir(join(town.app.config.dataDir, 'files'))).toContain(piece?.sha256);
    // As after a change of the bot: the id is another bot's, and Telegram knows it no more.
    await town.db.attachment.update({ where: { id: piece?.id ?? 0 }, data: { botId: 1n, telegramFileId: 'another' } });
    await city.deputy.says('/review');
    await turnTo('побелены');
    const shown = city.deputy.inbox.filter(({ raw }) => raw.photo !== undefined);
    expect(shown.length).toBeGreaterThan(0);
    const row = await town.db.attachment.findUniqueOrThrow({ where: { id: piece?.id ?? 0 } });
    expect(row.telegramFileId).not.toBe('another');
    expect(row.botId).not.toBe(1n);
  });

  it('that nobody has any more is said, and the review goes on', async () => {
    const id = await issue('Школе № 9 провести учения до 25.12.2026');
    await head(9).sends({ ...paper('act.pdf'), caption: 'Выполнено' });
    const [report] = await reports(id);
    await town.db.attachment.updateMany({
      where: { reportId: report?.id ?? 0 },
      data: { telegramFileId: 'gone', fetchAt: town.clock.now() },
    });
    town.clock.advance({ minutes: 11 });
    await runJobs(town.app);
    await town.settle();
    expect(town.emulator.violations.splice(0)).toHaveLength(1);
    expect((await reports(id))[0]?.attachments[0]).toMatchObject({ fault: 'gone', sha256: null });
    await city.deputy.says('/review');
    await turnTo('учения');
    town.emulator.violations.splice(0);
    expect(city.deputy.inbox.some(({ text }) => text === 'Файлов, которые больше не открываются: 1')).toBe(true);
  });
});
