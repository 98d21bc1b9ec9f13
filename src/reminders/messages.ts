// The words of reminders: one private message a day for all that is someone's own, one message a day for a group.
import type { InlineKeyboardButton } from 'grammy/types';
import type { App } from '../app.ts';
import { postTitle, orgName } from '../org/messages.ts';
import { isBinding } from '../org/rules.ts';
import type { Rendered } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import { escapeHtml, raw, type Locale, type TextArgs } from '../texts.ts';
import { printDate, printDayShort, type Day } from '../time.ts';
import { type Expected, expectedBlocks } from './expected-messages.ts';
import type { ShareRow } from './queries.ts';

/** A share as it stands at the moment of sending. */
export type Line = ShareRow & {
  /** Past its day or time. */
  overdue: boolean;
  /** Working days left (0: today) or, when overdue, late. */
  days: number;
};

export type PrivateParts = {
  /** The first line, HTML. */
  address: string;
  /** Own shares, the date of which is near or past. */
  dated: Line[];
  /** Own shares that were not acknowledged. */
  unacknowledged: Line[];
  /** Shares of others that the reader issued, controls or collates. */
  ladder: Line[];
  /** Own shares with a control date near, or without the news expected of them. */
  expected?: Expected[];
};

const maxText = 3800;
const maxButtons = 6;
const maxNames = 8;

/** The private reminder of a day; null when nothing is left to say. */
export function privateMessage({ t }: App, locale: Locale, parts: PrivateParts): Rendered | null {
  const { dated, unacknowledged, ladder, expected = [] } = parts;
  if (dated.length + unacknowledged.length + ladder.length + expected.length === 0) return null;
  const say = (key: string, args?: TextArgs): string => t(locale, key, args);
  const blocks: string[][] = [];
  if (dated.length > 0) {
    const anyReturned = dated.some(({ returnedDay }) => returnedDay !== null);
    blocks.push([
      ...dated.map((line) => ownBlock(say, locale, line)),
      say(anyReturned ? 'reminders-report-by-reply' : 'reminders-no-report'),
    ]);
  }
  if (expected.length > 0) blocks.push([...expectedBlocks(say, expected), say('reminders-report-by-reply')]);
  if (unacknowledged.length > 0) {
    blocks.push([
      say('reminders-unacknowledged'),
      ...unacknowledged.map(({ number, headline }) => say('reminders-unacknowledged-line', { number, headline })),
    ]);
  }
  if (ladder.length > 0) blocks.push([say('reminders-ladder'), ...ladderLines(say, locale, ladder)]);
  const more = (n: number): string => say('reminders-more-private', { n });
  return { text: fit([[parts.address], ...blocks], maxText, more), keyboard: privateButtons(say, parts) };
}

type Say = (key: string, args?: TextArgs) => string;

/** Whoever reported and got it back is not told that there is no report. */
function ownBlock(say: Say, locale: Locale, line: Line): string {
  const returned = line.returnedDay === null ? [] : [say('reminders-returned', { date: short(line.returnedDay) })];
  return [datedLine(say, locale, line), `<i>${escapeHtml(line.headline)}</i>`, ...returned].join('\n');
}

function datedLine(say: Say, locale: Locale, line: Line): string {
  const { number, days: n } = line;
  const due = dueText(say, locale, line);
  if (!isBinding(line.force)) return say('reminders-advisory', { number, due });
  if (line.overdue)
    return n > 0 ? say('reminders-overdue', { number, due, n }) : say('reminders-passed', { number, due });
  return n > 0 ? say('reminders-left', { number, due, n }) : say('reminders-today', { number, due });
}

function dueText(say: Say, locale: Locale, { due, dueTime }: Line): string {
  const date = due === null ? '' : printDate(locale, due);
  return dueTime === null ? date : say('reminders-due-at', { date, time: dueTime });
}

function ladderLines(say: Say, locale: Locale, lines: Line[]): string[] {
  return byTask(lines).map((same) => {
    const [{ number, due, days: n }] = same as [Line];
    const names = nameList(
      say,
      same.map((line) => orgName(named(line), locale)),
    );
    return say('reminders-ladder-line', { number, date: short(due), n, names: raw(names) });
  });
}

function privateButtons(say: Say, { dated, unacknowledged, expected = [] }: PrivateParts): InlineKeyboardButton[][] {
  const owed = [...new Map([...dated, ...expected].map((line) => [line.id, line])).values()];
  const report = owed.map(({ id, number }) => {
    const label = owed.length === 1 ? say('reminders-button-report') : say('reminders-button-report-of', { number });
    return [button(label, 'reports.start', id)];
  });
  const read = unacknowledged.map(({ id, number }) => [
    button(say('reminders-button-acknowledge', { number }), 'tasks.ack', id),
  ]);
  return [...report.slice(0, maxButtons), ...read.slice(0, maxButtons)];
}

export type GroupParts = {
  policy: 'full' | 'notice';
  /** The organisation the group is bound to: its own posts are named by post. */
  orgId: number;
  overdue: Line[];
  soon: Line[];
  /** Ids of shares whose executor may be named as late. */
  mayName: ReadonlySet<number>;
  /** Executors who cannot be written to in private. */
  unreachable: Line[];
  /** False where the group never names anybody. */
  nameUnreachable: boolean;
  /** Address of the bot, for those who are not connected. */
  botUsername: string;
};

/** The combined reminder of a group, one block for each language; null when nothing is left to say. */
export function groupMessage({ t }: App, locales: Locale[], parts: GroupParts): Rendered | null {
  if (parts.overdue.length + parts.soon.length === 0) return null;
  const budget = Math.floor(maxText / locales.length);
  const blocks = locales.map((locale) => groupBlock((key, args) => t(locale, key, args), locale, parts, budget));
  const link = `https://t.me/${parts.botUsername}?start`;
  const [first = 'kk'] = locales;
  const start = parts.unreachable.length > 0 && parts.botUsername !== '';
  return {
    text: blocks.join('\n\n'),
    ...(start && { keyboard: [[{ text: t(first, 'reminders-button-start'), url: link }]] }),
  };
}

function groupBlock(say: Say, locale: Locale, parts: GroupParts, budget: number): string {
  const { overdue, soon, unreachable } = parts;
  const section = (key: string, lines: Line[]): string[] =>
    lines.length === 0
      ? []
      : [say(key, { tasks: count(lines), executors: lines.length }), ...groupLines(say, locale, lines, parts)];
  const names = nameList(
    say,
    unreachable.map((line) => nameOf(line, parts.orgId, locale)),
  );
  const absent =
    unreachable.length === 0
      ? []
      : parts.nameUnreachable && parts.policy === 'full'
        ? [say('reminders-group-unreachable', { names: raw(names) })]
        : [say('reminders-group-unreachable-count', { n: unreachable.length })];
  const please = overdue.length > 0 ? [say('reminders-group-please')] : [];
  const sections = [
    section('reminders-group-overdue', overdue),
    section('reminders-group-soon', soon),
    [...please, ...absent],
  ];
  return fit(
    sections.filter((lines) => lines.length > 0),
    budget,
    (n) => say('reminders-more-group', { n }),
  );
}

function groupLines(say: Say, locale: Locale, lines: Line[], parts: GroupParts): string[] {
  return byTask(lines).map((same) => {
    const [{ number, due, days: n, overdue, confidential }] = same as [Line];
    const date = short(due);
    if (parts.policy === 'notice' || confidential) return say('reminders-group-notice-line', { number, date });
    const head = overdue
      ? n > 0
        ? say('reminders-group-overdue-line', { number, date, n })
        : say('reminders-group-notice-line', { number, date })
      : n > 0
        ? say('reminders-group-soon-line', { number, date, n })
        : say('reminders-group-today-line', { number, date });
    const waiting = same.length > 1 ? [say('reminders-group-waiting', { n: same.length })] : [];
    const late = same.filter(({ id }) => overdue && parts.mayName.has(id));
    const names = nameList(
      say,
      late.map((line) => nameOf(line, parts.orgId, locale)),
    );
    const named = late.length > 0 ? [say('reminders-group-names', { names: raw(names) })] : [];
    return [head, ...waiting, ...named].join('\n');
  });
}

/** An organisation by its name, a post of the group's own organisation by the post. */
function nameOf(line: Line, orgId: number, locale: Locale): string {
  const post = { nameKk: line.postNameKk, nameRu: line.postNameRu, org: named(line) };
  return line.orgId === orgId ? postTitle(post, locale) : orgName(named(line), locale);
}

function named({ orgNameKk, orgNameRu }: Line) {
  return { nameKk: orgNameKk, nameRu: orgNameRu };
}

const collator = new Intl.Collator('kk', { numeric: true });

/** Names in order, HTML; of many only the first. */
function nameList(say: Say, names: string[]): string {
  const sorted = [...new Set(names)].sort(collator.compare);
  const shown = sorted.slice(0, maxNames).map(escapeHtml);
  const rest = sorted.length - shown.length;
  return [...shown, ...(rest > 0 ? [say('reminders-more-names', { n: rest })] : [])].join('; ');
}

/** Shares of one task with one date together, the oldest date first. */
function byTask(lines: Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.due}/${line.taskId}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.entries()].sort(([a], [b]) => a.slice(0, 10).localeCompare(b.slice(0, 10))).map(([, same]) => same);
}

function count(lines: Line[]): number {
  return new Set(lines.map(({ taskId }) => taskId)).size;
}

function short(due: Day | null): string {
  return due === null ? '' : printDayShort(due);
}

/** Joins lines and blocks; what exceeds the budget is replaced by one line saying how many are left out. */
function fit(blocks: string[][], budget: number, more: (n: number) => string): string {
  let room = budget;
  let left = 0;
  const shown = blocks.map((lines) =>
    lines.filter((line) => {
      if (room >= line.length) {
        room -= line.length + 1;
        return true;
      }
      left += 1;
      return false;
    }),
  );
  const text = shown
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return left > 0 ? `${text}\n${more(left)}` : text;
}
