// The words of digests: ten lines for a week, the lists behind the numbers, the subscriptions of a person.
import type { InlineKeyboardButton } from 'grammy/types';
import type { App } from '../app.ts';
import { clip, nameIn, orgName, type Named } from '../org/messages.ts';
import type { Rendered } from '../outbox/rules.ts';
import { specialSign } from '../tasks/mark-messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale, TextArgs } from '../texts.ts';
import { addDays, printDayRange, printDayShort, printWeekday } from '../time.ts';
import type { Figures } from './figures-queries.ts';
import type { ResolutionChoice, SubscriptionView } from './queries.ts';
import { changeName, type Improved, lists, type ListLetter, type Period } from './rules.ts';

export type DigestParts = {
  subscription: Pick<SubscriptionView, 'id' | 'org' | 'resolution' | 'about'>;
  period: Period;
  figures: Figures;
  /** Names of the units that stand out. */
  names: Map<number, Named>;
};

type Say = (key: string, args?: TextArgs) => string;

/** What binds nobody stands last: where the lines are too many its button alone tells of it. */
const mostLines = 10;

/** The weekly digest: the lines of product rules, a button for every number that can be opened as a list. */
export function digestMessage({ t }: App, locale: Locale, parts: DigestParts): Rendered {
  const say: Say = (key, args) => t(locale, key, args);
  const { figures, period, subscription } = parts;
  const { control, tasks, done, inTime, overdue, overdueBefore, review, returned, next, advisory, worst, best } =
    figures;
  const units = (list: Improved[], sign: string): string =>
    list.map((unit) => `${unitName(parts.names, unit.orgId, locale)} — ${sign}${unit.n}${sumOf(unit)}`).join(', ');
  const range = printDayRange(locale, period.from, period.to);
  const percent = done > 0 ? Math.round((inTime * 100) / done) : 0;
  const lines = [
    `<b>${say('digests-title', { range })}</b>`,
    say('digests-scope', { name: scopeName(say, locale, subscription) }),
    say('digests-control', { n: control, tasks }),
    ...specialLine(say, figures),
    done > 0 ? say('digests-done', { n: done, inTime, percent }) : say('digests-none-done'),
    say('digests-overdue', { n: overdue, change: change(say, overdue - overdueBefore) }),
    say('digests-returned-review', { returned, review }),
    say('digests-next', { n: next }),
    ...(worst.length > 0 ? [say('digests-worst', { units: units(worst, '') })] : []),
    ...(best.length > 0 ? [say('digests-best', { units: units(best, '−') })] : []),
    ...(advisory > 0 ? [say('digests-advisory', { n: advisory })] : []),
  ];
  return { text: lines.slice(0, mostLines).join('\n'), keyboard: listButtons(say, locale, parts) };
}

/** What is on special control and how much of it is late, with the change of that; nothing where nothing is. */
function specialLine(say: Say, { special = 0, specialOverdue = 0, specialOverdueBefore = 0 }: Figures): string[] {
  if (special === 0) return [];
  const moved = change(say, specialOverdue - specialOverdueBefore);
  return [`${specialSign} ${say('digests-special', { n: special, overdue: specialOverdue, change: moved })}`];
}

function change(say: Say, n: number): string {
  if (n === 0) return say('digests-unchanged');
  return say('digests-change', { change: n > 0 ? `+${n}` : `−${-n}` });
}

/** ' (−7, +2)' where a unit has both: each opens as a list of its own. */
function sumOf({ fresh = 0, gone = 0 }: Improved): string {
  return fresh > 0 ? ` (−${gone}, +${fresh})` : '';
}

function unitName(names: Map<number, Named>, orgId: number, locale: Locale): string {
  const name = names.get(orgId);
  return name ? orgName(name, locale) : '…';
}

/** Plain name of what a subscription is about. */
export function scopeName(
  say: Say,
  locale: Locale,
  { org, resolution, about }: Pick<SubscriptionView, 'org' | 'resolution'> & { about: { topic: string | null } },
): string {
  if (resolution) return resolutionName(resolution);
  if (!org) return say('digests-scope-gone');
  return about.topic === null ? nameIn(org, locale) : `${nameIn(org, locale)}, «${about.topic}»`;
}

/** Why a subscription has ended. */
export function stoppedMessage({ t }: App, subscription: SubscriptionView, why: 'rights' | 'over'): Rendered {
  const { locale } = subscription;
  const say: Say = (key, args) => t(locale, key, args);
  return { text: say(`digests-stopped-${why}`, { name: scopeName(say, locale, subscription) }) };
}

/** '№ 14, 20.11.2026: тема', plain text; a long theme is cut. */
export function resolutionName({ number, day, theme }: ResolutionChoice): string {
  const short = theme.length > 60 ? `${theme.slice(0, 59)}…` : theme;
  return [number === null ? '' : `№ ${number}, `, printDayShort(day), ': ', short].join('');
}

function listButtons(
  say: Say,
  locale: Locale,
  { subscription, figures, period, names }: DigestParts,
): InlineKeyboardButton[][] {
  const counts: Record<ListLetter, number> = {
    c: figures.control,
    k: figures.tasks,
    o: figures.overdue,
    r: figures.review,
    t: figures.returned,
    n: figures.next,
    d: figures.done,
    i: figures.inTime,
    v: figures.advisory,
    s: figures.special ?? 0,
  };
  const letters: ListLetter[] = ['s', 'o', 'n', 'r', 't', 'd', 'i', 'c', 'k', 'v'];
  const list = (label: string, name: string) =>
    button(label, 'digests.list', subscription.id, name, 0, firstDay(period));
  const buttons = letters
    .filter((letter) => counts[letter] > 0)
    .map((letter) => list(say(`digests-list-${lists[letter]}`, { n: counts[letter] }), letter));
  const units = figures.worst.map(({ orgId, n, alone }) => {
    const name = names.get(orgId);
    return [list(`${name ? clip(nameIn(name, locale), 44) : '…'}: ${n}`, `${alone ? 'a' : 'u'}${orgId}`)];
  });
  const changed = changeButtons(say, locale, { figures, names }, list);
  const numbers = button(say('digests-button-numbers'), 'digests.numbers', subscription.id, firstDay(period), 0);
  return [...rows([...buttons, ...changed.all], 2), ...units, ...changed.units, [numbers]];
}

/** What the change of the overdue against last week comes to, in the scope and in the most improved units. */
function changeButtons(
  say: Say,
  locale: Locale,
  { figures, names }: Pick<DigestParts, 'figures' | 'names'>,
  list: (label: string, name: string) => InlineKeyboardButton,
): { all: InlineKeyboardButton[]; units: InlineKeyboardButton[][] } {
  const { fresh = 0, gone = 0, since, best } = figures;
  if (since === undefined) return { all: [], units: [] };
  const all = [
    ...(fresh > 0 ? [list(say('digests-list-fresh', { n: fresh }), changeName('f', since))] : []),
    ...(gone > 0 ? [list(say('digests-list-gone', { n: gone }), changeName('g', since))] : []),
  ];
  const units = best.flatMap((unit) => {
    const name = names.get(unit.orgId);
    const label = name ? clip(nameIn(name, locale), 44) : '…';
    const { fresh = 0, gone = 0 } = unit;
    return [
      ...(gone > 0 ? [[list(`↘ ${label}: ${gone}`, changeName('g', since, unit))]] : []),
      ...(fresh > 0 ? [[list(`↗ ${label}: ${fresh}`, changeName('f', since, unit))]] : []),
    ];
  });
  return { all, units };
}

/** The day an issue was due, as it stands in callback data. */
function firstDay({ to }: Period): string {
  return addDays(to, 1);
}

/** The subscriptions of a person, each with a button to end it. */
export function subscriptionsMessage({ t }: App, locale: Locale, mine: SubscriptionView[]): Rendered {
  const say: Say = (key, args) => t(locale, key, args);
  const lines = mine.map((subscription, index) =>
    say('digests-mine-line', { place: index + 1, ...slotArgs(say, locale, subscription) }),
  );
  const keyboard = mine.map(({ id }, index) => [
    button(say('digests-button-now', { place: index + 1 }), 'digests.now', id),
    button(say('digests-button-end', { place: index + 1 }), 'digests.end', id),
  ]);
  return {
    text: [say('digests-mine'), ...lines].join('\n'),
    keyboard: [...keyboard, [button(say('digests-button-new'), 'digests.new')]],
  };
}

/** Scope, language, weekday and hour of a subscription for its texts. */
export function slotArgs(
  say: Say,
  locale: Locale,
  slot: Pick<SubscriptionView, 'org' | 'resolution' | 'weekday' | 'hour' | 'locale'> & {
    about: { topic: string | null };
  },
): TextArgs & { name: string; day: string; time: string; language: string } {
  return {
    name: scopeName(say, locale, slot),
    day: printWeekday(locale, slot.weekday),
    time: `${String(slot.hour).padStart(2, '0')}:00`,
    language: say(`digests-language-${slot.locale}`),
  };
}

function rows<B>(buttons: B[], width: number): B[][] {
  const result: B[][] = [];
  for (let at = 0; at < buttons.length; at += width) result.push(buttons.slice(at, at + width));
  return result;
}
