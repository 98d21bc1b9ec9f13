// Conversations about meetings: a new series, members, questions, notes, another day, a report returned, an item taken over.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { groupFor } from '../groups/queries.ts';
import { nameIn, orgName, postTitle } from '../org/messages.ts';
import { loadRoster } from '../org/queries.ts';
import type { Actor } from '../org/rules.ts';
import { bodyOf, draftableBodies, possibleChairs } from '../resolutions/body-queries.ts';
import { readTyped } from '../resolutions/executor-rules.ts';
import { resolutionView } from '../resolutions/queries.ts';
import { maxTheme } from '../resolutions/rules.ts';
import { excerpt } from '../tasks/messages.ts';
import { postViews } from '../tasks/post-queries.ts';
import { type Repeat, ruleFor } from '../tasks/recurrence-rules.ts';
import { button } from '../telegram/buttons.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { type Option, optionRows, pick } from '../telegram/pick.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { type Clock, type Day, isClock, weekday } from '../time.ts';
import { addQuestion, noteQuestion } from './agenda-actions.ts';
import { askComingDay, askText } from './ask-dialogs.ts';
import { moveSitting } from './attendance-actions.ts';
import { decideAtSitting } from './decision-actions.ts';
import { sittingPanel } from './messages.ts';
import { seriesView, sittingView } from './queries.ts';
import { sittingFor } from './read-queries.ts';
import { officerDialogs } from './officer-dialogs.ts';
import { takeOverItem } from './resolution-actions.ts';
import { maxNote, maxPlace, maxQuestion, nthWeekdayRule, questionsOf } from './rules.ts';
import { createSeries, openNext, setMembers } from './series-actions.ts';

const maxReason = 1000;
const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export const meetingsDialogs: DialogDefinition[] = [
  { id: 'meetings.create', run: create },
  { id: 'meetings.next', run: next },
  { id: 'meetings.members', run: members },
  { id: 'meetings.add', run: add },
  { id: 'meetings.note', run: note },
  { id: 'meetings.move', run: move },
  { id: 'meetings.return', run: sendBack },
  { id: 'meetings.take', run: take },
  ...officerDialogs,
];

async function create(talk: Talk, args: DialogArgs): Promise<void> {
  const group = args['groupId'] === undefined ? null : await ofGroup(talk, Number(args['groupId']));
  if (group) return createSeriesOf(talk, group.orgId, group);
  const orgId = await pick(talk, talk.t('meetings-ask-body'), async (app, actor, search) =>
    (await draftableBodies(app, actor, search)).map((org) => ({ id: org.orgId, label: orgName(org, actor.locale) })),
  );
  if (orgId === null) return talk.say('meetings-not-yours');
  await createSeriesOf(talk, orgId, null);
}

type OfGroup = { groupId: number; orgId: number; theme: string; headPostId: number; memberPostIds: number[] };

/** What a working group says of its sittings already: theme and members. */
async function ofGroup(talk: Talk, groupId: number): Promise<OfGroup | null> {
  const found = await talk.act(async (app, actor) => {
    const group = await groupFor(app, actor, groupId);
    if (!group) throw new UserError('meetings-not-yours');
    const { orgId, head } = group;
    const memberPostIds = [...new Set(group.seats.flatMap(({ post }) => post?.postId ?? []))];
    return { groupId, orgId, theme: nameIn(group, actor.locale), headPostId: head.postId, memberPostIds };
  });
  return found.ok ? found.value : null;
}

async function createSeriesOf(talk: Talk, orgId: number, group: OfGroup | null): Promise<void> {
  const theme = group?.theme ?? (await askText(talk, 'meetings-ask-theme', maxTheme));
  const chairPostId = await pick(talk, talk.t('meetings-ask-chair'), async (app, actor, search) => {
    const org = await bodyOf(app, orgId);
    const posts = org ? await possibleChairs(app, org, search) : [];
    // The head of a working group chairs its sittings, where the head may chair at all.
    const heads = posts.filter(({ postId }) => postId === group?.headPostId);
    return (heads.length > 0 ? heads : posts).map((post) => ({
      id: post.postId,
      label: postTitle(post, actor.locale),
    }));
  });
  if (chairPostId === null) return talk.say('resolutions-no-chairs');
  const first = (await askComingDay(talk, 'meetings-ask-first'))?.day;
  if (first === undefined) return;
  const recurrence = await askRule(talk, first);
  const time = await askTime(talk);
  const place = await askOptional(talk, 'meetings-ask-place', maxPlace);
  const memberPostIds = group?.memberPostIds ?? (await askMembers(talk, orgId));
  if (!memberPostIds) return;
  const questions = questionsOf((await askOptional(talk, 'meetings-ask-standing', 4000)) ?? '');
  const agenda = questions.map((text) => ({ text: text.slice(0, maxQuestion) }));
  const about = { orgId, theme, chairPostId, groupId: group?.groupId ?? null };
  const series = { ...about, recurrence, first, time, place, memberPostIds, agenda };
  const done = await talk.act(async (app, actor) => createSeries(app, actor, series));
  if (done.ok) await showSitting(talk, done.value.meetingId);
}

async function askRule(talk: Talk, first: Day): Promise<string | null> {
  const label = (value: string): Choice => ({ label: talk.t('meetings-repeat', { repeat: value }), value });
  const choices = [[label('weekly'), label('fortnightly')], [label('monthly'), label('nth')], [label('none')]];
  const { choice } = await talk.ask(talk.t('meetings-ask-repeat'), { choices, text: false });
  if (choice === 'none') return null;
  if (choice === 'nth') return nthWeekdayRule(first, weekdayNames[weekday(first) - 1] ?? 'MO');
  return ruleFor(choice as Repeat, first);
}

async function askTime(talk: Talk): Promise<Clock | null> {
  for (;;) {
    const typed = await askOptional(talk, 'meetings-ask-time', 10);
    if (typed === null) return null;
    const time = typed.replace(/[.\s-]/g, ':').padStart(5, '0');
    if (isClock(time)) return time;
    await talk.say('meetings-time-unclear');
  }
}

async function askOptional(talk: Talk, key: string, maxLength: number): Promise<string | null> {
  const choices = [[{ label: talk.t('resolutions-button-skip'), value: 'skip' }]];
  const { text } = await talk.ask(talk.t(key), { choices, maxLength });
  return text ?? null;
}

/** Posts that are expected: typed, several with commas, again and again until done. */
async function askMembers(talk: Talk, orgId: number): Promise<number[] | null> {
  let chosen: Option[] = [];
  for (;;) {
    const names = excerpt(chosen.map(({ label }) => label).join('; '), 1500);
    const html = talk.t('meetings-ask-members', { n: chosen.length, names });
    const done = { label: talk.t('resolutions-button-done'), value: 'done' };
    const clear = { label: talk.t('resolutions-button-clear'), value: 'clear' };
    const { choice, text = '' } = await talk.ask(html, { choices: [chosen.length > 0 ? [done, clear] : [done]] });
    if (choice === 'done') return chosen.map(({ id }) => id);
    if (choice === 'clear') {
      chosen = [];
      continue;
    }
    const found = await findPosts(talk, orgId, text);
    if (!found) return null;
    const all = new Map([...chosen, ...found].map((post) => [post.id, post]));
    chosen = [...all.values()];
  }
}

type Found = { posts: Option[]; unclear: { words: string; options: Option[] }[]; unknown: string[] };

/** Posts that the words mean; where several fit, the person chooses. Null when they cannot be read. */
async function findPosts(talk: Talk, orgId: number, text: string): Promise<Option[] | null> {
  const found = await talk.act(async (app, actor) => readPosts(app, actor, orgId, text));
  if (!found.ok) return null;
  const { posts, unclear, unknown } = found.value;
  const settled: Option[] = [];
  for (const { words, options } of unclear) {
    const none = [{ label: talk.t('resolutions-button-none'), value: '0' }];
    const html = talk.t('resolutions-executors-unclear', { words });
    const { choice } = await talk.ask(html, { choices: [...optionRows(options), none], text: false });
    settled.push(...options.filter(({ id }) => String(id) === choice));
  }
  if (unknown.length > 0) await talk.say('resolutions-executors-unknown', { words: excerpt(unknown.join('; '), 1000) });
  return [...posts, ...settled];
}

async function readPosts(app: App, actor: Actor, orgId: number, text: string): Promise<Found> {
  const org = await bodyOf(app, orgId);
  const { postIds, unclear, unknown } = readTyped(text, await loadRoster(app, org ? { orgPath: org.path } : actor));
  const views = await postViews(app, [...postIds, ...unclear.flatMap(({ candidates }) => candidates)]);
  const option = (id: number): Option[] =>
    views.filter(({ postId }) => postId === id).map((post) => ({ id, label: postTitle(post, actor.locale) }));
  const asked = unclear.map(({ words, candidates }) => ({ words, options: candidates.flatMap(option) }));
  return { posts: postIds.flatMap(option), unclear: asked, unknown };
}

async function next(talk: Talk, args: DialogArgs): Promise<void> {
  const seriesId = Number(args['seriesId']);
  const day = (await askComingDay(talk, 'meetings-ask-day'))?.day;
  if (day === undefined) return;
  const done = await talk.act(async (app, actor) => openNext(app, actor, { seriesId, day }));
  if (done.ok) await showSitting(talk, done.value.meetingId);
}

async function members(talk: Talk, args: DialogArgs): Promise<void> {
  const seriesId = Number(args['seriesId']);
  const org = await talk.act(async (app) => (await seriesView(app, seriesId))?.org.orgId ?? 0);
  const postIds = org.ok ? await askMembers(talk, org.value) : null;
  if (!postIds) return;
  const done = await talk.act(async (app, actor) => setMembers(app, actor, { seriesId, postIds }));
  if (done.ok) await talk.say('meetings-members-set', { n: postIds.length });
}

async function add(talk: Talk, args: DialogArgs): Promise<void> {
  const meetingId = Number(args['meetingId']);
  const text = await askText(talk, 'meetings-ask-question', maxQuestion);
  const typed = await askOptional(talk, 'meetings-ask-speaker', 200);
  const org = await talk.act(async (app) => (await sittingView(app, meetingId))?.org.orgId ?? 0);
  if (!org.ok) return;
  const found = typed === null ? [] : await findPosts(talk, org.value, typed);
  if (!found) return;
  const speakerPostId = found[0]?.id ?? null;
  const done = await talk.act(async (app, actor) => addQuestion(app, actor, { meetingId, text, speakerPostId }));
  if (!done.ok) return;
  const back = button(talk.t('meetings-button-agenda'), 'meetings.agenda', meetingId, 0);
  await talk.say('meetings-question-added', {}, { keyboard: [[back]] });
}

async function note(talk: Talk, args: DialogArgs): Promise<void> {
  const agendaId = Number(args['agendaId']);
  const words = await askText(talk, 'meetings-ask-note', maxNote);
  const done = await talk.act(async (app, actor) => noteQuestion(app, actor, { agendaId, note: words }));
  if (!done.ok) return;
  const back = button(talk.t('resolutions-button-back'), 'meetings.question', agendaId);
  await talk.say('meetings-noted', {}, { keyboard: [[back]] });
}

async function move(talk: Talk, args: DialogArgs): Promise<void> {
  const meetingId = Number(args['meetingId']);
  const answer = await askComingDay(talk, 'meetings-ask-day');
  if (!answer) return;
  const { day, time } = answer;
  const done = await talk.act(async (app, actor) => moveSitting(app, actor, { meetingId, day, time }));
  if (done.ok) await showSitting(talk, meetingId);
}

async function sendBack(talk: Talk, args: DialogArgs): Promise<void> {
  const [agendaId, reportId] = [Number(args['agendaId']), Number(args['reportId'])];
  const reason = await askText(talk, 'meetings-ask-return', maxReason);
  const done = await talk.act(async (app, actor) => decideAtSitting(app, actor, { agendaId, reportId, reason }));
  if (done.ok) await talk.say('meetings-returned', { number: done.value.number });
}

async function take(talk: Talk, args: DialogArgs): Promise<void> {
  const [resolutionId, taskId] = [Number(args['resolutionId']), Number(args['taskId'])];
  const due = (await askComingDay(talk, 'resolutions-ask-due'))?.day;
  if (due === undefined) return;
  const done = await talk.act(async (app, actor) => takeOverItem(app, actor, { resolutionId, taskId, due }));
  if (!done.ok) return;
  const theme = await talk.act(async (app) => (await resolutionView(app, resolutionId))?.theme ?? '');
  await talk.say('meetings-taken', { number: done.value.number, theme: theme.ok ? theme.value : '' });
}

async function showSitting(talk: Talk, meetingId: number): Promise<void> {
  const { locale } = talk;
  const panel = await talk.act(async (app, actor) =>
    sittingPanel({ app, calendar: await loadCalendar(app), locale }, await sittingFor(app, actor, meetingId)),
  );
  if (panel.ok) await talk.sayHtml(panel.value.html, { keyboard: panel.value.keyboard });
}
