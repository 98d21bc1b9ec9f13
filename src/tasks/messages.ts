// How a task looks: the card in a group and in private, the notice of a discreet group, the words for executor and date.
import type { App } from '../app.ts';
import type { Calendar } from '../calendar.ts';
import { orgName, postTitle } from '../org/messages.ts';
import { isBinding } from '../org/rules.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { plain } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { type Day, dayIn, daysBetween, printDate, printInstant, printDay, printDayShort } from '../time.ts';
import { askedLines } from './asked-messages.ts';
import { internalDue, isInternal, isPart } from './internal-due-rules.ts';
import { markLines } from './mark-messages.ts';
import type { PartCount } from './part-queries.ts';
import { type ParticipationView, type TaskView, textIn } from './queries.ts';
import type { PostView } from './post-queries.ts';
import { isSeries, seriesLines, timeLines } from './recurrence-messages.ts';
import { span } from './slip-rules.ts';
import { liveTaskStates } from './rules.ts';
import { riskLine, shownShare, statusLine } from './status-messages.ts';
import { commonForce, isUnmanned } from './tally-rules.ts';

/** What a card is made with; the calendar counts the working days left. */
export type CardContext = { app: App; calendar: Calendar; locale: Locale };

/** Named executors up to this number stand on the card one by one. */
const namedExecutors = 5;
/** Most districts on a card, each with its name cut to so many characters. */
const listedParts = 20;
const partName = 50;
/** Longest name of an executor in a list, in characters; the roster allows 300. */
export const longestName = 90;
const heads = ['akim', 'district_akim', 'dept_head', 'unit_head', 'school_head'];

/** 'Школа № 12' for the head of an organisation, else post and organisation; plain text. */
export function executorName(post: PostView, locale: Locale): string {
  return heads.includes(post.role) ? orgName(post.org, locale) : postTitle(post, locale);
}

/** The text cut to `max` characters with a mark, plain. */
export function excerpt(text: string, max: number): string {
  const letters = Array.from(text);
  const start = letters.slice(0, max - 1).join('');
  return letters.length <= max ? text : `${start.trimEnd()}…`;
}

/** Telegram's limit is 4096 characters as read; the sender may add a little. */
const messageLength = 4000;

/** Writes a message with the longest text (from `longest` down to `shortest` characters) with which the whole of it still fits. HTML. */
export function fitted(write: (maxText: number) => string, longest: number, shortest = 100): string {
  const html = write(longest);
  if (longest <= shortest || plain(html).length <= messageLength) return html;
  return fitted(write, Math.max(shortest, Math.floor(longest * 0.8)), shortest);
}

/** 'Поручение № Т-148 (протокол от 20.11.2026 № 14)' in bold, named by the force it has for the executor of `share`, else for all of them. HTML. */
export function taskTitle({ app, locale }: CardContext, task: TaskView, share?: ParticipationView): string {
  const kind = share?.force ?? commonForce(task) ?? task.kind;
  const title = `<b>${app.t(locale, 'tasks-title', { kind, number: task.number ?? '' })}</b>`;
  if (!task.resolution) return title;
  const { day, number } = task.resolution;
  const source = number
    ? app.t(locale, 'tasks-protocol', { day: printDayShort(day), number })
    : app.t(locale, 'tasks-protocol-bare', { day: printDayShort(day) });
  return `${title} (${source})`;
}

export type CardOptions = {
  maxText?: number;
  /** Makes it the executor's own. */
  share?: ParticipationView;
  /** The part of the tree whose card it is. */
  part?: { nameKk: string; nameRu: string } | undefined;
  /** How far each district is. */
  parts?: PartCount[];
  /** Stands in the place of the task's text, HTML. */
  words?: string;
};

/** The whole card, HTML: values that are missing leave their line out. */
export function card(context: CardContext, task: TaskView, options: CardOptions = {}): string {
  const { app, locale } = context;
  const { maxText = 3000, share, part, parts = [], words } = options;
  const time = { t: app.t, locale, today: dayIn(app.zone, app.now()), calendar: context.calendar };
  const series = isSeries(task);
  const lines = [
    `📌 ${taskTitle(context, task, share)}`,
    ...markLines(app, locale, task),
    words ?? escapeHtml(excerpt(textIn(task, locale), maxText)),
    ...askedLines(context, task.asks),
    ...(series ? seriesLines(time, task) : executorLines(context, task, { share, part })),
    task.controller && app.t(locale, 'tasks-control', { name: excerpt(postTitle(task.controller, locale), 150) }),
    !series && dueLine(context, task, share),
    ...extensionLine(context, task, share),
    ...correctionLine(context, task, share),
    ...timeLines(time, task, share),
    task.completionForm && app.t(locale, 'tasks-form', { form: excerpt(task.completionForm, 200) }),
    !series && statusLine(context, task, share),
    ...riskLine(context, task, share),
    ...hindranceLine(context, task, share),
    ...pauseLine(context, task),
    ...rollupLine(context, task),
    ...partLines(context, task, parts),
  ];
  return lines.filter(Boolean).join('\n');
}

/** Number, date and state only: for groups with the notice policy, and for confidential tasks. HTML. */
export function notice(context: CardContext, task: TaskView): string {
  const title = `📌 ${taskTitle(context, task)}`;
  return [title, dueLine(context, task), statusLine(context, task)].filter(Boolean).join('\n');
}

function executorLines({ app, locale }: CardContext, task: TaskView, { share, part }: CardOptions): string[] {
  const live = task.participations.filter((part) => part.state !== 'withdrawn');
  if (!share && isUnmanned(task)) return [app.t(locale, 'tasks-executors-none')];
  // Of a cancelled task everybody was withdrawn: the card still says whose it was.
  const shares = live.length > 0 ? live : task.participations;
  if (task.fanOut || shares.length > namedExecutors + 1) {
    const advisory = shares.filter((part) => !isBinding(part.force)).length + task.beside.advisory;
    const own = share ? [app.t(locale, 'tasks-executor', { name: executorName(share.post, locale) })] : [];
    const where = part ? [escapeHtml(excerpt(orgName(part, locale), longestName))] : [];
    // Of a task for many that was closed without reports nobody is left to count.
    if (shares.length + task.beside.total === 0) return where;
    const line = app.t(locale, 'tasks-executors', { n: shares.length + task.beside.total });
    const rest =
      advisory > 0 && isBinding(task.kind) && commonForce(task) === null
        ? [app.t(locale, 'tasks-advisory', { n: advisory })]
        : [];
    return [...own, ...where, [line, ...rest].join(', ')];
  }
  const names = (role: string): string[] =>
    shares.filter((part) => part.role === role).map((part) => excerpt(executorName(part.post, locale), longestName));
  const [first, others] = [names('responsible'), names('co_executor')];
  return [
    ...(first.length > 0 ? [app.t(locale, 'tasks-responsible', { name: first.join('; ') })] : []),
    ...(others.length > 0 ? [app.t(locale, 'tasks-co-executors', { names: others.join('; ') })] : []),
  ];
}

type Dated = { term: TaskView['term']; due: string | null; dueTime: string | null };

/** 'Срок: 25 декабря 2026 г., пятница, до 18:00', a day off marked; or standing control, or no date; for a co-executor the internal date and that of the task. HTML. */
export function dueLine(context: CardContext, task: TaskView, share?: ParticipationView): string {
  const { app, calendar, locale } = context;
  const { due, dueTime, term }: Dated = shownShare(task, share) ? { ...task, ...shownShare(task, share) } : task;
  if (due === null) return app.t(locale, term === 'standing' ? 'tasks-due-standing' : 'tasks-due-none');
  const day = printDay(locale, due);
  const internal = share !== undefined && isInternal(task, share);
  const key = internal ? 'tasks-due-internal' : dueTime ? 'tasks-due-time' : 'tasks-due';
  const line = app.t(locale, key, { day, ...(key === 'tasks-due-time' && { time: dueTime ?? '' }) });
  const week = task.participations[0]?.post.org.week ?? 5;
  const marked = calendar.isWorkingDay(due, week) ? line : `${line} · ${app.t(locale, 'tasks-day-off')}`;
  return internal ? [marked, wholeDueLine(context, task)].join('\n') : marked;
}

function wholeDueLine({ app, locale }: CardContext, { due, dueTime }: TaskView): string {
  const time = { timed: dueTime ? 'yes' : 'no', time: dueTime ?? '' };
  return app.t(locale, 'tasks-due-whole', { day: due ? printDay(locale, due) : '', ...time });
}

function extensionLine({ app, locale }: CardContext, task: TaskView, share?: ParticipationView): string[] {
  const shown = shownShare(task, share);
  if (!shown?.firstDue || !shown.due || shown.extensionCount === 0 || shown.due <= shown.firstDue) return [];
  const days = daysBetween(shown.firstDue, shown.due);
  return [app.t(locale, 'extensions-change', { span: span(shown.firstDue, shown.due), n: shown.extensionCount, days })];
}

/** 'Исправлено 24.11.2026 10:05: прежний срок 25 декабря 2026 г.': that and what was put right after issuing; a co-executor reads the own earlier date. */
function correctionLine(context: CardContext, task: TaskView, share?: ParticipationView): string[] {
  const { correction } = task;
  if (!correction) return [];
  const { app, locale } = context;
  const { before } = correction;
  const what = [
    ...(before.text === undefined ? [] : [app.t(locale, 'tasks-corrected-text')]),
    ...(before.due ? earlierDate(context, task, before.due, share) : []),
  ];
  if (what.length === 0) return [];
  const at = printInstant(app.zone, new Date(correction.at));
  return [`✏️ ${app.t(locale, 'tasks-corrected', { at, what: what.join(', ') })}`];
}

function earlierDate({ app, calendar, locale }: CardContext, task: TaskView, was: Day, share?: ParticipationView) {
  if (!share || !isPart(task, share)) return [app.t(locale, 'tasks-corrected-due', { day: printDate(locale, was) })];
  // A date of one's own, given by an extension, did not move with the task's.
  if (share.extensionCount > 0) return [];
  const heard = dayIn(app.zone, share.assignedAt ?? task.issuedAt ?? app.now());
  const { due } = internalDue(calendar, { due: was, dueTime: null }, share.post.org.week, heard);
  return due === share.due ? [] : [app.t(locale, 'tasks-corrected-internal', { day: printDate(locale, due ?? was) })];
}

/** 'Напоминания приостановлены до 30.11.2026' */
function pauseLine({ app, locale }: CardContext, { state, pausedUntil }: TaskView): string[] {
  if (!pausedUntil || !liveTaskStates.includes(state) || pausedUntil <= dayIn(app.zone, app.now())) return [];
  return [`🔕 ${app.t(locale, 'tasks-paused', { day: printDayShort(pausedUntil) })}`];
}

/** What hinders: in the executor's own message with the words, in a group only that something does. */
function hindranceLine({ app, locale }: CardContext, task: TaskView, share?: ParticipationView): string[] {
  const shown = shownShare(task, share);
  if (!shown?.blockedReason || shown.state === 'accepted' || shown.state === 'withdrawn') return [];
  const words = share && app.t(locale, 'tasks-blocked', { reason: excerpt(mask(shown.blockedReason), 200) });
  return [`🚧 ${words ?? app.t(locale, 'tasks-flag-blocked')}`];
}

/** 'Части: исполнено 3 из 5, просрочено: 1': how far is what was handed down. */
function rollupLine({ app, locale }: CardContext, { parts }: TaskView): string[] {
  if (!parts) return [];
  const { done, total, overdue } = parts;
  const late = overdue > 0 ? [`⚠️ ${app.t(locale, 'tasks-rollup-late', { n: overdue })}`] : [];
  return [[app.t(locale, 'tasks-rollup', { done, total }), ...late].join(', ')];
}

/** One short line a district: '• Бостандыкский район: 12/20'; none where there are no districts to compare. */
function partLines({ app, locale }: CardContext, task: TaskView, parts: PartCount[]): string[] {
  const named = parts.filter(({ name }) => name !== null);
  if (named.length < 2 || task.state === 'cancelled') return [];
  const shown = parts.slice(0, listedParts);
  const more = parts.length - shown.length;
  return [
    ...shown.map(({ name, done, total }) => {
      const label = name ? excerpt(orgName(name, locale), partName) : app.t(locale, 'tasks-part-other');
      return `• ${escapeHtml(label)}: ${done}/${total}`;
    }),
    ...(more > 0 ? [`… ${app.t(locale, 'tasks-more', { n: more })}`] : []),
  ];
}
