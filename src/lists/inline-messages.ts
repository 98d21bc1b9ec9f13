// Results of inline mode: what is found stands in the list of the asker alone; posted are number, status and a button.
import type { InlineQueryResultArticle } from 'grammy/types';
import type { App } from '../app.ts';
import { clip } from '../org/messages.ts';
import type { FoundTask } from '../tasks/find-queries.ts';
import { specialFlag } from '../tasks/mark-messages.ts';
import type { Locale } from '../texts.ts';
import { taskLink } from './inline-rules.ts';

/** One result for each task. A confidential one has no words and no counts even in the list: people look over shoulders. */
export function inlineResults(app: App, locale: Locale, bot: string, rows: FoundTask[]): InlineQueryResultArticle[] {
  return rows.map((row) => {
    const status = statusOf(app, locale, row);
    const number = app.t(locale, 'tasks-number', { number: row.number });
    const about = row.confidential ? app.t(locale, 'lists-confidential') : row.headline;
    return {
      type: 'article',
      id: `task-${row.taskId}`,
      title: `${number} · ${status}`,
      description: clip(about, 120),
      input_message_content: { message_text: `<b>${number}</b> · ${status}`, parse_mode: 'HTML' },
      reply_markup: {
        inline_keyboard: [[{ text: app.t(locale, 'lists-button-open-task'), url: taskLink(bot, row.taskId) }]],
      },
    };
  });
}

/** '🔺 особый контроль · на контроле · исполнено 3 из 60 · просрочено: 2', by the shares that the asker may see; words without markup. */
function statusOf(app: App, locale: Locale, row: FoundTask): string {
  const { confidential, state, shares, accepted, overdue } = row;
  return [
    ...(confidential ? [] : specialFlag(app, locale, row)),
    app.t(locale, 'tasks-found-state', { state }),
    ...(shares > 1 && !confidential ? [app.t(locale, 'tasks-found-shares', { accepted, shares })] : []),
    ...(overdue > 0 && !confidential ? [`⚠️ ${app.t(locale, 'tasks-found-overdue', { n: overdue })}`] : []),
  ].join(' · ');
}
