// Who hears of an act and of its critical findings at once, and of a finding that was withdrawn.
import type { App } from '../app.ts';
import { holdersOf } from '../org/queries.ts';
import { isWithin, scopeOf } from '../org/rules.ts';
import { enqueue, type NewMessage } from '../outbox/actions.ts';
import { reachable } from '../tasks/message-actions.ts';
import type { FindingView } from './queries.ts';
import { headPosts } from '../tasks/post-queries.ts';

type Act = { inspectionId: number; importedById: number; asked: boolean };

/**
 * Tells the heads of organisations with critical findings of them, and the leaders above of these and of an act by which nobody was asked
 * yet; never who brought it in. Joins the transaction of the caller.
 */
export async function tellOfAct(app: App, { inspectionId, importedById, asked }: Act): Promise<void> {
  const findings = await app.db.finding.findMany({
    where: { inspectionId },
    select: { severity: true, org: { select: { id: true, path: true, rootId: true } } },
  });
  const critical = findings.filter(({ severity }) => severity === 'critical').map(({ org }) => org.id);
  const heads = await headPosts(app, [...new Set(critical)]);
  const orgs = [...new Map(findings.map(({ org }) => [org.id, org])).values()];
  const grave = asked ? orgs.filter(({ id }) => critical.includes(id)) : orgs;
  const above = await leadersAbove(app, grave);
  const tellings = [
    ...[...heads].map(([orgId, postId]) => ({ postId, orgIds: [orgId], lacks: false })),
    ...above.map(({ postId, path }) => ({
      postId,
      orgIds: grave.filter((org) => isWithin(org.path, path)).map(({ id }) => id),
      lacks: !asked,
    })),
  ];
  const holders = await holdersOf(
    app,
    tellings.map(({ postId }) => postId),
  );
  const told = tellings.flatMap(({ postId, ...telling }) =>
    reachable(holders.get(postId))
      .filter(({ personId }) => personId !== importedById)
      .map((holder) => ({ ...holder, ...telling })),
  );
  // Whoever holds several posts hears once, of all that concerns any of them.
  const people = new Map(
    told.map((each) => [each.personId, told.filter(({ personId }) => personId === each.personId)]),
  );
  const messages = [...people].map(([personId, of]): NewMessage => ({
    kind: 'findings.act',
    chatId: of[0]?.chatId ?? 0,
    personId,
    subjectId: inspectionId,
    data: {
      inspectionId,
      orgIds: [...new Set(of.flatMap(({ orgIds }) => orgIds))],
      lacks: of.some(({ lacks }) => lacks),
    },
    dedupeKey: `findings.act:${inspectionId}:${personId}`,
    resend: true,
  }));
  await enqueue(app, messages);
}

/** Heads of departments and units, akims of districts and deputies above any of these organisations, each with the subtree it leads. */
async function leadersAbove(
  app: App,
  orgs: { id: number; path: string; rootId: number | null }[],
): Promise<{ postId: number; path: string }[]> {
  const roots = [...new Set(orgs.map(({ id, rootId }) => rootId ?? id))];
  const posts = await app.db.post.findMany({
    where: {
      role: { in: ['deputy', 'district_akim', 'district_deputy', 'dept_head', 'unit_head'] },
      closedAt: null,
      org: { closedAt: null, OR: [{ rootId: { in: roots } }, { id: { in: roots } }] },
    },
    select: { id: true, role: true, org: { select: { id: true, type: true, path: true } } },
    orderBy: { id: 'asc' },
  });
  return posts
    .map(({ id, org }) => ({ postId: id, orgId: org.id, path: scopeOf({ orgType: org.type, orgPath: org.path }) }))
    .filter(({ path, orgId }) => orgs.some((org) => org.id !== orgId && isWithin(org.path, path)));
}

/** Tells the head of the organisation that a finding was withdrawn. Joins the transaction of the caller. */
export async function tellOfWithdrawal(app: App, { findingId, orgId }: FindingView): Promise<void> {
  const heads = await headPosts(app, [orgId]);
  const holders = await holdersOf(app, [...heads.values()]);
  await enqueue(
    app,
    reachable([...holders.values()].flat()).map((holder) => ({
      kind: 'findings.withdrawn',
      chatId: holder.chatId,
      personId: holder.personId,
      subjectId: findingId,
      data: { findingId },
      dedupeKey: `findings.withdrawn:${findingId}:${holder.personId}`,
    })),
  );
}
