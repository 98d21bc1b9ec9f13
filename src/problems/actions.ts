// Problems are entered, linked with measures, closed once every indicator of those measures meets its plan, withdrawn and opened again.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { nameIn } from '../org/messages.ts';
import { may } from '../org/rights.ts';
import type { PostHeld } from '../org/rights-posts.ts';
import type { Actor } from '../org/rules.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { linkableMeasures } from './measure-queries.ts';
import { tellOfProblem } from './message-actions.ts';
import { problemFor, type ProblemView } from './queries.ts';
import { longestText, longestType, maxMeasures, type ProblemState, type Severity } from './rules.ts';
import type { TargetView } from './target-queries.ts';

export type NewProblem = { orgId: number; type: string; severity: Severity; text: string };

/** Enters a problem of an organisation. Throws UserError without the right, without words, for personal data, and for one that stands open in the same words. */
export async function addProblem(app: App, actor: Actor, made: NewProblem): Promise<{ problemId: number }> {
  const type = made.type.trim().slice(0, longestType);
  const text = made.text.trim().slice(0, longestText);
  if (!/\p{L}{2}/u.test(type) || !/\p{L}{2}/u.test(text)) throw new UserError('problems-wordless');
  refuseSensitive('guard-in-text', type, text);
  return transaction(app, async (app) => {
    const { orgId, severity } = made;
    // Two who enter the same one at once: the second one sees it.
    await app.db.$queryRaw`SELECT id FROM organisation WHERE id = ${orgId} FOR NO KEY UPDATE`;
    const org = await app.db.organisation.findUnique({ where: { id: orgId } });
    if (!org || org.closedAt) throw new UserError('telegram-stale-button');
    const by = may(actor, 'problems.keep', { orgPath: org.path });
    if (!by) throw new UserError('telegram-not-allowed');
    const same = await app.db.problem.findFirst({ where: { orgId, type, text, state: 'open' } });
    if (same) throw new UserError('problems-there-already');
    const rootOrgId = org.rootId ?? org.id;
    const entered = { createdAt: app.now(), createdById: actor.personId, createdByPostId: by.postId };
    const { id } = await app.db.problem.create({ data: { rootOrgId, orgId, type, severity, text, ...entered } });
    await note(
      app,
      { problemId: id, rootOrgId },
      'problems.added',
      idsOf(actor, by),
      { orgId, severity },
      { type, text },
    );
    return { problemId: id };
  });
}

/** Says that a measure in force works on the problem. Throws UserError for one that the actor does not see, that is linked already, and past the limit. */
export async function linkMeasure(
  app: App,
  actor: Actor,
  { problemId, measureId }: { problemId: number; measureId: number },
): Promise<void> {
  await transaction(app, async (app) => {
    const { problem, by } = await opened(app, actor, problemId, ['open']);
    if (problem.measures >= maxMeasures) throw new UserError('problems-full', { max: maxMeasures });
    const [found] = await linkableMeasures(app, actor, { problemId, measureId });
    if (!found) throw new UserError('telegram-stale-button');
    await app.db.problemMeasure.create({ data: { problemId, measureId, linkedAt: app.now() } });
    await note(app, problem, 'problems.linked', by, { measureId });
  });
}

/** Takes a measure off the problem. Throws UserError when it was taken off before. */
export async function unlinkMeasure(
  app: App,
  actor: Actor,
  { problemId, measureId }: { problemId: number; measureId: number },
): Promise<void> {
  await transaction(app, async (app) => {
    const { problem, by } = await opened(app, actor, problemId, ['open']);
    const { count } = await app.db.problemMeasure.deleteMany({ where: { problemId, measureId } });
    if (count === 0) throw new UserError('telegram-stale-button');
    await note(app, problem, 'problems.unlinked', by, { measureId });
  });
}

/**
 * Closes a problem whose indicators have all reached their plan (seed row S12). Throws UserError naming those that have not, and where no
 * measure with an indicator is linked: nothing would show that it is solved.
 */
export async function closeProblem(app: App, actor: Actor, { problemId }: { problemId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const { problem, by } = await opened(app, actor, problemId, ['open']);
    const { targets } = problem;
    if (targets.length === 0) throw new UserError('problems-no-target');
    refuseMissed(actor, targets);
    await end(app, problem, by, 'closed', null);
    const reached = targets.map(({ indicatorId, period, plan, fact }) => ({ indicatorId, period, plan, fact }));
    await note(app, problem, 'problems.closed', by, { before: 'open', after: 'closed', reached });
    await tellOfProblem(app, { ...problem, actorId: actor.personId }, 'closed');
  });
}

/** Takes back what was no problem or stands elsewhere; it counts as solved nowhere. */
export async function withdrawProblem(
  app: App,
  actor: Actor,
  { problemId, reason }: { problemId: number; reason: string },
): Promise<void> {
  const words = checkedReason(reason);
  await transaction(app, async (app) => {
    const { problem, by } = await opened(app, actor, problemId, ['open']);
    await end(app, problem, by, 'withdrawn', words);
    const moved = { before: 'open', after: 'withdrawn' };
    await note(app, problem, 'problems.withdrawn', by, moved, { reason: words });
  });
}

/** Opens a closed or withdrawn problem again. */
export async function reopenProblem(
  app: App,
  actor: Actor,
  { problemId, reason }: { problemId: number; reason: string },
): Promise<void> {
  const words = checkedReason(reason);
  await transaction(app, async (app) => {
    const { problem, by } = await opened(app, actor, problemId, ['closed', 'withdrawn']);
    const data = { state: 'open', endedAt: null, endedByPostId: null, endingReason: null };
    await app.db.problem.update({ where: { id: problemId }, data });
    await note(app, problem, 'problems.reopened', by, { before: problem.state, after: 'open' }, { reason: words });
    await tellOfProblem(app, { ...problem, actorId: actor.personId }, 'reopened', { reason: words });
  });
}

/** Names the indicators that have not reached their plan; of confidential measures of others only how many. */
function refuseMissed(actor: Actor, targets: TargetView[]): void {
  const missed = targets.filter(({ met }) => !met);
  const named = missed.filter(({ seen }) => seen).map(({ names }) => nameIn(names, actor.locale));
  const hidden = missed.length - named.length;
  if (named.length > 0) throw new UserError('problems-target-missed', { names: named.join('; '), hidden });
  if (hidden > 0) throw new UserError('problems-target-missed-hidden', { n: hidden });
}

type Ids = { personId: number; postId: number };
const idsOf = ({ personId }: Actor, { postId }: PostHeld): Ids => ({ personId, postId });

/** The problem, locked, for who keeps it. Throws UserError for others, and when it is in another state by now. */
async function opened(
  app: App,
  actor: Actor,
  problemId: number,
  states: ProblemState[],
): Promise<{ problem: ProblemView; by: Ids }> {
  await app.db.$queryRaw`SELECT id FROM problem WHERE id = ${problemId} FOR UPDATE`;
  const problem = await problemFor(app, actor, problemId);
  const by = problem && may(actor, 'problems.keep', { orgPath: problem.path });
  if (!problem || !by) throw new UserError('telegram-not-allowed');
  if (!states.includes(problem.state)) throw new UserError('telegram-someone-first');
  return { problem, by: idsOf(actor, by) };
}

async function end(
  app: App,
  { problemId }: ProblemView,
  { postId }: Ids,
  state: ProblemState,
  endingReason: string | null,
): Promise<void> {
  const data = { state, endedAt: app.now(), endedByPostId: postId, endingReason };
  await app.db.problem.update({ where: { id: problemId }, data });
}

async function note(
  app: App,
  { problemId, rootOrgId }: Pick<ProblemView, 'problemId' | 'rootOrgId'>,
  verb: string,
  actor: Ids,
  data: JsonObject,
  texts?: Record<string, string>,
): Promise<void> {
  await record(app, { verb, entity: 'problem', entityId: problemId, rootOrgId, actor, data, ...(texts && { texts }) });
}
