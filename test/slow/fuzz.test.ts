// Hostile input: thousands of updates by chance, valid by the Bot API, by strangers and by people of every role. A seed repeats a run.
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../src/playground/emulator/world.ts';
import { UpdateQueueWorker } from '../../src/telegram/update-queue.ts';
import { webhookSecret } from '../../src/telegram/webhook-secret.ts';
import { takeUpdate } from '../../src/telegram/webhook.ts';
import { changingNothing } from '../support/rows.ts';
import type { Person } from '../support/telegram.ts';
import { buildFuzzTown, castOf, feed, type FuzzTown, names, sealed, secret } from './fuzz-town.ts';
import { type Cast, UpdateMaker } from './fuzz-updates.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_123);
const total = Number(process.env['FUZZ_UPDATES'] ?? 20_000);

let fuzz: FuzzTown;
/** Every update fed, to show the one that did it. */
const fed = new Map<number, Update>();

beforeAll(async () => {
  fuzz = await buildFuzzTown();
}, 120_000);
afterAll(() => fuzz.town.close());

function* updates(cast: Cast, count: number, kinds: Map<string, number>): Generator<Update> {
  const maker = new UpdateMaker(cast);
  for (let n = 0; n < count; n++) {
    const update = maker.next();
    fed.set(update.update_id, update);
    yield update;
  }
  for (const [kind, n] of maker.made) kinds.set(kind, (kinds.get(kind) ?? 0) + n);
}

/** What the bot said since, by the chat it was said to; answers to presses by who pressed. */
function saidSince(at: number): { to: number; text: string }[] {
  const { calls, world } = fuzz.town.emulator;
  return calls.slice(at).map((call: Call) => {
    const { chat_id: chat, callback_query_id: press } = call.params;
    const to = press === undefined ? chat : world.callbacks.get(String(press))?.from.id;
    const { text, caption, reply_markup: markup, commands } = call.params;
    return { to: Number(to), text: JSON.stringify({ text, caption, markup, commands }) };
  });
}

/** Faults in short, each kind once, with an update that did it. */
function faultsFound(): string[] {
  const kinds = new Map<string, string>();
  for (const { msg, update = 0, err } of fuzz.faults.splice(0)) {
    const what = `${msg}: ${(err?.message ?? '').split('\n').at(-1)?.slice(0, 200)}`;
    const where = /\/src\/[\w/-]+\.ts:\d+/.exec(err?.stack ?? '')?.[0] ?? '';
    if (!kinds.has(what))
      kinds.set(what, `${what} ${where} (seed ${seed}) ${JSON.stringify(fed.get(update))?.slice(0, 1500)}`);
  }
  return [...kinds.values()];
}

/** What Telegram had to complain of. A press brings its message as it was, or was made up: it may be brought to what it shows by now. */
function violationsFound(): string[] {
  const found = fuzz.town.emulator.violations.splice(0).filter((each) => !each.includes('message is not modified'));
  return [...new Set(found)].slice(0, 20);
}

function unanswered(): string[] {
  const { callbacks } = fuzz.town.emulator.world;
  const silent = [...callbacks.values()].filter(({ attempts }) => attempts === 0).map(({ id }) => id);
  callbacks.clear();
  return silent.slice(0, 5).map((id) => {
    const press = [...fed.values()].find(({ callback_query: query }) => query?.id === id);
    return JSON.stringify(press).slice(0, 400);
  });
}

describe(`${total} updates of seed ${seed}`, () => {
  const kinds = new Map<string, number>();
  const half = Math.floor(total * 0.6);

  it('by strangers change nothing, learn nothing, break nothing', async () => {
    const { town, strangers, group, forum } = fuzz;
    const cast = castOf(fuzz, strangers, [group, forum], seed, 800_000_000);
    const at = town.emulator.calls.length;
    const { id } = await town.db.journalEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    // A chat tells of itself whoever is in it: its title, that the bot came or went, that it moved.
    const ofChats = ['chat', 'journal_chain', 'journal_event'];
    await changingNothing(town, () => feed(town, updates(cast, half, kinds)), ofChats);
    const events = await town.db.journalEvent.findMany({ where: { id: { gt: id } } });
    expect.soft(events.filter(({ verb }) => !/^chats\.(met|changed|membership|moved|gone)$/.test(verb))).toEqual([]);
    expect.soft(events.filter(({ actorPersonId }) => actorPersonId !== null)).toEqual([]);
    const said = saidSince(at);
    expect.soft(faultsFound()).toEqual([]);
    expect.soft(violationsFound()).toEqual([]);
    expect.soft(unanswered()).toEqual([]);
    expect.soft(said.length).toBeGreaterThan(half / 10);
    // To whom it is bound a group hears from the bot whenever it comes back: its members see the cards there.
    const leaks = said.filter(
      ({ to, text }) => names.test(text) && !(to === group.info.id && text.includes('қайта қосылдым')),
    );
    expect.soft(leaks.slice(0, 3)).toEqual([]);
  });

  it('by people of every role break nothing and show nobody what is not theirs', async () => {
    const { town, people, strangers, group, forum } = fuzz;
    const speakers: Person[] = [...Object.values(people), ...strangers.slice(0, 2)];
    const at = town.emulator.calls.length;
    await feed(town, updates(castOf(fuzz, speakers, [group, forum], seed + 1, 900_000_000), total - half, kinds));
    await town.service.reader.idle();
    // Of the answers, given while the clock stood still, no limit is left over.
    town.clock.advance({ minutes: 5 });
    await town.tick();
    const said = saidSince(at);
    expect.soft(faultsFound()).toEqual([]);
    expect.soft(violationsFound()).toEqual([]);
    expect.soft(unanswered()).toEqual([]);
    const foreign = ['Басқаев', 'Бөтенова', 'Жатова'].map((name) => people[name]?.id);
    const strange = strangers.map(({ id }) => id);
    const reads = (ids: (number | undefined)[], words: RegExp): unknown[] =>
      said.filter(({ to, text }) => ids.includes(to) && words.test(text)).slice(0, 3);
    expect.soft(reads(foreign, new RegExp(`${secret}|${sealed}|Директоров|Мысалов`))).toEqual([]);
    expect.soft(reads(strange, names)).toEqual([]);
    const outside = ['police', 'head2', 'Алысов', 'Отделов', 'Көзов'].map((name) => people[name]?.id);
    expect.soft(reads(outside, new RegExp(sealed))).toEqual([]);
  });

  it('brought to the webhook are taken, every one, and handled', async () => {
    const { town, people, group } = fuzz;
    const { app } = town;
    const secret = webhookSecret(app.config.botToken);
    const cast = castOf(fuzz, Object.values(people), [group], seed + 2, 1_000_000_000);
    const statuses = new Set<number>();
    for (const update of updates(cast, Math.floor(total / 20), new Map())) {
      const headers = { 'x-telegram-bot-api-secret-token': secret };
      const request = Object.assign(Readable.from([Buffer.from(JSON.stringify(update))]), { method: 'POST', headers });
      statuses.add(await takeUpdate(app, request as unknown as IncomingMessage, secret));
    }
    expect.soft([...statuses]).toEqual([200]);
    const worker = new UpdateQueueWorker(app, town.database.sql, (update) => town.service.bot.handleUpdate(update));
    worker.start();
    for (const end = performance.now() + 300_000; (await app.db.incomingUpdate.count()) > 0; await sleep(100))
      if (performance.now() > end) throw new Error('updates wait for ever');
    await worker.stop();
    await town.service.reader.idle();
    expect.soft(faultsFound()).toEqual([]);
    expect.soft(violationsFound()).toEqual([]);
  });

  it('are of every kind there is', () => {
    expect.soft([...kinds.keys()].filter((kind) => !kind.includes(':')).length).toBeGreaterThanOrEqual(27);
    expect.soft([...kinds.keys()].filter((kind) => kind.startsWith('message:')).length).toBeGreaterThan(70);
  });
});
