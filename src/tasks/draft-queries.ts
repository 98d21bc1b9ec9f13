// What a message says as a task: text, executors within the author's rights, date, home group, doubts.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { findPlaceById, homePlaceFor, type PlaceInfo } from '../chats/queries.ts';
import { orgName } from '../org/messages.ts';
import { loadRoster } from '../org/queries.ts';
import { type Actor, issuingPost, isWithin, promisingPost } from '../org/rules.ts';
import { readExecutors } from '../reading/executors/executors.ts';
import { searchRoster } from '../reading/executors/roster-search.ts';
import { schoolHeads } from '../reading/executors/roster.ts';
import type { Locale } from '../texts.ts';
import { dayIn } from '../time.ts';
import { understandTime } from './draft-understand-queries.ts';
import { dayPast } from './draft-urgency-rules.ts';
import { type Order, type OrderContext, readOrder } from './order-rules.ts';
import type { TaskView } from './queries.ts';
import { postViews, type PostView } from './post-queries.ts';
import { promiserIn } from './promise-rules.ts';
import type { Doubt, DraftFields } from './rules.ts';
import { commonWeek } from './week-rules.ts';
import { executorOf } from './member-rules.ts';
import { groupsFor } from './working-group-queries.ts';
import { type MembersSaid, membersSaid } from './working-group-rules.ts';

/** What was said: the words behind the command, and the message they answer, whose text is then the task. */
export type Said = { words: string; answered?: string | undefined };

/** Language of a text by its letters: Kazakh ones make it Kazakh, everything else is kept as Russian. */
export function languageOf(text: string): Locale {
  return /[әғқңөұүһі]/i.test(text) ? 'kk' : 'ru';
}

/** Reads a task as it was said; `place` is the bound group where it was said. Nothing is written. The text is empty when nothing but a date was said, beside executors or not. */
export async function understandTask(
  app: App,
  actor: Actor,
  { words, answered }: Said,
  place: PlaceInfo | null,
): Promise<DraftFields> {
  const roster = await loadRoster(app, actor);
  const context = { today: dayIn(app.zone, app.now()), calendar: await loadCalendar(app), week: 5 as const, roster };
  const { group, ...rest } = await withoutGroup(app, actor, { words, answered });
  const { own, base } = readSaid(rest, context);
  const named = base && own.postIds.length === 0 && !group?.own ? base : own;
  const text = base ? [base.text || base.original, own.text].filter(Boolean).join('\n') : textAlone(own);
  const { kind, indicators, programmes, completionForm } = base ?? own;
  const said = [words, answered ?? ''].join('\n');
  const nobody = named.postIds.length === 0 && !named.fanOut && !group;
  // What is answered was said by somebody else.
  const oneself = nobody && !base ? promiserIn(actor, kind, words) : null;
  const whom = oneself ? { postIds: [oneself.postId], fanOut: false } : named;
  const executors = await withMembers(app, actor, { ...whom, kind }, group);
  // Working days are those of the executors, who are known only now.
  const week = commonWeek(executors.posts.map(({ org }) => org.week));
  const inWeek = week === context.week ? { own, base } : readSaid(rest, { ...context, week });
  const time = await understandTime(app, said, { ...datesSaid(inWeek), calendar: context.calendar, week });
  return {
    text,
    locale: languageOf(text),
    kind,
    indicators,
    programmes,
    completionForm,
    executorPostIds: executors.posts.map((post) => post.postId),
    fanOut: executors.fanOut,
    due: null,
    dueTime: null,
    ...time.dated,
    urgency: time.urgency,
    homePlaceId: place?.placeId ?? group?.placeId ?? (await homeOf(app, executors.posts))?.placeId ?? null,
    groupIds: group?.groupIds ?? [],
    doubts: [...time.doubts, ...executors.doubts],
  };
}

/** What was said without the words that name a working group, and whom those mean; `own`: they stand in the words, not in what these answer. */
async function withoutGroup(
  app: App,
  actor: Actor,
  { words, answered }: Said,
): Promise<Said & { group: (MembersSaid & { own: boolean }) | null }> {
  const groups = await groupsFor(app, actor, [words, answered ?? ''].join('\n'));
  const own = membersSaid(groups, words, actor);
  if (own) return { words: own.rest, answered, group: { ...own, own: true } };
  const base = answered === undefined ? null : membersSaid(groups, answered, actor);
  return { words, answered: base ? base.rest : answered, group: base && { ...base, own: false } };
}

/** Whoever was named and the members of the group; where the head gives the task, every member answers for a copy of their own. */
async function withMembers(
  app: App,
  actor: Actor,
  { postIds, fanOut, kind }: Pick<Order, 'postIds' | 'fanOut' | 'kind'>,
  group: MembersSaid | null,
): Promise<{ posts: PostView[]; doubts: Doubt[]; fanOut: boolean }> {
  const own = actor.posts.map(({ postId }) => postId);
  const members = (group?.postIds ?? []).filter((postId) => !own.includes(postId));
  const headless = members.length > 1 && members.length < (group?.postIds.length ?? 0) && postIds.length === 0;
  const all = fanOut || headless;
  const wanted = { postIds: [...new Set([...members, ...postIds])], fanOut, kind };
  const { posts, doubts } = await allowedExecutors(app, actor, wanted);
  return { posts, doubts: [...(group?.doubts ?? []), ...doubts], fanOut: all && posts.length > 1 ? true : fanOut };
}

/** A bare date is no text, whoever is to keep it; other words that were all understood are kept as they stand. */
function textAlone({ text, original, dated }: Order): string {
  if (dayPast(original) === original.trim()) return '';
  return text || (dated ? '' : original);
}

type Read = { own: Order; base: Order | null };

function readSaid({ words, answered }: Said, context: OrderContext): Read {
  return { own: readOrder(words, context), base: answered ? readOrder(answered, context) : null };
}

function datesSaid({ own, base }: Read): Pick<Order, 'dated' | 'doubts'> {
  const { dated } = base && !own.dated ? base : own;
  return { dated, doubts: [...(base?.doubts ?? []), ...own.doubts] };
}

/** The executors typed for a draft of this kind; several that fit are returned as doubts to choose from. */
export async function understandExecutors(
  app: App,
  actor: Actor,
  typed: string,
  kind: Order['kind'] = 'assignment',
): Promise<Pick<DraftFields, 'executorPostIds' | 'fanOut' | 'groupIds' | 'homePlaceId'> & { doubts: Doubt[] }> {
  const roster = await loadRoster(app, actor);
  const group = membersSaid(await groupsFor(app, actor, typed), typed, { locale: actor.locale, typed: true });
  const left = group ? (group.groupIds.length === 0 ? '' : group.rest) : typed;
  const lines = left.split(/[\n;]+/).filter((line) => line.trim() !== '');
  const postIds: number[] = [];
  const doubts: Doubt[] = [];
  let fanOut = false;
  for (const line of lines) {
    const read = readExecutors(`${line.trim()}:`, roster);
    const schools = read.fanOut ? schoolHeads(roster).map((entry) => entry.postId) : [];
    fanOut ||= read.fanOut !== undefined;
    postIds.push(...read.found.map((found) => found.postId), ...schools);
    if (read.found.length > 0 || read.fanOut) continue;
    const fitting = searchRoster(line, roster).map((entry) => entry.postId);
    if (fitting.length === 1) postIds.push(...fitting);
    else doubts.push({ ...unclear(fitting), words: line.trim() });
  }
  const allowed = await withMembers(app, actor, { postIds: [...new Set(postIds)], fanOut, kind }, group);
  return {
    executorPostIds: allowed.posts.map((post) => post.postId),
    fanOut: allowed.fanOut,
    ...{ groupIds: group?.groupIds ?? [], homePlaceId: group?.placeId ?? null },
    doubts: [...doubts, ...allowed.doubts],
  };
}

function unclear(candidates: number[]) {
  const key = candidates.length > 0 ? 'reading-doubt-several-executors' : 'reading-doubt-unknown-executor';
  return { key, candidates };
}

/** Those whom the actor may give tasks to; the others named one by one are left out with a doubt, those of a class silently: "all schools" means one's own. */
async function allowedExecutors(
  app: App,
  actor: Actor,
  { postIds, fanOut, kind }: Pick<Order, 'postIds' | 'fanOut' | 'kind'>,
): Promise<{ posts: PostView[]; doubts: Doubt[] }> {
  const named = await postViews(app, postIds);
  if (promisingPost(actor, kind, postIds)) return { posts: named, doubts: [] };
  const posts = named.filter((post) => issuingPost(actor, executorOf(post)) !== null);
  const outside = named.filter((post) => !posts.includes(post));
  if (outside.length === 0 || fanOut) return { posts, doubts: [] };
  const names = outside.map((post) => orgName(post.org, actor.locale)).join('; ');
  return { posts, doubts: [{ key: 'tasks-doubt-outside', words: names, candidates: [] }] };
}

/** The group where a card about these executors stands, when it was not issued in a group. */
export async function homeOf(app: App, posts: PostView[]): Promise<PlaceInfo | null> {
  return posts.length === 0
    ? null
    : homePlaceFor(
        app,
        posts.map((post) => post.org.path),
      );
}

/**
 * Home of the card after other executors were named: the group where it is said (`here`, Telegram's id), or the one that stood
 * while its organisation holds all of them, else the nearest that does.
 */
export async function homeAfter(app: App, draft: TaskView, postIds: number[], here = 0): Promise<number | null> {
  const posts = await postViews(app, postIds);
  const home = draft.homePlaceId === null ? null : await findPlaceById(app, draft.homePlaceId);
  const holdsAll = home && posts.every((post) => isWithin(post.org.path, home.orgPath));
  if (holdsAll || home?.telegramChatId === here) return home.placeId;
  return (await homeOf(app, posts))?.placeId ?? null;
}
