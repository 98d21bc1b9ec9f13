// The execution table as it was at the end of a past day: states and dates by the journal, words by the amendments since.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type AsOf, type PastSeen, resolutionAsOf } from '../history/as-of-queries.ts';
import type { PastShare } from '../history/as-of-rules.ts';
import type { Actor } from '../org/rules.ts';
import { amendmentsOf } from '../resolutions/amendment-queries.ts';
import { type Wording, wordingThen } from '../resolutions/amendment-rules.ts';
import type { SeenItem } from '../resolutions/sight-rules.ts';
import type { ParticipationView } from '../tasks/queries.ts';
import { type Day, dayIn } from '../time.ts';
import { type Execution, executionOf } from './execution-queries.ts';
import { isAdvisory, standingOf } from './execution-rules.ts';
import { type Choice, pastDayOf } from './print-rules.ts';

/** The table that a choice means: of its past day, or of now. Throws UserError as `executionAsOf` and `executionOf`. */
export async function executionFor(
  app: App,
  actor: Actor,
  { subject, span }: Pick<Choice, 'subject' | 'span'>,
): Promise<Execution> {
  if (span === '-') return executionOf(app, actor, subject);
  const day = pastDayOf(span);
  if (day === null) throw new UserError('telegram-stale-button');
  return executionAsOf(app, actor, subject, day);
}

/**
 * The table of that day as the actor may see it today, in a constant number of statements. Throws UserError for a day before the
 * adoption or to come, and for a resolution that the actor may not see.
 */
export async function executionAsOf(app: App, actor: Actor, resolutionId: number, day: Day): Promise<Execution> {
  const asOf = await resolutionAsOf(app, actor, resolutionId, day);
  const { amendments } = await amendmentsOf(app, resolutionId);
  const since = amendments.filter(({ at }) => at > asOf.at);
  const handedIn = await handedInBy(app, asOf);
  const rows = asOf.items.map((item) => {
    const { taskId, state, kind, term, counted } = item;
    const standing = standingOf(app.zone, { state, kind, term, participations: counted }, asOf.at);
    const wording = wordingThen(since.filter((amendment) => amendment.taskId === taskId));
    const then = itemThen(item, wording, handedIn);
    const days = then.participations.flatMap(({ submittedAt }) => (submittedAt ? dayIn(app.zone, submittedAt) : []));
    return {
      item: then,
      standing,
      advisory: isAdvisory({ kind, participations: counted }),
      doneOn: days.toSorted().at(-1) ?? null,
    };
  });
  const head = wordingThen(since.filter(({ act }) => act === 'head'));
  const { theme = asOf.view.theme, day: met = asOf.view.day, number = asOf.view.number } = head;
  return { view: { ...asOf.view, theme, number, day: met }, rows, day, past: asOf };
}

/** When the shares accepted by then were handed in: their latest final report of that time. One statement. */
async function handedInBy(app: App, { items, at }: AsOf): Promise<Map<number, Date>> {
  const accepted = items.flatMap(({ shares }) => shares.filter(({ state }) => state === 'accepted'));
  const ids = accepted.map(({ participationId }) => participationId);
  const rows = await app.db.report.groupBy({
    by: ['participationId'],
    where: { participationId: { in: ids }, final: true, submittedAt: { lte: at }, state: { not: 'undone' } },
    _max: { submittedAt: true },
  });
  return new Map(
    rows.flatMap(({ participationId, _max: { submittedAt } }) => (submittedAt ? [[participationId, submittedAt]] : [])),
  );
}

function itemThen(item: PastSeen, { text }: Wording, handedIn: Map<number, Date>): SeenItem {
  const { now, state, kind, term, due, shares } = item;
  const words = text === undefined ? {} : now.textKk === null ? { textRu: text } : { textKk: text };
  const over = state === 'closed' || state === 'cancelled';
  return {
    ...now,
    ...words,
    ...{ state, kind, term, due },
    closingReason: over ? now.closingReason : null,
    participations: shares.flatMap((share) => {
      const known = now.participations.find(({ participationId }) => participationId === share.participationId);
      return known ? [shareThen(known, share, handedIn)] : [];
    }),
  };
}

function shareThen(now: ParticipationView, then: PastShare, handedIn: Map<number, Date>): ParticipationView {
  const { state, force, due, dueTime, firstDue, inTime } = then;
  return {
    ...now,
    ...{ state, force, due, dueTime, firstDue, inTime },
    role: then.role as ParticipationView['role'],
    extensionCount: then.extensions,
    submittedAt: handedIn.get(then.participationId) ?? null,
  };
}
