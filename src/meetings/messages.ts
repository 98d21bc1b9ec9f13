// How meetings look: the list, a series, a sitting with what changed, its agenda and who was there. HTML.
import { orgName, postTitle } from '../org/messages.ts';
import type { Panel } from '../resolutions/panel-messages.ts';
import { type CardContext, dueLine, excerpt, executorName, longestName } from '../tasks/messages.ts';
import { statusLine } from '../tasks/status-messages.ts';
import type { PostView } from '../tasks/post-queries.ts';
import type { TaskView } from '../tasks/queries.ts';
import { recurrenceLine } from '../tasks/recurrence-messages.ts';
import { isOverdue } from '../tasks/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { type Day, printDay, printDayShort } from '../time.ts';
import { type Changed, changeKinds } from './carry-queries.ts';
import type { SeriesView, SittingLine, SittingView } from './queries.ts';
import { countAttendance } from './rules.ts';
import type { SeenQuestion } from './sight-rules.ts';

/** Numbers of items in one line of changes. */
const shownNumbers = 25;
/** So many executors of one task are named, more are counted. */
const namedReporters = 5;

type Lists = { series: SeriesView[]; kept: SittingLine[]; invited: SittingLine[] };

/** What somebody keeps, chairs or is expected at; `mayCreate` offers a new series. */
export function meetingsPanel({ app, locale }: CardContext, lists: Lists, mayCreate: boolean): Panel {
  const sitting = (line: SittingLine) => [
    button(
      excerpt(`${line.held ? '✅' : '🗓'} ${printDayShort(line.day)} · ${line.theme}`, 60),
      'meetings.sitting',
      line.meetingId,
    ),
  ];
  const keyboard: Keyboard = [
    ...[...lists.kept, ...lists.invited].slice(0, 12).map(sitting),
    ...lists.series
      .slice(0, 12)
      .map((one) => [button(excerpt(`🔁 ${one.theme}`, 60), 'meetings.series', one.seriesId)]),
    ...(mayCreate ? [[button(app.t(locale, 'meetings-button-create'), 'meetings.create')]] : []),
  ];
  const count = { sittings: lists.kept.length + lists.invited.length, series: lists.series.length };
  return { html: app.t(locale, 'meetings-list', count), keyboard };
}

/** A series with the press that opens its next sitting; `appoints`: may change who chairs and who keeps the record. */
export function seriesPanel(
  { app, locale }: CardContext,
  view: SeriesView,
  { secretary, appoints }: { secretary: PostView | null; appoints: boolean },
): Panel {
  const press = (key: string, verb: string) => button(app.t(locale, key), verb, view.seriesId);
  const lines = [
    `🔁 <b>${escapeHtml(view.theme)}</b>`,
    app.t(locale, 'resolutions-body', { name: excerpt(orgName(view.org, locale), 120) }),
    app.t(locale, 'resolutions-chair', { name: excerpt(postTitle(view.chair, locale), 150) }),
    ...(secretary ? [app.t(locale, 'meetings-secretary', { name: excerpt(postTitle(secretary, locale), 150) })] : []),
    view.recurrence ? recurrenceLine(app.t, locale, view.recurrence) : app.t(locale, 'meetings-by-hand'),
    ...placeLines({ app, locale }, view),
    app.t(locale, 'meetings-members', { n: view.memberPostIds.length }),
    ...(view.agenda.length > 0 ? ['', app.t(locale, 'meetings-standing')] : []),
    ...view.agenda.slice(0, 20).map(({ text }) => `• ${escapeHtml(excerpt(text, 120))}`),
    ...(view.endedAt ? ['', app.t(locale, 'meetings-series-ended')] : []),
  ];
  const open = view.last
    ? [[button(app.t(locale, 'meetings-button-last'), 'meetings.sitting', view.last.meetingId)]]
    : [];
  const keyboard = [
    [press('meetings-button-next', 'meetings.next')],
    ...open,
    ...(appoints
      ? [[press('meetings-button-chair', 'meetings.chair'), press('meetings-button-secretary', 'meetings.secretary')]]
      : []),
    [press('meetings-button-members', 'meetings.members'), press('meetings-button-end', 'meetings.end')],
  ];
  return { html: lines.join('\n'), keyboard: [...(view.endedAt ? open : keyboard), [toList({ app, locale })]] };
}

/** The way back to all sittings and series. */
export function toList({ app, locale }: Pick<CardContext, 'app' | 'locale'>): Keyboard[number][number] {
  return button(app.t(locale, 'meetings-button-list'), 'meetings.list');
}

function placeLines(
  { app, locale }: Pick<CardContext, 'app' | 'locale'>,
  { time, place }: { time: string | null; place: string | null },
): string[] {
  return [
    ...(time ? [app.t(locale, 'meetings-time', { time })] : []),
    ...(place ? [app.t(locale, 'meetings-place', { place })] : []),
  ];
}

/** Theme, day, place and chair of a sitting; a day off is marked. */
export function sittingHead({ app, calendar, locale }: CardContext, view: SittingView): string[] {
  const off = calendar.isWorkingDay(view.day, 5) ? '' : ` · ${app.t(locale, 'tasks-day-off')}`;
  return [
    `🗓 <b>${escapeHtml(view.theme)}</b>`,
    `${app.t(locale, 'meetings-day', { day: printDay(locale, view.day) })}${off}`,
    ...placeLines({ app, locale }, view),
    app.t(locale, 'resolutions-chair', { name: excerpt(postTitle(view.chair, locale), 150) }),
  ];
}

export type Sitting = {
  view: SittingView;
  seen: SeenQuestion[];
  /** Since the last sitting, of items that the reader may see. */
  changes: Changed[];
  tasks: Map<number, TaskView>;
  /** May change agenda and attendance. */
  keeps: boolean;
};

/** The sitting: what stands on it, what is overdue, what changed, and the buttons of who keeps it. */
export function sittingPanel(context: CardContext, sitting: Sitting): Panel {
  const { app, locale } = context;
  const { view, keeps } = sitting;
  const { meetingId } = view;
  const press = (key: string, verb: string, ...args: number[]) => button(app.t(locale, key), verb, meetingId, ...args);
  const lines = [
    ...sittingHead(context, view),
    '',
    ...(view.heldAt ? [app.t(locale, 'meetings-was-held')] : []),
    ...(keeps && view.attendance.length > 0 ? [expectedLine(context, view)] : []),
    ...outstandingLines(context, sitting),
  ];
  const open = view.heldAt === null;
  const [resolution] = view.resolutions;
  const keyboard: Keyboard = [
    [
      press('meetings-button-agenda', 'meetings.agenda', 0),
      ...(keeps ? [press('meetings-button-attendance', 'meetings.attendance', 0)] : []),
    ],
    ...(keeps && open
      ? [[press('meetings-button-send', 'meetings.send'), press('meetings-button-move', 'meetings.move')]]
      : []),
    ...(keeps && open ? [[press('meetings-button-held', 'meetings.held')]] : []),
    ...(keeps ? [[press(resolution ? 'meetings-button-resolution' : 'meetings-button-draft', 'meetings.draft')]] : []),
    [toList({ app, locale })],
  ];
  return { html: lines.join('\n'), keyboard };
}

/** Before the sitting nobody is marked: how many are expected is all there is to say. */
function expectedLine(context: CardContext, view: SittingView): string {
  const [n, open] = [view.attendance.length, view.heldAt === null];
  if (!open || countAttendance(view.attendance).invited < n) return attendanceLine(context, view);
  return context.app.t(context.locale, 'meetings-expected', { n });
}

function attendanceLine({ app, locale }: CardContext, { attendance }: SittingView): string {
  return app.t(locale, 'meetings-attendance', { ...countAttendance(attendance), total: attendance.length });
}

/** Asked before a sitting is closed for good: who was marked, and how many questions count as not heard. HTML. */
export function heldQuestion(context: CardContext, view: SittingView): string {
  const { app, locale } = context;
  const open = view.agenda.filter(({ state, taskId }) => state === 'planned' && taskId === null).length;
  const agenda = app.t(locale, 'meetings-held-agenda', { total: view.agenda.length, open });
  const lines = [app.t(locale, 'meetings-held-question'), attendanceLine(context, view), agenda];
  return lines.join('\n');
}

/** Unfinished and overdue items, and what changed since the last sitting: also the body of the brief. */
export function outstandingLines(context: CardContext, { seen, changes, tasks, view }: Sitting): string[] {
  const { app, locale } = context;
  const carried = seen.filter(({ task }) => task !== null);
  const overdue = carried.filter(({ task, discreet }) => task && !discreet && hasOverdue(context, task));
  const numbers = (ids: number[]): string => {
    const all = ids.flatMap((id) => tasks.get(id) ?? []).map(itemName);
    const more = all.length > shownNumbers ? [app.t(locale, 'resolutions-more', { n: all.length - shownNumbers })] : [];
    return [...all.slice(0, shownNumbers), ...more].join(', ');
  };
  const changed = changeKinds.flatMap((kind) => {
    const ids = changes.filter((change) => change.kind === kind).map(({ taskId }) => taskId);
    return ids.length > 0 ? [app.t(locale, 'meetings-changed', { kind, numbers: numbers(ids) })] : [];
  });
  const ids = (list: SeenQuestion[]): number[] => list.flatMap(({ task }) => task?.taskId ?? []);
  return [
    app.t(locale, 'meetings-counts', {
      questions: seen.length - carried.length,
      carried: carried.length,
      overdue: overdue.length,
    }),
    ...(overdue.length > 0 ? [`⚠️ ${app.t(locale, 'meetings-overdue', { numbers: numbers(ids(overdue)) })}`] : []),
    ...reporterLines(context, carried, view.day),
    ...(changed.length > 0 ? ['', app.t(locale, 'meetings-since'), ...changed] : []),
  ];
}

/** Who should report: executors whose date is over by the day of the sitting; of a task for many their number. */
function reporterLines({ app, locale }: CardContext, carried: SeenQuestion[], day: string): string[] {
  const names = new Set<string>();
  const many: string[] = [];
  for (const { task } of carried) {
    if (!task) continue;
    const owing = task.participations.filter(
      ({ state, due }) => ['assigned', 'acknowledged', 'returned'].includes(state) && due !== null && due <= day,
    );
    // Of a task for many only some late ones were read.
    const n = owing.length + task.beside.overdue;
    if (n > namedReporters) many.push(app.t(locale, 'meetings-reporters-many', { number: itemName(task), n }));
    else for (const { post } of owing) names.add(excerpt(executorName(post, locale), longestName));
  }
  const all = [...names, ...many];
  if (all.length === 0) return [];
  const more = all.length > 10 ? [app.t(locale, 'resolutions-more', { n: all.length - 10 })] : [];
  return [app.t(locale, 'meetings-reporters', { names: [...all.slice(0, 10), ...more].join('; ') })];
}

export function hasOverdue({ app }: Pick<CardContext, 'app'>, task: TaskView): boolean {
  return task.beside.overdue > 0 || task.participations.some((share) => isOverdue(app.zone, share, app.now()));
}

/** The minutes of a sitting by their number, '№ 14', or by its day where they have none. */
export function protocolName({ number, day }: { number: string | null; day: Day }): string {
  return number ? `№ ${number}` : printDayShort(day);
}

/** '2.1 (№ 14)': an item with the minutes it stands in. */
export function itemName({ number, resolution }: Pick<TaskView, 'number' | 'resolution'>): string {
  return resolution?.number ? `${number ?? ''} (№ ${resolution.number})` : (number ?? '');
}

/** One line of an item that is carried: number, headline, executors, date and state; of a discreet one number and date. */
export function carriedLine(context: CardContext, task: TaskView, discreet: boolean, max = 150): string {
  const name = `№ ${escapeHtml(itemName(task))}`;
  if (discreet) return [`🔒 ${name}`, dueLine(context, task)].join(' · ');
  const live = task.participations.filter(({ state }) => state !== 'withdrawn');
  const names = excerpt(live.map(({ post }) => executorName(post, context.locale)).join('; '), 90);
  const title = `${hasOverdue(context, task) ? '⚠️ ' : ''}${name} ${escapeHtml(excerpt(task.headline, max))}`;
  return [title, escapeHtml(names), dueLine(context, task), statusLine(context, task)].filter(Boolean).join(' · ');
}
