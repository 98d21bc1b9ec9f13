// Conversations about who sits on a post: hand over or appoint, leave, substitute by days.
import type { App } from '../app.ts';
import { createCalendar, loadOverrides } from '../calendar.ts';
import { inviteDays, inviteLink } from '../org/invite-rules.ts';
import { clip, postTitle } from '../org/messages.ts';
import { findActor } from '../org/queries.ts';
import { readDue } from '../reading/dates/dates.ts';
import { confirmed } from '../telegram/confirm.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogArgs } from '../telegram/dialog.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { type Day, dayIn, printDay } from '../time.ts';
import { showPost, thePost } from './ask-dialogs.ts';
import type { OnJoined } from './claim-handlers.ts';
import { findPeople } from './find-queries.ts';
import { type PostView, personView } from './queries.ts';
import { readFullName } from './rules.ts';
import { appoint, leavePost, type Seated, substitute, type Who } from './seat-actions.ts';

const offered = 6;

/** Appoints somebody, new or known, in place of whoever holds the post; the successor gets the open list. */
export async function handOver(talk: Talk, args: DialogArgs, onJoined: OnJoined): Promise<void> {
  const postId = Number(args['id']);
  const post = await thePost(talk, postId);
  if (!post) return;
  const chosen = await askWho(talk, post);
  if (!chosen) return;
  const leaves = 'personId' in chosen.who ? await askLeaves(talk, post, chosen.who.personId) : [];
  if (leaves === null) return;
  const holders = post.seats.filter(({ kind }) => kind === 'holder');
  const question = talk.t('people-confirm-appoint', {
    post: postTitle(post, talk.locale),
    name: chosen.name,
    before: holders.map(({ name }) => name).join(', ') || '–',
    tasks: post.openTasks,
  });
  if (!(await confirmed(talk, question))) return;
  const seen = holders.map(({ personId }) => personId);
  const done = await talk.act(async (app, actor) => {
    const seated = await appoint(app, actor, { postId, who: chosen.who, seen, leaves });
    await welcome(app, seated, onJoined);
    return linkOf(app, seated);
  });
  if (done.ok) await tellSeated(talk, done.value, postId);
}

/** The post becomes vacant, after a press; what hangs on it stays with it. */
export async function leave(talk: Talk, args: DialogArgs): Promise<void> {
  const postId = Number(args['id']);
  const post = await thePost(talk, postId);
  if (!post) return;
  const holders = post.seats.filter(({ kind }) => kind === 'holder');
  const [holder] = holders;
  if (!holder) return talk.say('telegram-someone-first');
  const names = { post: postTitle(post, talk.locale), name: holder.name, tasks: post.openTasks };
  if (!(await confirmed(talk, talk.t('people-confirm-leave', names)))) return;
  const { personId } = holder;
  const done = await talk.act((app, actor) => leavePost(app, actor, { postId, personId }));
  if (done.ok) await showPost(talk, postId);
}

/** Somebody acts on the post from one day to another. */
export async function substituteOn(talk: Talk, args: DialogArgs, onJoined: OnJoined): Promise<void> {
  const postId = Number(args['id']);
  const post = await thePost(talk, postId);
  if (!post) return;
  const chosen = await askWho(talk, post);
  if (!chosen) return;
  const from = await askDate(talk, 'people-ask-from', null);
  const to = from && (await askDate(talk, 'people-ask-to', from));
  if (!from || !to) return;
  const days = { from: printDay(talk.locale, from), to: printDay(talk.locale, to) };
  const names = { post: postTitle(post, talk.locale), name: chosen.name };
  if (!(await confirmed(talk, talk.t('people-confirm-substitute', { ...names, ...days })))) return;
  const done = await talk.act(async (app, actor) => {
    const seated = await substitute(app, actor, { postId, who: chosen.who, from, to });
    if (from === dayIn(app.zone, app.now())) await welcome(app, seated, onJoined);
    return linkOf(app, seated);
  });
  if (done.ok) await tellSeated(talk, done.value, postId);
}

type Chosen = { who: Who; name: string };

/** Somebody known, found by a part of the name, or somebody new by the full name. Null when it was given up. */
async function askWho(talk: Talk, post: PostView): Promise<Chosen | null> {
  let html = talk.t('people-ask-who', { post: postTitle(post, talk.locale) });
  let choices: Choice[][] = [];
  let typed = '';
  for (;;) {
    const answer = await talk.ask(html, { choices, maxLength: 300 });
    const name = readFullName(typed);
    if (answer.choice === 'new' && name) return { who: name, name: typed };
    if (answer.choice !== undefined) {
      const personId = Number(answer.choice);
      const person = await talk.act((app) => personView(app, personId));
      return person.ok && person.value ? { who: { personId }, name: person.value.name } : null;
    }
    typed = answer.text.replace(/\s+/g, ' ').trim();
    const words = typed;
    const found = await talk.act((app, actor) => findPeople(app, actor, words));
    if (!found.ok) return null;
    const known = found.value.slice(0, offered);
    const fresh = readFullName(typed);
    choices = known.map(({ personId, name }) => [{ label: clip(name, 60), value: String(personId) }]);
    if (fresh) choices.push([{ label: clip(talk.t('people-button-new-person', { name: typed }), 60), value: 'new' }]);
    html = talk.t(choices.length > 0 ? 'people-ask-which' : 'people-ask-who-again', { words: typed });
  }
}

/** Whether the person keeps the posts held so far. Null when it was given up. */
async function askLeaves(talk: Talk, post: PostView, personId: number): Promise<number[] | null> {
  const found = await talk.act((app) => personView(app, personId));
  if (!found.ok || !found.value) return null;
  const others = found.value.posts.filter(({ postId, acting }) => postId !== post.postId && !acting);
  if (others.length === 0) return [];
  const titles = others.map((other) => postTitle(other, talk.locale)).join('; ');
  const choices = [
    [{ label: talk.t('people-button-move'), value: 'move' }],
    [{ label: talk.t('people-button-both'), value: 'both' }],
  ];
  const { choice } = await talk.ask(talk.t('people-ask-leaves', { name: found.value.name, posts: titles }), {
    choices,
    text: false,
  });
  return choice === 'move' ? others.map(({ postId }) => postId) : [];
}

async function askDate(talk: Talk, key: string, min: Day | null): Promise<Day | null> {
  const ground = await talk.act(async (app) => ({
    today: dayIn(app.zone, app.now()),
    overrides: await loadOverrides(app),
  }));
  if (!ground.ok) return null;
  const { today, overrides } = ground.value;
  const calendar = createCalendar(overrides);
  const answer = await askDay(talk, talk.t(key), {
    today,
    min: min ?? today,
    isDayOff: (day) => !calendar.isWorkingDay(day, 5),
    parse: (text) => {
      const reading = readDue(text, { today, calendar, week: 5 });
      return reading && (reading.impossible ? { impossible: true } : { day: reading.day });
    },
  });
  return answer.day ?? null;
}

/** Who is here already hears at once what the post owes; who is not will when they join. */
async function welcome(app: App, { telegramId }: Seated, onJoined: OnJoined): Promise<void> {
  const actor = telegramId === null ? null : await findActor(app, telegramId);
  if (actor) await onJoined(app, actor);
}

function linkOf(app: App, { token }: Seated): { link: string | null } {
  return { link: token === null ? null : inviteLink(app.botUsername, token) };
}

async function tellSeated(talk: Talk, { link }: { link: string | null }, postId: number): Promise<void> {
  if (link === null) await talk.say('people-seated');
  else await talk.say('people-link', { link, days: inviteDays });
  await showPost(talk, postId);
}
