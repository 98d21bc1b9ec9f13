// The permission table: who may issue, accept, see and manage what. Pure; the only place that knows what a role may do.
import type { OrgType, Ownership, Role, Subordination, TaskKind } from '../generated/prisma/client.ts';
import type { Locale } from '../texts.ts';

/** A post that a person holds today, as holder or acting. */
export type PostHeld = {
  postId: number;
  orgId: number;
  /** Ids from the root down, '/1/5/12/'. */
  orgPath: string;
  rootId: number;
  orgType: OrgType;
  role: Role;
  acting: boolean;
  nameKk: string;
  nameRu: string;
  orgNameKk: string;
  orgNameRu: string;
};

/** Somebody known who does something; `posts` are those of today, own ones before acting ones. */
export type Actor = {
  personId: number;
  telegramId: number;
  /** Our id of the private chat; null until the person has started the bot. */
  chatId: number | null;
  systemAdmin: boolean;
  locale: Locale;
  name: string;
  posts: PostHeld[];
};

/** What the rules need to know of an executor. */
export type ExecutorPost = { orgPath: string; role: Role; orgType: OrgType };

/** What the rules need to know of a task under control; `executor…` name whose report or share is judged. */
export type ControlledTask = {
  issuerPostId: number | null;
  controllerPostId: number | null;
  specialControl: boolean;
  executorPostId?: number;
  executorPostIds?: number[];
  /** Who wrote the report. */
  executorPersonIds?: number[];
  issuerOrgPath?: string;
  /** Set for the share of a co-executor: the posts that collate. */
  responsiblePostIds?: number[];
};

export type VisibleTask = Pick<ControlledTask, 'issuerPostId' | 'controllerPostId'> & {
  executorPostIds: number[];
  executorOrgPaths: string[];
  issuerOrgPath: string | null;
};

/** Tasks go from a lower number to a higher one; observers and administrators get none. */
const rank: Record<Role, number> = {
  akim: 0,
  deputy: 1,
  district_akim: 2,
  district_deputy: 3,
  dept_head: 4,
  unit_head: 5,
  school_head: 6,
  controller: 7,
  secretary: 7,
  staff: 7,
  observer: 9,
  admin: 9,
};

const leaders: Role[] = ['akim', 'deputy', 'district_akim', 'district_deputy', 'dept_head', 'unit_head', 'school_head'];
const chairs: Role[] = ['akim', 'deputy', 'district_akim', 'district_deputy', 'dept_head'];
const readers: Role[] = [...leaders, 'controller', 'secretary', 'observer'];
const drafters: Role[] = ['secretary', 'akim', 'deputy', 'district_akim', 'district_deputy'];
const schoolTypes: OrgType[] = ['school', 'boarding', 'supplementary'];

/** True when `path` lies in the subtree of `top`, both like '/1/5/'. */
export function isWithin(path: string, top: string): boolean {
  return path.startsWith(top);
}

/** The subtree a post acts in: the whole tree for an akim, the body it serves for a post of an office, else its own organisation. */
export function scopeOf(post: Pick<PostHeld, 'role' | 'orgType' | 'orgPath' | 'rootId'>): string {
  if (post.role === 'akim') return `/${post.rootId}/`;
  if (post.orgType !== 'office') return post.orgPath;
  const body = post.orgPath.replace(/[^/]+\/$/, '');
  return body === '/' ? post.orgPath : body;
}

/** True for a post that can be given a task at all. */
export function canExecute(post: { role: Role }): boolean {
  return rank[post.role] < rank.observer;
}

function issuesTo(post: PostHeld, executor: ExecutorPost): boolean {
  if (post.orgType === 'republican' || !canExecute(executor)) return false;
  if (!leaders.includes(post.role) || rank[executor.role] <= rank[post.role]) return false;
  if (!isWithin(executor.orgPath, scopeOf(post))) return false;
  if (post.role === 'unit_head') return executor.role === 'school_head' && schoolTypes.includes(executor.orgType);
  if (post.role === 'school_head') return executor.role === 'staff';
  if (post.role === 'dept_head') return ['unit_head', 'school_head', 'staff'].includes(executor.role);
  return true;
}

/** The actor's post that may give this executor a task (product rules, table of rights), an own post before an acting one; null when none may. */
export function issuingPost(actor: Actor, executor: ExecutorPost): PostHeld | null {
  return issuingPostForAll(actor, [executor]);
}

/** The one post that may issue to every executor named; null when there is none, or nobody is named. */
export function issuingPostForAll(actor: Actor, executors: ExecutorPost[]): PostHeld | null {
  if (executors.length === 0) return null;
  return best(actor.posts.filter((post) => executors.every((executor) => issuesTo(post, executor))));
}

/** The post with which the actor accepts or returns this report; nobody judges a report of their own, special control is the akim's. */
export function canReview(actor: Actor, task: ControlledTask): PostHeld | null {
  return judges(actor, task, { controller: true, responsible: true });
}

/** The post with which the actor takes the task off control. */
export function canClose(actor: Actor, task: ControlledTask): PostHeld | null {
  return judges(actor, task, { controller: true });
}

/** The post with which the actor cancels the task, or withdraws a share of it: the issuer's or the akim's. */
export function canCancelTask(actor: Actor, task: ControlledTask): PostHeld | null {
  return judges(actor, { ...task, executorPostId: undefined, executorPostIds: [], executorPersonIds: [] }, {});
}

/** The post with which the actor moves a date: only the level that set it; a controller proposes. */
export function canExtend(actor: Actor, task: ControlledTask): PostHeld | null {
  return judges(actor, task, {});
}

function judges(
  actor: Actor,
  task: ControlledTask,
  also: { controller?: boolean; responsible?: boolean },
): PostHeld | null {
  if (isOwnShare(actor, task)) return null;
  const path = task.issuerOrgPath;
  const akim = actor.posts.filter(
    (post) => post.role === 'akim' && path !== undefined && isWithin(path, scopeOf(post)),
  );
  const issuer = actor.posts.filter((post) => post.postId === task.issuerPostId && leaders.includes(post.role));
  if (task.specialControl) return best([...akim, ...issuer.filter((post) => post.role === 'akim')]);
  const controller = actor.posts.filter(
    (post) =>
      also.controller && post.postId === task.controllerPostId && [...leaders, 'controller'].includes(post.role),
  );
  const responsible = actor.posts.filter(
    (post) => also.responsible && (task.responsiblePostIds ?? []).includes(post.postId),
  );
  return best(issuer) ?? best(controller) ?? best(akim) ?? best(responsible);
}

function isOwnShare(actor: Actor, task: ControlledTask): boolean {
  if ((task.executorPersonIds ?? []).includes(actor.personId)) return true;
  const executors = [task.executorPostId, ...(task.executorPostIds ?? [])];
  return actor.posts.some((post) => executors.includes(post.postId));
}

/** True for those who take part in the task, and for leaders, controllers, secretaries and observers of a subtree it touches. Never for an administrator as such. */
export function canSeeTask(actor: Actor, task: VisibleTask): boolean {
  const takePart = [task.issuerPostId, task.controllerPostId, ...task.executorPostIds];
  if (actor.posts.some((post) => takePart.includes(post.postId))) return true;
  const paths = [...task.executorOrgPaths, ...(task.issuerOrgPath === null ? [] : [task.issuerOrgPath])];
  return actor.posts.some((post) => readers.includes(post.role) && paths.some((path) => isWithin(path, scopeOf(post))));
}

/** The subtrees in which the actor reads everything; empty for staff and for administrators. */
export function readableScopes(actor: Pick<Actor, 'posts'>): string[] {
  return [...new Set(actor.posts.filter((post) => readers.includes(post.role)).map(scopeOf))];
}

/** The post with which the actor may write a resolution of the body at `orgPath`; null when none. */
export function canDraftResolution(actor: Actor, orgPath: string): PostHeld | null {
  return best(actor.posts.filter((post) => drafters.includes(post.role) && isWithin(orgPath, scopeOf(post))));
}

/** The post with which the actor teaches what an organisation is called: of whoever drafts its resolutions, or keeps its roster; null when none. */
export function canTeachAlias(actor: Actor, orgPath: string): PostHeld | { postId: null } | null {
  const drafter = canDraftResolution(actor, orgPath);
  return drafter ?? (canManageRoster(actor, orgPath) ? { postId: null } : null);
}

/** The post with which the actor adopts what it chairs. */
export function canAdopt(actor: Actor, meeting: { chairPostId: number }): PostHeld | null {
  return best(actor.posts.filter((post) => post.postId === meeting.chairPostId && canChair(post)));
}

/** True for a post that may chair a meeting. */
export const canChair = (post: { role: Role }): boolean => chairs.includes(post.role);

/** The subtrees whose people the actor looks after: all (null) for an administrator, those of a secretary's bodies. */
export function managedScopes(actor: Actor): string[] | null {
  if (actor.systemAdmin) return null;
  return actor.posts.filter(({ role }) => role === 'secretary' || role === 'admin').map(scopeOf);
}

/** True for an administrator, and for a secretary (of the part of the tree at `orgPath`, where it is given). */
export function canManageRoster(actor: Actor, orgPath?: string): boolean {
  const scopes = managedScopes(actor);
  return scopes === null || scopes.some((scope) => orgPath === undefined || isWithin(orgPath, scope));
}

/** True for administrators: the calendar is one for all. */
export function canEditCalendar(actor: Actor): boolean {
  return actor.systemAdmin || actor.posts.some((post) => post.role === 'admin');
}

/** Who binds a group to the organisation at `orgPath`: 'admin', or the post of a secretary or leader of that part of the tree. */
export function canBindGroup(actor: Actor, orgPath: string): PostHeld | 'admin' | null {
  if (actor.systemAdmin) return 'admin';
  const binders: Role[] = [...leaders, 'secretary', 'admin'];
  return best(actor.posts.filter((post) => binders.includes(post.role) && isWithin(orgPath, scopeOf(post))));
}

/** The force of a task for one executor: who does not report to the akim, or is private, gets a recommendation (product rules, force). */
export function forceOf(kind: TaskKind, executor: { ownership: Ownership; subordination: Subordination }): TaskKind {
  const free = executor.ownership === 'private' || executor.subordination === 'republican';
  return kind === 'assignment' && free ? 'recommendation' : kind;
}

/** True for what counts in discipline. */
export function isBinding(force: TaskKind): boolean {
  return force === 'assignment' || force === 'commitment';
}

/** What somebody can do with the bot at all: decides the menu and the help, never a permission. */
export type Ability =
  'issue' | 'report' | 'review' | 'resolve' | 'read' | 'groups' | 'calendar' | 'roster' | 'unreached';

/** The abilities of a person by all posts together. */
export function abilitiesOf(actor: Actor): Set<Ability> {
  const has = (roles: Role[]): boolean => actor.posts.some((post) => roles.includes(post.role));
  const found: [Ability, boolean][] = [
    ['issue', has(leaders)],
    ['review', has([...leaders, 'controller'])],
    ['report', actor.posts.some((post) => canExecute(post) && post.role !== 'akim')],
    ['resolve', has(drafters)],
    ['read', has(readers)],
    ['groups', actor.systemAdmin || has([...leaders, 'secretary', 'admin'])],
    ['calendar', canEditCalendar(actor)],
    ['roster', actor.systemAdmin],
    ['unreached', canManageRoster(actor)],
  ];
  return new Set(found.filter(([, able]) => able).map(([ability]) => ability));
}

function best(posts: PostHeld[]): PostHeld | null {
  const order = (post: PostHeld): number => (post.acting ? 100 : 0) + rank[post.role];
  return posts.toSorted((a, b) => order(a) - order(b))[0] ?? null;
}
