// Messages of tasks that the sender writes: the living card, the executor's own message, details, closing and cancelling.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { findPlaceById } from '../chats/queries.ts';
import { personForAddress } from './person-queries.ts';
import { address } from '../org/messages.ts';
import { canCancelTask, canClose, canExtend } from '../org/rules.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { card, type CardContext, excerpt, executorName, fitted, notice, shareStatus } from './messages.ts';
import { executorButtons } from './button-messages.ts';
import { controlledTask, maySee, visibleShares } from './access-rules.ts';
import { countSilent } from './nudge-queries.ts';
import { partCounts } from './part-queries.ts';
import { cardView, type ParticipationView, shareView, taskViewFor, type TaskView } from './queries.ts';
import { liveTaskStates, maxTaskText, owes } from './rules.ts';

const listedShares = 15;

/** Who writes which message about tasks. */
export const tasksRenderers: Renderers = {
  'tasks.card': renderCard,
  'tasks.assigned': renderAssigned,
  'tasks.details': renderDetails,
  'tasks.corrected': renderCorrected,
  'tasks.closed': (app, row, locales) => renderEnd(app, row, locales, 'closed'),
  'tasks.cancelled': (app, row, locales) => renderEnd(app, row, locales, 'cancelled'),
};

async function renderCard(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const { taskId, placeId } = row.data;
  const place = typeof placeId === 'number' ? await findPlaceById(app, placeId) : null;
  const whole = typeof taskId === 'number' && place ? await cardView(app, taskId) : null;
  if (!place || !whole || whole.state === 'draft') return null;
  // Anywhere but at home only the part of the group's own district is shown and counted.
  const away = whole.homePlaceId !== place.placeId;
  const task = away ? await cardView(app, whole.taskId, place.orgPath) : whole;
  if (!task || (away && !task.fanOut)) return null;
  const calendar = await loadCalendar(app);
  const discreet = place.policy === 'notice' || task.confidential;
  const part = away ? { nameKk: place.orgNameKk, nameRu: place.orgNameRu } : undefined;
  const parts = away || discreet || !task.fanOut ? [] : await partCounts(app, task.taskId);
  const blocks = (maxText: number): string[] =>
    locales.map((locale) => {
      const context = { app, calendar, locale };
      return discreet ? notice(context, task) : card(context, task, { maxText, part, parts });
    });
  const t = (key: string): string => app.t(locales[0] ?? 'kk', key);
  const details = button(t('tasks-button-details'), 'tasks.open', task.taskId);
  const live = liveTaskStates.includes(task.state);
  const own = [
    button(t('tasks-button-acknowledge'), 'tasks.acktask', task.taskId),
    button(t('tasks-button-report'), 'reports.task', task.taskId),
  ];
  const text = fitted((maxText) => blocks(maxText).join('\n\n'), maxTaskText);
  return { text, keyboard: live && !discreet ? [own, [details]] : [[details]] };
}

async function renderAssigned(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const found = row.subjectId === null ? null : await shareView(app, row.subjectId);
  if (!found || !liveTaskStates.includes(found.task.state) || found.share.state === 'withdrawn') return null;
  const { task, share } = found;
  const context = { app, calendar: await loadCalendar(app), locale };
  const person = row.personId === null ? null : await personForAddress(app, row.personId);
  const lines = (maxText: number): string[] => [
    person ? address(app.t, person, locale) : '',
    task.issuer ? app.t(locale, 'tasks-assigned', { kind: share.force, name: executorName(task.issuer, locale) }) : '',
    card(context, task, { maxText, share }),
    '',
    app.t(locale, 'tasks-how-to-report'),
  ];
  return {
    text: fitted(
      (max) =>
        lines(max)
          .filter((line, at) => line !== '' || at === 3)
          .join('\n'),
      maxTaskText,
    ),
    keyboard: executorButtons(context, share),
  };
}

/** Told to an executor: what was put right, why, and the task as it is now, which can be answered with a report. */
async function renderCorrected(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const found = row.subjectId === null ? null : await shareView(app, row.subjectId);
  if (!found || !liveTaskStates.includes(found.task.state) || found.share.state === 'withdrawn') return null;
  const { task, share } = found;
  const context = { app, calendar: await loadCalendar(app), locale };
  const reason = app.t(locale, 'tasks-reason', { reason: String(row.data['reason'] ?? '') });
  const text = fitted((maxText) => [card(context, task, { maxText, share }), reason].join('\n'), maxTaskText);
  return { text, keyboard: executorButtons(context, share) };
}

/** The whole task for one person, with the buttons of what this person may do. */
async function renderDetails(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const { taskId } = row.data;
  const actor = row.personId === null ? null : await personForAddress(app, row.personId);
  const task = typeof taskId === 'number' && actor?.actor ? await taskViewFor(app, actor.actor, taskId) : null;
  if (!task || !actor?.actor || !maySee(actor.actor, task) || task.state === 'draft') return null;
  const context = { app, calendar: await loadCalendar(app), locale };
  const mine = new Set(actor.actor.posts.map((post) => post.postId));
  const share = task.participations.find((part) => mine.has(part.post.postId) && part.state !== 'withdrawn');
  const shares = shareLines(context, visibleShares(actor.actor, task));
  const decides = canClose(actor.actor, controlledTask(task)) !== null;
  const parts = decides && task.fanOut ? await partCounts(app, task.taskId) : [];
  const text = fitted(
    (maxText) => [card(context, task, { maxText, parts, ...(share && { share }) }), ...shares].join('\n'),
    maxTaskText,
  );
  const live = liveTaskStates.includes(task.state);
  const rights = controlledTask(task);
  const t = (key: string): string => app.t(locale, key);
  const keyboard: Keyboard = [];
  if (live && share && (owes(share.state) || share.state === 'submitted'))
    keyboard.push(...executorButtons(context, share));
  const decisions = [
    ...(decides ? [button(t('tasks-button-close'), 'tasks.close', task.taskId)] : []),
    ...(canCancelTask(actor.actor, rights) ? [button(t('tasks-button-cancel'), 'tasks.cancel', task.taskId)] : []),
  ];
  if (live && decisions.length > 0) keyboard.push(decisions);
  if (live && canExtend(actor.actor, rights))
    keyboard.push([button(t('tasks-button-correct'), 'tasks.correct', task.taskId)]);
  if (live && decides && task.fanOut) keyboard.push(...(await nudgeButtons(context, task)));
  return { text, keyboard };
}

/** Reminding is offered while somebody is silent. */
async function nudgeButtons({ app, locale }: CardContext, { taskId }: TaskView): Promise<Keyboard> {
  const n = await countSilent(app, taskId);
  return n === 0 ? [] : [[button(app.t(locale, 'tasks-button-nudge', { n }), 'tasks.nudge', taskId)]];
}

function shareLines(context: CardContext, visible: ParticipationView[]): string[] {
  const { app, locale } = context;
  if (visible.length < 2) return [];
  const order = ['returned', 'assigned', 'acknowledged', 'misaddressed', 'submitted', 'accepted', 'withdrawn'];
  const shares = visible.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const lines = shares
    .slice(0, listedShares)
    .map((share) => `• ${escapeHtml(excerpt(executorName(share.post, locale), 60))}: ${shareStatus(context, share)}`);
  const more = shares.length - listedShares;
  return ['', ...lines, ...(more > 0 ? [`… ${app.t(locale, 'tasks-more', { n: more })}`] : [])];
}

async function renderEnd(
  app: App,
  row: MessageRow,
  locales: Locale[],
  end: 'closed' | 'cancelled',
): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const found = row.subjectId === null ? null : await shareView(app, row.subjectId);
  if (!found || found.task.state !== end) return null;
  const { task } = found;
  const lines = [
    app.t(locale, `tasks-told-${end}`, { number: task.number ?? '', headline: task.headline }),
    ...(task.closingReason ? [app.t(locale, 'tasks-reason', { reason: task.closingReason })] : []),
  ];
  return { text: lines.join('\n') };
}
