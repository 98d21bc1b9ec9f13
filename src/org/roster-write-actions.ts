// Writes a roster in bulk: one statement for each kind of row, however many rows there are.
import type { App } from '../app.ts';
import { dayIn } from '../time.ts';
import { inviteKey } from './invite-actions.ts';
import { inviteExpiry, inviteToken, tokenHash } from './invite-rules.ts';
import type { OrgFields, PersonFields, PostFields } from './roster-rules.ts';
import type { Change } from './roster-cell-rules.ts';

export type OrgRow = Omit<OrgFields, 'parent'> & {
  id: number;
  code: string;
  parentId: number | null;
  path: string;
  rootId: number;
};
export type PostRow = PostFields & { id: number; orgId: number };
export type PersonRow = PersonFields & { id: number; postId: number };
export type NewInvite = { personId: number; postId: number };

type Table = 'organisation' | 'post' | 'person' | 'invite';

/** Takes `count` fresh ids of a table, so that rows can refer to each other before they are written. */
export async function takeIds(app: App, table: Table, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await app.db.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence(${table}, 'id'))::int AS id FROM generate_series(1, ${count}::int)`;
  return rows.map(({ id }) => id);
}

export async function insertOrganisations(app: App, rows: OrgRow[]): Promise<void> {
  if (rows.length === 0) return;
  await app.db.$executeRaw`
    INSERT INTO organisation (id, code, name_kk, name_ru, type, ownership, subordination, week, number, aliases, parent_id, path, root_id, created_at)
    SELECT id, code, "nameKk", "nameRu", type, ownership, subordination, week, number, aliases, "parentId", path, "rootId", ${app.now().toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, code text, "nameKk" text, "nameRu" text, type org_type,
      ownership ownership, subordination subordination, week smallint, number text, aliases text[], "parentId" int, path text, "rootId" int)`;
}

export async function updateOrganisations(app: App, rows: OrgRow[]): Promise<void> {
  if (rows.length === 0) return;
  await app.db.$executeRaw`
    UPDATE organisation o SET name_kk = r."nameKk", name_ru = r."nameRu", type = r.type, ownership = r.ownership,
      subordination = r.subordination, week = r.week, number = r.number, aliases = r.aliases, parent_id = r."parentId", path = r.path
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, "nameKk" text, "nameRu" text, type org_type,
      ownership ownership, subordination subordination, week smallint, number text, aliases text[], "parentId" int, path text)
    WHERE o.id = r.id`;
}

export async function insertPosts(app: App, rows: PostRow[]): Promise<void> {
  if (rows.length === 0) return;
  await app.db.$executeRaw`
    INSERT INTO post (id, org_id, role, name_kk, name_ru, aliases, created_at)
    SELECT id, "orgId", role, "nameKk", "nameRu", aliases, ${app.now().toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, "orgId" int, role role, "nameKk" text, "nameRu" text, aliases text[])`;
}

export async function updatePosts(app: App, changes: Change<PostFields>[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, after }) => ({ id, ...after }));
  await app.db.$executeRaw`
    UPDATE post p SET name_kk = COALESCE(r."nameKk", p.name_kk), name_ru = COALESCE(r."nameRu", p.name_ru), aliases = COALESCE(r.aliases, p.aliases)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, "nameKk" text, "nameRu" text, aliases text[]) WHERE p.id = r.id`;
}

/** New people, each appointed to a post from today on. */
export async function insertPeople(app: App, rows: PersonRow[]): Promise<void> {
  if (rows.length === 0) return;
  const people = JSON.stringify(rows);
  await app.db.$executeRaw`
    INSERT INTO person (id, surname, given, patronymic, gender, locale, created_at)
    SELECT id, surname, given, patronymic, gender, locale, ${app.now().toISOString()}::timestamptz
    FROM jsonb_to_recordset(${people}::jsonb) AS r(id int, surname text, given text, patronymic text, gender gender, locale text)`;
  await app.db.$executeRaw`
    INSERT INTO appointment (person_id, post_id, from_day) SELECT id, "postId", ${dayIn(app.zone, app.now())}::date
    FROM jsonb_to_recordset(${people}::jsonb) AS r(id int, "postId" int)`;
}

export async function updatePeople(app: App, changes: Change<PersonFields>[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, after }) => ({ id, ...after }));
  await app.db.$executeRaw`
    UPDATE person p SET surname = COALESCE(r.surname, p.surname), given = COALESCE(r.given, p.given),
      patronymic = COALESCE(r.patronymic, p.patronymic), gender = COALESCE(r.gender, p.gender), locale = COALESCE(r.locale, p.locale)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, surname text, given text, patronymic text, gender gender, locale text)
    WHERE p.id = r.id`;
}

/** Ends appointments yesterday; one that began today is taken back. Open links of those people to those posts are revoked. */
export async function endAppointments(app: App, appointmentIds: number[]): Promise<void> {
  if (appointmentIds.length === 0) return;
  const today = dayIn(app.zone, app.now());
  await app.db.$executeRaw`
    UPDATE invite i SET revoked_at = ${app.now().toISOString()}::timestamptz FROM appointment a
    WHERE a.id = ANY(${appointmentIds}::int[]) AND i.person_id = a.person_id AND i.post_id = a.post_id AND i.used_at IS NULL AND i.revoked_at IS NULL`;
  await app.db
    .$executeRaw`DELETE FROM appointment WHERE id = ANY(${appointmentIds}::int[]) AND from_day >= ${today}::date`;
  await app.db.$executeRaw`UPDATE appointment SET to_day = ${today}::date - 1 WHERE id = ANY(${appointmentIds}::int[])`;
}

/** New links; returns their ids in the order of `invites`. */
export async function insertInvites(app: App, invites: NewInvite[], createdById: number | null): Promise<number[]> {
  const ids = await takeIds(app, 'invite', invites.length);
  if (ids.length === 0) return ids;
  const key = await inviteKey(app);
  const rows = invites.map((invite, index) => {
    const id = ids[index] ?? 0;
    return { ...invite, id, hash: tokenHash(inviteToken(key, id)) };
  });
  await app.db.$executeRaw`
    INSERT INTO invite (id, token_hash, person_id, post_id, expires_at, created_at, created_by_id)
    SELECT id, hash, "personId", "postId", ${inviteExpiry(app.now()).toISOString()}::timestamptz, ${app.now().toISOString()}::timestamptz, ${createdById}::int
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, hash text, "personId" int, "postId" int)`;
  return ids;
}
