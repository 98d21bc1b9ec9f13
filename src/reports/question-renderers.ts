// Messages of questions and hindrances that the sender writes.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { MessageRow, Rendered } from '../outbox/rules.ts';
import { type CardContext, dueLine, excerpt, executorName, taskTitle } from '../tasks/messages.ts';
import { shareView, type ShareView } from '../tasks/queries.ts';
import { button } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { questionItem, reportUnderReview, threadOf } from './question-queries.ts';
import { threadLines } from './review-notes-messages.ts';

/** A question to whoever was asked, with what was asked before; answering the message answers it. */
export async function renderQuestion(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const { questionId } = row.data;
  const item = typeof questionId === 'number' ? await questionItem(app, questionId) : null;
  if (!item || item.question.answer !== null) return null;
  const { question } = item;
  const context = { app, calendar: await loadCalendar(app), locale };
  const earlier = (await threadOf(app, question.participationId)).filter(
    (each) => each.questionId < question.questionId,
  );
  const lines = [
    `❓ <b>${app.t(locale, 'reports-question-head')}</b>`,
    ...aboutLines(context, item),
    ...threadLines(context, earlier),
    question.from ? `<b>${escapeHtml(executorName(question.from, locale))}</b>` : '',
    escapeHtml(excerpt(mask(question.text), 1000)),
    '',
    app.t(locale, 'reports-how-to-answer'),
  ];
  const answer = button(app.t(locale, 'reports-button-answer'), 'reports.answer', question.questionId);
  return { text: lines.filter((line, at) => line !== '' || at > 4).join('\n'), keyboard: [[answer]] };
}

/** The answer to whoever asked. */
export async function renderAnswer(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const { questionId } = row.data;
  const item = typeof questionId === 'number' ? await questionItem(app, questionId) : null;
  if (!item || item.question.answer === null) return null;
  const context = { app, calendar: await loadCalendar(app), locale };
  const lines = [
    `💬 <b>${app.t(locale, 'reports-answer-head')}</b>`,
    ...aboutLines(context, item),
    ...threadLines(context, [item.question]),
  ];
  const asked =
    item.question.from?.postId === item.share.post.postId
      ? null
      : await reportUnderReview(app, item.share.participationId);
  const open = asked === null ? [] : [[button(app.t(locale, 'reports-button-review-open'), 'reports.open', asked)]];
  return { text: lines.join('\n'), keyboard: open };
}

/** What hinders, told once to who controls; not when it is over by then. */
export async function renderBlocked(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const found = row.subjectId === null ? null : await shareView(app, row.subjectId);
  if (!found?.share.blockedReason) return null;
  const context = { app, calendar: await loadCalendar(app), locale };
  const { share, task } = found;
  const lines = [
    `🚧 <b>${app.t(locale, 'reports-blocked-head')}</b>`,
    ...aboutLines(context, found),
    dueLine(context, task, share),
    escapeHtml(excerpt(mask(share.blockedReason ?? ''), 1000)),
  ];
  return {
    text: lines.join('\n'),
    keyboard: [[button(app.t(locale, 'tasks-button-details'), 'tasks.open', task.taskId)]],
  };
}

function aboutLines(context: CardContext, { task, share }: ShareView): string[] {
  return [
    `${taskTitle(context, task, share)} · ${escapeHtml(excerpt(executorName(share.post, context.locale), 60))}`,
    escapeHtml(excerpt(task.headline, 80)),
  ];
}
