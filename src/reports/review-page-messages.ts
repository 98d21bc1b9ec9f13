// How a page of reports looks: who handed in what, in a line each, and one button to accept them all.
import type { App } from '../app.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { specialSign } from '../tasks/mark-messages.ts';
import { executorName, excerpt } from '../tasks/messages.ts';
import { isInTime } from '../tasks/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { missingEvidence } from './evidence-rules.ts';
import type { ReviewItem } from './queries.ts';
import type { PageAccepted } from './review-page-actions.ts';
import { reportWords } from './words-messages.ts';

/** So many characters of a name and of a report stand in a line. */
const nameLength = 50;
const firstWords = 120;
const buttonsInRow = 5;

export type Page = {
  items: ReviewItem[];
  /** Which page it is, and the last one there is, from 0. */
  page: number;
  last: number;
  /** How many wait in all; so many of them are on special control and on no page. */
  total: number;
  special: number;
  /** So many say the same in a few words and can be accepted together. */
  same?: number;
};

/** A page of what waits for review; HTML. */
export function pageMessage(app: App, locale: Locale, of: Page): { text: string; keyboard: Keyboard } {
  const { items: shown, page: at, last, total, special, same = 0 } = of;
  const lines = [
    `📥 <b>${app.t(locale, 'reports-queue', { n: total })}</b>`,
    ...shown.map((item, index) => itemLine(app, locale, item, index + 1)),
    ...(special > 0 ? [`${specialSign} ${app.t(locale, 'reports-page-special', { n: special })}`] : []),
  ];
  const opening = shown.map(({ report }, index) => button(String(index + 1), 'reports.open', report.reportId));
  const rows: Keyboard = [];
  for (let from = 0; from < opening.length; from += buttonsInRow) rows.push(opening.slice(from, from + buttonsInRow));
  const turn = [
    ...(at > 0 ? [button('‹', 'reports.page', at - 1)] : []),
    ...(at < last ? [button('›', 'reports.page', at + 1)] : []),
  ];
  if (shown.length > 0)
    rows.push([button(app.t(locale, 'reports-button-accept-page', { n: shown.length }), 'reports.acceptpage', at)]);
  if (turn.length > 0) rows.push(turn);
  if (same > 1) rows.push([button(app.t(locale, 'reports-button-same', { n: same }), 'reports.same')]);
  if (special > 0) rows.push([button(app.t(locale, 'reports-button-in-turn'), 'reports.queue')]);
  return { text: lines.join('\n\n'), keyboard: rows };
}

/** A page of reports that say the same: who they are from, and one press for all of them. HTML. */
export function sameMessage(
  app: App,
  locale: Locale,
  { items: shown, total, words }: { items: ReviewItem[]; total: number; words: string },
): { text: string; keyboard: Keyboard } {
  const number = app.t(locale, 'tasks-number', { number: shown[0]?.task.number ?? '' });
  const said = escapeHtml(excerpt(mask(words), firstWords));
  const head = `📥 <b>${app.t(locale, 'reports-same', { n: total })}</b> · ${number}: «${said}»`;
  const lines = shown.map(({ report, share, task }, index) => {
    const name = escapeHtml(excerpt(executorName(share.post, locale), nameLength));
    const files = report.files.length > 0 ? [`📎 ${report.files.length}`] : [];
    return [`${index + 1}. ${name}`, ...files, ...lacking(app, locale, { report, task })].join(' · ');
  });
  const opening = shown.map(({ report }, index) => button(String(index + 1), 'reports.open', report.reportId));
  const rows: Keyboard = [];
  for (let from = 0; from < opening.length; from += buttonsInRow) rows.push(opening.slice(from, from + buttonsInRow));
  rows.push([button(app.t(locale, 'reports-button-accept-page', { n: shown.length }), 'reports.acceptsame')]);
  return { text: [head, ...lines].join('\n'), keyboard: rows };
}

function itemLine(app: App, locale: Locale, { report, share, task }: ReviewItem, n: number): string {
  const name = escapeHtml(excerpt(executorName(share.post, locale), nameLength));
  const number = app.t(locale, 'tasks-number', { number: task.number ?? '' });
  const late = isInTime(app.zone, share, report.submittedAt) ? [] : [app.t(locale, 'reports-late')];
  const files = [
    ...(report.files.length > 0 ? [`📎 ${report.files.length}`] : []),
    ...(report.likeness ? [`🔎 ${app.t(locale, 'reports-like-short')}`] : []),
    ...lacking(app, locale, { report, task }),
  ];
  const head = [`${n}. <b>${name}</b>`, number, ...late, ...files].join(' · ');
  const words = reportWords(app, locale, report.text).replace(/\s+/g, ' ').trim();
  return `${head}\n${words ? escapeHtml(excerpt(mask(words), firstWords)) : app.t(locale, 'reports-without-words')}`;
}

/** What the completion form asks for and the report has not: nobody accepts it unseen. */
function lacking(app: App, locale: Locale, { report, task }: Pick<ReviewItem, 'report' | 'task'>): string[] {
  const missing = missingEvidence(task.completionForm, { text: report.text ?? '', files: report.files });
  if (missing.length === 0) return [];
  const what = missing.map((kind) => app.t(locale, `reports-evidence-${kind}`)).join(', ');
  return [`⚠️ ${app.t(locale, 'reports-page-missing', { what })}`];
}

/** What one press has done: how many were accepted, which were not and why. HTML. */
export function pageAcceptedText(app: App, locale: Locale, { accepted, leftOut }: PageAccepted): string {
  const lines = leftOut.map(({ number, post, reason, args }) => {
    const name = escapeHtml(excerpt(executorName(post, locale), nameLength));
    return `• ${app.t(locale, 'tasks-number', { number })}, ${name}: ${app.t(locale, reason, args)}`;
  });
  return [
    `✅ ${app.t(locale, 'reports-page-accepted', { n: accepted })}`,
    ...(lines.length > 0 ? [app.t(locale, 'reports-page-left-out', { n: lines.length }), ...lines] : []),
  ].join('\n');
}
