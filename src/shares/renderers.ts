// Messages of shares that the sender writes, from the state of the moment of sending.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { address } from '../org/messages.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { reportWords } from '../reports/words-messages.ts';
import { button } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDay, printDayShort } from '../time.ts';
import { executorButtons } from '../tasks/button-messages.ts';
import { awaitedParts, isHeld } from '../tasks/hold-rules.ts';
import { card, excerpt, executorName, fitted } from '../tasks/messages.ts';
import { personForAddress } from '../tasks/person-queries.ts';
import { type ShareView, shareView } from '../tasks/queries.ts';
import { postViews } from '../tasks/post-queries.ts';
import { liveTaskStates, maxTaskText, owes } from '../tasks/rules.ts';
import { disownedMessage, missingMessage } from './messages.ts';
import { heldReportOf, lastReportOf, openPartsOf, postOfShare, successorOf, waitingReportsOf } from './queries.ts';

/** Who writes which message about shares. */
export const sharesRenderers: Renderers = {
  'shares.misaddressed': renderDisowned,
  'shares.sent-back': renderSentBack,
  'shares.withdrawn': (app, row, locales) => renderTaken(app, row, locales, 'shares-withdrawn'),
  'shares.waived': (app, row, locales) => renderTaken(app, row, locales, 'shares-waived'),
  'shares.taken-over': renderTakenOver,
  'shares.missing': renderMissing,
  'shares.all-in': renderAllIn,
  'shares.nudge': renderNudge,
  'shares.parent-moved': renderParentMoved,
  'shares.parent-ended': renderParentEnded,
};

async function found(app: App, row: MessageRow): Promise<ShareView | null> {
  return row.subjectId === null ? null : shareView(app, row.subjectId);
}

async function live(app: App, row: MessageRow): Promise<ShareView | null> {
  const view = await found(app, row);
  return view && liveTaskStates.includes(view.task.state) ? view : null;
}

async function renderDisowned(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const view = await found(app, row);
  if (!view) return null;
  const { suggested: postId, again } = row.data;
  const { share } = view;
  // A second call is for those who have not decided; the first message tells what was.
  if (again && (share.state !== 'misaddressed' || !liveTaskStates.includes(view.task.state))) return null;
  const [suggested = null] = typeof postId === 'number' ? await postViews(app, [postId]) : [];
  const successor = share.state === 'withdrawn' ? await successorOf(app, share.participationId) : null;
  const context = { app, calendar: await loadCalendar(app), locale };
  return disownedMessage(context, view, { suggested, successor, since: again ? (share.misaddressedAt ?? null) : null });
}

async function renderSentBack(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const view = await live(app, row);
  if (!view || view.share.state === 'withdrawn') return null;
  const { task, share } = view;
  const context = { app, calendar: await loadCalendar(app), locale };
  const person = row.personId === null ? null : await personForAddress(app, row.personId);
  const head = [
    app.t(locale, 'shares-sent-back', { number: task.number ?? '' }),
    app.t(locale, 'tasks-reason', { reason: String(row.data['reason'] ?? '') }),
    '',
  ];
  const text = fitted((max) => [...head, card(context, task, { maxText: max, share })].join('\n'), maxTaskText);
  return { text, keyboard: executorButtons(context, share, { actor: person?.actor, task }) };
}

async function renderTaken(
  app: App,
  row: MessageRow,
  [locale = 'kk']: Locale[],
  key: string,
): Promise<Rendered | null> {
  const view = await found(app, row);
  if (!view || view.share.state !== 'withdrawn') return null;
  const lines = [
    app.t(locale, key, { number: view.task.number ?? '' }),
    escapeHtml(view.task.headline),
    app.t(locale, 'tasks-reason', { reason: String(row.data['reason'] ?? '') }),
  ];
  return { text: lines.join('\n') };
}

/** What the former executor reported is the new one's to know. */
async function renderTakenOver(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const view = await live(app, row);
  const { replacedId } = row.data;
  if (!view || typeof replacedId !== 'number') return null;
  const [report, post] = [await lastReportOf(app, replacedId), await postOfShare(app, replacedId)];
  if (!report || !post) return null;
  const words = report.text
    ? escapeHtml(excerpt(mask(reportWords(app, locale, report.text)), 2000))
    : app.t(locale, 'reports-without-words');
  const head = app.t(locale, 'shares-taken-over', { number: view.task.number ?? '', name: executorName(post, locale) });
  return { text: [head, words].join('\n') };
}

async function renderMissing(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const view = await live(app, row);
  if (!view || !owes(view.share.state)) return null;
  const awaited = awaitedParts(view.task, view.share);
  const ids = awaited.coExecutors.map(({ participationId }) => participationId);
  const context = { app, calendar: await loadCalendar(app), locale };
  const kept = (await heldReportOf(app, view.share.participationId)) !== null;
  return missingMessage(context, view, awaited, { reports: await waitingReportsOf(app, ids), kept });
}

async function renderAllIn(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const view = await live(app, row);
  if (!view || !owes(view.share.state) || isHeld(view.task, view.share)) return null;
  const { participationId } = view.share;
  const report = await heldReportOf(app, participationId);
  const lines = [
    `✅ ${app.t(locale, 'shares-all-in', { number: view.task.number ?? '' })}`,
    ...(report?.text
      ? [app.t(locale, 'shares-your-report', { text: excerpt(mask(reportWords(app, locale, report.text)), 600) })]
      : []),
  ];
  return {
    text: lines.join('\n'),
    // Whoever has said something else since says anew that it is done.
    keyboard: report
      ? [[button(app.t(locale, 'shares-button-handin'), 'shares.handin', participationId)]]
      : [[button(app.t(locale, 'tasks-button-report'), 'reports.start', participationId)]],
  };
}

async function renderNudge(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const view = await live(app, row);
  if (!view || !owes(view.share.state)) return null;
  const { task, share } = view;
  const context = { app, calendar: await loadCalendar(app), locale };
  const person = row.personId === null ? null : await personForAddress(app, row.personId);
  const asker = task.participations.find(({ role, state }) => role === 'responsible' && state !== 'withdrawn');
  const lines = (maxText: number): string[] => [
    ...(person ? [address(app.t, person, locale)] : []),
    `🔔 ${app.t(locale, 'shares-nudge', { name: asker ? executorName(asker.post, locale) : '' })}`,
    card(context, task, { maxText, share }),
  ];
  const text = fitted((max) => lines(max).join('\n'), maxTaskText);
  return { text, keyboard: executorButtons(context, share, { actor: person?.actor, task }) };
}

async function renderParentMoved(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const view = await live(app, row);
  const due = view?.share.due;
  if (!view || !due) return null;
  const late = (await openPartsOf(app, view.share.participationId)).filter(
    (part) => part.due === null || part.due > due,
  );
  if (late.length === 0) return null;
  const lines = [
    `⚠️ ${app.t(locale, 'shares-parent-moved', { number: view.task.number ?? '', day: printDay(locale, due) })}`,
    ...late
      .slice(0, 20)
      .map(
        (part) =>
          `• ${app.t(locale, 'shares-parent-moved-line', { number: part.number, day: part.due ? printDayShort(part.due) : '–' })}`,
      ),
    app.t(locale, 'shares-parent-moved-how'),
  ];
  const open = late.slice(0, 4).map((part) => button(part.number, 'tasks.open', part.taskId));
  return { text: lines.join('\n'), keyboard: [open] };
}

async function renderParentEnded(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const view = await found(app, row);
  const parts = view ? await openPartsOf(app, view.share.participationId) : [];
  if (!view || parts.length === 0) return null;
  const { task, share } = view;
  const end = liveTaskStates.includes(task.state) ? 'withdrawn' : task.state;
  const n = parts.length;
  const t = (key: string): string => app.t(locale, key, { number: task.number ?? '', end, n });
  const id = share.participationId;
  const keyboard = [
    [button(t('shares-button-cancel-parts'), 'shares.cancelparts', id)],
    [button(t('shares-button-keep-parts'), 'shares.keepparts', id)],
  ];
  return {
    text: [t('shares-parent-ended'), ...parts.slice(0, 20).map((part) => `• № ${escapeHtml(part.number)}`)].join('\n'),
    keyboard,
  };
}
