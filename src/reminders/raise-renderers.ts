// What the deputy akim is told at once of urgent tasks, of incidents and of special control.
import type { App } from '../app.ts';
import { postTitle } from '../org/messages.ts';
import type { MessageRow, Rendered } from '../outbox/rules.ts';
import { signed } from '../tasks/mark-messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { printDate } from '../time.ts';
import { raisedLines } from './raise-queries.ts';

/** More of them stand in the lists. */
const mostLines = 10;

/** One line for each task that is still on control; null when there is none. */
export async function renderRaised(
  app: App,
  { data }: MessageRow,
  [locale = 'kk']: Locale[],
): Promise<Rendered | null> {
  const { taskIds } = data;
  const ids = Array.isArray(taskIds) ? taskIds.filter((id): id is number => typeof id === 'number') : [];
  const tasks = await raisedLines(app, ids);
  if (tasks.length === 0) return null;
  const shown = tasks.slice(0, mostLines);
  const more = tasks.length - shown.length;
  const lines = shown.map(({ number, headline, due, specialControl, incident, issuer }) =>
    signed(
      specialControl,
      app.t(locale, 'reminders-raised-line', {
        number,
        headline: headline.slice(0, 200),
        special: specialControl ? 'yes' : 'no',
        incident: incident ? 'yes' : 'no',
        due: due ? printDate(locale, due) : '–',
        issuer: issuer ? postTitle(issuer, locale) : '–',
      }),
    ),
  );
  const rest = more > 0 ? [app.t(locale, 'reminders-more-names', { n: more })] : [];
  return {
    text: [app.t(locale, 'reminders-raised'), ...lines, ...rest].join('\n\n'),
    keyboard: shown.map(({ taskId, number }) => [button(`№ ${number}`, 'tasks.open', taskId)]),
  };
}
