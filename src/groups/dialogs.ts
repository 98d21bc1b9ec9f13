// Conversations about working groups: a new one, seats, the chat, a task for all members, the end.
import type { App } from '../app.ts';
import { createCalendar, loadOverrides } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { nameIn, postTitle } from '../org/messages.ts';
import { type Actor, scopeOf } from '../org/rules.ts';
import { fold } from '../reading/words.ts';
import { readDue } from '../reading/dates/dates.ts';
import { placeDraft } from '../tasks/draft-actions.ts';
import { presentDraft } from '../tasks/present-draft-actions.ts';
import { postViews } from '../tasks/post-queries.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { confirmed } from '../telegram/confirm.ts';
import { button } from '../telegram/buttons.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { type Option, optionRows, pick } from '../telegram/pick.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { type Day, dayIn } from '../time.ts';
import { addDistrictSeats, addSeats, closeGroup, createGroup, fillSeat, longestName } from './actions.ts';
import { setGroupChat } from './chat-actions.ts';
import { keepingPost } from './handlers.ts';
import { bodyAt, districtPosts, groupFor, placesUnder, postsLike, seatAt } from './queries.ts';
import { addressees, draftForGroup } from './task-actions.ts';

const longestAim = 1000;

export const groupsDialogs: DialogDefinition[] = [
  { id: 'groups.new', run: create },
  { id: 'groups.add', run: add },
  { id: 'groups.districts', run: districts },
  { id: 'groups.fill', run: fill },
  { id: 'groups.chat', run: chat },
  { id: 'groups.task', run: task },
  { id: 'groups.close', run: close },
];

async function create(talk: Talk): Promise<void> {
  const body = await talk.act(async (app, actor) => bodyOf(app, actor));
  if (!body.ok) return;
  const { orgId, path } = body.value;
  const nameRu = (await talk.ask(talk.t('groups-ask-name-ru'), { maxLength: longestName })).text ?? '';
  const nameKk = (await talk.ask(talk.t('groups-ask-name-kk'), { maxLength: longestName })).text ?? '';
  const none: Choice = { label: talk.t('groups-button-skip'), value: 'skip' };
  const aim = (await talk.ask(talk.t('groups-ask-aim'), { choices: [[none]], maxLength: longestAim })).text ?? null;
  const headPostId = await pick(talk, talk.t('groups-ask-head'), async (app, actor, words) =>
    postOptions(app, actor, path, words),
  );
  if (headPostId === null) return talk.say('groups-no-posts');
  const until = await askUntil(talk);
  if (until === undefined) return;
  const made = { orgId, nameKk, nameRu, aim, headPostId, until };
  const name = talk.locale === 'kk' ? nameKk : nameRu;
  if (!(await confirmed(talk, talk.t('groups-confirm-new', { name })))) return;
  const done = await talk.act((app, actor) => createGroup(app, actor, made));
  if (done.ok) await opened(talk, 'groups-created', done.value);
}

/** The body that the group is of: that which the actor's keeping post leads or serves. */
async function bodyOf(app: App, actor: Actor): Promise<{ orgId: number; path: string }> {
  const post = keepingPost(actor);
  if (!post) throw new UserError('telegram-not-allowed');
  const path = scopeOf(post);
  const org = await bodyAt(app, path);
  if (!org) throw new UserError('telegram-not-allowed');
  return { orgId: org.id, path };
}

async function postOptions(app: App, actor: Actor, path: string, words: string): Promise<Option[]> {
  const posts = await postsLike(app, path, words);
  return posts.map((post) => ({ id: post.postId, label: postTitle(post, actor.locale) }));
}

async function askUntil(talk: Talk): Promise<Day | null | undefined> {
  const ground = await talk.act(async (app) => ({
    today: dayIn(app.zone, app.now()),
    overrides: await loadOverrides(app),
  }));
  if (!ground.ok) return undefined;
  const { today, overrides } = ground.value;
  const calendar = createCalendar(overrides);
  const parse = (text: string): { day: Day } | { impossible: true } | null => {
    const read = readDue(text, { today, calendar, week: 5 });
    return read && (read.impossible ? { impossible: true } : { day: read.day });
  };
  const none: Choice = { label: talk.t('groups-button-no-term'), value: 'none-term' };
  const { day } = await askDay(talk, talk.t('groups-ask-until'), { today, min: today, parse, extra: [[none]] });
  return day ?? null;
}

/** One seat: a post found by its words, or a name for what is vacant. */
async function add(talk: Talk, args: DialogArgs): Promise<void> {
  const groupId = Number(args['groupId']);
  const path = await pathOf(talk, groupId);
  if (path === null) return;
  let words = '';
  for (;;) {
    const wanted = words;
    const found = wanted === '' ? null : await talk.act((app, actor) => postOptions(app, actor, path, wanted));
    if (found && !found.ok) return;
    const options = found?.value ?? [];
    const vacant: Choice[][] = wanted === '' ? [] : [[{ label: talk.t('groups-button-vacant'), value: 'vacant' }]];
    const key = wanted === '' ? 'groups-ask-seat' : options.length > 0 ? 'groups-ask-which' : 'groups-ask-vacant';
    const answer = await talk.ask(talk.t(key, key === 'groups-ask-seat' ? {} : { words: wanted }), {
      choices: [...optionRows(options), ...vacant],
      maxLength: longestName,
    });
    if (answer.choice === undefined) {
      words = answer.text;
      continue;
    }
    const postId = answer.choice === 'vacant' ? null : Number(answer.choice);
    const done = await talk.act(async (app, actor) => {
      const [post] = postId === null ? [] : await postViews(app, [postId]);
      const name = post ? postTitle(post, actor.locale) : wanted;
      return addSeats(app, actor, { groupId, seats: [{ name, postId }] });
    });
    if (done.ok) await opened(talk, done.value.added > 0 ? 'groups-seat-added' : 'groups-sits-already', groupId);
    return;
  }
}

async function districts(talk: Talk, args: DialogArgs): Promise<void> {
  const groupId = Number(args['groupId']);
  const path = await pathOf(talk, groupId);
  if (path === null) return;
  const likePostId = await pick(talk, talk.t('groups-ask-district-post'), async (app, actor, words) => {
    const all = (await districtPosts(app, path)).flatMap(({ posts }) => posts);
    const one = [...new Map(all.map((post) => [`${post.role} ${post.nameRu}`, post])).values()];
    const options = one.filter((post) => fold(`${post.nameKk} ${post.nameRu}`).includes(fold(words)));
    return options.map((post) => ({ id: post.postId, label: nameIn(post, actor.locale) }));
  });
  if (likePostId === null) return talk.say('groups-no-districts');
  const named = await talk.act(async (app, actor) => {
    const [post] = await postViews(app, [likePostId]);
    return { post: post ? nameIn(post, actor.locale) : '', n: (await districtPosts(app, path)).length };
  });
  if (!named.ok || !(await confirmed(talk, talk.t('groups-confirm-districts', named.value)))) return;
  const done = await talk.act((app, actor) => addDistrictSeats(app, actor, { groupId, likePostId }));
  if (done.ok) await opened(talk, 'groups-districts-added', groupId, done.value);
}

async function fill(talk: Talk, args: DialogArgs): Promise<void> {
  const seatId = Number(args['seatId']);
  const found = await talk.act(async (app, actor) => {
    const seat = await seatAt(app, seatId);
    const group = seat && (await groupFor(app, actor, seat.groupId));
    if (!seat || !group) throw new UserError('telegram-stale-button');
    return { path: group.path, name: seat.name };
  });
  if (!found.ok) return;
  const { path, name } = found.value;
  const postId = await pick(talk, talk.t('groups-ask-fill', { name }), (app, actor, words) =>
    postOptions(app, actor, path, words),
  );
  if (postId === null) return talk.say('groups-no-posts');
  const done = await talk.act((app, actor) => fillSeat(app, actor, { seatId, postId }));
  if (done.ok) await opened(talk, 'groups-seat-filled', done.value);
}

async function chat(talk: Talk, args: DialogArgs): Promise<void> {
  const groupId = Number(args['groupId']);
  const path = await pathOf(talk, groupId);
  if (path === null) return;
  const places = await talk.act((app) => placesUnder(app, path));
  if (!places.ok) return;
  const options = places.value.map(({ placeId, title }) => ({ id: placeId, label: title }));
  const none: Choice = { label: talk.t('groups-button-no-chat'), value: 'none' };
  const { choice } = await talk.ask(talk.t('groups-ask-chat'), {
    choices: [...optionRows(options), [none]],
    text: false,
  });
  const placeId = choice === 'none' ? null : Number(choice);
  const done = await talk.act((app, actor) => setGroupChat(app, actor, { groupId, placeId }));
  if (done.ok) await opened(talk, placeId === null ? 'groups-chat-none' : 'groups-chat-set', groupId);
}

async function task(talk: Talk, args: DialogArgs): Promise<void> {
  const groupId = Number(args['groupId']);
  const whom = await talk.act(async (app, actor) => {
    const group = await groupFor(app, actor, groupId);
    if (!group || group.closed) throw new UserError('groups-closed');
    const { posts, left } = addressees(actor, group);
    if (posts.length === 0) throw new UserError('groups-nobody-to-task');
    return { name: nameIn(group, actor.locale), n: posts.length, left: Math.max(0, left) };
  });
  if (!whom.ok) return;
  const answer = await talk.ask(talk.t('groups-ask-task', whom.value), { maxLength: maxTaskText });
  if (answer.choice !== undefined) return;
  const requestKey = `group:${groupId}:${args['chat']}:${answer.messageId}`;
  const shown = await talk.act(async (app, actor) => {
    const { taskId } = await draftForGroup(app, actor, { groupId, words: answer.text, requestKey });
    return { taskId, ...(await presentDraft(app, actor, taskId)) };
  });
  if (!shown.ok) return;
  const { taskId, text, keyboard } = shown.value;
  const messageId = await talk.sayHtml(text, { keyboard });
  await talk.act((app) => placeDraft(app, { taskId, chatId: null, messageId }));
}

async function close(talk: Talk, args: DialogArgs): Promise<void> {
  const groupId = Number(args['groupId']);
  const found = await talk.act(async (app, actor) => {
    const group = await groupFor(app, actor, groupId);
    if (!group) throw new UserError('telegram-not-allowed');
    return { name: nameIn(group, actor.locale) };
  });
  if (!found.ok || !(await confirmed(talk, talk.t('groups-confirm-close', found.value)))) return;
  const done = await talk.act((app, actor) => closeGroup(app, actor, { groupId }));
  if (done.ok) await talk.say('groups-closed-now');
}

async function pathOf(talk: Talk, groupId: number): Promise<string | null> {
  const found = await talk.act(async (app, actor) => {
    const group = await groupFor(app, actor, groupId);
    if (!group || group.closed) throw new UserError('groups-closed');
    return { path: group.path };
  });
  return found.ok ? found.value.path : null;
}

/** What was done, with the way back to the group. */
async function opened(talk: Talk, key: string, groupId: number, args: Record<string, number> = {}): Promise<void> {
  const keyboard = [[button(talk.t('groups-button-open'), 'groups.show', groupId, 0)]];
  await talk.say(key, args, { keyboard });
}
