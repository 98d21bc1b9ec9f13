// The hand-over of a post: what the journal says of it, and what lay on the post at that moment.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { ParticipationState, Prisma } from '../generated/prisma/client.ts';
import { eventsOf } from '../history/queries.ts';
import { replay } from '../history/replay-rules.ts';
import type { JsonObject } from '../journal/rules.ts';
import { may } from '../org/rights.ts';
import { type Actor, isBinding } from '../org/rules.ts';
import { maySee } from '../tasks/access-rules.ts';
import { taskViews } from '../tasks/queries.ts';
import { toPostView, type PostView } from '../tasks/post-queries.ts';
import { openStates, owes } from '../tasks/rules.ts';
import { type Day, dayFromDb, dayIn } from '../time.ts';
import { type ActLine, type HandOver, readHandOver, readImported } from './hand-over-rules.ts';

export type Act = {
  eventId: number;
  day: Day;
  post: PostView;
  /** Full names; empty: the post was or stays vacant, or the person was erased. */
  from: string;
  to: string;
  lines: ActLine[];
  /** Tasks the post gave that were on control, drafts not issued, and reports that waited for its decision. */
  issued: number;
  drafts: number;
  toReview: number;
};

/** So long after a hand-over the one who gave the post away may read what it was about, in milliseconds: to sign it. */
const signing = 24 * 3_600_000;

type Event = HandOver & {
  id: bigint;
  at: Date;
  actorPersonId: number | null;
  /** The roster named another holder; its event tells of other posts too. */
  byImport: boolean;
};

const imported = 'org.roster-imported';

/** Hand-overs since this moment, the oldest first. */
export async function handOversSince(app: App, since: Date): Promise<Event[]> {
  const rows = await app.db.journalEvent.findMany({
    where: { verb: { in: ['people.appointed', 'people.left', imported] }, at: { gte: since } },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((row) => eventsIn(row));
}

/** One event of a post is one hand-over; an import of the roster may be many. */
function eventsIn(row: {
  id: bigint;
  at: Date;
  verb: string;
  entity: string;
  entityId: number;
  data: unknown;
  actorPersonId: number | null;
}): Event[] {
  const data = row.data as JsonObject;
  const byImport = row.verb === imported;
  if (!byImport && row.entity !== 'post') return [];
  const read = byImport ? readImported(data) : [readHandOver(row.verb, row.entityId, data) ?? []].flat();
  return read.map((one) => ({ ...one, id: row.id, at: row.at, actorPersonId: row.actorPersonId, byImport }));
}

/** The act as this person may read it. Throws UserError for others than the two, whoever handed over, and who looks after the people there. `postId`: of an event about many posts, which one. */
export async function actFor(app: App, actor: Actor, eventId: number, postId?: number): Promise<Act> {
  const row = await app.db.journalEvent.findUnique({ where: { id: BigInt(eventId) } });
  const event = (row ? eventsIn(row) : []).find((one) => !one.byImport || one.postId === postId);
  if (!event) throw new UserError('telegram-stale-button');
  const found = await app.db.post.findUnique({ where: { id: event.postId }, include: { org: true } });
  if (!found) throw new UserError('telegram-stale-button');
  const post = toPostView(found);
  const parties = [event.actorPersonId, event.toPersonId, ...event.fromPersonIds];
  if (!parties.includes(actor.personId) && !may(actor, 'org.hand-over', { orgPath: post.org.path }))
    throw new UserError('telegram-not-allowed');
  return actOf(app, actor, event, post);
}

async function actOf(app: App, actor: Actor, event: Event, post: PostView): Promise<Act> {
  const people = await app.db.person.findMany({
    where: { id: { in: [event.toPersonId ?? 0, ...event.fromPersonIds] }, pseudonymisedAt: null },
  });
  const name = (id: number | null): string => {
    const person = people.find((one) => one.id === id);
    return person ? [person.surname, person.given, person.patronymic].filter(Boolean).join(' ') : '';
  };
  return {
    eventId: Number(event.id),
    day: dayIn(app.zone, event.at),
    post,
    from: event.fromPersonIds.map(name).filter(Boolean).join(', '),
    to: name(event.toPersonId),
    lines: await linesOf(app, actor, event, post),
    ...(await countsOf(app, event)),
  };
}

/** The shares that may have been open at that moment. */
function openAt(at: Date, postId: number): Prisma.ParticipationWhereInput {
  const later = { gte: at };
  return {
    postId,
    task: { state: { not: 'draft' }, issuedAt: { lte: at } },
    OR: [
      { state: { in: openStates } },
      { acceptedAt: later },
      { withdrawnAt: later },
      { task: { closedAt: later } },
      { task: { cancelledAt: later } },
    ],
  };
}

/** The shares of the post that were open at that moment: out of the journal, where it knows them. */
async function linesOf(
  app: App,
  actor: Actor,
  { at, postId, fromPersonIds }: Event,
  post: PostView,
): Promise<ActLine[]> {
  const rows = await app.db.participation.findMany({
    where: openAt(at, postId),
    orderBy: [{ due: 'asc' }, { id: 'asc' }],
  });
  const taskIds = rows.map(({ taskId }) => taskId);
  const { past } = replay(await eventsOf(app, { taskIds }), at);
  const tasks = new Map((await taskViews(app, taskIds)).map((task) => [task.taskId, task]));
  const calendar = await loadCalendar(app);
  const day = dayIn(app.zone, at);
  // Looking after people gives no sight of tasks; nor does a post that was left.
  const signs = fromPersonIds.includes(actor.personId) && app.now().getTime() - at.getTime() < signing;
  return rows.flatMap((row): ActLine[] => {
    const task = tasks.get(row.taskId);
    const then = past.participation.get(row.id);
    const state = String(then?.['state'] ?? row.state);
    if (!task || !openStates.includes(state as (typeof openStates)[number])) return [];
    const due = then ? ((then['due'] as Day | undefined) ?? null) : row.due && dayFromDb(row.due);
    const first = row.firstDue && dayFromDb(row.firstDue);
    const late = due !== null && due < day && isBinding(row.force) && owes(state as ParticipationState);
    const overdue = late ? calendar.workingDaysBetween(due, day, post.org.week) : 0;
    const blocked = then ? then['blocked'] === true : row.blockedAt !== null;
    return [
      { task, state, due, first, overdue, blocked, discreet: !maySee(actor, task) && !(signs && !task.confidential) },
    ];
  });
}

async function countsOf(app: App, { postId, fromPersonIds }: Event) {
  const live = { in: ['issued' as const, 'in_progress' as const] };
  const [issued, drafts, toReview] = await Promise.all([
    app.db.task.count({ where: { issuerPostId: postId, state: live } }),
    app.db.task.count({ where: { issuerPostId: postId, state: 'draft', draftedById: { in: fromPersonIds } } }),
    app.db.participation.count({
      where: {
        state: 'submitted',
        task: { state: live, OR: [{ controllerPostId: postId }, { issuerPostId: postId }] },
      },
    }),
  ]);
  return { issued, drafts, toReview };
}
