// Private messages around a task for many: the reminder to the silent, the offer to add schools that joined later.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { address } from '../org/messages.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { howToAnswer } from './asked-messages.ts';
import { executorButtons } from './button-messages.ts';
import { card, excerpt, executorName, fitted, longestName } from './messages.ts';
import { newcomersOf } from './newcomer-queries.ts';
import { isSilent } from './nudge-queries.ts';
import { holds, personForAddress } from './person-queries.ts';
import { cardView, shareView } from './queries.ts';
import { postViews } from './post-queries.ts';
import { liveTaskStates, maxTaskText } from './rules.ts';

/** Most schools named in one offer. */
const named = 20;

/** Who writes which message. */
export const fanOutRenderers: Renderers = { 'tasks.nudge': renderNudge, 'tasks.newcomers': renderNewcomers };

async function renderNudge(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const found = row.subjectId === null ? null : await shareView(app, row.subjectId);
  if (!found || !liveTaskStates.includes(found.task.state)) return null;
  const { task, share } = found;
  if (!(await isSilent(app, share.participationId))) return null;
  const person = row.personId === null ? null : await personForAddress(app, row.personId);
  if (row.personId !== null && !holds(person, share.post.postId)) return null;
  const context = { app, calendar: await loadCalendar(app), locale };
  const asker = task.controller ?? task.issuer;
  const lines = (maxText: number): string[] => [
    ...(person ? [address(app.t, person, locale)] : []),
    `🔔 ${app.t(locale, 'tasks-nudge', { name: asker ? executorName(asker, locale) : '' })}`,
    card(context, task, { maxText, share }),
    '',
    app.t(locale, howToAnswer(task)),
  ];
  const keyboard = executorButtons(context, share, { actor: null, task });
  return { text: fitted((max) => lines(max).join('\n'), maxTaskText), keyboard };
}

async function renderNewcomers(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const { postIds } = row.data;
  const task = row.subjectId === null ? null : await cardView(app, row.subjectId);
  if (!task || !Array.isArray(postIds)) return null;
  const wanted = postIds.filter((id) => typeof id === 'number');
  const posts = await postViews(app, await newcomersOf(app, task.taskId, wanted));
  if (posts.length === 0) return null;
  const number = task.number ?? '';
  const names = posts
    .slice(0, named)
    .map((post) => `• ${escapeHtml(excerpt(executorName(post, locale), longestName))}`);
  const more = posts.length > named ? [`… ${app.t(locale, 'tasks-more', { n: posts.length - named })}`] : [];
  const lines = [
    app.t(locale, 'tasks-newcomers', { number }),
    escapeHtml(excerpt(task.headline, 80)),
    ...names,
    ...more,
    ...(task.due ? [app.t(locale, 'tasks-newcomers-due')] : []),
    ...(task.seriesId ? [app.t(locale, 'tasks-newcomers-series')] : []),
  ];
  const keyboard = [
    [button(app.t(locale, 'tasks-button-join', { n: posts.length }), 'tasks.join', task.taskId)],
    [button(app.t(locale, 'tasks-button-no-join'), 'tasks.nojoin', task.taskId)],
  ];
  return { text: lines.join('\n'), keyboard };
}
