// Who chairs a series and who keeps its record, changed by whoever may make such a series; the sitting to come follows.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type Actor, canDraftResolution } from '../org/rules.ts';
import { bodyOf, possibleChairs, possibleSecretaries } from '../resolutions/body-queries.ts';
import { lockedSeries, recordMeeting } from './access-actions.ts';

export type Officer = 'chair' | 'secretary';

/**
 * Sets the chair, or the secretary (null: none). The sitting to come is changed with it, unless its resolution is being written: that one
 * stays with who was to chair it. Throws UserError without the right to make a series of the body, for an ended series, and for a post
 * that may not. The same again changes nothing. `next`: there was a sitting to come, and it was changed too.
 */
export async function setOfficer(
  app: App,
  actor: Actor,
  { seriesId, officer, postId }: { seriesId: number; officer: Officer; postId: number | null },
): Promise<{ changed: boolean; kept: boolean; next: boolean }> {
  return transaction(app, async (app) => {
    const view = await lockedSeries(app, seriesId);
    const by = canDraftResolution(actor, view.org.path);
    const org = by && (await bodyOf(app, view.org.orgId));
    if (!by || !org) throw new UserError('meetings-not-yours');
    const possible = officer === 'chair' ? await possibleChairs(app, org) : await possibleSecretaries(app, org);
    const none = officer === 'secretary' && postId === null;
    if (!none && !possible.some((post) => post.postId === postId))
      throw new UserError(officer === 'chair' ? 'resolutions-may-not-chair' : 'meetings-may-not-keep');
    const before = officer === 'chair' ? view.chairPostId : view.secretaryPostId;
    if (before === postId) return { changed: false, kept: false, next: false };
    const data = officer === 'chair' ? { chairPostId: postId ?? 0 } : { secretaryPostId: postId };
    await app.db.meetingSeries.update({ where: { id: seriesId }, data });
    const open = view.last && view.last.heldAt === null ? view.last.meetingId : null;
    const written = open === null ? 0 : await app.db.resolution.count({ where: { meetingId: open } });
    const kept = officer === 'chair' && written > 0;
    if (open !== null && !kept) await app.db.meeting.update({ where: { id: open }, data });
    await recordMeeting(app, { personId: actor.personId, postId: by.postId }, `meetings.${officer}-set`, view, {
      ...{ before, after: postId, meetingId: kept ? null : open },
    });
    return { changed: true, kept, next: open !== null && !kept };
  });
}
