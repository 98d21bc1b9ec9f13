// How reports look: the item under review with its history, the living list "For review", what an executor is told.
import type { App } from '../app.ts';
import { shortName } from '../org/messages.ts';
import { canClose } from '../org/rules.ts';
import type { Actor } from '../org/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDate, printInstant } from '../time.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { type CardContext, dueLine, excerpt, executorName, fitted, taskTitle } from '../tasks/messages.ts';
import { controlledTask, isLastOpen } from '../tasks/access-rules.ts';
import { specialSign } from '../tasks/mark-messages.ts';
import { isPart } from '../tasks/internal-due-rules.ts';
import { isInTime } from '../tasks/rules.ts';
import type { ReportView, ReviewItem } from './queries.ts';
import { type Around, reviewNotes } from './review-notes-messages.ts';
import { quickReasons } from './rules.ts';
import { reportWords } from './words-messages.ts';

/** Items on the living list; the rest is reached one after another. */
export const listedReports = 8;
/** Earlier versions shown under a report. */
const recalled = 3;

/** One report as its reviewer sees it: task, executor, when it came, text, files, earlier versions. HTML. */
export function reviewText(
  context: CardContext,
  item: ReviewItem,
  history: ReportView[],
  { waiting, around }: { waiting: number; around: Around },
): string {
  const { app, locale } = context;
  const { report, share, task } = item;
  const earlier = history.filter((other) => other.reportId !== report.reportId).slice(0, recalled);
  const write = (maxText: number): string => reviewLines(maxText).join('\n');
  const reviewLines = (maxText: number): string[] => [
    `📄 <b>${app.t(locale, 'reports-review-head', { n: waiting })}</b>`,
    taskTitle(context, task, share),
    escapeHtml(excerpt(task.headline, 80)),
    `<b>${escapeHtml(executorName(share.post, locale))}</b>, ${escapeHtml(shortName(report.byName))}`,
    dueLine(context, task, share),
    submittedLine(app, locale, item),
    '',
    report.text
      ? escapeHtml(excerpt(mask(reportWords(app, locale, report.text)), maxText))
      : app.t(locale, 'reports-without-words'),
    ...(report.files.length > 0 ? [app.t(locale, 'reports-files', { n: report.files.length })] : []),
    ...reviewNotes(context, item, around),
    ...(earlier.length > 0
      ? ['', app.t(locale, 'reports-history'), ...earlier.map((one) => historyLine(app, locale, one))]
      : []),
  ];
  return fitted(write, 2200, 300);
}

function submittedLine(app: App, locale: Locale, { report, share }: ReviewItem): string {
  const at = printInstant(app.zone, report.submittedAt);
  const key = isInTime(app.zone, share, report.submittedAt) ? 'reports-submitted' : 'reports-submitted-late';
  return app.t(locale, key, { at, version: report.version });
}

function historyLine(app: App, locale: Locale, report: ReportView): string {
  const at = printInstant(app.zone, report.submittedAt);
  const words = report.comment ?? reportWords(app, locale, report.text);
  const line = app.t(locale, 'reports-history-line', { version: report.version, at, state: report.state });
  const head = report.blocked ? `🚧 ${line}` : `• ${line}`;
  return words ? `${head}: ${escapeHtml(excerpt(mask(words), 150))}` : head;
}

/** Buttons of a decision; taking off control is offered where nothing else binding is left and the actor may. */
export function reviewKeyboard(context: CardContext, actor: Actor, { report, share, task }: ReviewItem): Keyboard {
  const t = (key: string): string => context.app.t(context.locale, key);
  const closable = isLastOpen(task, share.participationId) && canClose(actor, controlledTask(task)) !== null;
  const { reportId } = report;
  return [
    ...(closable ? [[button(t('reports-button-accept-close'), 'reports.acceptclose', reportId)]] : []),
    [
      button(t('reports-button-accept'), 'reports.accept', reportId),
      button(t('reports-button-return'), 'reports.return', reportId),
    ],
    [
      button(t('reports-button-ask'), 'reports.ask', reportId),
      button(t('reports-button-next'), 'reports.next', reportId),
    ],
  ];
}

/** Reasons to choose from, and one's own words. */
export function reasonKeyboard(app: App, locale: Locale, reportId: number): Keyboard {
  return [
    ...quickReasons.map((reason) => [
      button(app.t(locale, `reports-reason-${reason}`), 'reports.reason', reportId, reason),
    ]),
    [
      button(app.t(locale, 'reports-button-own-reason'), 'reports.ownreason', reportId),
      button(app.t(locale, 'reports-button-back'), 'reports.open', reportId),
    ],
  ];
}

/** "For review (n)": the first ones with a button each, and how many there are. */
export function queueMessage(
  app: App,
  locale: Locale,
  shown: ReviewItem[],
  total: number,
): { text: string; keyboard: Keyboard } {
  if (total === 0) return { text: app.t(locale, 'reports-queue-empty'), keyboard: [] };
  const lines = shown.map((item) => {
    const { report, share, task } = item;
    const late = isInTime(app.zone, share, report.submittedAt) ? '' : ` · ${app.t(locale, 'reports-late')}`;
    const number = app.t(locale, 'tasks-number', { number: task.number ?? '' });
    const special = task.specialControl ? `${specialSign} ` : '';
    return `• ${special}<b>${number}</b> · ${escapeHtml(excerpt(executorName(share.post, locale), 60))} · ${printInstant(app.zone, report.submittedAt)}${late}`;
  });
  const more = total > shown.length ? [`… ${app.t(locale, 'tasks-more', { n: total - shown.length })}`] : [];
  const buttons = shown.map(({ report, share, task }) => [
    button(
      excerpt(
        `${task.specialControl ? `${specialSign} ` : ''}№ ${task.number ?? ''} · ${executorName(share.post, locale)}`,
        50,
      ),
      'reports.open',
      report.reportId,
    ),
  ]);
  return {
    text: [`📥 <b>${app.t(locale, 'reports-queue', { n: total })}</b>`, ...lines, ...more].join('\n'),
    keyboard: [
      ...buttons,
      [button(app.t(locale, 'reports-button-in-turn'), 'reports.queue')],
      ...(total > 1 ? [[button(app.t(locale, 'reports-button-by-page'), 'reports.pages')]] : []),
    ],
  };
}

/** Told to the executor: the report was accepted, in time or late, and whether the task is off control. HTML. */
export function acceptedText({ app, locale }: CardContext, { report, share, task }: ReviewItem): string {
  const at = printInstant(app.zone, report.decidedAt ?? app.now());
  const lines = [
    `✅ ${app.t(locale, 'reports-accepted', { number: task.number ?? '', at })}`,
    app.t(
      locale,
      `reports-accepted-${isPart(task, share) ? 'part-' : ''}${share.inTime === false ? 'late' : 'in-time'}`,
      {
        closed: task.state === 'closed' ? 'yes' : 'no',
      },
    ),
  ];
  return lines.join(' ');
}

/** Told to the executor: the report came back, why, and that the date stays. HTML. */
export function returnedText({ app, locale }: CardContext, { report, share, task }: ReviewItem): string {
  const lines = [
    `↩️ ${app.t(locale, 'reports-returned', { number: task.number ?? '' })}`,
    app.t(locale, 'tasks-reason', { reason: report.comment ?? '' }),
    ...(share.due ? [app.t(locale, 'reports-due-unchanged', { day: printDate(locale, share.due) })] : []),
    app.t(locale, 'reports-report-again'),
  ];
  return lines.join('\n');
}
