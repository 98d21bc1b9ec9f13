// Working groups on screen: the list, one group with its seats, one seat.
import type { App } from '../app.ts';
import { clip, nameIn, orgName, postTitle } from '../org/messages.ts';
import { signed } from '../tasks/mark-messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale, TextArgs } from '../texts.ts';
import { type Day, printDay, printDayShort } from '../time.ts';
import type { GroupRow, GroupSeries, GroupTask, GroupView, Seat } from './queries.ts';

export type Screen = { html: string; keyboard: Keyboard };
const groupsOnPage = 10;
export const seatsOnPage = 10;
const longestLabel = 56;
/** Longest title of a seat and longest aim on one screen, in characters. */
const longestTitle = 120;
const longestAim = 500;
const shownSeries = 3;

/** The groups that somebody sees, each with what is vacant. */
export function listMessage(app: App, locale: Locale, all: GroupRow[], page: number, mayCreate: boolean): Screen {
  const t = (key: string, args: TextArgs = {}): string => app.t(locale, key, args);
  const last = Math.max(0, Math.ceil(all.length / groupsOnPage) - 1);
  const at = Math.min(page, last);
  const rows = all.slice(at * groupsOnPage, (at + 1) * groupsOnPage).map((row) => {
    const vacant = row.vacant > 0 ? ` · ${t('groups-vacant', { n: row.vacant })}` : '';
    return [button(clip(nameIn(row, locale), longestLabel - vacant.length) + vacant, 'groups.show', row.groupId, 0)];
  });
  return {
    html: all.length === 0 ? t('groups-none') : t('groups-list', { n: all.length }),
    keyboard: [
      ...rows,
      ...turns('groups.list', [], at, last),
      ...(mayCreate ? [[button(t('groups-button-new'), 'groups.new')]] : []),
    ],
  };
}

/** In a group chat: the groups that may have it for their own, for the person who asked. */
export function hereMessage(app: App, locale: Locale, rows: GroupRow[], personId: number): Screen {
  return {
    html: app.t(locale, 'groups-chat-which'),
    keyboard: rows.map((row) => [
      button(clip(nameIn(row, locale), longestLabel), 'groups.here', personId, row.groupId),
    ]),
  };
}

export type GroupScreen = {
  group: GroupView;
  tasks: GroupTask[];
  series: GroupSeries[];
  page: number;
  today: Day;
  keeps: boolean;
  issues: boolean;
  /** Holds meetings of the body. */
  meets: boolean;
  /** An external member: sees who heads the group and the own seat. */
  own: Seat[] | null;
};

/** One group: aim, head, term, chat, who sits where and what is vacant, its sittings and tasks. */
export function groupMessage(app: App, locale: Locale, screen: GroupScreen): Screen {
  const { group, tasks, series, today, own } = screen;
  const t = (key: string, args: TextArgs = {}): string => app.t(locale, key, args);
  const seats = own ?? group.seats;
  const last = Math.max(0, Math.ceil(seats.length / seatsOnPage) - 1);
  const page = Math.min(screen.page, last);
  const shown = seats.slice(page * seatsOnPage, (page + 1) * seatsOnPage);
  const vacant = group.seats.filter(({ post }) => post === null).length;
  const head = [
    t('groups-title', {
      name: nameIn(group, locale),
      org: orgName({ nameKk: group.orgNameKk, nameRu: group.orgNameRu }, locale),
    }),
    ...(group.aim ? [t('groups-aim', { aim: clip(group.aim, longestAim) })] : []),
    t('groups-head', { post: postTitle(group.head, locale), person: group.headPerson ?? t('groups-post-vacant') }),
    ...(group.until
      ? [t(group.until < today ? 'groups-until-passed' : 'groups-until', { day: printDay(locale, group.until) })]
      : []),
    ...(group.chat && !own ? [t('groups-chat', { chat: group.chat })] : []),
    ...(group.closed ? [t('groups-closed')] : []),
  ];
  const members = own
    ? t('groups-own-seat')
    : vacant > 0
      ? t('groups-members-vacant', { n: seats.length, vacant })
      : t('groups-members', { n: seats.length });
  const lines = shown.map((seat, index) => seatLine(app, locale, seat, page * seatsOnPage + index + 1));
  const sittings = series
    .slice(0, shownSeries)
    .map(({ theme, next }) => t('groups-sitting', { theme: clip(theme, 80), day: next ? printDayShort(next) : '—' }));
  const work = tasks.slice(0, 8).map(({ number, headline, special, due, state }) => {
    const words = t('groups-task', {
      number,
      headline: clip(headline, 80),
      due: due ? printDayShort(due) : '—',
      state: state === 'closed' || state === 'cancelled' ? state : 'open',
    });
    return signed(special, words);
  });
  const parts = [head, [members, ...lines], sittings, work.length > 0 ? [t('groups-tasks'), ...work] : []];
  return {
    html: parts
      .filter((part) => part.length > 0)
      .map((part) => part.join('\n'))
      .join('\n\n'),
    keyboard: groupKeyboard(t, screen, { seats: shown, page, last }),
  };
}

function seatLine(app: App, locale: Locale, { name, post, person, external }: Seat, n: number): string {
  const t = (key: string, args: TextArgs = {}): string => app.t(locale, key, args);
  const title = clip(post ? postTitle(post, locale) : name, longestTitle);
  if (!post) return t('groups-seat-vacant', { n, title });
  return t('groups-seat', { n, title, person: person ?? t('groups-post-vacant'), external: external ? 'yes' : 'no' });
}

function groupKeyboard(
  t: (key: string, args?: TextArgs) => string,
  { group, tasks, series, keeps, issues, meets }: GroupScreen,
  { seats, page, last }: { seats: Seat[]; page: number; last: number },
): Keyboard {
  const { groupId } = group;
  const numbers = seats.map(({ seatId }, index) =>
    button(String(page * seatsOnPage + index + 1), 'groups.seat', seatId),
  );
  const open = keeps && !group.closed;
  const rows: Keyboard = [
    ...(open ? [numbers.slice(0, 5), numbers.slice(5)] : []),
    ...turns('groups.show', [groupId], page, last),
    tasks.slice(0, 5).map(({ taskId, number }) => button(`№ ${number}`, 'tasks.open', taskId)),
    ...series
      .slice(0, shownSeries)
      .map(({ seriesId, theme }) => [button(clip(`🔁 ${theme}`, longestLabel), 'meetings.series', seriesId)]),
    issues && !group.closed ? [button(t('groups-button-task'), 'groups.task', groupId)] : [],
    open
      ? [
          button(t('groups-button-seat'), 'groups.add', groupId),
          button(t('groups-button-districts'), 'groups.districts', groupId),
        ]
      : [],
    open
      ? [
          button(t('groups-button-chat'), 'groups.chat', groupId),
          ...(meets ? [button(t('groups-button-sittings'), 'meetings.forgroup', groupId)] : []),
        ]
      : [],
    open ? [button(t('groups-button-close'), 'groups.close', groupId)] : [],
    [button(t('groups-button-list'), 'groups.list', 0)],
  ];
  return rows.filter((row) => row.length > 0);
}

/** One seat: fill it, make it vacant, take it away. */
export function seatMessage(app: App, locale: Locale, group: GroupView, seat: Seat): Screen {
  const t = (key: string, args: TextArgs = {}): string => app.t(locale, key, args);
  const { seatId, post } = seat;
  return {
    html: `${t('groups-title', { name: nameIn(group, locale), org: orgName({ nameKk: group.orgNameKk, nameRu: group.orgNameRu }, locale) })}\n${seatLine(app, locale, seat, group.seats.findIndex((each) => each.seatId === seatId) + 1)}`,
    keyboard: [
      post
        ? [button(t('groups-button-free'), 'groups.free', seatId)]
        : [button(t('groups-button-fill'), 'groups.fill', seatId)],
      [button(t('groups-button-drop'), 'groups.drop', seatId)],
      [button(t('groups-button-back'), 'groups.show', group.groupId, 0)],
    ],
  };
}
