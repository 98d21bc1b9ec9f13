// What is urgent or under special control reaches the deputy akim on the same working day, once.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { record } from '../journal/actions.ts';
import { type Holder, holdersOf } from '../org/queries.ts';
import { enqueue, type NewMessage } from '../outbox/actions.ts';
import { type NewUndelivered, noteUndelivered } from '../outbox/undelivered-actions.ts';
import { dayIn, timeIn } from '../time.ts';
import { lockPlanning } from './actions.ts';
import { loadPolicies } from './policy-queries.ts';
import { isSpeakingDay, isSpeakingTime } from './policy-rules.ts';
import { postPlaces } from './queries.ts';
import { graveTasks, officialsOf, type RaisedTask } from './raise-queries.ts';
import { raisedTo } from './raise-rules.ts';

type Telling = { task: RaisedTask; postIds: number[] };

/**
 * Tells the deputy akim of everything urgent or under special control that was not told yet, in the deputy's working hours, in one message.
 * Called late or twice it tells once. One statement when there is nothing.
 */
export async function raise(app: App): Promise<void> {
  if ((await graveTasks(app)).length === 0) return;
  await transaction(app, async (app) => {
    if (!(await lockPlanning(app, 'raise'))) return;
    const tasks = await graveTasks(app);
    const officials = await officialsOf(app, [...new Set(tasks.map(({ rootOrgId }) => rootOrgId))]);
    const tellings = tasks.map((task) => ({ task, postIds: raisedTo(task, officials) }));
    const ready = await inHours(app, tellings);
    const holders = await holdersOf(app, [...new Set(ready.flatMap(({ postIds }) => postIds))]);
    await send(app, ready, holders);
    await noteUndelivered(app, missing(ready, holders));
    await app.db.task.updateMany({
      where: { id: { in: ready.map(({ task }) => task.id) } },
      data: { raisedAt: app.now() },
    });
    for (const { task, postIds } of ready.filter(({ postIds }) => postIds.length > 0)) {
      const { id: entityId, rootOrgId } = task;
      await record(app, {
        verb: 'reminders.raised',
        entity: 'task',
        entityId,
        rootOrgId,
        actor: null,
        data: { postIds },
      });
    }
  });
}

/** What can be told now, to whoever it can be told; what waits for everybody's working hours comes with a later tick. */
async function inHours(app: App, tellings: Telling[]): Promise<Telling[]> {
  const [instant, calendar] = [app.now(), await loadCalendar(app)];
  const posts = await postPlaces(
    app,
    [...new Set(tellings.flatMap(({ postIds }) => postIds))],
    await loadPolicies(app),
  );
  const speaks = (postId: number): boolean => {
    const voice = posts.get(postId)?.voice;
    if (!voice) return true;
    return (
      isSpeakingDay(dayIn(app.zone, instant), voice, calendar) && isSpeakingTime(timeIn(app.zone, instant), [voice])
    );
  };
  return tellings
    .map(({ task, postIds }) => ({ task, postIds: postIds.filter(speaks), vacant: postIds.length === 0 }))
    .filter(({ postIds, vacant }) => vacant || postIds.length > 0);
}

async function send(app: App, tellings: Telling[], holders: Map<number, Holder[]>): Promise<void> {
  const people = new Map<number, { chatId: number; taskIds: number[] }>();
  for (const { task, postIds } of tellings) {
    for (const { personId, chatId } of postIds.flatMap((postId) => reached(holders.get(postId) ?? []))) {
      const known = people.get(personId) ?? { chatId: chatId ?? 0, taskIds: [] };
      people.set(personId, { ...known, taskIds: [...new Set([...known.taskIds, task.id])] });
    }
  }
  const messages = [...people].map(([personId, { chatId, taskIds }]): NewMessage => ({
    kind: 'reminders.raised',
    chatId,
    personId,
    data: { taskIds },
    dedupeKey: `reminders.raised:${personId}:${app.now().getTime()}:${taskIds.join('.')}`,
    resend: true,
  }));
  await enqueue(app, messages);
}

/** While somebody reachable substitutes, the absent deputy is left in peace. */
function reached(holders: Holder[]): Holder[] {
  const can = holders.filter(({ chatId, blocked }) => chatId !== null && !blocked);
  const acting = can.filter((holder) => holder.acting);
  return acting.length > 0 ? acting : can;
}

function missing(tellings: Telling[], holders: Map<number, Holder[]>): NewUndelivered[] {
  return tellings.flatMap(({ task, postIds }) =>
    postIds
      .filter((postId) => reached(holders.get(postId) ?? []).length === 0)
      .map((postId) => ({
        kind: 'reminders.raised',
        postId,
        data: { taskId: task.id },
        dedupeKey: `reminders.raised:${task.id}:${postId}`,
        holders: holders.get(postId) ?? [],
      })),
  );
}
