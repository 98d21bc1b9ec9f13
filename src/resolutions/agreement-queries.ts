// Reads about agreeing: who was asked and what they said, and who can be asked.
import type { App } from '../app.ts';
import { scopeOf } from '../org/rules.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import type { AgreementState } from './agreement-rules.ts';
import type { ResolutionView } from './queries.ts';

export type AgreementView = {
  agreementId: number;
  post: PostView;
  state: AgreementState;
  /** The remark of an objection. */
  comment: string | null;
  askedAt: Date;
  decidedAt: Date | null;
};

type Row = {
  id: number;
  postId: number;
  state: string;
  comment: string | null;
  askedAt: Date;
  decidedAt: Date | null;
};

/** The rows of a resolution with the posts they are about. No statement where nobody was asked. */
export async function agreementViews(app: App, rows: Row[]): Promise<AgreementView[]> {
  if (rows.length === 0) return [];
  const posts = await postViews(
    app,
    rows.map(({ postId }) => postId),
  );
  const known = new Map(posts.map((post) => [post.postId, post]));
  return rows.flatMap(({ id, postId, state, comment, askedAt, decidedAt }) => {
    const post = known.get(postId);
    return post ? [{ agreementId: id, post, state: state as AgreementState, comment, askedAt, decidedAt }] : [];
  });
}

/** The resolution that an agreement belongs to; null when there is none. */
export async function resolutionOfAgreement(app: App, agreementId: number): Promise<number | null> {
  const row = await app.db.agreement.findUnique({ where: { id: agreementId }, select: { resolutionId: true } });
  return row?.resolutionId ?? null;
}

/** Whom the drafter may ask: executors named one by one, and for a class of them the heads of the bodies above; never the chair. In the order of the items. */
export async function agreeCandidates(app: App, view: ResolutionView): Promise<PostView[]> {
  const named = view.items
    .filter(({ fanOut }) => !fanOut)
    .flatMap(({ participations }) => participations.map(({ post }) => post));
  const paths = view.items
    .filter(({ fanOut }) => fanOut)
    .flatMap(({ participations }) => participations.map(({ post }) => post.org.path));
  const heads = await headsAbove(app, view, paths);
  const all = new Map([...named, ...heads].map((post) => [post.postId, post]));
  all.delete(view.chair.postId);
  return [...all.values()];
}

/** Heads of departments and districts whose part of the tree holds one of these paths. */
async function headsAbove(app: App, view: ResolutionView, paths: string[]): Promise<PostView[]> {
  if (paths.length === 0) return [];
  const above = [...new Set(paths.flatMap((path) => path.split('/').slice(1, -2).map(Number)))];
  const rows = await app.db.post.findMany({
    where: { closedAt: null, orgId: { in: above }, role: { in: ['dept_head', 'district_akim', 'unit_head'] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const posts = await postViews(
    app,
    rows.map(({ id }) => id),
  );
  const scope = (post: PostView): string =>
    scopeOf({ role: post.role, orgType: post.org.type, orgPath: post.org.path, rootId: view.rootOrgId });
  return posts.filter((post) => scope(post) !== view.org.path && scope(post).startsWith(view.org.path));
}

/** Draft resolutions whose term for answers is over. */
export async function agreeTermsOver(app: App, today: Date): Promise<number[]> {
  const rows = await app.db.resolution.findMany({
    where: { state: 'draft', agreeBy: { lt: today } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** A question that nobody answered yet. */
export type SilentAgreement = { agreementId: number; resolutionId: number; postId: number; askedAt: Date };

/** Unanswered questions about drafts whose last day lies between these days, asked before that moment. One statement. */
export async function silentAgreements(
  app: App,
  { from, to, askedBefore }: { from: Date; to: Date; askedBefore: Date },
): Promise<SilentAgreement[]> {
  const rows = await app.db.agreement.findMany({
    where: {
      state: 'asked',
      askedAt: { lt: askedBefore },
      resolution: { state: 'draft', agreeBy: { gte: from, lte: to } },
    },
    select: { id: true, resolutionId: true, postId: true, askedAt: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, ...row }) => ({ agreementId: id, ...row }));
}
