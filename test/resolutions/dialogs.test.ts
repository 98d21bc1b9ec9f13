// Writing a resolution in private: every question, every kind of bad answer, and a restart in the middle.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayFromDb } from '../../src/time.ts';
import { buildCity, type City } from '../support/city.ts';
import { startTown, type Town } from '../support/town.ts';
import { addsItem, newest, startsResolution } from './secretary.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  city = await buildCity(town, { schools: 12, silent: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11] });
}, 120_000);
afterAll(async () => town.close());
beforeEach(async () => {
  await city.secretary.says('/cancel');
});
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const inbox = (): string => city.secretary.lastMessage.text;

describe('the head', () => {
  it('is asked for step by step and shown with the weekday', async () => {
    await startsResolution(city);
    const resolution = await newest(town);
    expect(resolution.meeting).toMatchObject({ theme: 'Кедергісіз орта туралы', number: '14' });
    expect(dayFromDb(resolution.meeting.day)).toBe('2026-11-20');
    expect(inbox()).toContain('2026 жылғы 20 қараша, жұма');
    expect(inbox()).toContain('Төрағалық етуші: Әкім орынбасары');
    expect(inbox()).toContain('Карточкалар шығатын топ: Үлгі: білім');
    expect(inbox()).toContain('Әзірге тармақ жоқ');
  });

  it('takes a day pressed in the calendar, after turning months', async () => {
    const { secretary } = city;
    await secretary.says('/resolution');
    await secretary.presses('Жаңа қарар', secretary.lastMessage);
    await secretary.presses('Үлгі қаласының әкімдігі', secretary.lastMessage);
    await secretary.says('Күнтізбе туралы');
    const calendar = secretary.lastMessage;
    expect(calendar.buttons[0]?.[1]).toBe('қараша 2026');
    expect(calendar.buttons[1]).toEqual(['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс']);
    expect(calendar.buttons.flat()).toContain('[23]');
    expect(calendar.buttons.flat()).toContain('22·');
    await secretary.presses('‹', calendar);
    expect(calendar.buttons[0]?.[1]).toBe('қазан 2026');
    expect(calendar.buttons.flat()).toContain('26·');
    await secretary.presses('30', calendar);
    await secretary.presses('Нөмірі әзірге жоқ', secretary.lastMessage);
    const { meeting } = await newest(town);
    expect([dayFromDb(meeting.day), meeting.number]).toEqual(['2026-10-30', null]);
  });

  it.each([
    ['31 ақпан', 'мұндай күн жоқ'],
    ['31.02.2026', 'мұндай күн жоқ'],
    ['кешегі', 'танылмады'],
    ['01.01.2040', 'тым алыс'],
  ])('explains the date %j and asks again', async (typed, answer) => {
    const { secretary } = city;
    const before = await town.db.resolution.count();
    await secretary.says('/resolution');
    await secretary.presses('Жаңа қарар', secretary.lastMessage);
    await secretary.presses('Үлгі қаласының әкімдігі', secretary.lastMessage);
    await secretary.says('Күн туралы');
    await secretary.says(typed);
    expect(inbox()).toContain(answer);
    await secretary.says('20 қараша');
    expect(inbox()).toContain('Хаттаманың нөмірі');
    await secretary.says('/cancel');
    expect(inbox()).toContain('Әрекет тоқтатылды');
    expect(await town.db.resolution.count()).toBe(before);
  });

  it('refuses a theme of 5,000 characters and keeps one that looks like HTML as it is', async () => {
    const { secretary } = city;
    await secretary.says('/resolution');
    await secretary.presses('Жаңа қарар', secretary.lastMessage);
    await secretary.presses('Үлгі қаласының әкімдігі', secretary.lastMessage);
    await secretary.says('я'.repeat(4000));
    expect(inbox()).toMatch(/4\s?000/);
    await secretary.says('<b>A & B</b> </a> <script>');
    await secretary.says('20.11.2026');
    await secretary.says('<i>1</i>');
    expect((await newest(town)).meeting).toMatchObject({ theme: '<b>A & B</b> </a> <script>', number: '<i>1</i>' });
    expect(inbox()).toContain('<b>A & B</b> </a> <script>');
  });
});

describe('an item', () => {
  it('is made of text, kind, executors, date and form, each asked for', async () => {
    await startsResolution(city, 'Тармақтар туралы');
    await addsItem(city, {
      text: 'Пандусты жөндеу',
      executors: ['12, № 3', 'УО'],
      due: '25 желтоқсан',
      form: 'фотоесеп',
    });
    const [task] = (await newest(town)).tasks;
    expect(task).toMatchObject({
      textKk: 'Пандусты жөндеу',
      kind: 'assignment',
      state: 'draft',
      position: 1,
      completionForm: 'фотоесеп',
    });
    expect(task?.due && dayFromDb(task.due)).toBe('2026-12-25');
    expect(task?.participations).toHaveLength(3);
    expect(inbox()).toContain('1. Пандусты жөндеу');
    expect(inbox()).toContain('№ 12 мектеп; № 3 мектеп; Білім басқармасы');
    expect(inbox()).toContain('2026 жылғы 25 желтоқсан, жұма');
  });

  it('for all schools is a copy for each; a day off is kept and marked; a note keeps its force', async () => {
    await startsResolution(city, 'Барлық мектеп туралы');
    await city.secretary.presses('Тармақ қосу');
    await city.secretary.says('Жиналыс өткізу');
    await city.secretary.presses('Мәлімет үшін', city.secretary.lastMessage);
    await city.secretary.presses('Барлық мектеп', city.secretary.lastMessage);
    expect(inbox()).toContain('әрқайсысы өзі үшін жауап береді: 12');
    await city.secretary.presses('Дайын', city.secretary.lastMessage);
    await city.secretary.says('06.12.2026');
    expect(inbox()).toContain('2026 жылғы 6 желтоқсан, жексенбі · демалыс күні');
    await city.secretary.presses('Өткізіп жіберу', city.secretary.lastMessage);
    const [task] = (await newest(town)).tasks;
    expect(task).toMatchObject({ fanOut: true, kind: 'note' });
    expect(task?.participations.map(({ force }) => force)).toEqual(Array.from({ length: 12 }, () => 'note'));
  });

  it('refuses dates that are past, impossible or nonsense, and a text that is too long', async () => {
    await startsResolution(city, 'Қате туралы');
    await city.secretary.presses('Тармақ қосу');
    await city.secretary.says('о'.repeat(3001));
    expect(inbox()).toMatch(/3\s?001/);
    await city.secretary.says('Есеп беру');
    await city.secretary.says('мүмкін емес жауап');
    expect(inbox()).toContain('батырмалардың бірін');
    await city.secretary.presses('Тапсырма', city.secretary.messages.at(-2));
    await city.secretary.says('жоқ мекеме, 12');
    await city.secretary.presses('Дайын', city.secretary.lastMessage);
    await city.secretary.says('20.11.2026');
    expect(inbox()).toContain('Ең ерте күн');
    await city.secretary.says('31 ақпан');
    expect(inbox()).toContain('мұндай күн жоқ');
    await city.secretary.says('бірде');
    expect(inbox()).toContain('танылмады');
    expect((await newest(town)).tasks).toEqual([]);
    await city.secretary.says('ертең');
    await city.secretary.presses('Өткізіп жіберу', city.secretary.lastMessage);
    expect((await newest(town)).tasks[0]?.participations).toHaveLength(1);
  });

  it('asks who is meant where words fit several, and leaves out whom the chair may not direct', async () => {
    await startsResolution(city, 'Күмән туралы');
    await city.secretary.presses('Тармақ қосу');
    await city.secretary.says('Есеп беру');
    await city.secretary.presses('Ұсыным', city.secretary.lastMessage);
    await city.secretary.says('мектеп');
    expect(inbox()).toContain('Кім екенін нақтылаңыз: мектеп');
    await city.secretary.presses('№ 1 мектеп', city.secretary.lastMessage);
    await city.secretary.says('Мысалов');
    expect(city.secretary.messages.at(-2)?.text).toContain('Төрағалық етуші оларға тапсырма бере алмайды');
    expect(inbox()).toContain('Орындаушылар: 1');
  });

  it('can be changed field by field and removed; the rest moves up', async () => {
    await startsResolution(city, 'Өзгеріс туралы');
    for (const text of ['Бірінші', 'Екінші', 'Үшінші'])
      await addsItem(city, { text, executors: ['12'], due: '25.12.2026' });
    const { secretary } = city;
    await secretary.presses('✏️ 2', secretary.lastMessage);
    await secretary.presses('Мәтіні', secretary.lastMessage);
    await secretary.says('Жаңа мәтін');
    expect(inbox()).toContain('2-тармақ. Тапсырма\nЖаңа мәтін');
    await secretary.presses('Мерзімі', secretary.lastMessage);
    await secretary.presses('Тұрақты бақылау', secretary.lastMessage);
    await secretary.presses('Орындаушылар', secretary.lastMessage);
    await secretary.says('3; 4');
    await secretary.presses('Дайын', secretary.lastMessage);
    const [, second] = (await newest(town)).tasks;
    expect(second).toMatchObject({ textKk: 'Жаңа мәтін', term: 'standing', due: null });
    expect(second?.participations).toHaveLength(2);
    await secretary.presses('‹ 1', secretary.lastMessage);
    await secretary.presses('Тармақты жою', secretary.lastMessage);
    expect((await newest(town)).tasks).toHaveLength(3);
    await secretary.presses('Иә, жою', secretary.lastMessage);
    expect((await newest(town)).tasks.map(({ position, textKk }) => [position, textKk])).toEqual([
      [1, 'Жаңа мәтін'],
      [2, 'Үшінші'],
    ]);
  });
});

describe('the draft', () => {
  it('survives a restart in the middle of a question, and is offered again', async () => {
    await startsResolution(city, 'Қайта қосу туралы');
    await city.secretary.presses('Тармақ қосу');
    await city.secretary.says('Тамақтану туралы');
    await city.secretary.presses('Тапсырма', city.secretary.lastMessage);
    await city.secretary.says('12');
    await town.restart();
    await city.secretary.presses('Дайын', city.secretary.lastMessage);
    await city.secretary.says('25.12.2026');
    await town.kill();
    await city.secretary.presses('Өткізіп жіберу', city.secretary.lastMessage);
    expect((await newest(town)).tasks).toMatchObject([{ textKk: 'Тамақтану туралы' }]);
    await city.secretary.says('/resolution');
    await city.secretary.presses('Қайта қосу туралы', city.secretary.lastMessage);
    expect(inbox()).toContain('1. Тамақтану туралы');
  });

  it('is left by any command, which then does its own work; old buttons are dead', async () => {
    await startsResolution(city, 'Пәрмен туралы');
    await city.secretary.presses('Тармақ қосу');
    await city.secretary.says('Бірдеңе');
    const question = city.secretary.lastMessage;
    await city.secretary.says('/whoami');
    expect(inbox()).toContain('Хатшы');
    expect((await city.secretary.presses('Тапсырма', question)).text).toContain('жарамсыз');
    expect((await newest(town)).tasks).toEqual([]);
  });

  it('of one person does not meet the dialog of another', async () => {
    const { secretary, deputy } = city;
    await startsResolution(city, 'Хатшының қарары');
    await secretary.presses('Тармақ қосу');
    await deputy.says('/resolution');
    await deputy.presses('Новая резолюция', deputy.lastMessage);
    await secretary.says('Хатшының тармағы');
    await deputy.presses('Акимат города Үлгі', deputy.lastMessage);
    await secretary.presses('Тапсырма', secretary.lastMessage);
    await deputy.says('Тема заместителя');
    await secretary.says('12');
    await deputy.says('20.11.2026');
    await secretary.presses('Дайын', secretary.lastMessage);
    await deputy.says('15');
    await secretary.says('25.12.2026');
    await secretary.presses('Өткізіп жіберу', secretary.lastMessage);
    const both = await town.db.resolution.findMany({
      orderBy: { id: 'desc' },
      take: 2,
      include: { meeting: true, tasks: true },
    });
    expect(both.map(({ meeting, tasks }) => [meeting.theme, meeting.number, tasks.length])).toEqual([
      ['Тема заместителя', '15', 0],
      ['Хатшының қарары', '14', 1],
    ]);
  });

  it('belongs to its author: strangers, heads and forged presses are refused', async () => {
    await startsResolution(city, 'Бөтен адам туралы');
    await addsItem(city, { text: 'Тармақ', executors: ['12'], due: '25.12.2026' });
    const { id, tasks } = await newest(town);
    const head = city.heads.get(12);
    const stranger = town.tg.person({ firstName: 'Бөтен', languageCode: 'ru' });
    await stranger.says('/resolution');
    expect(stranger.lastMessage.text).toContain('не знаю');
    await head?.says('/resolution');
    expect(head?.lastMessage.text).toContain('готовят секретарь');
    const taskId = tasks[0]?.id ?? 0;
    const forged = ['panel', 'head', 'homes', 'home', 'send', 'take', 'drop', 'dropped'].map(
      (verb) => `resolutions.${verb}:${id}:0`,
    );
    for (const data of [
      ...forged,
      `resolutions.item:${taskId}`,
      `resolutions.removed:${taskId}`,
      'resolutions.panel:x',
      'resolutions.item:999999',
    ])
      expect((await city.deputy.forges(city.deputy.lastMessage, data)).text, data).not.toBe('');
    expect((await newest(town)).tasks).toHaveLength(1);
    await city.deputy.says('/cancel');
    const edit = await city.deputy.forges(city.deputy.lastMessage, `resolutions.edit:${taskId}:text`);
    expect(edit.text).toContain('ведёт другой человек');
    expect((await newest(town)).tasks[0]?.textKk).toBe('Тармақ');
  });

  it('works in private only', async () => {
    await city.secretary.in(city.group).says('/resolution@orynda_bot');
    expect(city.secretary.in(city.group).lastMessage.text).toContain('жеке чатта');
  });
});
