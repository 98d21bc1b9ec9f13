// Groups and topics bound to organisations: by whom, how, and what becomes of the binding when the group changes.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bindableOrganisations, findChat, findPlace, placesAt, homePlaceFor } from '../../src/chats/queries.ts';
import { findActor } from '../../src/org/queries.ts';
import { buildCity, type City } from '../support/city.ts';
import type { Group, Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let head: Person;
let stranger: Person;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 12, silent: [2, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
  head = city.heads.get(1) as Person;
  stranger = town.tg.person({ firstName: 'Бөтен', languageCode: 'ru' });
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

function newGroup(
  options: { bot?: 'member' | 'admin' | false; forum?: boolean; type?: 'group' | 'supergroup' } = {},
): Group {
  const members = [city.deputy, city.secretary, head, city.admin, stranger];
  return town.tg.group({ title: 'Сынақ тобы', members, bot: false, ...options });
}

async function events(verb: string): Promise<number> {
  return town.db.journalEvent.count({ where: { verb } });
}

describe('a group the bot was added to', () => {
  it('is greeted in Kazakh, then Russian, with what to do and what the bot does not see', async () => {
    const group = newGroup();
    await city.deputy.adds(group);
    const { text } = city.deputy.in(group).lastMessage;
    const [kk, ru] = [text.indexOf('Сәлеметсіздер'), text.indexOf('Здравствуйте')];
    expect(kk).toBe(0);
    expect(ru).toBeGreaterThan(kk);
    expect(text).toContain('/link@orynda_bot');
    expect(text).toContain('/task@orynda_bot');
    expect(text).toContain('назначьте меня администратором');
    expect(text).not.toContain('!');
  });

  it('hears nothing of privacy mode when the bot comes as administrator', async () => {
    const group = newGroup();
    await city.deputy.promotesBot(group);
    const { text } = city.deputy.in(group).lastMessage;
    expect(text).toContain('/link@orynda_bot');
    expect(text).not.toContain('приватности');
  });

  it('is told when the bot starts or stops to see everything', async () => {
    const group = newGroup();
    await city.deputy.adds(group);
    await city.deputy.promotesBot(group);
    expect(city.deputy.in(group).lastMessage.text).toContain('вижу все сообщения');
    expect((await findChat(town.app, group.id))?.botAdmin).toBe(true);
    await city.deputy.demotesBot(group);
    expect(city.deputy.in(group).lastMessage.text).toContain('приватности');
  });
});

describe('/link', () => {
  it('binds the group after a press, with the settings shown', async () => {
    const group = newGroup();
    await city.deputy.adds(group);
    const here = city.deputy.in(group);
    await here.says('/link@orynda_bot');
    await here.presses('Управление образования');
    const panel = here.lastMessage;
    expect(panel.text).toContain('Управление образования');
    expect(panel.text).toContain('как в правилах напоминаний организации');
    expect(await findPlace(town.app, group.id, null)).toBeNull();
    await here.presses('Сообщения:', panel);
    await here.presses('Языки:', panel);
    expect(panel.text).toContain('только уведомление');
    const before = await events('chats.bound');
    await here.presses('Подтвердить', panel);
    expect(await findPlace(town.app, group.id, null)).toMatchObject({
      orgNameRu: 'Управление образования',
      policy: 'notice',
      languages: ['kk'],
      naming: 'organisation',
      title: 'Сынақ тобы',
    });
    expect(await events('chats.bound')).toBe(before + 1);
    expect(panel.text).toContain('байланыстырылған ұйым: Білім басқармасы');
    expect(panel.text).toContain('құпиялылық режимі');
  });

  it.each([
    ['12', 'Школа № 12'],
    ['№ 12', 'Школа № 12'],
    ['s12', 'Школа № 12'],
    ['ювенал', 'Ювенальная полиция'],
  ])('with %j goes to the panel at once', async (search, name) => {
    const group = newGroup();
    await city.deputy.adds(group);
    await city.deputy.in(group).says(`/link@orynda_bot ${search}`);
    expect(city.deputy.in(group).lastMessage.text).toContain(`к организации: ${name}`);
  });

  it('names what was not found, markup and all', async () => {
    const group = newGroup();
    await city.deputy.adds(group);
    await city.deputy.in(group).says('/link@orynda_bot <b>нет & такой</b>');
    expect(city.deputy.in(group).lastMessage.text).toContain('<b>нет & такой</b>');
  });

  it('pages through many organisations', async () => {
    const group = newGroup();
    await city.admin.adds(group);
    const here = city.admin.in(group);
    await here.says('/link@orynda_bot');
    const list = here.lastMessage;
    expect(list.buttons.flat()).toContain('›');
    const first = list.buttons.flat();
    await here.presses('›', list);
    expect(list.buttons.flat()).not.toEqual(first);
    await here.presses('‹', list);
    expect(list.buttons.flat()).toEqual(first);
    await here.presses('Закрыть', list);
    expect(list.buttons).toEqual([]);
    expect(await findPlace(town.app, group.id, null)).toBeNull();
  });

  it('is refused to strangers, to heads outside their school, and in private', async () => {
    const group = newGroup();
    await city.deputy.adds(group);
    await stranger.in(group).says('/link@orynda_bot');
    expect(city.deputy.in(group).lastMessage.text).toContain('Я вас пока не знаю');
    const actor = await findActor(town.app, head.id);
    const own = actor && (await bindableOrganisations(town.app, actor));
    expect(own?.map(({ nameRu }) => nameRu)).toEqual(['Школа № 1']);
    await head.in(group).says('/link@orynda_bot Управление');
    expect(head.in(group).lastMessage.text).toContain('Управление');
    expect(head.in(group).lastMessage.buttons).toEqual([]);
    await city.deputy.says('/link');
    expect(city.deputy.lastMessage.text).toContain('работает в группе');
    expect(await findPlace(town.app, group.id, null)).toBeNull();
  });

  it('asks an anonymous administrator to show themselves', async () => {
    const group = newGroup();
    await city.deputy.adds(group);
    await city.deputy.in(group, 'anonymous').says('/link@orynda_bot');
    expect(city.deputy.in(group).lastMessage.text).toContain('анонимного администратора');
  });

  it('obeys only whoever asked: presses of others and forged ones change nothing', async () => {
    const group = newGroup();
    await city.deputy.adds(group);
    const here = city.deputy.in(group);
    await here.says('/link@orynda_bot 12');
    const panel = here.lastMessage;
    const confirm = panel.keyboard.flat().find(({ text }) => text.includes('Подтвердить'))?.callback_data ?? '';
    expect((await city.secretary.in(group).presses('Подтвердить', panel)).text).toContain('батырмалар');
    expect((await stranger.in(group).forges(panel, confirm)).text).toContain('не знаю');
    const [verb, , orgId, code] = confirm.split(':');
    const headId = (await findActor(town.app, head.id))?.personId ?? 0;
    const own = [verb, headId, orgId, code].join(':');
    expect((await head.in(group).forges(panel, own)).text).toContain('басшысы, хатшысы');
    for (const data of ['chats.bind', 'chats.bind:x:y', `${confirm}.q`, 'chats.bind:1:2:kr.f', 'chats.unbind:1:999999'])
      expect((await here.forges(panel, data)).text).not.toBe('');
    expect(await findPlace(town.app, group.id, null)).toBeNull();
    await here.presses('Подтвердить', panel);
    expect((await here.forges(panel, confirm)).text).toContain('Группа привязана');
    expect(await town.db.place.count({ where: { chat: { telegramId: BigInt(group.id) } } })).toBe(1);
  });
});

describe('a bound group', () => {
  async function boundGroup(search = '12', options: Parameters<typeof newGroup>[0] = {}): Promise<Group> {
    const group = newGroup(options);
    await city.deputy.adds(group);
    const here = city.deputy.in(group);
    await here.says(`/link@orynda_bot ${search}`);
    await here.presses('Подтвердить');
    return group;
  }

  it('shows its binding, with buttons only for those who may change it', async () => {
    const group = await boundGroup();
    await city.deputy.in(group).says('/link@orynda_bot');
    expect(city.deputy.in(group).lastMessage.buttons.flat()).toContain('Отвязать');
    await head.in(group).says('/settings@orynda_bot');
    expect(head.in(group).lastMessage.text).toContain('№ 12 мектеп');
    expect(head.in(group).lastMessage.buttons).toEqual([]);
    await head.in(group).says('/unlink@orynda_bot');
    expect(head.in(group).lastMessage.text).toContain('байланыстырылған');
  });

  it('can be given to another organisation; the old binding ends', async () => {
    const group = await boundGroup();
    const here = city.deputy.in(group);
    await here.says('/link@orynda_bot 3');
    await here.presses('Вместо прежней');
    expect(await findPlace(town.app, group.id, null)).toMatchObject({ orgNameRu: 'Школа № 3' });
    expect(await town.db.place.count({ where: { chat: { telegramId: BigInt(group.id) }, unboundAt: null } })).toBe(1);
  });

  it('can serve two organisations, each with a binding of its own', async () => {
    const group = await boundGroup('5');
    const here = city.deputy.in(group);
    await here.says('/link@orynda_bot 6');
    await here.presses('Добавить к привязанным');
    const bound = () => placesAt(town.app, group.id, null).then((places) => places.map(({ orgNameRu }) => orgNameRu));
    expect(await bound()).toEqual(['Школа № 5', 'Школа № 6']);
    for (const { orgPath, placeId } of await placesAt(town.app, group.id, null))
      expect((await homePlaceFor(town.app, [orgPath]))?.placeId).toBe(placeId);
    await here.says('/settings@orynda_bot');
    expect(here.messages.slice(-2).map(({ text }) => /Школа № \d/.exec(text)?.[0])).toEqual(['Школа № 5', 'Школа № 6']);
    await here.says('/link@orynda_bot 7');
    expect(here.lastMessage.buttons.flat().join()).not.toContain('Вместо прежней');
    await here.says('/unlink@orynda_bot');
    await here.presses('Отвязать', here.messages.at(-2));
    expect(await bound()).toEqual(['Школа № 6']);
  });

  it('is unbound after a question, and taken up again as the same place', async () => {
    const group = await boundGroup();
    const here = city.deputy.in(group);
    const before = await findPlace(town.app, group.id, null);
    await here.says('/unlink@orynda_bot');
    expect(await findPlace(town.app, group.id, null)).not.toBeNull();
    const question = here.lastMessage;
    const yes = question.keyboard.flat().find(({ text }) => text === 'Отвязать')?.callback_data ?? '';
    await here.presses('Отвязать', question);
    expect(await findPlace(town.app, group.id, null)).toBeNull();
    expect(question.text).toContain('Байланыс жойылды');
    expect((await here.forges(question, yes)).text).not.toBe('');
    await here.says('/unlink@orynda_bot');
    expect(here.lastMessage.text).toContain('ничего не привязано');
    await here.says('/link@orynda_bot 12');
    await here.presses('Подтвердить');
    expect((await findPlace(town.app, group.id, null))?.placeId).toBe(before?.placeId);
  });

  it('keeps its binding while the bot is out, and uses it again when it is back', async () => {
    const group = await boundGroup('8');
    const path = (await findPlace(town.app, group.id, null))?.orgPath ?? '';
    expect((await homePlaceFor(town.app, [path]))?.telegramChatId).toBe(group.id);
    await city.deputy.removesBot(group);
    expect(await findChat(town.app, group.id)).toMatchObject({ active: false });
    expect((await homePlaceFor(town.app, [path]))?.telegramChatId).not.toBe(group.id);
    await city.deputy.adds(group);
    expect(await findChat(town.app, group.id)).toMatchObject({ active: true });
    expect((await homePlaceFor(town.app, [path]))?.telegramChatId).toBe(group.id);
    expect(city.deputy.in(group).lastMessage.text).toContain('Я снова в группе.\nОрганизация: Школа № 8');
  });

  it('keeps its row when it becomes a supergroup', async () => {
    const group = await boundGroup('11', { type: 'group' });
    const before = await findPlace(town.app, group.id, null);
    const oldId = group.id;
    await group.migrates();
    expect(group.id).not.toBe(oldId);
    expect(await findPlace(town.app, group.id, null)).toMatchObject({
      placeId: before?.placeId,
      chatId: before?.chatId,
    });
    expect(await findChat(town.app, oldId)).toBeNull();
    expect((await findChat(town.app, group.id))?.type).toBe('supergroup');
  });

  it('binds the topic where the command was sent, and nothing else', async () => {
    const group = newGroup({ forum: true });
    await city.deputy.adds(group);
    const topic = group.topic('Школа 9');
    const here = city.deputy.in(topic);
    await here.says('/link@orynda_bot 9');
    expect(here.lastMessage.text).toContain('тему');
    await here.presses('Подтвердить');
    expect(await findPlace(town.app, group.id, topic.id)).toMatchObject({ threadId: topic.id, orgNameRu: 'Школа № 9' });
    expect(await findPlace(town.app, group.id, null)).toBeNull();
    await city.deputy.in(group).says('/link@orynda_bot Управление образования');
    await city.deputy.in(group).presses('Подтвердить');
    const other = group.topic('Другое');
    expect(await findPlace(town.app, group.id, other.id)).toMatchObject({ threadId: null });
    expect(await findPlace(town.app, group.id, topic.id)).toMatchObject({ threadId: topic.id });
  });
});
