// How shares look: "not ours" to the issuer, who is missing to whoever collates, a list of executors, one share with its acts.
import { orgName } from '../org/messages.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { printDayShort, printInstant } from '../time.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { shareLine } from '../tasks/details-messages.ts';
import type { Awaited } from '../tasks/hold-rules.ts';
import { type CardContext, excerpt, executorName, taskTitle } from '../tasks/messages.ts';
import { amendButtons } from '../tasks/plan-messages.ts';
import type { ShareView, TaskView } from '../tasks/queries.ts';
import type { PostView } from '../tasks/post-queries.ts';
import { owes } from '../tasks/rules.ts';
import type { ListedShare } from './queries.ts';

export type Written = { text: string; keyboard: Keyboard };

/** Executors on one page of a list. */
export const sharesOnPage = 8;
const named = 8;
const listed = 20;

const number = (task: TaskView): string => task.number ?? '';

/** Told to the issuer: who says that it is not theirs, why, and what can be done; once decided, what was. `since`: it is said again. HTML. */
export function disownedMessage(
  context: CardContext,
  { task, share }: ShareView,
  more: { suggested: PostView | null; successor: PostView | null; since: Date | null },
): Written {
  const { app, locale } = context;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const open = share.state === 'misaddressed';
  const head = more.since
    ? t('shares-misaddressed-again', { number: number(task), at: printInstant(app.zone, more.since) })
    : t('shares-misaddressed', { number: number(task) });
  const lines = [
    `↩️ <b>${head}</b>`,
    escapeHtml(excerpt(task.headline, 200)),
    t('shares-executor', { name: executorName(share.post, locale) }),
    ...(share.stateReason ? [t('tasks-reason', { reason: share.stateReason })] : []),
    ...(open && more.suggested ? [t('shares-perhaps', { name: executorName(more.suggested, locale) })] : []),
    ...(open ? [] : ['', decision(context, share.state, more.successor)]),
  ];
  const id = share.participationId;
  const measure = amendButtons(t, task);
  const give =
    more.suggested && !task.measure
      ? [
          [
            button(
              excerpt(t('shares-button-give-to', { name: executorName(more.suggested, locale) }), 60),
              'shares.giveto',
              id,
              more.suggested.postId,
            ),
          ],
        ]
      : [];
  const keyboard = [
    ...give,
    task.measure
      ? measure
      : [
          button(t('shares-button-give'), 'shares.replace', id),
          button(t('shares-button-withdraw'), 'shares.withdraw', id),
        ],
    [button(t('shares-button-sendback'), 'shares.sendback', id)],
  ];
  return { text: lines.join('\n'), keyboard: open ? keyboard : [] };
}

function decision({ app, locale }: CardContext, state: string, successor: PostView | null): string {
  if (state !== 'withdrawn') return app.t(locale, 'shares-decided-back');
  if (!successor) return app.t(locale, 'shares-decided-withdrawn');
  return app.t(locale, 'shares-decided-replaced', { name: executorName(successor, locale) });
}

/** Told to whoever collates: which parts the final report waits for, with a button for each; nothing left, it can be handed in. `kept`: one is. HTML. */
export function missingMessage(
  context: CardContext,
  { task, share }: ShareView,
  { coExecutors, subTasks }: Awaited,
  { reports, kept = true }: { reports: Map<number, number>; kept?: boolean },
): Written {
  const { app, locale } = context;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const lines = coExecutors.slice(0, listed).map(({ post, state, due }) => {
    const name = escapeHtml(excerpt(executorName(post, locale), 60));
    return `• ${name}: ${t('shares-missing-state', { state })}${due ? ` · ${printDayShort(due)}` : ''}`;
  });
  const acts = coExecutors.slice(0, named).map(({ participationId, post }) => {
    const label = (key: string): string => excerpt(t(key, { name: executorName(post, locale) }), 60);
    const reportId = reports.get(participationId);
    const confirm = reportId === undefined ? [] : [button(label('shares-button-confirm'), 'reports.open', reportId)];
    return [...confirm, button(label('shares-button-waive'), 'shares.waive', participationId)];
  });
  const silent = coExecutors.filter(({ state }) => owes(state)).length;
  const id = share.participationId;
  const free = kept && coExecutors.length === 0;
  const last = [
    ...(silent > 0 ? [[button(t('shares-button-remind', { n: silent }), 'shares.remind', id)]] : []),
    ...(subTasks > 0 ? [[button(t('tasks-button-parts'), 'shares.parts', task.taskId)]] : []),
    ...(free && subTasks > 0 ? [[button(t('shares-button-handin-anyway'), 'shares.anyway', id)]] : []),
    ...(free && subTasks === 0 ? [[button(t('shares-button-handin'), 'shares.handin', id)]] : []),
  ];
  const text = [
    `⏳ <b>${t(kept ? 'shares-missing-head' : 'shares-awaited-head', { number: number(task) })}</b>`,
    escapeHtml(excerpt(task.headline, 80)),
    ...lines,
    ...(coExecutors.length > listed ? [`… ${t('tasks-more', { n: coExecutors.length - listed })}`] : []),
    ...(subTasks > 0 ? [`• ${t('shares-missing-parts', { n: subTasks })}`] : []),
    ...(free && subTasks === 0 ? [t('shares-missing-none')] : []),
  ].join('\n');
  return { text, keyboard: [...acts, ...last] };
}

/** A page of the executors of a task, a button each. HTML. */
export function listMessage(
  context: CardContext,
  task: TaskView,
  { rows, total }: { rows: ListedShare[]; total: number },
  page: number,
): Written {
  const { app, locale } = context;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const lines = rows.map((row) => {
    const state = row.overdue ? `⚠️ ${t('tasks-state-overdue')}` : t('tasks-state', { state: row.state });
    return `• ${escapeHtml(excerpt(orgName(row, locale), 60))}: ${state}`;
  });
  const { taskId } = task;
  const turn = [
    ...(page > 0 ? [button('‹', 'shares.list', taskId, page - 1)] : []),
    ...((page + 1) * sharesOnPage < total ? [button('›', 'shares.list', taskId, page + 1)] : []),
  ];
  const keyboard = [
    ...rows.map((row) => [button(excerpt(orgName(row, locale), 60), 'shares.open', row.participationId)]),
    ...(turn.length > 0 ? [turn] : []),
    ...(total > sharesOnPage ? [[button(t('shares-button-find'), 'shares.find', taskId)]] : []),
  ];
  return {
    text: [`<b>${t('shares-list-head', { number: number(task), n: total })}</b>`, ...lines].join('\n'),
    keyboard,
  };
}

/** One share with what this person may do with it. HTML. */
export function panelMessage(
  context: CardContext,
  actor: Actor,
  { task, share }: ShareView,
  chain: { before: PostView | null; after: PostView | null; reportId?: number | null },
): Written {
  const { app, locale } = context;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const lines = [
    taskTitle(context, task, share),
    escapeHtml(excerpt(task.headline, 120)),
    '',
    shareLine(context, task, share),
    ...(share.firstDue && share.due
      ? [t('tasks-dates-both', { first: printDayShort(share.firstDue), due: printDayShort(share.due) })]
      : []),
    ...(share.stateReason ? [t('tasks-reason', { reason: excerpt(share.stateReason, 300) })] : []),
    ...(chain.before ? [t('shares-panel-replaces', { name: executorName(chain.before, locale) })] : []),
    ...(chain.after ? [t('shares-panel-replaced', { name: executorName(chain.after, locale) })] : []),
  ];
  return { text: lines.join('\n'), keyboard: panelButtons(context, actor, { task, share }, chain.reportId ?? null) };
}

function panelButtons(
  { app, locale }: CardContext,
  actor: Actor,
  { task, share }: ShareView,
  reportId: number | null,
): Keyboard {
  const name = executorName(share.post, locale);
  const t = (key: string): string => excerpt(app.t(locale, key, { name }), 60);
  const subject = shareSubject(task, share);
  const id = share.participationId;
  const part = share.role === 'co_executor' && may(actor, 'shares.waive', subject);
  const rows: Keyboard = [
    reportId && may(actor, 'reports.accept', subject)
      ? [button(t('shares-button-confirm'), 'reports.open', reportId)]
      : [],
    part ? [button(t('shares-button-waive'), 'shares.waive', id)] : [],
    may(actor, 'shares.decide-misaddressed', subject)
      ? [button(t('shares-button-sendback'), 'shares.sendback', id)]
      : [],
    may(actor, 'shares.replace', subject) && !task.measure
      ? [button(t('shares-button-replace'), 'shares.replace', id)]
      : [],
    may(actor, 'shares.replace', subject) ? amendButtons(t, task) : [],
    may(actor, 'shares.withdraw', subject) && !task.measure
      ? [button(t('shares-button-withdraw'), 'shares.withdraw', id)]
      : [],
    may(actor, 'reports.reopen', subject) ? [button(t('shares-button-reopen'), 'shares.reopen', id)] : [],
    [button(t('shares-button-card'), 'tasks.open', task.taskId)],
  ];
  return rows.filter((row) => row.length > 0);
}
