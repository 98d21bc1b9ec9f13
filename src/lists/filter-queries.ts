// A filter as conditions over shares `p` of tasks `t` at posts `po` of organisations `o`; whatever it names, only what the reader may see.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { matchesShare } from '../tasks/find-queries.ts';
import { readFind } from '../tasks/find-rules.ts';
import { atRiskSql, liveSql, overdueSql } from '../tasks/list-queries.ts';
import { ownPosts, seenShare } from '../tasks/visible-queries.ts';
import { addDays, type Day, dayIn, dayToDb, endOfMonth, instantOf, weekOf } from '../time.ts';
import type { Days, Filter, Place, StateName } from './filter-rules.ts';
import { bindingSql, overdueAtSql } from './past-queries.ts';

/** SQL: shares, their tasks, posts and organisations. */
export const sharesSql = Prisma.sql`FROM participation p
  JOIN task t ON t.id = p.task_id
  JOIN post po ON po.id = p.post_id
  JOIN organisation o ON o.id = po.org_id`;

/** SQL: the share was accepted, in these days where there are any. */
export function doneSql(app: App, within: Days | null): Prisma.Sql {
  const accepted = Prisma.sql`${bindingSql} AND t.state IN ('issued', 'in_progress', 'closed') AND p.state = 'accepted'`;
  if (within === null) return Prisma.sql`(${accepted})`;
  const start = instantOf(app.zone, within.from, '00:00');
  const end = instantOf(app.zone, addDays(within.to, 1), '00:00');
  return Prisma.sql`(${accepted} AND p.accepted_at >= ${start} AND p.accepted_at < ${end})`;
}

/** SQL: the share is on control: of a task under way, not accepted, whatever its force. */
export function openSql(app: App): Prisma.Sql {
  return Prisma.sql`(${liveSql(app)} AND p.state NOT IN ('accepted', 'withdrawn'))`;
}

/** SQL: the share stands so. The numbers of digests, /status and pictures are counted by the same conditions. */
export function stateSql(app: App, state: StateName, { within, at }: Pick<Filter, 'within' | 'at'>): Prisma.Sql {
  const open = openSql(app);
  const control = Prisma.sql`(${open} AND ${bindingSql})`;
  const overdue = Prisma.sql`(${control} AND coalesce(${overdueSql(app)}, false))`;
  const done = doneSql(app, within);
  const then = Prisma.sql`coalesce(${at === null ? Prisma.sql`false` : overdueAtSql(app, at)}, false)`;
  const conditions: Record<StateName, () => Prisma.Sql> = {
    control: () => control,
    special: () => Prisma.sql`(t.special_control AND ${control})`,
    overdue: () => overdue,
    work: () => Prisma.sql`(${control} AND NOT coalesce(${overdueSql(app)}, false))`,
    review: () => Prisma.sql`(${control} AND p.state = 'submitted')`,
    returned: () => Prisma.sql`(${control} AND p.state = 'returned')`,
    accepted: () => Prisma.sql`(${liveSql(app)} AND ${bindingSql} AND p.state = 'accepted')`,
    open: () => open,
    advisory: () => Prisma.sql`(${open} AND NOT ${bindingSql} AND p.force <> 'note')`,
    done: () => done,
    inTime: () => Prisma.sql`(${done} AND coalesce(p.in_time, false))`,
    late: () => Prisma.sql`(${done} AND NOT coalesce(p.in_time, false))`,
    risk: () => Prisma.sql`(${control} AND ${atRiskSql(app)})`,
    blocked: () => Prisma.sql`(${open} AND p.blocked_at IS NOT NULL)`,
    past: () => then,
    fresh: () => (at === null ? then : Prisma.sql`(${overdue} AND NOT ${then})`),
    gone: () => Prisma.sql`(${then} AND NOT ${overdue})`,
  };
  return conditions[state]();
}

/** SQL: the share is what the filter asks for, and the actor may see it. Throws UserError for words that hold nothing to look for. */
export function filterSql(app: App, actor: Actor, filter: Filter): Prisma.Sql {
  const { state, words } = filter;
  const find = words === null ? null : readFind(words);
  // Without a state: all that left, over or not, but what was taken away.
  const stands =
    state === null
      ? Prisma.sql`t.state <> 'draft' AND (t.undo_until IS NULL OR t.undo_until <= ${app.now()}) AND p.state <> 'withdrawn'`
      : stateSql(app, state, filter);
  const conditions = [
    stands,
    ...(words === null ? [] : [find ? matchesShare(find) : Prisma.sql`false`]),
    ...whoSql(actor, filter),
    ...(filter.place === null ? [] : [placeSql(actor, filter.place)]),
    ...(filter.taskId === null ? [] : [Prisma.sql`t.id = ${filter.taskId}`]),
    ...(filter.resolutionId === null ? [] : [Prisma.sql`t.resolution_id = ${filter.resolutionId}`]),
    ...(filter.topic === null ? [] : [saysTopic(filter.topic)]),
    ...(filter.programme === null ? [] : [saysProgramme(filter.programme)]),
    ...(filter.due === null ? [] : [dueSql(app, filter.due)]),
    seenShare(actor),
  ];
  return Prisma.join(conditions, ' AND ');
}

function whoSql(actor: Actor, { who }: Filter): Prisma.Sql[] {
  if (who === null) return [];
  const own = Prisma.sql`p.post_id = ${ownPosts(actor)}`;
  return [who === 'mine' ? own : Prisma.sql`NOT ${own}`];
}

/** The subtrees whose numbers the actor is shown: what the posts may read, else their own organisations. */
export function readPaths(actor: Pick<Actor, 'posts'>): string[] {
  const readable = readableScopes(actor);
  return readable.length > 0 ? readable : [...new Set(actor.posts.map((post) => post.orgPath))];
}

function placeSql(actor: Actor, place: Place): Prisma.Sql {
  if (place === 'read') return Prisma.sql`o.path LIKE ANY (${readPaths(actor).map((path) => `${path}%`)}::text[])`;
  if (place.alone) return Prisma.sql`o.id = ${place.orgId}`;
  // Ids stand between slashes on the way from the root.
  return Prisma.sql`p.post_id IN (SELECT up.id FROM post up JOIN organisation uo ON uo.id = up.org_id
    WHERE starts_with(uo.path, (SELECT path FROM organisation WHERE id = ${place.orgId})))`;
}

/** SQL: a short digest of a name, for a button has no room for the name. */
export function nameKey(name: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`substr(md5(${name}), 1, 6)`;
}

/** SQL: task `t` has the topic of this key, or the one that was renamed from it. */
export function saysTopic(key: string): Prisma.Sql {
  return Prisma.sql`(${nameKey(Prisma.sql`t.topic`)} = ${key} OR (t.root_org_id, t.topic) IN (${renamed('topic', key)}))`;
}

/** SQL: task `t` bears the programme of this key, or the one that was renamed from it. */
function saysProgramme(key: string): Prisma.Sql {
  return Prisma.sql`(cardinality(t.programmes) > 0 AND EXISTS (SELECT 1 FROM unnest(t.programmes) AS named(name) WHERE ${programmeIs(key)}))`;
}

/** SQL: `named.name`, out of the programmes of task `t`, is the one of this key or was renamed from it. */
export function programmeIs(key: string): Prisma.Sql {
  return Prisma.sql`(${nameKey(Prisma.sql`named.name`)} = ${key} OR (t.root_org_id, named.name) IN (${renamed('programme', key)}))`;
}

/** SQL: trees and present names of what was called so once and is by no task any more: buttons and saved lists live on after a renaming. */
function renamed(kind: 'topic' | 'programme', key: string): Prisma.Sql {
  const still = kind === 'topic' ? Prisma.sql`b.topic = was.name` : Prisma.sql`was.name = ANY (b.programmes)`;
  return Prisma.sql`SELECT d.root_org_id, d.name FROM programme d, unnest(d.aliases) AS was(name)
    WHERE d.kind = ${kind} AND ${nameKey(Prisma.sql`was.name`)} = ${key}
      AND NOT EXISTS (SELECT 1 FROM task b WHERE b.root_org_id = d.root_org_id AND ${still})`;
}

/** SQL: the share is due in these days. */
export function dueSql(app: App, due: NonNullable<Filter['due']>): Prisma.Sql {
  if (due === 'none') return Prisma.sql`p.due IS NULL`;
  const { from, to } = typeof due === 'string' ? daysOfDue(due, dayIn(app.zone, app.now())) : due;
  return Prisma.sql`(p.due >= ${dayToDb(from)}::date AND p.due <= ${dayToDb(to)}::date)`;
}

/** The days that a word means on this day. */
export function daysOfDue(due: 'today' | 'week' | 'next' | 'month', today: Day): Days {
  const { monday, sunday } = weekOf(today);
  switch (due) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: monday, to: sunday };
    case 'next':
      return { from: addDays(monday, 7), to: addDays(sunday, 7) };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: endOfMonth(today) };
  }
}
