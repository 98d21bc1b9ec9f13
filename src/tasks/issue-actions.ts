// Issuing: a draft becomes a task with a number; what it says leaves when the time for undo is over.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import { type Actor, type PostHeld, scopeOf } from '../org/rules.ts';
import { dayIn } from '../time.ts';
import { controllerFor } from './around-draft-queries.ts';
import { ownDraft } from './draft-actions.ts';
import { executorClass } from './class-queries.ts';
import { warningsFor } from './gate-queries.ts';
import { nextWorkingTime } from './hours-rules.ts';
import { lockParentShare } from './lock-queries.ts';
import { announce, recordIssue } from './issue-event-actions.ts';
import { takeMembers } from './member-actions.ts';
import { mayGetFrom } from './member-queries.ts';
import { withdrawMessages } from './message-actions.ts';
import { taskView, taskViews, type TaskView } from './queries.ts';
import { controlSectionId } from './post-queries.ts';
import { tellOfPromise } from './promise-actions.ts';
import { issuerFor } from './promise-rules.ts';
import { separateRegions } from './region-actions.ts';
import { deadlineOf, missingForIssue, standaloneNumber } from './rules.ts';
import { keepSeriesShares, openFirstPeriod, takeBackSeries } from './series-actions.ts';
import { issueShares } from './share-actions.ts';
import { executorsWeek } from './week-rules.ts';

export type Issued = {
  taskId: number;
  number: string;
  participations: number;
  /** Executors of whom nobody can be written to in private. */
  unreached: number;
  /** Until then `undoIssue` takes it back; null when it left at once. */
  undoUntil: Date | null;
  /** Number of the first period that a periodic task opened at once, "Т-148/1". */
  period: string | null;
  issuer: PostHeld;
};

export type Issuing = {
  taskId: number;
  undoSeconds?: number;
  /** At once, at once without a sound, or on the next working morning; until then it can be undone. */
  way?: IssueWay;
};
export type IssueWay = 'now' | 'silent' | 'morning';

/** Issues a stand-alone draft of the actor. Throws UserError when something is missing, or an executor is outside of the actor's rights. */
export async function issueTask(
  app: App,
  actor: Actor,
  { taskId, undoSeconds = app.config.issueUndoSeconds, way = 'now' }: Issuing,
): Promise<Issued> {
  return transaction(app, async (app) => {
    const own = await draftToIssue(app, actor, taskId);
    const issuer = checkReady(app, actor, own);
    const [draft = own] = await separateRegions(app, [own]);
    const morning = way === 'morning' ? await morningFor(app, draft) : null;
    if (morning && isTooLate(app.zone, draft, morning)) throw new UserError('tasks-morning-late');
    const number = draft.number ?? standaloneNumber(await nextSerial(app, draft.rootOrgId));
    const soon = undoSeconds > 0 ? new Date(app.now().getTime() + undoSeconds * 1000) : null;
    const undoUntil = morning && morning > (soon ?? app.now()) ? morning : soon;
    const controllerPostId = await controllerFor(app, actor, draft, issuer);
    const warnings = await warningCodes(app, [draft]);
    await markIssued(app, draft, {
      number,
      undoUntil,
      issuerPostId: issuer.postId,
      issuerPersonId: actor.personId,
      controllerPostId,
      within: scopeOf(issuer),
    });
    const by = { personId: actor.personId, postId: issuer.postId };
    const silent = way === 'silent';
    await recordIssue(app, draft, by, warnings(taskId));
    await tellOfPromise(app, draft, { issuer, controllerPostId, undoUntil, silent });
    const period = draft.recurrence ? await openFirstPeriod(app, taskId, { actor: by, undoUntil, silent }) : null;
    const unreached = period?.unreached ?? (await announce(app, [draft], undoUntil ?? app.now(), silent));
    const executors = draft.participations.length;
    return { taskId, number, participations: executors, unreached, undoUntil, period: period?.number ?? null, issuer };
  });
}

/** The draft; a part of another task as it stands once that one is held, one for a working group with the members of today. */
async function draftToIssue(app: App, actor: Actor, taskId: number): Promise<TaskView> {
  const draft = await ownDraft(app, actor, taskId);
  if (draft.partOf) await lockParentShare(app, taskId);
  const changed = await takeMembers(app, actor, [draft], mayGetFrom(actor));
  return draft.partOf || changed ? ownDraft(app, actor, taskId) : draft;
}

export type ResolutionIssue = {
  taskIds: number[];
  /** Numbers in the same order, "2.1". */
  numbers: string[];
  /** Post that adopted: it becomes the issuer of every item; default the chair of the meeting. */
  issuerPostId?: number;
};

/**
 * Issues the items of an adopted resolution at once, without undo: adopting was the confirmation. Rights were decided by the adoption.
 * Joins the transaction of the caller. Throws UserError when an item lacks text, executor or date.
 */
export async function issueResolutionTasks(
  app: App,
  actor: Actor,
  { taskIds, numbers, issuerPostId }: ResolutionIssue,
): Promise<{ participations: number; unreached: number }> {
  return transaction(app, async (app) => {
    const drafts = await separateRegions(app, await taskViews(app, taskIds));
    const chairs = await chairsOf(app, taskIds);
    const warnings = await warningCodes(app, drafts);
    let unreached = 0;
    for (const draft of drafts) {
      const number = numbers[taskIds.indexOf(draft.taskId)] ?? String(taskIds.indexOf(draft.taskId) + 1);
      const post = issuerPostId ?? draft.issuer?.postId ?? chairs.get(draft.taskId);
      const [missing] = missingForIssue(toRule(draft), '');
      if (missing || post === undefined) throw new UserError('tasks-item-not-ready', { number });
      const section = await sectionFor(app, draft, post);
      const controllerPostId = draft.controller?.postId ?? section ?? post;
      await markIssued(app, draft, {
        number,
        undoUntil: null,
        issuerPostId: post,
        issuerPersonId: actor.personId,
        controllerPostId,
        within: '/',
      });
      const by = { personId: actor.personId, postId: post };
      await recordIssue(app, draft, by, warnings(draft.taskId));
      if (draft.recurrence) unreached += (await openFirstPeriod(app, draft.taskId, { actor: by })).unreached;
    }
    const single = drafts.filter(({ recurrence }) => !recurrence);
    unreached += await announce(app, single, app.now());
    return { participations: drafts.reduce((sum, draft) => sum + draft.participations.length, 0), unreached };
  });
}

/** Takes an issued task back into a draft while nothing has left. Throws UserError afterwards. */
export async function undoIssue(app: App, actor: Actor, { taskId }: { taskId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const task = await taskView(app, taskId);
    if (!task) throw new UserError('telegram-stale-button');
    if (task.issuerPersonId !== actor.personId) throw new UserError('tasks-not-your-draft');
    const { count } = await app.db.task.updateMany({
      where: { id: taskId, state: 'issued', undoUntil: { gt: app.now() } },
      data: { state: 'draft', issuedAt: null, undoUntil: null },
    });
    if (count === 0) throw new UserError(task.state === 'draft' ? 'tasks-undone-already' : 'tasks-undo-late');
    const gone = task.recurrence ? await takeBackSeries(app, taskId) : [];
    for (const id of [taskId, ...gone]) await withdrawMessages(app, id, 'undone');
    await record(app, {
      verb: 'tasks.undone',
      entity: 'task',
      entityId: taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: task.issuer?.postId ?? null },
      data: { before: 'issued', after: 'draft' },
    });
  });
}

/** The next working time of its executors. */
async function morningFor(app: App, draft: TaskView): Promise<Date> {
  return nextWorkingTime(app.zone, app.now(), await loadCalendar(app), executorsWeek(draft));
}

/** True when the task would be over before anybody hears of it. */
export function isTooLate(zone: string, { due, dueTime }: Pick<TaskView, 'due' | 'dueTime'>, at: Date): boolean {
  return due !== null && deadlineOf(zone, due, dueTime) <= at;
}

function checkReady(app: App, actor: Actor, draft: TaskView): PostHeld {
  const [missing] = missingForIssue(toRule(draft), dayIn(app.zone, app.now()));
  if (missing) throw new UserError(missing);
  const executors = draft.participations.map(({ post }) => post);
  const issuer = issuerFor(actor, draft.kind, executors, draft.issuer?.postId);
  if (!issuer) throw new UserError('tasks-may-not-issue-to-these');
  return issuer;
}

function toRule(draft: TaskView) {
  const text = draft.textKk ?? draft.textRu ?? '';
  const { term, due, dueTime, completionForm, confidential } = draft;
  const { due: latest = null, dueTime: latestTime = null } = draft.parent ?? {};
  const dates = { term, due, dueTime, latest, latestTime };
  return { text, executors: draft.participations.length, completionForm, confidential, ...dates };
}

/** The numbers of one root organisation follow each other without gaps; the row stays locked until the task is committed. */
async function nextSerial(app: App, rootOrgId: number): Promise<number> {
  const { lastTaskNumber } = await app.db.organisation.update({
    where: { id: rootOrgId },
    data: { lastTaskNumber: { increment: 1 } },
  });
  return lastTaskNumber;
}

type Marks = {
  number: string;
  undoUntil: Date | null;
  issuerPostId: number;
  issuerPersonId: number;
  controllerPostId: number;
};

/** `within`: the subtree in which the class of its executors may lie. */
async function markIssued(app: App, draft: TaskView, { within, ...marks }: Marks & { within: string }): Promise<void> {
  const chosenBy = await executorClass(app, draft, within);
  const { count } = await app.db.task.updateMany({
    where: { id: draft.taskId, state: 'draft' },
    data: {
      ...marks,
      state: 'issued',
      issuedAt: app.now(),
      draftDoubts: [],
      executorClass: chosenBy ?? Prisma.DbNull,
    },
  });
  if (count === 0) throw new UserError('telegram-someone-first');
  if (draft.recurrence) await keepSeriesShares(app, draft.taskId);
  else await issueShares(app, draft);
}

/** What the quality gate said of these drafts and was overridden, for the journal. */
async function warningCodes(app: App, drafts: TaskView[]): Promise<(taskId: number) => { warnings?: string[] }> {
  const found = await warningsFor(app, drafts);
  return (taskId) => {
    const codes = (found.get(taskId) ?? []).map(({ code }) => code);
    return codes.length > 0 ? { warnings: codes } : {};
  };
}

async function chairsOf(app: App, taskIds: number[]): Promise<Map<number, number>> {
  const rows = await app.db.task.findMany({
    where: { id: { in: taskIds } },
    select: { id: true, resolution: { select: { meeting: { select: { chairPostId: true } } } } },
  });
  return new Map(rows.flatMap(({ id, resolution }) => (resolution ? [[id, resolution.meeting.chairPostId]] : [])));
}

async function sectionFor(app: App, draft: TaskView, issuerPostId: number): Promise<number | undefined> {
  if (!draft.fanOut || draft.controller) return undefined;
  const post = await app.db.post.findUnique({ where: { id: issuerPostId }, include: { org: true } });
  const section = post && (await controlSectionId(app, { orgPath: post.org.path }));
  return section ?? undefined;
}
