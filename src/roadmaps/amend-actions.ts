// A roadmap is changed: its draft as often as wanted; once in force with a reason, and each time a version is kept whole.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import type { PostHeld } from '../org/rights-posts.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { keepVersion } from './approve-actions.ts';
import { addMilestone, changeMilestone, changeWords } from './plan-actions.ts';
import { changeDraft, changeIssued, type MeasureChange } from './measure-actions.ts';
import { type DraftMeasure, draftingPost, draftTasks, lockedRoadmap, recordRoadmap } from './draft-actions.ts';
import { issueMeasures } from './issue-actions.ts';
import { checkedName } from './content-rules.ts';
import { maxMeasures } from './import-rules.ts';
import { roadmapOfMeasure, roadmapOfSection } from './list-queries.ts';
import { type MeasureView, roadmapView, type RoadmapView } from './queries.ts';

export type { MeasureChange };
/** Which version was on screen, and why; a draft needs no reason. */
export type Amending = { version: number; reason: string | null };

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
    else if (change.act === 'milestone-changed' || change.act === 'milestone-removed')
      await changeMilestone(app, measure, change);
    else if (change.act === 'form' || change.act === 'note') await changeWords(app, measure, change);
    else if (open.view.state === 'draft') await changeDraft(app, measure, change);
    else await changeIssued(app, actor, { by: amendingPost(actor, open.view), reason: open.reason }, measure, change);
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
      await issueMeasures(app, actor, amendingPost(actor, view), [{ taskId, number }]);
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

function amendingPost(actor: Actor, view: RoadmapView): PostHeld {
  const by = may(actor, 'roadmaps.amend', subjectOf(view));
  if (!by) throw new UserError('telegram-not-allowed');
  return by;
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

/** A measure of the roadmap. Throws UserError for one that is gone. */
export function measureIn(view: RoadmapView, measureId: number): MeasureView {
  const all = view.sections.flatMap(({ measures }) => measures);
  const measure = all.find((each) => each.measureId === measureId);
  if (!measure) throw new UserError('telegram-stale-button');
  return measure;
}
