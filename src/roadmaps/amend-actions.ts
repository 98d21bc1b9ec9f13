// A roadmap is changed: its draft as often as wanted; once in force with a reason, and each time a version is kept whole.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { replaceExecutor } from '../shares/replace-actions.ts';
import { cancelTask } from '../tasks/actions.ts';
import { correctTask } from '../tasks/correct-actions.ts';
import { languageOf } from '../tasks/draft-queries.ts';
import { dueColumns, shares, textColumns } from '../tasks/draft-rows.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { postViews } from '../tasks/post-queries.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { liveTaskStates, owedStates } from '../tasks/rules.ts';
import { insertShares } from '../tasks/share-actions.ts';
import type { Day } from '../time.ts';
import { keepVersion } from './approve-actions.ts';
import { addMilestone, changeWords, dropParts, rejoinPlan } from './plan-actions.ts';
import {
  checkedName,
  type DraftMeasure,
  draftingPost,
  draftTasks,
  lockedRoadmap,
  recordRoadmap,
} from './draft-actions.ts';
import { issueMeasures } from './issue-actions.ts';
import { maxMeasures } from './import-rules.ts';
import { roadmapOfMeasure, roadmapOfSection } from './list-queries.ts';
import { type MeasureView, roadmapView, type RoadmapView } from './queries.ts';

export type MeasureChange =
  | { act: 'text'; text: string }
  | { act: 'due'; due: Day }
  | { act: 'executor'; postId: number }
  | { act: 'milestone'; name: string; due: Day }
  | { act: 'form'; words: string | null }
  | { act: 'note'; words: string | null }
  | { act: 'remove' };
/** Which version was on screen, and why; a draft needs no reason. */
export type Amending = { version: number; reason: string | null };

/** What is done in another way once the measure is in force. */
type Deep = Extract<MeasureChange, { act: 'text' | 'due' | 'executor' | 'remove' }>;
type Open = { view: RoadmapView; postId: number | null; reason: string };

/**
 * Changes a measure. In force: the task is put right, its executor replaced or the task cancelled by the same rules as any other, and a new
 * version is kept. Throws UserError without the right or a reason, and when somebody changed the roadmap meanwhile.
 */
export async function changeMeasure(
  app: App,
  actor: Actor,
  { measureId, change, ...amending }: { measureId: number; change: MeasureChange } & Amending,
): Promise<{ roadmapId: number; version: number }> {
  return transaction(app, async (app) => {
    const roadmapId = await roadmapOfMeasure(app, measureId);
    const open = await opened(app, actor, roadmapId, amending);
    const measure = measureIn(open.view, measureId);
    if (change.act === 'milestone') await addMilestone(app, measure, change);
    else if (change.act === 'form' || change.act === 'note') await changeWords(app, measure, change);
    else if (open.view.state === 'draft') await changeDraft(app, measure, change);
    else await changeIssued(app, actor, open, measure, change);
    const version = await settle(app, actor, open, { act: change.act, measureId });
    return { roadmapId, version };
  });
}

/** Adds a measure at the end of a section; in force it is issued at once. */
export async function addMeasure(
  app: App,
  actor: Actor,
  { sectionId, measure, ...amending }: { sectionId: number; measure: DraftMeasure } & Amending,
): Promise<{ roadmapId: number; version: number; number: string }> {
  return transaction(app, async (app) => {
    const open = await opened(app, actor, await roadmapOfSection(app, sectionId), amending);
    const { view } = open;
    if (view.sections.flatMap(({ measures }) => measures).length >= maxMeasures)
      throw new UserError('roadmaps-full', { max: maxMeasures });
    refuseSensitive('guard-in-text', measure.text, measure.form);
    const of = { rootOrgId: view.rootOrgId, issuerPostId: view.issuer.postId };
    const [taskId = 0] = await draftTasks(app, actor, of, [measure]);
    const last = await app.db.measure.aggregate({ where: { sectionId }, _max: { position: true } });
    const { id } = await app.db.measure.create({
      data: { sectionId, taskId, position: (last._max.position ?? 0) + 1 },
    });
    const number = measureIn((await roadmapView(app, view.roadmapId)) ?? view, id).number;
    if (view.state !== 'draft') {
      const by = may(actor, 'roadmaps.amend', subjectOf(view));
      if (!by) throw new UserError('telegram-not-allowed');
      await issueMeasures(app, actor, by, [{ taskId, number }]);
    }
    const version = await settle(app, actor, open, { act: 'added', measureId: id });
    return { roadmapId: view.roadmapId, version, number };
  });
}

/** Gives a section another name; in force with a reason, and as a version. Throws UserError as `changeMeasure` does. */
export async function renameSection(
  app: App,
  actor: Actor,
  { sectionId, name, ...amending }: { sectionId: number; name: string } & Amending,
): Promise<{ roadmapId: number; version: number }> {
  return transaction(app, async (app) => {
    const open = await opened(app, actor, await roadmapOfSection(app, sectionId), amending);
    refuseSensitive('guard-in-text', name);
    await app.db.roadmapSection.update({ where: { id: sectionId }, data: { name: checkedName(name) } });
    const version = await settle(app, actor, open, { act: 'section-renamed', sectionId });
    return { roadmapId: open.view.roadmapId, version };
  });
}

/** Whether this person may change the roadmap as it stands. */
export function mayChange(actor: Actor, view: RoadmapView): boolean {
  if (view.state === 'draft') return draftingPost(actor, view);
  return view.state === 'approved' && may(actor, 'roadmaps.amend', subjectOf(view)) !== null;
}

const subjectOf = ({ issuer }: RoadmapView) => ({ issuerPostId: issuer.postId, issuerOrgPath: issuer.path });

/** The post that amends; null for a draft, which belongs to a person. Throws UserError for others, and for what is closed. */
export function changing(actor: Actor, view: RoadmapView): number | null {
  if (view.state === 'closed' || view.state === 'cancelled') throw new UserError('roadmaps-closed-already');
  if (!mayChange(actor, view))
    throw new UserError(view.state === 'draft' ? 'telegram-not-allowed' : 'roadmaps-only-issuer');
  return view.state === 'draft' ? null : (may(actor, 'roadmaps.amend', subjectOf(view))?.postId ?? null);
}

async function opened(app: App, actor: Actor, roadmapId: number, { version, reason }: Amending): Promise<Open> {
  const view = await lockedRoadmap(app, roadmapId);
  const postId = changing(actor, view);
  if (view.version !== version) throw new UserError('roadmaps-changed-since');
  return { view, postId, reason: postId === null ? '' : checkedReason(reason ?? '') };
}

async function settle(
  app: App,
  actor: Actor,
  { view, postId, reason }: Open,
  what: { act: string; measureId: number } | { act: string; sectionId: number },
): Promise<number> {
  const { roadmapId } = view;
  await stretch(app, roadmapId);
  if (postId === null) {
    await recordRoadmap(app, view, 'roadmaps.redrafted', { personId: actor.personId }, what);
    return view.version;
  }
  const version = view.version + 1;
  await app.db.roadmap.update({ where: { id: roadmapId }, data: { version } });
  const now = await roadmapView(app, roadmapId);
  if (now) await keepVersion(app, actor, { postId }, { view: now, version, reason });
  const by = { personId: actor.personId, postId };
  await recordRoadmap(app, view, 'roadmaps.amended', by, { ...what, version }, { reason });
  return version;
}

/** The roadmap ends no earlier than its measures, for everybody who sees but some of them too. */
async function stretch(app: App, roadmapId: number): Promise<void> {
  await app.db.$executeRaw`
    UPDATE roadmap r SET to_day = greatest(r.to_day, (SELECT max(t.due) FROM roadmap_section s JOIN measure m ON m.section_id = s.id
      AND m.removed_at IS NULL JOIN task t ON t.id = m.task_id WHERE s.roadmap_id = r.id)) WHERE r.id = ${roadmapId}`;
}

async function changeDraft(app: App, measure: MeasureView, change: Deep): Promise<void> {
  const { taskId, measureId } = measure;
  const where = { id: taskId };
  if (change.act === 'text') {
    refuseSensitive('guard-in-text', change.text);
    await app.db.task.update({
      where,
      data: { ...textColumns(change.text, languageOf(change.text)), draftDoubts: [] },
    });
  } else if (change.act === 'due') {
    await app.db.task.update({ where, data: { ...dueColumns({ due: change.due }), draftDoubts: [] } });
  } else if (change.act === 'executor') {
    const others = measure.executors.slice(1).filter((id) => id !== change.postId);
    const posts = await postViews(app, measure.fanOut ? [change.postId] : [change.postId, ...others]);
    await app.db.participation.deleteMany({ where: { taskId } });
    await app.db.task.update({ where, data: { fanOut: false, draftDoubts: [] } });
    await insertShares(app, taskId, shares(posts, 'assignment', {}));
  } else {
    await dropParts(app, [measureId]);
    await app.db.measure.delete({ where: { id: measureId } });
    const behind = { sectionId: measure.sectionId, position: { gt: measure.position } };
    await app.db.measure.updateMany({ where: behind, data: { position: { decrement: 1 } } });
    await app.db.participation.deleteMany({ where: { taskId } });
    await app.db.task.deleteMany({ where: { id: taskId, state: 'draft' } });
  }
}

async function changeIssued(
  app: App,
  actor: Actor,
  { reason }: Open,
  measure: MeasureView,
  change: Deep,
): Promise<void> {
  const { taskId, state } = measure;
  if (change.act === 'text') await correctTask(app, actor, { taskId, text: change.text, reason });
  else if (change.act === 'due') {
    await rejoinPlan(app, measure);
    await correctTask(app, actor, { taskId, due: change.due, reason });
  } else if (change.act === 'executor') {
    const open = measure.shares.filter((share) => owedStates.includes(share.state));
    if (measure.fanOut && open.length > 1) throw new UserError('roadmaps-many-executors');
    const share = open.find(({ role }) => role === 'responsible') ?? open[0];
    if (!share) throw new UserError('roadmaps-measure-done');
    await replaceExecutor(app, actor, { participationId: share.participationId, postId: change.postId, reason });
  } else {
    if (liveTaskStates.includes(state)) await cancelTask(app, actor, { taskId, reason });
    await app.db.measure.update({ where: { id: measure.measureId }, data: { removedAt: app.now() } });
  }
}

/** A measure of the roadmap. Throws UserError for one that is gone. */
export function measureIn(view: RoadmapView, measureId: number): MeasureView {
  const all = view.sections.flatMap(({ measures }) => measures);
  const measure = all.find((each) => each.measureId === measureId);
  if (!measure) throw new UserError('telegram-stale-button');
  return measure;
}
