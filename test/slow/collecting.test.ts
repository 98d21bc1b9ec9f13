// A question to 350 schools, answered within an hour in the group and in private: a quiet group, every number counted, screens of few statements.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addField } from '../../src/collections/actions.ts';
import { answer } from '../../src/collections/answer-actions.ts';
import { answersOf, collectionOf, collectionsFor } from '../../src/collections/queries.ts';
import { writeAnswers } from '../../src/collections/files.ts';
import { readTable } from '../../src/files/read-source.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { bindPlace, buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { countStatements } from '../support/statements.ts';
import { expectNoViolations, type Group, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

const schools = 350;
let town: Town;
let city: BulkCity;
let deputy: Person;
let heads: Person[];
let group: Group;
let taskId: number;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-25T10:00' });
  const people = Array.from({ length: schools + 2 }, (_, n) => {
    const person = town.tg.person({ firstName: `Пример ${n}`, languageCode: 'ru' });
    person.chat.started = true;
    return person;
  });
  [deputy, , ...heads] = people as [Person, Person, ...Person[]];
  city = await buildBulkCity(town.app, { schools, from: heads[0]?.id ?? 0 });
  group = town.tg.group({ title: 'Город', members: people });
  const { placeId } = await bindPlace(town.app, { orgId: city.rootId, telegramId: group.id });
  taskId = await ask(placeId);
  const unwritten = [heads[0], heads[100]].map((head) => BigInt(head?.id ?? 0));
  await town.db.person.updateMany({ where: { telegramId: { in: unwritten } }, data: { chatId: null } });
  // How hundreds of private messages leave is the sender's own test.
  await town.db.outgoingMessage.updateMany({ where: { kind: 'tasks.assigned' }, data: { state: 'cancelled' } });
  await town.settle();
}, 180_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

async function actorOf(person: Person): Promise<Actor> {
  return (await findActor(town.app, person.id)) ?? expect.unreachable();
}

async function ask(homePlaceId: number): Promise<number> {
  const actor = await actorOf(deputy);
  const said = { text: 'Количество педагогов', locale: 'ru' as const, fanOut: true, due: '2026-12-21', homePlaceId };
  const executorPostIds = city.heads.map(({ postId }) => postId);
  const draft = await createDraft(town.app, actor, { ...said, executorPostIds });
  const field = { label: 'Педагоги', kind: 'number' as const, unit: 'чел.', min: 0, max: 500, whole: true };
  await addField(town.app, actor, { taskId: draft.taskId, field: { ...field, choices: [], required: true } });
  await issueTask(town.app, actor, { taskId: draft.taskId, undoSeconds: 0 });
  return draft.taskId;
}

/** What a number in private comes to; how it is heard there is the story of the journey. */
async function inPrivate(head: Person, number: number): Promise<void> {
  const actor = await actorOf(head);
  const [field] = (await collectionOf(town.app, taskId))?.fields ?? [];
  const { id: participationId } = await town.db.participation.findFirstOrThrow({
    where: { taskId, postId: actor.posts[0]?.postId ?? 0 },
  });
  const values = [{ fieldId: field?.fieldId ?? 0, number, words: null }];
  await answer(town.app, actor, { participationId, values, requestKey: `private:${number}` });
}

/** A number in the group: some are unclear at first, some said twice, some put right; two of these people the bot cannot write to. */
async function inGroup(head: Person, card: Message, n: number): Promise<void> {
  const here = head.in(group);
  if (n % 50 === 0) await here.replies(card, 'около тридцати');
  if (n % 40 === 0) await here.replies(card, String(n + 1));
  await here.replies(card, String(n));
  if (n % 30 === 0) await here.replies(card, String(n));
}

/** Messages of the bot that stand in the group. */
const said = () => deputy.in(group).messages.length;

describe('350 answers in an hour', () => {
  it('leave at most three messages in the group whatever is unclear, said twice or put right, and every number in the totals', async () => {
    const card = deputy.in(group).lastMessage;
    const start = town.clock.now().getTime();
    for (const [n, head] of heads.entries()) {
      town.clock.set(new Date(Math.max(start + n * 10_000, town.clock.now().getTime())));
      if (n % 2 === 0) await inGroup(head, card, n);
      else await inPrivate(head, n);
      if (n % 10 === 9) {
        town.emulator.world.limiter.profile = 'telegram';
        await town.service.sender.drain();
        town.emulator.world.limiter.profile = 'off';
      }
    }
    await town.settle();
    expect(said()).toBeLessThanOrEqual(3);
    expect(deputy.in(group).messages[0]?.text).toContain(`Ответили: ${schools} из ${schools}`);
    expect(deputy.in(group).messages[1]?.text).toContain('отмечены знаком 🤔');
    // Every fortieth number said in the group was put right.
    expect(await town.db.collectionAnswer.count({ where: { supersededAt: { not: null } } })).toBe(9);
    const sum = await town.db.collectionAnswer.aggregate({
      where: { supersededAt: null },
      _sum: { number: true },
      _count: true,
    });
    expect([sum._count, Number(sum._sum.number)]).toEqual([schools, (schools * (schools - 1)) / 2]);
    expect(await town.db.participation.count({ where: { state: 'accepted', inTime: true } })).toBe(schools);
  }, 400_000);

  it('that come too late are marked, or refused in private once the question is over', async () => {
    const [, , third, , fifth] = heads;
    const [card] = deputy.in(group).messages;
    if (!third || !fifth || !card) throw new Error('no heads');
    town.clock.set('2026-12-22T10:00');
    const before = said();
    await third.in(group).replies(card, '7');
    const late = await town.db.collectionAnswer.findMany({ where: { late: true } });
    expect(late.map(({ number }) => Number(number))).toEqual([7]);
    expect(await town.db.participation.count({ where: { taskId, state: 'accepted', inTime: true } })).toBe(schools);
    await third.in(group).replies(card, '2');
    await town.db.task.update({ where: { id: taskId }, data: { state: 'closed' } });
    const count = await town.db.collectionAnswer.count();
    await fifth.in(group).replies(card, '9');
    expect(await town.db.collectionAnswer.count()).toBe(count);
    expect(said()).toBe(before);
    await town.db.task.update({ where: { id: taskId }, data: { state: 'in_progress' } });
  });

  it('are shown and exported by as many statements as ten are', async () => {
    const actor = await actorOf(deputy);
    const counted = async (work: () => Promise<unknown>): Promise<number> => {
      await work();
      const [first, second] = [await countStatements(work), await countStatements(work)];
      return Math.min(first.statements, second.statements);
    };
    expect(await counted(() => answersOf(town.app, actor, taskId))).toBe(1);
    expect(await counted(() => collectionsFor(town.app, actor, { skip: 0, take: 10 }))).toBe(1);
    expect(await counted(() => collectionOf(town.app, taskId))).toBeLessThanOrEqual(2);
    const rows = await answersOf(town.app, actor, taskId);
    const fields = (await collectionOf(town.app, taskId))?.fields ?? [];
    const bytes = await writeAnswers(town.app, 'ru', { number: 'Т-1', headline: '=1+1', fields, rows });
    const table = JSON.stringify(await readTable(bytes));
    expect(table).toContain('349');
    expect(table).toContain('61075');
  });
});
