// Marks as a card shows them: whoever executes must know of special control, and that the task is not for others.
import type { App } from '../app.ts';
import type { Locale } from '../texts.ts';
import type { TaskView } from './queries.ts';

/** The sign of special control, the same wherever it is told. */
export const specialSign = '🔺';

/** The words with the sign before them where they tell of special control. */
export function signed(special: boolean | undefined, words: string): string {
  return special ? `${specialSign} ${words}` : words;
}

/** '🔺 особый контроль' for the line of a task in a list; nothing of others. */
export function specialFlag(app: App, locale: Locale, { special }: { special: boolean }): string[] {
  return special ? [`${specialSign} ${app.t(locale, 'marks-flag-special')}`] : [];
}

/** '🔺 На особом контроле · 🔒 Конфиденциально', or nothing. HTML. */
export function markLines(app: App, locale: Locale, task: Pick<TaskView, 'specialControl' | 'confidential'>): string[] {
  const marks = [
    ...(task.specialControl ? [`${specialSign} ${app.t(locale, 'marks-special')}`] : []),
    ...(task.confidential ? [`🔒 ${app.t(locale, 'marks-confidential')}`] : []),
  ];
  return marks.length > 0 ? [marks.join(' · ')] : [];
}
