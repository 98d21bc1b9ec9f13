// J6: the Monday digest falls on a holiday, comes on Tuesday, and its numbers are those of the city.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

/** Monday 26 October 2026 is off: Republic Day, the 25th, is a Sunday. */
beforeAll(async () => {
  town = await startTown({ at: '2026-10-19T10:00' });
  city = await buildCity(town, { schools: 4 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
const digests = (person: Person) =>
  person.inbox.filter(({ text }) => /Еженедельная сводка: |Weekly digest: /.test(text));

async function tickAt(...times: string[]): Promise<void> {
  for (const time of times) {
    town.clock.set(time);
    await town.tick();
  }
}

async function issue(words: string): Promise<void> {
  await city.deputy.says(`/task ${words}`);
  await city.deputy.presses('Выдать');
  await town.settle();
}

describe('the digest of a week', { timeout: 60_000 }, () => {
  it('is subscribed to with two presses, each person in the own language and scope', async () => {
    for (const person of [city.deputy, city.department]) {
      await person.says('/subscribe');
      await person.presses(person === city.deputy ? 'Акимат города Үлгі' : 'Управление образования');
      await person.presses('Подписаться');
    }
    expect(await town.db.subscription.count({ where: { endedAt: null } })).toBe(2);
  });

  it('comes on Tuesday when Monday is a holiday, once, however often the clock ticks', async () => {
    await issue('Школам № 1 и № 2 сдать отчёт до 23.10.2026');
    await issue('Школе № 3 починить крышу до 30.10.2026');
    await issue('Школе № 4 покрасить забор до 20.11.2026');
    await tickAt('2026-10-21T10:00');
    await head(4).says('Выполнено, забор покрашен');
    await head(2).says('Выполнено, отчёт сдан');
    await town.settle();
    await city.deputy.says('/review');
    await city.deputy.presses('Принять');
    await tickAt('2026-10-25T12:00', '2026-10-26T09:00', '2026-10-26T18:00');
    expect(digests(city.deputy)).toEqual([]);
    await tickAt('2026-10-27T08:55', '2026-10-27T09:00', '2026-10-27T09:05', '2026-10-27T12:00');
    expect(digests(city.deputy)).toHaveLength(1);
    expect(digests(city.department)).toHaveLength(1);
  });

  it('says what a count by hand says', () => {
    const text = digests(city.deputy)[0]?.text ?? '';
    // Four shares of three tasks: one accepted in time, one submitted, one late since Friday, one due on the 30th.
    expect(text).toContain('19–25 октября 2026 г.');
    expect(text).toContain('На контроле: 3 (поручений: 2)');
    expect(text).toContain('Исполнено: 1, из них в срок: 1 (100 %)');
    expect(text).toContain('Срок на следующей неделе: 1');
    expect(text).toContain('Просрочено: 1 (+1 за неделю)');
    expect(text).toContain('На рассмотрении: 1');
  });

  it('opens each number as a list', async () => {
    await city.deputy.presses('Просрочено: 1');
    expect(city.deputy.lastMessage.text).toContain('Школа № 1');
    expect(city.deputy.lastMessage.text).toContain('23.10.2026, пт · ⚠️ просрочено');
  });

  it('ends when the subscriber says so', async () => {
    await city.deputy.says('/unsubscribe');
    await city.deputy.presses('отписаться');
    await tickAt('2026-10-30T12:00', '2026-11-02T09:00', '2026-11-02T12:00');
    expect(digests(city.deputy)).toHaveLength(1);
    expect(digests(city.department)).toHaveLength(2);
  });
});
