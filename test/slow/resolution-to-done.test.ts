// The main job from the meeting to Monday's digest: a resolution of fictitious officials, twelve schools, two kills of the bot.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../src/journal/queries.ts';
import { buildCity, type City, importRoster } from '../support/city.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-20T10:00' });
  city = await buildCity(town, { silent: [5] });
}, 120_000);
afterEach(() => expectNoViolations(town.emulator));
afterAll(() => town.close());

const head = (n: number): Person => city.heads.get(n) as Person;
const text = (message: Message): string => message.text.replaceAll('\u00a0', ' ');
/** The newest message of the bot to this person that says all of these words. */
function latest(person: Person, ...words: string[]): Message {
  const found = person.inbox.filter((message) => words.every((word) => text(message).includes(word))).at(-1);
  if (!found)
    throw new Error(
      `${person.name} was never told: ${words.join(', ')}\n${person.inbox.slice(-3).map(text).join('\n~~~\n')}`,
    );
  return found;
}
const told = (person: Person, ...words: string[]): boolean =>
  person.inbox.some((message) => words.every((word) => text(message).includes(word)));
const inGroup = (): Message[] => city.deputy.in(city.group).messages;

type Item = { text: string; kind: string; executors: string | null; due: string | null; form?: string };

/** The secretary, who works in Kazakh, enters one item. */
async function enter({ text: words, kind, executors, due, form }: Item): Promise<void> {
  const { secretary } = city;
  await secretary.presses('Тармақ қосу');
  await secretary.says(words);
  await secretary.presses(kind);
  if (executors === null) await secretary.presses('Орындаушысы әзірге жоқ');
  else if (executors === 'all') await secretary.presses('Барлық мектеп');
  else await secretary.says(executors);
  if (executors !== null) await secretary.presses('Дайын');
  if (due === null) await secretary.presses('Мерзімі әзірге жоқ');
  else await secretary.says(due);
  if (form) await secretary.says(form);
  else await secretary.presses('Өткізіп жіберу');
}

/** The controller takes what stands in the queue first and decides. */
async function review(decide: (schoolLine: string) => string): Promise<void> {
  const { controller } = city;
  await controller.says('/review');
  while (!text(controller.lastMessage).includes('ничего нет')) {
    const button = decide(text(controller.lastMessage));
    await controller.presses(button, controller.lastMessage);
    if (button === 'Вернуть') await controller.presses('Не приложен приказ');
    await town.settle();
    await controller.says('/review');
  }
}

/** The completion form asks for the order of the school: whoever has none at hand says why. */
async function withoutOrder(person: Pick<Person, 'presses'>, language: 'kk' | 'ru'): Promise<void> {
  await person.presses(language === 'kk' ? 'Онсыз жіберу' : 'Отправить без этого');
  await person.presses(language === 'kk' ? 'Кейінірек ұсынамыз' : 'Представим позже');
}

describe('a resolution', () => {
  it('is entered item by item, through a kill of the bot in the middle of a dialog', async () => {
    const { secretary } = city;
    await secretary.says('/resolution');
    await secretary.presses('Жаңа қарар');
    await secretary.presses('Үлгі қаласының әкімдігі');
    await secretary.says('Білім беру жүйесінің өзекті мәселелері');
    await town.kill();
    await secretary.says('20.11.2026');
    await secretary.says('14');
    await enter({
      text: 'Мектептердегі қауіпсіздік жөнінде жұмыс құрылымын құру',
      kind: 'Ұсыныс',
      executors: null,
      due: null,
    });
    await enter({
      text: '«Таза мектеп» бастамасын қаланың барлық мектебінде енгізу',
      kind: 'Тапсырма',
      executors: 'all',
      due: '4 желтоқсан',
      form: 'мектеп бұйрықтары қоса берілген жиынтық есеп',
    });
    await enter({
      text: 'Көтерілген мәселелер бойынша жол картасын әзірлеу',
      kind: 'Тапсырма',
      executors: 'УО, полиция',
      due: '11 желтоқсан',
    });
    await enter({ text: 'Инклюзивті білім беруді кадрмен қамтамасыз ету', kind: 'Ұсыныс', executors: 'УО', due: null });
    expect(text(secretary.lastMessage)).toMatch(
      /2\. «Таза мектеп»[^]*барлық мектеп \(12\) · Мерзімі: 2026 жылғы 4 желтоқсан, жұма/,
    );
  });

  it('goes to the chair, who alone adopts it, once', async () => {
    await city.secretary.presses('Төрағалық етушіге жіберу');
    await town.settle();
    const draft = latest(city.deputy, 'Проект резолюции на ваше решение');
    expect(text(draft)).toContain('Не будут выданы, пока не дополнены: № 1, 4');
    const data = draft.keyboard[0]?.[0]?.callback_data as string;
    await city.department.forges(draft, data);
    expect(await town.db.resolution.findFirst()).toMatchObject({ state: 'draft' });
    await city.deputy.presses('Принять', draft);
    await city.deputy.forges(draft, data);
    await town.settle();
    expect(await town.db.resolution.findFirst()).toMatchObject({ state: 'on_control' });
    expect(await town.db.task.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })).toEqual([
      { state: 'draft', _count: 2 },
      { state: 'issued', _count: 2 },
    ]);
  });

  it('binds nine state schools and the department, and recommends to three private schools and the police', async () => {
    const shares = await town.db.participation.findMany({ include: { post: { include: { org: true } }, task: true } });
    const issued = shares.filter(({ task }) => task.state === 'issued');
    const force = (code: string): string | undefined => issued.find(({ post }) => post.org.code === code)?.force;
    expect(['s1', 's9', 's10', 's12', 'edu', 'police'].map(force)).toEqual([
      'assignment',
      'assignment',
      'recommendation',
      'recommendation',
      'assignment',
      'recommendation',
    ]);
    expect(text(latest(head(1), 'Сізге тапсырма берілді'))).toContain('Мерзімі: 2026 жылғы 4 желтоқсан, жұма');
    expect(text(latest(head(12), 'Вам направлена рекомендация'))).toContain('Срок: 4 декабря 2026 г., пятница');
    expect(inGroup().filter((message) => text(message).includes('Есеп бергендер: 0 / 12'))).toHaveLength(1);
  });

  it('names the head who has never started the bot to the secretary', async () => {
    await city.secretary.says('/unreached');
    expect(text(city.secretary.lastMessage)).toContain('Директоров5');
    expect(text(city.secretary.lastMessage)).not.toContain('Директоров7');
  });
});

describe('the executors', () => {
  it('are asked to acknowledge after a working day, those who have not', async () => {
    for (const n of [1, 2, 3, 4]) await head(n).presses(n % 2 === 0 ? 'Ознакомлен' : 'Таныстым');
    await town.passTo('2026-11-23T11:00');
    expect(told(head(2), 'Просим подтвердить ознакомление')).toBe(false);
    expect(told(head(6), 'Просим подтвердить ознакомление')).toBe(true);
    expect(told(head(12), 'Просим подтвердить ознакомление')).toBe(false);
  });

  it('are reminded in private seven working days before the date, while the group is left in peace', async () => {
    const before = inGroup().length;
    await town.passTo('2026-11-25T12:00');
    expect(told(head(7), '7 жұмыс күні')).toBe(true);
    expect(told(head(10), 'По рекомендации')).toBe(false);
    // Nothing of dates; only the head whom the private reminder could not reach is named, with the way to start the bot.
    expect(inGroup().slice(before).map(text)).toEqual([expect.stringMatching(/^Ботқа қосылмаған[^]*Школа № 5$/)]);
  });

  it('report by replying in the group, in plain words and with papers in private', async () => {
    const card = inGroup().find((message) => text(message).includes('«Таза мектеп»')) as Message;
    for (const n of [1, 3]) {
      await head(n).in(city.group).replies(card, 'Орындалды, бұйрық шығарылды');
      await withoutOrder(head(n).in(city.group), 'kk');
    }
    for (const n of [2, 4, 6]) {
      await head(n).says('Выполнено, приказ издан');
      await withoutOrder(head(n), 'ru');
    }
    await head(8).replies(latest(head(8), 'Вам дано поручение'), 'Исполнено, инициатива внедрена');
    await withoutOrder(head(8), 'ru');
    await head(9).sends({ document: { name: 'бұйрық.pdf', content: Buffer.from('%PDF-1.4') }, caption: 'Орындалды' });
    for (const n of [10, 12]) {
      await head(n).says('Выполнено, школа присоединилась');
      await withoutOrder(head(n), 'ru');
    }
    await head(11).says('Орындалды, мектеп қосылды');
    await withoutOrder(head(11), 'kk');
    await town.settle();
    expect(await town.db.report.count()).toBe(10);
    expect(inGroup().some((message) => text(message).includes('Есеп бергендер: 10 / 12'))).toBe(true);
    const living = city.controller.inbox.filter((message) => text(message).startsWith('📥 На рассмотрении: 10'));
    expect(living).toHaveLength(1);
  });

  it('have their reports accepted, two returned with a reason and reported again', async () => {
    await review((report) => (/Школа № [23],/.test(report) ? 'Вернуть' : 'Принять'));
    await town.settle();
    expect(told(head(2), 'возвращён на доработку', 'Не приложен приказ', 'Срок исполнения не изменён')).toBe(true);
    expect(told(head(3), 'пысықтауға қайтарылды')).toBe(true);
    expect(told(head(4), 'принят')).toBe(true);
    await town.passTo('2026-11-27T15:00');
    const order = { document: { name: 'order.pdf', content: Buffer.from('%PDF-1.4') } };
    await head(2).sends({ ...order, caption: 'Выполнено, приказ приложен' });
    await head(3).sends({ ...order, caption: 'Орындалды, бұйрық қоса берілді' });
    await town.settle();
    await review(() => 'Принять');
    expect(await town.db.participation.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })).toEqual([
      { state: 'assigned', _count: expect.any(Number) as number },
      { state: 'accepted', _count: 10 },
    ]);
  });
});

describe('the one who is late', () => {
  it('is reminded through a second kill of the bot, each step once', async () => {
    const before = inGroup().length;
    await town.passTo('2026-12-01T20:00');
    const reminders = inGroup().slice(before);
    expect(reminders.map(text)).toEqual([
      expect.stringMatching(/^Ботқа қосылмаған[^]*Школа № 5$/),
      expect.stringMatching(/Приближается срок исполнения[^]*№ 2 — срок 04\.12\.2026[^]*Не подключены[^]*Школа № 5/),
    ]);
    await town.passTo('2026-12-02T20:00');
    await town.kill();
    await town.passTo('2026-12-04T18:00');
    expect(
      head(7).inbox.filter((message) => text(message).includes('аяқталуына') && text(message).includes('№ 2')).length,
    ).toBe(3);
    expect(told(head(4), '3 рабочих дня')).toBe(false);
  });

  it('climbs the ladder: executor, controller after three working days, issuer after five', async () => {
    await town.passTo('2026-12-07T12:00');
    expect(told(head(7), '№ 2', '1 жұмыс күні')).toBe(true);
    expect(told(city.controller, 'отчёт в срок не представлен')).toBe(false);
    await town.passTo('2026-12-09T12:00');
    expect(told(city.controller, 'отчёт в срок не представлен', 'Школа № 7')).toBe(true);
    expect(told(city.deputy, 'отчёт в срок не представлен')).toBe(false);
    await town.passTo('2026-12-11T12:00');
    expect(told(city.deputy, 'отчёт в срок не представлен', 'Школа № 7')).toBe(true);
    const notices = await town.db.notice.groupBy({ by: ['participationId', 'step', 'due', 'recipient'], _count: true });
    expect(notices.every(({ _count }) => _count === 1)).toBe(true);
  });

  it('is named in the group only after private reminders, by school and not by person', async () => {
    const group = inGroup().map(text).join('\n');
    expect(group).toContain('№ 7 мектеп');
    expect(group).not.toContain('Директоров7');
  });

  it('gets nothing on days off or outside working hours, like everybody else', () => {
    const reminders = [...head(7).inbox, ...inGroup()].filter((message) =>
      /мерзімі|Срок исполнения истёк/i.test(text(message)),
    );
    const wrong = reminders.filter(({ date }) => {
      const local = new Date(date.getTime() + 5 * 3_600_000);
      return [0, 6].includes(local.getUTCDay()) || local.getUTCHours() < 9 || local.getUTCHours() >= 18;
    });
    expect(reminders.length).toBeGreaterThan(8);
    expect(wrong.map((message) => `${message.date.toISOString()} ${text(message)}`)).toEqual([]);
  });
});

describe("Monday's digest", () => {
  it('tells the deputy akim the numbers that the database gives by other means', async () => {
    await city.deputy.says('/subscribe');
    await city.deputy.presses('Акимат города Үлгі');
    await city.deputy.presses('Подписаться');
    await town.passTo('2026-12-14T10:00');
    const digest = latest(city.deputy, 'Еженедельная сводка: ');
    const number = (line: RegExp): number => Number(line.exec(text(digest))?.[1]);
    const [count] = await town.db.$queryRaw<Record<string, bigint>[]>`
      SELECT count(*) FILTER (WHERE p.state NOT IN ('accepted', 'withdrawn')) AS open,
             count(*) FILTER (WHERE p.state = 'submitted') AS review,
             count(*) FILTER (WHERE p.state = 'returned') AS returned,
             count(*) FILTER (WHERE p.state NOT IN ('accepted', 'withdrawn', 'submitted') AND p.due < DATE '2026-12-14') AS overdue,
             count(DISTINCT p.task_id) FILTER (WHERE p.state NOT IN ('accepted', 'withdrawn')) AS tasks
        FROM participation p JOIN task t ON t.id = p.task_id
       WHERE t.state IN ('issued', 'in_progress') AND p.force IN ('assignment', 'commitment')`;
    expect([
      number(/На контроле: (\d+)/),
      number(/поручений: (\d+)/),
      number(/На рассмотрении: (\d+)/),
      number(/На доработке: (\d+)/),
      number(/Просрочено: (\d+)/),
    ]).toEqual(
      [count?.['open'], count?.['tasks'], count?.['review'], count?.['returned'], count?.['overdue']].map(Number),
    );
    expect(number(/Просрочено: (\d+)/)).toBe(3);
  });

  it('comes once, however often the clock ticks', async () => {
    await town.tick();
    await town.passTo('2026-12-14T14:00');
    expect(city.deputy.inbox.filter((message) => text(message).includes('Еженедельная сводка: '))).toHaveLength(1);
  });
});

describe('the end', () => {
  it('comes for the late and the silent too: reported, accepted as late, removed from control', async () => {
    await head(7).says('Орындалды, кешіккені үшін кешірім сұраймыз');
    await withoutOrder(head(7), 'kk');
    const links = await importRoster(city.admin, [
      'code;post_ru;post_kk;role;surname;given;patronymic',
      's5;Директор школы;Мектеп директоры;school_head;Директоров5;Мысал;Үлгіұлы',
    ]);
    const silent = town.tg.person({ firstName: 'Директоров5', languageCode: 'kk' });
    await silent.opens(links.get('Директоров5') as string);
    await silent.presses('✅');
    await town.settle();
    expect(told(silent, 'Сізге тапсырма берілді', '«Таза мектеп»')).toBe(true);
    await silent.says('Орындалды');
    await withoutOrder(silent, 'kk');
    await town.settle();
    await review((report) => (report.includes('Школа № 5') ? 'Принять и снять с контроля' : 'Принять'));
    await town.settle();
    expect(told(head(7), 'мерзімін бұза отырып')).toBe(true);
    const task = await town.db.task.findFirstOrThrow({ where: { position: 2 }, include: { participations: true } });
    expect(task).toMatchObject({ state: 'closed' });
    expect(task.participations.filter(({ inTime }) => inTime === false)).toHaveLength(2);
    expect(
      inGroup().some(
        (message) => text(message).includes('«Таза мектеп»') && text(message).includes('снято с контроля'),
      ),
    ).toBe(true);
    await head(7).says('Орындалды');
    expect(text(head(7).lastMessage)).toContain('ашық тапсырма жоқ');
  });

  it('leaves a journal whose chain is whole', async () => {
    const chains = await town.db.journalChain.findMany();
    expect(chains.length).toBeGreaterThan(0);
    for (const { id } of chains) expect(await verifyJournal(town.app, id)).toMatchObject({ ok: true });
    const verbs = new Set((await town.db.journalEvent.findMany({ select: { verb: true } })).map(({ verb }) => verb));
    expect([...verbs].length).toBeGreaterThan(8);
  });
});
