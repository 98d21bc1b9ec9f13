// What a filter can be narrowed to, with how much each choice holds; and the names of what it is narrowed to.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Named } from '../org/messages.ts';
import type { Actor } from '../org/rules.ts';
import { seenShare, seenTask } from '../tasks/visible-queries.ts';
import { type Day, dayFromDb } from '../time.ts';
import { unitChoices, type OrgCount } from './choice-rules.ts';
import {
  dueSql,
  filterSql,
  nameKey,
  programmeIs,
  readPaths,
  saysTopic,
  sharesSql,
  stateSql,
} from './filter-queries.ts';
import { type DueName, dues, type Filter, filterOf, stateChoices, type StateName } from './filter-rules.ts';

export type ResolutionName = { number: string | null; day: Day; theme: string };
/** Names of what a filter is narrowed to; null: nothing that the reader may know. */
export type Names = {
  unit: Named | null;
  task: string | null;
  resolution: ResolutionName | null;
  topic: string | null;
  programme: string | null;
};
const nameless: Names = { unit: null, task: null, resolution: null, topic: null, programme: null };

type NameRow = {
  kk: string | null;
  ru: string | null;
  task: string | null;
  resolution: { number: string | null; day: string; theme: string } | null;
  topic: string | null;
  programme: string | null;
};

/** The names in a filter, as far as the actor may know them: a unit read or with something to see in it, the rest of tasks that can be seen. One statement at most. */
export async function namesIn(app: App, actor: Actor, filter: Filter): Promise<Names> {
  const { place, taskId, resolutionId, topic, programme } = filter;
  const orgId = place === null || place === 'read' ? null : place.orgId;
  if ([orgId, taskId, resolutionId, topic, programme].every((part) => part === null)) return nameless;
  const patterns = readPaths(actor).map((path) => `${path}%`);
  const seen = seenTask(actor);
  const [row] = await app.db.$queryRaw<NameRow[]>`
    SELECT u.name_kk AS kk, u.name_ru AS ru,
      (SELECT t.number FROM task t WHERE t.id = ${taskId}::int AND t.state <> 'draft' AND ${seen}) AS task,
      (SELECT json_build_object('number', m.number, 'day', m.day, 'theme', m.theme) FROM resolution r JOIN meeting m ON m.id = r.meeting_id
        WHERE r.id = ${resolutionId}::int AND EXISTS (SELECT 1 FROM task t WHERE t.resolution_id = r.id AND t.state <> 'draft' AND ${seen})) AS resolution,
      (SELECT t.topic FROM task t WHERE ${topic === null ? Prisma.sql`false` : saysTopic(topic)} AND t.state <> 'draft' AND ${seen} LIMIT 1) AS topic,
      (SELECT named.name FROM task t, unnest(t.programmes) AS named(name)
        WHERE ${programme === null ? Prisma.sql`false` : programmeIs(programme)} AND t.state <> 'draft' AND ${seen} LIMIT 1) AS programme
    FROM (SELECT 1) one LEFT JOIN organisation u ON u.id = ${orgId}::int AND (u.path LIKE ANY (${patterns}::text[])
      OR EXISTS (SELECT 1 ${sharesSql} WHERE starts_with(o.path, u.path) AND t.state <> 'draft' AND ${seenShare(actor)}))`;
  if (!row) return nameless;
  const { kk, ru, resolution } = row;
  return {
    unit: kk === null || ru === null ? null : { nameKk: kk, nameRu: ru },
    task: row.task,
    resolution: resolution && { ...resolution, day: resolution.day.slice(0, 10) },
    topic: row.topic,
    programme: row.programme,
  };
}

/** A choice, and how many of the list it holds. */
export type Choice<Value> = { value: Value; n: number };

/** SQL: what the view counts. */
function counted({ view }: Filter): Prisma.Sql {
  return view === 'tasks' ? Prisma.sql`DISTINCT t.id` : Prisma.sql`*`;
}

/** How many the filter holds. One statement. */
export async function totalOf(app: App, actor: Actor, filter: Filter): Promise<number> {
  const [row] = await app.db.$queryRaw<{ n: number }[]>`
    SELECT count(${counted(filter)})::int AS n ${sharesSql} WHERE ${filterSql(app, actor, filter)}`;
  return row?.n ?? 0;
}

/** States with how many of the filter, its own state left out, stand so; none that holds nothing. One statement. */
export async function stateCounts(app: App, actor: Actor, filter: Filter): Promise<Choice<StateName>[]> {
  const columns = stateChoices.map(
    (state) => Prisma.sql`count(${counted(filter)}) FILTER (WHERE ${stateSql(app, state, filter)})::int`,
  );
  const all = filterSql(app, actor, filterOf({ ...filter, state: null }));
  const [row] = await app.db.$queryRaw<{ counts: number[] }[]>`
    SELECT json_build_array(${Prisma.join(columns)}) AS counts ${sharesSql} WHERE ${all}`;
  return held(stateChoices, row?.counts);
}

/** Dates by words with how many of the filter, its own date left out, are due then. One statement. */
export async function dueCounts(app: App, actor: Actor, filter: Filter): Promise<Choice<DueName>[]> {
  const names = Object.keys(dues) as DueName[];
  const columns = names.map((due) => Prisma.sql`count(${counted(filter)}) FILTER (WHERE ${dueSql(app, due)})::int`);
  const all = filterSql(app, actor, { ...filter, due: null });
  const [row] = await app.db.$queryRaw<{ counts: number[] }[]>`
    SELECT json_build_array(${Prisma.join(columns)}) AS counts ${sharesSql} WHERE ${all}`;
  return held(names, row?.counts);
}

function held<Value>(values: Value[], counts: number[] = []): Choice<Value>[] {
  return values.map((value, index) => ({ value, n: counts[index] ?? 0 })).filter(({ n }) => n > 0);
}

/** Units next below with how many of the filter they hold. Two statements. */
export async function unitCounts(app: App, actor: Actor, filter: Filter) {
  const orgs = await app.db.$queryRaw<OrgCount[]>`
    SELECT o.path, count(*)::int AS n ${sharesSql} WHERE ${filterSql(app, actor, filter)} GROUP BY o.id`;
  const units = unitChoices(orgs);
  const rows = await app.db.organisation.findMany({
    where: { id: { in: units.map(({ orgId }) => orgId) } },
    select: { id: true, nameKk: true, nameRu: true },
  });
  const names = new Map(rows.map((row) => [row.id, row]));
  return units.flatMap(({ orgId, alone, n }) => {
    const name = names.get(orgId);
    return name ? [{ value: { orgId, alone }, name, n }] : [];
  });
}

/** Resolutions of the list, the latest first. One statement. */
export async function resolutionCounts(app: App, actor: Actor, filter: Filter) {
  const rows = await app.db.$queryRaw<{ id: number; number: string | null; day: Date; theme: string; n: number }[]>`
    SELECT r.id, m.number, m.day, m.theme, count(${counted(filter)})::int AS n ${sharesSql}
      JOIN resolution r ON r.id = t.resolution_id JOIN meeting m ON m.id = r.meeting_id
    WHERE ${filterSql(app, actor, filter)} GROUP BY r.id, m.id ORDER BY m.day DESC, r.id DESC`;
  return rows.map(({ id, number, day, theme, n }) => ({ value: id, name: { number, day: dayFromDb(day), theme }, n }));
}

/** Topics or programmes of the list, the fullest first. One statement. */
export async function nameCounts(app: App, actor: Actor, filter: Filter, what: 'topic' | 'programme') {
  const names =
    what === 'topic'
      ? Prisma.sql`CROSS JOIN LATERAL (SELECT t.topic AS name WHERE t.topic <> '') named`
      : Prisma.sql`CROSS JOIN LATERAL unnest(t.programmes) AS named(name)`;
  return app.db.$queryRaw<{ value: string; name: string; n: number }[]>`
    SELECT ${nameKey(Prisma.sql`named.name`)} AS value, named.name, count(${counted(filter)})::int AS n ${sharesSql} ${names}
    WHERE ${filterSql(app, actor, filter)} GROUP BY named.name ORDER BY n DESC, named.name`;
}
