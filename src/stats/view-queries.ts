// What a reader gets to see: the part of the tree as for /status, counted and put into a picture.
import type { App } from '../app.ts';
import { namingIn } from '../chats/naming-queries.ts';
import type { PlaceInfo } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { readPaths } from '../lists/filter-queries.ts';
import { orgName, type Named } from '../org/messages.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { tasksNumbered } from '../shares/queries.ts';
import { seenShare } from '../tasks/visible-queries.ts';
import { plain } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { type Day, dayIn } from '../time.ts';
import { longestCaption, schoolsShown, type Shown, trendShown, unitsShown } from './messages.ts';
import {
  districtNumbers,
  schoolListMessage,
  type SchoolKind,
  type Screen,
  totalNumbers,
  unitNumbers,
  weekNumbers,
} from './number-messages.ts';
import { namesOf, orgCounts, type Scope, weekCounts } from './queries.ts';
import { unitsOf, type UnitCounts, type Week, weeksOf } from './rules.ts';
import { schoolRows, schoolsTask } from './school-queries.ts';

export const views = ['units', 'trend', 'schools'] as const;
export type View = (typeof views)[number];

export function isView(name: string | undefined): name is View {
  return views.some((view) => view === name);
}

/** The part of the tree whose numbers the actor reads: what the posts may read, else what the lists show of their own organisations; of confidential tasks only what the lists show, for one task of one unit is no secret in a picture. Throws UserError for somebody without a post. */
function scopeOf(actor: Actor): Scope {
  const paths = readPaths(actor);
  if (paths.length === 0) throw new UserError('telegram-not-allowed');
  const reads = readableScopes(actor).length > 0;
  const seen = seenShare(actor);
  return { paths, resolutionId: null, only: reads ? Prisma.sql`(NOT t.confidential OR ${seen})` : seen };
}

function scopeName(actor: Actor, locale: Locale): string {
  const names = actor.posts.map((post) => orgName({ nameKk: post.orgNameKk, nameRu: post.orgNameRu }, locale));
  return [...new Set(names)].join('; ');
}

/** One view of what the actor reads. Throws UserError when there is nothing to show. */
export async function showView(app: App, actor: Actor, locale: Locale, view: View): Promise<Shown> {
  if (view === 'schools') return showSchools(app, actor, locale, null);
  const scope = scopeOf(actor);
  const name = scopeName(actor, locale);
  return (await (view === 'units' ? unitsIn(app, scope) : trendIn(app, scope)))(locale, name);
}

/**
 * The units of what the actor sees, wherever it stands, so that the picture counts what /status counts; null where there are not two of
 * them to compare.
 */
export async function showSeen(app: App, actor: Actor, locale: Locale): Promise<Shown | null> {
  const { today, days } = eightWeeks(app);
  const scope = { paths: ['/'], resolutionId: null, only: seenShare(actor) };
  const units = unitsOf(await orgCounts(app, scope, days), scope.paths);
  if (units.length < 2) return null;
  const name = scopeName(actor, locale);
  return unitsShown(app, locale, { name, today, units, names: await namesOfUnits(app, units) });
}

/** The schools of one task, by its numbers or id. Throws UserError when the actor may see no such task of schools. */
export async function showTask(
  app: App,
  actor: Actor,
  locale: Locale,
  wanted: { numbers: string[] } | { taskId: number },
): Promise<Shown & { taskId: number }> {
  const task = await schoolsTask(app, actor, wanted);
  if (!task) throw await refusalOf(app, actor, wanted);
  return { ...(await showSchools(app, actor, locale, task)), taskId: task.id };
}

/** A task of others is answered like one that there is not. */
async function refusalOf(
  app: App,
  actor: Actor,
  wanted: { numbers: string[] } | { taskId: number },
): Promise<UserError> {
  const none = 'numbers' in wanted && (await tasksNumbered(app, actor, wanted.numbers)).length === 0;
  return none
    ? new UserError('shares-task-not-found', { words: wanted.numbers.at(-1) ?? '' })
    : new UserError('pictures-task-how');
}

/**
 * The state of a group's organisation: by units where the group may name who is late, else the weeks alone. The picture is in the
 * group's first language, the words below it in all of them.
 */
export async function showPlace(app: App, place: PlaceInfo): Promise<Shown> {
  const scope = { paths: [place.orgPath], resolutionId: null, only: Prisma.sql`NOT t.confidential` };
  const naming = place.policy !== 'notice' && (await namingIn(app, place)) === 'always';
  const shownIn = await (naming ? unitsIn(app, scope) : trendIn(app, scope));
  const [first = app.config.defaultLanguage, ...others] = place.languages;
  const inOne = (locale: Locale): Shown =>
    shownIn(locale, orgName({ nameKk: place.orgNameKk, nameRu: place.orgNameRu }, locale));
  return withCaptions(inOne(first), others.map(inOne));
}

/** A picture whose caption says the same in further languages, as many as find room below it. */
function withCaptions(shown: Shown, others: Shown[]): Shown {
  const caption = others.reduce((said, other) => {
    const both = `${said}\n\n${other.caption}`;
    return plain(both).length <= longestCaption ? both : said;
  }, shown.caption);
  return { ...shown, caption };
}

/** What was counted, in a language under a name. */
type ShownIn = (locale: Locale, name: string) => Shown;

async function unitsIn(app: App, scope: Scope): Promise<ShownIn> {
  const { today, days } = eightWeeks(app);
  const units = unitsOf(await orgCounts(app, scope, days), scope.paths);
  if (units.length === 0) throw new UserError('pictures-nothing');
  const names = await namesOfUnits(app, units);
  return (locale, name) => ({
    ...unitsShown(app, locale, { name, today, units, names }),
    numbers: totalNumbers(app, locale, units, days),
  });
}

/** The days that pictures tell of. */
function eightWeeks(app: App): { today: Day; days: Week } {
  const today = dayIn(app.zone, app.now());
  const weeks = weeksOf(today);
  return { today, days: { from: weeks[0]?.from ?? today, to: weeks.at(-1)?.to ?? today } };
}

/** The numbers of a view as buttons, a page (from 0) of them. Throws UserError when there is nothing to show. */
export async function showNumbers(
  app: App,
  actor: Actor,
  locale: Locale,
  { view, taskId, page }: { view: View; taskId: number | null; page: number },
): Promise<Screen> {
  const { days } = eightWeeks(app);
  if (view === 'schools') {
    const rows = await schoolRows(app, actor, { days, taskId });
    if (rows.length === 0) throw new UserError('pictures-no-schools');
    return districtNumbers(app, locale, { rows, taskId, page });
  }
  const scope = scopeOf(actor);
  if (view === 'trend')
    return weekNumbers(app, locale, await weekCounts(app, scope, weeksOf(dayIn(app.zone, app.now()))));
  const units = unitsOf(await orgCounts(app, scope, days), scope.paths);
  if (units.length === 0) throw new UserError('pictures-nothing');
  return unitNumbers(app, locale, { units, names: await namesOfUnits(app, units), within: days, page });
}

/** Schools of a district (0: of none) one by one. */
export async function showSchoolList(
  app: App,
  actor: Actor,
  locale: Locale,
  asked: { districtId: number; kind: SchoolKind; page: number; taskId: number | null },
): Promise<Screen> {
  const { days } = eightWeeks(app);
  const all = await schoolRows(app, actor, { days, taskId: asked.taskId });
  const rows = all.filter(({ districtId }) => (districtId ?? 0) === asked.districtId);
  return schoolListMessage(app, locale, { ...asked, rows, within: days });
}

/** Names of the units that have one. */
export async function namesOfUnits(app: App, units: UnitCounts[]): Promise<Map<number, Named>> {
  return namesOf(
    app,
    units.map(({ orgId }) => orgId),
  );
}

async function trendIn(app: App, scope: Scope): Promise<ShownIn> {
  const weeks = await weekCounts(app, scope, weeksOf(dayIn(app.zone, app.now())));
  if (weeks.every(({ inTime, late, overdue }) => inTime + late + overdue === 0))
    throw new UserError('pictures-nothing');
  return (locale, name) => trendShown(app, locale, { name, weeks });
}

async function showSchools(
  app: App,
  actor: Actor,
  locale: Locale,
  task: Awaited<ReturnType<typeof schoolsTask>>,
): Promise<Shown> {
  const { today, days } = eightWeeks(app);
  const rows = await schoolRows(app, actor, { days, taskId: task?.id ?? null });
  if (rows.length === 0) throw new UserError('pictures-no-schools');
  return schoolsShown(app, locale, { name: scopeName(actor, locale), today, rows, task });
}
