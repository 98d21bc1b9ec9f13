// The agenda entry by entry, one entry with its presses, and the list of who was there. HTML.
import type { Panel } from '../resolutions/panel-messages.ts';
import { postTitle } from '../org/messages.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import type { ReviewItem } from '../reports/queries.ts';
import { reportWords } from '../reports/words-messages.ts';
import { type CardContext, card, excerpt, executorName, fitted, longestName, notice } from '../tasks/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { carriedLine, type Sitting, sittingHead } from './messages.ts';
import type { QuestionView, SittingView } from './queries.ts';
import { countAttendance } from './rules.ts';
import type { SeenQuestion } from './sight-rules.ts';

const perPage = 8;
/** Names on one page of the attendance, two in a row. */
const namesPerPage = 16;
const marks = { planned: '▫️', heard: '✅', not_heard: '✖️', deferred: '⏭' };
const presence = { invited: '▫️', present: '✅', absent: '✖️', excused: '📄', substitute: '🔄' };

/** The agenda, eight entries on a page; presses for who keeps the sitting while it is open. */
export function agendaPanel(context: CardContext, { view, seen, keeps }: Sitting, page = 0): Panel {
  const { app, locale } = context;
  const last = Math.max(0, Math.ceil(seen.length / perPage) - 1);
  const at = Math.min(page, last);
  const shown = seen.slice(at * perPage, (at + 1) * perPage);
  const none = seen.length === 0 ? [app.t(locale, 'meetings-agenda-empty')] : [];
  const lines = (max: number): string[] => [
    ...sittingHead(context, view),
    '',
    ...none,
    ...shown.flatMap((entry) => entryLines(context, entry, seen.indexOf(entry) + 1, max)),
  ];
  const buttons = shown.map((entry) =>
    button(`${marks[entry.question.state]} ${seen.indexOf(entry) + 1}`, 'meetings.question', entry.question.agendaId),
  );
  const rows = [buttons.slice(0, 4), buttons.slice(4)].filter((row) => row.length > 0);
  const add = button(app.t(locale, 'meetings-button-question'), 'meetings.add', view.meetingId);
  const back = button(app.t(locale, 'resolutions-button-back'), 'meetings.sitting', view.meetingId);
  return {
    html: fitted((max) => lines(max).join('\n'), 150, 30),
    keyboard: [
      ...(keeps ? rows : []),
      ...turns('meetings.agenda', [view.meetingId], at, last),
      ...(keeps && view.heldAt === null ? [[add]] : []),
      [back],
    ],
  };
}

function entryLines(
  context: CardContext,
  { question, task, discreet }: SeenQuestion,
  n: number,
  max: number,
): string[] {
  const mark = marks[question.state];
  const note = question.note ? [`<i>${escapeHtml(excerpt(question.note, max))}</i>`] : [];
  if (task) return [`${mark} ${n}. ${carriedLine(context, task, discreet, max)}`, ...note];
  return [`${mark} ${n}. ${escapeHtml(excerpt(question.text, max))}${speakerOf(context, question)}`, ...note];
}

function speakerOf({ locale }: CardContext, { speaker }: QuestionView): string {
  return speaker ? ` — ${escapeHtml(excerpt(postTitle(speaker, locale), longestName))}` : '';
}

export type Entry = { view: SittingView; seen: SeenQuestion; reports: ReviewItem[]; mayAmend: boolean };

/** One entry: for a question what became of it, for an item its card with the reports that wait. `from` travels with each press. */
export function questionPanel(context: CardContext, { view, seen, reports, mayAmend }: Entry): Panel {
  const { app, locale } = context;
  const { question, task, discreet } = seen;
  const about = (maxText: number): string => {
    if (!task) return `${escapeHtml(excerpt(question.text, maxText))}${speakerOf(context, question)}`;
    return discreet ? notice(context, task) : card(context, task, { maxText });
  };
  const state = app.t(locale, 'meetings-question-state', { state: question.state });
  const note = question.note ? [app.t(locale, 'meetings-note', { note: question.note })] : [];
  const html = fitted(
    (max) =>
      [...sittingHead(context, view), '', about(max), state, ...note, ...reportLines(context, reports, max)].join('\n'),
    1500,
  );
  const open = view.heldAt === null;
  const back = [button(app.t(locale, 'resolutions-button-back'), 'meetings.agenda', view.meetingId, 0)];
  return {
    html,
    keyboard: open
      ? [
          ...reportRows(context, question, reports),
          ...stateRows(context, question),
          ...taskRows(context, seen, mayAmend),
          back,
        ]
      : [back],
  };
}

function stateRows({ app, locale }: CardContext, { agendaId, state, taskId }: QuestionView): Keyboard {
  const to = (next: string) =>
    button(app.t(locale, 'meetings-button-set', { state: next }), 'meetings.set', agendaId, state, next);
  const others = ['heard', 'not_heard', 'deferred'].filter((next) => next !== state).map(to);
  const note = button(app.t(locale, 'meetings-button-note'), 'meetings.note', agendaId);
  const remove =
    taskId === null && state === 'planned'
      ? [button(app.t(locale, 'meetings-button-remove'), 'meetings.remove', agendaId)]
      : [];
  return [others, [note, ...remove]];
}

function reportLines({ app, locale }: CardContext, reports: ReviewItem[], max: number): string[] {
  return reports.flatMap(({ report, share }, index) => {
    const name = escapeHtml(excerpt(executorName(share.post, locale), longestName));
    const text = escapeHtml(excerpt(mask(reportWords(app, locale, report.text)), Math.min(max, 300)));
    return ['', `<b>${app.t(locale, 'meetings-report', { n: index + 1 })}</b> ${name}`, ...(text ? [text] : [])];
  });
}

function reportRows({ app, locale }: CardContext, { agendaId }: QuestionView, reports: ReviewItem[]): Keyboard {
  return reports.map(({ report }, index) => [
    button(app.t(locale, 'meetings-button-accept', { n: index + 1 }), 'meetings.accept', agendaId, report.reportId),
    button(app.t(locale, 'meetings-button-return', { n: index + 1 }), 'meetings.return', agendaId, report.reportId),
  ]);
}

function taskRows({ app, locale }: CardContext, { question, task }: SeenQuestion, mayAmend: boolean): Keyboard {
  if (!task) return [];
  const press = (key: string, verb: string, id: number) => button(app.t(locale, key), verb, id);
  return mayAmend
    ? [[press('resolutions-button-amend', 'resolutions.amend-item', task.taskId)]]
    : [[press('meetings-button-before-chair', 'meetings.before-chair', question.agendaId)]];
}

/** Who was there: a press turns a name on; everybody at once first. */
export function attendancePanel(context: CardContext, view: SittingView, page = 0): Panel {
  const { app, locale } = context;
  const { meetingId, attendance } = view;
  const last = Math.max(0, Math.ceil(attendance.length / namesPerPage) - 1);
  const at = Math.min(page, last);
  const open = view.heldAt === null;
  const shown = attendance.slice(at * namesPerPage, (at + 1) * namesPerPage);
  const buttons = shown.map(({ post, state }) => {
    const label = excerpt(`${presence[state]} ${executorName(post, locale)}`, 40);
    return button(label, 'meetings.turn', meetingId, post.postId, state, at);
  });
  const rows = Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
  const listed = shown.map(({ post, state }) => {
    const name = escapeHtml(excerpt(postTitle(post, locale), longestName));
    return `${presence[state]} ${name}`;
  });
  const all = [button(app.t(locale, 'meetings-button-all-present'), 'meetings.all', meetingId)];
  const html = [
    ...sittingHead(context, view),
    '',
    app.t(locale, 'meetings-attendance', { ...countAttendance(attendance), total: attendance.length }),
    ...(open ? [app.t(locale, 'meetings-attendance-how')] : listed),
  ];
  return {
    html: html.join('\n'),
    keyboard: [
      ...(open && attendance.some(({ state }) => state === 'invited') ? [all] : []),
      ...(open ? rows : []),
      ...turns('meetings.attendance', [meetingId], at, last),
      [button(app.t(locale, 'resolutions-button-back'), 'meetings.sitting', meetingId)],
    ],
  };
}

/** The draft was opened: unfinished items that can be taken over with a new date. */
export function takeOverPanel(
  context: CardContext,
  { resolutionId, items, page }: { resolutionId: number; items: SeenQuestion[]; page: number },
): Panel {
  const { app, locale } = context;
  const last = Math.max(0, Math.ceil(items.length / perPage) - 1);
  const at = Math.min(page, last);
  const shown = items.slice(at * perPage, (at + 1) * perPage);
  const lines = shown.flatMap(({ task, discreet }) => (task ? [carriedLine(context, task, discreet, 120)] : []));
  const buttons = shown.flatMap(({ task }) =>
    task
      ? [[button(excerpt(`↪️ ${task.number ?? ''} ${task.headline}`, 60), 'meetings.take', resolutionId, task.taskId)]]
      : [],
  );
  const panel = button(app.t(locale, 'resolutions-button-open'), 'resolutions.panel', resolutionId, 0);
  const html = [
    app.t(locale, 'meetings-draft-open'),
    ...(lines.length > 0 ? ['', app.t(locale, 'meetings-take-over'), ...lines] : []),
  ];
  return {
    html: html.join('\n'),
    keyboard: [...buttons, ...turns('meetings.takeover', [resolutionId], at, last), [panel]],
  };
}
