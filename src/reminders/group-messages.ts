// The words of reminders in groups: one message a day, a part for each organisation that the group serves.
import type { App } from '../app.ts';
import type { GroupPolicy } from '../generated/prisma/client.ts';
import { orgName, postTitle } from '../org/messages.ts';
import type { Rendered } from '../outbox/rules.ts';
import { signed } from '../tasks/mark-messages.ts';
import { escapeHtml, type Locale, raw, type TextArgs } from '../texts.ts';
import type { UnreachedPost } from './group-queries.ts';
import { byTask, count, fit, type Line, maxText, named, nameList, type Say, short } from './messages.ts';

/** What a group hears of one organisation. */
export type GroupPart = {
  policy: GroupPolicy;
  /** The organisation: its own posts are named by post. */
  orgId: number;
  orgNameKk: string;
  orgNameRu: string;
  /** When its working day ends. */
  until: string;
  overdue: Line[];
  soon: Line[];
  /** Ids of shares whose executor may be named as late. */
  mayName: ReadonlySet<number>;
  /** Posts on which nobody can be written to in private. */
  unreached: UnreachedPost[];
  /** False where the group never names anybody. */
  nameUnreached: boolean;
};

const maxMentions = 8;
const usualEnd = '18:00';

/** The combined reminder of a group, one block for each language; null when nothing is left to say. `start` opens the bot for those who are not connected. */
export function groupMessage({ t }: App, locales: Locale[], all: GroupPart[], start: string | null): Rendered | null {
  const parts = all.filter(({ overdue, soon, unreached }) => overdue.length + soon.length + unreached.length > 0);
  if (parts.length === 0) return null;
  const budget = Math.floor(maxText / locales.length / parts.length);
  const blocks = locales.flatMap((locale) => {
    const say: Say = (key: string, args?: TextArgs) => t(locale, key, args);
    return parts.map((part) => {
      const title = orgName({ nameKk: part.orgNameKk, nameRu: part.orgNameRu }, locale);
      const text = groupBlock(say, locale, part, budget);
      return parts.length > 1 ? `<b>${escapeHtml(title)}</b>\n${text}` : text;
    });
  });
  const [first = 'kk'] = locales;
  const open = start !== null && parts.some(({ unreached }) => unreached.length > 0);
  return {
    text: blocks.join('\n\n'),
    ...(open && { keyboard: [[{ text: t(first, 'reminders-button-start'), url: start }]] }),
  };
}

function groupBlock(say: Say, locale: Locale, part: GroupPart, budget: number): string {
  const { overdue, soon, until } = part;
  const section = (key: string, lines: Line[]): string[] =>
    lines.length === 0
      ? []
      : [say(key, { tasks: count(lines), executors: lines.length }), ...groupLines(say, locale, lines, part)];
  const please = say(until === usualEnd ? 'reminders-group-please' : 'reminders-group-please-day');
  const sections = [
    // Asked for today is only what is late.
    [...section('reminders-group-overdue', overdue), ...(overdue.length > 0 ? [please] : [])],
    section('reminders-group-soon', soon),
    unreachedLines(say, locale, part),
  ];
  return fit(
    sections.filter((lines) => lines.length > 0),
    budget,
    (n) => say('reminders-more-group', { n }),
  );
}

/** Who never started the bot is named by post, who blocked it is mentioned with the name of the post; where nobody is named, they are counted. */
function unreachedLines(say: Say, locale: Locale, { policy, unreached, nameUnreached }: GroupPart): string[] {
  if (unreached.length === 0) return [];
  if (!nameUnreached || policy === 'notice') return [say('reminders-group-unreachable-count', { n: unreached.length })];
  const never = unreached.filter(({ blocked }) => blocked.length === 0);
  const left = unreached.filter(({ blocked }) => blocked.length > 0);
  const names = nameList(
    say,
    never.map((post) => postTitle(post, locale)),
  );
  const mentions = left.slice(0, maxMentions).map((post) => mention(post, locale));
  const more = left.length - mentions.length;
  const rest = more > 0 ? [say('reminders-more-names', { n: more })] : [];
  return [
    ...(never.length > 0 ? [say('reminders-group-unreachable', { names: raw(names) })] : []),
    ...(left.length > 0 ? [say('reminders-group-blocked', { names: raw([...mentions, ...rest].join('; ')) })] : []),
  ];
}

/** Telegram tells those who are mentioned, also when they blocked the bot but stand in the group. */
function mention(post: UnreachedPost, locale: Locale): string {
  const title = escapeHtml(postTitle(post, locale));
  return `<a href="tg://user?id=${post.blocked[0]}">${title}</a>`;
}

function groupLines(say: Say, locale: Locale, lines: Line[], part: GroupPart): string[] {
  // A place at the head would betray the mark of what is confidential.
  const discreet = lines.map((line) => ({ ...line, special: line.special && !line.confidential }));
  return byTask(discreet).map((same) => {
    const [{ number, due, days: n, overdue, confidential, special }] = same as [Line];
    const date = short(due);
    if (part.policy === 'notice' || confidential) return say('reminders-group-notice-line', { number, date });
    const head = overdue
      ? n > 0
        ? say('reminders-group-overdue-line', { number, date, n })
        : say('reminders-group-notice-line', { number, date })
      : n > 0
        ? say('reminders-group-soon-line', { number, date, n })
        : say('reminders-group-today-line', { number, date });
    const waiting = same.length > 1 ? [say('reminders-group-waiting', { n: same.length })] : [];
    const late = same.filter(({ id }) => overdue && part.mayName.has(id));
    const names = nameList(
      say,
      late.map((line) => nameOf(line, part.orgId, locale)),
    );
    const all = late.length > 0 ? [say('reminders-group-names', { names: raw(names) })] : [];
    return [signed(special, head), ...waiting, ...all].join('\n');
  });
}

/** An organisation by its name, a post of the group's own organisation by the post. */
function nameOf(line: Line, orgId: number, locale: Locale): string {
  const post = { nameKk: line.postNameKk, nameRu: line.postNameRu, org: named(line) };
  return line.orgId === orgId ? postTitle(post, locale) : orgName(named(line), locale);
}
