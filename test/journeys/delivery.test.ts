// The ledger: for every person and message one known outcome, for the secretary to read and to print.
import { readSheet } from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { countOutcomes, ledgerEntries } from '../../src/delivery/queries.ts';
import { outcomes } from '../../src/delivery/rules.ts';
import { keepUpdates, maxAttempts } from '../../src/telegram/kept-updates.ts';
import { forgetSeenUpdates } from '../../src/telegram/seen-updates.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 4, silent: [4] });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
const all = { scopes: null, since: new Date(0) };

describe('the ledger of delivery', () => {
  beforeAll(async () => {
    await city.deputy.says('/task Школам № 1, № 2, № 3 и № 4 вывезти мусор до 25.12.2026');
    await city.deputy.presses('Выдать');
    town.emulator.fail({
      method: 'sendMessage',
      chatId: head(3).id,
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    await town.settle();
    town.clock.advance({ days: 1 });
    await town.settle();
    await city.deputy.says('/task Школе № 3 и № 4 починить забор до 25.12.2026');
    await city.deputy.presses('Выдать');
    await town.settle();
  }, 60_000);

  it('knows what became of each message of a task', async () => {
    await city.secretary.says('/delivery 1');
    const { text } = city.secretary.lastMessage;
    expect(text).toContain('Т-1 бойынша');
    expect(text).toMatch(/Мектеп директоры, № 1 мектеп, Директоров1 Мысал\nтапсырма Т-1: жіберілді/);
    expect(text).toMatch(/№ 3 мектеп, Директоров3 Мысал\nтапсырма Т-1: жазу мүмкін болмады \(ботты бұғаттаған\)/);
    expect(text).toMatch(/№ 4 мектеп, Директоров4 Мысал\nтапсырма Т-1: жазу мүмкін болмады \(ботты ашпаған\)/);
  });

  it('counts every message once, and opens each count as a list', async () => {
    await city.secretary.says('/delivery');
    const counts = await countOutcomes(town.app, { ...all, scopes: ['/'] });
    const entries = await ledgerEntries(town.app, { ...all, scopes: ['/'] }, { take: 1_000 });
    for (const outcome of outcomes) {
      expect(entries.filter((entry) => entry.outcome === outcome)).toHaveLength(counts[outcome]);
    }
    expect(counts.unreachable).toBeGreaterThanOrEqual(4);
    expect(city.secretary.lastMessage.text).toContain(`Жазу мүмкін болмады: ${counts.unreachable}`);
    await city.secretary.presses('жазу мүмкін болмады');
    expect(city.secretary.lastMessage.text).toContain('ботты ашпаған');
    await city.secretary.presses('← Қорытынды');
    expect(city.secretary.lastMessage.text).toContain(`Жіберілді: ${counts.sent}`);
  });

  it('comes as a spreadsheet in which no text is a formula', async () => {
    await city.admin.says('/delivery');
    await city.admin.presses('Файл XLSX');
    const { file } = city.admin.lastMessage;
    expect(file?.name).toBe('delivery.xlsx');
    const rows = await readSheet(file?.content ?? Buffer.alloc(0));
    expect(rows[0]).toEqual([
      'Время',
      'Организация, должность или группа',
      'Имя',
      'Сообщение',
      'Поручение',
      'Этап напоминания',
      'Исход',
      'Причина',
      '№ в Telegram',
    ]);
    expect(rows.slice(1).some((row) => row[4] === 'Т-1' && row[7] === 'не открывал(а) бот')).toBe(true);
    const sent = rows.slice(1).filter((row) => row[6] === 'отправлено');
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every((row) => /^\d+$/.test(String(row[8])))).toBe(true);
  });

  it('tells of each step of a reminder what became of it, person by person, in words', async () => {
    town.clock.set('2026-12-22T09:05');
    await town.tick();
    await city.secretary.says('/delivery 1');
    const { text } = city.secretary.lastMessage;
    // Co-executors have an earlier date of their own.
    const [far, today] = ['мерзімге дейін (жұмыс күні: 3)', 'мерзім күні'].map((step) => `еске салу Т-1, ${step}`);
    expect(text).toContain(`№ 1 мектеп, Директоров1 Мысал\n${far}: жіберілді`);
    expect(text).toContain(`№ 3 мектеп, Директоров3 Мысал\n${today}: жазу мүмкін болмады (ботты бұғаттаған)`);
    expect(text).toContain(`№ 4 мектеп, Директоров4 Мысал\n${today}: жазу мүмкін болмады (ботты ашпаған)`);
    expect(text.match(/Үлгі: білім\nеске салу Т-1, мерзім күні: жіберілді/g)).toHaveLength(1);
    const entries = await ledgerEntries(town.app, { ...all, numbers: ['Т-1'], steps: 'all' }, { take: 1_000 });
    const ofFirst = entries.filter(({ person, step }) => person?.surname === 'Директоров1' && step !== null);
    expect(ofFirst.map(({ step, outcome, reason }) => [step, outcome, reason]).sort()).toEqual([
      ['before-3', 'sent', null],
      ['before-7', 'cancelled', 'covered'],
      ...(ofFirst.some((entry) => entry.step === 'unack') ? [['unack', 'sent', null]] : []),
    ]);
    expect(entries.some(({ group, step: name }) => group !== null && name === 'before-3')).toBe(true);
    // One entry a message where messages are counted.
    const whole = await ledgerEntries(town.app, all, { take: 1_000 });
    const counts = await countOutcomes(town.app, all);
    expect(whole.length).toBe(Object.values(counts).reduce((sum, n) => sum + n, 0));
  });

  it('names of a rung that could not be heard whose rung it is, to who may see that post', async () => {
    const { id: participationId, due } = await town.db.participation.findFirstOrThrow({
      where: { task: { number: 'Т-1' } },
    });
    const { id } = await town.db.person.findFirstOrThrow({ where: { telegramId: city.deputy.id } });
    const notice = { participationId, step: 'ladder-controller', due: due ?? new Date(), recipient: `person:${id}` };
    await town.db.notice.create({ data: { ...notice, outcome: 'blocked', createdAt: town.app.now() } });
    const rung = async (scopes: string[] | null) =>
      (await ledgerEntries(town.app, { ...all, scopes }, { take: 1_000 })).filter(
        ({ step }) => step === 'ladder-controller',
      );
    const deputy = await town.db.post.findFirstOrThrow({ where: { role: 'deputy' }, include: { org: true } });
    expect(await rung(null)).toMatchObject([{ post: { nameRu: deputy.nameRu }, reason: 'blocked', number: 'Т-1' }]);
    const school = await town.db.organisation.findFirstOrThrow({ where: { code: 's1' } });
    expect(await rung([school.path])).toEqual([]);
  });

  it('is for those who look after people, in private', async () => {
    await head(1).says('/delivery');
    expect(head(1).lastMessage.text).toBe('Бұл әрекетті орындауға құқығыңыз жоқ.');
    await city.secretary.in(city.group).says('/delivery@orynda_bot');
    expect(city.secretary.in(city.group).lastMessage.text).not.toContain('Директоров');
    await city.secretary.says('/delivery Школа');
    expect(city.secretary.lastMessage.text).toContain('/delivery 148');
    await city.secretary.says('/delivery 999');
    expect(city.secretary.lastMessage.text).toContain('табылмады');
  });

  it('tells an item of a protocol from a task of the same number, and the topics of a forum apart', async () => {
    const { id: taskId, rootOrgId } = await town.db.task.findFirstOrThrow({ where: { number: 'Т-2' } });
    const { id: chairPostId } = await town.db.post.findFirstOrThrow({ where: { role: 'deputy' } });
    const { id: draftedById } = await town.db.person.findFirstOrThrow({ where: { telegramId: city.deputy.id } });
    const [at, day] = [town.app.now(), new Date('2026-11-20')];
    const sitting = { theme: 'Тема', number: '14', day, orgId: rootOrgId, chairPostId, createdAt: at };
    const { id: meetingId } = await town.db.meeting.create({ data: sitting });
    const { id: resolutionId } = await town.db.resolution.create({ data: { meetingId, draftedById, createdAt: at } });
    await town.db.task.update({ where: { id: taskId }, data: { number: '1', resolutionId } });
    const { id: placeId, chatId } = await town.db.place.findFirstOrThrow();
    await town.db.place.update({ where: { id: placeId }, data: { threadId: 77 } });
    await town.db.outgoingMessage.updateMany({ where: { chatId }, data: { threadId: 77 } });
    await city.secretary.says('/delivery 1');
    const { text } = city.secretary.lastMessage;
    expect(text.split('\n')[0]).toMatch(/^(Т-1, 1 \(№ 14\)|1 \(№ 14\), Т-1) бойынша/);
    expect(text).toContain('Үлгі: білім · Үлгі қаласының әкімдігі\nеске салу 1 (№ 14), ');
    const whole = await ledgerEntries(town.app, { ...all, numbers: ['Т-1'] }, { take: 1_000 });
    const card = whole.find(({ kind, group }) => kind.startsWith('tasks.') && group !== null);
    expect(card).toMatchObject({ protocol: null, topic: { nameKk: 'Үлгі қаласының әкімдігі' } });
  });

  it('shows a secretary nothing outside of the body', async () => {
    const school = await town.db.organisation.findFirstOrThrow({ where: { code: 's1' } });
    const inside = await ledgerEntries(town.app, { ...all, scopes: [school.path] }, { take: 1_000 });
    expect(inside.length).toBeGreaterThan(0);
    expect(new Set(inside.map(({ post, group }) => post?.org.nameRu ?? group))).toEqual(new Set(['Школа № 1']));
  });
});

describe('an update of which the process died again and again', () => {
  let nextId = 2_000_000_000;
  const private_ = (person: Person) => ({
    date: Math.floor(town.clock.now().getTime() / 1000),
    message_id: 900_000,
    chat: { id: person.id, type: 'private', first_name: 'A' },
  });
  const from = (person: Person) => ({ id: person.id, is_bot: false, first_name: 'A' });

  /** The next process starts after so many others died of this update. */
  async function deadly(update: object): Promise<number> {
    const id = nextId++;
    await keepUpdates(town.app, [{ update_id: id, ...update } as never]);
    await town.app.db.incomingUpdate.update({ where: { updateId: BigInt(id) }, data: { attempts: maxAttempts } });
    await town.restart();
    for (let n = 0; n < 500 && !(await given(id)); n++) await new Promise((go) => setTimeout(go, 10));
    await town.settle();
    return id;
  }
  const given = async (id: number): Promise<boolean> =>
    (await town.app.db.incomingUpdate.count({ where: { updateId: BigInt(id), givenUpAt: { not: null } } })) > 0;

  it('is said to whoever wrote it in their language, and to the administrator without the words', async () => {
    const message = { ...private_(head(2)), from: from(head(2)), text: 'Акт <подписан>' };
    const id = await deadly({ message });
    expect(head(2).lastMessage.text).toContain('не удалось обработать из-за ошибки в боте: «Акт <подписан>»');
    expect(city.admin.lastMessage.text).toContain('Кто: Директоров2');
    expect(city.admin.lastMessage.text).toContain(`Номер в журнале программы: ${id}`);
    expect(city.admin.lastMessage.text).not.toContain('подписан');
  });

  it('is said in words of its own when it was the press of a button', async () => {
    const inline_keyboard = [[{ text: 'Танысқанымды растаймын', callback_data: 'x:1' }]];
    const message = { ...private_(head(1)), text: 'x', reply_markup: { inline_keyboard } };
    await deadly({ callback_query: { id: '7', chat_instance: '1', data: 'x:1', from: from(head(1)), message } });
    expect(head(1).lastMessage.text).toContain('басылған батырма өңделмеді: «Танысқанымды растаймын»');
  });

  it('is counted for administrators and in the metrics, and forgotten after a month', async () => {
    await city.admin.says('/delivery');
    expect(city.admin.lastMessage.text).toContain('не обработанные из-за сбоя: 2');
    await city.secretary.says('/delivery');
    expect(city.secretary.lastMessage.text).not.toContain('өңделмеген өтініштер');
    await town.restart();
    expect(await town.app.metrics.registry.metrics()).toContain('orynda_updates_given_up 2');
    town.clock.advance({ days: 31 });
    await forgetSeenUpdates(town.app);
    expect(await town.app.metrics.registry.metrics()).toContain('orynda_updates_given_up 0');
  });
});
