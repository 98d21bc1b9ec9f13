// The full card of a task for one person: both dates, each executor with role, state, date and what hinders, and the buttons of what they may do.
import { may } from '../org/rights.ts';
import { canCancelTask, canClose, canCorrect, type Actor } from '../org/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { dayIn, printDayShort } from '../time.ts';
import { controlledTask } from './access-rules.ts';
import { executorButtons } from './button-messages.ts';
import type { Kin } from './convert-queries.ts';
import { convertible, mayConvert } from './convert-rules.ts';
import { changeableMarks } from './mark-rules.ts';
import { type CardContext, excerpt, executorName } from './messages.ts';
import { amendButtons } from './plan-messages.ts';
import { shareStatus } from './status-messages.ts';
import type { ParticipationView, TaskView } from './queries.ts';
import { isSeries } from './recurrence-messages.ts';
import type { PostView } from './post-queries.ts';
import { liveTaskStates, owes } from './rules.ts';
import { isShareAtRisk } from './tally-rules.ts';

const listedShares = 15;
const order = ['returned', 'misaddressed', 'assigned', 'acknowledged', 'submitted', 'accepted', 'withdrawn'];

/** The lines behind the card: both dates (product rules, two-date honesty), what hinders the reader's own share, and the executors one by one. HTML. */
export function detailLines(
  context: CardContext,
  task: TaskView,
  visible: ParticipationView[],
  own?: ParticipationView,
): string[] {
  const { app, locale } = context;
  const shown = own ?? (task.fanOut ? undefined : visible.find((share) => share.role === 'responsible'));
  const single = shown ?? (visible.length === 1 ? visible[0] : undefined);
  return [
    ...(shown ? bothDates(context, shown) : []),
    // The reader's own card says it already.
    ...(!own && single?.blockedReason ? [hindrance(context, single.blockedReason)] : []),
    ...(task.parent ? [app.t(locale, 'tasks-part-of', { number: task.parent.number })] : []),
    ...shareLines(context, task, visible),
  ];
}

/** An extended date stands on the card already, with what it was. */
function bothDates({ app, locale }: CardContext, { firstDue, due, extensionCount }: ParticipationView): string[] {
  if (!firstDue || !due || (extensionCount > 0 && firstDue !== due)) return [];
  return [app.t(locale, 'tasks-dates-both', { first: printDayShort(firstDue), due: printDayShort(due) })];
}

function hindrance({ app, locale }: CardContext, reason: string): string {
  return `🚧 ${app.t(locale, 'tasks-blocked', { reason: excerpt(reason, 200) })}`;
}

function shareLines(context: CardContext, task: TaskView, visible: ParticipationView[]): string[] {
  if (visible.length < 2) return [];
  const { app, locale } = context;
  const shares = visible.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const more = shares.length - listedShares;
  return [
    '',
    ...shares.slice(0, listedShares).map((share) => shareLine(context, task, share)),
    ...(more > 0 ? [`… ${app.t(locale, 'tasks-more', { n: more })}`] : []),
  ];
}

/** '• Школа № 5 (соисполнитель): На исполнении · осталось 3 рабочих дня · 22.12.2026 · 🚧 Препятствие: нет техники' HTML. */
export function shareLine(context: CardContext, task: TaskView, share: ParticipationView): string {
  const { app, locale } = context;
  const { due, firstDue, role, post, blockedReason, state } = share;
  const name = escapeHtml(excerpt(executorName(post, locale), 60));
  const roleKey = role === 'co_executor' ? 'tasks-role-co-executor' : 'tasks-role-responsible';
  const marks = task.fanOut ? '' : ` (${app.t(locale, roleKey)})`;
  const open = state !== 'accepted' && state !== 'withdrawn';
  const moved = firstDue && due && firstDue !== due ? `${printDayShort(firstDue)} → ${printDayShort(due)}` : null;
  const date = moved ?? (due && due !== task.due ? printDayShort(due) : null);
  const tail = [
    ...(date && open ? [date] : []),
    ...(share.nextUpdate && owes(state) && share.nextUpdate < dayIn(app.zone, app.now())
      ? [`🔇 ${app.t(locale, 'periods-flag-news')}`]
      : []),
    ...(isShareAtRisk(app.zone, share, app.now()) ? [`🟡 ${app.t(locale, 'tasks-flag-risk')}`] : []),
    ...(blockedReason && open ? [hindrance(context, excerpt(blockedReason, 80))] : []),
  ];
  return [`• ${name}${marks}: ${shareStatus(context, share)}`, ...tail].join(' · ');
}

/** What this person may do about the task; `silent` executors can be reminded, `newcomers` added; `plans`: a roadmap is missing. */
export function detailButtons(
  context: CardContext,
  actor: Actor,
  task: TaskView,
  own: ParticipationView | undefined,
  more: { silent: number; newcomers: number; plans: boolean; kin: Family & { chair: PostView | null } },
): Keyboard {
  const { app, locale } = context;
  const t = (key: string): string => app.t(locale, key);
  const nudge = task.asks ? 'collections-button-nudge' : 'tasks-button-nudge';
  const live = liveTaskStates.includes(task.state);
  const rights = controlledTask(task);
  const { taskId } = task;
  const { silent, newcomers, plans, kin } = more;
  const decides = canClose(actor, rights) !== null;
  const cancels = canCancelTask(actor, rights) !== null;
  const decisions = [
    ...(decides && !isSeries(task) ? [button(t('tasks-button-close'), 'tasks.close', taskId)] : []),
    ...(cancels && !task.measure ? [button(t('tasks-button-cancel'), 'tasks.cancel', taskId)] : []),
  ];
  const collates = task.participations.some(({ role, state }) => role === 'co_executor' && state !== 'withdrawn');
  const around = [
    ...(cancels && !isSeries(task) ? [button(t('tasks-button-shares'), 'shares.list', taskId, 0)] : []),
    ...(task.parts || task.parent || collates ? [button(t('tasks-button-parts'), 'shares.parts', taskId)] : []),
  ];
  const rows: Keyboard = [
    ...(live && own && (owes(own.state) || own.state === 'submitted')
      ? executorButtons(context, own, { actor, task })
      : []),
    live ? decisions : [],
    live ? around : around.slice(-1),
    live && canCorrect(actor, rights) ? [correctButton(context, task)] : [],
    live && may(actor, 'tasks.extend-all', rights) && task.due !== null ? extendButtons(context, task) : [],
    task.asks ? [button(t('collections-button-show'), 'collections.show', taskId)] : [],
    plans ? [button(t('periods-button-roadmap'), 'roadmaps.for-task', taskId)] : [],
    ...kinButtons(context, actor, task, kin),
    live && silent > 0 ? [button(app.t(locale, nudge, { n: silent }), 'tasks.nudge', taskId)] : [],
    live && newcomers > 0 ? [button(app.t(locale, 'tasks-button-join', { n: newcomers }), 'tasks.addnew', taskId)] : [],
    [...timeButtons(context, actor, task), button(t('history-button'), 'history.open', taskId)],
    live && changeableMarks(actor, task).length > 0 ? [button(t('marks-button'), 'tasks.marks', taskId)] : [],
  ];
  return rows.filter((row) => row.length > 0);
}

type Family = { from: Kin | null; to: Kin[] };

/** 'Из предложения: № 3', 'Дано поручение: № Т-5': what a task was made of, and what of it. */
export function kinLines({ app, locale }: CardContext, { from, to }: Family): string[] {
  return [
    ...(from ? [app.t(locale, 'tasks-converted-from', { kind: from.kind, number: from.number })] : []),
    ...to.map(({ number }) => app.t(locale, 'tasks-converted-to', { number })),
  ];
}

/** The way to the other one, or to make an assignment of this one. */
function kinButtons(
  { app, locale }: CardContext,
  actor: Actor,
  task: TaskView,
  { from, to, chair }: Family & { chair: PostView | null },
): Keyboard {
  const others = [...(from ? [from] : []), ...to].map(({ taskId, number }) =>
    button(`№ ${number}`, 'tasks.open', taskId),
  );
  const executors = task.participations.filter(({ state }) => state !== 'withdrawn').map(({ post }) => post);
  const makes = to.length === 0 && convertible.includes(task.kind) && mayConvert(actor, chair, executors);
  return [others, makes ? [button(app.t(locale, 'tasks-button-convert'), 'tasks.convert', task.taskId)] : []];
}

/** Moving the date for everybody, and what executors ask for. */
function extendButtons({ app, locale }: CardContext, { taskId }: TaskView): Keyboard[number] {
  const all = button(app.t(locale, 'extensions-button-all'), 'extensions.forall', taskId);
  return [all, button(app.t(locale, 'extensions-button-requests'), 'extensions.list', taskId, 0)];
}

/** An item of a resolution, and a measure of a roadmap in force, is put right by an amendment. */
function correctButton({ app, locale }: CardContext, { taskId, resolution, measure }: TaskView) {
  const [amend] = amendButtons((key) => app.t(locale, key), { measure });
  if (amend) return amend;
  return resolution
    ? button(app.t(locale, 'resolutions-button-amend'), 'resolutions.amend-item', taskId)
    : button(app.t(locale, 'tasks-button-correct'), 'tasks.correct', taskId);
}

/** The periods of a periodic task, and how often news is expected for whoever may set it. */
function timeButtons({ app, locale }: CardContext, actor: Actor, task: TaskView): Keyboard[number] {
  const series = isSeries(task) ? task.taskId : task.seriesId;
  // A series has no executors of its own: news and reminders are of its periods.
  const live = !isSeries(task) && liveTaskStates.includes(task.state);
  const sets = live && may(actor, 'tasks.set-update-rule', controlledTask(task));
  const reminds = live && may(actor, 'tasks.set-reminders', controlledTask(task));
  return [
    ...(series ? [button(app.t(locale, 'periods-button-series'), 'periods.show', series)] : []),
    ...(sets ? [button(app.t(locale, 'periods-button-updates'), 'periods.updates', task.taskId)] : []),
    ...(reminds ? [button(app.t(locale, 'reminders-button-task'), 'reminders.task', task.taskId)] : []),
  ];
}
