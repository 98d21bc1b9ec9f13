// Rows of drafts: what a draft says, as columns of the table. Throws UserError on an empty or too long text.
import { UserError } from '../errors.ts';
import type { Prisma, TaskKind } from '../generated/prisma/client.ts';
import { type Actor, forceOf } from '../org/rules.ts';
import { headline } from '../reading/headline.ts';
import { tellsOfIncident } from '../reading/incident-words.ts';
import type { Locale } from '../texts.ts';
import { dayToDb } from '../time.ts';
import type { PostView } from './post-queries.ts';
import { issuerFor } from './promise-rules.ts';
import { type DraftFields, maxTaskText } from './rules.ts';

export type NewDraft = DraftFields & {
  resolutionId?: number | null;
  /** Place in the resolution, from 1. */
  position?: number | null;
  /** The item's own number in its document, "2.1". */
  number?: string | null;
  /** Root organisation, where the author's posts do not tell it. */
  rootOrgId?: number;
  /** The same request makes one draft. */
  requestKey?: string;
  /** What lists call it by, where its text begins with other words. */
  title?: string;
  /** Of the dictionary. */
  topic?: string | null;
  /** The task and the share that this is a part of. */
  parentId?: number;
  parentShareId?: number;
};

/** The row of a new draft, without its shares. */
export function draftRow(actor: Actor, draft: NewDraft, posts: PostView[], now: Date) {
  const rootOrgId = draft.rootOrgId ?? actor.posts[0]?.rootId;
  if (rootOrgId === undefined) throw new UserError('tasks-may-not-issue');
  return {
    ...textColumns(draft.text, draft.locale),
    ...(draft.title && { headline: headline(draft.title) }),
    ...dueColumns(draft),
    kind: draft.kind ?? 'assignment',
    rootOrgId,
    issuerPostId: issuerFor(actor, draft.kind ?? 'assignment', posts)?.postId ?? null,
    issuerPersonId: draft.resolutionId ? null : actor.personId,
    controllerPostId: draft.controllerPostId ?? null,
    completionForm: draft.completionForm ?? null,
    programmes: draft.programmes ?? [],
    topic: draft.topic ?? null,
    indicators: (draft.indicators ?? []) as Prisma.InputJsonArray,
    sourceText: draft.sourceText ?? null,
    number: draft.number ?? null,
    fanOut: draft.fanOut ?? false,
    confidential: draft.confidential ?? false,
    updateRule: draft.updateRule ?? null,
    urgency: draft.urgency ?? null,
    homePlaceId: draft.homePlaceId ?? null,
    ...groupColumns(draft, now),
    draftDoubts: (draft.doubts ?? []) as Prisma.InputJsonArray,
    draftedById: actor.personId,
    resolutionId: draft.resolutionId ?? null,
    position: draft.position ?? null,
    requestKey: draft.requestKey ?? null,
    parentId: draft.parentId ?? null,
    parentShareId: draft.parentShareId ?? null,
    createdAt: now,
  } satisfies Prisma.TaskUncheckedCreateInput;
}

/** Shares of a draft: the first named is responsible, in a fan-out everybody is. */
export function shares(posts: PostView[], kind: TaskKind, { fanOut }: { fanOut?: boolean }) {
  return posts.map((post, position) => ({
    postId: post.postId,
    position,
    role: fanOut || position === 0 ? ('responsible' as const) : ('co_executor' as const),
    force: forceOf(kind, post.org),
  }));
}

/** Text and headline, in the column of its language. */
export function textColumns(text: string, locale: Locale) {
  const clean = text.trim();
  if (clean === '') throw new UserError('tasks-text-empty');
  if (clean.length > maxTaskText) throw new UserError('tasks-text-long', { max: maxTaskText, length: clean.length });
  const column = locale === 'kk' ? { textKk: clean, textRu: null } : { textRu: clean, textKk: null };
  return { ...column, headline: headline(clean), incident: tellsOfIncident(clean) };
}

/** The working groups that a draft is for; the moment decides who has left them since. */
export function groupColumns(
  { groupIds = [], groupsNamedAt }: Pick<DraftFields, 'groupIds' | 'groupsNamedAt'>,
  now: Date,
) {
  return { groupIds, groupsNamedAt: groupIds.length > 0 ? (groupsNamedAt ?? now) : null };
}

/** A date is set as a whole: what is not given of it is no longer so. */
export function dueColumns({ due, dueTime, term, recurrence, interimDues = [], dueText }: Partial<DraftFields>) {
  const kind = due ? ('dated' as const) : (term ?? 'dated');
  const dated = kind === 'dated' && due;
  return {
    term: kind,
    due: dated ? dayToDb(due) : null,
    dueTime: dated ? (dueTime ?? null) : null,
    recurrence: dated ? (recurrence ?? null) : null,
    interimDues: interimDues.map(dayToDb),
    dueText: dueText ?? null,
  };
}
