// How extensions look: the change of a date with its number and slip, a request with its opinions, the list of requests, the news for the executor.
import type { App } from '../app.ts';
import { postTitle } from '../org/messages.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { type CardContext, excerpt, executorName, taskTitle } from '../tasks/messages.ts';
import type { PostView } from '../tasks/post-queries.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { type Day, daysBetween, printDay, printDayShort, printWeekday, weekday } from '../time.ts';
import type { Opinion, RequestItem, RequestLine, Voice } from './queries.ts';
import { refusalReasons } from './rules.ts';
import { span } from '../tasks/slip-rules.ts';

/** Lines on a page of requests. */
export const pageLength = 8;
const nameLength = 60;

/** '25.12 → 15.01 (1-е продление, +21 день)'; `n` is which extension it is. HTML. */
export function changeLine(app: App, locale: Locale, { from, to, n }: { from: Day; to: Day; n: number }): string {
  const days = daysBetween(from, to);
  return app.t(locale, 'extensions-change', { span: span(from, to), n, days });
}

/** One request as those see it who decide or have an opinion. HTML. */
export function requestText(context: CardContext, item: RequestItem, named: Map<number, PostView>): string {
  const { app, calendar, locale } = context;
  const { request, share, task } = item;
  const { oldDue, proposedDue } = request;
  const dayOff = calendar.isWorkingDay(proposedDue, share.post.org.week) ? [] : [app.t(locale, 'tasks-day-off')];
  const change = changeLine(app, locale, { from: oldDue, to: proposedDue, n: share.extensionCount + 1 });
  return [
    `⏳ <b>${app.t(locale, 'extensions-request')}</b>`,
    taskTitle(context, task, share),
    escapeHtml(excerpt(task.headline, 80)),
    `<b>${escapeHtml(executorName(share.post, locale))}</b>`,
    [change, printDay(locale, proposedDue), ...dayOff].join(' · '),
    ...(request.late ? [`⚠️ ${app.t(locale, 'extensions-late')}`] : []),
    app.t(locale, 'tasks-reason', { reason: excerpt(mask(request.reason), 1000) }),
    ...request.opinions.map((opinion) => opinionLine(app, locale, opinion, named.get(opinion.postId))),
  ].join('\n');
}

function opinionLine(app: App, locale: Locale, { agrees, comment }: Opinion, post: PostView | undefined): string {
  const name = post ? postTitle(post, locale) : '–';
  const line = app.t(locale, 'extensions-opinion', { name, agrees: agrees ? 'yes' : 'no' });
  return comment ? `${line}: ${escapeHtml(excerpt(comment, 200))}` : line;
}

/** What this voice can do about a request. */
export function requestKeyboard(app: App, locale: Locale, { request, task }: RequestItem, voice: Voice): Keyboard {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const { extensionId } = request;
  const list = [button(t('extensions-button-list'), 'extensions.list', task.taskId, 0)];
  if (voice !== 'decides')
    return [
      [
        button(t('extensions-button-agree'), 'extensions.agree', extensionId),
        button(t('extensions-button-disagree'), 'extensions.disagree', extensionId),
      ],
      list,
    ];
  const day = printDayShort(request.proposedDue);
  return [
    [button(t('extensions-button-approve', { day }), 'extensions.approve', extensionId)],
    [
      button(t('extensions-button-other'), 'extensions.other', extensionId),
      button(t('extensions-button-decline'), 'extensions.decline', extensionId),
    ],
    list,
  ];
}

/** Reasons of a refusal to choose from, and one's own words. */
export function refusalKeyboard(app: App, locale: Locale, extensionId: number): Keyboard {
  return [
    ...refusalReasons.map((reason) => [
      button(app.t(locale, `extensions-refusal-${reason}`), 'extensions.refuse', extensionId, reason),
    ]),
    [
      button(app.t(locale, 'extensions-button-own-reason'), 'extensions.ownreason', extensionId),
      button(app.t(locale, 'extensions-button-back'), 'extensions.open', extensionId),
    ],
  ];
}

export type RequestPage = {
  taskId: number;
  number: string;
  headline: string;
  lines: RequestLine[];
  page: number;
  last: number;
  total: number;
  /** What one press may approve: so many ask for this date, up to this request; null where the reader does not decide. */
  common: { day: Day; n: number; lastId: number } | null;
};

/** "Requests (n)" of one task, a page of it. HTML. */
export function requestsMessage(app: App, locale: Locale, of: RequestPage): { text: string; keyboard: Keyboard } {
  const { taskId, number, headline, lines, page, last, total, common } = of;
  const first = page * pageLength + 1;
  const text = [
    `⏳ <b>${app.t(locale, 'extensions-requests', { n: total, number })}</b>`,
    escapeHtml(excerpt(headline, 80)),
    ...lines.map((line, at) => requestLine(app, locale, line, first + at)),
  ].join('\n');
  const opening = lines.map(({ extensionId }, at) => button(String(first + at), 'extensions.open', extensionId));
  const rows: Keyboard = [];
  for (let from = 0; from < opening.length; from += 4) rows.push(opening.slice(from, from + 4));
  if (common) {
    const label = app.t(locale, 'extensions-button-same', { n: common.n, day: printDayShort(common.day) });
    rows.push([button(label, 'extensions.same', taskId, common.day, common.lastId)]);
  }
  const turn = [
    ...(page > 0 ? [button('‹', 'extensions.list', taskId, page - 1)] : []),
    ...(page < last ? [button('›', 'extensions.list', taskId, page + 1)] : []),
  ];
  if (turn.length > 0) rows.push(turn);
  return { text, keyboard: rows };
}

function requestLine(app: App, locale: Locale, line: RequestLine, n: number): string {
  const { executor, oldDue, proposedDue, late, reason, agree, disagree } = line;
  const name = escapeHtml(excerpt(executorName(executor, locale), nameLength));
  const day = printWeekday(locale, weekday(proposedDue), true);
  const marks = [
    ...(late ? [app.t(locale, 'extensions-late-short')] : []),
    ...(agree > 0 ? [`👍 ${agree}`] : []),
    ...(disagree > 0 ? [`👎 ${disagree}`] : []),
  ];
  const head = [`${n}. <b>${name}</b>`, `${span(oldDue, proposedDue)}, ${day}`, ...marks].join(' · ');
  return `${head}\n${escapeHtml(excerpt(mask(reason), 100))}`;
}

/** What became of a request, for those who had a say in it. HTML. */
export function outcomeText(app: App, locale: Locale, { request, share, task }: RequestItem): string {
  const number = task.number ?? '';
  const name = escapeHtml(excerpt(executorName(share.post, locale), nameLength));
  const newDue = request.newDue ?? request.proposedDue;
  const words =
    request.state === 'declined'
      ? app.t(locale, 'extensions-decline-done', { number, reason: mask(request.comment ?? '') })
      : app.t(locale, 'extensions-approve-done', {
          number,
          span: span(request.oldDue, newDue),
          day: printDay(locale, newDue),
        });
  return `<b>${name}</b>\n${words}`;
}

/** Told to the executor: the new date, or why it stays. HTML. */
export function decidedText(context: CardContext, { request, share, task }: RequestItem): string {
  const { app, locale } = context;
  const number = task.number ?? '';
  if (request.state === 'declined') {
    const day = printDay(locale, share.due ?? request.oldDue);
    return [
      `⏳ ${app.t(locale, 'extensions-declined', { number })}`,
      app.t(locale, 'tasks-reason', { reason: request.comment ?? '' }),
      app.t(locale, 'reports-due-unchanged', { day }),
    ].join('\n');
  }
  const newDue = request.newDue ?? request.proposedDue;
  const change = changeLine(app, locale, { from: request.oldDue, to: newDue, n: Math.max(1, share.extensionCount) });
  return [
    `⏳ ${app.t(locale, 'extensions-approved', { number })}`,
    `${change} · ${printDay(locale, newDue)}`,
    ...(newDue === request.proposedDue ? [] : [app.t(locale, 'extensions-other-day')]),
    // "For all" was nobody's request: its reason is that of whoever moved the date.
    ...(request.requestedByPostId !== null && request.requestedByPostId === request.decidedByPostId
      ? [app.t(locale, 'tasks-reason', { reason: mask(request.reason) })]
      : []),
  ].join('\n');
}
