// Messages of reports that the sender writes: the reviewer's living list, acceptance and return told to the executor.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { standing } from '../outbox/queries.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { personForAddress } from '../tasks/person-queries.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { acceptedText, returnedText } from './messages.ts';
import { reviewItem } from './queries.ts';
import { renderAnswer, renderBlocked, renderQuestion } from './question-renderers.ts';
import { presentWaiting } from './review-renderers.ts';

/** Who writes which message about reports. */
export const reportsRenderers: Renderers = {
  'reports.review': renderQueue,
  'reports.accepted': (app, row, locales) => renderDecision(app, row, locales, 'accepted'),
  'reports.returned': (app, row, locales) => renderDecision(app, row, locales, 'returned'),
  'reports.question': renderQuestion,
  'reports.answer': renderAnswer,
  'reports.blocked': renderBlocked,
};

async function renderQueue(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const person = row.personId === null ? null : await personForAddress(app, row.personId);
  if (!person?.actor) return null;
  const { text, keyboard, total } = await presentWaiting(app, person.actor, locales[0] ?? 'kk');
  // "Nothing for review" is worth an edit of the list that stands, not a message of its own.
  if (total === 0 && (await standing(app, [row.livingKey ?? ''])).size === 0) return null;
  return { text, keyboard };
}

async function renderDecision(
  app: App,
  row: MessageRow,
  locales: Locale[],
  decision: 'accepted' | 'returned',
): Promise<Rendered | null> {
  const { reportId } = row.data;
  const item = typeof reportId === 'number' ? await reviewItem(app, reportId) : null;
  if (!item || item.report.state !== decision) return null;
  const locale = locales[0] ?? 'kk';
  const context = { app, calendar: await loadCalendar(app), locale };
  if (decision === 'accepted') return { text: acceptedText(context, item) };
  const again = button(app.t(locale, 'tasks-button-report'), 'reports.start', item.share.participationId);
  return { text: returnedText(context, item), keyboard: [[again]] };
}
