// Reads for the execution table of a resolution: its items as one reader may see them, with the days on which they were done.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { AsOf } from '../history/as-of-queries.ts';
import type { Actor } from '../org/rules.ts';
import { resolutionView, type ResolutionView } from '../resolutions/queries.ts';
import { openStates } from '../resolutions/rules.ts';
import { type SeenItem, seenItems } from '../resolutions/sight-rules.ts';
import { type Day, dayIn } from '../time.ts';
import { isAdvisory, type Standing, standingOf } from './execution-rules.ts';

export type ExecutionRow = {
  item: SeenItem;
  standing: Standing;
  advisory: boolean;
  /** When the last of its shares was handed in that was accepted. */
  doneOn: Day | null;
};
/** `day`: the day it tells of. `past`: what the screen of that day says; null for the table of now. */
export type Execution = {
  view: ResolutionView;
  rows: ExecutionRow[];
  day: Day;
  past: Pick<AsOf, 'items' | 'later'> | null;
};

/**
 * The table as the actor may see it: of two regions each sees its own items and executors. Throws UserError for a resolution that is
 * not adopted, and for who sees nothing of it.
 */
export async function executionOf(app: App, actor: Actor, resolutionId: number): Promise<Execution> {
  const view = await resolutionView(app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  const seen = seenItems(actor, view, view.items, view.rootOrgId);
  if (seen.length === 0) throw new UserError('resolutions-not-seen');
  if (openStates.includes(view.state)) throw new UserError('documents-execution-early');
  const whole = new Map(view.items.map((item) => [item.taskId, item]));
  const rows = seen.map((item) => {
    // Of a discreet item only where it stands is told, and that is counted from all of it.
    const known = item.discreet ? (whole.get(item.taskId) ?? item) : item;
    const standing = standingOf(app.zone, known, app.now());
    return { item, standing, advisory: isAdvisory(known), doneOn: doneOn(app, item) };
  });
  return { view, rows, day: dayIn(app.zone, app.now()), past: null };
}

function doneOn(app: App, { participations }: SeenItem): Day | null {
  const days = participations
    .filter(({ state }) => state === 'accepted')
    .flatMap(({ submittedAt }) => (submittedAt ? dayIn(app.zone, submittedAt) : []));
  return days.toSorted().at(-1) ?? null;
}
