// The driver of the tests: people who type, press, follow links and forward, seen from a grammY bot.
import { Bot, InlineKeyboard } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator } from '../../../src/playground/emulator/emulator.ts';
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';
import { TelegramTown } from '../../support/telegram.ts';
import type { Person } from '../../support/telegram.ts';

let emulator: Emulator;
let tg: TelegramTown;
let bot: Bot;
let running: Promise<void>;
let dana: Person;
let aigerim: Person;
let seen: Update[];

beforeEach(async () => {
  emulator = await startEmulator({ now: () => new Date('2026-11-23T04:00:00Z') });
  tg = new TelegramTown(emulator);
  dana = tg.person({ firstName: 'Дана' });
  aigerim = tg.person({ firstName: 'Айгерім' });
  bot = new Bot(emulator.token, { client: { apiRoot: emulator.url } });
  seen = [];
  bot.use((ctx, next) => {
    seen.push(ctx.update);
    return next();
  });
});

afterEach(async () => {
  await bot.stop();
  await running;
  await emulator.close();
  expect(emulator.violations).toEqual([]);
});

function start(): void {
  running = bot.start();
}

describe('the driver', () => {
  test('presses the newest button of that name, the whole name before a part', async () => {
    const keyboard = new InlineKeyboard().text('Иә, барлығы', 'all').text('Иә', 'one');
    bot.command('ask', (ctx) => ctx.reply('?', { reply_markup: keyboard }));
    bot.on('callback_query:data', (ctx) => ctx.answerCallbackQuery(`${ctx.callbackQuery.data} ${ctx.from.id}`));
    start();
    const place = tg.group({ title: 'Білім', members: [dana, aigerim] });
    await dana.in(place).says('/ask@orynda_bot');
    const [first, second] = await Promise.all([dana.in(place).presses('Иә'), aigerim.in(place).presses('барлығы')]);
    expect([first.text, second.text]).toEqual([`one ${dana.id}`, `all ${aigerim.id}`]);
    expect(await aigerim.in(place).forges(dana.in(place).lastMessage, 'x')).toEqual({
      text: `x ${aigerim.id}`,
      alert: false,
    });
    await expect(dana.in(place).presses('Жоқ')).rejects.toThrow('no button "Жоқ"');
  });

  test('types on the keyboard under the field and shares her own contact', async () => {
    bot.command('start', (ctx) =>
      ctx.reply('?', { reply_markup: { keyboard: [['Иә'], [{ text: 'Телефон', request_contact: true }]] } }),
    );
    bot.on('message:contact', (ctx) =>
      ctx.reply(String(ctx.msg.contact.user_id), { reply_markup: { remove_keyboard: true } }),
    );
    bot.on('message:text', (ctx) => ctx.reply(ctx.msg.text));
    start();
    await dana.opens();
    expect(dana.keyboard).toEqual([['Иә'], ['Телефон']]);
    await dana.presses('Иә');
    expect(dana.lastMessage.text).toBe('Иә');
    await dana.presses('Телефон');
    expect([dana.lastMessage.text, dana.keyboard]).toEqual([String(dana.id), []]);
  });

  test('follows a button that links to the bot, forwards, edits, deletes', async () => {
    const link = 'https://t.me/orynda_bot?start=go';
    bot.command('start', (ctx) =>
      ctx.reply(`p${ctx.match}`, { reply_markup: new InlineKeyboard().url('Бастау', link) }),
    );
    start();
    await dana.opens();
    await dana.presses('Бастау');
    expect(dana.inbox.map((message) => message.text)).toEqual(['p', 'pgo']);
    await dana.forwards(dana.lastMessage);
    expect(seen.at(-1)?.message?.forward_origin).toMatchObject({ type: 'user', sender_user: { id: 1000 } });
    const before = dana.inbox.length;
    await dana.deletes(dana.lastMessage);
    expect(dana.inbox).toHaveLength(before - 1);
  });

  test('a press on a message that is gone comes as inaccessible', async () => {
    bot.command('start', (ctx) => ctx.reply('?', { reply_markup: new InlineKeyboard().text('a', 'b') }));
    bot.on('callback_query', (ctx) => ctx.answerCallbackQuery());
    start();
    await dana.opens();
    const card = dana.lastMessage;
    await bot.api.deleteMessage(dana.id, card.id);
    await dana.forges(card, 'b');
    expect(seen.at(-1)?.callback_query?.message).toEqual({ chat: card.raw.chat, message_id: card.id, date: 0 });
  });
});
