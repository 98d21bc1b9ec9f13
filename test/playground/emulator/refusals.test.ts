// The error catalogue: each refusal in Telegram's own words, made by the state that causes it.
import { describe, expect, test } from 'vitest';
import { call, resultOf } from './raw-api.ts';
import { dana, emulator, group, keyboard, pass, refused, refusedText, send, setScene, tg } from './scene.ts';

const hour = 3_600_000;

setScene();

describe('editing and deleting', () => {
  test('an edit that changes nothing', async () => {
    const { message_id } = await send(dana.id, 'a', keyboard({ text: 'b', callback_data: 'c' }));
    expect(
      await refused('editMessageText', {
        chat_id: dana.id,
        message_id,
        text: ' a ',
        ...keyboard({ text: 'b', callback_data: 'c' }),
      }),
    ).toBe(
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
    expect(emulator.violations).toHaveLength(1);
  });

  test('an edit without a keyboard takes the keyboard away', async () => {
    const { message_id } = await send(dana.id, 'a', keyboard({ text: 'b', callback_data: 'c' }));
    await resultOf(emulator, 'editMessageText', { chat_id: dana.id, message_id, text: 'a' });
    expect(dana.lastMessage.buttons).toEqual([]);
  });

  test('messages that cannot be edited', async () => {
    const own = await dana.says('менікі');
    const fixed = await send(dana.id, 'a', { reply_markup: { force_reply: true } });
    const photo = await send(dana.id);
    const edit = (message_id: number) => refused('editMessageText', { chat_id: dana.id, message_id, text: 'b' });
    expect(await edit(999)).toBe('400 Bad Request: message to edit not found');
    expect(await edit(own.id)).toBe("400 Bad Request: message can't be edited");
    expect(await edit(fixed.message_id)).toBe("400 Bad Request: message can't be edited");
    dana.lastMessage.stored.message.text = undefined;
    expect(await edit(photo.message_id)).toBe('400 Bad Request: there is no text in the message to edit');
  });

  test('messages that cannot be deleted', async () => {
    const { message_id } = await send(dana.id);
    const wipe = (chat_id: number, id: number) => refused('deleteMessage', { chat_id, message_id: id });
    expect(await wipe(dana.id, 999)).toBe('400 Bad Request: message to delete not found');
    pass(48 * hour);
    expect(await wipe(dana.id, message_id)).toBe("400 Bad Request: message can't be deleted");
    const foreign = await dana.in(group).says('менікі');
    expect(await wipe(group.id, foreign.id)).toBe("400 Bad Request: message can't be deleted");
  });
});

describe('replying, forwarding, copying, reacting', () => {
  test('to a message that is gone', async () => {
    const message_id = 999;
    expect(await refusedText('a', { reply_parameters: { message_id } })).toBe(
      '400 Bad Request: message to be replied not found',
    );
    await send(dana.id, 'a', { reply_parameters: { message_id, allow_sending_without_reply: true } });
    const from = { chat_id: dana.id, from_chat_id: dana.id, message_id };
    expect(await refused('forwardMessage', from)).toBe('400 Bad Request: message to forward not found');
    expect(await refused('copyMessage', from)).toBe('400 Bad Request: message to copy not found');
    expect(await refused('setMessageReaction', { chat_id: dana.id, message_id, reaction: [] })).toBe(
      '400 Bad Request: message to react not found',
    );
  });
});

describe('text', () => {
  test('empty, blank or too long', async () => {
    expect(await refusedText('')).toBe('400 Bad Request: message text is empty');
    expect(await refusedText(' \n ')).toBe('400 Bad Request: text must be non-empty');
    expect(await refusedText('<b> </b>', { parse_mode: 'HTML' })).toBe('400 Bad Request: text must be non-empty');
    expect(await refusedText('қ'.repeat(4097))).toBe('400 Bad Request: message is too long');
    expect(await refusedText('a'.repeat(32_769))).toBe('400 Bad Request: text is too long');
    const photo = { chat_id: dana.id, photo: 'x', caption: 'қ'.repeat(1025) };
    await dana.sends({ photo: Buffer.from('x') });
    const file = [...emulator.world.files.keys()][0];
    expect(await refused('sendPhoto', { ...photo, photo: file })).toBe('400 Bad Request: message caption is too long');
  });

  test('4096 code points pass, also when they are surrogate pairs and tags around them', async () => {
    await send(dana.id, `<b>${'🏫'.repeat(4096)}</b>`, { parse_mode: 'HTML' });
    expect([...dana.lastMessage.text]).toHaveLength(4096);
    expect(emulator.violations).toEqual([]);
  });

  test('broken markup is told with its offset and noted', async () => {
    expect(await refusedText('3 < 4', { parse_mode: 'HTML' })).toBe(
      '400 Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset 2',
    );
    expect(emulator.violations).toHaveLength(1);
  });
});

describe('chats', () => {
  test('unknown, empty, never started', async () => {
    const stranger = tg.person({ firstName: 'Ерлан' });
    const neighbour = tg.person({ firstName: 'Сәуле' });
    await group.joins(neighbour);
    expect(await refused('sendMessage', { chat_id: 5, text: 'a' })).toBe('400 Bad Request: chat not found');
    expect(await refused('sendMessage', { chat_id: '', text: 'a' })).toBe('400 Bad Request: chat_id is empty');
    expect(await refused('sendMessage', { chat_id: stranger.id, text: 'a' })).toBe('400 Bad Request: chat not found');
    expect(await refused('sendMessage', { chat_id: neighbour.id, text: 'a' })).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
  });

  test('blocked, deleted account, the bot itself', async () => {
    await dana.blocksBot();
    expect(await refusedText('a')).toBe('403 Forbidden: bot was blocked by the user');
    await dana.unblocksBot();
    await send(dana.id);
    dana.leavesTelegram();
    expect(await refusedText('a')).toBe('403 Forbidden: user is deactivated');
    expect(await refused('sendMessage', { chat_id: 1000, text: 'a' })).toBe(
      "403 Forbidden: the bot can't send messages to the bot",
    );
    expect(emulator.violations).toEqual([]);
  });

  test('writing once more after a 403 is noted', async () => {
    await dana.blocksBot();
    await refusedText('a');
    await refusedText('b');
    expect(emulator.violations).toEqual([
      `sendMessage: again to chat ${dana.id} after Forbidden: bot was blocked by the user`,
    ]);
  });

  test.each([
    ['group', 'group'],
    ['supergroup', 'supergroup'],
  ] as const)('a %s that threw the bot out, that it left, that is gone', async (type, name) => {
    const place = tg.group({ title: 'Мектеп', type, members: [dana] });
    const write = () => refused('sendMessage', { chat_id: place.id, text: 'a' });
    await dana.removesBot(place);
    expect(await write()).toBe(`403 Forbidden: bot was kicked from the ${name} chat`);
    await dana.adds(place);
    await resultOf(emulator, 'leaveChat', { chat_id: place.id });
    expect(await write()).toBe(`403 Forbidden: bot is not a member of the ${name} chat`);
    place.vanishes();
    expect(await write()).toBe('403 Forbidden: the group chat was deleted');
  });

  test('a group that became a supergroup tells its new id', async () => {
    const place = tg.group({ title: 'Мектеп', type: 'group', members: [dana] });
    const old = place.id;
    await place.migrates();
    const answer = await call(emulator, 'sendMessage', { chat_id: old, text: 'a' });
    expect(answer).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: place.id },
    });
    expect(String(place.id)).toMatch(/^-100\d{10}$/);
    await send(place.id);
  });
});

describe('topics', () => {
  test('deleted, General by its number, closed, unchanged', async () => {
    const forum = tg.group({ title: 'Форум', forum: true, members: [dana] });
    const topic = forum.topic('Мектептер');
    const write = (message_thread_id: number) =>
      refused('sendMessage', { chat_id: forum.id, text: 'a', message_thread_id });
    expect(await write(1)).toBe('400 Bad Request: message thread not found');
    await forum.changes(topic, 'close');
    expect(await write(topic.id)).toBe('400 Bad Request: TOPIC_CLOSED');
    await forum.changes(topic, 'delete');
    expect(await write(topic.id)).toBe('400 Bad Request: message thread not found');
    expect(await refused('createForumTopic', { chat_id: forum.id, name: 'x' })).toBe(
      '400 Bad Request: not enough rights to create a topic',
    );
    await dana.promotesBot(forum);
    const made = await resultOf<{ message_thread_id: number }>(emulator, 'createForumTopic', {
      chat_id: forum.id,
      name: 'x',
    });
    const { message_thread_id } = made;
    expect(await refused('editForumTopic', { chat_id: forum.id, message_thread_id, name: 'x' })).toBe(
      '400 Bad Request: TOPIC_NOT_MODIFIED',
    );
    await resultOf(emulator, 'closeForumTopic', { chat_id: forum.id, message_thread_id });
    await send(forum.id, 'an administrator writes into a closed topic', { message_thread_id });
  });
});

describe('rights', () => {
  test('to send and to pin', async () => {
    for (const kind of ['text messages', 'photos', 'documents']) group.forbids(kind);
    const { message_id } = await dana
      .in(group)
      .says('сөз')
      .then((message) => ({ message_id: message.id }));
    await dana.sends({ photo: Buffer.from('x') });
    await dana.sends({ document: { name: 'a.pdf', content: Buffer.from('x') } });
    const files = [...emulator.world.files.keys()];
    const to = { chat_id: group.id };
    expect(await refused('sendMessage', { ...to, text: 'a' })).toBe(
      '400 Bad Request: not enough rights to send text messages to the chat',
    );
    expect(await refused('sendPhoto', { ...to, photo: files[0] })).toBe(
      '400 Bad Request: not enough rights to send photos to the chat',
    );
    expect(await refused('sendDocument', { ...to, document: files.at(-1) })).toBe(
      '400 Bad Request: not enough rights to send documents to the chat',
    );
    expect(await refused('pinChatMessage', { ...to, message_id })).toBe(
      '400 Bad Request: not enough rights to manage pinned messages in the chat',
    );
    await dana.promotesBot(group, ['can_pin_messages']);
    await send(group.id);
    await resultOf(emulator, 'pinChatMessage', { ...to, message_id });
    expect(await refused('createForumTopic', { ...to, name: 'x' })).toBe('400 Bad Request: the chat is not a forum');
  });
});
