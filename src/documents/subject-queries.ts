// What the papers about one task or one resolution are made of, as the actor may see it.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type Story, storyFor } from '../history/story-queries.ts';
import { shortName } from '../org/messages.ts';
import { holdersOf } from '../org/queries.ts';
import { may } from '../org/rights.ts';
import { type Actor, canClose } from '../org/rules.ts';
import { type ResolutionView, resolutionView } from '../resolutions/queries.ts';
import { openStates } from '../resolutions/rules.ts';
import { readsWhole, type SeenItem, seenItems } from '../resolutions/sight-rules.ts';
import { controlledTask, maySee, visibleShares } from '../tasks/access-rules.ts';
import { toPostView, type PostView } from '../tasks/post-queries.ts';
import { type ParticipationView, taskView, type TaskView } from '../tasks/queries.ts';
import type { Choice } from './print-rules.ts';

/** A share with who holds the post (empty for who may know posts only) and when it was taken note of. */
export type Noted = { item: string; share: ParticipationView; name: string; at: Date | null };

export type NotedTask = { task: TaskView; shares: Noted[] };
export type ProtocolParts = {
  view: ResolutionView;
  items: SeenItem[];
  draft: boolean;
  secretary: PostView | null;
  present: PostView[];
  absent: PostView[];
  /** Short names of the holders of chair and secretary. */
  names: Map<number, string>;
};
export type NotedResolution = { view: ResolutionView; shares: Noted[] };
export type TaskCertificate = Story & { shares: ParticipationView[]; issuedAt: Date | null };

/** Who has taken note of a task. Throws UserError for a task of others and for a draft. */
export async function notedTask(app: App, actor: Actor, taskId: number): Promise<NotedTask> {
  const task = await taskView(app, taskId);
  if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
  if (!maySee(actor, task)) throw new UserError('telegram-not-allowed');
  const shares = visibleShares(actor, task).filter(({ state }) => state !== 'withdrawn');
  const named = mayName(actor, task);
  return { task, shares: await notedShares(app, [{ item: task.number ?? '', shares, named }]) };
}

/** The same for all items of a resolution. Throws UserError for one of others, or that is not adopted. */
export async function notedResolution(app: App, actor: Actor, resolutionId: number): Promise<NotedResolution> {
  const { view, items, draft } = await seenResolution(app, actor, resolutionId);
  if (draft) throw new UserError('documents-execution-early');
  const groups = items
    .filter(({ discreet, state }) => !discreet && state !== 'draft')
    .map((item) => ({
      item: item.number,
      shares: item.participations.filter(({ state }) => state !== 'withdrawn'),
      named: mayName(actor, item),
    }));
  return { view, shares: await notedShares(app, groups) };
}

/** A resolution as the protocol of its sitting. Throws UserError for one of others; a draft is for who reads the whole. */
export async function protocolParts(app: App, actor: Actor, resolutionId: number): Promise<ProtocolParts> {
  const { view, items, draft } = await seenResolution(app, actor, resolutionId);
  const meeting = await app.db.meeting.findUniqueOrThrow({
    where: { id: view.meetingId },
    include: { secretary: { include: { org: true } }, attendance: { orderBy: { id: 'asc' } } },
  });
  const secretary = meeting.secretary && toPostView(meeting.secretary);
  const posts = await app.db.post.findMany({
    where: { id: { in: meeting.attendance.map(({ postId }) => postId) } },
    include: { org: true },
  });
  const came = (states: string[]): PostView[] =>
    meeting.attendance
      .filter(({ state }) => states.includes(state))
      .flatMap(({ postId }) => posts.filter(({ id }) => id === postId).map(toPostView));
  const signing = [view.chair.postId, ...(secretary ? [secretary.postId] : [])];
  return {
    ...{ view, items, draft, secretary },
    present: came(['present', 'substitute']),
    absent: came(['absent', 'excused']),
    names: await namesOf(app, signing),
  };
}

/** A task with its story and executors. Throws UserError as `storyFor`. */
export async function certificateOf(app: App, actor: Actor, taskId: number): Promise<TaskCertificate> {
  const story = await storyFor(app, actor, taskId);
  const shares = visibleShares(actor, story.task);
  return { ...story, shares, issuedAt: story.task.issuedAt };
}

async function seenResolution(app: App, actor: Actor, resolutionId: number) {
  const view = await resolutionView(app, resolutionId);
  if (!view || view.state === 'cancelled') throw new UserError('telegram-stale-button');
  const draft = openStates.includes(view.state);
  const items = seenItems(actor, view, view.items, view.rootOrgId);
  // Of a draft others than its writers and readers know nothing.
  if (items.length === 0 || (draft && !readsWhole(actor, view))) throw new UserError('resolutions-not-seen');
  return { view, items, draft };
}

/** Names beside posts are for who decides about the task, or looks after the people of the body that gave it. */
function mayName(actor: Actor, task: TaskView): boolean {
  if (canClose(actor, controlledTask(task))) return true;
  return task.issuer !== null && may(actor, 'org.keep-people', { orgPath: task.issuer.org.path }) !== null;
}

type Group = { item: string; shares: ParticipationView[]; named: boolean };

async function notedShares(app: App, groups: Group[]): Promise<Noted[]> {
  const ids = groups.flatMap(({ shares }) => shares.map(({ participationId }) => participationId));
  const rows = await app.db.participation.findMany({
    where: { id: { in: ids } },
    select: { id: true, acknowledgedAt: true, submittedAt: true },
  });
  const at = new Map(rows.map((row) => [row.id, row.acknowledgedAt ?? row.submittedAt]));
  const posts = groups.flatMap(({ shares, named }) => (named ? shares.map(({ post }) => post.postId) : []));
  const names = await namesOf(app, posts);
  return groups.flatMap(({ item, shares, named }) =>
    shares.map((share) => ({
      item,
      share,
      name: named ? (names.get(share.post.postId) ?? '') : '',
      at: at.get(share.participationId) ?? null,
    })),
  );
}

async function namesOf(app: App, postIds: number[]): Promise<Map<number, string>> {
  const holders = await holdersOf(app, [...new Set(postIds)]);
  return new Map([...holders].flatMap(([postId, [first]]) => (first ? [[postId, shortName(first)] as const] : [])));
}

/** Throws UserError when the actor may not see the task or resolution that a choice names. */
export async function seesSubject(app: App, actor: Actor, { form, subject }: Choice): Promise<void> {
  if (form === 'protocol' || form === 'resolutionNote') {
    await seenResolution(app, actor, subject);
    return;
  }
  const task = await taskView(app, subject);
  if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
  if (!maySee(actor, task)) throw new UserError('telegram-not-allowed');
}
