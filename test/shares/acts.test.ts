// Acts on shares with the database: who may, only once, what everybody hears, and what stays in the history.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { acceptReport, submitReport } from '../../src/reports/actions.ts';
import { correctReport } from '../../src/reports/piece-actions.ts';
import { undoReport } from '../../src/reports/undo-actions.ts';
import { disownShare, sendBackShare } from '../../src/shares/disown-actions.ts';
import { cancelParts, handDown, takeLatestDate } from '../../src/shares/hand-down-actions.ts';
import { handInFinal, remindParts } from '../../src/shares/hand-in-actions.ts';
import { chaseUndecided } from '../../src/shares/job.ts';
import { tasksNumbered } from '../../src/shares/queries.ts';
import { replaceExecutor } from '../../src/shares/replace-actions.ts';
import { waiveShare, withdrawShare } from '../../src/shares/withdraw-actions.ts';
import { maySee } from '../../src/tasks/access-rules.ts';
import { acknowledge, cancelTask, closeTask, createDraft, issueTask, updateDraft } from '../../src/tasks/actions.ts';
import { correctTask } from '../../src/tasks/correct-actions.ts';
import { taskView, type TaskView } from '../../src/tasks/queries.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let city: City;
let posts: Record<'deputy' | 'control' | 'edu' | 'first' | 'second' | 'third' | 'foreign', PostBuilt>;
let actors: Record<keyof typeof posts, Actor>;

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  const office = await city.org('Отдел контроля', root, { type: 'office' });
  const edu = await city.org('Управление образования', root, { type: 'department' });
  const elsewhere = await city.org('Другой город', null, { type: 'akimat' });
  posts = {
    deputy: await city.post(root, 'deputy'),
    control: await city.post(office, 'controller'),
    edu: await city.post(edu, 'dept_head'),
    first: await city.post(await city.org('Школа № 1', edu), 'school_head'),
    second: await city.post(await city.org('Школа № 2', edu), 'school_head'),
    third: await city.post(await city.org('Школа № 3', edu), 'school_head'),
    foreign: await city.post(elsewhere, 'deputy'),
  };
  // Schools are found by their number.
  for (const number of ['1', '2', '3'])
    await database.db.organisation.updateMany({ where: { nameRu: `Школа № ${number}` }, data: { number } });
  const entries = await Promise.all(
    Object.entries(posts).map(async ([name, post]) => [name, await city.actor(post)] as const),
  );
  actors = Object.fromEntries(entries) as typeof actors;
}, 60_000);
afterAll(async () => {
  expect(await verifyJournal(city.app)).toEqual({ ok: true });
  await database.close();
});

type Name = keyof typeof posts;
let serial = 0;

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof UserError ? error.key : String(error)),
  );

/** An issued task of the deputy: the first named is responsible. */
async function issued(names: Name[], over: Partial<Parameters<typeof createDraft>[2]> = {}): Promise<TaskView> {
  city.at('2026-11-23T10:00');
  const executorPostIds = names.map((name) => posts[name].postId);
  const fields = { text: 'Представить сведения', locale: 'ru' as const, due: '2026-12-25', executorPostIds };
  const { taskId } = await createDraft(city.app, actors.deputy, { ...fields, ...over });
  await issueTask(city.app, actors.deputy, { taskId, undoSeconds: 0 });
  return view(taskId);
}

async function view(taskId: number): Promise<TaskView> {
  const task = await taskView(city.app, taskId);
  if (!task) throw new Error('no task');
  return task;
}

function shareOf(task: TaskView, name: Name) {
  const share = task.participations.find(({ post }) => post.postId === posts[name].postId);
  if (!share) throw new Error(`no share of ${name}`);
  return share;
}
const idOf = (task: TaskView, name: Name): number => shareOf(task, name).participationId;

const report = (name: Name, participationId: number, final = true) =>
  submitReport(city.app, actors[name], {
    participationId,
    text: `Сделано ${++serial}`,
    final,
    attachments: [],
    requestKey: `key-${serial}`,
  });

async function messages(kind: string, participationId?: number) {
  return database.db.outgoingMessage.findMany({
    where: { kind, ...(participationId !== undefined && { subjectId: participationId }) },
    orderBy: { id: 'asc' },
  });
}

const events = (verb: string, entityId: number) => database.db.journalEvent.count({ where: { verb, entityId } });

describe('a report taken back', () => {
  it('does not bring a share back to life that was withdrawn meanwhile', async () => {
    const task = await issued(['first', 'second'], { fanOut: true });
    const participationId = idOf(task, 'first');
    const { reportId } = await report('first', participationId);
    await database.db.report.update({ where: { id: reportId }, data: { undoUntil: new Date(Date.now() + 9e11) } });
    await withdrawShare(city.app, actors.deputy, { participationId, reason: 'Не нужно' });
    expect(await refusal(undoReport(city.app, actors.first, { reportId }))).toBe('reports-undo-late');
    expect(shareOf(await view(task.taskId), 'first').state).toBe('withdrawn');
  });
});

describe('"not ours"', () => {
  const say = (name: Name, participationId: number, reason = 'Не наша компетенция') =>
    disownShare(city.app, actors[name], { participationId, reason });

  it('goes to the issuer at once, stops the reminders, and is recorded', async () => {
    const task = await issued(['first']);
    const id = idOf(task, 'first');
    await say('first', id);
    expect(shareOf(await view(task.taskId), 'first')).toMatchObject({
      state: 'misaddressed',
      stateReason: 'Не наша компетенция',
    });
    const told = await messages('shares.misaddressed', id);
    expect(told.map(({ personId }) => personId)).toEqual([posts.deputy.personId]);
    expect(await events('participations.misaddressed', id)).toBe(1);
  });

  it.each([
    ['2026-11-23T23:50', 'no refusal'],
    ['2026-11-24T17:00', 'no refusal'],
    ['2026-11-25T00:01', 'shares-notours-late'],
  ])('can be said within a working day: at %s %s', async (at, answer) => {
    const task = await issued(['first']);
    city.at(at);
    expect(await refusal(say('first', idOf(task, 'first')))).toBe(answer);
  });

  it('waits over days off: what came on Friday can be refused on Monday', async () => {
    city.at('2026-11-27T16:00');
    const { taskId } = await createDraft(city.app, actors.deputy, {
      text: 'В пятницу',
      locale: 'ru',
      due: '2026-12-25',
      executorPostIds: [posts.first.postId],
    });
    await issueTask(city.app, actors.deputy, { taskId, undoSeconds: 0 });
    const id = idOf(await view(taskId), 'first');
    city.at('2026-11-30T12:00');
    expect(await refusal(say('first', id))).toBe('no refusal');
  });

  it('is refused to others, without a reason, twice, and after a report', async () => {
    const task = await issued(['first', 'second']);
    const id = idOf(task, 'first');
    expect(await refusal(say('second', id))).toBe('tasks-not-yours');
    expect(await refusal(say('foreign', id))).toBe('tasks-not-yours');
    expect(await refusal(say('first', id, '  '))).toBe('tasks-reason-needed');
    expect(await refusal(say('first', id, '...'))).toBe('tasks-reason-wordless');
    expect(await refusal(say('first', id, 'я'.repeat(1001)))).toBe('telegram-text-too-long');
    expect(await refusal(say('first', id, 'ИИН 900101300017'))).toBe('guard-in-text');
    await say('first', id);
    expect(await refusal(say('first', id))).toBe('shares-notours-already');
    await report('second', idOf(task, 'second'));
    expect(await refusal(say('second', idOf(task, 'second')))).toBe('shares-notours-state');
  });

  it('sent back is the executor’s again, with the reason, and cannot be said once more', async () => {
    const task = await issued(['first']);
    const id = idOf(task, 'first');
    await say('first', id);
    const back = (name: Name) =>
      sendBackShare(city.app, actors[name], { participationId: id, reason: 'Это ваша школа' });
    expect(await refusal(back('first'))).toBe('shares-may-not-decide');
    expect(await refusal(back('control'))).toBe('shares-may-not-decide');
    await back('deputy');
    expect(shareOf(await view(task.taskId), 'first').state).toBe('assigned');
    expect(await messages('shares.sent-back', id)).toHaveLength(1);
    expect(await refusal(back('deputy'))).toBe('shares-decided-already');
    expect(await refusal(say('first', id))).toBe('shares-notours-once');
  });

  it('is decided by exactly one of two presses at the same time', async () => {
    const task = await issued(['first']);
    const id = idOf(task, 'first');
    await say('first', id);
    const back = (reason: string) => refusal(sendBackShare(city.app, actors.deputy, { participationId: id, reason }));
    expect((await Promise.all([back('Ваше'), back('Всё же ваше')])).toSorted()).toEqual([
      'no refusal',
      'shares-decided-already',
    ]);
    const taken = (reason: string) => refusal(withdrawShare(city.app, actors.deputy, { participationId: id, reason }));
    expect((await Promise.all([taken('Раз'), taken('Два')])).filter((key) => key === 'no refusal')).toHaveLength(1);
  });

  it('is chased after a working day, once, and again after three', async () => {
    const task = await issued(['first']);
    const id = idOf(task, 'first');
    await say('first', id);
    const chased = async (at: string): Promise<number> => {
      city.at(at);
      await chaseUndecided(city.app);
      await chaseUndecided(city.app);
      return (await messages('shares.misaddressed', id)).length;
    };
    expect(await chased('2026-11-23T17:00')).toBe(1);
    expect(await chased('2026-11-24T08:00')).toBe(1);
    expect(await chased('2026-11-24T11:00')).toBe(2);
    expect(await chased('2026-11-25T11:00')).toBe(2);
    expect(await chased('2026-11-26T11:00')).toBe(3);
    expect(await chased('2026-11-30T11:00')).toBe(3);
    city.at('2026-11-23T10:00');
  });
});

describe('withdrawing', () => {
  const withdraw = (name: Name, participationId: number) =>
    withdrawShare(city.app, actors[name], { participationId, reason: 'Передано другим' });

  it('takes the share away with a reason that stays, and tells the executor', async () => {
    const task = await issued(['first', 'second']);
    const id = idOf(task, 'second');
    expect(await refusal(withdraw('control', id))).toBe('shares-may-not-withdraw');
    expect(await refusal(withdraw('foreign', id))).toBe('shares-may-not-withdraw');
    expect(await withdraw('deputy', id)).toMatchObject({ nobodyLeft: false });
    expect(shareOf(await view(task.taskId), 'second')).toMatchObject({
      state: 'withdrawn',
      stateReason: 'Передано другим',
    });
    expect(await messages('shares.withdrawn', id)).toHaveLength(1);
    expect(await refusal(withdraw('deputy', id))).toBe('shares-withdrawn-already');
    expect(await refusal(acknowledge(city.app, actors.second, { participationId: id }))).toBe('tasks-withdrawn');
    expect(await refusal(report('second', id))).toBe('tasks-withdrawn');
  });

  it('says when nobody is left, and keeps the responsible executor of those who still work', async () => {
    const task = await issued(['first', 'second']);
    expect(await refusal(withdraw('deputy', idOf(task, 'first')))).toBe('shares-replace-responsible');
    const alone = await issued(['first']);
    expect(await withdraw('deputy', idOf(alone, 'first'))).toMatchObject({ nobodyLeft: true });
  });

  it('does not touch what was accepted', async () => {
    const task = await issued(['first']);
    const { reportId } = await report('first', idOf(task, 'first'));
    await acceptReport(city.app, actors.deputy, { reportId });
    expect(await refusal(withdraw('deputy', idOf(task, 'first')))).toBe('shares-accepted-already');
  });
});

describe('another executor', () => {
  const give = (name: Name, participationId: number, to: Name) =>
    replaceExecutor(city.app, actors[name], {
      participationId,
      postId: posts[to].postId,
      reason: 'Объект третьей школы',
    });

  it('gets the share with its role and first date; the former one loses it, both are told, reports stay', async () => {
    const task = await issued(['first', 'second']);
    const id = idOf(task, 'first');
    await report('first', id, false);
    city.at('2026-11-24T10:00');
    const { participationId: newId } = await give('deputy', id, 'third');
    const after = await view(task.taskId);
    expect(shareOf(after, 'first')).toMatchObject({ state: 'withdrawn' });
    expect(shareOf(after, 'third')).toMatchObject({
      participationId: newId,
      role: 'responsible',
      state: 'assigned',
      firstDue: '2026-12-25',
      due: '2026-12-25',
      replacesId: id,
    });
    expect(await messages('shares.withdrawn', id)).toHaveLength(1);
    expect(await messages('tasks.assigned', newId)).toHaveLength(1);
    expect(await messages('shares.taken-over', newId)).toHaveLength(1);
    expect(await database.db.report.count({ where: { participationId: id } })).toBe(1);
    expect(await events('participations.replaced', newId)).toBe(1);
    // The new one has a working day of its own to say "not ours".
    city.at('2026-11-25T17:00');
    expect(await refusal(disownShare(city.app, actors.third, { participationId: newId, reason: 'Нет' }))).toBe(
      'no refusal',
    );
  });

  it('can be the one who had it before', async () => {
    const task = await issued(['first']);
    const { participationId: newId } = await give('deputy', idOf(task, 'first'), 'second');
    const { participationId: back } = await give('deputy', newId, 'first');
    expect(back).toBe(idOf(task, 'first'));
    expect(shareOf(await view(task.taskId), 'first')).toMatchObject({ state: 'assigned', stateReason: null });
  });

  it('leaves who had it without a view of what goes on', async () => {
    const task = await issued(['first'], { confidential: true });
    const seen = async (name: Name) => {
      const found = await tasksNumbered(city.app, actors[name], [task.number ?? '']);
      return [maySee(actors[name], await view(task.taskId)), found.length === 1];
    };
    expect(await seen('first')).toEqual([true, true]);
    await give('deputy', idOf(task, 'first'), 'second');
    expect(await seen('second')).toEqual([true, true]);
    expect(await seen('first')).toEqual([false, false]);
    const open = await issued(['first']);
    await cancelTask(city.app, actors.deputy, { taskId: open.taskId, reason: 'Отпала надобность' });
    expect(maySee(actors.first, await view(open.taskId))).toBe(true);
  });

  it('begins anew: nothing hinders yet, nothing was missed, news is expected from now on', async () => {
    const task = await issued(['first'], { updateRule: 'FREQ=WEEKLY' });
    const id = idOf(task, 'first');
    const marks = { blockedReason: 'Нет доступа', blockedAt: city.app.now(), missedUpdates: 2, returnCount: 1 };
    await database.db.participation.update({ where: { id }, data: { ...marks, submittedAt: city.app.now() } });
    await give('deputy', id, 'second');
    const expected = shareOf(await view(task.taskId), 'second').nextUpdate;
    expect(expected).toBe(shareOf(task, 'first').nextUpdate);
    expect(expected).not.toBeNull();
    await give('deputy', idOf(await view(task.taskId), 'second'), 'first');
    const back = shareOf(await view(task.taskId), 'first');
    expect(back).toMatchObject({ blockedReason: null, missedUpdates: 0, submittedAt: null, nextUpdate: expected });
  });

  it('is told once that nobody can be reached, whatever is put right later', async () => {
    const edu = await database.db.organisation.findUniqueOrThrow({ where: { id: posts.edu.orgId } });
    const silent = await city.post(await city.org('Школа № 4', edu), 'school_head', { reached: false });
    const { taskId } = await issued(['first'], { executorPostIds: [silent.postId] });
    for (const due of ['2026-12-28', '2026-12-29'])
      await correctTask(city.app, actors.deputy, { taskId, due, reason: 'Праздники' });
    const where = { kind: 'tasks.assigned', data: { path: ['taskId'], equals: taskId } };
    expect(await database.db.undelivered.count({ where })).toBe(1);
  });

  it('is refused where the actor may not give tasks, or the post has a share already', async () => {
    const task = await issued(['first', 'second']);
    const id = idOf(task, 'second');
    expect(await refusal(give('deputy', id, 'foreign'))).toBe('shares-may-not-give');
    expect(await refusal(give('deputy', id, 'first'))).toBe('shares-has-already');
    expect(await refusal(give('control', id, 'third'))).toBe('shares-may-not-withdraw');
    expect(await refusal(give('second', id, 'third'))).toBe('shares-may-not-withdraw');
  });

  it('comes once from two presses at the same time', async () => {
    const task = await issued(['first']);
    const id = idOf(task, 'first');
    const answers = await Promise.all([refusal(give('deputy', id, 'second')), refusal(give('deputy', id, 'third'))]);
    expect(answers.filter((answer) => answer === 'no refusal')).toHaveLength(1);
    expect((await view(task.taskId)).participations.filter(({ state }) => state !== 'withdrawn')).toHaveLength(1);
  });
});

describe('collating', () => {
  it('keeps the final report until every part is accepted or given up, and then says so', async () => {
    const task = await issued(['edu', 'first', 'second']);
    const [mine, first, second] = [idOf(task, 'edu'), idOf(task, 'first'), idOf(task, 'second')];
    expect(shareOf(task, 'first').due).toBe('2026-12-22');
    const kept = await report('edu', mine);
    expect(kept).toMatchObject({ final: false, held: true });
    expect(shareOf(await view(task.taskId), 'edu').state).toBe('acknowledged');
    expect(await messages('shares.missing', mine)).toHaveLength(1);
    expect(await refusal(handInFinal(city.app, actors.edu, { participationId: mine }))).toBe('shares-handin-waits');
    expect(await refusal(handInFinal(city.app, actors.edu, { participationId: mine, reason: 'Всё' }))).toBe(
      'shares-handin-waits',
    );
    const { reportId } = await report('first', first);
    await acceptReport(city.app, actors.edu, { reportId });
    expect(await messages('shares.all-in', mine)).toHaveLength(0);
    const waive = (name: Name) =>
      waiveShare(city.app, actors[name], { participationId: second, reason: 'Школа на ремонте' });
    expect(await refusal(waive('first'))).toBe('shares-may-not-waive');
    expect(await refusal(waive('second'))).toBe('shares-may-not-waive');
    expect(await refusal(waive('foreign'))).toBe('shares-may-not-waive');
    await waive('edu');
    expect(await messages('shares.all-in', mine)).toHaveLength(1);
    expect(await messages('shares.waived', second)).toHaveLength(1);
    await handInFinal(city.app, actors.edu, { participationId: mine });
    expect(shareOf(await view(task.taskId), 'edu').state).toBe('submitted');
    expect(await refusal(handInFinal(city.app, actors.edu, { participationId: mine }))).toBe('shares-handin-nothing');
    const { reportId: collated } = kept;
    expect(await acceptReport(city.app, actors.deputy, { reportId: collated, close: true })).toMatchObject({
      closed: true,
    });
  });

  it('hands in nothing but what was said to be final', async () => {
    const task = await issued(['edu', 'first']);
    const [mine, first] = [idOf(task, 'edu'), idOf(task, 'first')];
    const handIn = () => handInFinal(city.app, actors.edu, { participationId: mine });
    await report('edu', mine);
    await report('edu', mine, false);
    const { reportId } = await report('first', first);
    await acceptReport(city.app, actors.edu, { reportId });
    expect(await refusal(handIn())).toBe('shares-handin-nothing');
    await report('edu', mine);
    expect(shareOf(await view(task.taskId), 'edu').state).toBe('submitted');
  });

  it('hands in a kept report as it was edited, and compares it with the task', async () => {
    const task = await issued(['edu', 'first'], {
      text: 'Провести инвентаризацию учебного оборудования мастерских и представить сводную таблицу',
    });
    const [mine, first] = [idOf(task, 'edu'), idOf(task, 'first')];
    const { id: chatId } = await database.db.chat.findFirstOrThrow();
    const said = { participationId: mine, final: true, attachments: [], chatId, messageId: 700, requestKey: 'held-1' };
    await submitReport(city.app, actors.edu, { ...said, text: 'Проведена' });
    const text = 'Провести инвентаризацию учебного оборудования мастерских и представить сводную таблицу';
    const edited = await correctReport(city.app, actors.edu, { chatId, messageId: 700, text, editedAt: 1 });
    await waiveShare(city.app, actors.edu, { participationId: first, reason: 'Школа на ремонте' });
    await handInFinal(city.app, actors.edu, { participationId: mine });
    const kept = await database.db.report.findUniqueOrThrow({ where: { id: edited?.reportId ?? 0 } });
    expect(kept).toMatchObject({ final: true, state: 'submitted', likeness: { kind: 'task' } });
  });

  it('is not for who lost the share to remind others', async () => {
    const task = await issued(['edu', 'first']);
    const mine = idOf(task, 'edu');
    const give = { participationId: mine, postId: posts.second.postId, reason: 'Управление занято' };
    await replaceExecutor(city.app, actors.deputy, give);
    expect(await refusal(remindParts(city.app, actors.edu, { participationId: mine }))).toBe('tasks-not-yours');
  });

  it('reminds those who are missing, once a working day', async () => {
    const task = await issued(['edu', 'first', 'second']);
    const mine = idOf(task, 'edu');
    const remind = (name: Name) => remindParts(city.app, actors[name], { participationId: mine });
    expect(await refusal(remind('first'))).toBe('tasks-not-yours');
    expect(await remind('edu')).toMatchObject({ told: 2 });
    expect(await refusal(remind('edu'))).toBe('shares-reminded-already');
    city.at('2026-11-24T10:00');
    expect(await remind('edu')).toMatchObject({ told: 2 });
  });

  it('counts the internal date from the day the task leaves', async () => {
    city.at('2026-11-27T20:00');
    const executorPostIds = [posts.edu.postId, posts.first.postId];
    const fields = { text: 'Представить сведения', locale: 'ru' as const, due: '2026-12-03', executorPostIds };
    const { taskId } = await createDraft(city.app, actors.deputy, fields);
    await issueTask(city.app, actors.deputy, { taskId, way: 'morning' });
    // From Friday it would be Monday, when the task leaves.
    expect(shareOf(await view(taskId), 'first').due).toBe('2026-12-01');
  });

  it('moves the internal dates with the date of the task', async () => {
    const task = await issued(['edu', 'first']);
    await correctTask(city.app, actors.deputy, { taskId: task.taskId, due: '2026-12-30', reason: 'Праздники' });
    expect(shareOf(await view(task.taskId), 'first')).toMatchObject({ due: '2026-12-25', firstDue: '2026-12-22' });
  });

  it('four eyes: one person on both posts neither accepts nor gives up the own part', async () => {
    const task = await issued(['edu', 'first']);
    const [held] = actors.first.posts;
    const both: Actor = { ...actors.edu, posts: [...actors.edu.posts, ...(held ? [held] : [])] };
    const { reportId } = await report('first', idOf(task, 'first'));
    expect(await refusal(acceptReport(city.app, both, { reportId }))).toBe('reports-may-not-review');
    const own = { participationId: idOf(task, 'first'), reason: 'Не нужно' };
    expect(await refusal(waiveShare(city.app, both, own))).toBe('shares-may-not-waive');
    await acceptReport(city.app, actors.deputy, { reportId });
  });
});

describe('handing down', () => {
  async function part(parent: TaskView, words: string): Promise<TaskView> {
    const participationId = idOf(parent, 'edu');
    const { taskId } = await handDown(city.app, actors.edu, { participationId, words, requestKey: `down-${++serial}` });
    return view(taskId);
  }
  const issue = (taskId: number) => issueTask(city.app, actors.edu, { taskId, undoSeconds: 0 });

  it('makes a draft from the task above, with executors and date from the words', async () => {
    const parent = await issued(['edu']);
    const draft = await part(parent, 'Школам № 1 и № 2 до 18 декабря');
    expect(draft).toMatchObject({
      state: 'draft',
      due: '2026-12-18',
      parent: { taskId: parent.taskId, due: '2026-12-25' },
    });
    expect(draft.textRu).toContain('Представить сведения');
    expect(draft.participations.map(({ post }) => post.postId)).toEqual([posts.first.postId, posts.second.postId]);
    const undated = await part(parent, 'Школе № 1: подготовить справку');
    expect(undated.due).toBe('2026-12-22');
    expect(undated.textRu).toContain('Подготовить справку');
  });

  it('never passes the date of the share above: the latest one is a press away', async () => {
    const parent = await issued(['edu']);
    const { taskId } = await part(parent, 'Школе № 1 до 28 декабря');
    expect(await refusal(issue(taskId))).toBe('tasks-due-beyond-parent');
    await updateDraft(city.app, actors.edu, { taskId, due: null, term: 'standing' });
    expect(await refusal(issue(taskId))).toBe('tasks-due-beyond-parent');
    expect(await refusal(takeLatestDate(city.app, actors.first, { taskId }))).toBe('tasks-not-your-draft');
    await takeLatestDate(city.app, actors.edu, { taskId });
    await issue(taskId);
    expect(await view(taskId)).toMatchObject({ state: 'issued', due: '2026-12-25' });
  });

  it('cannot be corrected beyond the share above later either', async () => {
    const parent = await issued(['edu']);
    const { taskId } = await part(parent, 'Школе № 1 до 18 декабря');
    await issue(taskId);
    const correct = (due: string) => refusal(correctTask(city.app, actors.edu, { taskId, due, reason: 'Позже' }));
    expect(await correct('2026-12-26')).toBe('tasks-due-beyond-parent');
    expect(await correct('2026-12-25')).toBe('no refusal');
  });

  it('of a confidential task is confidential too', async () => {
    const parent = await issued(['edu'], { confidential: true });
    expect(await part(parent, 'Школе № 1')).toMatchObject({ confidential: true });
  });

  it('is refused when the task was cancelled meanwhile', async () => {
    const parent = await issued(['edu']);
    await cancelTask(city.app, actors.deputy, { taskId: parent.taskId, reason: 'Не нужно' });
    expect(await refusal(part(parent, 'Школе № 1'))).toBe('tasks-cancelled-already');
  });

  it('stays with whoever handed down when the share above is given to another, and is counted for the issuer', async () => {
    const parent = await issued(['edu']);
    const { taskId } = await part(parent, 'Школам № 1 и № 2 до 18 декабря');
    await issue(taskId);
    const given = { participationId: idOf(parent, 'edu'), postId: posts.third.postId, reason: 'Другая компетенция' };
    expect(await replaceExecutor(city.app, actors.deputy, given)).toMatchObject({ parts: 1 });
    expect(await view(taskId)).toMatchObject({ state: 'issued', parent: { taskId: parent.taskId } });
  });

  it('is refused to others, to those without anybody below, and after the report', async () => {
    const parent = await issued(['edu', 'control']);
    const words = { words: 'Школе № 1', requestKey: 'x' };
    const down = (name: Name, id: number) =>
      refusal(handDown(city.app, actors[name], { participationId: id, ...words }));
    expect(await down('first', idOf(parent, 'edu'))).toBe('tasks-not-yours');
    expect(await down('control', idOf(parent, 'control'))).toBe('shares-down-nobody');
    await waiveShare(city.app, actors.edu, { participationId: idOf(parent, 'control'), reason: 'Не нужно' });
    await report('edu', idOf(parent, 'edu'));
    expect(await down('edu', idOf(parent, 'edu'))).toBe('shares-down-state');
  });

  it('is not issued once nothing is owed above: not after the report, and not when the task has ended', async () => {
    const [reported, cancelled] = [await issued(['edu']), await issued(['edu'])];
    const [late, orphan] = [await part(reported, 'Школе № 1'), await part(cancelled, 'Школе № 1')];
    await report('edu', idOf(reported, 'edu'));
    await cancelTask(city.app, actors.deputy, { taskId: cancelled.taskId, reason: 'Не нужно' });
    expect(await refusal(issue(late.taskId))).toBe('tasks-parent-ended');
    expect(await refusal(issue(orphan.taskId))).toBe('tasks-parent-ended');
  });

  it('rolls up to the parent, which cannot close over open parts without a reason', async () => {
    const parent = await issued(['edu']);
    const one = await part(parent, 'Школе № 1');
    const two = await part(parent, 'Школе № 2');
    await issue(one.taskId);
    await issue(two.taskId);
    expect((await view(parent.taskId)).parts).toMatchObject({ total: 2, done: 0, overdue: 0 });
    const { reportId } = await report('first', idOf(await view(one.taskId), 'first'));
    await acceptReport(city.app, actors.edu, { reportId, close: true });
    expect((await view(parent.taskId)).parts).toMatchObject({ total: 2, done: 1 });
    const held = await report('edu', idOf(parent, 'edu'));
    expect(held).toMatchObject({ held: true });
    const mine = { participationId: idOf(parent, 'edu') };
    expect(await refusal(handInFinal(city.app, actors.edu, mine))).toBe('shares-handin-waits');
    await handInFinal(city.app, actors.edu, { ...mine, reason: 'Школа № 2 сдаст позже' });
    await acceptReport(city.app, actors.deputy, { reportId: held.reportId, close: true });
    expect((await view(parent.taskId)).state).toBe('in_progress');
    const close = (reason?: string) =>
      closeTask(city.app, actors.deputy, { taskId: parent.taskId, ...(reason && { reason }) });
    expect(await refusal(close())).toBe('tasks-parts-open');
    await close('Остальное не требуется');
    expect(await view(parent.taskId)).toMatchObject({ state: 'closed', closingReason: 'Остальное не требуется' });
    expect(await messages('shares.parent-ended', idOf(parent, 'edu'))).toHaveLength(1);
    expect((await view(two.taskId)).state).toBe('issued');
  });

  it('stays as it is when the parent is moved or cancelled; whoever handed it down is told and may cancel it', async () => {
    const parent = await issued(['edu']);
    const child = await part(parent, 'Школе № 1 до 24 декабря');
    await issue(child.taskId);
    const share = { participationId: idOf(parent, 'edu'), reason: 'Основное отменено' };
    await correctTask(city.app, actors.deputy, { taskId: parent.taskId, due: '2026-12-15', reason: 'Раньше' });
    expect(await messages('shares.parent-moved', share.participationId)).toHaveLength(1);
    expect((await view(child.taskId)).due).toBe('2026-12-24');
    await cancelTask(city.app, actors.deputy, { taskId: parent.taskId, reason: 'Не нужно' });
    expect((await view(child.taskId)).state).toBe('issued');
    expect(await messages('shares.parent-ended', share.participationId)).toHaveLength(1);
    expect(await refusal(cancelParts(city.app, actors.first, share))).toBe('tasks-may-not-cancel');
    expect(await cancelParts(city.app, actors.edu, share)).toEqual({ cancelled: 1 });
    expect((await view(child.taskId)).state).toBe('cancelled');
    expect(await refusal(cancelParts(city.app, actors.edu, share))).toBe('shares-parts-none');
  });
});
