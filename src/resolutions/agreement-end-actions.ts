// Agreeing between question and answer: the drafter takes the question back, and who has not answered is reminded before the term ends.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { holdersOf } from '../org/queries.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { isWorkingTime } from '../tasks/hours-rules.ts';
import { reachable } from '../tasks/message-actions.ts';
import { dayIn, dayToDb, instantOf } from '../time.ts';
import { ownOpen, recordResolution } from './access-actions.ts';
import { refreshAgreements } from './agreement-message-actions.ts';
import { silentAgreements } from './agreement-queries.ts';

/**
 * Nobody is asked any more: answers that came are dropped, the questions say so, and the draft is a draft again. Throws UserError for
 * a draft of somebody else, one that lies with the chair or is adopted, and where nobody was asked.
 */
export async function withdrawAsking(
  app: App,
  actor: Actor,
  { resolutionId }: { resolutionId: number },
): Promise<void> {
  await transaction(app, async (app) => {
    const view = await ownOpen(app, actor, resolutionId);
    if (view.agreements.length === 0) throw new UserError('resolutions-agree-none');
    await refreshAgreements(app, view);
    await app.db.agreement.deleteMany({ where: { resolutionId } });
    await app.db.resolution.update({ where: { id: resolutionId }, data: { agreeBy: null, state: 'draft' } });
    const answers = view.agreements.map(({ post, state }) => [post.postId, state]);
    await recordResolution(app, actor, 'resolutions.agreement-withdrawn', view, { answers });
  });
}

/**
 * Who was asked before today and has not answered is reminded once, in working hours, from the last working day before the term's
 * last one. Idempotent; a question asked anew is a question of its own. A constant number of statements.
 */
export async function remindToAgree(app: App): Promise<void> {
  const calendar = await loadCalendar(app);
  if (!isWorkingTime(app.zone, app.now(), calendar)) return;
  const today = dayIn(app.zone, app.now());
  const until = calendar.nextWorkingDay(today, 5);
  const days = { from: dayToDb(today), to: dayToDb(until), askedBefore: instantOf(app.zone, today, '00:00') };
  const silent = await silentAgreements(app, days);
  const holders = await holdersOf(
    app,
    silent.map(({ postId }) => postId),
  );
  const messages = silent.flatMap(({ agreementId, resolutionId, postId, askedAt }) =>
    reachable(holders.get(postId)).map(({ chatId, personId }) => ({
      kind: 'resolutions.agree-reminder',
      chatId,
      personId,
      subjectId: resolutionId,
      data: { postId, askedAt: askedAt.getTime() },
      dedupeKey: `resolutions.agree-reminder:${agreementId}:${askedAt.getTime()}:${personId}`,
    })),
  );
  await enqueue(app, messages);
}
