// The story of a task in words: date and time, who for which post, what changed; newest first, a few on a page.
import type { App } from '../app.ts';
import { clip, nameIn, postTitle, shortName } from '../org/messages.ts';
import { button, plain } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { type Day, printDayShort, printInstant } from '../time.ts';
import type { Story, ToldEvent } from './story-queries.ts';
import type { StoryEvent, StoryLine } from './story-rules.ts';

type Context = { app: App; locale: Locale };

/** How much of an event is told: lines, executors by name in each, signs of a reason. */
type Room = { lines: number; names: number; reason: number };
const perPage = 5;
/** With the longest names a page stays below Telegram's limit. */
const inChat: Room = { lines: 4, names: 2, reason: 100 };
/** Paper holds what a row of its table can; all executors stand in a table of their own. */
const onPaper: Room = { lines: 40, names: 20, reason: 1000 };

/** A page (from 0) of the story. HTML and buttons. */
export function storyMessage(context: Context, story: Story, page: number): { html: string; keyboard: Keyboard } {
  const { app, locale } = context;
  const { task, events } = story;
  const last = Math.max(0, Math.ceil(events.length / perPage) - 1);
  const at = Math.min(page, last);
  const shown = events.slice(at * perPage, (at + 1) * perPage);
  const pages = last > 0 ? ` · ${at + 1}/${last + 1}` : '';
  const head = `<b>${app.t(locale, 'history-title', { number: task.number ?? '' })}</b>${pages}`;
  const none = events.length === 0 ? ['', app.t(locale, 'history-none')] : [];
  const html = [head, ...none, ...shown.flatMap((event) => ['', ...eventLines(context, story, event, inChat)])].join(
    '\n',
  );
  const turns = [
    ...(at > 0 ? [button(`‹ ${at}`, 'history.story', task.taskId, at - 1)] : []),
    ...(at < last ? [button(`${at + 2} ›`, 'history.story', task.taskId, at + 1)] : []),
  ];
  return { html, keyboard: turns.length > 0 ? [turns] : [] };
}

/** An event in plain words, for paper: when, who for which post, and what changed, a line each. */
export function eventWords(
  context: Context,
  story: Story,
  event: ToldEvent,
): { when: string; who: string; what: string } {
  const [, ...what] = eventLines(context, story, event, onPaper);
  return {
    when: printInstant(context.app.zone, event.at),
    who: plain(who(context, story, event)),
    what: what.map(plain).join('\n'),
  };
}

function eventLines(context: Context, story: Story, event: ToldEvent, room: Room): string[] {
  const { app, locale } = context;
  const lines = event.lines.length > room.lines ? event.lines.slice(0, room.lines - 1) : event.lines;
  const rest = event.lines.length - lines.length;
  const what = app.t(locale, 'history-event', { verb: event.verb.replace('.', '-') });
  return [
    `<b>${printInstant(app.zone, event.at)}</b> · ${who(context, story, event)}`,
    what,
    ...lines.map((line) => `• ${lineText(context, story, line, room)}`),
    ...(rest > 0 ? [`• ${app.t(locale, 'history-more', { n: rest })}`] : []),
    ...(event.reason ? [app.t(locale, 'tasks-reason', { reason: clip(event.reason, room.reason) })] : []),
  ];
}

/** The post acted for, with the person where the reader may know; the bot itself where nobody did. */
function who({ app, locale }: Context, { posts, people }: Story, { personId, postId }: StoryEvent): string {
  const post = postId === null ? undefined : posts.get(postId);
  const person = personId === null ? undefined : people.get(personId);
  const title = post && escapeHtml(clip(postTitle(post, locale), 90));
  const name = person && escapeHtml(clip(shortName(person), 40));
  if (title) return name ? `${title} (${name})` : title;
  if (name) return name;
  return app.t(locale, personId === null ? 'history-by-bot' : 'history-by-somebody');
}

function lineText(context: Context, story: Story, line: StoryLine, room: Room): string {
  const { app, locale } = context;
  const t = (key: string, args: Record<string, string> = {}): string => app.t(locale, key, args);
  if ('shares' in line) return shareText(context, story, line, room);
  if (line.what === 'mark') return t('history-mark', { mark: line.mark, on: line.on ? 'yes' : 'no' });
  if (line.what === 'task-date') return `${t('history-task-date')}: ${span(context, line)}`;
  if (line.what === 'request') return `${t('history-request')}: ${span(context, line)}`;
  return t(`history-changed-${line.what}`);
}

function shareText(context: Context, story: Story, line: Extract<StoryLine, { shares: number[] }>, room: Room): string {
  const t = (key: string, args: Record<string, string> = {}): string => context.app.t(context.locale, key, args);
  const whom = executorNames(context, story, line, room);
  switch (line.what) {
    case 'state':
      return `${whom}: ${t('history-state', { state: line.before })} → ${t('history-state', { state: line.after })}`;
    case 'date':
      return `${whom}: ${t('history-date')} ${span(context, line)}`;
    case 'blocked':
      return `${whom}: ${t('history-blocked', { on: line.after })}`;
    case 'role':
      return `${whom}: ${t('history-role', { role: line.after })}`;
    default:
      return `${t(`history-${line.what}`)}: ${whom}`;
  }
}

/** '25.12.2026 → 15.01.2027'. */
function span({ app, locale }: Context, { before, after }: { before: Day | null; after: Day | null }): string {
  const print = (day: Day | null): string => (day ? printDayShort(day) : app.t(locale, 'history-no-date'));
  return before === after ? print(after) : `${print(before)} → ${print(after)}`;
}

function executorNames(
  { app, locale }: Context,
  { posts, executors }: Story,
  { shares, others }: { shares: number[]; others: number },
  room: Room,
): string {
  const names = shares.slice(0, room.names).map((id) => {
    const post = posts.get(executors.get(id) ?? 0);
    return post ? escapeHtml(clip(nameIn(post.org, locale), 50)) : '—';
  });
  const more = shares.length - names.length + others;
  return [...names, ...(more > 0 ? [app.t(locale, 'history-more', { n: more })] : [])].join(', ');
}
