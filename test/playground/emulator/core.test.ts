// A grammY bot over real HTTP against the emulator: the everyday exchange of words, buttons, edits and files.
import { Bot, InlineKeyboard, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator } from '../../../src/playground/emulator/emulator.ts';
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';
import { TelegramTown } from '../../support/telegram.ts';

let clock = new Date('2026-11-23T04:00:00Z');
let emulator: Emulator;
let tg: TelegramTown;
let bot: Bot;
let running: Promise<void>;

beforeEach(async () => {
  clock = new Date('2026-11-23T04:00:00Z');
  emulator = await startEmulator({ now: () => clock });
  tg = new TelegramTown(emulator);
  bot = new Bot(emulator.token, { client: { apiRoot: emulator.url } });
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

describe('in private', () => {
  test('the bot answers Start with the payload of the link and the clock of the test', async () => {
    bot.command('start', (ctx) => ctx.reply(`<b>Сәлем</b>, ${ctx.match}`, { parse_mode: 'HTML' }));
    start();
    const aigerim = tg.person({ firstName: 'Айгерім', languageCode: 'kk' });
    await aigerim.opens('https://t.me/orynda_bot?start=abc-1');
    expect(aigerim.inbox.map((message) => [message.text, message.html])).toEqual([
      ['Сәлем, abc-1', '<b>Сәлем</b>, abc-1'],
    ]);
    expect(aigerim.lastMessage.date).toEqual(clock);
    expect(emulator.calls.at(-1)).toMatchObject({ method: 'sendMessage', params: { chat_id: aigerim.id }, at: clock });
  });

  test('a press is answered and its message edited in place', async () => {
    bot.command('start', (ctx) =>
      ctx.reply('Тапсырма', { reply_markup: new InlineKeyboard().text('Қабылдау', 'a:1').text('Қайтару', 'r:1') }),
    );
    bot.callbackQuery('a:1', async (ctx) => {
      await ctx.answerCallbackQuery({ text: 'Дайын', show_alert: true });
      await ctx.editMessageText('Қабылданды');
    });
    start();
    const dana = tg.person({ firstName: 'Дана' });
    await dana.opens();
    const card = dana.lastMessage;
    expect(card.buttons).toEqual([['Қабылдау', 'Қайтару']]);
    expect(await dana.presses('Қабыл')).toEqual({ text: 'Дайын', alert: true });
    expect([card.text, card.buttons, card.edited, dana.inbox.length]).toEqual(['Қабылданды', [], true, 1]);
  });

  test('files go both ways, with a name that has spaces and Kazakh letters', async () => {
    bot.on('message:document', async (ctx) => {
      const file = await ctx.getFile();
      const answer = await fetch(`${emulator.url}/file/bot${emulator.token}/${file.file_path ?? ''}`);
      const content = Buffer.from(await answer.arrayBuffer());
      await ctx.replyWithDocument(new InputFile(content, 'есеп 12 мектеп.csv'), { caption: `${content.length} байт` });
    });
    start();
    const dana = tg.person({ firstName: 'Дана' });
    await dana.sends({ document: { name: 'roster.csv', content: Buffer.from('код;аты\r\n1;Мектеп') } });
    expect(dana.lastMessage.file).toEqual({ name: 'есеп 12 мектеп.csv', content: Buffer.from('код;аты\r\n1;Мектеп') });
    expect(dana.lastMessage.text).toBe('29 байт');
  });

  test('an album arrives as one update an item with one group id', async () => {
    const seen: (string | undefined)[] = [];
    bot.on('message:photo', (ctx) => void seen.push(ctx.msg.media_group_id, ctx.msg.caption));
    start();
    const dana = tg.person({ firstName: 'Дана' });
    await dana.sends({ album: [{ photo: Buffer.from('1') }, { photo: Buffer.from('2') }], caption: 'Орындалды' });
    expect(seen).toEqual(['13900000001', 'Орындалды', '13900000001', undefined]);
  });
});

describe('in a group', () => {
  test('bare words stay unheard, a command to the bot and a reply to it are heard', async () => {
    bot.command('task', (ctx) => ctx.reply('Жоба', { reply_parameters: { message_id: ctx.msg.message_id } }));
    bot.on('message:text', (ctx) => ctx.reply(`естідім: ${ctx.msg.text}`));
    start();
    const aigerim = tg.person({ firstName: 'Айгерім' });
    const group = tg.group({ title: 'Білім', members: [aigerim] });
    await aigerim.in(group).says('жай сөз');
    expect(aigerim.in(group).messages).toHaveLength(0);
    await aigerim.in(group).says('/task@orynda_bot пандус');
    expect(aigerim.in(group).lastMessage.text).toBe('Жоба');
    await aigerim.in(group).replies(aigerim.in(group).lastMessage, 'жауап');
    expect(aigerim.in(group).lastMessage.text).toBe('естідім: жауап');
  });
});
