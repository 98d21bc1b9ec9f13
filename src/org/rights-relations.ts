// How a post stands to what somebody wants to act on: issuer, controller, executor, chair ... Pure.
import type {
  ExtensionState,
  ParticipationState,
  ResolutionState,
  TaskKind,
  TaskState,
} from '../generated/prisma/client.ts';
import {
  type Actor,
  canChair,
  drafters,
  type ExecutorPost,
  isForeign,
  issuesTo,
  isWithin,
  leaders,
  type PostHeld,
  readers,
  scopeOf,
} from './rights-posts.ts';

/** What an action is about; each action needs only its own part, and what is missing gives no right. */
export type Subject = {
  // The task.
  issuerPostId?: number | null;
  issuerOrgPath?: string | null;
  /** The body that the issuer serves, by `scopeOf`. */
  issuerBody?: string | null;
  controllerPostId?: number | null;
  specialControl?: boolean;
  confidential?: boolean;
  taskState?: TaskState;
  /** Whose draft it is: a person, for drafts belong to no post. */
  draftedById?: number | null;
  // The share or shares that are judged, or whose own executor acts.
  executorPostId?: number;
  executorPostIds?: number[];
  /** Where these executors stand in the tree. */
  executorOrgPaths?: string[];
  /** Who wrote the report. */
  executorPersonIds?: number[];
  shareState?: ParticipationState;
  /** Set for the share of a co-executor: the posts that collate. */
  responsiblePostIds?: number[];
  extensionState?: ExtensionState;
  /** Who was asked a question. */
  askedPostId?: number;
  // What is to be given, and to whom.
  kind?: TaskKind;
  executors?: ExecutorPost[];
  // The body or organisation, its meeting and resolution.
  orgPath?: string;
  chairPostId?: number;
  /** The secretary of the meeting. */
  keeperPostId?: number | null;
  /** Posts that a chair let register signed papers. */
  delegatePostIds?: number[];
  /** Posts that were asked to agree, or are expected at a sitting. */
  participantPostIds?: number[];
  resolutionState?: ResolutionState;
};

export type Relation = keyof typeof relations;

const relations = {
  /** It issued the task, and its role issues at all. */
  issuer: (post: PostHeld, { issuerPostId }: Subject) => post.postId === issuerPostId && leaders.includes(post.role),
  /** It is named as controller, and its role controls at all. */
  controller: (post: PostHeld, { controllerPostId }: Subject) =>
    post.postId === controllerPostId && [...leaders, 'controller'].includes(post.role),
  /** Akim of the tree that the task was issued in. */
  akim: (post: PostHeld, { issuerPostId, issuerOrgPath }: Subject) =>
    post.role === 'akim' &&
    (post.postId === issuerPostId || (!!issuerOrgPath && isWithin(issuerOrgPath, scopeOf(post)))),
  /** The share is its own. */
  executor: (post: PostHeld, subject: Subject) => executorPosts(subject).includes(post.postId),
  /** It collates what this co-executor does; never of another region. */
  responsible: (post: PostHeld, { responsiblePostIds, executorOrgPaths }: Subject) =>
    (responsiblePostIds ?? []).includes(post.postId) && !(executorOrgPaths ?? []).some((path) => isForeign(post, path)),
  /** It may give a task to everybody named. */
  superior: (post: PostHeld, { executors }: Subject) =>
    executors !== undefined && executors.length > 0 && executors.every((executor) => issuesTo(post, executor)),
  /** It leads, and takes a commitment upon itself and nobody else. */
  promiser: (post: PostHeld, subject: Subject) =>
    subject.kind === 'commitment' &&
    leaders.includes(post.role) &&
    executorPosts(subject).length > 0 &&
    executorPosts(subject).every((postId) => postId === post.postId),
  /** It issued, controls or executes, whatever its role. */
  party: (post: PostHeld, subject: Subject) =>
    [subject.issuerPostId, subject.controllerPostId, ...executorPosts(subject)].includes(post.postId),
  /** It reads a subtree that the task touches, unless the task is confidential. */
  reader: (post: PostHeld, subject: Subject) =>
    readers.includes(post.role) &&
    !subject.confidential &&
    [subject.issuerOrgPath, subject.orgPath, ...(subject.executorOrgPaths ?? [])].some(
      (path) => !!path && isWithin(path, scopeOf(post)),
    ),
  /** Secretary of the very body that issued the task. */
  bodySecretary: (post: PostHeld, { issuerBody }: Subject) =>
    post.role === 'secretary' && !!issuerBody && scopeOf(post) === issuerBody,
  /** It was asked. */
  asked: (post: PostHeld, { askedPostId }: Subject) => post.postId === askedPostId,
  /** It chairs the meeting. */
  chair: (post: PostHeld, { chairPostId }: Subject) => post.postId === chairPostId && canChair(post),
  /** It chairs meetings of its own right, not for somebody else. */
  ownChair: (post: PostHeld) => canChair(post) && !post.acting,
  /** It keeps the record of this meeting. */
  keeper: (post: PostHeld, { keeperPostId }: Subject) => post.postId === keeperPostId,
  /** It writes resolutions of the body. */
  drafter: (post: PostHeld, { orgPath }: Subject) =>
    drafters.includes(post.role) && orgPath !== undefined && isWithin(orgPath, scopeOf(post)),
  /** A chair let it register signed papers. */
  delegate: (post: PostHeld, { delegatePostIds }: Subject) => (delegatePostIds ?? []).includes(post.postId),
  /** It was asked to agree, or is expected at the sitting. */
  participant: (post: PostHeld, { participantPostIds }: Subject) => (participantPostIds ?? []).includes(post.postId),
  /** It looks after the people of the organisation (of any, where none is named). */
  peopleKeeper: (post: PostHeld, { orgPath }: Subject) =>
    ['secretary', 'admin'].includes(post.role) && (orgPath === undefined || isWithin(orgPath, scopeOf(post))),
  /** It leads or serves the organisation that a group is bound to. */
  binder: (post: PostHeld, { orgPath }: Subject) =>
    [...leaders, 'secretary', 'admin'].includes(post.role) && orgPath !== undefined && isWithin(orgPath, scopeOf(post)),
  /** It leads the organisation or one above it, or serves it as secretary or controller. */
  bodyOfficial: (post: PostHeld, { orgPath }: Subject) =>
    [...leaders, 'secretary', 'controller'].includes(post.role) &&
    orgPath !== undefined &&
    isWithin(orgPath, scopeOf(post)),
  /** It leads or serves a body above the organisation, never the organisation itself. */
  bodyAbove: (post: PostHeld, { orgPath }: Subject) =>
    [...leaders, 'secretary', 'controller'].includes(post.role) &&
    orgPath !== undefined &&
    orgPath !== scopeOf(post) &&
    isWithin(orgPath, scopeOf(post)),
  /** A post of administrator. */
  adminPost: (post: PostHeld) => post.role === 'admin',
  /** Any post at all. */
  anybody: () => true,
} satisfies Record<string, (post: PostHeld, subject: Subject) => boolean>;

/** Whether the post stands so to the subject. */
export function stands(post: PostHeld, relation: Relation, subject: Subject): boolean {
  return relations[relation](post, subject);
}

/** True when the share or report is the actor's own: by any post held today, also for somebody else, or by having written it. */
export function isOwn(actor: Actor, subject: Subject): boolean {
  if ((subject.executorPersonIds ?? []).includes(actor.personId)) return true;
  return actor.posts.some((post) => executorPosts(subject).includes(post.postId));
}

function executorPosts({ executorPostId, executorPostIds = [] }: Subject): number[] {
  return executorPostId === undefined ? executorPostIds : [executorPostId, ...executorPostIds];
}
