// Reminders at the moment of sending: only what is still owed is said.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { address } from '../org/messages.ts';
import { holdersOf } from '../org/queries.ts';
import type { JsonObject, MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { heldAmong } from '../shares/queries.ts';
import { isAtRisk } from '../tasks/half-term-rules.ts';
import type { Locale } from '../texts.ts';
import { dayIn } from '../time.ts';
import { noteSaid } from './actions.ts';
import { expectedLines } from './expected-messages.ts';
import { renderGroup } from './group-renderers.ts';
import { toLine } from './line-rules.ts';
import { type Line, privateMessage, type PrivateParts } from './messages.ts';
import { saidSteps } from './notice-rules.ts';
import { rungPosts } from './plan.ts';
import { renderRaised } from './raise-renderers.ts';
import { owedShares } from './owed-queries.ts';
import { findAddressee, type ShareRow } from './queries.ts';

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
  const concerns = await concernOf(app, row, shares);
  const calendar = await loadCalendar(app);
  const today = dayIn(app.zone, app.now());
  const held = await heldAmong(app, dated ?? []);
  const pick = (ids: number[] | undefined, side: Side = 'executor'): Line[] =>
    shares
      .filter((share) => ids?.includes(share.id) && concerns(share, side))
      .map((share) => ({ ...toLine(app, share, calendar), held: held.has(share.id) }));
  const parts = {
    address: address(app.t, person, locale),
    dated: pick(dated).filter((line) => isSameDue(row.data, line)),
    unacknowledged: pick(unacknowledged).filter(({ id, state }) => state === 'assigned' && !dated?.includes(id)),
    ladder: pick(ladder, 'above').filter((line) => line.overdue && isSameDue(row.data, line)),
    half: pick(half).filter((line) => isAtRisk({ start: null, reported: true, ...line }, today)),
    watched: pick(watched, 'above').filter((line) => isAtRisk({ start: null, reported: true, ...line }, today)),
    expected: expectedLines(pick(interim), pick(updates), today, calendar),
  };
  const rendered = privateMessage(app, locale, parts);
  if (rendered) await noteSaidOf(app, row, parts);
  return rendered;
}

/** As what a share concerns somebody: as its executor, or as who stands above it. */
type Side = 'executor' | 'above';

/** Whether a share still concerns the reader of the message: whoever left the post since it was planned hears nothing of it. One statement. */
async function concernOf(
  app: App,
  { personId }: MessageRow,
  shares: ShareRow[],
): Promise<(share: ShareRow, side: Side) => boolean> {
  const holders = await holdersOf(app, [
    ...new Set(shares.flatMap((share) => rungPosts(share).map(([, postId]) => postId))),
  ]);
  const held = (postId: number): boolean => holders.get(postId)?.some((one) => one.personId === personId) ?? false;
  return (share, side) =>
    rungPosts(share).some(([rung, postId]) => (rung === 'executor') === (side === 'executor') && held(postId));
}

/** What has settled since the message was planned is not said: the ledger tells so. Each time: it may stand again when a refused message leaves. */
async function noteSaidOf(app: App, { id, data }: MessageRow, parts: PrivateParts): Promise<void> {
  const planned = Array.isArray(data['steps']) ? data['steps'].map(String) : [];
  const ids = (lines: { id: number }[] = []): Set<number> => new Set(lines.map((line) => line.id));
  const { dated, unacknowledged, ladder, half, watched, expected } = parts;
  const shown = { dated: ids(dated), unacknowledged: ids(unacknowledged), ladder: ids(ladder) };
  const steps = saidSteps(planned, { ...shown, half: ids(half), watched: ids(watched), expected: ids(expected) });
  if (id !== undefined && planned.length > 0) await noteSaid(app, id, { steps });
}

/** The share has the date under which it was planned to be told; messages planned by an earlier version do not say. */
function isSameDue({ dues }: JsonObject, { id, due }: ShareRow): boolean {
  const told = typeof dues === 'object' && dues !== null && !Array.isArray(dues) ? dues[String(id)] : undefined;
  return told === undefined || told === due;
}

function idsIn(data: JsonObject, name: string): number[] {
  const value = data[name];
  return Array.isArray(value) ? value.filter((id): id is number => typeof id === 'number') : [];
}

async function renderCalendarWarning(app: App, row: MessageRow, [locale]: Locale[]): Promise<Rendered | null> {
  const year = String(row.data['year']);
  return { text: app.t(locale ?? app.config.defaultLanguage, 'reminders-calendar-warning', { year }) };
}
