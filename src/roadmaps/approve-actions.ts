// A roadmap is put before the post that gives its measures, sent back by it, or put in force by one press; and closed when all is done.
import { randomUUID } from 'node:crypto';
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { JsonObject } from '../journal/rules.ts';
import { holdersOf } from '../org/queries.ts';
import { may } from '../org/rights.ts';
import type { PostHeld } from '../org/rights-posts.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { drafterChat } from '../resolutions/queries.ts';
import { reachable } from '../tasks/message-actions.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { dayIn, dayToDb } from '../time.ts';
import { type RoadmapContent, stampOf } from './content-rules.ts';
import { lockedRoadmap, ownDraftRoadmap, recordRoadmap } from './draft-actions.ts';
import { issueMeasures } from './issue-actions.ts';
import { contentOf, type RoadmapView } from './queries.ts';
import { isFinished } from './rules.ts';

/** Asks the holders of the issuing post for their press. Says how many were reached. */
export async function sendRoadmap(
  app: App,
  actor: Actor,
  { roadmapId }: { roadmapId: number },
): Promise<{ reached: number }> {
  return transaction(app, async (app) => {
    const view = await ownDraftRoadmap(app, actor, roadmapId);
    checkFilled(view);
    const holders = reachable((await holdersOf(app, [view.issuer.postId])).get(view.issuer.postId));
    await recordRoadmap(app, view, 'roadmaps.sent', { personId: actor.personId }, { to: view.issuer.postId });
    await enqueue(
      app,
      holders.map(({ chatId, personId }) => ({
        kind: 'roadmaps.ask',
        chatId,
        personId,
        lane: 0 as const,
        subjectId: roadmapId,
        data: { roadmapId },
        livingKey: `roadmap:${roadmapId}:${personId}`,
        dedupeKey: `roadmaps.ask:${roadmapId}:${randomUUID()}`,
      })),
    );
    return { reached: holders.length };
  });
}

/** Gives the draft back to who wrote it, with a reason. */
export async function returnRoadmap(
  app: App,
  actor: Actor,
  { roadmapId, reason }: { roadmapId: number; reason: string },
): Promise<void> {
  const words = checkedReason(reason);
  await transaction(app, async (app) => {
    const view = await lockedRoadmap(app, roadmapId);
    const by = approving(actor, view);
    await recordRoadmap(app, view, 'roadmaps.returned', idsOf(actor, by), {}, { reason: words });
    await tellDrafter(app, actor, view, 'roadmaps.returned', { reason: words });
  });
}

export type Approved = { measures: number; unreached: number };

/**
 * Puts the roadmap in force: every measure is issued by the approving post in the same transaction, and the first version is kept.
 * `stamp` names what was on screen: a draft changed since is refused. A second press finds it approved and is refused.
 */
export async function approveRoadmap(
  app: App,
  actor: Actor,
  { roadmapId, stamp }: { roadmapId: number; stamp: string },
): Promise<Approved> {
  return transaction(app, async (app) => {
    const view = await lockedRoadmap(app, roadmapId);
    const by = approving(actor, view);
    checkFilled(view);
    if (stampOf(contentOf(view)) !== stamp) throw new UserError('roadmaps-changed-since');
    const measures = view.sections.flatMap(({ measures }) => measures);
    const { unreached } = await issueMeasures(app, actor, by, measures);
    const fromDay = view.from ?? dayIn(app.zone, app.now());
    await app.db.roadmap.update({
      where: { id: roadmapId },
      data: { state: 'approved', approvedAt: app.now(), approvedByPostId: by.postId, fromDay: dayToDb(fromDay) },
    });
    await keepVersion(app, actor, by, { view: { ...view, from: fromDay }, version: 1, reason: '' });
    const numbers = { measures: measures.length, version: 1 };
    await recordRoadmap(app, view, 'roadmaps.approved', idsOf(actor, by), {
      before: 'draft',
      after: 'approved',
      ...numbers,
    });
    await tellDrafter(app, actor, view, 'roadmaps.approved', { unreached });
    return { measures: measures.length, unreached };
  });
}

/** Writes what the roadmap says as a version. Joins the transaction of the caller, who records it. */
export async function keepVersion(
  app: App,
  actor: Actor,
  by: Pick<PostHeld, 'postId'>,
  { view, version, reason }: { view: RoadmapView; version: number; reason: string },
): Promise<RoadmapContent> {
  const content = contentOf(view);
  await app.db.roadmapVersion.create({
    data: {
      roadmapId: view.roadmapId,
      version,
      reason,
      content: content as unknown as Prisma.InputJsonObject,
      byPersonId: actor.personId,
      byPostId: by.postId,
      at: app.now(),
    },
  });
  return content;
}

/** Closes every roadmap in force of which nothing is left to do; run by a job. Two statements while there is none. */
export async function closeFinished(app: App): Promise<void> {
  const rows = await app.db.$queryRaw<{ id: number }[]>`
    SELECT r.id FROM roadmap r WHERE r.state = 'approved' AND NOT EXISTS (
      SELECT 1 FROM roadmap_section s JOIN measure m ON m.section_id = s.id AND m.removed_at IS NULL JOIN task t ON t.id = m.task_id
      WHERE s.roadmap_id = r.id AND t.state NOT IN ('closed', 'cancelled'))`;
  for (const { id } of rows) await closeRoadmap(app, id);
}

async function closeRoadmap(app: App, roadmapId: number): Promise<void> {
  await transaction(app, async (app) => {
    const view = await lockedRoadmap(app, roadmapId);
    const states = view.sections.flatMap(({ measures }) => measures.map(({ state }) => state));
    if (view.state !== 'approved' || !isFinished(states)) return;
    await app.db.roadmap.update({ where: { id: roadmapId }, data: { state: 'closed', closedAt: app.now() } });
    await recordRoadmap(app, view, 'roadmaps.closed', null, { before: 'approved', after: 'closed' });
    await tellDrafter(app, null, view, 'roadmaps.closed');
  });
}

/** Whether the press of this person puts the draft in force. */
export function mayApprove(actor: Actor, view: RoadmapView): boolean {
  return view.state === 'draft' && may(actor, 'roadmaps.approve', { issuerPostId: view.issuer.postId }) !== null;
}

/** The post whose press it is. Throws UserError for others, and once it is in force. */
function approving(actor: Actor, view: RoadmapView): PostHeld {
  const by = may(actor, 'roadmaps.approve', { issuerPostId: view.issuer.postId });
  if (!by) throw new UserError('roadmaps-only-issuer');
  if (view.state !== 'draft') throw new UserError('roadmaps-approved-already');
  return by;
}

function checkFilled(view: RoadmapView): void {
  if (view.sections.every(({ measures }) => measures.length === 0)) throw new UserError('roadmaps-empty');
}

const idsOf = ({ personId }: Actor, { postId }: PostHeld) => ({ personId, postId });

/** Tells who wrote it what became of it; never the person who did it. */
async function tellDrafter(
  app: App,
  actor: Actor | null,
  view: RoadmapView,
  kind: string,
  data: JsonObject = {},
): Promise<void> {
  if (view.draftedById === actor?.personId) return;
  const chatId = await drafterChat(app, view.draftedById);
  if (chatId === null) return;
  await enqueue(app, [
    {
      kind,
      chatId,
      personId: view.draftedById,
      subjectId: view.roadmapId,
      data: { roadmapId: view.roadmapId, ...data },
      dedupeKey: `${kind}:${view.roadmapId}:${randomUUID()}`,
    },
  ]);
}
