// A city of 1,500 people and a year of its tasks, by chance from a seed, written by a few statements a day: what the simulated year of reminders runs on.
import type { App } from '../../src/app.ts';
import type { Calendar, Week } from '../../src/calendar.ts';
import { addDays, type Day } from '../../src/time.ts';

export type Org = { id: number; path: string; week: Week; district: number };
export type Seat = { postId: number; personId: number; org: Org; reachable: boolean };
export type Place = { id: number; chatId: number; path: string };
/** Somebody of the same organisation acts on the post between these days, both included. */
export type Substitution = { postId: number; personId: number; from: Day; to: Day };
export type Share = {
  id: number;
  taskId: number;
  postId: number;
  orgPath: string;
  week: Week;
  issued: Day;
  due: Day;
  responsiblePostId: number | null;
  controllerPostId: number | null;
  issuerPostId: number;
  /** The day and hour from which nothing is owed any more. */
  doneAt: string;
  acknowledgedAt: string;
  movedAt: Day | null;
  movedTo: Day;
  binding: boolean;
};
export type YearCity = {
  heads: Seat[];
  issuers: Seat[];
  controllers: Seat[];
  people: number;
  seats: Map<number, Seat>;
  substitutions: Substitution[];
  places: Place[];
};

/** A generator of chance from a seed: the same year every time. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const schoolsOf = 350;
const districtsOf = 8;

/** Root and office, 8 districts, 12 departments of 7, 350 schools of 4; one in 30 never started the bot; groups, one of them for two organisations. */
export async function buildYearCity(app: App, random: () => number): Promise<YearCity> {
  const { db } = app;
  const now = app.now();
  await db.$executeRaw`
    INSERT INTO organisation (id, code, name_kk, name_ru, type, week, parent_id, root_id, path, created_at)
    SELECT 1, 'root', 'Әкімдік', 'Акимат', 'akimat'::org_type, 5, NULL::int, 1, '/1/', ${now}::timestamptz
    UNION ALL SELECT 2, 'office', 'Аппарат', 'Аппарат', 'office', 5, 1, 1, '/1/2/', ${now}
    UNION ALL SELECT 10 + n, 'd' || n, 'Аудан ' || n, 'Район ' || n, 'district', 5, 1, 1, '/1/' || 10 + n || '/', ${now} FROM generate_series(1, ${districtsOf}::int) n
    UNION ALL SELECT 30 + n, 'u' || n, 'Басқарма ' || n, 'Управление ' || n, 'department', 5, 1, 1, '/1/' || 30 + n || '/', ${now} FROM generate_series(1, 12) n
    UNION ALL SELECT 1000 + n, 's' || n, 'Мектеп ' || n, 'Школа ' || n, 'school', CASE n % 3 WHEN 0 THEN 6 ELSE 5 END, 11 + n % ${districtsOf}::int, 1,
      '/1/' || 11 + n % ${districtsOf}::int || '/' || 1000 + n || '/', ${now} FROM generate_series(1, ${schoolsOf}::int) n`;
  await db.$executeRaw`
    INSERT INTO post (org_id, name_kk, name_ru, role, created_at)
    SELECT o.id, v.name, v.name, v.role::role, ${now} FROM organisation o JOIN (VALUES
      ('office', 'Аким', 'akim', 1), ('office', 'Заместитель', 'deputy', 3), ('office', 'Контроль', 'controller', 4), ('district', 'Аким района', 'district_akim', 1),
      ('department', 'Руководитель', 'dept_head', 1), ('department', 'Специалист', 'staff', 6), ('school', 'Директор', 'school_head', 1), ('school', 'Завуч', 'staff', 3)
    ) AS v (type, name, role, n) ON v.type = o.type::text CROSS JOIN LATERAL generate_series(1, v.n) AS k
    WHERE true ON CONFLICT DO NOTHING`;
  // Several posts of one name need names of their own.
  await db.$executeRaw`
    INSERT INTO post (org_id, name_kk, name_ru, role, created_at)
    SELECT p.org_id, p.name_kk || ' ' || k, p.name_ru || ' ' || k, p.role, ${now} FROM post p CROSS JOIN LATERAL generate_series(2,
      CASE p.role WHEN 'deputy' THEN 3 WHEN 'controller' THEN 4 WHEN 'staff' THEN CASE WHEN p.org_id < 1000 THEN 6 ELSE 3 END ELSE 1 END) AS k`;
  await db.$executeRaw`
    WITH seat AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM post), met AS (
      INSERT INTO chat (telegram_id, type, created_at) SELECT 500000 + n, 'private', ${now} FROM seat WHERE n % 30 <> 7 RETURNING id, telegram_id
    ), people AS (
      INSERT INTO person (surname, given, locale, telegram_id, chat_id, created_at)
      SELECT 'Примеров' || n, 'Пример', 'ru', met.telegram_id, met.id, ${now} FROM seat LEFT JOIN met ON met.telegram_id = 500000 + n ORDER BY n RETURNING id, surname
    ) INSERT INTO appointment (person_id, post_id, from_day)
      SELECT people.id, seat.id, date '2026-01-01' FROM seat JOIN people ON people.surname = 'Примеров' || seat.n`;
  const rows = await db.$queryRaw<
    (Omit<Org, 'district'> & { postId: number; personId: number; role: string; reachable: boolean })[]
  >`
    SELECT o.id, o.path, o.week::int AS week, p.id AS "postId", a.person_id AS "personId", p.role::text AS role, pe.chat_id IS NOT NULL AS reachable
    FROM post p JOIN organisation o ON o.id = p.org_id JOIN appointment a ON a.post_id = p.id JOIN person pe ON pe.id = a.person_id ORDER BY p.id`;
  const all = rows.map(({ id, path, week, role, ...seat }) => {
    return { ...seat, role, org: { id, path, week, district: id > 1000 ? Number(path.split('/')[2]) - 10 : 0 } };
  });
  const of = (...roles: string[]): Seat[] => all.filter(({ role }) => roles.includes(role));
  const substitutions = await substitute(app, all, random);
  const places = await bindPlaces(app, all[0]?.personId ?? 0);
  return {
    heads: of('school_head'),
    issuers: of('deputy', 'dept_head'),
    controllers: of('controller'),
    people: all.length,
    seats: new Map(all.map((seat) => [seat.postId, seat])),
    substitutions,
    places,
  };
}

/** Sixty heads are away for two weeks, a deputy head acts; two deputies of the akim stand in for each other. */
async function substitute(app: App, all: (Seat & { role: string })[], random: () => number): Promise<Substitution[]> {
  const found: Substitution[] = [];
  const heads = all.filter(({ role }) => role === 'school_head');
  for (let n = 0; n < 60; n++) {
    const head = heads[Math.floor(random() * heads.length)] as Seat;
    const other = all.find(({ role, org, reachable }) => role === 'staff' && org.id === head.org.id && reachable);
    const from = addDays('2027-01-10', Math.floor(random() * 330));
    if (other && !found.some(({ postId }) => postId === head.postId))
      found.push({ postId: head.postId, personId: other.personId, from, to: addDays(from, 13) });
  }
  const [one, two] = all.filter(({ role }) => role === 'deputy');
  if (one && two) found.push({ postId: one.postId, personId: two.personId, from: '2027-07-05', to: '2027-08-01' });
  const rows = JSON.stringify(found);
  await app.db.$executeRaw`
    INSERT INTO appointment (person_id, post_id, kind, from_day, to_day)
    SELECT "personId", "postId", 'acting', "from", "to" FROM jsonb_to_recordset(${rows}::jsonb) AS v ("personId" int, "postId" int, "from" date, "to" date)`;
  return found;
}

/** A group for the city, one for each district, and the first district's serves the first department too. */
async function bindPlaces(app: App, boundById: number): Promise<Place[]> {
  const now = app.now();
  await app.db.$executeRaw`
    INSERT INTO chat (telegram_id, type, title, created_at) SELECT -1000 - n, 'supergroup', 'Топ', ${now} FROM generate_series(0, ${districtsOf}::int) n`;
  return app.db.$queryRaw<Place[]>`
    WITH bound AS (
      INSERT INTO place (chat_id, org_id, languages, naming, bound_by_id, bound_at)
      SELECT c.id, v.org, '{ru}', 'organisation', ${boundById}::int, ${now} FROM (
        SELECT 0 AS chat, 1 AS org UNION ALL SELECT n, 10 + n FROM generate_series(1, ${districtsOf}::int) n UNION ALL SELECT 1, 31
      ) v JOIN chat c ON c.telegram_id = -1000 - v.chat RETURNING id, chat_id, org_id
    ) SELECT b.id, b.chat_id AS "chatId", o.path FROM bound b JOIN organisation o ON o.id = b.org_id`;
}

export type YearOptions = { calendar: Calendar; random: () => number };

/** Issues the tasks of one working day at 10:00, and knows what will become of each share. */
export async function issueTasks(
  app: App,
  city: YearCity,
  day: Day,
  { calendar, random }: YearOptions,
): Promise<Share[]> {
  const pick = <V>(list: V[]): V => list[Math.floor(random() * list.length)] as V;
  const tasks = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, n) => {
    const fan = random() < 0.1;
    const size = fan ? 40 : 1 + Math.floor(random() * 5);
    const issuer = pick(city.issuers);
    return {
      number: `${day}/${n}`,
      issuerPostId: issuer.postId,
      controllerPostId: random() < 0.5 ? pick(city.controllers).postId : null,
      fanOut: fan,
      due: random() < 0.05 ? day : addDays(day, 1 + Math.floor(random() * 45)),
      force: random() < 0.1 ? 'recommendation' : 'assignment',
      executors: [...new Set(Array.from({ length: size }, () => pick(city.heads)))],
    };
  });
  const rows = JSON.stringify(tasks.map(({ executors: _, ...task }) => task));
  const made = await app.db.$queryRaw<{ id: number; number: string }[]>`
    INSERT INTO task (number, state, headline, text_ru, issuer_post_id, controller_post_id, root_org_id, due, fan_out, created_at, issued_at)
    SELECT number, 'in_progress', 'Поручение', 'Текст', "issuerPostId", "controllerPostId", 1, due, "fanOut", ${app.now()}, ${app.now()}
    FROM jsonb_to_recordset(${rows}::jsonb) AS v (number text, "issuerPostId" int, "controllerPostId" int, due date, "fanOut" bool) RETURNING id, number`;
  const ids = new Map(made.map(({ id, number }) => [number, id]));
  const shares = tasks.flatMap(({ executors, number, ...task }) => {
    return executors.map((seat, position) => {
      const responsible = task.fanOut || position === 0 ? null : (executors[0]?.postId ?? null);
      const binding = task.force === 'assignment';
      const late = random() < 0.65 ? -Math.floor(random() * 6) : random() < 0.6 ? 1 + Math.floor(random() * 8) : 35;
      const moves = random() < 0.05 && task.due > addDays(day, 4);
      const due = moves ? addDays(task.due, 10) : task.due;
      const done = calendar.addWorkingDays(due, late, seat.org.week);
      const doneAt = `${done < day ? day : done}T13:00`;
      const acknowledgedAt =
        random() < 0.7 ? `${calendar.addWorkingDays(day, Math.floor(random() * 4), 5)}T11:00` : doneAt;
      return {
        ...{ taskId: ids.get(number) ?? 0, postId: seat.postId, orgPath: seat.org.path, week: seat.org.week, position },
        ...{
          issued: day,
          due: task.due,
          role: responsible === null ? 'responsible' : 'co_executor',
          force: task.force,
          binding,
        },
        ...{ responsiblePostId: responsible, controllerPostId: task.controllerPostId, issuerPostId: task.issuerPostId },
        ...{ doneAt, acknowledgedAt, movedAt: moves ? addDays(day, 2) : null, movedTo: due },
      };
    });
  });
  const written = await app.db.$queryRaw<{ id: number; taskId: number; postId: number }[]>`
    INSERT INTO participation (task_id, post_id, position, role, force, state, first_due, due, assigned_at)
    SELECT "taskId", "postId", position, role::participation_role, force::task_kind, 'assigned', due, due, ${app.now()}
    FROM jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) AS v ("taskId" int, "postId" int, position int, role text, force text, due date)
    RETURNING id, task_id AS "taskId", post_id AS "postId"`;
  const shareIds = new Map(written.map(({ id, taskId, postId }) => [`${taskId}/${postId}`, id]));
  return shares.map((share) => ({ ...share, id: shareIds.get(`${share.taskId}/${share.postId}`) ?? 0 }));
}
