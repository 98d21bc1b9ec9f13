// The draft of a roadmap: written from a table as a whole, named, linked, thrown away; nothing of it leaves before it is approved.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import { draftRow, shares } from '../tasks/draft-rows.ts';
import { languageOf } from '../tasks/draft-queries.ts';
import { insertSharesOf } from '../tasks/share-actions.ts';
import { dayToDb } from '../time.ts';
import { ownBody } from './body-queries.ts';
import { checkedName } from './content-rules.ts';
import type { ImportedMeasure } from './import-rules.ts';
import { dropParts, keepParts } from './plan-actions.ts';
import { type RoadmapView, roadmapView } from './queries.ts';
import { checkPlanned } from './task-actions.ts';

export type NewRoadmap = {
  orgId: number;
  issuerPostId: number;
  name: string;
  sections: { name: string; measures: ImportedMeasure[] }[];
  /** The table it was read from. */
  source: { sha256: string; name: string; size: number; fileId: string | null; chatId: number };
  /** The task that it is the roadmap of. */
  taskId: number | null;
};

/** The roadmap of this body that was read from the same bytes; null when there is none. Others may keep the same table. One statement. */
export async function sameSource(
  app: App,
  orgId: number,
  sha256: string,
): Promise<{ roadmapId: number; name: string } | null> {
  const [row] = await app.db.$queryRaw<{ id: number; name: string }[]>`
    SELECT r.id, r.name FROM roadmap r JOIN attachment a ON a.id = r.attachment_id
    WHERE r.org_id = ${orgId} AND r.state <> 'cancelled' AND a.sha256 = ${sha256} ORDER BY r.id LIMIT 1`;
  return row ? { roadmapId: row.id, name: row.name } : null;
}

/**
 * Writes the draft, all of it or nothing, in a constant number of statements. Throws UserError without the right, for bytes that made a
 * roadmap already, and for a task that has one by now or asks for none any more.
 */
export async function createRoadmap(app: App, actor: Actor, made: NewRoadmap): Promise<{ roadmapId: number }> {
  return transaction(app, async (app) => {
    const body = await ownBody(app, actor, made.orgId);
    if (!body) throw new UserError('telegram-not-allowed');
    // The row of the tree is the lock: two who send the same table at once, or two for one task, get one roadmap.
    await app.db.$queryRaw`SELECT id FROM organisation WHERE id = ${body.rootId} FOR UPDATE`;
    const same = await sameSource(app, body.orgId, made.source.sha256);
    if (same) throw new UserError('roadmaps-same-file', { name: same.name });
    if (made.taskId !== null) await checkPlanned(app, actor, made.taskId);
    const attachmentId = await keepTable(app, actor, made.source);
    const days = made.sections.flatMap(({ measures }) => measures.flatMap(({ due }) => due ?? [])).toSorted();
    const { id: roadmapId } = await app.db.roadmap.create({
      data: {
        rootOrgId: body.rootId,
        orgId: body.orgId,
        name: checkedName(made.name),
        toDay: days.at(-1) ? dayToDb(days.at(-1) ?? '') : null,
        issuerPostId: made.issuerPostId,
        draftedById: actor.personId,
        attachmentId,
        taskId: made.taskId,
        createdAt: app.now(),
      },
    });
    const measures = await writeMeasures(app, actor, { roadmapId, rootOrgId: body.rootId, made });
    await record(app, {
      verb: 'roadmaps.drafted',
      entity: 'roadmap',
      entityId: roadmapId,
      rootOrgId: body.rootId,
      actor: { personId: actor.personId },
      data: { measures, sections: made.sections.length, sha256: made.source.sha256 },
      texts: { name: made.name },
    });
    return { roadmapId };
  });
}

async function keepTable(app: App, { personId }: Actor, source: NewRoadmap['source']): Promise<number> {
  const { name, size, sha256, fileId: telegramFileId, chatId } = source;
  const data = {
    kind: 'document' as const,
    name,
    size,
    sha256,
    telegramFileId,
    personId,
    chatId,
    createdAt: app.now(),
  };
  return (await app.db.attachment.create({ data })).id;
}

type Writing = { roadmapId: number; rootOrgId: number; made: NewRoadmap };

async function writeMeasures(app: App, actor: Actor, { roadmapId, rootOrgId, made }: Writing): Promise<number> {
  const sections = await app.db.roadmapSection.createManyAndReturn({
    data: made.sections.map(({ name }, index) => ({ roadmapId, position: index + 1, name })),
    select: { id: true, position: true },
  });
  const placed = made.sections.flatMap(({ measures }, index) => {
    const sectionId = sections.find(({ position }) => position === index + 1)?.id ?? 0;
    return measures.map((measure, at) => ({ measure, sectionId, position: at + 1 }));
  });
  const taskIds = await draftTasks(
    app,
    actor,
    { rootOrgId, issuerPostId: made.issuerPostId },
    placed.map(({ measure }) => measure),
  );
  const rows = await app.db.measure.createManyAndReturn({
    data: placed.map(({ measure, sectionId, position }, index) => ({
      sectionId,
      position,
      taskId: taskIds[index] ?? 0,
      note: measure.note,
    })),
    select: { id: true, taskId: true },
  });
  const ids = new Map(rows.map(({ id, taskId }) => [taskId, id]));
  await keepParts(
    app,
    placed.map(({ measure }, index) => ({ ...measure, measureId: ids.get(taskIds[index] ?? 0) ?? 0 })),
  );
  return placed.length;
}

export type DraftMeasure = Omit<ImportedMeasure, 'line' | 'often' | 'note' | 'indicatorIds' | 'milestones'>;

/** Tasks of measures, as drafts that belong to nobody: only the roadmap changes and issues them. Joins the transaction of the caller. */
export async function draftTasks(
  app: App,
  actor: Actor,
  { rootOrgId, issuerPostId }: { rootOrgId: number; issuerPostId: number },
  measures: DraftMeasure[],
): Promise<number[]> {
  const posts = new Map(
    (await postViews(app, [...new Set(measures.flatMap(({ postIds }) => postIds))])).map((post) => [post.postId, post]),
  );
  const named = measures.map(({ postIds }) => postIds.flatMap((id) => posts.get(id) ?? []));
  const data = measures.map((measure, index) => ({
    ...rowOf(app, actor, measure, named[index] ?? []),
    rootOrgId,
    issuerPostId,
    issuerPersonId: null,
    draftedById: null,
  }));
  const rows = await app.db.task.createManyAndReturn({ data, select: { id: true } });
  const taskIds = rows.map(({ id }) => id).toSorted((a, b) => a - b);
  await insertSharesOf(
    app,
    taskIds.flatMap((taskId, index) =>
      shares(named[index] ?? [], 'assignment', { fanOut: measures[index]?.fanOut ?? false }).map((share) => ({
        ...share,
        taskId,
      })),
    ),
  );
  return taskIds;
}

function rowOf(app: App, actor: Actor, measure: DraftMeasure, posts: PostView[]) {
  const { text, due, dueTime, term, interimDues, updateRule, dueText, form, doubts, fanOut, postIds } = measure;
  const draft = {
    ...{ text, locale: languageOf(text), executorPostIds: postIds, fanOut, due, dueTime, term, interimDues },
    ...{ updateRule, dueText, completionForm: form, doubts },
  };
  return draftRow(actor, draft, posts, app.now());
}

/** Gives the draft another name. */
export async function renameRoadmap(
  app: App,
  actor: Actor,
  { roadmapId, name }: { roadmapId: number; name: string },
): Promise<void> {
  await transaction(app, async (app) => {
    const view = await ownDraftRoadmap(app, actor, roadmapId);
    await app.db.roadmap.update({ where: { id: roadmapId }, data: { name: checkedName(name) } });
    await recordRoadmap(app, view, 'roadmaps.renamed', { personId: actor.personId }, {}, { name });
  });
}

/** Throws the draft away with all its measures. */
export async function dropRoadmap(app: App, actor: Actor, { roadmapId }: { roadmapId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const view = await ownDraftRoadmap(app, actor, roadmapId);
    const measures = view.sections.flatMap(({ measures }) => measures);
    const taskIds = measures.map(({ taskId }) => taskId);
    await dropParts(
      app,
      measures.map(({ measureId }) => measureId),
    );
    await app.db.measure.deleteMany({ where: { taskId: { in: taskIds } } });
    await app.db.participation.deleteMany({ where: { taskId: { in: taskIds } } });
    await app.db.task.deleteMany({ where: { id: { in: taskIds }, state: 'draft' } });
    await app.db.roadmap.update({ where: { id: roadmapId }, data: { state: 'cancelled' } });
    await recordRoadmap(
      app,
      view,
      'roadmaps.dropped',
      { personId: actor.personId },
      { before: 'draft', after: 'cancelled' },
    );
  });
}

/** The draft, locked, for who writes it or is to approve it. Throws UserError for others, and once it is in force. */
export async function ownDraftRoadmap(app: App, actor: Actor, roadmapId: number): Promise<RoadmapView> {
  const view = await lockedRoadmap(app, roadmapId);
  if (!draftingPost(actor, view)) throw new UserError('telegram-not-allowed');
  if (view.state !== 'draft') throw new UserError('roadmaps-approved-already');
  return view;
}

/** True for who wrote the draft while they serve its body, and for whose press puts it in force. */
export function draftingPost(actor: Actor, view: RoadmapView): boolean {
  const writes = view.draftedById === actor.personId && may(actor, 'roadmaps.draft', { orgPath: view.org.path });
  return Boolean(writes) || may(actor, 'roadmaps.approve', { issuerPostId: view.issuer.postId }) !== null;
}

/** The roadmap with its row locked until the end of the transaction. */
export async function lockedRoadmap(app: App, roadmapId: number): Promise<RoadmapView> {
  await app.db.$queryRaw`SELECT id FROM roadmap WHERE id = ${roadmapId} FOR UPDATE`;
  const view = await roadmapView(app, roadmapId);
  if (!view || view.state === 'cancelled') throw new UserError('telegram-stale-button');
  return view;
}

/** One event about a roadmap. */
export async function recordRoadmap(
  app: App,
  { roadmapId, rootOrgId }: Pick<RoadmapView, 'roadmapId' | 'rootOrgId'>,
  verb: string,
  actor: { personId: number; postId?: number } | null,
  data: JsonObject,
  texts?: Record<string, string>,
): Promise<void> {
  await record(app, { verb, entity: 'roadmap', entityId: roadmapId, rootOrgId, actor, data, ...(texts && { texts }) });
}
