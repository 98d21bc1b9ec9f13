// Lists over the real bot: numbers open them, filters are put together and taken apart, saved under names; inline mode finds only what the asker sees.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const stale = 'Эта кнопка уже не действует. Откройте список заново командой из меню.';

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 3 });
  for (const words of [
    'Школе № 1 — починить пандус у входа до 25 декабря',
    'Школе № 2 — представить отчёт о питании до 26 ноября',
    'Школам № 1 и № 3 — сверить ведомость до 27 ноября',
  ]) {
    await city.deputy.says(`/task ${words}`);
    await city.deputy.presses('Выдать');
  }
  await town.db.task.updateMany({ where: { number: 'Т-2' }, data: { confidential: true, topic: 'Питание' } });
  town.clock.set('2026-11-30T10:00');
  await town.settle();
}, 60_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const last = (person: Person): string => person.lastMessage.text;
const head = (n: number): Person => city.heads.get(n) ?? expect.unreachable();

describe('a list', () => {
  it('opens from a number of /status and is narrowed by buttons, each part taken out alone', async () => {
    await city.deputy.says('/status');
    await city.deputy.presses('На контроле: 4');
    expect(last(city.deputy)).toMatch(/^Записей: 4\nСостояние: На контроле\n/);
    expect(last(city.deputy)).toContain('конфиденциально');
    await city.deputy.presses('Фильтр');
    await city.deputy.presses('✕ Состояние');
    await city.deputy.presses('Состояние');
    await city.deputy.presses('Просрочено: 3');
    expect(last(city.deputy)).toMatch(/^Записей: 3\nСостояние: Просрочено\n/);
    await city.deputy.presses('Считать по поручениям');
    expect(last(city.deputy)).toMatch(/^Поручений: \d\nСостояние: Просрочено\n/);
    await city.deputy.presses('Фильтр');
    await city.deputy.presses('Считать по исполнителям');
    await city.deputy.presses('Организация');
    await city.deputy.presses('Школа № 1: 1');
    expect(last(city.deputy)).toMatch(/^Записей: 1\nОрганизация: Школа № 1 · Состояние: Просрочено\n/);
    await city.deputy.presses('Фильтр');
    await city.deputy.presses('✕ Состояние');
    await city.deputy.presses('Показать: 2');
    expect(last(city.deputy)).toMatch(/^Записей: 2\nОрганизация: Школа № 1\n/);
  });

  it('is searched by words within its filter', async () => {
    await city.deputy.presses('Фильтр');
    await city.deputy.presses('🔎 Слова');
    await city.deputy.says('...');
    expect(last(city.deputy)).toContain('/find 2.1');
    await city.deputy.presses('🔎 Слова');
    await city.deputy.says('пандусы');
    await city.deputy.presses('Показать: 1');
    expect(last(city.deputy)).toMatch(/^Записей: 1 · поиск: «пандусы»\nОрганизация: Школа № 1\n/);
    await city.deputy.presses('Т-1');
    await town.settle();
    expect(last(city.deputy)).toContain('📌 Поручение № Т-1');
  });

  it('is saved under a name, renamed and deleted; only its owner opens it', async () => {
    const list = city.deputy.messages.findLast(({ text }) => text.includes('пандусы')) ?? expect.unreachable();
    await city.deputy.presses('💾 Сохранить', list);
    await city.deputy.says('Пандусы');
    expect(last(city.deputy)).toContain('Список «Пандусы» сохранён');
    await city.deputy.presses('💾 Сохранить', list);
    await city.deputy.says('Пандусы');
    expect(city.deputy.messages.at(-2)?.text).toContain('уже есть');
    await city.deputy.says('/cancel');
    await city.deputy.says('/lists');
    await city.deputy.presses('Пандусы');
    expect(last(city.deputy)).toMatch(/^Записей: 1 · поиск: «пандусы»\nОрганизация: Школа № 1\n/);
    const { id } = await town.db.savedFilter.findFirstOrThrow();
    for (const verb of ['use', 'edit', 'rename', 'delete', 'drop']) {
      const { text } = await head(2).forges(head(2).lastMessage, `lists.${verb}:${id}`);
      expect([verb, text]).toEqual([verb, 'Этого списка больше нет. Ваши списки: /lists']);
    }
    await city.deputy.says('/lists');
    await city.deputy.presses('✏️');
    await city.deputy.presses('Переименовать');
    await city.deputy.says('Входы');
    await city.deputy.says('/lists');
    expect(city.deputy.lastMessage.buttons.flat()).toContain('Входы');
    await city.deputy.presses('✏️');
    await city.deputy.presses('Удалить');
    await city.deputy.presses('Да, удалить');
    expect(await town.db.savedFilter.count()).toBe(0);
    const verbs = await town.db.journalEvent.findMany({ where: { entity: 'saved_filter' }, orderBy: { id: 'asc' } });
    expect(verbs.map(({ verb }) => verb)).toEqual(['lists.saved', 'lists.renamed', 'lists.deleted']);
  });

  it('refuses forged filters, and never opens in a group', async () => {
    for (const data of [
      'lists.show:Zz:0',
      'lists.show:So:-1',
      'lists.open',
      'lists.pick:So:x:0',
      'lists.panel:SoQ',
      'lists.use:x',
    ])
      expect([data, (await city.deputy.forges(city.deputy.lastMessage, data)).text]).toEqual([data, stale]);
    const { text } = await city.deputy.in(city.group).forges(city.deputy.in(city.group).lastMessage, 'lists.open:So');
    expect(text).toContain('в личном чате');
    const { text: forged } = await head(2).forges(head(2).lastMessage, 'lists.open:So');
    expect(forged).toBe('');
    expect(last(head(2))).toMatch(/^Записей: 1\n/);
  });
});

describe('inline mode', () => {
  it('finds by number and words what the asker may see, and posts number, status and a button', async () => {
    const found = await city.deputy.in(city.group).asksInline('т1');
    expect(found.titles).toEqual(['№ Т-1 · на контроле']);
    expect(found.answer).toMatchObject({ personal: true, nextOffset: '' });
    expect(found.answer?.cacheTime).toBeLessThanOrEqual(10);
    const post = await city.deputy.in(city.group).chooses(found, 'Т-1');
    expect(post.text).toBe('№ Т-1 · на контроле');
    expect(post.buttons).toEqual([['Открыть']]);
    await head(1).in(city.group).presses('Открыть', post);
    await town.settle();
    expect(last(head(1))).toContain('пандус');
    await head(2).in(city.group).presses('Открыть', post);
    await town.settle();
    expect(last(head(2))).toBe('Это поручение вам недоступно.');
    const words = await city.deputy.asksInline('сверить');
    expect(words.titles).toEqual(['№ Т-3 · на контроле · исполнено 0 из 2 · ⚠️ просрочено: 2']);
  });

  it('shows nobody what they may not see, and of what is confidential number and state alone', async () => {
    expect((await head(1).asksInline('т2')).titles).toEqual([]);
    const own = await head(2).asksInline('');
    expect(own.titles).toEqual(['№ Т-2 · на контроле']);
    expect(own.answer?.results[0]).toMatchObject({
      description: 'конфиденциально',
      content: { text: '№ Т-2 · на контроле' },
    });
  });

  it('sends strangers to the private chat, and says what to write', async () => {
    const stranger = town.tg.person({ firstName: 'Гость', languageCode: 'kk' });
    const { titles, answer } = await stranger.asksInline('2.1');
    expect([titles, answer?.button]).toEqual([
      [],
      { text: 'Сіз әлі тіркелмегенсіз. Жеке чатты ашу', startParameter: 'inline' },
    ]);
    await stranger.opens('inline');
    expect(stranger.messages).toHaveLength(1);
    await stranger.opens('task-1');
    expect(stranger.messages).toHaveLength(2);
    expect(last(stranger)).not.toContain('пандус');
    expect((await city.deputy.asksInline('...')).answer?.button?.text).toBe('Напишите номер или слова, например 2.1');
    expect((await city.deputy.asksInline('вертолёт')).answer?.button?.text).toBe('Ничего не найдено');
  });

  it('takes what was posted in the private chat for nobody’s words', async () => {
    const before = head(1).messages.length;
    await head(1).chooses(await head(1).asksInline('т1'), 'Т-1');
    expect(head(1).messages).toHaveLength(before);
    expect(await town.db.report.count()).toBe(0);
  });
});
