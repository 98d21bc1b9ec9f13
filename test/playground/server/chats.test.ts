// The control API: what a visitor can do in chats, and what comes back, over real HTTP with the real bot behind it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatView, LogEntry, PressAnswer } from '../../../src/playground/protocol.ts';
import { newHouse, type House, type Visitor } from './house.ts';

let house: House;
let administrator: Visitor;
let deputy: Visitor;
let department: Visitor;
let stranger: Visitor;

beforeAll(async () => {
  house = await newHouse();
  await house.open('empty');
  administrator = await house.person('administrator');
  deputy = await house.person('deputy');
  department = await house.person('department');
  stranger = await house.person('stranger');
});

afterAll(async () => {
  await house.close();
  await house.remove();
});

/** A picture of two pixels. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR42mP8z8BQz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
  'base64',
);

const last = (view: ChatView): ChatView['messages'][number] => view.messages.at(-1) as ChatView['messages'][number];

describe('the empty city', () => {
  it('has nine people whom the bot does not know, two groups with the bot in them, and a link for the administrator', async () => {
    const state = await house.state();
    expect([state.city, state.busy, state.personas.length, state.violations]).toEqual(['empty', null, 9, 0]);
    expect(state.adminLink).toMatch(/^https:\/\/t\.me\/orynda_bot\?start=[\w-]+$/);
    const groups = (await deputy.chats()).filter(({ type }) => type === 'supergroup');
    expect(groups.map(({ topics }) => topics.length).sort()).toEqual([0, 3]);
    expect(await stranger.chats()).toHaveLength(1);
    const view = await deputy.look(groups[0]?.id);
    expect(view.messages.map(({ service }) => service?.key)).toContain('playground-service-added');
    expect(last(view).author).toEqual({ id: state.bot.id, name: state.bot.name, bot: true });
  });

  it('asks to press Start before anything else, and then speaks the language of the account', async () => {
    expect((await stranger.look()).needsStart).toBe(true);
    await stranger.says('/start');
    const view = await stranger.hears('invit');
    expect([view.needsStart, view.commands[0]]).toEqual([false, { command: 'start', description: 'Begin' }]);
  });

  it('makes the administrator by the link, once, and shows the answer of a press', async () => {
    const { adminLink } = await house.state();
    expect(await administrator.opens(adminLink ?? '')).toEqual({ chat: administrator.id });
    const answer = await administrator.presses<PressAnswer>('Это я');
    expect(Object.keys(answer).sort()).toEqual(['alert', 'open', 'text']);
    const view = await administrator.sees(({ commands }) => commands.some(({ command }) => command === 'import'));
    expect(view.messages.every(({ service }) => service === null)).toBe(true);
    expect((await house.state()).adminLink).toBeNull();
  });

  it('refuses links of others, buttons that are gone and people who are nobody', async () => {
    await expect(stranger.opens('https://t.me/other_bot?start=x')).rejects.toThrow('400');
    await expect(stranger.does('press', { message: 1, row: 0, column: 0 })).rejects.toThrow('404');
    await expect(house.get('chats?as=1')).rejects.toThrow('400');
    await expect(house.get(`chats/${deputy.id}?as=${stranger.id}`)).rejects.toThrow('404');
    const { id } = await deputy.group('Директора');
    await expect(stranger.says('hello', {}, id)).rejects.toThrow('404');
  });
});

describe('the tour', () => {
  it('has no steps in an empty city', async () => {
    expect(await house.get('tour?as=ru')).toEqual([]);
    await expect(house.post('tour/issue?as=ru', {})).rejects.toThrow('404');
  });
});

describe('chats', () => {
  it('count what is unread for each person and topic until it is looked at', async () => {
    const { id } = await deputy.group('Директора');
    await deputy.look(id);
    await department.look(id);
    await deputy.says('Завтра совещание', {}, id);
    expect([(await deputy.group('Директора')).unread, (await department.group('Директора')).unread]).toEqual([0, 1]);
    expect(last(await department.look(id))).toMatchObject({ text: 'Завтра совещание', mine: false });
    expect((await department.group('Директора')).unread).toBe(0);

    const forum = await deputy.group('Кеңес');
    const [topic, other] = forum.topics;
    await deputy.says('В теме', { thread: topic?.id }, forum.id);
    const seen = (await department.group('Кеңес')).topics.map(({ unread }) => unread);
    expect(seen).toEqual([1, 0, 0]);
    expect((await department.look(forum.id, `&thread=${other?.id}`)).messages.map(({ text }) => text)).toEqual(['']);
    expect(last(await department.look(forum.id, `&thread=${topic?.id}`)).text).toBe('В теме');
    // What is left is the greeting of the bot in the general part.
    expect((await department.group('Кеңес')).unread).toBe(1);
    expect((await department.look(forum.id)).unread).toBe(0);
  });

  it('show at most fifty messages, and the older ones on demand', async () => {
    const { id } = await deputy.group('Директора');
    for (let n = 1; n <= 60; n += 1) await deputy.says(`строка ${n}`, {}, id);
    const view = await deputy.look(id);
    expect([view.messages.length, view.older, view.messages[0]?.text]).toEqual([50, true, 'строка 11']);
    const older = await deputy.look(id, `&before=${view.messages[0]?.id}`);
    expect([last(older).text, older.older]).toEqual(['строка 10', false]);
  });

  it('carry quotes, edits, reactions, pins and deletions', async () => {
    const { id } = await deputy.group('Директора');
    const [asked] = (await deputy.says('Кто будет?', {}, id)).messages;
    await department.says('Я', { replyTo: asked }, id);
    expect(last(await deputy.look(id)).replyTo).toMatchObject({
      id: asked,
      author: 'Дархан Мейірбеков',
      text: 'Кто будет?',
    });
    await deputy.does('edit', { message: asked, text: 'Кто придёт?' }, id);
    await department.does('react', { message: asked, emoji: '👍' }, id);
    await deputy.does('react', { message: asked, emoji: '👍' }, id);
    await department.does('pin', { message: asked, pinned: true }, id);
    const view = await department.look(id);
    const found = view.messages.find((message) => message.id === asked);
    expect(found).toMatchObject({ text: 'Кто придёт?', reactions: [{ emoji: '👍', count: 2, mine: true }] });
    expect(found?.editedAt).not.toBeNull();
    expect([view.pinned?.id, last(view).service?.key]).toEqual([asked, 'playground-service-pinned']);
    await expect(department.does('edit', { message: asked, text: 'x' }, id)).rejects.toThrow('403');
    await expect(deputy.does('pin', { message: asked, pinned: true }, id)).rejects.toThrow('409');
    await expect(deputy.does('pin', { message: asked, pinned: false }, id)).rejects.toThrow('409');
    await expect(deputy.does('edit', { message: asked, text: ' ' }, id)).rejects.toThrow('409');
    await expect(deputy.does('edit', { message: asked, text: 'x'.repeat(4097) }, id)).rejects.toThrow('409');
    await expect(department.does('delete', { message: asked }, id)).rejects.toThrow('409');
    await department.does('react', { message: asked, emoji: '' }, id);
    await deputy.does('delete', { message: asked }, id);
    const after = await department.look(id);
    expect([after.pinned, after.messages.some((message) => message.id === asked)]).toEqual([null, false]);
  });

  it('send a long text in several messages, and a long caption after its files', async () => {
    const { id } = await deputy.group('Директора');
    const line = `${'слово '.repeat(20).trim()}\n`;
    const { messages } = await deputy.says(line.repeat(80), {}, id);
    expect(messages).toHaveLength(3);
    const texts = (await deputy.look(id)).messages.slice(-3).map(({ text }) => text);
    expect(texts.join('\n')).toBe(line.repeat(80).trim());
    expect(texts.every((text) => text.length <= 4096 && text.endsWith('слово'))).toBe(true);
    const file = await house.upload('a.txt', 'text/plain', Buffer.from('a'));
    await deputy.says(line.repeat(10), { files: [file] }, id);
    const [document, words] = (await deputy.look(id)).messages.slice(-2);
    expect([document?.text, document?.files.length, words?.text.length]).toEqual(['', 1, 1199]);
  });

  it('take pictures as photos or documents, several as one album', async () => {
    const { id } = await deputy.group('Директора');
    const files = [await house.upload('a.png', 'image/png', png), await house.upload('b.png', 'image/png', png)];
    await deputy.says('Два снимка', { files }, id);
    const [first, second] = (await department.look(id)).messages.slice(-2);
    expect([first?.text, second?.text, first?.album]).toEqual(['Два снимка', '', second?.album]);
    expect(first?.files).toMatchObject([{ kind: 'photo', width: 2, height: 1 }]);
    const alone = await house.upload('план работ.png', 'image/png', png);
    await deputy.says('', { files: [alone], asDocuments: true }, id);
    expect(last(await department.look(id))).toMatchObject({ files: [{ kind: 'document', name: 'план работ.png' }] });
    await expect(deputy.says('', { files: ['upload-999'] }, id)).rejects.toThrow('404');
    // Sent once, an upload is kept no longer.
    await expect(deputy.says('', { files: [alone] }, id)).rejects.toThrow('404');
    await expect(house.upload('nothing', 'text/plain', Buffer.alloc(0))).rejects.toThrow('400');
    await expect(deputy.says('  ', {}, id)).rejects.toThrow('409');
  });

  it('serve files so that nothing in them can run', async () => {
    const { id } = await deputy.group('Директора');
    const evil = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const [name, type, content] of [
      ['evil.svg', 'image/svg+xml', evil],
      ['evil.html', 'text/html', evil],
      ['evil.png', 'image/png', evil],
      [`a${'😀'.repeat(150)}.txt`, 'text/plain', evil],
      ['x"\r\n.png', 'image/png', png],
    ] as const) {
      await deputy.says('', { files: [await house.upload(name, type, content)] }, id);
      const file = last(await deputy.look(id)).files[0];
      const response = await fetch(new URL(`api/files/${file?.id}`, house.url));
      const inline = content === png;
      expect(response.headers.get('content-type'), name).toBe(inline ? 'image/png' : 'application/octet-stream');
      expect(response.headers.get('content-disposition'), name).toMatch(
        inline ? /^inline$/ : /^attachment; filename\*=/,
      );
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
    }
    await expect(house.get('files/nothing')).rejects.toThrow('404');
  });

  it('tell the pages what changed, and developers what happened', async () => {
    const events = await fetch(new URL('api/events', house.url));
    const reader = (events.body as ReadableStream<Uint8Array>).getReader();
    const [before] = (await house.get<LogEntry[]>('log')).slice(-1);
    await stranger.says('/help');
    let text = '';
    const expected = [`event: chat\ndata: {"chat":${stranger.id}}`, 'event: chats\n', 'event: log\ndata: {}\n'];
    while (!expected.every((event) => text.includes(event))) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`the events ended: ${text}`);
      text += new TextDecoder().decode(value);
    }
    await reader.cancel();
    const calls = async (): Promise<string[]> =>
      (await house.get<LogEntry[]>(`log?after=${before?.id}`)).map(({ name }) => name);
    await expect.poll(calls).toContain('sendMessage');
    const { id } = await deputy.group('Директора');
    const [newest] = (await house.get<LogEntry[]>('log')).slice(-1);
    await deputy.says('не для бота', {}, id);
    const entries = await house.get<LogEntry[]>(`log?after=${newest?.id}`);
    expect(entries).toMatchObject([{ what: 'hidden', summary: 'Дархан Мейірбеков: не для бота' }]);
  });

  it('fail on order as Telegram does, and the bot is told', async () => {
    await house.post('faults', { kind: '500', times: 2 });
    expect((await house.state()).faults).toEqual([{ kind: '500', times: 2 }]);
    await stranger.says('/help');
    const failed = async (): Promise<LogEntry[]> =>
      (await house.get<LogEntry[]>('log')).filter(({ what }) => what === 'fault');
    await expect.poll(failed).not.toEqual([]);
    await house.delete('faults');
    expect((await house.state()).faults).toEqual([]);
    await expect(house.post('faults', { kind: '418', times: 1 })).rejects.toThrow('400');
  });

  it('can be closed to the bot', async () => {
    await stranger.does('block', { blocked: true });
    expect((await stranger.look()).blocked).toBe(true);
    await expect(stranger.says('hello')).rejects.toThrow('409');
    await stranger.does('block', { blocked: false });
    await stranger.says('/help');
  });
});
