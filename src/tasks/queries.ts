// Reads of tasks: everything a card, a draft or a decision needs, in a constant number of statements.
import type { App } from '../app.ts';
import {
  type ParticipationRole,
  type ParticipationState,
  Prisma,
  type TaskKind,
  type TaskState,
  type TaskTerm,
} from '../generated/prisma/client.ts';
import { foreignTo } from '../org/rights-posts.ts';
import type { Actor } from '../org/rules.ts';
import type { Indicator } from '../reading/drafts.ts';
import type { Locale } from '../texts.ts';
import type { Clock, Day } from '../time.ts';
import type { AskedField } from './asked-rules.ts';
import type { PostView } from './post-queries.ts';
import type { Doubt } from './rules.ts';
import type { Tally } from './tally-rules.ts';
import { readTasks } from './view-queries.ts';
import { ownPosts, seenShare } from './visible-queries.ts';

export type ParticipationView = {
  participationId: number;
  role: ParticipationRole;
  force: TaskKind;
  state: ParticipationState;
  firstDue: Day | null;
  due: Day | null;
  dueTime: Clock | null;
  extensionCount: number;
  submittedAt: Date | null;
  inTime: boolean | null;
  /** By when news is expected next, and how many updates did not come before. */
  nextUpdate: Day | null;
  missedUpdates: number;
  /** Day of the latest report, interim or final; read only where the task has control dates on the way. */
  lastReportDay: Day | null;
  /** Per cent named in the latest report that names any. */
  progress: number | null;
  /** Its final report is kept until parts of others have come. */
  held?: boolean;
  /** Why it was withdrawn, returned or called misaddressed. */
  stateReason?: string | null;
  /** Given up by whoever collates, with this reason. */
  waivedReason?: string | null;
  /** What hinders, in the executor's words. */
  blockedReason?: string | null;
  /** Any report of it stands, interim or final. */
  reported?: boolean;
  /** When it reached the executor; null for those that an older version issued. */
  assignedAt?: Date | null;
  /** The executor said that it is not theirs: the last time, decided or not. */
  misaddressedAt?: Date | null;
  /** The withdrawn share that this one stands in for. */
  replacesId?: number | null;
  post: PostView;
};

/** The task that a part was handed down from, with the dates of the share it is a part of. */
export type ParentView = { taskId: number; number: string; shareId: number; due: Day | null; dueTime: Clock | null };

/** How far the parts are that were handed down from a task. */
export type PartsView = {
  total: number;
  /** Off control, or nothing is owed any more. */
  done: number;
  /** Parts with somebody who is late. */
  overdue: number;
  /** For each part still on control the share it was handed down from. */
  openShareIds: number[];
};

export type TaskView = {
  taskId: number;
  number: string | null;
  state: TaskState;
  kind: TaskKind;
  headline: string;
  textKk: string | null;
  textRu: string | null;
  issuer: PostView | null;
  issuerPersonId: number | null;
  controller: PostView | null;
  rootOrgId: number;
  completionForm: string | null;
  specialControl: boolean;
  confidential: boolean;
  term: TaskTerm;
  due: Day | null;
  dueTime: Clock | null;
  /** RRULE; `due` is then the first date. */
  recurrence: string | null;
  interimDues: Day[];
  /** 'urgent' or 'at-once', as it was said; null: neither. */
  urgency: string | null;
  /** Its words tell of something grave that has happened. */
  incident: boolean;
  /** RRULE by which news is expected between the dates; null: none is. */
  updateRule: string | null;
  /** The periodic task that this one is a period of, and which: "2026-12". */
  seriesId: number | null;
  period: string | null;
  /** How many take part in a periodic task; its own shares are those of its periods. */
  seriesSize: number;
  /** The words the date was read from; null when a person set it. */
  dueText: string | null;
  indicators: Indicator[];
  programmes: string[];
  /** The item as it stands in its document. */
  sourceText: string | null;
  /** The fields that an answer consists of, of a task that collects answers. */
  asks?: AskedField[] | null;
  fanOut: boolean;
  homePlaceId: number | null;
  draftedById: number | null;
  draftMessageId: number | null;
  doubts: Doubt[];
  issuedAt: Date | null;
  /** Nobody is reminded of it before this day. */
  pausedUntil?: Day | null;
  undoUntil: Date | null;
  closedAt: Date | null;
  closingReason: string | null;
  /** The last time it was put right after issuing; `at` is an ISO instant. */
  correction: { at: string; before: Corrected; after: Corrected } | null;
  resolution: { resolutionId: number; number: string | null; day: Day } | null;
  /** The measure of a roadmap in force that it is: changed there alone. */
  measure?: { measureId: number } | null;
  /** A commitment that its executor issued, also one that comes again and again. */
  ownPromise?: boolean;
  /** The task that this is a part of. */
  partOf?: number | null;
  /** The working groups that it is for, and when they were named. */
  groupIds?: number[];
  groupsNamedAt?: Date | null;
  /** Set for a part that was handed down. */
  parent?: ParentView | null;
  /** Null where nothing was handed down. */
  parts?: PartsView | null;
  participations: ParticipationView[];
  /** Shares of a fan-out that were not read one by one, counted; all zero where `participations` are all of them. */
  beside: Tally;
};

/** Values that a correction changed, as they were before or are since. */
export type Corrected = { text?: string; due?: Day | null; dueTime?: Clock | null };

/** One task with everything around it; null when there is none. */
export async function taskView(app: App, taskId: number): Promise<TaskView | null> {
  const [task] = await taskViews(app, [taskId]);
  return task ?? null;
}

/** Several tasks with everything around them, in the order of the ids given. One statement. */
export async function taskViews(app: App, taskIds: number[]): Promise<TaskView[]> {
  if (taskIds.length === 0) return [];
  const tasks = await readTasks(app, Prisma.sql`t.id = ANY (${taskIds}::int[])`);
  return tasks.toSorted((a, b) => taskIds.indexOf(a.taskId) - taskIds.indexOf(b.taskId));
}

/** A share with its task. */
export type ShareView = { task: TaskView; share: ParticipationView };

/**
 * The task that a share belongs to, with this share; null when there is none. Of a task for all schools the other shares are
 * not read, only counted in `beside`: whoever looks at one must not load hundreds. One statement.
 */
export async function shareView(app: App, participationId: number): Promise<ShareView | null> {
  const [found] = await shareViews(app, [participationId]);
  return found ?? null;
}

/** The same for several shares, in the order of the ids given; the shares of one task have it in common. `counted: false` leaves `beside` empty. One statement. */
export async function shareViews(
  app: App,
  participationIds: number[],
  { counted = true }: { counted?: boolean } = {},
): Promise<ShareView[]> {
  if (participationIds.length === 0) return [];
  const ids = Prisma.sql`${participationIds}::int[]`;
  const owners = Prisma.sql`t.id IN (SELECT task_id FROM participation WHERE id = ANY (${ids}))`;
  const tasks = await readTasks(app, owners, { seen: Prisma.sql`(NOT t.fan_out OR p.id = ANY (${ids}))`, counted });
  const found = new Map(
    tasks.flatMap((task) => task.participations.map((share) => [share.participationId, { task, share }] as const)),
  );
  return participationIds.flatMap((id) => found.get(id) ?? []);
}

/**
 * The task for a card: the shares of a fan-out are only counted. With `within` ('/1/5/') it is the card of a part of the tree,
 * and nothing outside of it is counted. Null when there is none. One statement.
 */
export async function cardView(app: App, taskId: number, within?: string): Promise<TaskView | null> {
  const part = within === undefined ? {} : { within };
  const [task] = await readTasks(app, Prisma.sql`t.id = ${taskId}`, { seen: Prisma.sql`NOT t.fan_out`, ...part });
  return task ?? null;
}

/** The task as this person may see it: of a fan-out the own shares and those below, all of them for who decides; the others are counted. One statement. */
export async function taskViewFor(app: App, actor: Actor, taskId: number): Promise<TaskView | null> {
  // Who lost the own share still gets it: what it shows is the matter of the rules.
  const seen = Prisma.sql`(NOT t.fan_out OR p.post_id = ${ownPosts(actor)} OR ${seenShare(actor)})`;
  const [task] = await readTasks(app, Prisma.sql`t.id = ${taskId}`, { seen, within: '/', without: foreignTo(actor) });
  return task ?? null;
}

/** Id of the task drafted or issued by this request; null when the request is new. */
export async function taskOfRequest(app: App, requestKey: string): Promise<number | null> {
  const row = await app.db.task.findUnique({ where: { requestKey }, select: { id: true } });
  return row?.id ?? null;
}

/** The text in the reader's language, else in the other one. */
export function textIn(task: Pick<TaskView, 'textKk' | 'textRu'>, locale: Locale): string {
  const texts = locale === 'kk' ? [task.textKk, task.textRu] : [task.textRu, task.textKk];
  return texts.find((text) => text !== null) ?? '';
}
