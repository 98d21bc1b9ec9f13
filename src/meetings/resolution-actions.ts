// From a sitting to its resolution: the draft is opened at the same meeting, and unfinished items are taken over with a new date.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { type Actor, canCancelTask, canDraftResolution } from '../org/rules.ts';
import { ownOpen } from '../resolutions/access-actions.ts';
import { addItems } from '../resolutions/item-actions.ts';
import { postHeld } from '../resolutions/queries.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { taskView, type TaskView } from '../tasks/queries.ts';
import { openStates } from '../tasks/rules.ts';
import { type Day, dayIn, isDay, printDayShort } from '../time.ts';
import { keptSitting, recordMeeting } from './access-actions.ts';
import { unfinishedOf } from './carry-queries.ts';

/** Opens the draft of the sitting's resolution, with what was heard; one that is there already is given back. */
export async function draftFromSitting(
  app: App,
  actor: Actor,
  { meetingId }: { meetingId: number },
): Promise<{ resolutionId: number; created: boolean }> {
  return transaction(app, async (app) => {
    const { view } = await keptSitting(app, actor, meetingId);
    const by = canDraftResolution(actor, view.org.path);
    if (!by) throw new UserError('resolutions-may-not-draft');
    const [known] = view.resolutions;
    if (known && known.draftedById !== actor.personId) throw new UserError('resolutions-not-yours');
    if (known) return { resolutionId: known.resolutionId, created: false };
    const { id: resolutionId } = await app.db.resolution.create({
      data: {
        ...{ meetingId, draftedById: actor.personId, createdAt: app.now(), touchedAt: app.now(), guessed: [] },
        homePlaceId: await groupHome(app, view.seriesId),
      },
    });
    await record(app, {
      verb: 'resolutions.drafted',
      entity: 'resolution',
      entityId: resolutionId,
      rootOrgId: view.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { orgId: view.org.orgId, day: view.day, chairPostId: view.chair.postId, meetingId },
      texts: { theme: view.theme, number: view.number ?? '' },
    });
    return { resolutionId, created: true };
  });
}

/** The own chat of the working group whose sittings these are. */
async function groupHome(app: App, seriesId: number | null): Promise<number | null> {
  const series = seriesId === null ? null : await app.db.meetingSeries.findUnique({ where: { id: seriesId } });
  const group = series?.groupId ? await app.db.workingGroup.findUnique({ where: { id: series.groupId } }) : null;
  const place = group?.placeId ? await app.db.place.findFirst({ where: { id: group.placeId, unboundAt: null } }) : null;
  return place?.id ?? null;
}

/**
 * Puts an unfinished item of an earlier resolution of the series into the draft with a new date, for the executors who are not done.
 * It is linked with the earlier one, which ends when the draft is adopted. Throws UserError for an item that is done meanwhile, taken
 * already, periodic, or that the chair may not end.
 */
export async function takeOverItem(
  app: App,
  actor: Actor,
  { resolutionId, taskId, due }: { resolutionId: number; taskId: number; due: Day },
): Promise<{ number: string }> {
  return transaction(app, async (app) => {
    const view = await ownOpen(app, actor, resolutionId);
    const { view: sitting, by } = await keptSitting(app, actor, view.meetingId);
    const earlier = await taskView(app, taskId);
    const unfinished = sitting.seriesId === null ? [] : await unfinishedOf(app, sitting.seriesId);
    if (!earlier || !unfinished.includes(taskId)) throw new UserError('meetings-finished-meanwhile');
    if (earlier.recurrence) throw new UserError('meetings-no-series-over');
    const chair = { ...actor, posts: [postHeld(view.chair, view.rootOrgId)] };
    if (!canCancelTask(chair, controlledTask(earlier))) throw new UserError('meetings-other-chair');
    if (!isDay(due)) throw new UserError('telegram-day-impossible');
    if (due < dayIn(app.zone, app.now())) throw new UserError('tasks-due-past');
    const twin = await app.db.task.findFirst({ where: { resolutionId, parentId: taskId } });
    if (twin) throw new UserError('meetings-taken-already');
    const [added] = await addItems(app, actor, { resolutionId, items: [itemOf(app, actor, earlier, due)] });
    if (!added) throw new UserError('telegram-stale-button');
    const { confidential, specialControl } = earlier;
    await app.db.task.update({ where: { id: added.taskId }, data: { parentId: taskId, confidential, specialControl } });
    await recordMeeting(app, by, 'meetings.item-taken-over', sitting, {
      taskId: added.taskId,
      earlierTaskId: taskId,
      due,
    });
    return { number: added.number };
  });
}

function itemOf(app: App, { locale }: Actor, earlier: TaskView, due: Day) {
  const open = earlier.participations.filter(({ state }) => openStates.includes(state));
  const { kind, fanOut, completionForm, indicators, programmes } = earlier;
  const protocol = earlier.resolution?.number ?? '—';
  const day = printDayShort(earlier.resolution?.day ?? due);
  return {
    text: earlier.textKk ?? earlier.textRu ?? earlier.headline,
    ...{ kind, fanOut, completionForm, indicators, programmes },
    executorPostIds: open.map(({ post }) => post.postId),
    due,
    dueTime: null,
    term: 'dated' as const,
    number: null,
    doubts: [],
    sourceText: app.t(locale, 'meetings-from-item', { number: earlier.number ?? '', protocol, day }),
  };
}
