// The sender against the emulated Telegram: what each answer means for the row, living messages, order, limits, crashes.
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from 'grammy';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { cancelPlanned, enqueue } from '../../src/outbox/actions.ts';
import { claimRows, startSending } from '../../src/outbox/claim.ts';
import { findSent } from '../../src/outbox/queries.ts';
import { denyDeath, recoverRows } from '../../src/outbox/recover.ts';
import { openPostOffice, type PostOffice, type Recipient } from './post-office.ts';

let office: PostOffice;
let wait: (seconds: number) => void;
let aigerim: Recipient;
let names = 0;

beforeAll(async () => {
  ({ office, wait } = await openPostOffice());
});
afterAll(() => office.close());

beforeEach(async () => {
  await office.app.db.outgoingMessage.deleteMany();
  office.words = 'Жаңа тапсырма';
  office.told.length = 0;
  office.emulator.violations.length = 0;
  office.emulator.world.faults.length = 0;
  wait(120);
  office.sender = office.newSender();
  aigerim = await office.recipient(`Айгерім${++names}`);
});

const inbox = (recipient: Recipient) => recipient.person.inbox.map((message) => message.text);

describe('a message', () => {
  it('is sent once, with the text of this moment', async () => {
    const key = await office.plan(aigerim);
    office.words = 'Тапсырма өзгерді';
    expect(await office.sender.drain()).toEqual({ nextAt: null });
    await office.sender.drain();
    expect(inbox(aigerim)).toEqual(['Тапсырма өзгерді']);
    expect(await office.row(key)).toMatchObject({ state: 'sent', sentAt: office.app.now(), attempts: 1 });
  });

  it('waits for its moment', async () => {
    const dueAt = new Date(office.app.now().getTime() + 60_000);
    await office.plan(aigerim, { dueAt });
    expect(await office.sender.drain()).toEqual({ nextAt: dueAt });
    expect(inbox(aigerim)).toEqual([]);
    wait(60);
    await office.sender.drain();
    expect(inbox(aigerim)).toEqual(['Жаңа тапсырма']);
  });

  it('is found again by its place in the chat', async () => {
    await office.plan(aigerim, { subjectId: 17, data: { n: 1 } });
    await office.sender.drain();
    const id = aigerim.person.inbox[0]?.id ?? 0;
    const { personId, chatId } = aigerim;
    const found = { kind: 'note', subjectId: 17, data: { n: 1 }, personId, livingKey: null };
    expect(await findSent(office.app, chatId, id)).toEqual(found);
    expect(await findSent(office.app, chatId, id + 1)).toBeNull();
  });

  it('is not sent when the cause no longer stands, when it comes too late or when it was cancelled', async () => {
    const late = await office.plan(aigerim, { expiresAt: new Date(office.app.now().getTime() + 1000) });
    const cancelled = await office.plan(aigerim, { subjectId: 5 });
    expect(await cancelPlanned(office.app, { subjectId: 5 }, 'the task was closed')).toBe(1);
    wait(1);
    const standing = await office.plan(aigerim);
    office.words = null;
    await office.sender.drain();
    expect(await office.outcome(late)).toBe('cancelled: expired');
    expect(await office.outcome(cancelled)).toBe('cancelled: the task was closed');
    expect(await office.outcome(standing)).toBe('cancelled: no longer stands');
    expect(inbox(aigerim)).toEqual([]);
  });

  it('dies after three tries of a broken renderer, without holding up others for long', async () => {
    const broken = await office.plan(aigerim, { kind: 'fails' });
    const unknown = await office.plan(await office.recipient('Бота'), { kind: 'not.there' });
    const next = await office.plan(aigerim);
    for (let n = 0; n < 8; n++) {
      await office.sender.drain();
      wait(1);
    }
    expect(await office.outcome(broken)).toBe('dead: the renderer failed');
    expect(await office.outcome(unknown)).toBe('dead: the renderer failed');
    expect(await office.outcome(next)).toBe('sent');
  });

  it('outlives a database that is away again and again while its text is made', async () => {
    let away = 5;
    office.renderers['flaps'] = async () => {
      if (away-- > 0) throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'P1017' });
      return { text: 'Келді' };
    };
    const patient = await office.plan(aigerim, { kind: 'flaps' });
    for (let n = 0; n < 7; n++) {
      await office.sender.drain();
      wait(1);
    }
    expect(await office.row(patient)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(inbox(aigerim)).toEqual(['Келді']);
  });
});

describe('languages', () => {
  it('are the language of the person', async () => {
    const anna = await office.recipient('Анна', 'ru');
    await office.plan(anna, { kind: 'tongues' });
    await office.plan({ chatId: anna.chatId }, { kind: 'tongues' });
    await office.sender.drain();
    expect(inbox(anna)).toEqual(['ru', 'ru']);
  });

  it('are those of the bound group or topic, else of the installation', async () => {
    const hall = await office.office('Әкімдік', 'supergroup', true);
    const topic = hall.group.topic('Мектептер');
    const created = { createdAt: office.app.now() };
    const org = await office.app.db.organisation.create({
      data: { code: 'town', nameKk: 'Қала', nameRu: 'Город', type: 'akimat', path: '/', ...created },
    });
    const place = { chatId: hall.chatId, orgId: org.id, boundById: aigerim.personId, boundAt: office.app.now() };
    const say = (threadId: number | null) => office.plan(hall, { kind: 'tongues', threadId });
    await say(null);
    await office.sender.drain();
    await office.app.db.place.create({ data: { ...place, languages: ['ru', 'kk'] } });
    await office.app.db.place.create({ data: { ...place, threadId: topic.id, languages: ['en'] } });
    await say(null);
    await say(topic.id);
    await office.sender.drain();
    const texts = [...hall.group.chat.messages.values()].map(({ message }) => message.text).filter(Boolean);
    expect(texts).toEqual(['kk', 'ru kk', 'en']);
    await office.app.db.place.deleteMany();
  });
});

describe('a living message', () => {
  const refresh = (n: number) =>
    office.plan(aigerim, { kind: 'card', livingKey: 'card:1', dedupeKey: `card:1:${names}:${n}` });

  it('is edited in place, and not touched when nothing changed', async () => {
    await refresh(1);
    await office.sender.drain();
    office.words = 'Орындалды';
    await refresh(2);
    await office.sender.drain();
    const calls = office.emulator.calls.length;
    const unchanged = await refresh(3);
    await office.sender.drain();
    expect(inbox(aigerim)).toEqual(['Орындалды']);
    expect(office.emulator.calls.length).toBe(calls);
    expect(await office.outcome(unchanged)).toBe('sent: unchanged');
    expect((await office.row(unchanged)).messageId).toBe(BigInt(aigerim.person.inbox[0]?.id ?? 0));
  });

  it('is found under its place with its latest cause', async () => {
    for (const v of [1, 2, 3]) {
      office.words = `Нұсқа ${v}`;
      await office.plan(aigerim, { kind: 'card', livingKey: 'card:5', data: { v } });
      await office.sender.drain();
    }
    const id = aigerim.person.inbox[0]?.id ?? 0;
    expect(await findSent(office.app, aigerim.chatId, id)).toMatchObject({ livingKey: 'card:5', data: { v: 3 } });
  });

  it('is one planned row however often it changes', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6].map(refresh));
    expect(await office.app.db.outgoingMessage.count()).toBe(1);
  });

  it('is sent anew when people deleted it', async () => {
    await refresh(1);
    await office.sender.drain();
    for (const stored of aigerim.person.chat.messages.values()) stored.deleted = true;
    office.words = 'Орындалды';
    const key = await refresh(2);
    await office.sender.drain();
    expect(await office.outcome(key)).toBe('sent');
    expect(inbox(aigerim)).toEqual(['Орындалды']);
  });

  it('takes "not modified" for a success', async () => {
    await refresh(1);
    await office.sender.drain();
    await office.app.db.outgoingMessage.updateMany({ data: { contentHash: 'lost' } });
    const key = await refresh(2);
    await office.sender.drain();
    expect(await office.outcome(key)).toBe('sent');
  });

  it('gives way to a newer version when its sender died', async () => {
    const first = await office.plan(aigerim, { kind: 'card', livingKey: 'card:2' });
    const [row] = await claimRows(office.database.sql, { owner: 'old', now: office.app.now(), limit: 1, except: [] });
    const second = await office.plan(aigerim, { kind: 'card', livingKey: 'card:2' });
    expect(row?.kind).toBe('card');
    await office.sender.drain();
    expect(await office.outcome(first)).toBe('cancelled: replaced');
    expect(await office.outcome(second)).toBe('sent');
  });
});

it('a living message that is refused for now gives way to the version planned meanwhile', async () => {
  let changes = 0;
  office.renderers['racing'] = async () => {
    if (changes++ === 0) await office.plan(aigerim, { kind: 'racing', livingKey: 'card:4' });
    return { text: 'Нұсқа' };
  };
  office.emulator.fail({ method: 'sendMessage', retryAfter: 2 });
  const first = await office.plan(aigerim, { kind: 'racing', livingKey: 'card:4' });
  await office.sender.drain();
  expect(await office.outcome(first)).toBe('cancelled: replaced');
  wait(2);
  await office.sender.drain();
  expect(inbox(aigerim)).toEqual(['Нұсқа']);
});

describe('answers of Telegram', () => {
  it('429 holds back this chat only, and is not an attempt', async () => {
    office.emulator.fail({ method: 'sendMessage', retryAfter: 5, chatId: aigerim.person.id });
    const held = await office.plan(aigerim);
    const bota = await office.recipient('Бота');
    await office.plan(bota);
    const { nextAt } = await office.sender.drain();
    expect(await office.row(held)).toMatchObject({ state: 'planned', attempts: 0 });
    expect(inbox(bota)).toHaveLength(1);
    expect(nextAt).toEqual(new Date(office.app.now().getTime() + 5000));
    wait(5);
    await office.sender.drain();
    expect(inbox(aigerim)).toHaveLength(1);
  });

  it('429 holds back its chat for the next sender as well', async () => {
    office.emulator.fail({ method: 'sendMessage', retryAfter: 30, chatId: aigerim.person.id });
    const held = await office.plan(aigerim);
    await office.sender.drain();
    office.sender = office.newSender();
    const { nextAt } = await office.sender.drain();
    expect(nextAt).toEqual(new Date(office.app.now().getTime() + 30_000));
    expect(await office.outcome(held)).toBe('planned');
    wait(30);
    await office.sender.drain();
    expect(inbox(aigerim)).toHaveLength(1);
  });

  it('429 from three chats at once holds back everything', async () => {
    office.emulator.fail({ method: 'sendMessage', retryAfter: 7, times: 3 });
    for (const name of ['Бота', 'Ғани', 'Дана', 'Ерке']) await office.plan(await office.recipient(name));
    const { nextAt } = await office.sender.drain();
    expect(await office.app.db.outgoingMessage.count({ where: { state: 'planned' } })).toBe(4);
    expect(nextAt).toEqual(new Date(office.app.now().getTime() + 7000));
    // Also for a sender that starts meanwhile.
    office.sender = office.newSender();
    expect(await office.sender.drain()).toEqual({ nextAt });
    wait(7);
    await office.sender.drain();
    expect(await office.app.db.outgoingMessage.count({ where: { state: 'sent' } })).toBe(4);
  });

  it('a group that moved is found at its new place', async () => {
    const { chatId, group } = await office.office('Аудан', 'group');
    await group.migrates();
    const key = await office.plan({ chatId });
    await office.sender.drain();
    expect(office.told).toEqual([`moved ${chatId}`]);
    expect(await office.outcome(key)).toBe('sent');
    expect([...group.chat.messages.values()].at(-1)?.message.text).toBe('Жаңа тапсырма');
  });

  it('a person who blocked the bot is told of, and gets nothing more', async () => {
    await aigerim.person.blocksBot();
    const [first, second] = [await office.plan(aigerim), await office.plan(aigerim)];
    await office.sender.drain();
    expect(office.told).toEqual([`unreachable ${aigerim.personId}: 403 Forbidden: bot was blocked by the user`]);
    expect(await office.outcome(first)).toBe('dead: 403 Forbidden: bot was blocked by the user');
    expect(await office.outcome(second)).toBe('cancelled: the chat is gone');
    expect(office.emulator.violations).toEqual([]);
  });

  it('a group without the bot is told of', async () => {
    const { chatId, group } = await office.office('Аудан');
    group.vanishes();
    await office.plan({ chatId });
    await office.sender.drain();
    expect(office.told).toEqual([`gone ${chatId}: 403 Forbidden: the group chat was deleted`]);
  });

  it('a deleted topic does not swallow the message', async () => {
    const { chatId, group } = await office.office('Форум', 'supergroup', true);
    const topic = group.topic('Мектептер');
    await group.changes(topic, 'delete');
    const key = await office.plan({ chatId }, { threadId: topic.id });
    await office.sender.drain();
    expect(await office.outcome(key)).toBe('sent');
  });

  it('markup that Telegram refuses goes once as plain text', async () => {
    office.words = '<b>Шұғыл &amp; маңызды';
    const key = await office.plan(aigerim);
    await office.sender.drain();
    expect(inbox(aigerim)).toEqual(['Шұғыл & маңызды']);
    expect(await office.outcome(key)).toBe('sent: as plain text');
  });

  it('a refused token stops everything and keeps the rows', async () => {
    office.emulator.fail({ method: 'sendMessage', code: 401, description: 'Unauthorized' });
    const [first, second] = [await office.plan(aigerim), await office.plan(aigerim)];
    await office.sender.drain();
    await office.sender.drain();
    expect([await office.outcome(first), await office.outcome(second)]).toEqual(['planned', 'planned']);
    expect(inbox(aigerim)).toEqual([]);
  });

  it.each([
    ['a broken connection', { reset: true }],
    ['a 502', { code: 502, description: 'Bad Gateway' }],
    ['no answer in time', { silent: true }],
  ])('%s leaves a doubt: the message is not repeated', async (_what, fault) => {
    office.emulator.fail({ method: 'sendMessage', afterApply: true, ...fault });
    const key = await office.plan(aigerim);
    await office.sender.drain();
    wait(100);
    await office.sender.drain();
    expect(await office.row(key)).toMatchObject({ state: 'unknown', attempts: 1 });
    expect((await office.row(key)).outcome).not.toContain(office.emulator.token);
    expect(inbox(aigerim).length).toBeLessThanOrEqual(1);
  });

  it('an outage leaves a few doubts, not one a waiting message', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => office.recipient(`Күтуші${n}`)));
    for (const one of people) await office.plan(one);
    const now = office.app.now().getTime();
    office.emulator.fail({ method: 'sendMessage', code: 502, description: 'Bad Gateway', times: 99 });
    expect(await office.sender.drain()).toEqual({ nextAt: new Date(now + 1000) });
    wait(1);
    expect(await office.sender.drain()).toEqual({ nextAt: new Date(now + 3000) });
    expect(await office.app.db.outgoingMessage.count({ where: { state: 'unknown' } })).toBe(2);
    office.emulator.world.faults.length = 0;
    wait(2);
    await office.sender.drain();
    expect(people.flatMap(inbox)).toHaveLength(18);
  });

  it('a database that is away for a moment does not lose what Telegram has answered', async () => {
    const { sql } = office.database;
    await sql.query(`CREATE SEQUENCE outages;
      CREATE FUNCTION refuse_twice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('outages') <= 2 THEN RAISE EXCEPTION 'away'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER away BEFORE UPDATE ON outgoing_message FOR EACH ROW WHEN (NEW.state = 'sent') EXECUTE FUNCTION refuse_twice()`);
    const key = await office.plan(aigerim);
    await office.sender.drain().finally(() => sql.query('DROP FUNCTION refuse_twice CASCADE; DROP SEQUENCE outages'));
    expect(await office.row(key)).toMatchObject({ state: 'sent', messageId: BigInt(aigerim.person.inbox[0]?.id ?? 0) });
    expect(inbox(aigerim)).toHaveLength(1);
  });

  it('a doubtful edit is repeated, and what is better said twice than never', async () => {
    await office.plan(aigerim, { kind: 'card', livingKey: 'card:3' });
    await office.sender.drain();
    office.words = 'Орындалды';
    office.emulator.fail({ method: 'editMessageText', reset: true });
    const edit = await office.plan(aigerim, { kind: 'card', livingKey: 'card:3' });
    await office.sender.drain();
    wait(5);
    await office.sender.drain();
    expect(await office.row(edit)).toMatchObject({ state: 'sent', attempts: 2, data: {} });

    office.emulator.fail({ method: 'sendMessage', reset: true });
    const escalation = await office.plan(aigerim, { resend: true });
    await office.sender.drain();
    wait(5);
    await office.sender.drain();
    expect(await office.row(escalation)).toMatchObject({ state: 'sent', attempts: 2, data: { repeat: true } });
    expect(inbox(aigerim).at(-1)).toContain(office.app.t('kk', 'outbox-repeat'));

    office.emulator.fail({ method: 'sendMessage', reset: true, times: 99 });
    const never = await office.plan(aigerim, { resend: true });
    const began = office.app.now().getTime();
    while ((await office.row(never)).state === 'planned') {
      const { nextAt } = await office.sender.drain();
      if (nextAt) wait((nextAt.getTime() - office.app.now().getTime()) / 1000);
    }
    expect(await office.row(never)).toMatchObject({ state: 'unknown', attempts: 12, data: { repeat: true } });
    expect(office.app.now().getTime() - began).toBeGreaterThan(15 * 60_000);
    office.emulator.world.faults.length = 0;
  });

  it('a Telegram that cannot be reached leaves everything planned, asked less and less often', async () => {
    const away = await openPostOffice();
    const key = await away.office.plan(await away.office.recipient('Алма'));
    await new Promise<void>((closed) => void away.office.emulator.close().then(closed));
    const waits: number[] = [];
    for (let n = 0; n < 4; n++) {
      const { nextAt } = await away.office.sender.drain();
      waits.push(((nextAt?.getTime() ?? 0) - away.at.now) / 1000);
      away.wait(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([1, 2, 4, 8]);
    expect(await away.office.row(key)).toMatchObject({ state: 'planned', attempts: 0 });
    await away.office.database.close();
  });
});

describe('order and limits', () => {
  it('a lower lane goes first, then the older', async () => {
    await office.plan(aigerim, { lane: 3, data: { n: 'digest' } });
    await office.plan(aigerim, { lane: 1, data: { n: 'card' } });
    await office.plan(aigerim, { lane: 1, data: { n: 'card2' } });
    await office.sender.drain();
    expect(inbox(aigerim)).toEqual(['Жаңа тапсырма card', 'Жаңа тапсырма card2', 'Жаңа тапсырма digest']);
  });

  it('a busy group delays nobody else, and Telegram never has to refuse', async () => {
    const { chatId, group } = await office.office('Топ');
    const start = office.app.now().getTime();
    for (let n = 0; n < 45; n++) await office.plan({ chatId }, { data: { n } });
    const people = await Promise.all(Array.from({ length: 40 }, (_, n) => office.recipient(`Адам${n}`)));
    for (const person of people) await office.plan(person);
    let lastPrivate = 0;
    for (;;) {
      const { nextAt } = await office.sender.drain();
      if (lastPrivate === 0 && people.every((person) => inbox(person).length === 1))
        lastPrivate = office.app.now().getTime();
      if (!nextAt) break;
      wait((nextAt.getTime() - office.app.now().getTime()) / 1000);
    }
    const texts = [...group.chat.messages.values()].map(({ message }) => message.text);
    expect(texts).toEqual(Array.from({ length: 45 }, (_, n) => `Жаңа тапсырма ${n}`));
    expect(office.emulator.violations).toEqual([]);
    expect(await office.app.db.outgoingMessage.count({ where: { attempts: { gt: 1 } } })).toBe(0);
    expect(lastPrivate - start).toBeLessThanOrEqual(3000);
    expect(office.app.now().getTime() - start).toBeLessThan(140_000);
  }, 60_000);

  it('a chat whose call hangs delays no other, and keeps its own order', async () => {
    let answer = (): void => {};
    const hanging = new Promise<void>((resolve) => (answer = resolve));
    const api = new Api(office.emulator.token, { apiRoot: office.emulator.url });
    api.config.use(async (call, method, payload, signal) => {
      if ('chat_id' in payload && payload.chat_id === aigerim.person.id) await hanging;
      return call(method, payload, signal);
    });
    office.sender = office.newSender({ api });
    for (let n = 0; n < 2; n++) await office.plan(aigerim, { data: { n } });
    const others = await Promise.all(['Бота', 'Ғани', 'Дана'].map((name) => office.recipient(name)));
    office.sender.start();
    for (const other of others) await office.plan(other);
    await vi.waitFor(() => expect(others.map((other) => inbox(other).length)).toEqual([1, 1, 1]), { timeout: 50_000 });
    expect(inbox(aigerim)).toEqual([]);
    answer();
    await vi.waitFor(() => expect(inbox(aigerim)).toEqual(['Жаңа тапсырма 0', 'Жаңа тапсырма 1']), { timeout: 50_000 });
    await office.sender.stop();
  });

  it('a chat that does not answer in time holds up no other either', async () => {
    const others = [await office.recipient('Бота'), await office.recipient('Ғани')] as const;
    const slow = await office.plan(aigerim);
    office.emulator.fail({ method: 'sendMessage', silent: true });
    office.sender.start();
    onTestFinished(() => office.sender.stop());
    await vi.waitFor(async () => expect((await office.row(slow)).state).toBe('sending'), { timeout: 50_000 });
    await office.plan(others[0]);
    office.sender.wake();
    await vi.waitFor(async () => expect(await office.outcome(slow)).toMatch(/^unknown: .*timed out/), {
      timeout: 50_000,
    });
    const next = await office.plan(aigerim);
    await office.plan(others[1]);
    office.sender.wake();
    await vi.waitFor(() => expect(others.map((other) => inbox(other).length)).toEqual([1, 1]), { timeout: 50_000 });
    expect(await office.outcome(next)).toBe('planned');
    wait(30);
    office.sender.wake();
    await vi.waitFor(async () => expect(await office.outcome(next)).toBe('sent'), { timeout: 50_000 });
  });

  it('edits of a card count for the minute of its group', async () => {
    const { chatId } = await office.office('Топ');
    const first = office.app.now().getTime();
    const edit = (n: number) => office.plan({ chatId }, { livingKey: 'card:1', data: { n } });
    for (let n = 0; n < 19; n++, wait(3)) {
      await edit(n);
      await office.sender.drain();
    }
    const last = await edit(19);
    const { nextAt } = await office.sender.drain();
    expect(await office.outcome(last)).toBe('planned');
    expect(nextAt).toEqual(new Date(first + 60_050));
    expect(office.emulator.violations).toEqual([]);
  });

  it('remembers the calls of the last minute after a restart', async () => {
    const { chatId } = await office.office('Топ');
    for (let n = 0; n < 3; n++) await office.plan({ chatId });
    await office.sender.drain();
    await office.plan({ chatId });
    office.sender = office.newSender();
    const { nextAt } = await office.sender.drain();
    expect(nextAt).toEqual(new Date(office.app.now().getTime() + 3050));
  });
});

describe('after a crash', () => {
  const claim = async (owner: string) =>
    claimRows(office.database.sql, { owner, now: office.app.now(), limit: 9, except: [] });

  it('what was only taken is sent, what was being sent is in doubt', async () => {
    const bota = await office.recipient('Бота');
    const taken = await office.plan(aigerim);
    const doubtful = await office.plan(bota);
    const rows = await claim('the dead one');
    const sending = rows.find((row) => row.chatId === bota.chatId);
    expect(sending && (await startSending(office.database.sql, [sending], office.app.now()))).toEqual([true]);
    await office.sender.drain();
    expect(await office.outcome(taken)).toBe('sent');
    expect(await office.outcome(doubtful)).toBe('unknown: the sender died');
    expect(inbox(bota)).toEqual([]);
  });

  /** A sender that is killed while the text of a row is made, or after so many seconds; true: it had begun a text. */
  const lives = async (seconds: number): Promise<boolean> => {
    const { note } = office.renderers;
    const death = new Promise<true>((die) => {
      office.renderers['note'] = () => new Promise(() => die(true));
    });
    const sender = office.newSender();
    const end = office.app.now().getTime() + seconds * 1000;
    for (;;) {
      const drained = await Promise.race([death, sender.drain()]);
      const nextAt = drained === true ? end : Math.min(end, drained.nextAt?.getTime() ?? end);
      if (drained !== true) wait((nextAt - office.app.now().getTime()) / 1000);
      if (drained === true || nextAt === end) return Object.assign(office.renderers, { note }) && drained === true;
    }
  };

  it('a row that ends every sender that takes it is given up within half a minute', async () => {
    const key = await office.plan(aigerim);
    const began = office.app.now().getTime();
    for (let n = 0; n < 6; n++) expect(await lives(60)).toBe(true);
    expect(await lives(1)).toBe(false);
    expect(await office.outcome(key)).toBe('dead: the sender died too often');
    expect(office.app.now().getTime() - began).toBeLessThan(30_000);
  });

  it('a loop of kills gives up no row that was only in hand, and others go meanwhile', async () => {
    const key = await office.plan(aigerim);
    const taken: boolean[] = [];
    for (let n = 0; n < 20; n++) taken.push(await lives(1));
    expect(taken).toEqual(taken.map((_, n) => n < 3));
    const next = await office.plan(await office.recipient('Бота'));
    const { nextAt } = await office.sender.drain();
    expect(await office.outcome(next)).toBe('sent');
    expect(nextAt?.getTime()).toBe(office.app.now().getTime() + 2000);
    wait(2);
    await office.sender.drain();
    expect(await office.outcome(key)).toBe('sent');
  });

  it('a sender that lost its database and lives on has not died', async () => {
    const key = await office.plan(aigerim);
    const own = { before: null, maxAttempts: 3, maxResends: 12, owner: 'the living one' };
    for (let n = 0; n < 8; n++) {
      expect(await claim('the living one')).toHaveLength(1);
      await recoverRows(office.app.db, own);
    }
    // Another one led meanwhile, and could not know.
    await claim('the living one');
    await recoverRows(office.app.db, { ...own, owner: 'the other' });
    expect((await office.row(key)).data).toEqual({ deaths: ['the living one'] });
    await denyDeath(office.app.db, 'the living one', office.app.now());
    expect((await office.row(key)).data).toEqual({ deaths: [] });
  });

  /** Four rows that ended three senders; `key` is the last one's, `taken` how many rows were taken whenever a text was made. */
  const suspects = async (): Promise<{ key: string; taken: number[] }> => {
    const keys: string[] = [];
    for (const name of ['Бота', 'Ғани', 'Дана', 'Ерке']) keys.push(await office.plan(await office.recipient(name)));
    for (let n = 0; n < 3; n++) {
      expect(await claim(`the dead one ${n}`)).toHaveLength(4);
      await recoverRows(office.app.db, { before: null, maxAttempts: 3, maxResends: 12 });
    }
    const taken: number[] = [];
    const { note } = office.renderers;
    onTestFinished(() => void Object.assign(office.renderers, { note }));
    office.renderers['note'] = async (app) => {
      taken.push(await app.db.outgoingMessage.count({ where: { state: 'leased' } }));
      return { text: 'Жаңа тапсырма' };
    };
    return { key: keys.at(-1) ?? '', taken };
  };
  const sent = (key: string) =>
    vi.waitFor(async () => expect(await office.outcome(key)).toBe('sent'), { timeout: 50_000 });

  it('rows under suspicion are rendered one at a time, and all the others as well until these are through', async () => {
    const { key, taken } = await suspects();
    office.sender.start();
    await sleep(300);
    expect(taken).toEqual([]);
    wait(2);
    office.sender.wake();
    await sent(key);
    await office.sender.stop();
    expect(taken).toEqual([1, 1, 1, 1]);
  });

  it('rows under suspicion stay so while nothing may be sent', async () => {
    const { key, taken } = await suspects();
    for (const chat of [901, 902, 903]) office.sender.refused(chat, 5);
    office.sender.start();
    // Long enough to find that it may not.
    await sleep(1000);
    wait(10);
    office.sender.wake();
    await sent(key);
    await office.sender.stop();
    expect(taken).toEqual([1, 1, 1, 1]);
  });

  it('what was cancelled after it had been taken does not leave', async () => {
    const key = await office.plan(aigerim, { subjectId: 5 });
    const [row] = await claim('the slow one');
    expect(await cancelPlanned(office.app, { subjectId: 5 }, 'the task was closed')).toBe(1);
    expect(row && (await startSending(office.database.sql, [row], office.app.now()))).toEqual([false]);
    expect(await office.outcome(key)).toBe('cancelled: the task was closed');
  });

  it('a clock that was set back holds up nothing that was due at once, and no lease', async () => {
    const taken = await office.plan(aigerim);
    await claim('the dead one');
    wait(-3600);
    const due = await office.plan(await office.recipient('Гүл'), { dueAt: office.app.now() });
    wait(-86_400);
    const later = await office.plan(await office.recipient('Дана'), {
      dueAt: new Date(office.app.now().getTime() + 7_200_000),
    });
    await office.sender.drain();
    expect([await office.outcome(taken), await office.outcome(due), await office.outcome(later)]).toEqual([
      'sent',
      'sent',
      'planned',
    ]);
  });

  it('what was sent under a clock that has been set back since holds the next sender up for no longer than had it just been sent', async () => {
    const others = await Promise.all(Array.from({ length: 40 }, (_, n) => office.recipient(`Адам${n}`)));
    for (const { chatId } of others) await office.plan({ chatId });
    for (let left = 2; left > 0; left--, wait(2)) await office.sender.drain();
    wait(-3600);
    const due = await office.plan(aigerim);
    office.sender = office.newSender();
    await office.sender.drain();
    wait(2);
    await office.sender.drain();
    expect(await office.outcome(due)).toBe('sent');
  });

  it('a sender that was taken for dead is fenced off', async () => {
    await office.plan(aigerim);
    const [row] = await claim('the paused one');
    await office.sender.drain();
    expect(row && (await startSending(office.database.sql, [row], office.app.now()))).toEqual([false]);
    expect(inbox(aigerim)).toHaveLength(1);
  });

  it('two versions of a living message become one', async () => {
    await office.plan(aigerim, { kind: 'card', livingKey: 'card:9' });
    await claim('the dead one');
    await office.plan(aigerim, { kind: 'card', livingKey: 'card:9' });
    await office.sender.drain();
    expect(inbox(aigerim)).toEqual(['Жаңа тапсырма']);
  });
});

describe('the running sender', () => {
  it('sends what a change planned as soon as it is committed, and stops in order', async () => {
    office.sender = office.newSender({ alone: false });
    office.app.wake = () => office.sender.wake();
    office.sender.start();
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => office.recipient(`Адам${n}`)));
    await enqueue(
      office.app,
      people.map(({ chatId }, n) => ({ kind: 'note', chatId, dedupeKey: `run-${n}` })),
    );
    const sent = () => office.app.db.outgoingMessage.count({ where: { state: 'sent' } });
    await expect.poll(sent, { timeout: 50_000 }).toBe(12);
    await office.sender.stop();
    await office.plan(aigerim);
    expect(inbox(aigerim)).toEqual([]);
  });

  it('leaves the work to the one that leads, and takes over when that one stops', async () => {
    const named = (name: string) =>
      office.newSender({ alone: false, renderers: { note: async () => ({ text: name }) } });
    const [first, second] = [named('first'), named('second')];
    const told = (texts: string[]) => expect.poll(() => inbox(aigerim), { timeout: 50_000 }).toEqual(texts);
    first.start();
    await office.plan(aigerim);
    await told(['first']);
    second.start();
    await new Promise((done) => setTimeout(done, 100));
    await office.plan(aigerim);
    second.wake();
    await told(['first', 'first']);
    expect([first.leads, second.leads]).toEqual([true, false]);
    await first.stop();
    await office.plan(aigerim);
    await told(['first', 'first', 'second']);
    expect([first.leads, second.leads]).toEqual([false, true]);
    await second.stop();
  });

  it('counts what people were answered at the other processes for the limits of their chats', async () => {
    const { sql } = office.database;
    const [first, second] = [office.newSender({ alone: false, sql }), office.newSender({ alone: false, sql })];
    onTestFinished(async () => void (await Promise.all([first.stop(), second.stop()])));
    first.start();
    const bota = await office.recipient('Бота');
    await office.plan(bota);
    await expect.poll(() => inbox(bota).length, { timeout: 50_000 }).toBe(1);
    second.start();
    for (let n = 0; n < 3; n++) second.answered(aigerim.person.id);
    second.refused(bota.person.id, 30);
    await sleep(300);
    for (const one of [aigerim, bota]) await office.plan(one);
    const free = await office.recipient('Ғани');
    await office.plan(free);
    second.wake();
    await expect.poll(() => inbox(free).length, { timeout: 50_000 }).toBe(1);
    expect([inbox(aigerim).length, inbox(bota).length]).toEqual([0, 1]);
    wait(4);
    second.wake();
    await expect.poll(() => inbox(aigerim).length, { timeout: 50_000 }).toBe(1);
    expect(inbox(bota)).toHaveLength(1);
  });

  it('leads until its last call has been answered, even while it stops', async () => {
    const { sql } = office.database;
    const [first, second] = [office.newSender({ alone: false, sql }), office.newSender({ alone: false, sql })];
    office.emulator.fail({ method: 'sendMessage', silent: true });
    const key = await office.plan(aigerim);
    const state = async () => (await office.row(key)).state;
    first.start();
    await expect.poll(state, { timeout: 50_000 }).toBe('sending');
    const stopped = first.stop();
    second.start();
    await new Promise((done) => setTimeout(done, 300));
    expect(await state()).toBe('sending');
    await stopped;
    await second.stop();
  });

  it('stops while it waits for another one to end', async () => {
    const [first, second] = [1, 2].map(() => office.newSender({ alone: false }));
    first?.start();
    await office.plan(aigerim);
    await expect.poll(() => inbox(aigerim).length, { timeout: 50_000 }).toBe(1);
    second?.start();
    await new Promise((done) => setTimeout(done, 100));
    await second?.stop();
    await first?.stop();
  });
});
