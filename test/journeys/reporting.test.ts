// J3: a school head reports by answering, by plain words, with photos, step by step; chatter and questions are not reports.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town);
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const photo = (name: string) => ({ photo: { name, content: Buffer.from(name) } });

function head(n: number): Person {
  const person = city.heads.get(n);
  if (!person) throw new Error(`no head of school ${n}`);
  return person;
}

/** The deputy issues one task by plain words in private; returns its id. */
async function issue(words: string): Promise<number> {
  await city.deputy.says(words);
  await city.deputy.presses('Выдать');
  await town.settle();
  const task = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(task.state).toBe('issued');
  return task.id;
}

function cardOf(words: string): Message {
  const cards = city.deputy.in(city.group).messages.filter((message) => message.text.includes(words));
  const card = cards.at(-1);
  if (!card) throw new Error(`no card about ${words}`);
  return card;
}

const reports = (taskId: number) =>
  town.db.report.findMany({
    where: { participation: { taskId } },
    orderBy: { version: 'asc' },
    include: { attachments: true, participation: true },
  });

describe('an album sent as an answer to the private message', () => {
  let taskId: number;
  let sent: Message;

  it('is one report with all its photos', async () => {
    taskId = await issue('Школе № 2 установить пандус до 25.12.2026');
    const caption = 'Выполнено, пандус установлен';
    sent = await head(2).sends(
      { album: [photo('a.jpg'), photo('b.jpg'), photo('c.jpg')], caption },
      head(2).lastMessage,
    );
    await town.settle();
    const [report, ...rest] = await reports(taskId);
    expect(rest).toEqual([]);
    expect(report).toMatchObject({ version: 1, final: true, text: caption, state: 'submitted' });
    expect(report?.attachments).toHaveLength(3);
    expect(report?.participation.state).toBe('submitted');
  });

  it('is confirmed once, with a mark on the message', async () => {
    const confirmations = head(2).inbox.filter((message) => message.text.includes('принят на рассмотрение'));
    expect(confirmations).toHaveLength(1);
    expect(sent.reactions).toEqual(['👍']);
  });

  it('changes the living card and is told to who controls', () => {
    expect(cardOf('пандус').text).toContain('На рассмотрении');
    expect(city.deputy.lastMessage.text).toContain('На рассмотрении: 1');
    expect(city.deputy.lastMessage.buttons.flat()).toContain('№ Т-1 · Школа № 2');
  });

  it('is corrected by editing the message until it is reviewed', async () => {
    await head(2).edits(sent, 'Выполнено, пандус и поручни установлены');
    expect(head(2).lastMessage.text).toContain('исправлен');
    const all = await reports(taskId);
    expect(all.map(({ state }) => state)).toEqual(['superseded', 'submitted']);
    expect(all[1]).toMatchObject({ text: 'Выполнено, пандус и поручни установлены', final: true });
    expect(all[1]?.attachments).toHaveLength(3);
    await city.deputy.says('/review');
    await city.deputy.presses('Принять');
    await head(2).edits(sent, 'А вот ещё');
    expect(head(2).lastMessage.text).toContain('уже рассмотрен');
  });
});

describe('plain words in private', () => {
  it('with per cent are an interim report that leaves the share with the executor', async () => {
    const taskId = await issue('Школе № 4 завезти уголь до 25.12.2026');
    await head(4).says('Готово на 60 %, ждём машину');
    await town.settle();
    const [report] = await reports(taskId);
    expect(report).toMatchObject({ final: false, progress: 60 });
    expect(report?.participation.state).toBe('acknowledged');
    expect(head(4).lastMessage.text).toContain('Промежуточный отчёт');
    expect(cardOf('уголь').text).toContain('готовность 60 %');
  });

  it('that are unclear are asked about, and only their author may answer', async () => {
    const said = await head(4).says('Машина приехала во вторник');
    expect(head(4).lastMessage.text).toBe('Это отчёт?');
    expect(head(4).lastMessage.buttons).toEqual([
      ['Итоговый отчёт', 'Промежуточный'],
      ['Вопрос', 'Не отчёт'],
    ]);
    await head(4).presses('Не отчёт');
    expect(head(4).lastMessage.text).toContain('отчётом это не считаю');
    expect(said.reactions).toEqual([]);
    expect(await town.db.report.count({ where: { text: 'Машина приехала во вторник' } })).toBe(0);
    await head(4).says('Уголь на месте');
    await head(4).presses('Итоговый отчёт');
    await head(4).forges(head(4).lastMessage, 'reports.file:2:f');
    expect(await town.db.report.count({ where: { text: 'Уголь на месте' } })).toBe(1);
  });

  it('that ask something are answered with who controls, and file nothing', async () => {
    await issue('Школе № 6 подготовить справку до 25.12.2026');
    await head(6).says('Какая форма справки?');
    expect(head(6).lastMessage.text).toContain('Похоже, это вопрос');
    expect(head(6).lastMessage.text).toContain('Заместитель акима');
    expect(await town.db.report.count({ where: { text: { contains: 'форма' } } })).toBe(0);
  });

  it('that fit several tasks are asked about with buttons', async () => {
    const taskId = await issue('Школе № 6 обновить стенд до 26.12.2026');
    await head(6).says('Стенд готов, сделано');
    expect(head(6).lastMessage.text).toBe('По какому поручению этот отчёт?');
    await head(6).presses('Обновить стенд');
    expect(head(6).lastMessage.text).toContain('принят на рассмотрение');
    expect(await reports(taskId)).toHaveLength(1);
  });

  it('without any open task, voice, stickers and places get a kind answer', async () => {
    await head(8).says('Всё сделано');
    expect(head(8).lastMessage.text).toContain('Открытых поручений у вас нет');
    await head(8).sends({ voice: Buffer.from('v') });
    expect(head(8).lastMessage.text).toContain('Голосовые сообщения и стикеры бот не распознаёт');
    await head(8).sends({ location: { latitude: 51.1, longitude: 71.4 } });
    expect(head(8).lastMessage.text).toContain('Геопозицию, контакты и опросы бот не принимает');
  });
});

describe('photos without words, when several tasks are open', () => {
  it('are kept together until the task is chosen', async () => {
    await issue('Школе № 8 побелить стены до 25.12.2026');
    const taskId = await issue('Школе № 8 покрасить двери до 25.12.2026');
    await head(8).sends({ album: [photo('1.jpg'), photo('2.jpg')] });
    expect(head(8).inbox.filter((message) => message.text === 'Это отчёт?')).toHaveLength(1);
    await head(8).presses('Итоговый отчёт');
    await head(8).presses('Покрасить двери');
    const [report] = await reports(taskId);
    expect(report?.attachments).toHaveLength(2);
  });
});

describe('an answer to the card in the group', () => {
  it('is a report when it comes from an executor, and chatter otherwise', async () => {
    const taskId = await issue('Школе № 5 сдать списки до 25.12.2026');
    const card = cardOf('списки');
    const before = city.deputy.in(city.group).messages.length;
    await city.secretary.in(city.group).replies(card, 'Спасибо, ждём');
    const stranger = town.tg.person({ firstName: 'Некто' });
    await city.group.joins(stranger);
    await stranger.in(city.group).replies(card, 'Готово');
    expect(city.deputy.in(city.group).messages).toHaveLength(before);
    await head(3).in(city.group).replies(card, 'Готово');
    expect(head(3).in(city.group).lastMessage.text).toContain('Сізге берілмеген');
    const said = await head(5).in(city.group).replies(card, 'Орындалды, тізім тапсырылды');
    await town.settle();
    expect(said.reactions).toEqual(['👍']);
    expect(await reports(taskId)).toHaveLength(1);
    expect(cardOf('списки').text).toContain('Қаралуда');
  });

  it('sends whoever presses the button to the private chat', async () => {
    const card = cardOf('списки');
    const answer = await head(5).in(city.group).presses('Есеп жіберу', card);
    expect(answer.text).toBe('Жеке чатқа жіберілді.');
    await town.settle();
    expect(head(5).lastMessage.text).toContain('№ Т-');
    const refused = await head(7).in(city.group).presses('Таныстым', card);
    expect(refused).toEqual({ text: 'Бұл тапсырма Сізге берілмеген.', alert: true });
  });
});

describe('/report', () => {
  it('leads through kind, words and files, and survives a restart', async () => {
    const taskId = await issue('Школе № 9 провести учения до 25.12.2026');
    await head(9).says('/report');
    await head(9).presses('Аралық есеп');
    await head(9).says('Жаттығу басталды');
    await town.restart();
    await head(9).sends({ document: { name: 'act.pdf', content: Buffer.from('pdf') } });
    expect(head(9).lastMessage.text).toContain('файл саны: 1');
    await head(9).presses('Жіберу');
    const [report] = await reports(taskId);
    expect(report).toMatchObject({ final: false, text: 'Жаттығу басталды' });
    expect(report?.attachments).toHaveLength(1);
  });

  it('of several messages is not cut down to one of them by an edit', async () => {
    const taskId = await issue('Школе № 6 покрасить забор до 25.12.2026');
    const share = await town.db.participation.findFirstOrThrow({ where: { taskId } });
    await head(6).forges(head(6).lastMessage, `reports.start:${share.id}`);
    await head(6).presses('Итоговый отчёт', head(6).lastMessage);
    const first = await head(6).says('Забор покрашен');
    await head(6).says('Акт подписан');
    await head(6).presses('Отправить');
    await head(6).edits(first, 'Забор весь покрашен');
    expect((await reports(taskId)).map(({ text }) => text)).toEqual(['Забор покрашен\nАкт подписан']);
  });

  it('ends when a command is sent instead', async () => {
    await head(9).says('/report');
    await head(9).says('/cancel');
    expect(head(9).lastMessage.text).toContain('Әрекет тоқтатылды');
    expect(await town.db.report.count({ where: { byPost: { org: { number: '9' } } } })).toBe(1);
  });
});

describe('bad input', () => {
  it('a report on a closed task is refused clearly', async () => {
    const taskId = await issue('Школе № 1 убрать снег до 25.12.2026');
    const assigned = head(1).lastMessage;
    await city.deputy.forges(city.deputy.lastMessage, `tasks.close:${taskId}`);
    await city.deputy.says('Снег убрал подрядчик');
    await town.settle();
    expect(head(1).lastMessage.text).toContain('бақылаудан алынды');
    await head(1).replies(assigned, 'Орындалды');
    expect(head(1).lastMessage.text).toContain('аяқталған');
    expect(await reports(taskId)).toEqual([]);
  });

  it("somebody else's task, forged and stale buttons change nothing", async () => {
    const taskId = await issue('Школе № 1 вымыть окна до 25.12.2026');
    const share = await town.db.participation.findFirstOrThrow({ where: { taskId } });
    const old = head(3).lastMessage;
    const foreign = await head(3).forges(old, `reports.start:${share.id}`);
    expect(foreign.text).toContain('Сізге берілмеген');
    for (const data of [
      'reports.start:x',
      'reports.file:1:z',
      'tasks.ack:999999',
      'reports.accept:abc',
      'tasks.list:all:0',
      'tasks.open:999999',
    ])
      expect((await head(3).forges(old, data)).text).not.toBe('');
    const own = await head(3).forges(old, `tasks.ack:${share.id}`);
    expect(own.text).toBe('Бұл тапсырма Сізге берілмеген.');
    expect(await reports(taskId)).toEqual([]);
    expect((await town.db.participation.findFirstOrThrow({ where: { taskId } })).state).toBe('assigned');
  });

  it('text that is too long or looks like markup', async () => {
    await head(1).says(`Орындалды ${'ұзақ '.repeat(700)}`);
    expect(head(1).lastMessage.text).toContain('тым ұзын');
    await head(1).says('Орындалды <b>терезе</b> & <i');
    await town.settle();
    expect(head(1).lastMessage.text).toContain('қарауға қабылданды');
    await city.deputy.says('/review');
    for (let n = 0; n < 30 && !city.deputy.lastMessage.text.includes('терезе'); n++)
      await city.deputy.presses('Следующий');
    expect(city.deputy.lastMessage.text).toContain('Орындалды <b>терезе</b> & <i');
  });
});
