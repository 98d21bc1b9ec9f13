// Marks as a card shows them: whoever executes must know of special control, and that the task is not for others.
import type { App } from '../app.ts';
import type { Locale } from '../texts.ts';
import type { TaskView } from './queries.ts';

/** '❗️ На особом контроле · 🔒 Конфиденциально', or nothing. HTML. */
export function markLines(app: App, locale: Locale, task: Pick<TaskView, 'specialControl' | 'confidential'>): string[] {
  const marks = [
    ...(task.specialControl ? [`❗️ ${app.t(locale, 'marks-special')}`] : []),
    ...(task.confidential ? [`🔒 ${app.t(locale, 'marks-confidential')}`] : []),
  ];
  return marks.length > 0 ? [marks.join(' · ')] : [];
}
