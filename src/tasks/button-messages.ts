// Buttons under the private messages of an executor, also those of rooms to the right: data are strings.
import { leaders } from '../org/rights-posts.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { shareSubject } from './access-rules.ts';
import { mayDisown } from './disown-rules.ts';
import type { CardContext } from './messages.ts';
import type { ParticipationView, TaskView } from './queries.ts';
import { owes } from './rules.ts';

/** Whose message it is, and what it is about. */
export type About = { actor: Actor | null | undefined; task: TaskView };

/** What an executor can do with the own share; handing down and "not ours" where `about` says who reads it. */
export function executorButtons(context: CardContext, share: ParticipationView, about?: About): Keyboard {
  const { app, locale } = context;
  const t = (key: string): string => app.t(locale, key);
  const label = about?.task.asks ? 'collections-button-answer' : 'tasks-button-report';
  const report = button(t(label), 'reports.start', share.participationId);
  const acknowledge = button(t('tasks-button-acknowledge'), 'tasks.ack', share.participationId);
  const first = share.state === 'assigned' ? [acknowledge, report] : [report];
  const second = about?.actor ? shareButtons(context, share, about.task, about.actor) : [];
  const rows = [first, hindranceButtons(context, share), second].filter((row) => row.length > 0);
  return [...rows, [button(t('tasks-button-my'), 'tasks.show', 'my')]];
}

/** While a report is owed: more time, and what hinders. */
function hindranceButtons({ app, locale }: CardContext, share: ParticipationView): Keyboard[number] {
  if (!owes(share.state)) return [];
  const more = button(app.t(locale, 'extensions-button-ask'), 'extensions.ask', share.participationId);
  const blocked = share.blockedReason
    ? button(app.t(locale, 'reports-button-unblock'), 'reports.unblock', share.participationId)
    : button(app.t(locale, 'reports-button-blocked'), 'reports.block', share.participationId);
  return [...(share.due === null ? [] : [more]), blocked];
}

function shareButtons(context: CardContext, share: ParticipationView, task: TaskView, actor: Actor): Keyboard[number] {
  const { app, calendar, locale } = context;
  const subject = shareSubject(task, share);
  const down = canHandDown(actor, task, share)
    ? [button(app.t(locale, 'tasks-button-hand-down'), 'shares.down', share.participationId)]
    : [];
  const disowned = mayDisown(app.zone, calendar, share, task, app.now()) && may(actor, 'shares.misaddressed', subject);
  const notOurs = disowned
    ? [button(app.t(locale, 'tasks-button-not-ours'), 'shares.notours', share.participationId)]
    : [];
  return [...down, ...notOurs];
}

/** The executor may give parts of the share to those below: a leader's own share that is still owed (product rules, hand-down). */
export function canHandDown(actor: Actor, task: TaskView, share: ParticipationView): boolean {
  return leaders.includes(share.post.role) && may(actor, 'shares.hand-down', shareSubject(task, share)) !== null;
}
