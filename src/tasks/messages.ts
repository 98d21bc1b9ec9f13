// How a task looks: the card in a group and in private, the notice of a discreet group, the words for executor, date and state.
import type { App } from '../app.ts';
import type { Calendar } from '../calendar.ts';
import { orgName, postTitle } from '../org/messages.ts';
import { isBinding } from '../org/rules.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { plain } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { dayIn, daysBetween, printDate, printInstant, printDay, printDayShort } from '../time.ts';
import { markLines } from './mark-messages.ts';
import type { PartCount } from './part-queries.ts';
import { type ParticipationView, type TaskView, textIn } from './queries.ts';
import type { PostView } from './post-queries.ts';
import { isSeries, seriesLines, timeLines } from './recurrence-messages.ts';
import { span } from './slip-rules.ts';
import { isOverdue, liveTaskStates } from './rules.ts';
import { addTallies, isShareAtRisk, isUnmanned, tally, type Tally } from './tally-rules.ts';

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

/** 'Поручение № Т-148 (протокол от 20.11.2026 № 14)' in bold; `share` shows the force it has for this executor. HTML. */
export function taskTitle({ app, locale }: CardContext, task: TaskView, share?: ParticipationView): string {
  const kind = share?.force ?? task.kind;
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
};

/** The whole card, HTML: values that are missing leave their line out. */
export function card(context: CardContext, task: TaskView, options: CardOptions = {}): string {
  const { app, locale } = context;
  const { maxText = 3000, share, part, parts = [] } = options;
  const time = { t: app.t, locale, today: dayIn(app.zone, app.now()), calendar: context.calendar };
  const series = isSeries(task);
  const lines = [
    `📌 ${taskTitle(context, task, share)}`,
    ...markLines(app, locale, task),
    escapeHtml(excerpt(textIn(task, locale), maxText)),
    ...(series ? seriesLines(time, task) : executorLines(context, task, { share, part })),
    task.controller && app.t(locale, 'tasks-control', { name: excerpt(postTitle(task.controller, locale), 150) }),
    !series && dueLine(context, task, share),
    ...extensionLine(context, task, share),
    ...correctionLine(context, task),
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
    const rest = advisory > 0 && isBinding(task.kind) ? [app.t(locale, 'tasks-advisory', { n: advisory })] : [];
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

/** 'Срок: 25 декабря 2026 г., пятница, до 18:00', a day off marked; or standing control, or no date. HTML. */
export function dueLine({ app, calendar, locale }: CardContext, task: TaskView, share?: ParticipationView): string {
  const { due, dueTime, term }: Dated = shownShare(task, share) ? { ...task, ...shownShare(task, share) } : task;
  if (due === null) return app.t(locale, term === 'standing' ? 'tasks-due-standing' : 'tasks-due-none');
  const day = printDay(locale, due);
  const line = dueTime ? app.t(locale, 'tasks-due-time', { day, time: dueTime }) : app.t(locale, 'tasks-due', { day });
  const week = task.participations[0]?.post.org.week ?? 5;
  return calendar.isWorkingDay(due, week) ? line : `${line} · ${app.t(locale, 'tasks-day-off')}`;
}

function extensionLine({ app, locale }: CardContext, task: TaskView, share?: ParticipationView): string[] {
  const shown = shownShare(task, share);
  if (!shown?.firstDue || !shown.due || shown.extensionCount === 0 || shown.due <= shown.firstDue) return [];
  const days = daysBetween(shown.firstDue, shown.due);
  return [app.t(locale, 'extensions-change', { span: span(shown.firstDue, shown.due), n: shown.extensionCount, days })];
}

/** 'Исправлено 24.11.2026 10:05: прежний срок 25 декабря 2026 г.': that and what was put right after issuing. */
function correctionLine({ app, locale }: CardContext, { correction }: TaskView): string[] {
  if (!correction) return [];
  const { before } = correction;
  const what = [
    ...(before.text === undefined ? [] : [app.t(locale, 'tasks-corrected-text')]),
    ...(before.due ? [app.t(locale, 'tasks-corrected-due', { day: printDate(locale, before.due) })] : []),
  ];
  const at = printInstant(app.zone, new Date(correction.at));
  return [`✏️ ${app.t(locale, 'tasks-corrected', { at, what: what.join(', ') })}`];
}

/** One executor's dates may differ from the task's: the card shows those of the share it is about. A draft has only the task's. */
function shownShare(task: TaskView, share?: ParticipationView): ParticipationView | undefined {
  if (share || task.state === 'draft') return share;
  return task.fanOut ? undefined : task.participations.find((part) => part.role === 'responsible');
}

/** Where it stands: of one share, or counted over all. HTML. */
export function statusLine(context: CardContext, task: TaskView, share?: ParticipationView): string {
  const { app, locale } = context;
  if (task.state === 'cancelled') return app.t(locale, 'tasks-status-cancelled');
  if (task.state === 'closed') return closedLine(context, task);
  if (!share && isUnmanned(task)) return '';
  const count = countOf(context, task);
  const [only] = task.participations.filter((part) => part.state !== 'withdrawn');
  const single = share ?? (count.total === 1 ? only : undefined);
  if (single) return shareStatus(context, single);
  const marks = (['accepted', 'submitted', 'returned', 'overdue'] as const)
    .filter((state) => count[state] > 0)
    .map((state) => app.t(locale, `tasks-count-${state}`, { n: count[state] }));
  const reported = app.t(locale, 'tasks-count', { done: count.accepted + count.submitted, total: count.total });
  return [reported, ...marks].join(' · ');
}

/** All shares of the task, those at hand and those counted by the database. */
function countOf({ app }: CardContext, task: TaskView): Tally {
  return addTallies(tally(app.zone, task.participations, app.now()), task.beside);
}

/** Half of the time passed without any report: of the share the card is about; a card of many counts them. */
function riskLine(context: CardContext, task: TaskView, share?: ParticipationView): string[] {
  const { app, locale } = context;
  if (!liveTaskStates.includes(task.state)) return [];
  const shown = shownShare(task, share);
  if (shown) return isShareAtRisk(app.zone, shown, app.now()) ? [`🟡 ${app.t(locale, 'tasks-risk')}`] : [];
  const n = countOf(context, task).atRisk;
  return n > 0 ? [`🟡 ${app.t(locale, 'tasks-count-risk', { n })}`] : [];
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

function closedLine(context: CardContext, task: TaskView): string {
  const { app, locale } = context;
  const { bindingAccepted, late } = countOf(context, task);
  if (bindingAccepted === 0) return app.t(locale, 'tasks-status-closed');
  return app.t(locale, late > 0 ? 'tasks-status-closed-late' : 'tasks-status-closed-in-time');
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

/** State of one share with the working days left or passed. HTML. */
export function shareStatus({ app, calendar, locale }: CardContext, share: ParticipationView): string {
  if (share.state === 'submitted') return app.t(locale, 'tasks-status-review');
  if (share.state === 'accepted')
    return app.t(locale, share.inTime === false ? 'tasks-status-accepted-late' : 'tasks-status-accepted');
  if (share.state === 'withdrawn')
    return app.t(locale, share.waivedReason ? 'tasks-status-waived' : 'tasks-status-withdrawn');
  if (share.state === 'misaddressed') return app.t(locale, 'tasks-status-misaddressed');
  const word = app.t(locale, share.state === 'returned' ? 'tasks-status-returned' : 'tasks-status-work');
  const state = share.progress === null ? word : `${word} · ${app.t(locale, 'tasks-progress', { n: share.progress })}`;
  if (share.due === null) return state;
  const today = dayIn(app.zone, app.now());
  const { week } = share.post.org;
  if (isOverdue(app.zone, share, app.now())) {
    const n = calendar.workingDaysBetween(share.due, today, week);
    return `⚠️ ${app.t(locale, 'tasks-status-overdue', { n })}`;
  }
  if (share.due < today) return state;
  if (share.due === today) return `${state} · ${app.t(locale, 'tasks-due-today')}`;
  return `${state} · ${app.t(locale, 'tasks-days-left', { n: calendar.workingDaysBetween(today, share.due, week) })}`;
}
