// Messages of tasks that the sender writes: the living card, the executor's own message, details, closing and cancelling.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { findPlaceById } from '../chats/queries.ts';
import { printDayShort } from '../time.ts';
import { actInOwnWords } from './act-queries.ts';
import { holds, personForAddress } from './person-queries.ts';
import { address } from '../org/messages.ts';
import { may } from '../org/rights.ts';
import { canClose } from '../org/rules.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { howToAnswer } from './asked-messages.ts';
import { card, excerpt, executorName, fitted, notice } from './messages.ts';
import { chairOf, kinOf } from './convert-queries.ts';
import { convertible } from './convert-rules.ts';
import { detailButtons, detailLines, kinLines } from './details-messages.ts';
import { executorButtons } from './button-messages.ts';
import { controlledTask, maySee, visibleShares } from './access-rules.ts';
import { newcomersOf } from './newcomer-queries.ts';
import { countSilent } from './nudge-queries.ts';
import { partCounts } from './part-queries.ts';
import { mayPlan } from './roadmap-queries.ts';
import { cardView, shareView, taskViewFor } from './queries.ts';
import { liveTaskStates, maxTaskText } from './rules.ts';

/** Who writes which message about tasks. */
export const tasksRenderers: Renderers = {
  'tasks.card': renderCard,
  'tasks.assigned': renderAssigned,
  'tasks.promised': renderPromised,
  'tasks.details': renderDetails,
  'tasks.corrected': renderCorrected,
  'tasks.ended': renderEnded,
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
  const act = discreet ? null : await actInOwnWords(app, task);
  const blocks = (maxText: number): string[] =>
    locales.map((locale) => {
      const context = { app, calendar, locale };
      const words = act && {
        words: app.t(locale, 'tasks-of-act', { number: act.number, day: printDayShort(act.day) }),
      };
      return discreet ? notice(context, task) : card(context, task, { maxText, part, parts, ...words });
    });
  const t = (key: string): string => app.t(locales[0] ?? 'kk', key);
  const details = button(t('tasks-button-details'), 'tasks.open', task.taskId);
  const live = liveTaskStates.includes(task.state);
  const own = [
    button(t('tasks-button-acknowledge'), 'tasks.acktask', task.taskId),
    button(t(task.asks ? 'collections-button-answer' : 'tasks-button-report'), 'reports.task', task.taskId),
  ];
  const text = fitted((maxText) => blocks(maxText).join('\n\n'), maxTaskText);
  return { text, keyboard: live && !discreet ? [own, [details]] : [[details]] };
}

async function renderAssigned(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const found = row.subjectId === null ? null : await shareView(app, row.subjectId);
  if (!found || !liveTaskStates.includes(found.task.state) || found.share.state === 'withdrawn') return null;
  const { task, share } = found;
  const person = row.personId === null ? null : await personForAddress(app, row.personId);
  if (row.personId !== null && !holds(person, share.post.postId)) return null;
  const context = { app, calendar: await loadCalendar(app), locale };
  const lines = (maxText: number): string[] => [
    person ? address(app.t, person, locale) : '',
    task.issuer ? app.t(locale, 'tasks-assigned', { kind: share.force, name: executorName(task.issuer, locale) }) : '',
    card(context, task, { maxText, share }),
    '',
    app.t(locale, howToAnswer(task)),
  ];
  return {
    text: fitted(
      (max) =>
        lines(max)
          .filter((line, at) => line !== '' || at === 3)
          .join('\n'),
      maxTaskText,
    ),
    keyboard: executorButtons(context, share, { actor: person?.actor, task }),
  };
}

/** Told to whoever controls it: who took on what, while the reader still holds that post. */
async function renderPromised(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const person = row.personId === null ? null : await personForAddress(app, row.personId);
  const task = row.subjectId && person?.actor ? await taskViewFor(app, person.actor, row.subjectId) : null;
  if (!person || !task?.issuer || !task.controller || !holds(person, task.controller.postId)) return null;
  if (!liveTaskStates.includes(task.state)) return null;
  const context = { app, calendar: await loadCalendar(app), locale };
  const head = [
    address(app.t, person, locale),
    app.t(locale, 'tasks-promised', { name: executorName(task.issuer, locale) }),
  ];
  return {
    text: fitted((maxText) => [...head, card(context, task, { maxText })].join('\n'), maxTaskText),
    keyboard: [[button(app.t(locale, 'tasks-button-details'), 'tasks.open', task.taskId)]],
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
  return { text, keyboard: executorButtons(context, share, { actor: null, task }) };
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
  const kin = await kinOf(app, task.taskId);
  const chair = convertible.includes(task.kind) ? await chairOf(app, task.taskId) : null;
  const lines = [...kinLines(context, kin), ...detailLines(context, task, visibleShares(actor.actor, task), share)];
  const decides = canClose(actor.actor, controlledTask(task)) !== null;
  const parts = decides && task.fanOut ? await partCounts(app, task.taskId) : [];
  const text = fitted(
    (maxText) => [card(context, task, { maxText, parts, ...(share && { share }) }), ...lines].join('\n'),
    maxTaskText,
  );
  const rights = controlledTask(task);
  const silent = task.fanOut && may(actor.actor, 'tasks.nudge', rights) ? await countSilent(app, task.taskId) : 0;
  const adds = task.fanOut && may(actor.actor, 'tasks.add-executor', rights);
  const newcomers = adds ? (await newcomersOf(app, task.taskId)).length : 0;
  const plans = await mayPlan(app, actor.actor, task);
  return {
    text,
    keyboard: detailButtons(context, actor.actor, task, share, { silent, newcomers, plans, kin: { ...kin, chair } }),
  };
}

/** In place of an executor's card: nothing is expected any more, and there is nothing to press. */
async function renderEnded(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const found = row.subjectId === null ? null : await shareView(app, row.subjectId);
  if (!found || found.share.state !== 'withdrawn') return null;
  const { task, share } = found;
  const end = task.state === 'cancelled' || task.state === 'closed' ? task.state : 'withdrawn';
  const lines = [
    `<b>${app.t(locale, `tasks-ended-${end}`, { number: task.number ?? '' })}</b>`,
    escapeHtml(task.headline),
    ...(share.stateReason ? [app.t(locale, 'tasks-reason', { reason: excerpt(share.stateReason, 300) })] : []),
  ];
  return { text: lines.join('\n') };
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
