// Lists of resolutions: what is open for a person, what may be finished or waits for a chair.
import type { App } from '../app.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import { type Day, dayFromDb } from '../time.ts';
import { adoptedStates, openStates } from './rules.ts';

/** One line of a list. */
export type ResolutionLine = { resolutionId: number; theme: string; day: Day; number: string | null; items: number };

export type OpenResolutions = {
  inForce: ResolutionLine[];
  drafts: ResolutionLine[];
  waiting: ResolutionLine[];
  unfinished: ResolutionLine[];
};

/** What a person has to do with resolutions: own drafts, those waiting for the chair, adopted ones with items not issued yet. */
export async function openResolutions(app: App, actor: Actor): Promise<OpenResolutions> {
  const chairs = { meeting: { chairPostId: { in: actor.posts.map(({ postId }) => postId) } } };
  const mine = { draftedById: actor.personId };
  const lines = async (where: Prisma.ResolutionWhereInput) => linesFor(app, actor, where);
  const [drafts, waiting, unfinished, inForce] = await Promise.all([
    lines({ ...mine, state: { in: openStates } }),
    lines({ ...chairs, state: { in: openStates }, sentAt: { not: null } }),
    lines({ state: { in: adoptedStates }, tasks: { some: { state: 'draft' } }, OR: [mine, chairs] }),
    lines({ state: { in: adoptedStates }, OR: [mine, chairs, concerns(actor)] }),
  ]);
  return { drafts, waiting, unfinished, inForce };
}

/** Of a body the actor reads for, or with an item given to a post of the actor or into what the actor reads. */
function concerns(actor: Actor): Prisma.ResolutionWhereInput {
  const { bodies, given } = reach(actor);
  return { OR: [...bodies, { tasks: { some: given } }] };
}

/** Resolutions of bodies the actor reads for, and items that reach into what the actor reads. */
function reach(actor: Actor): { bodies: Prisma.ResolutionWhereInput[]; given: Prisma.TaskWhereInput } {
  const under = readableScopes(actor).map((path) => ({ org: { path: { startsWith: path } } }));
  const own = { postId: { in: actor.posts.map(({ postId }) => postId) } };
  const theirs = under.map((post) => ({ post }));
  const given = { state: { not: 'draft' as const }, participations: { some: { OR: [own, ...theirs] } } };
  return { bodies: under.map((meeting) => ({ meeting })), given };
}

/** `items` counts what the reader may know of: all where the whole is read, else the own ones. */
async function linesFor(app: App, actor: Actor, where: Prisma.ResolutionWhereInput): Promise<ResolutionLine[]> {
  const { bodies, given } = reach(actor);
  const chaired = { meeting: { chairPostId: { in: actor.posts.map(({ postId }) => postId) } } };
  const whole = { resolution: { OR: [{ draftedById: actor.personId }, chaired, ...bodies] } };
  const rows = await app.db.resolution.findMany({
    where,
    include: { meeting: true, _count: { select: { tasks: { where: { seriesId: null, OR: [whole, given] } } } } },
    orderBy: { id: 'desc' },
    take: 10,
  });
  return rows.map(({ id, meeting, _count }) => ({
    resolutionId: id,
    theme: meeting.theme,
    day: dayFromDb(meeting.day),
    number: meeting.number,
    items: _count.tasks,
  }));
}

/** True while a task of the resolution is on control, instances of its periodic items among them. */
export async function hasLiveTasks(app: App, resolutionId: number): Promise<boolean> {
  const where = { resolutionId, state: { in: liveTaskStates } };
  return (await app.db.task.findFirst({ where, select: { id: true } })) !== null;
}

/** Resolutions on control that may be finished, and those that wait for a chair. */
export async function resolutionsIn(app: App, what: 'onControl' | 'waiting'): Promise<number[]> {
  const where: Prisma.ResolutionWhereInput =
    what === 'onControl'
      ? { state: 'on_control', tasks: { some: {}, every: { state: { in: ['closed', 'cancelled'] } } } }
      : { state: { in: openStates }, sentAt: { not: null } };
  const rows = await app.db.resolution.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  return rows.map(({ id }) => id);
}
