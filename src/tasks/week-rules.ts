// Whose working week counts for several executors together. Pure.
import type { Week } from '../calendar.ts';

type Executors = { participations: readonly { post: { org: { week: Week } } }[] };

/** Six days only where all of them work six: nobody is given fewer working days than were said. */
export function commonWeek(weeks: readonly Week[]): Week {
  return weeks.length > 0 && weeks.every((week) => week === 6) ? 6 : 5;
}

/** The week by which terms of a task are counted: that of its executors. */
export function executorsWeek({ participations }: Executors): Week {
  return commonWeek(participations.map(({ post }) => post.org.week));
}
