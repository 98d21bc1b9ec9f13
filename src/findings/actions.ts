// An inspection act is brought in whole or not at all; a finding is withdrawn with a reason.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { withdrawShare } from '../shares/withdraw-actions.ts';
import { cancelTask } from '../tasks/actions.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { type Day, dayFromDb, dayToDb, printDayShort } from '../time.ts';
import { askExplanations, type Asked } from './ask-actions.ts';
import type { Entry } from './import-rules.ts';
import { tellOfAct, tellOfWithdrawal } from './message-actions.ts';
import { findingFor, findingsPage, type FindingView } from './queries.ts';
import { cleanActNumber, everything, foldBody } from './rules.ts';

export type NewAct = {
  body: string;
  actNumber: string;
  actDay: Day;
  entries: Entry[];
  /** By when the organisations explain; null: asked later. */
  explainBy: Day | null;
};

/**
 * Brings in an act with all its findings, tells of critical ones at once, and asks for explanations where a date is given. All or nothing.
 * Throws UserError for an act that is known, an organisation that the actor is not above, and where the actor may not issue to all heads.
 */
export async function importAct(
  app: App,
  actor: Actor,
  act: NewAct,
): Promise<{ inspectionId: number; asked: Asked | null }> {
  const actNumber = cleanActNumber(act.actNumber);
  const orgIds = [...new Set(act.entries.map(({ orgId }) => orgId))];
  return transaction(app, async (app) => {
    const by = await importingPost(app, actor, orgIds);
    // Two who send the same act at once: the second one sees it.
    await app.db.$queryRaw`SELECT id FROM organisation WHERE id = ${by.rootId} FOR NO KEY UPDATE`;
    const bodyFolded = foldBody(act.body);
    // Bodies number their acts anew each year.
    const year = act.actDay.slice(0, 4);
    const ofYear = await app.db.inspection.findMany({
      where: {
        ...{ rootOrgId: by.rootId, bodyFolded },
        actDay: { gte: dayToDb(`${year}-01-01`), lte: dayToDb(`${year}-12-31`) },
      },
    });
    const known = ofYear.find((other) => other.actNumber.toLowerCase() === actNumber.toLowerCase());
    if (known)
      throw new UserError('findings-act-known', {
        number: known.actNumber,
        body: known.body,
        day: printDayShort(dayFromDb(known.actDay)),
      });
    const { id: inspectionId } = await app.db.inspection.create({
      data: {
        ...{ rootOrgId: by.rootId, body: act.body, bodyFolded, actNumber, actDay: dayToDb(act.actDay) },
        ...{ importedById: actor.personId, importedPostId: by.postId, createdAt: app.now() },
      },
    });
    await app.db.finding.createMany({
      data: act.entries.map((entry, index) => ({ inspectionId, position: index + 1, ...entry })),
    });
    await record(app, {
      verb: 'findings.imported',
      entity: 'inspection',
      entityId: inspectionId,
      rootOrgId: by.rootId,
      actor: { personId: actor.personId, postId: by.postId },
      data: {
        day: act.actDay,
        findings: act.entries.map(({ orgId, category, severity }) => [orgId, category, severity]),
      },
      texts: { body: act.body, actNumber },
    });
    const asked = act.explainBy ? await askExplanations(app, actor, { inspectionId, due: act.explainBy }) : null;
    await tellOfAct(app, { inspectionId, importedById: actor.personId, asked: asked !== null });
    return { inspectionId, asked };
  });
}

/** The one post with which the actor stands above all of these organisations. Throws UserError where there is none. */
async function importingPost(app: App, actor: Actor, orgIds: number[]): Promise<PostHeld> {
  const orgs = await app.db.organisation.findMany({ where: { id: { in: orgIds } }, select: { path: true } });
  if (orgs.length === 0 || orgs.length !== orgIds.length) throw new UserError('telegram-stale-button');
  const fit = (post: PostHeld): boolean =>
    orgs.every(({ path }) => may({ ...actor, posts: [post] }, 'findings.import', { orgPath: path }) !== null);
  const chosen = (post: PostHeld): number => Number(post.postId === actor.actsAs);
  const post = actor.posts.toSorted((a, b) => chosen(b) - chosen(a)).find(fit);
  if (!post) throw new UserError('telegram-not-allowed');
  return post;
}

/**
 * Takes a finding back with a reason; a share of a task that was only about it ends with it, where the actor may withdraw it. Says the number
 * of a task that goes on. Throws UserError without the right or a reason, and for one that is closed or withdrawn already.
 */
export async function withdrawFinding(
  app: App,
  actor: Actor,
  { findingId, reason }: { findingId: number; reason: string },
): Promise<{ stays: string | null }> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    // Whoever asks for its remedy at the same moment waits, and leaves it out.
    await app.db
      .$queryRaw`SELECT i.id FROM inspection i JOIN finding f ON f.inspection_id = i.id WHERE f.id = ${findingId} FOR UPDATE OF i`;
    const finding = await findingFor(app, actor, findingId);
    if (!finding) throw new UserError('telegram-not-allowed');
    const by = may(actor, 'findings.withdraw', { orgPath: finding.path });
    if (!by) throw new UserError('telegram-not-allowed');
    if (finding.stage === 'closed') throw new UserError('findings-closed-already');
    const { count } = await app.db.finding.updateMany({
      where: { id: findingId, state: { not: 'withdrawn' } },
      data: { state: 'withdrawn', closedAt: app.now(), closedByPostId: by.postId, closingReason: words },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await record(app, {
      verb: 'findings.withdrawn',
      entity: 'finding',
      entityId: findingId,
      rootOrgId: finding.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { inspectionId: finding.inspectionId, orgId: finding.orgId, before: finding.stage, after: 'withdrawn' },
      texts: { reason: words },
    });
    const stays = await endShares(app, actor, finding, words);
    await tellOfWithdrawal(app, finding);
    return { stays };
  });
}

/** Ends the shares that were about this finding alone; the number of a task that somebody else must withdraw, else null. */
async function endShares(app: App, actor: Actor, finding: FindingView, reason: string): Promise<string | null> {
  const filter = { ...everything, inspectionId: finding.inspectionId, orgId: finding.orgId, state: 'all' as const };
  const { rows } = await findingsPage(app, actor, filter, { skip: 0, take: null });
  const others = rows.filter(({ findingId, stage }) => findingId !== finding.findingId && stage !== 'withdrawn');
  const needed = new Set(others.flatMap(({ explanation, remedy }) => [explanation?.taskId, remedy?.taskId]));
  let stays: string | null = null;
  for (const step of [finding.explanation, finding.remedy]) {
    if (!step || needed.has(step.taskId)) continue;
    try {
      const { nobodyLeft } = await withdrawShare(app, actor, { participationId: step.participationId, reason });
      if (nobodyLeft) await cancelTask(app, actor, { taskId: step.taskId, reason });
    } catch (error) {
      // What was accepted or is over goes its own way.
      if (!(error instanceof UserError)) throw error;
      if (['shares-may-not-withdraw', 'shares-replace-responsible'].includes(error.key)) stays = step.number;
    }
  }
  return stays;
}
