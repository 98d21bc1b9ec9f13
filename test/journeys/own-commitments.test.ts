// What the author of a commitment of one's own may not do alone: call it somebody else's, or end what comes again and again.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { checkDisown } from '../../src/shares/disown-actions.ts';
import { deciders } from '../../src/shares/tell-actions.ts';
import { cancelTask } from '../../src/tasks/actions.ts';
import { taskView } from '../../src/tasks/queries.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let head: Person;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
  head = city.heads.get(2) ?? expect.unreachable();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const actorOf = async (person: Person): Promise<Actor> =>
  (await findActor(town.app, person.id)) ?? expect.unreachable();

async function issue(words: string): Promise<number> {
  await head.says(`/task ${words}`);
  await head.presses('Выдать');
  await town.settle();
  const { id } = await town.db.task.findFirstOrThrow({
    where: { kind: 'commitment', seriesId: null },
    orderBy: { id: 'desc' },
  });
  return id;
}

it('it can be nobody else’s: the button is not there, and a forged one is answered by what to do instead', async () => {
  const taskId = await issue('Обязуемся провести 12 встреч с родителями до 25 декабря');
  const share = await town.db.participation.findFirstOrThrow({ where: { taskId } });
  expect(head.messages.flatMap(({ buttons }) => buttons.flat())).not.toContain('Не нам');
  await expect(checkDisown(town.app, await actorOf(head), share.id)).rejects.toThrow('shares-notours-own');
  await head.forges(head.lastMessage, `shares.notours:${share.id}`);
  expect(await town.db.participation.findFirst({ where: { taskId } })).toMatchObject({ misaddressedAt: null });
});

it('who decides about its share is told: whoever controls it, never its author', async () => {
  const { id } = await town.db.task.findFirstOrThrow({ where: { kind: 'commitment' } });
  const task = (await taskView(town.app, id)) ?? expect.unreachable();
  const told = (await deciders(town.app, task)).map(({ personId }) => personId);
  expect(told).toEqual([(await actorOf(city.department)).personId]);
});

it('what comes again and again is ended by whoever controls it, not by its author', async () => {
  const taskId = await issue('Обязуемся ежемесячно до 25 числа проводить встречи с родителями и представлять отчёт');
  expect(await town.db.seriesShare.count({ where: { taskId } })).toBe(1);
  const wanted = { taskId, reason: 'Не требуется' };
  await expect(cancelTask(town.app, await actorOf(head), wanted)).rejects.toThrow('tasks-may-not-cancel');
  await cancelTask(town.app, await actorOf(city.department), wanted);
  expect(await town.db.task.findUnique({ where: { id: taskId } })).toMatchObject({ state: 'cancelled' });
});
