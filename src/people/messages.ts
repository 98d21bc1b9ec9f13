// /people on screen: what was found, one organisation, post or person with what can be done about them.
import { clip, nameIn, orgName, postTitle } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale, T } from '../texts.ts';
import { printDayShort } from '../time.ts';
import { type Screen, turnButtons } from './claim-messages.ts';
import { partOf } from './claim-rules.ts';
import type { Found } from './find-queries.ts';
import type { OrgView, PersonView, PostView, Seat } from './queries.ts';

const pageSize = 10;
const longestLabel = 60;

/** The first screen: how many claims wait, how many never started, and where to begin. */
export function homeMessage(t: T, locale: Locale, { claims, missing }: { claims: number; missing: number }): Screen {
  const act = (key: string, verb: string): Keyboard[number] => [button(t(locale, key), verb)];
  return {
    html: t(locale, 'people-home', { claims, missing }),
    keyboard: [
      act('people-button-find', 'people.find'),
      ...(claims > 0 ? [act('people-button-claims', 'people.claims')] : []),
      ...(missing > 0 ? [act('people-button-links', 'people.links')] : []),
    ],
  };
}

/** What a search found, as buttons; a long list is cut, the words can be narrowed. */
export function foundMessage(t: T, locale: Locale, found: Found[]): Screen {
  const rows = found.slice(0, pageSize * 2).map(({ kind, id, label, who }) => {
    const words =
      kind === 'post' && who !== null ? `${clip(who, 26)}: ${nameIn(label, locale)}` : nameIn(label, locale);
    return [button(clip(words, longestLabel), `people.${kind}`, id)];
  });
  const hint = found.length > rows.length ? [t(locale, 'people-list-more', { shown: rows.length })] : [];
  return {
    html: [t(locale, 'people-list', { total: found.length }), ...hint].join('\n'),
    keyboard: [...rows, [button(t(locale, 'people-button-find'), 'people.find')]],
  };
}

/** One organisation with its posts. */
export function orgMessage(t: T, locale: Locale, org: OrgView, page = 0): Screen {
  const ask = (what: string): Keyboard[number][number] =>
    button(t(locale, `people-button-${what}`), 'people.ask', what, org.orgId);
  const { rows, at, count } = partOf(org.posts, pageSize, page);
  const posts = rows.map((post) => {
    const who = post.holder ?? t(locale, 'people-vacant');
    return [button(clip(`${clip(nameIn(post, locale), 34)}: ${who}`, longestLabel), 'people.post', post.postId)];
  });
  const up = org.parent
    ? [[button(`↑ ${clip(orgName(org.parent, locale), 50)}`, 'people.org', org.parent.orgId, 0)]]
    : [];
  const html = t(locale, 'people-org', {
    org: orgName(org, locale),
    type: t(locale, `people-type-${org.type}`),
    code: org.code,
    posts: org.posts.length,
    children: org.children,
    closed: org.closed ? 'yes' : 'no',
  });
  if (org.closed) return { html, keyboard: up };
  const week = button(t(locale, 'periods-button-org-week'), 'periods.week', org.orgId);
  const acts = [
    [ask('new-post'), ask('new-org')],
    [ask('rename-org'), ask('move-org')],
    [ask('close-org'), week],
  ];
  return { html, keyboard: [...posts, ...turnButtons('people.org', [org.orgId], at, count), ...acts, ...up] };
}

/** One post: who holds it, who substitutes, what hangs on it. */
export function postMessage(t: T, locale: Locale, post: PostView): Screen {
  const holders = post.seats.filter(({ kind }) => kind === 'holder');
  const lines = post.seats.map((seat) => seatLine(t, locale, seat));
  if (holders.length === 0) lines.unshift(t(locale, 'people-post-vacant'));
  const head = t(locale, 'people-post', { post: postTitle(post, locale), closed: post.closed ? 'yes' : 'no' });
  const html = [head, ...lines, t(locale, 'people-post-tasks', { tasks: post.openTasks })].join('\n');
  const back = [button(`↑ ${clip(orgName(post.org, locale), 50)}`, 'people.org', post.orgId, 0)];
  if (post.closed) return { html, keyboard: [back] };
  const ask = (what: string, id = post.postId): Keyboard[number][number] =>
    button(t(locale, `people-button-${what}`), 'people.ask', what, id);
  const person = (seat: Seat): Keyboard[number] => [
    button(clip(`👤 ${seat.name}`, longestLabel), 'people.person', seat.personId),
  ];
  const acting = post.seats.filter(({ kind }) => kind === 'acting');
  const change = holders.length > 0 ? [ask('hand-over'), ask('leave')] : [ask('appoint')];
  const ends = acting.map((seat) => [
    button(
      clip(t(locale, 'people-button-end-acting', { name: seat.name }), longestLabel),
      'people.end-acting',
      seat.appointmentId,
    ),
  ]);
  return {
    html,
    keyboard: [
      ...holders.map(person),
      change,
      [ask('substitute'), button(t(locale, 'discipline-button-absence'), 'discipline.absences', post.postId)],
      ...ends,
      [ask('rename-post'), ask('close-post')],
      back,
    ],
  };
}

function seatLine(t: T, locale: Locale, { name, kind, from, to, state }: Seat): string {
  const days = { from: printDayShort(from), to: to ? printDayShort(to) : '…' };
  return t(locale, kind === 'acting' ? 'people-seat-acting' : 'people-seat', { name, state, ...days });
}

/** One person: how they are connected, and their posts. */
export function personMessage(t: T, locale: Locale, person: PersonView): Screen {
  const html = [
    t(locale, 'people-person', { name: person.name, state: person.state }),
    ...person.posts.map((post) =>
      t(locale, 'org-whoami-post', { post: postTitle(post, locale), acting: post.acting ? 'yes' : 'no' }),
    ),
  ].join('\n');
  const ask = (what: string): Keyboard[number] => [
    button(t(locale, `people-button-${what}`), 'people.ask', what, person.personId),
  ];
  const links = person.posts.map((post) => [
    button(
      clip(t(locale, 'people-button-link', { post: nameIn(post, locale) }), longestLabel),
      'people.link',
      person.personId,
      post.postId,
    ),
  ]);
  const posts = person.posts.map((post) => [
    button(`↑ ${clip(postTitle(post, locale), 50)}`, 'people.post', post.postId),
  ]);
  return { html, keyboard: [ask('rename-person'), ...(person.state === 'new' ? links : [ask('unbind')]), ...posts] };
}
