// A grammY bot in groups: joining and leaving, links, migration, topics, pins, members.
import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator } from '../../../src/playground/emulator/emulator.ts';
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';
import { TelegramTown } from '../../support/telegram.ts';
import type { Group, Person } from '../../support/telegram.ts';
import { resultOf } from './raw-api.ts';

let emulator: Emulator;
let tg: TelegramTown;
let bot: Bot;
let running: Promise<void> | undefined;
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

// The choice of updates counts from the first poll on, so wait for it.
async function start(): Promise<void> {
  running = bot.start({ allowed_updates: ['message', 'callback_query', 'my_chat_member', 'chat_member'] });
  await dana.opens();
  seen = [];
}

const kinds = () =>
  seen.map((update) => {
    const change = update.my_chat_member ?? update.chat_member;
    if (change) return `${change.old_chat_member.status} > ${change.new_chat_member.status}`;
    const skipped = ['message_id', 'from', 'date', 'chat', 'entities', 'reply_to_message', 'message_thread_id'];
    return Object.keys(update.message ?? update).find((key) => !skipped.includes(key) && key !== 'is_topic_message');
  });

const group = (more: object = {}): Group => tg.group({ title: 'Білім', members: [dana, aigerim], ...more });

describe('coming and going', () => {
  test('added, promoted, demoted, thrown out', async () => {
    await start();
    const place = group({ bot: false });
    await dana.adds(place);
    await dana.promotesBot(place, ['can_pin_messages']);
    await dana.demotesBot(place);
    await dana.removesBot(place);
    expect(kinds()).toEqual([
      'left > member',
      'new_chat_members',
      'member > administrator',
      'administrator > member',
      'left_chat_member',
      'member > kicked',
    ]);
    expect(seen[2]?.my_chat_member?.new_chat_member).toMatchObject({
      can_pin_messages: true,
      can_manage_topics: false,
    });
  });

  test('added by a startgroup link with its payload', async () => {
    bot.command('start', (ctx) => ctx.reply(`group ${ctx.match}`));
    await start();
    const place = group({ bot: false });
    await dana.opens('https://t.me/orynda_bot?startgroup=tok-1', place);
    expect(dana.in(place).lastMessage.text).toBe('group tok-1');
    expect(kinds()).toEqual(['left > member', 'new_chat_members', 'text']);
  });

  test('blocked and unblocked in private', async () => {
    await start();
    await dana.blocksBot();
    await expect(dana.says('сөз')).rejects.toThrow('has blocked the bot');
    await dana.unblocksBot();
    expect(kinds()).toEqual(['member > kicked', 'kicked > member']);
  });

  test('members are reported to an administrator only', async () => {
    await start();
    await group({ bot: 'admin' }).joins(tg.person({ firstName: 'Ерлан' }));
    await group({ bot: 'member' }).joins(tg.person({ firstName: 'Сәуле' }));
    expect(kinds()).toEqual(['left > member', 'new_chat_members', 'new_chat_members']);
  });

  test('migration: both messages, the driver follows to the new id', async () => {
    bot.command('hi', (ctx) => ctx.reply('сәлем'));
    await start();
    const place = group({ type: 'group' });
    const old = place.id;
    await place.migrates();
    expect(seen.map((update) => [update.message?.chat.id, kinds()])).toHaveLength(2);
    expect(seen[0]?.message).toMatchObject({ chat: { id: old }, migrate_to_chat_id: place.id });
    expect(seen[1]?.message).toMatchObject({ chat: { id: place.id }, migrate_from_chat_id: old });
    await dana.in(place).says('/hi@orynda_bot');
    expect(dana.in(place).lastMessage.text).toBe('сәлем');
  });
});

describe('topics', () => {
  test('an answer stays in the topic; the notice that opened it stands as the answered message', async () => {
    bot.command('hi', (ctx) => ctx.reply('сәлем'));
    await start();
    const forum = group({ forum: true });
    const topic = forum.topic('Мектептер');
    await dana.in(topic).says('/hi@orynda_bot');
    expect(seen[0]?.message).toMatchObject({
      message_thread_id: topic.id,
      is_topic_message: true,
      reply_to_message: { message_id: topic.id, forum_topic_created: { name: 'Мектептер' } },
    });
    expect(dana.in(topic).lastMessage.topicId).toBe(topic.id);
    expect(dana.in(forum.topic('Басқа')).messages).toEqual([]);
  });

  test('an answer that leaves the topic is noted', async () => {
    bot.command('hi', async (ctx) => void (await ctx.api.sendMessage(ctx.chat.id, 'адасты')));
    await start();
    const forum = group({ forum: true });
    await dana.in(forum.topic('Мектептер')).says('/hi@orynda_bot');
    expect(emulator.violations.splice(0)).toEqual([
      `sendMessage: no message_thread_id while answering in a topic of chat ${forum.id}`,
    ]);
  });

  test('replies outside forums carry a thread without the topic mark', async () => {
    bot.command('hi', (ctx) => ctx.reply('сәлем'));
    await start();
    const place = group();
    await dana.in(place).says('/hi@orynda_bot');
    await dana.in(place).replies(dana.in(place).lastMessage, 'жауап');
    expect(seen[1]?.message?.message_thread_id).toBe(dana.in(place).lastMessage.id);
    expect(seen[1]?.message?.is_topic_message).toBeUndefined();
  });

  test('people open topics, the bot too and hears of both', async () => {
    await start();
    const forum = group({ forum: true, bot: 'admin' });
    await dana.opensTopic(forum, 'Есеп');
    const made = await bot.api.createForumTopic(forum.id, 'Жоспар');
    await tg.settle();
    expect(seen.map((update) => update.message?.forum_topic_created?.name)).toEqual(['Есеп', 'Жоспар']);
    expect(seen[1]?.message?.message_thread_id).toBe(made.message_thread_id);
  });
});

describe('chats as the bot asks about them', () => {
  test('members, administrators, pins', async () => {
    await start();
    const place = group({ bot: 'admin' });
    const sent = await bot.api.sendMessage(place.id, 'карточка');
    await bot.api.pinChatMessage(place.id, sent.message_id);
    await tg.settle();
    expect(kinds()).toEqual(['pinned_message']);
    expect(dana.in(place).lastMessage.pinned).toBe(true);
    expect(await bot.api.getChat(place.id)).toMatchObject({ title: 'Білім', pinned_message: { text: 'карточка' } });
    expect(await bot.api.getChatMemberCount(place.id)).toBe(3);
    expect((await bot.api.getChatMember(place.id, aigerim.id)).status).toBe('member');
    expect((await bot.api.getChatAdministrators(place.id)).map((one) => [one.user.id, one.status])).toEqual([
      [dana.id, 'creator'],
      [1000, 'administrator'],
    ]);
    await bot.api.unpinChatMessage(place.id);
    expect(dana.in(place).lastMessage.pinned).toBe(false);
  });

  test('typing is remembered, a wrong action refused', async () => {
    await start();
    const place = group();
    await bot.api.sendChatAction(place.id, 'typing');
    expect(place.chat.actions.map(({ action }) => action)).toEqual(['typing']);
    await expect(resultOf(emulator, 'sendChatAction', { chat_id: place.id, action: 'dancing' })).rejects.toThrow(
      'wrong parameter action in request',
    );
    expect(emulator.violations.splice(0)).toHaveLength(2);
  });
});
