// What a restart keeps: chats, files, unread marks, clock, the bot's database; and what it does when that is broken.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundEmptyCity, type Founder } from '../../src/playground/cities.ts';
import { say } from '../../src/playground/emulator/people.ts';
import { personaUser } from '../../src/playground/personas.ts';
import type { LogEntry } from '../../src/playground/protocol.ts';
import { newHouse, type House, type Visitor } from '../playground/server/house.ts';

let house: House;
let stranger: Visitor;
let deputy: Visitor;
let built = 0;

/** A demo city with one word of history; counts how often it is built. */
const demo = (version: string): Founder => ({
  version,
  async found(city) {
    built += 1;
    city.clock.set(new Date('2026-11-26T05:00:00Z'));
    await foundEmptyCity(city);
    const user = personaUser(city.world, 'stranger');
    say(city.world, city.world.privateChat(user), user, { text: '/start' });
    await city.idle();
  },
});

beforeAll(async () => {
  house = await newHouse();
  await house.open('demo', demo('one'));
  stranger = await house.person('stranger');
  deputy = await house.person('deputy');
});

afterAll(async () => {
  await house.close();
  await house.remove();
});

const texts = async (visitor: Visitor): Promise<string[]> => (await visitor.look()).messages.map(({ text }) => text);

describe('a restart', () => {
  it('finds chats, files, unread marks and the moment of the clock as they were', async () => {
    const { id } = await deputy.group('Директора');
    await deputy.look(id);
    await deputy.says('', { files: [await house.upload('note.txt', 'text/plain', Buffer.from('words'))] }, id);
    await stranger.says('/help');
    await stranger.sees(({ messages }) => messages.length >= 4);
    const before = { texts: await texts(stranger), now: (await house.state()).now };
    await house.close();
    await house.open(undefined, demo('one'));
    expect(await texts(stranger)).toEqual(before.texts);
    const { now, city } = await house.state();
    expect([city, built]).toEqual(['demo', 1]);
    expect(new Date(now).getTime() - new Date(before.now).getTime()).toBeLessThan(60_000);
    const [deputySees, other] = [
      await deputy.group('Директора'),
      await (await house.person('department')).group('Директора'),
    ];
    expect([deputySees.unread, other.unread]).toEqual([0, 2]);
    const file = (await deputy.look(id)).messages.at(-1)?.files[0];
    expect(await (await fetch(new URL(`api/files/${file?.id}`, house.url))).text()).toBe('words');
    await stranger.says('/help');
    await stranger.sees(({ messages }) => messages.length === before.texts.length + 2);
  });

  it('goes on after a kill, with numbers that were never used before', async () => {
    const kept = join(house.folder, 'demo.snapshot');
    await stranger.says('kept');
    await expect.poll(async () => (await readFile(kept)).includes('kept')).toBe(true);
    const snapshot = await readFile(kept);
    await stranger.says('/help');
    await stranger.sees(({ messages }) => messages.at(-2)?.text === '/help');
    await house.close();
    // As if the process had been killed before it kept the last words.
    await writeFile(kept, snapshot);
    await house.open(undefined, demo('one'));
    const lastKnown = (await stranger.look()).messages.at(-1)?.id ?? 0;
    await stranger.says('/help');
    const view = await stranger.sees(({ messages }) => messages.at(-2)?.text === '/help');
    expect(view.messages.at(-1)?.id).toBeGreaterThan(lastKnown + 1000);
    expect((await house.state()).violations).toBe(0);
  });

  it('never moves the clock back by a kill, not over a journey either', async () => {
    const kept = join(house.folder, 'demo.snapshot');
    const snapshot = await readFile(kept);
    await house.post('clock', { to: 'monday' });
    const { now } = await house.rested();
    const noted = await readFile(join(house.folder, 'demo.clock'));
    await house.close();
    // As if the process had been killed before it kept anything of the journey but the clock.
    await writeFile(kept, snapshot);
    await writeFile(join(house.folder, 'demo.clock'), noted);
    await house.open(undefined, demo('one'));
    const ahead = new Date((await house.state()).now).getTime() - new Date(now).getTime();
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThan(6 * 60_000);
  });

  it('builds the city anew when what was kept cannot be read, and says so', async () => {
    await house.close();
    await writeFile(join(house.folder, 'demo.snapshot'), 'not a snapshot');
    await house.open(undefined, demo('one'));
    expect(house.said.at(-1)).toBe('The city of the last time cannot be opened. It is built anew.');
    expect(await texts(stranger)).toHaveLength(2);
  });
});

describe('another city', () => {
  it('is the empty one or the demo from its first day, which is built but once', async () => {
    await stranger.says('gone soon');
    await house.post('city', { city: 'empty' });
    const empty = await house.rested();
    expect([empty.city, (await stranger.look()).needsStart]).toEqual(['empty', true]);
    await house.post('city', { city: 'demo' });
    const demoAgain = await house.rested();
    expect([demoAgain.city, built, demoAgain.now.slice(0, 16)]).toEqual(['demo', 1, '2026-11-26T05:00']);
    expect(await texts(stranger)).toHaveLength(2);
    expect(await readdir(join(house.folder, 'files')).catch(() => [])).toEqual([]);
  });

  it('is not hindered by a snapshot of the other one that cannot be read, nor shows its log', async () => {
    await writeFile(join(house.folder, 'empty.snapshot'), 'not a snapshot');
    await stranger.says('of the old city');
    await house.post('city', { city: 'demo' });
    expect((await house.rested()).city).toBe('demo');
    const log = await house.get<LogEntry[]>('log?after=0');
    expect(log.filter(({ summary }) => summary.includes('of the old city'))).toEqual([]);
  });

  it('is built again when the story of the demo has changed', async () => {
    await house.close();
    await house.open('demo', demo('two'));
    expect(built).toBe(1);
    await house.post('city', { city: 'demo' });
    await house.rested();
    expect(built).toBe(2);
  });
});
