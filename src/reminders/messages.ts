// The words of reminders in private: one message a day for all that is someone's own or climbed to them; and what groups' words share with them.
import type { InlineKeyboardButton } from 'grammy/types';
import type { App } from '../app.ts';
import { orgName } from '../org/messages.ts';
import { isBinding } from '../org/rules.ts';
import type { Rendered } from '../outbox/rules.ts';
import { signed } from '../tasks/mark-messages.ts';
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
  /** Its final report is kept and waits for parts. */
  held?: boolean;
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
  /** Own shares without any report at half of their time, and such ones of others that the reader controls. */
  half?: Line[];
  watched?: Line[];
};

/** Telegram's limit is 4096 characters; the sender may add a little. */
export const maxText = 3800;
const maxButtons = 6;
const maxNames = 8;

/** The private reminder of a day; null when nothing is left to say. */
export function privateMessage({ t }: App, locale: Locale, parts: PrivateParts): Rendered | null {
  const { dated, unacknowledged, ladder, expected = [], half = [], watched = [] } = parts;
  if ([dated, unacknowledged, ladder, expected, half, watched].every((some) => some.length === 0)) return null;
  const say = (key: string, args?: TextArgs): string => t(locale, key, args);
  const blocks: string[][] = [];
  const halfOver = new Set(half.map(({ id }) => id));
  const onlyHalf = half.filter(({ id }) => !dated.some((line) => line.id === id));
  if (dated.length > 0) {
    const nothing = dated.every((line) => reportedLine(say, line) === null);
    const last = nothing ? 'reminders-no-report' : 'reminders-report-by-reply';
    blocks.push([
      ...dated.map((line) => ownBlock(say, locale, line, halfOver.has(line.id))),
      ...(dated.every(({ held }) => held) ? [] : [say(last)]),
    ]);
  }
  if (expected.length > 0) blocks.push([...expectedBlocks(say, expected), say('reminders-report-by-reply')]);
  if (onlyHalf.length > 0)
    blocks.push([...onlyHalf.map((line) => halfBlock(say, locale, line)), say('reminders-report-by-reply')]);
  if (unacknowledged.length > 0) {
    blocks.push([
      say('reminders-unacknowledged'),
      ...unacknowledged.map(({ number, headline, special }) =>
        signed(special, say('reminders-unacknowledged-line', { number, headline })),
      ),
    ]);
  }
  if (ladder.length > 0) blocks.push([say('reminders-ladder'), ...ladderLines(say, locale, ladder, 'ladder-line')]);
  if (watched.length > 0) blocks.push([say('reminders-watched'), ...ladderLines(say, locale, watched, 'watched-line')]);
  const more = (n: number): string => say('reminders-more-private', { n });
  return { text: fit([[parts.address], ...blocks], maxText, more), keyboard: privateButtons(say, parts) };
}

/** The words of one language. */
export type Say = (key: string, args?: TextArgs) => string;

function ownBlock(say: Say, locale: Locale, line: Line, halfOver: boolean): string {
  const reported = halfOver ? say('reminders-half-over') : reportedLine(say, line);
  const words = [signed(line.special, datedLine(say, locale, line)), `<i>${escapeHtml(line.headline)}</i>`];
  return [...words, ...(reported === null ? [] : [reported])].join('\n');
}

/** What has become of the report; null while there is none: whoever has reported is not told that nothing came. */
function reportedLine(say: Say, { returnedDay, held = false, reported = false, force }: Line): string | null {
  if (returnedDay !== null) return say('reminders-returned', { date: short(returnedDay) });
  if (held) return say('reminders-held');
  return reported && isBinding(force) ? say('reminders-only-interim') : null;
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

function halfBlock(say: Say, locale: Locale, line: Line): string {
  const text = say('reminders-half', { number: line.number, due: dueText(say, locale, line) });
  return `${signed(line.special, text)}\n<i>${escapeHtml(line.headline)}</i>`;
}

function ladderLines(say: Say, locale: Locale, lines: Line[], key: 'ladder-line' | 'watched-line'): string[] {
  return byTask(lines).map((same) => {
    const [{ number, due, days: n, special }] = same as [Line];
    const names = nameList(
      say,
      same.map((line) => orgName(named(line), locale)),
    );
    const args = { number, date: short(due), n, executors: same.length, names: raw(names) };
    return signed(special, say(`reminders-${key}`, args));
  });
}

function privateButtons(
  say: Say,
  { dated, unacknowledged, expected = [], half = [] }: PrivateParts,
): InlineKeyboardButton[][] {
  const owed = [...new Map([...dated, ...expected, ...half].map((line) => [line.id, line])).values()];
  const waits = new Set(dated.filter(({ held }) => held).map(({ id }) => id));
  const report = owed.map(({ id, number }) => {
    if (waits.has(id)) return [button(say('reminders-button-held', { number }), 'shares.awaited', id)];
    const label = owed.length === 1 ? say('reminders-button-report') : say('reminders-button-report-of', { number });
    return [button(label, 'reports.start', id)];
  });
  const read = unacknowledged.map(({ id, number }) => [
    button(say('reminders-button-acknowledge', { number }), 'tasks.ack', id),
  ]);
  return [...report.slice(0, maxButtons), ...read.slice(0, maxButtons)];
}

/** The organisation of a line, as names are made of it. */
export function named({ orgNameKk, orgNameRu }: Line) {
  return { nameKk: orgNameKk, nameRu: orgNameRu };
}

const collator = new Intl.Collator('kk', { numeric: true });

/** Names in order, HTML; of many only the first. */
export function nameList(say: Say, names: string[]): string {
  const sorted = [...new Set(names)].sort(collator.compare);
  const shown = sorted.slice(0, maxNames).map(escapeHtml);
  const rest = sorted.length - shown.length;
  return [...shown, ...(rest > 0 ? [say('reminders-more-names', { n: rest })] : [])].join('; ');
}

/** Shares of one task with one date together, special control first, then the oldest date. */
export function byTask(lines: Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.due}/${line.taskId}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const first = ([line]: Line[]): string => `${line?.special ? 0 : 1}${line?.due}`;
  return [...groups.values()].sort((a, b) => first(a).localeCompare(first(b)));
}

/** How many tasks these shares belong to. */
export function count(lines: Line[]): number {
  return new Set(lines.map(({ taskId }) => taskId)).size;
}

/** '25.12.2026', or nothing. */
export function short(due: Day | null): string {
  return due === null ? '' : printDayShort(due);
}

/** Joins lines and blocks; what exceeds the budget is replaced by one line saying how many are left out. */
export function fit(blocks: string[][], budget: number, more: (n: number) => string): string {
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
