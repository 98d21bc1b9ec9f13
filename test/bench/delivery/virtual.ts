// The real sender on a virtual clock before a strict Telegram: how long a city takes, whether Telegram ever refuses, whether order is kept.
import { setImmediate as turn } from 'node:timers/promises';
import { Api } from 'grammy';
import type * as Jobs from '../../../src/outbox/job.ts';
import { token } from '../processes.ts';
import type { Row } from '../row.ts';
import { addChats, appOn, type Ground, line, onGround } from './ground.ts';

const { Sender } = (await import('../../../dist/outbox/job.js' as string)) as typeof Jobs;

/** A clock that jumps to the next alarm whenever nobody works. */
class VirtualTime {
  now = Date.parse('2026-11-23T04:00:00Z');
  #alarms: { at: number; ring: () => void }[] = [];
  #working = 0;

  sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((ring) => {
      this.#alarms.push({ at: this.now + milliseconds, ring });
      signal?.addEventListener('abort', () => ring(), { once: true });
    });

  /** The database works in real time, in which the virtual clock stands still. */
  watch<D extends object>(database: D, calls: RegExp): D {
    return new Proxy(database, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function' || typeof name !== 'string' || !calls.test(name)) return value;
        return (...args: unknown[]) => {
          this.#working += 1;
          return Promise.resolve(Reflect.apply(value, target, args)).finally(() => (this.#working -= 1));
        };
      },
    });
  }

  /** Lets time pass until `done`. */
  async pass(done: () => boolean): Promise<void> {
    while (!done()) {
      await turn();
      await turn();
      if (this.#working > 0) continue;
      this.#alarms.sort((a, b) => a.at - b.at);
      const next = this.#alarms[0];
      if (!next) continue;
      this.now = Math.max(this.now, next.at);
      for (const { ring } of this.#alarms.splice(0, this.#alarms.filter(({ at }) => at <= this.now).length)) ring();
    }
  }
}

/** Counts what arrives: 30 a second, 20 a minute and bursts of 5 in a group; 20 to 60 ms on the way there, 40 back. */
class StrictTelegram {
  readonly api = new Api(token);
  readonly left: { chat: number; text: string; at: number }[] = [];
  readonly arrived = new Map<number, string[]>();
  refused = 0;
  #all: number[] = [];
  readonly #chats = new Map<number, number[]>();
  #seed = 7;

  constructor(time: VirtualTime) {
    this.api.config.use(async (_call, _method, payload) => {
      const { chat_id: chat, text } = payload as unknown as { chat_id: number; text: string };
      this.left.push({ chat, text, at: time.now });
      await time.sleep(20 + 40 * this.#random());
      const wait = this.#take(chat, time.now);
      if (wait === 0) this.arrived.set(chat, [...(this.arrived.get(chat) ?? []), text]);
      await time.sleep(40);
      if (wait === 0) return { ok: true, result: { message_id: this.left.length } } as never;
      this.refused += 1;
      return {
        ok: false,
        error_code: 429,
        description: `Too Many Requests: retry after ${wait}`,
        parameters: { retry_after: wait },
      } as never;
    });
  }

  #take(chat: number, at: number): number {
    const recent = (this.#chats.get(chat) ?? []).filter((one) => one > at - 60_000);
    this.#all = this.#all.filter((one) => one > at - 1000);
    const close = recent.filter((one) => one > at - 5000).length;
    if (this.#all.length >= 30) return 1;
    if (close >= 5) return 5;
    if (chat < 0 && recent.length >= 20) return Math.ceil(((recent[0] ?? at) + 60_000 - at) / 1000);
    this.#all.push(at);
    this.#chats.set(chat, [...recent, at]);
    return 0;
  }

  #random(): number {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return this.#seed / 2_147_483_648;
  }
}

type Scenario = {
  messages: { chat: number; n: number }[];
  /** Seconds after which the sender starts anew. */ restartAt?: number;
};
type Outcome = { seconds: number; refused: number; inOrder: boolean; lost: number; left: StrictTelegram['left'] };

/** Sends all messages, due at once, by the sender at its default settings. */
async function play(ground: Ground, { messages, restartAt }: Scenario): Promise<Outcome> {
  const time = new VirtualTime();
  const telegram = new StrictTelegram(time);
  const app = appOn({ db: time.watch(ground.db, /^\$/) }, {}, () => new Date(time.now));
  await ground.sql.query('TRUNCATE outgoing_message CASCADE');
  await ground.sql.query(
    `INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, data, due_at, created_at)
     SELECT 'm-' || n, 2, 'bench', chat, jsonb_build_object('n', nth), $3, $3
     FROM unnest($1::int4[], $2::int4[]) WITH ORDINALITY AS v (chat, nth, n) ORDER BY n`,
    [messages.map(({ chat }) => chat), messages.map(({ n }) => n), app.now()],
  );
  await ground.sql.query('ANALYZE outgoing_message');
  const hook = (): Promise<void> => Promise.resolve();
  const hooks = { onUnreachable: hook, onChatGone: hook, onChatMoved: hook, onPlaceClosed: hook };
  const renderers: Jobs.SenderOptions['renderers'] = {
    bench: async (_app, row) => ({ text: String(row.data['n']) }),
  };
  const start = (): Jobs.Sender => {
    const sql = time.watch(ground.sql, /^query$/);
    const sender = new Sender(app, { api: telegram.api, renderers, hooks, sql, alone: true, sleep: time.sleep });
    sender.start();
    return sender;
  };
  const began = time.now;
  let sender = start();
  const end = async (): Promise<void> => {
    let ended = false;
    const stopping = sender.stop().then(() => (ended = true));
    await time.pass(() => ended);
    await stopping;
  };
  if (restartAt !== undefined) {
    await time.pass(() => time.now >= began + restartAt * 1000);
    await end();
    sender = start();
  }
  const arrived = (): number => [...telegram.arrived.values()].reduce((sum, texts) => sum + texts.length, 0);
  await time.pass(() => arrived() >= messages.length || time.now > began + 1_200_000);
  await end();
  const inOrder = [...telegram.arrived.values()].every((texts) => texts.every((text, n) => text === String(n)));
  const seconds = ((telegram.left.at(-1)?.at ?? 0) - began) / 1000;
  const left = telegram.left.map((one) => ({ ...one, at: one.at - began }));
  return { seconds, refused: telegram.refused, inOrder, lost: messages.length - arrived(), left };
}

/** One message to every chat, and more rounds for the groups. */
function rounds(groups: number[], people: number[], each: number): Scenario['messages'] {
  return Array.from({ length: each }, (_, n) =>
    [...groups, ...(n === 0 ? people : [])].map((chat) => ({ chat, n })),
  ).flat();
}

/** The least seconds that Telegram's limits allow: 30 a second, and 20 a minute in a group. */
function least(messages: number, inOneGroup: number): number {
  const minutes = Math.floor((inOneGroup - 1) / 20);
  return Math.max(Math.ceil(messages / 30) - 1, 60 * minutes);
}

/** One message to every chat of a city. */
export function broadcast(): Promise<Row[]> {
  return inCity(async (ground, { groups, people }) => {
    const outcome = await play(ground, { messages: rounds(groups, people, 1) });
    const name = '5,300 messages to 300 groups and 5,000 people';
    return report({ name, outcome, reference: least(people.length + groups.length, 1) });
  });
}

/** Five messages to every group, one to everybody. */
export function digest(): Promise<Row[]> {
  return inCity(async (ground, { groups, people }) => {
    const outcome = await play(ground, { messages: rounds(groups, people, 5) });
    return report({
      name: '6,500 messages of a digest',
      outcome,
      reference: least(people.length + groups.length * 5, 5),
    });
  });
}

/** The same digest by a sender that is started anew in the middle. */
export function restart(): Promise<Row[]> {
  return inCity(async (ground, { groups, people }) => {
    const outcome = await play(ground, { messages: rounds(groups, people, 5), restartAt: 100 });
    return report({
      name: '6,500 messages, a restart in the middle',
      outcome,
      reference: least(people.length + groups.length * 5, 5),
    });
  });
}

/** A group with sixty messages must not delay a thousand people. */
export function hot(): Promise<Row[]> {
  return inCity(async (ground, { groups, people }) => {
    const hotMessages = Array.from({ length: 60 }, (_, n) => ({ chat: groups[0] ?? 0, n }));
    const others = people.slice(0, 1000).map((chat) => ({ chat, n: 0 }));
    const outcome = await play(ground, { messages: [...hotMessages, ...others] });
    const seconds = (outcome.left.findLast(({ chat }) => chat > 0)?.at ?? 0) / 1000;
    const name = 'one hot group: the last message of the others';
    return report({ name, outcome: { ...outcome, seconds }, reference: least(others.length, 1) });
  });
}

type City = { groups: number[]; people: number[] };

function inCity(measure: (ground: Ground, city: City) => Promise<Row[]>): Promise<Row[]> {
  return onGround(async (ground) => {
    const people = await addChats(ground, 'private', 5000);
    return measure(ground, { people, groups: await addChats(ground, 'supergroup', 300) });
  });
}

function report({ name, outcome, reference }: { name: string; outcome: Outcome; reference: number }): Row[] {
  const { seconds, refused, lost, inOrder, left } = outcome;
  const calls = left.length;
  const wrong = Math.abs(lost) + (inOrder ? 0 : 1);
  const none = { reference: calls, goal: 'value <= 0', unit: '' };
  return [
    line({ name: `${name} / the least time`, value: seconds, reference, goal: '<= 1.05', unit: 's' }),
    line({ name: `${name}: refusals 429 / calls`, value: refused, ...none }),
    line({ name: `${name}: lost, twice or out of order / calls`, value: wrong, ...none }),
  ];
}
