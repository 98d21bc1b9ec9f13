// Who may look at a task and touch its draft: forged buttons, people who left a post, executors of a task for all schools.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { Actor } from '../../src/org/rules.ts';
import { ownResolution } from '../../src/resolutions/access-actions.ts';
import { addItem, changeItem, createResolution, removeItem, sendToChair } from '../../src/resolutions/actions.ts';
import { transaction } from '../../src/app.ts';
import { maySee } from '../../src/tasks/access-rules.ts';
import { dropDraft, issueTask, updateDraft } from '../../src/tasks/actions.ts';
import { presentDraft } from '../../src/tasks/present-draft-actions.ts';
import { homeAfter } from '../../src/tasks/draft-queries.ts';
import { waitingForReview } from '../../src/tasks/waiting-queries.ts';
import { taskView } from '../../src/tasks/queries.ts';
import { tasksRenderers } from '../../src/tasks/renderers.ts';
import { dayToDb } from '../../src/time.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let city: City;
let root: { id: number; path: string };
let schools: { id: number; path: string }[];
let deputy: PostBuilt;
let heads: PostBuilt[];
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  root = await city.org('Акимат', null, { type: 'akimat' });
  deputy = await city.post(root, 'deputy');
  schools = [await city.org('Школа 1', root), await city.org('Школа 2', root), await city.org('Школа 3', root)];
  heads = [];
  for (const school of schools) heads.push(await city.post(school, 'school_head'));
  actor = await city.actor(deputy);
}, 60_000);
afterAll(() => database.close());

const head = (n: number): PostBuilt => heads[n - 1] as PostBuilt;
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof UserError ? error.key : String(error)),
  );

async function item(): Promise<{ resolutionId: number; taskId: number }> {
  const { resolutionId } = await createResolution(city.app, actor, {
    orgId: root.id,
    theme: 'О ремонте',
    day: '2026-11-20',
    number: null,
    chairPostId: deputy.postId,
  });
  const { taskId } = await addItem(city.app, actor, {
    resolutionId,
    text: 'Починить крышу',
    kind: 'assignment',
    executorPostIds: [head(1).postId],
    fanOut: false,
    due: '2026-12-25',
    term: 'dated',
    completionForm: null,
  });
  return { resolutionId, taskId };
}

describe('an item of a resolution', () => {
  it('is not touched by the buttons of a stand-alone draft: the chair adopts what the chair has read', async () => {
    const { resolutionId, taskId } = await item();
    await sendToChair(city.app, actor, { resolutionId });
    expect(await refusal(presentDraft(city.app, actor, taskId))).toBe('telegram-stale-button');
    expect(await refusal(updateDraft(city.app, actor, { taskId, text: 'Иное' }))).toBe('telegram-stale-button');
    expect(await refusal(issueTask(city.app, actor, { taskId }))).toBe('telegram-stale-button');
    expect(await refusal(dropDraft(city.app, actor, { taskId }))).toBe('telegram-stale-button');
    expect(await taskView(city.app, taskId)).toMatchObject({ state: 'draft', textRu: 'Починить крышу' });
  });

  it('is changed and taken out by its own actions', async () => {
    const { taskId } = await item();
    await changeItem(city.app, actor, { taskId, text: 'Починить кровлю' });
    expect((await taskView(city.app, taskId))?.textRu).toBe('Починить кровлю');
    await removeItem(city.app, actor, { taskId });
    expect(await taskView(city.app, taskId)).toBeNull();
  });

  it('is not changed by two at once: the resolution is locked while one change is under way', async () => {
    const { resolutionId } = await item();
    await transaction(city.app, async (app) => {
      await ownResolution(app, actor, resolutionId);
      const other = city.db.$queryRaw`SELECT id FROM resolution WHERE id = ${resolutionId} FOR UPDATE NOWAIT`;
      await expect(other).rejects.toThrow(/lock/);
    });
  });
});

describe('details of a task', () => {
  it('are no longer for the person who issued it once the post has another holder', async () => {
    const { taskId } = await city.task(deputy, [head(1)], '2026-12-25', { issuerPersonId: deputy.personId });
    const task = await taskView(city.app, taskId);
    if (!task) throw new Error('no task');
    expect(maySee(actor, task)).toBe(true);
    expect(maySee({ ...actor, posts: [] }, task)).toBe(false);
  });

  const details = async (taskId: number, { personId, chatId }: PostBuilt): Promise<string> => {
    const row = { kind: 'tasks.details', subjectId: taskId, data: { taskId }, personId, chatId: chatId ?? 0 };
    return (await tasksRenderers['tasks.details']?.(city.app, { ...row, livingKey: null }, ['ru']))?.text ?? '';
  };

  it('of a task for all schools show a school head nothing of other schools', async () => {
    const { taskId } = await city.task(deputy, heads, '2026-12-25');
    expect(await details(taskId, head(1))).not.toContain('Школа 2');
    expect(await details(taskId, deputy)).toContain('Школа 2');
  });

  it('of a common task name all who take part', async () => {
    const { taskId } = await city.task(deputy, heads, '2026-12-25', { fanOut: false });
    expect(await details(taskId, head(1))).toContain('• Школа 2');
  });
});

describe('what needs me', () => {
  it('counts shares of co-executors for the responsible one', async () => {
    const { shareIds } = await city.task(deputy, [head(3), head(2)], '2026-12-25', {
      fanOut: false,
      controllerPostId: deputy.postId,
    });
    await city.db.participation.update({
      where: { id: shareIds[1] ?? 0 },
      data: { role: 'co_executor', state: 'submitted', submittedAt: city.app.now() },
    });
    expect(await waitingForReview(city.app, await city.actor(head(3)))).toBe(1);
    expect(await waitingForReview(city.app, await city.actor(head(2)))).toBe(0);
  });
});

describe('the home of a card', () => {
  it('follows the executors: the group of one school does not get the task of another', async () => {
    const [first, second] = schools as [{ id: number; path: string }, { id: number; path: string }];
    const own = await city.place(first, deputy);
    const other = await city.place(second, deputy);
    const common = await city.place(root, deputy);
    const { taskId } = await city.task(deputy, [head(1)], '2026-12-25', { homePlaceId: own });
    const task = await taskView(city.app, taskId);
    if (!task) throw new Error('no task');
    expect(await homeAfter(city.app, task, [head(1).postId])).toBe(own);
    expect(await homeAfter(city.app, task, [head(2).postId])).toBe(other);
    expect(await homeAfter(city.app, task, [head(1).postId, head(2).postId])).toBe(common);
    expect(await homeAfter(city.app, { ...task, homePlaceId: common }, [head(2).postId])).toBe(common);
    const { chat } = await city.db.place.findUniqueOrThrow({ where: { id: own }, include: { chat: true } });
    expect(await homeAfter(city.app, task, [head(2).postId], Number(chat.telegramId))).toBe(own);
  });
});

describe('a message', () => {
  const long = (words: string, length: number): string => words.repeat(length).slice(0, length);

  it('fits into Telegram with the longest text and the longest names', async () => {
    const names: PostBuilt[] = [];
    for (let n = 0; n < 14; n++)
      names.push(await city.post(await city.org(long(`Школа имени <Ә> ${n} `, 300), root), 'school_head'));
    const named = names.slice(0, 6);
    const over = { fanOut: false, textRu: long('слово & ', 3000), controllerPostId: named[0]?.postId ?? 0 };
    const placeId = await city.place(root, deputy, { languages: ['kk', 'ru', 'en'] });
    const { taskId, shareIds } = await city.task(deputy, named, '2026-12-25', { ...over, homePlaceId: placeId });
    const first = named[0] as PostBuilt;
    const row = { subjectId: shareIds[0] ?? 0, personId: first.personId, chatId: 1, livingKey: null };
    const data = { taskId, placeId };
    for (const kind of ['tasks.card', 'tasks.assigned', 'tasks.details']) {
      const message = await tasksRenderers[kind]?.(city.app, { ...row, kind, data }, ['kk', 'ru', 'en']);
      expect(read(message?.text ?? ''), kind).toBeLessThanOrEqual(4096);
      expect(message?.text, kind).toContain('2026');
    }
    const drafted = await city.task(deputy, names, '2026-12-25', {
      ...over,
      state: 'draft',
      draftedById: deputy.personId,
      due: dayToDb('2026-12-25'),
      draftDoubts: Array.from({ length: 30 }, (_, n) => ({
        key: 'reading-doubt-several-executors',
        words: long(`слова ${n} `, 300),
        candidates: names.map(({ postId }) => postId),
      })),
    });
    const { text, keyboard } = await presentDraft(city.app, actor, drafted.taskId);
    expect(read(text)).toBeLessThanOrEqual(4096);
    expect(keyboard.flat().length).toBeLessThanOrEqual(100);
  });

  function read(html: string): number {
    expect(html).not.toBe('');
    return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot);/g, '.').length;
  }
});
