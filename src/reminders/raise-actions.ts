// What is urgent, tells of an incident or stands under special control reaches the deputy akim on the same working day, once.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { record } from '../journal/actions.ts';
import { type Holder, holdersOf } from '../org/queries.ts';
import { enqueue, type NewMessage } from '../outbox/actions.ts';
import { type NewUndelivered, noteUndelivered } from '../outbox/undelivered-actions.ts';
import { type Clock, dayIn, instantOf, timeIn } from '../time.ts';
import { lockPlanning } from './actions.ts';
import { loadPolicies } from './policy-queries.ts';
import { endOf, isSpeakingDay, isSpeakingTime, usualPolicy, type Voice } from './policy-rules.ts';
import { postPlaces } from './queries.ts';
import { graveTasks, officialsOf, raisedBefore, type RaisedTask } from './raise-queries.ts';
import { type Official, raisedTo } from './raise-rules.ts';

/** `until`: when the hours of those who are told end today. */
type Telling = { task: RaisedTask; postIds: number[]; passed: number[]; until: Clock };

/**
 * Tells the deputy akim of everything urgent, of an incident or under special control that was not told yet, in the deputy's working hours, in one message;
 * another deputy or the akim where nobody on the post can be reached.
 * Called late or twice it tells once; what an outage kept back until the evening is told the next working morning, never at night.
 * One statement when there is nothing.
 */
export async function raise(app: App): Promise<void> {
  if ((await graveTasks(app)).length === 0) return;
  await transaction(app, async (app) => {
    if (!(await lockPlanning(app, 'raise'))) return;
    const tasks = await graveTasks(app);
    const officials = await officialsOf(app, [...new Set(tasks.map(({ rootOrgId }) => rootOrgId))]);
    const holders = await holdersOf(
      app,
      officials.map(({ postId }) => postId),
    );
    const now = app.now();
    const ready = await inHours(app, tellingsOf(tasks, officials, holders));
    await send(app, now, ready, holders);
    await noteUndelivered(app, missing(ready, holders));
    await app.db.task.updateMany({
      where: { id: { in: ready.map(({ task }) => task.id) } },
      data: { raisedAt: now },
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

function tellingsOf(
  tasks: RaisedTask[],
  officials: Official[],
  holders: Map<number, Holder[]>,
): Omit<Telling, 'until'>[] {
  const reachable = new Set([...holders].filter(([, on]) => reached(on).length > 0).map(([postId]) => postId));
  return tasks.map((task) => {
    const { told: postIds, passed } = raisedTo(task, officials, reachable);
    return { task, postIds, passed };
  });
}

/** What can be told now, to whoever it can be told; what waits for everybody's working hours comes with a later tick. */
async function inHours(app: App, tellings: Omit<Telling, 'until'>[]): Promise<Telling[]> {
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
    .map((telling) => ({ ...telling, postIds: telling.postIds.filter(speaks), vacant: telling.postIds.length === 0 }))
    .filter(({ postIds, vacant }) => vacant || postIds.length > 0)
    .map(({ task, postIds, passed }) => ({
      task,
      postIds,
      passed,
      until: endFor(postIds.flatMap((id) => posts.get(id)?.voice ?? [])),
    }));
}

function endFor(voices: Voice[]): Clock {
  return voices.length > 0 ? endOf(voices) : usualPolicy.to;
}

async function send(app: App, now: Date, tellings: Telling[], holders: Map<number, Holder[]>): Promise<void> {
  const before = await raisedBefore(
    app,
    tellings.map(({ task }) => task.id),
  );
  const people = new Map<number, { chatId: number; tasks: RaisedTask[]; until: Clock }>();
  for (const { task, postIds, until } of tellings) {
    for (const { personId, chatId } of postIds.flatMap((postId) => reached(holders.get(postId) ?? []))) {
      if (before.has(`${personId}/${task.id}`)) continue;
      const known = people.get(personId) ?? { chatId: chatId ?? 0, tasks: [], until };
      const tasks = [...new Set([...known.tasks, task])];
      people.set(personId, { ...known, tasks, until: known.until < until ? known.until : until });
    }
  }
  const idsOf = (tasks: RaisedTask[]): number[] => tasks.map(({ id }) => id);
  const messages = [...people].map(([personId, { chatId, tasks, until }]): NewMessage => ({
    kind: 'reminders.raised',
    chatId,
    personId,
    data: { taskIds: idsOf(tasks), specialIds: idsOf(tasks.filter(({ specialControl }) => specialControl)) },
    dedupeKey: `reminders.raised:${personId}:${now.getTime()}:${idsOf(tasks).join('.')}`,
    expiresAt: instantOf(app.zone, dayIn(app.zone, now), until),
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
  return tellings.flatMap(({ task, postIds, passed }) =>
    [...passed, ...postIds]
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
