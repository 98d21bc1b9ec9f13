// Reminders at the moment of sending: only what is still owed is said.
import type { App } from '../app.ts';
import { loadCalendar, type Calendar } from '../calendar.ts';
import { address } from '../org/messages.ts';
import { holdersOf } from '../org/queries.ts';
import type { JsonObject, MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { isOverdue } from '../tasks/rules.ts';
import type { Locale } from '../texts.ts';
import { dayIn } from '../time.ts';
import { expectedLines } from './expected-messages.ts';
import { chainOf } from './expected-rules.ts';
import { groupMessage, privateMessage, type Line } from './messages.ts';
import { findAddressee, findPlaceToRemind, noticesOf, owedShares, type NoticeRow, type ShareRow } from './queries.ts';
import { isListed, rememberDays } from './rules.ts';

export const remindersRenderers: Renderers = {
  'reminders.private': renderPrivate,
  'reminders.group': renderGroup,
  'reminders.calendar-warning': renderCalendarWarning,
};

async function renderPrivate(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const names = ['dated', 'unacknowledged', 'ladder', 'interim', 'updates'];
  const [dated, unacknowledged, ladder, interim, updates] = names.map((name) => idsIn(row.data, name));
  const person = row.personId === null ? null : await findAddressee(app, row.personId);
  const ids = [dated, unacknowledged, ladder, interim, updates].flatMap((some) => some ?? []);
  const shares = await owedShares(app, ids);
  const locale = locales[0] ?? app.config.defaultLanguage;
  if (!person || shares.length === 0) return null;
  const calendar = await loadCalendar(app);
  const pick = (ids: number[] | undefined): Line[] =>
    shares.filter(({ id }) => ids?.includes(id)).map((share) => toLine(app, share, calendar));
  return privateMessage(app, locale, {
    address: address(app.t, person, locale),
    dated: pick(dated),
    unacknowledged: pick(unacknowledged).filter(({ id, state }) => state === 'assigned' && !dated?.includes(id)),
    ladder: pick(ladder),
    expected: expectedLines(pick(interim), pick(updates), dayIn(app.zone, app.now()), calendar),
  });
}

async function renderGroup(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const { placeId } = row.data;
  const place = typeof placeId === 'number' ? await findPlaceToRemind(app, placeId) : null;
  const owed = await owedShares(app, idsIn(row.data, 'participationIds'));
  if (!place || owed.length === 0) return null;
  const calendar = rememberDays(await loadCalendar(app));
  const today = dayIn(app.zone, app.now());
  const shares = owed.filter((share) => isListed(share, today, calendar));
  const lines = shares.map((share) => toLine(app, share, calendar));
  const holders = await holdersOf(app, [...new Set(shares.map(({ postId }) => postId))]);
  const reachable = (postId: number): boolean =>
    (holders.get(postId) ?? []).some(({ chatId, blocked }) => chatId !== null && !blocked);
  const notices = await noticesOf(
    app,
    shares.map(({ id }) => id),
  );
  const told = new Map<number, NoticeRow[]>(shares.map(({ id }) => [id, []]));
  for (const notice of notices) told.get(notice.participationId)?.push(notice);
  const privately = shares.filter((share) => wasRemindedBefore(share, told.get(share.id) ?? [], today, calendar));
  const named = { never: [], after_private: privately, always: shares, organisation: privately }[place.naming];
  return groupMessage(app, locales, {
    policy: place.policy,
    orgId: place.orgId,
    overdue: lines.filter(({ overdue }) => overdue),
    soon: lines.filter(({ overdue }) => !overdue),
    mayName: new Set(named.map(({ id }) => id)),
    unreachable: lines.filter(({ postId, confidential }) => !confidential && !reachable(postId)),
    nameUnreachable: place.naming !== 'never',
    botUsername: app.botUsername,
  });
}

/** One of these notices of the share was a private reminder about the date, and arrived at least one working day ago. */
function wasRemindedBefore(share: ShareRow, notices: NoticeRow[], today: string, calendar: Calendar): boolean {
  return notices.some(
    ({ recipient, step, sent, day }) =>
      sent &&
      recipient.startsWith('person:') &&
      chainOf(step) === 'dated' &&
      !step.startsWith('ladder-') &&
      calendar.workingDaysBetween(day, today, share.week) >= 1,
  );
}

function toLine(app: App, share: ShareRow, calendar: Calendar): Line {
  const today = dayIn(app.zone, app.now());
  const overdue = isOverdue(app.zone, share, app.now());
  const days = share.due === null ? 0 : Math.abs(calendar.workingDaysBetween(today, share.due, share.week));
  return { ...share, overdue, days };
}

function idsIn(data: JsonObject, name: string): number[] {
  const value = data[name];
  return Array.isArray(value) ? value.filter((id): id is number => typeof id === 'number') : [];
}

async function renderCalendarWarning(app: App, row: MessageRow, [locale]: Locale[]): Promise<Rendered | null> {
  const year = String(row.data['year']);
  return { text: app.t(locale ?? app.config.defaultLanguage, 'reminders-calendar-warning', { year }) };
}
