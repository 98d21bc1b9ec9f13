// Whose lateness a list in a group may name: the same as the reminders to the group.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { namingIn } from '../chats/naming-queries.ts';
import type { PlaceInfo } from '../chats/queries.ts';
import { type Day, dayIn } from '../time.ts';

type Named = { id: number; rule: 'never' | 'after_private' | 'always' | null; remindedOn: Day | null; week: 5 | 6 };

/**
 * Those of the shares whose executors the group may name: always, never, or a working day after a private reminder about the date that
 * arrived. What was set for the task comes first, but a group that names nobody names nobody.
 */
export async function namedIn(app: App, place: PlaceInfo, participationIds: number[]): Promise<ReadonlySet<number>> {
  const naming = await namingIn(app, place);
  if (naming === 'never' || place.policy === 'notice' || participationIds.length === 0) return new Set();
  const calendar = await loadCalendar(app);
  const today = dayIn(app.zone, app.now());
  const shares = await remindersOf(app, participationIds);
  const named = shares.filter(({ rule, remindedOn, week }) => {
    if ((rule ?? naming) !== 'after_private') return (rule ?? naming) === 'always';
    return remindedOn !== null && calendar.workingDaysBetween(remindedOn, today, week) >= 1;
  });
  return new Set(named.map(({ id }) => id));
}

/** The rule of each share's task, and the day of the first private reminder about its present date that arrived. */
async function remindersOf(app: App, participationIds: number[]): Promise<Named[]> {
  return app.db.$queryRaw<Named[]>`
    SELECT p.id, nullif(own.naming::text, 'organisation') AS rule, o.week, (
        SELECT to_char(min(n.created_at) AT TIME ZONE ${app.zone}, 'YYYY-MM-DD')
        FROM notice n JOIN outgoing_message m ON m.id = n.message_id
        WHERE n.participation_id = p.id AND n.due = p.due AND n.outcome IS NULL AND m.state = 'sent'
          AND n.recipient LIKE 'person:%' AND n.step !~ '^(unack$|half|interim-|update/|ladder-|named/)'
      ) AS "remindedOn"
    FROM participation p JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
      LEFT JOIN reminder_policy own ON own.task_id = p.task_id
    WHERE p.id = ANY(${participationIds}::int[])`;
}
