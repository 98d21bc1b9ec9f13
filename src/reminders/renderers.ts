// Reminders at the moment of sending: only what is still owed is said.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { address } from '../org/messages.ts';
import type { JsonObject, MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { isAtRisk } from '../tasks/half-term-rules.ts';
import type { Locale } from '../texts.ts';
import { dayIn } from '../time.ts';
import { expectedLines } from './expected-messages.ts';
import { renderGroup } from './group-renderers.ts';
import { toLine } from './line-rules.ts';
import { type Line, privateMessage } from './messages.ts';
import { renderRaised } from './raise-renderers.ts';
import { findAddressee, owedShares } from './queries.ts';

export const remindersRenderers: Renderers = {
  'reminders.private': renderPrivate,
  'reminders.group': renderGroup,
  'reminders.raised': renderRaised,
  'reminders.calendar-warning': renderCalendarWarning,
};

async function renderPrivate(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const names = ['dated', 'unacknowledged', 'ladder', 'interim', 'updates', 'half', 'watched'];
  const [dated, unacknowledged, ladder, interim, updates, half, watched] = names.map((name) => idsIn(row.data, name));
  const person = row.personId === null ? null : await findAddressee(app, row.personId);
  const ids = [dated, unacknowledged, ladder, interim, updates, half, watched].flatMap((some) => some ?? []);
  const shares = await owedShares(app, ids);
  const locale = locales[0] ?? app.config.defaultLanguage;
  if (!person || shares.length === 0) return null;
  const calendar = await loadCalendar(app);
  const today = dayIn(app.zone, app.now());
  const pick = (ids: number[] | undefined): Line[] =>
    shares.filter(({ id }) => ids?.includes(id)).map((share) => toLine(app, share, calendar));
  return privateMessage(app, locale, {
    address: address(app.t, person, locale),
    dated: pick(dated),
    unacknowledged: pick(unacknowledged).filter(({ id, state }) => state === 'assigned' && !dated?.includes(id)),
    ladder: pick(ladder),
    half: pick(half).filter((line) => isAtRisk({ start: null, reported: true, ...line }, today)),
    watched: pick(watched).filter((line) => isAtRisk({ start: null, reported: true, ...line }, today)),
    expected: expectedLines(pick(interim), pick(updates), today, calendar),
  });
}

function idsIn(data: JsonObject, name: string): number[] {
  const value = data[name];
  return Array.isArray(value) ? value.filter((id): id is number => typeof id === 'number') : [];
}

async function renderCalendarWarning(app: App, row: MessageRow, [locale]: Locale[]): Promise<Rendered | null> {
  const year = String(row.data['year']);
  return { text: app.t(locale ?? app.config.defaultLanguage, 'reminders-calendar-warning', { year }) };
}
