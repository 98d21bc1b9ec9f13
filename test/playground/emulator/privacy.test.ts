// Privacy mode: the table of the Bot API FAQ, typed out.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator } from '../../../src/playground/emulator/emulator.ts';
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';
import { TelegramTown } from '../../support/telegram.ts';
import type { Group, Person } from '../../support/telegram.ts';
import { resultOf } from './raw-api.ts';

let emulator: Emulator;
let tg: TelegramTown;
let dana: Person;
let other: Person;
let group: Group;

beforeEach(async () => {
  emulator = await startEmulator({ now: () => new Date('2026-11-23T04:00:00Z') });
  tg = new TelegramTown(emulator);
  tg.waits = false;
  dana = tg.person({ firstName: 'Дана' });
  other = tg.otherBot('other_bot');
  group = tg.group({ title: 'Білім', members: [dana, other] });
});

afterEach(async () => {
  await emulator.close();
  expect(emulator.violations).toEqual([]);
});

async function heard(): Promise<unknown[]> {
  const updates = await resultOf<{ message?: { text?: string } }[]>(emulator, 'getUpdates');
  return updates.map((update) => update.message?.text ?? Object.keys(update)[1]);
}

const botSays = (text: string) =>
  resultOf<{ message_id: number }>(emulator, 'sendMessage', { chat_id: group.id, text });

describe('with privacy mode on the bot hears', () => {
  test('a command with its name anywhere, whoever wrote last', async () => {
    await other.in(group).says('мен соңғымын');
    await dana.in(group).says('/task@orynda_bot x');
    await dana.in(group).says('/TASK@Orynda_Bot y');
    expect(await heard()).toEqual(['/task@orynda_bot x', '/TASK@Orynda_Bot y']);
  });

  test('a bare command only while it was the last bot to write', async () => {
    await dana.in(group).says('/before');
    await botSays('карточка');
    await dana.in(group).says('адамдар сөзі');
    await dana.in(group).says('/after');
    await other.in(group).says('енді мен');
    await dana.in(group).says('/again');
    expect(await heard()).toEqual(['/after']);
  });

  test('not a command for another bot, even as the last writer', async () => {
    await botSays('карточка');
    await dana.in(group).says('/task@other_bot');
    expect(await heard()).toEqual([]);
  });

  test('messages sent by way of it', async () => {
    emulator.world.privacy = true;
    const { say } = await import('../../../src/playground/emulator/people.ts');
    say(emulator.world, group.chat, dana.user, { text: 'inline' }, { via: emulator.world.bot });
    expect(await heard()).toEqual(['inline']);
  });

  test('replies to itself and to messages meant for it', async () => {
    await botSays('карточка');
    await dana.in(group).replies(dana.in(group).lastMessage, 'готово');
    const command = await dana.in(group).says('/task@orynda_bot x');
    await dana.in(group).replies(command, 'уточнение');
    const chatter = await dana.in(group).says('просто так');
    await dana.in(group).replies(chatter, 'и ответ');
    expect(await heard()).toEqual(['готово', '/task@orynda_bot x', 'уточнение']);
  });

  test('not a reply to another bot, even with its own command: a message goes to one bot', async () => {
    const foreign = await other.in(group).says('спрошу я');
    await dana.in(group).replies(foreign, '/task@orynda_bot');
    expect(await heard()).toEqual([]);
  });

  test('a message that mentions it', async () => {
    await dana.in(group).says('уважаемый @orynda_bot, помогите');
    await dana.in(group).says('уважаемый @other_bot, помогите');
    expect(await heard()).toEqual(['уважаемый @orynda_bot, помогите']);
  });

  test('all service messages', async () => {
    await group.renames('Мектептер');
    await group.joins(tg.person({ firstName: 'Ерлан' }));
    expect(await heard()).toEqual(['message', 'message']);
  });

  test('everything in private', async () => {
    await dana.says('сөз');
    expect(await heard()).toEqual(['сөз']);
  });

  test('edits of what it heard, not of what it did not hear', async () => {
    const unheard = await dana.in(group).says('сөз');
    const seen = await dana.in(group).says('/task@orynda_bot x');
    await dana.in(group).edits(unheard, 'басқа сөз');
    await dana.in(group).edits(seen, '/task@orynda_bot y');
    expect(await heard()).toEqual(['/task@orynda_bot x', 'edited_message']);
  });
});

describe('the bot hears everything but bots', () => {
  test('as an administrator', async () => {
    await dana.promotesBot(group);
    await dana.in(group).says('сөз');
    await other.in(group).says('боттың сөзі');
    expect(await heard()).toEqual(['my_chat_member', 'сөз']);
  });

  test('with privacy mode off, and getMe tells so', async () => {
    tg.privacy = false;
    await dana.in(group).says('сөз');
    await other.in(group).says('боттың сөзі');
    expect(await heard()).toEqual(['сөз']);
    expect(await resultOf(emulator, 'getMe')).toMatchObject({ can_read_all_group_messages: true });
  });
});

describe('people behind other faces', () => {
  beforeEach(() => {
    tg.privacy = false;
  });

  test('an anonymous administrator, a channel, a linked post carry sender_chat', async () => {
    const channel = tg.channel('Жаңалықтар');
    await dana.in(group, 'anonymous').says('бір');
    await dana.in(group, channel).says('екі');
    await group.takesPost(channel, 'үш');
    const updates = await resultOf<{ message: Record<string, unknown> }[]>(emulator, 'getUpdates');
    expect(updates.map(({ message }) => [message['from'], message['sender_chat'], message['text']])).toMatchObject([
      [{ id: 1087968824, username: 'GroupAnonymousBot' }, { id: group.id }, 'бір'],
      [{ id: 136817688 }, { id: channel.id, type: 'channel' }, 'екі'],
      [{ id: 777000, is_bot: false }, { id: channel.id }, 'үш'],
    ]);
    expect(updates[2]?.message['is_automatic_forward']).toBe(true);
  });

  test('the press of an anonymous administrator carries the real person', async () => {
    const button = { text: 'Ия', callback_data: 'yes' };
    await resultOf(emulator, 'sendMessage', {
      chat_id: group.id,
      text: '?',
      reply_markup: { inline_keyboard: [[button]] },
    });
    await dana.in(group, 'anonymous').presses('Ия');
    const [update] = await resultOf<{ callback_query: { from: object } }[]>(emulator, 'getUpdates');
    expect(update?.callback_query.from).toMatchObject({ id: dana.id });
  });
});
