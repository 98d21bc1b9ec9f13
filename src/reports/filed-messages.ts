// What the author hears of a report just filed: registered or held back, what it says, until when it can be taken back.
import type { App } from '../app.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale } from '../texts.ts';
import { timeIn } from '../time.ts';
import type { Filed } from './actions.ts';

/** The words and the button that takes the report back. HTML. */
export function filedText(app: App, locale: Locale, filed: Filed): { html: string; keyboard: Keyboard } {
  const { number, final, held, files, undoUntil, reportId } = filed;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const lines = [
    t(held ? 'tasks-report-held' : final ? 'reports-filed' : 'reports-filed-interim', { number }),
    ...(filed.blocked ? [`🚧 ${t('reports-blocked-noted')}`] : []),
    ...(files > 0 ? [t('reports-filed-files', { n: files })] : []),
    ...(undoUntil ? [t('reports-undo-until', { time: timeIn(app.zone, undoUntil) })] : []),
  ];
  const keyboard = undoUntil ? [[button(t('reports-button-undo'), 'reports.undo', reportId)]] : [];
  return { html: lines.join('\n'), keyboard };
}
