// Posts and persons as the permission table sees them: rank, reach in the tree, which post comes first. Pure.
import type { OrgType, Role } from '../generated/prisma/client.ts';
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
  /** Subtrees of the regions beside the post's own one: nothing of them is ever shown. Missing: there are none. */
  foreign?: string[];
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
  /** Which of several posts the person chose to act as; it comes first wherever it may. */
  actsAs?: number | null;
};

/** What the rules need to know of an executor. */
export type ExecutorPost = { orgPath: string; role: Role; orgType: OrgType };

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

export const leaders: Role[] = [
  'akim',
  'deputy',
  'district_akim',
  'district_deputy',
  'dept_head',
  'unit_head',
  'school_head',
];
export const chairs: Role[] = ['akim', 'deputy', 'district_akim', 'district_deputy', 'dept_head'];
export const readers: Role[] = [...leaders, 'controller', 'secretary', 'observer'];
export const drafters: Role[] = ['secretary', 'akim', 'deputy', 'district_akim', 'district_deputy'];
const schoolTypes: OrgType[] = ['school', 'boarding', 'supplementary'];

/** True for a post of a school, a boarding school or an organisation of supplementary education. */
export function isOfSchool({ orgType }: { orgType: OrgType }): boolean {
  return schoolTypes.includes(orgType);
}

/** True when `path` lies in the subtree of `top`, both like '/1/5/'. */
export function isWithin(path: string, top: string): boolean {
  return path.startsWith(top);
}

/** The subtree a post acts in: the body it serves for a post of an office, else its own organisation. An akim's whole tree is that of the body led. */
export function scopeOf(post: { orgType: OrgType; orgPath: string; role?: Role; rootId?: number }): string {
  if (post.orgType !== 'office') return post.orgPath;
  const body = post.orgPath.replace(/[^/]+\/$/, '');
  return body === '/' ? post.orgPath : body;
}

/** True when the path lies in a region that has nothing to do with the post's own one. */
export function isForeign(post: Pick<PostHeld, 'foreign'>, path: string): boolean {
  return (post.foreign ?? []).some((top) => isWithin(path, top));
}

/** The subtrees that are foreign to every post of the actor. */
export function foreignTo({ posts }: Pick<Actor, 'posts'>): string[] {
  const all = [...new Set(posts.flatMap(({ foreign }) => foreign ?? []))];
  return all.filter((path) => posts.every((post) => isForeign(post, path)));
}

/** True for a post that can be given a task at all. */
export function canExecute(post: { role: Role }): boolean {
  return rank[post.role] < rank.observer;
}

/** True for a post that may chair a meeting. */
export const canChair = (post: { role: Role }): boolean => chairs.includes(post.role);

type Ranked = Pick<PostHeld, 'role' | 'orgType' | 'orgPath' | 'rootId'>;

/** True when the post may give tasks to this executor (product rules, table of rights). */
export function issuesTo(post: Ranked, executor: ExecutorPost): boolean {
  if (post.orgType === 'republican' || !canExecute(executor)) return false;
  if (!leaders.includes(post.role) || !isBelow(executor, post)) return false;
  if (!isWithin(executor.orgPath, scopeOf(post))) return false;
  if (post.role === 'unit_head') return executor.role === 'school_head' && schoolTypes.includes(executor.orgType);
  if (post.role === 'school_head') return executor.role === 'staff';
  if (post.role === 'dept_head') return ['unit_head', 'school_head', 'staff'].includes(executor.role);
  return true;
}

/** Lower in rank, or, for the leaders of an akimat, at the head of an akimat further down the tree. */
function isBelow(executor: ExecutorPost, post: Ranked): boolean {
  if (rank[executor.role] > rank[post.role]) return true;
  const leads = rank[post.role] <= rank.deputy && ['akimat', 'office'].includes(executor.orgType);
  return leads && scopeOf(executor) !== scopeOf(post) && isWithin(scopeOf(executor), scopeOf(post));
}

/** The post that comes first: the one the person chose, then own before acting ones, then by rank; null for none. */
export function best(actor: Pick<Actor, 'actsAs'>, posts: PostHeld[]): PostHeld | null {
  const order = (post: PostHeld): number =>
    (post.postId === actor.actsAs ? -1000 : 0) + (post.acting ? 100 : 0) + rank[post.role];
  return posts.toSorted((a, b) => order(a) - order(b))[0] ?? null;
}
