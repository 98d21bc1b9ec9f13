// A flood on the real bot: told of once, at no cost of statements, and whoever comes behind it does not wait for it.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { countStatements } from '../support/statements.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let flooder: Person;
beforeAll(async () => {
  town = await startTown({ config: { floodUpdates: 30 } });
  city = await buildCity(town, { schools: 2 });
  flooder = city.heads.get(1) as Person;
  town.clock.advance({ minutes: 30 });
});
afterAll(() => town.close());
afterEach(() => {
  // Of a flood the presses that are passed over are not answered either: that is what passing over means.
  const { violations } = town.emulator;
  violations.splice(0, violations.length, ...violations.filter((each) => !String(each).includes('not answered')));
  expectNoViolations(town.emulator);
});

/** Floods without waiting; resolves when the bot is through with it. */
const floods = async (count: number, act: (n: number) => Promise<unknown>): Promise<void> => {
  town.tg.waits = false;
  for (let n = 0; n < count; n++) void act(n);
  town.tg.waits = true;
  await town.tg.settle();
};

it('a report and an album at human speed arrive, a flood is told of once in the language of its sender', async () => {
  await floods(400, (n) => flooder.says(`/my ${n}`));
  const told = flooder.inbox.filter(({ text }) => text.includes('Бот уақытша оқымайды'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('09:31');
  const answers = flooder.inbox.length;
  const { statements } = await countStatements(() => changingNothing(town, () => floods(50, () => flooder.says('x'))));
  const { statements: still } = await countStatements(() => changingNothing(town, async () => {}));
  expect(flooder.inbox).toHaveLength(answers);
  // Fifty that are heard would cost hundreds.
  expect(statements).toBeLessThan(still + 5);
  town.clock.advance({ minutes: 2 });
  await flooder.says('/my');
  expect(flooder.inbox).toHaveLength(answers + 1);
});

it('of a flood of a thousand no more is answered than of thirty, and whoever comes behind it is heard', async () => {
  const other = city.heads.get(2) as Person;
  const callsFor = async (count: number): Promise<number> => {
    town.clock.advance({ minutes: 20 });
    const before = town.emulator.calls.length;
    await floods(count, () => flooder.says('/help'));
    await other.says('/help');
    return town.emulator.calls.length - before;
  };
  await callsFor(30);
  const thirty = await callsFor(30);
  expect(await callsFor(1_000)).toBeLessThanOrEqual(thirty + 2);
  expect(other.lastMessage.text).toContain('/my');
});
