// Three replicas behind one address on one database, killed in turn: no update and no message is lost, and nothing is done twice.
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../src/journal/queries.ts';
import { enqueue, type NewMessage } from '../../src/outbox/actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { Fleet } from '../support/fleet.ts';
import type { Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

const root = new URL('../..', import.meta.url).pathname;
const schools = 9;
const rounds = 4;

let town: Town;
let city: City;
let fleet: Fleet;
let ticking: NodeJS.Timeout;

beforeAll(async () => {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.json', '--noCheck'];
  execFileSync(process.execPath, tsc, { cwd: root });
  // The replicas have no other clock than the real one: the city is built a moment before.
  town = await startTown({ at: new Date(Date.now() + 5 * 3_600_000 - 60_000).toISOString().slice(0, 16) });
  city = await buildCity(town, { schools });
  for (let n = 1; n <= rounds; n++) {
    await city.deputy.says(`/task Всем школам провести проверку ${n} до 25.12.2026`);
    await city.deputy.presses('Выдать');
    // At night and on days off the bot asks how.
    const [quietly] = city.deputy.lastMessage.buttons.flat().filter((label) => label.includes('без звука'));
    if (quietly) await city.deputy.presses(quietly);
    await town.settle();
  }
  await town.service.stop();
  ticking = setInterval(() => town.clock.set(new Date()), 20);
  town.tg.waits = false;
  fleet = new Fleet({
    BOT_TOKEN: town.emulator.token,
    TELEGRAM_API_ROOT: town.emulator.url,
    DATABASE_URL: town.database.url,
    ISSUE_UNDO_SECONDS: '0',
    REPORT_UNDO_SECONDS: '0',
    FLOOD_UPDATES: '30',
    LOG_LEVEL: 'info',
  });
  await fleet.start(3);
}, 180_000);

afterAll(async () => {
  clearInterval(ticking);
  await fleet.close();
  await town.close();
}, 60_000);

describe('three replicas', { timeout: 180_000 }, () => {
  it('killed in turn while reports come in, lose none and file none twice', async () => {
    const heads = [...city.heads.values()];
    const cards = new Map(heads.map((head) => [head, cardsOf(head)]));
    for (const own of cards.values()) expect(own).toHaveLength(rounds);
    const stillSpeaking = speak(cards);
    for (let n = 0; n < 6; n++) {
      await new Promise((done) => setTimeout(done, 700));
      await fleet.kill(n % 3);
      await fleet.revive(n % 3);
    }
    await stillSpeaking;
    await until(async () => town.emulator.world.queue.pending === 0 && (await town.db.incomingUpdate.count()) === 0);

    const reports = await town.db.report.findMany({ select: { participationId: true } });
    expect(reports).toHaveLength(schools * rounds);
    expect(new Set(reports.map(({ participationId }) => participationId)).size).toBe(schools * rounds);
    const events = await town.db.journalEvent.count({ where: { verb: 'reports.submitted' } });
    expect(events).toBe(schools * rounds);
    expect(await verifyJournal(town)).toEqual({ ok: true });
  });

  it('killed in turn while there is much to send, lose no message, double none that is to come once, and mark what comes again', async () => {
    const planned = await plant(10);
    for (let n = 0; n < 6; n++) {
      await new Promise((done) => setTimeout(done, 700));
      await fleet.kill(n % 3);
      await fleet.revive(n % 3);
    }
    const unfinished = { state: { in: ['leased', 'sending'] } };
    await until(async () => {
      const due = { state: 'planned', dueAt: { lte: new Date() } };
      return (await town.db.outgoingMessage.count({ where: { OR: [unfinished, due] } })) === 0;
    });
    expect(await town.db.outgoingMessage.count({ where: { state: 'dead' } })).toBe(0);
    const rows = await town.db.outgoingMessage.findMany({ where: { kind: 'tasks.corrected' } });
    const states = new Map(rows.map(({ dedupeKey, state }) => [dedupeKey, state]));
    const texts = [...city.heads.values()].flatMap((head) => head.inbox.map(({ text }) => text));
    const repeat = /неизвестно, дошло ли|жеткен-жетпегені белгісіз/;
    for (const { dedupeKey, resend } of planned) {
      const [first, ...more] = texts.filter((text) => text.includes(dedupeKey));
      expect(states.get(dedupeKey), dedupeKey).toMatch(resend ? /^sent$/ : /^(sent|unknown)$/);
      if (resend || states.get(dedupeKey) === 'sent') expect(first, dedupeKey).toBeDefined();
      if (resend) for (const text of more) expect(text).toMatch(repeat);
      else expect(more, dedupeKey).toEqual([]);
    }
    expect(city.controller.lastMessage.text).toMatch(/На рассмотрении/i);
  });

  it('go on with a conversation whichever of them is killed between two of its steps', async () => {
    const { deputy } = city;
    const shows = async (words: string): Promise<void> =>
      until(async () => deputy.lastMessage.text.includes(words) || deputy.lastMessage.buttons.flat().includes(words));
    const back: Promise<void>[] = [];
    const kill = async (n: number): Promise<void> => {
      await fleet.kill(n);
      back.push(fleet.revive(n));
    };
    await deputy.says('/subscribe');
    await shows('Что охватит');
    await kill(0);
    await deputy.presses('Акимат города Үлгі');
    await shows('понедельник, 09:00');
    await kill(1);
    await deputy.presses('Час');
    await shows('11:00');
    await kill(2);
    await deputy.presses('11:00');
    await shows('понедельник, 11:00');
    await Promise.all(back);
    await deputy.presses('Подписаться');
    await shows('Вы подписаны');
    expect(await town.db.subscription.findMany()).toMatchObject([{ weekday: 1, hour: 11 }]);
    expect(deputy.inbox.filter(({ text }) => text.includes('Вы подписаны'))).toHaveLength(1);
  });

  it('damp a flood that comes to each of them in turn as one process would', async () => {
    const [flooder] = [...city.heads.values()] as [Person];
    const before = flooder.inbox.length;
    for (let n = 0; n < 75; n++) {
      await flooder.says('/help');
      await new Promise((done) => setTimeout(done, 100));
    }
    await until(async () => town.emulator.world.queue.pending === 0 && (await town.db.incomingUpdate.count()) === 0);
    // Not thirty for each of the three.
    const answers = flooder.inbox.length - before;
    expect(answers).toBeGreaterThan(30);
    expect(answers).toBeLessThan(45);
  });
});

/** So many messages for each head, every second of them better said twice than never. */
async function plant(each: number): Promise<NewMessage[]> {
  const seat = { select: { appointments: { select: { person: { select: { id: true, chatId: true } } } } } };
  const shares = await town.db.participation.findMany({ select: { id: true, taskId: true, post: seat } });
  const own = new Map(shares.map((share) => [share.post.appointments[0]?.person.chatId ?? 0, share]));
  const messages = [...own].flatMap(([chatId, { id: subjectId, taskId, post }]) =>
    Array.from({ length: each }, (_, n): NewMessage => {
      const dedupeKey = `probe-${subjectId}-${n}.`;
      const personId = post.appointments[0]?.person.id ?? null;
      const data = { taskId, reason: dedupeKey };
      return { kind: 'tasks.corrected', chatId, personId, subjectId, data, resend: n % 2 === 0, dedupeKey };
    }),
  );
  expect(messages).toHaveLength(schools * each);
  await enqueue({ ...town.app, db: town.db, now: () => new Date() }, messages);
  await town.database.sql.query('NOTIFY orynda_outbox');
  return messages;
}

/** The private cards of a head that can be replied to, oldest first. */
function cardsOf(head: Person) {
  return head.inbox.filter(({ text }) => /провести проверку \d/i.test(text));
}

/** Everybody reports on everything, a word at a time. */
async function speak(cards: Map<Person, ReturnType<typeof cardsOf>>): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const [head, own] of cards) {
      const card = own[round];
      if (card) await head.replies(card, `Выполнено, проверка ${round + 1} проведена, акт подписан`);
      await new Promise((done) => setTimeout(done, 120));
    }
  }
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 60_000; !(await done()); await new Promise((go) => setTimeout(go, 100)))
    if (performance.now() > end) throw new Error(`it never came to pass:\n${fleet.output().slice(-3000)}`);
}
