// J7: numbers are collected from many: asked in one short dialog, answered by reply or step by step, corrected, counted, exported.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readNumberAnswer } from '../../src/collections/number-rules.ts';
import { readTable } from '../../src/files/read-source.ts';
import { iinOf } from '../reading/guard/numbers.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const cards = new Map<number, Message>();

beforeAll(async () => {
  town = await startTown({ at: '2026-11-25T10:00' });
  city = await buildCity(town, { schools: 6 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) ?? expect.unreachable();
const answer = (n: number, words: string) => head(n).replies(cards.get(n) ?? expect.unreachable(), words);
const told = (n: number): string => head(n).lastMessage.text;
const standing = async (n: number) =>
  (
    await town.db.collectionAnswer.findMany({
      where: { supersededAt: null, participation: { post: { org: { code: `s${n}` } } } },
      orderBy: { id: 'asc' },
    })
  ).map(({ number, words }) => number?.toNumber() ?? words);
const shareOf = (n: number) => town.db.participation.findFirstOrThrow({ where: { post: { org: { code: `s${n}` } } } });
async function expectRefused(n: number, words: string, said: string): Promise<void> {
  const count = await town.db.collectionAnswer.count();
  await answer(n, words);
  expect(told(n)).toContain(said);
  expect(await town.db.collectionAnswer.count()).toBe(count);
}

describe('a question to all schools', () => {
  it('is one message, a kind, a unit, and a press', async () => {
    const { deputy } = city;
    await deputy.says('/collect');
    await deputy.says('Всем школам сообщить количество специалистов опеки до 21 декабря');
    await deputy.presses('Число');
    await deputy.says('чел., 0–500');
    expect(deputy.lastMessage.text).toContain('Ответ: целое число, от 0 до 500, чел.');
    expect(deputy.lastMessage.text).toContain('Исполнителей: 6');
    expect(deputy.lastMessage.text).toContain('21 декабря 2026 г., понедельник');
    await deputy.presses('Выдать');
    await town.settle();
    for (const n of city.heads.keys()) cards.set(n, head(n).lastMessage);
    expect(told(1)).toContain('Жауап түрі: бүтін сан, 0 – 500 аралығында, чел.');
    expect(deputy.in(city.group).lastMessage.text).toContain('Ответили: 0 из 6');
  });

  it('is answered by a reply with a number, accepted at once and echoed', async () => {
    await answer(2, '34 специалиста');
    expect(told(2)).toMatch(/ответ принят\n34 чел\./);
    expect(await shareOf(2)).toMatchObject({ state: 'accepted', inTime: true });
    const report = await town.db.report.findFirstOrThrow({
      where: { participation: { post: { org: { code: 's2' } } } },
    });
    expect(report).toMatchObject({ final: true, state: 'accepted', text: '34 чел.' });
  });

  it('takes the same answer again for no change, another one for a correction, also of a bare number', async () => {
    await changingNothing(town, () => answer(2, '34'));
    expect(told(2)).toContain('этот ответ уже записан');
    await head(2).says('35');
    expect(told(2)).toContain('ответ исправлен');
    expect(await standing(2)).toEqual([35]);
    expect(await town.db.collectionAnswer.count({ where: { supersededAt: { not: null } } })).toBe(1);
    expect(await shareOf(2)).toMatchObject({ state: 'accepted', inTime: true });
    // An edited message corrects as well.
    const sent = await answer(4, '7');
    await head(4).edits(sent, '70');
    expect(await standing(4)).toEqual([70]);
  });

  it('refuses what is no number of it, kindly and in the language of who answers', async () => {
    await expectRefused(1, '-5', 'нөлден кіші');
    await expectRefused(1, '501', 'шектен тыс');
    await expectRefused(1, '12,5', 'бүтін емес');
    await expectRefused(1, 'шамамен 34', 'нақтысы керек');
    await expectRefused(6, '34 из 40', 'нельзя понять, какое число верное. Ожидается: целое число, от 0 до 500, чел.');
    await expectRefused(6, 'Готово', 'нет числа');
    await expectRefused(6, '<b>=cmd</b>', 'нет числа');
    expect(await shareOf(6)).toMatchObject({ state: 'assigned' });
  });

  it('keeps words in place of a number after a press, marked; another number among words too', async () => {
    await answer(1, 'ұқсас жұмыс');
    await head(1).presses('сөзбен жазу');
    expect(await standing(1)).toEqual(['ұқсас жұмыс']);
    await answer(3, '12 ит');
    await head(3).presses('12 деп жазу');
    expect(await standing(3)).toEqual([12]);
  });

  it('is answered step by step by the button', async () => {
    await head(5).presses('Жауап беру', cards.get(5));
    await head(5).says('көп');
    await head(5).presses('Басқаша');
    await head(5).says('1 00');
    await head(5).says('100');
    expect(told(5)).toContain('жауап қабылданды');
    expect(await standing(5)).toEqual([100]);
  });

  it('shows whoever asked the totals, the missing, each answer with what stood before, and a workbook', async () => {
    const { deputy } = city;
    await deputy.says('/collect');
    await deputy.presses('5/6');
    const { text } = deputy.lastMessage;
    expect(text).toContain('Ответили: 5 из 6, не ответили: 1');
    expect(deputy.lastMessage.buttons.flat()).toContain('Напомнить тем, кто не ответил: 1');
    expect(text).toContain('Без числа: 1');
    expect(text).toContain('Итого: 217 чел.');
    expect(text).toContain('наименьшее: 12 чел. · наибольшее: 100 чел.');
    await deputy.presses('Не ответили');
    expect(deputy.lastMessage.text).toContain('Школа № 6');
    await deputy.presses('К итогам');
    await deputy.presses('Ответы');
    expect(deputy.lastMessage.text).toContain('1. Школа № 1: «ұқсас жұмыс» (без числа) ✍️');
    await deputy.presses('2');
    expect(deputy.lastMessage.text).toMatch(/35 чел\.[^]*Раньше было записано:\n• 25\.11\.2026 10:00: 34 чел\./);
    await deputy.presses('К ответам');
    await deputy.presses('К итогам');
    await deputy.presses('XLSX');
    const file = deputy.lastMessage.file;
    const { rows: table } = await readTable(new Uint8Array(file?.content ?? []));
    expect(JSON.stringify(table)).toContain('35');
  });

  it('shows an executor the own answer alone, whatever is pressed', async () => {
    const other = await shareOf(2);
    const asked = await town.db.collection.findFirstOrThrow();
    await head(1).says('/collect');
    await head(1).presses('Т-1');
    expect(told(1)).toContain('ұқсас жұмыс');
    expect(told(1)).not.toContain('35');
    await changingNothing(town, async () => {
      for (const data of [`one:${other.id}`, `files:${other.id}`, `answer:${other.id}`, `take:${other.id}:n`])
        await head(1).forges(head(1).lastMessage, `collections.${data}`);
      for (const data of [
        `fields:${asked.taskId}`,
        `auto:${asked.taskId}:0`,
        `drop-field:${asked.taskId}`,
        `add:${asked.taskId}`,
      ])
        await head(1).forges(head(1).lastMessage, `collections.${data}`);
    });
    await head(1).forges(head(1).lastMessage, `collections.table:${asked.taskId}:0`);
    expect(told(1)).not.toContain('35');
    await city.police.forges(head(1).lastMessage, `collections.show:${asked.taskId}`);
    expect(city.police.inbox.map(({ text }) => text).join()).not.toContain('217');
  });

  it('reminds the missing, marks a late answer, and takes none once it is closed', async () => {
    const { deputy } = city;
    await deputy.says('/collect');
    await deputy.presses('5/6');
    await deputy.presses('Поручение');
    expect(deputy.lastMessage.buttons.flat()).toContain('Напомнить тем, кто не ответил: 1');
    await deputy.presses('Напомнить тем');
    await town.settle();
    town.clock.set('2026-12-22T10:00');
    await head(6).replies(head(6).lastMessage, '9');
    expect(told(6)).toContain('после срока');
    expect(await shareOf(6)).toMatchObject({ state: 'accepted', inTime: false });
    await city.controller.forges(city.controller.lastMessage, `tasks.close:${(await shareOf(6)).taskId}`);
    const { state } = await town.db.task.findFirstOrThrow();
    if (state !== 'closed') await town.db.task.updateMany({ data: { state: 'closed' } });
    await changingNothing(town, () => answer(6, '10'));
    expect(told(6)).toContain('завершён');
  });
});

describe('a question with several fields', () => {
  it('is answered line by line, completed, and judged by who controls where that was chosen', async () => {
    const { deputy } = city;
    await deputy.says('/collect Школам № 2 и № 4 сообщить о психологах до 30 декабря');
    await deputy.presses('Число');
    await deputy.presses('Любое целое');
    for (const [label, kind] of [
      ['Есть кабинет', 'Выбор'],
      ['Фото кабинета', 'Фото'],
    ] as const) {
      await deputy.presses('Поля ответа');
      await deputy.presses('➕');
      await deputy.says(label);
      await deputy.presses(kind);
      if (kind === 'Выбор') await deputy.says('Да\nНет');
      await deputy.presses(kind === 'Выбор' ? 'Обязательно' : 'Можно пропустить');
    }
    await deputy.presses('Поля ответа');
    await deputy.presses('Принимать после');
    await deputy.presses('К черновику');
    await deputy.presses('Выдать');
    await town.settle();
    const card = head(2).lastMessage;
    await head(2).replies(card, '3\nможет быть');
    expect(told(2)).toContain('Ещё нужно: Есть кабинет');
    await head(2).sends({ photo: { name: 'room.jpg', content: Buffer.from('room') } }, card);
    await head(2).replies(card, 'да');
    expect(told(2)).toContain('отправлен на рассмотрение');
    const share = await town.db.participation.findFirstOrThrow({
      where: { post: { org: { code: 's2' } } },
      orderBy: { id: 'desc' },
    });
    expect(share.state).toBe('submitted');
    const report = await town.db.report.findFirstOrThrow({
      where: { participationId: share.id },
      include: { attachments: true },
    });
    expect(report.text).toBe('О психологах: 3\nЕсть кабинет: Да\nФото кабинета: 📷 фото');
    expect(report.attachments).toHaveLength(1);
    await head(2).replies(card, 'Есть кабинет: нет');
    expect(told(2)).toContain('исправлен');
    const photo = (name: string) => ({ photo: { name, content: Buffer.from(name) } });
    await head(2).sends({ album: [photo('one.jpg'), photo('two.jpg')] }, card);
    const newest = await town.db.report.findFirstOrThrow({
      where: { participationId: share.id },
      orderBy: { version: 'desc' },
      include: { attachments: true },
    });
    // The field holds the first of an album, the other one lies beside it.
    expect(newest.attachments).toHaveLength(2);
    expect(newest.text).toContain('Есть кабинет: Нет');
  });
});

describe('an answer with the number of a person', () => {
  const iin = iinOf(11);
  const phone = '+7 701 234 56 78';

  it('warns its author and shows whoever asked dots: in the message, the history and the workbook', async () => {
    const { deputy } = city;
    await deputy.says('/collect Школе № 4 и № 6 сообщить, кто отвечает за сайт, до 30 декабря');
    await deputy.presses('Текст');
    await deputy.presses('Выдать');
    await town.settle();
    const asked = await town.db.collection.findFirstOrThrow({ orderBy: { taskId: 'desc' } });
    const card = head(6).lastMessage;
    await head(6).replies(card, `Завуч, ${phone}`);
    const warned = head(6)
      .inbox.slice(-2)
      .map(({ text }) => text)
      .join('\n');
    expect(warned).toContain('• номер мобильного телефона');
    expect(warned).toContain('Завуч, •••');
    await head(6).presses('Ответить', card);
    await head(6).says(`Завуч, ИИН ${iin}`);
    expect(told(6)).toContain('• ИИН');
    expect(await standing(6)).toContain(`Завуч, ИИН ${iin}`);
    const { id } = await town.db.participation.findFirstOrThrow({
      where: { taskId: asked.taskId, post: { org: { code: 's6' } } },
    });
    await deputy.forges(deputy.lastMessage, `collections.table:${asked.taskId}:0`);
    expect(deputy.lastMessage.text).toContain('Завуч, ИИН •••');
    await deputy.forges(deputy.lastMessage, `collections.one:${id}`);
    expect(deputy.lastMessage.text).toContain('Завуч, ИИН •••');
    expect(deputy.lastMessage.text).toMatch(/Раньше было записано:\n• .*Завуч, •••/);
    await deputy.forges(deputy.lastMessage, `collections.file:${asked.taskId}`);
    const table = JSON.stringify(await readTable(new Uint8Array(deputy.lastMessage.file?.content ?? [])));
    expect(table).toContain('Завуч, ИИН •••');
    const read = [...deputy.inbox, ...deputy.in(city.group).messages].map(({ text }) => text).join('\n') + table;
    expect(read).not.toContain(iin);
    expect(read).not.toContain(phone);
  });

  it('is no number that counts anything', () => {
    expect(readNumberAnswer(iin, { label: 'Бюджет', unit: 'тенге', min: null, max: null, whole: true })).toEqual({
      fault: 'unclear',
    });
  });
});

describe('a report by sections', () => {
  it('is drafted by a press with five sections, which can be changed before it is issued', async () => {
    const { deputy } = city;
    await deputy.says('/collect');
    await deputy.presses('Отчёт по разделам');
    await deputy.says('Школам № 2 и № 4');
    await deputy.says('25.12.2026');
    const draft = deputy.lastMessage;
    expect(draft.text).toContain('Представить отчёт о работе школы по пяти разделам');
    expect(draft.text).toContain('1. Безопасность детей: текст\n2. Кадровый потенциал: текст\n3. Питание: текст');
    expect(draft.text).toContain('4. Воспитательная работа: текст\n5. Защита прав детей: текст');
    await deputy.presses('Поля ответа', draft);
    expect(deputy.lastMessage.text).toContain('Ответ принимает контролёр');
    expect(deputy.lastMessage.buttons.flat().join()).toContain('Убрать последнее');
    await deputy.presses('К черновику');
    await deputy.presses('Выдать');
    await town.settle();
    for (const n of [2, 4]) cards.set(n, head(n).lastMessage);
    expect(told(2)).toContain('Защита прав детей');
  });

  it('is not handed in without a section, which is named; a line behind a section belongs to it', async () => {
    const sections =
      'Безопасность детей: камеры работают\nтурникет установлен\nКадровый потенциал: штат полон\nПитание: -';
    await answer(2, sections);
    expect(told(2)).toContain('Питание: Этот раздел обязателен и не может быть пустым.');
    expect(told(2)).toContain('Ещё нужно: Питание; Воспитательная работа; Защита прав детей');
    const share = await town.db.participation.findFirstOrThrow({
      where: { post: { org: { code: 's2' } } },
      orderBy: { id: 'desc' },
    });
    const reports = () => town.db.report.findMany({ where: { participationId: share.id } });
    expect(await reports()).toEqual([]);
    await answer(
      2,
      'Питание\nгорячее, 12 дней меню\nВоспитательная работа: два вечера\nЗащита прав детей: обращений нет',
    );
    expect(told(2)).toContain('ответ отправлен на рассмотрение');
    const [report] = await reports();
    expect(report?.text).toContain('Безопасность детей: камеры работают турникет установлен');
    expect(report?.text).toContain('Питание: горячее, 12 дней меню');
  });

  it('asks for every section step by step, again where nothing is said', async () => {
    await head(4).presses('Ответить', cards.get(4));
    for (const words of ['есть', 'полон', '-']) await head(4).says(words);
    expect(told(4)).toContain('3 из 5');
    for (const words of ['горячее', 'есть', 'обращений нет']) await head(4).says(words);
    expect(told(4)).toContain('ответ отправлен на рассмотрение');
  });
});

describe('an answer that says nothing yet', () => {
  it('by leaving out an optional field is told what is still needed, never an empty message', async () => {
    const { deputy } = city;
    await deputy.says('/collect Школам № 1 и № 6 сообщить о логопедах до 30 декабря');
    await deputy.presses('Число');
    await deputy.presses('Любое целое');
    await deputy.presses('Поля ответа');
    await deputy.presses('➕');
    await deputy.says('Примечание');
    await deputy.presses('Текст');
    await deputy.presses('Можно пропустить');
    await deputy.presses('К черновику');
    await deputy.presses('Выдать');
    await town.settle();
    cards.set(6, head(6).lastMessage);
    await changingNothing(town, () => answer(6, 'Примечание: -'));
    expect(told(6)).toMatch(/значений в ответе нет, ничего не записано\nЕщё нужно: О логопедах$/);
    await answer(6, '3');
    await changingNothing(town, () => answer(6, 'Примечание: -'));
    expect(told(6)).toContain('новых значений в ответе нет, записанное осталось');
    expect(told(6)).toContain('О логопедах: 3');
  });

  it('of somebody who blocked the bot gets a mark in the group, and the group is told what it means', async () => {
    const card = city.deputy.in(city.group).messages.findLast(({ text }) => text.includes('логопедах'));
    await head(1).blocksBot();
    const sent = await head(1)
      .in(city.group)
      .replies(card ?? expect.unreachable(), 'шамамен 5');
    await town.settle();
    expect(sent.reactions).toEqual(['🤔']);
    expect(city.deputy.in(city.group).lastMessage.text).toContain('отмечены знаком 🤔');
    await head(1).unblocksBot();
  });
});
