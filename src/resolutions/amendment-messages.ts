// How amendments look: what can be amended, one item with its fields, and the list of versions. HTML.
import { postTitle } from '../org/messages.ts';
import { type CardContext, excerpt, executorName, fitted, longestName } from '../tasks/messages.ts';
import type { PostView } from '../tasks/post-queries.ts';
import { liveTaskStates, maxTaskText } from '../tasks/rules.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { printDayShort, printInstant } from '../time.ts';
import type { AmendmentView } from './amendment-queries.ts';
import type { Wording } from './amendment-rules.ts';
import { headLines, itemInFull } from './messages.ts';
import type { Panel } from './panel-messages.ts';
import type { ItemView, ResolutionView } from './queries.ts';

const perRow = 5;
const perPage = 40;
/** Longest text of an item shown before and after, in characters. */
const shownText = 300;
const versionsPerPage = 4;

/** What the chair may change: an item, one more item, the head. */
export function amendPanel(context: CardContext, view: ResolutionView, page = 0): Panel {
  const { app, locale } = context;
  const items = view.items.filter(({ state }) => liveTaskStates.includes(state) || state === 'draft');
  const last = Math.max(0, Math.ceil(items.length / perPage) - 1);
  const at = Math.min(page, last);
  const buttons = items
    .slice(at * perPage, (at + 1) * perPage)
    .map((item) => button(`✏️ ${item.number}`, 'resolutions.amend-item', item.taskId));
  const rows = Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  );
  const { resolutionId: id, version } = view;
  const keyboard: Keyboard = [
    ...rows,
    ...turns('resolutions.amend', [id], at, last),
    [button(app.t(locale, 'resolutions-button-add'), 'resolutions.amend-add', id, version)],
    [button(app.t(locale, 'resolutions-button-head'), 'resolutions.amend-head', id, version)],
    [button(app.t(locale, 'resolutions-button-versions'), 'resolutions.versions', id, 0), toExecution(context, id)],
  ];
  const html = [...headLines(context, view), '', app.t(locale, 'resolutions-ask-amend', { version })];
  return { html: html.join('\n'), keyboard };
}

/** One item in force with what may be changed of it. The buttons name the version they were made for. */
export function amendItemPanel(context: CardContext, view: ResolutionView, item: ItemView): Panel {
  const { app, locale } = context;
  const press = (field: string) =>
    button(
      app.t(locale, 'resolutions-button-amend-field', { field }),
      'resolutions.amend-field',
      item.taskId,
      field,
      view.version,
    );
  const back = button(app.t(locale, 'resolutions-button-back'), 'resolutions.amend', view.resolutionId, 0);
  const whole = item.recurrence ? [[press('text')]] : [[press('text'), press('due')], [press('executors')]];
  const fields = item.state === 'draft' ? [] : whole;
  const html = fitted(
    (maxText) => [...headLines(context, view), '', ...itemInFull(context, item, maxText)].join('\n'),
    maxTaskText,
  );
  return { html, keyboard: [...fields, [press('cancel')], [back]] };
}

/** Every version, the newest first: what was changed, by whom and why. `shown` are amendments the reader may see. */
export function versionsPanel(
  context: CardContext,
  view: ResolutionView,
  { shown, posts, page }: { shown: AmendmentView[]; posts: Map<number, PostView>; page: number },
): Panel {
  const { app, locale } = context;
  const last = Math.max(0, Math.ceil(shown.length / versionsPerPage) - 1);
  const at = Math.min(page, last);
  const blocks = shown.slice(at * versionsPerPage, (at + 1) * versionsPerPage);
  const none = shown.length === 0 ? ['', app.t(locale, 'resolutions-versions-none')] : [];
  const html = fitted(
    (maxText) =>
      [
        ...headLines(context, view),
        ...none,
        ...blocks.flatMap((one) => ['', ...versionLines(context, one, posts, maxText)]),
      ].join('\n'),
    shownText,
    40,
  );
  const keyboard = [
    ...turns('resolutions.versions', [view.resolutionId], at, last),
    [toExecution(context, view.resolutionId)],
  ];
  return { html, keyboard };
}

/** The way back: from the execution everything else of an adopted resolution is reached. */
function toExecution({ app, locale }: CardContext, resolutionId: number): Keyboard[number][number] {
  return button(app.t(locale, 'resolutions-button-execution'), 'documents.execution', resolutionId, 0);
}

function versionLines(
  { app, locale }: CardContext,
  { version, act, at, by, before, after, reason }: AmendmentView,
  posts: Map<number, PostView>,
  maxText: number,
): string[] {
  const number = before.number ?? after.number ?? '';
  const head = { version, at: printInstant(app.zone, at), act, number: act === 'head' ? '' : number };
  return [
    `<b>${app.t(locale, 'resolutions-version', head)}</b>`,
    ...changeLines({ app, locale }, before, after, posts, maxText),
    app.t(locale, 'resolutions-version-reason', { reason: excerpt(reason, maxText) }),
    ...(by ? [app.t(locale, 'resolutions-version-by', { name: excerpt(postTitle(by, locale), longestName) })] : []),
  ];
}

function changeLines(
  { app, locale }: Pick<CardContext, 'app' | 'locale'>,
  before: Wording,
  after: Wording,
  posts: Map<number, PostView>,
  maxText: number,
): string[] {
  const names = (ids: number[]): string =>
    excerpt(
      ids
        .flatMap((id) => posts.get(id) ?? [])
        .map((post) => executorName(post, locale))
        .join('; '),
      maxText,
    );
  const print: Record<string, (wording: Wording) => string> = {
    text: ({ text }) => (text === undefined ? '' : excerpt(text, maxText)),
    due: ({ due, dueTime }) => (due ? [printDayShort(due), dueTime].filter(Boolean).join(' ') : ''),
    executors: ({ executors }) => (executors ? names(executors) : ''),
    theme: ({ theme }) => (theme === undefined ? '' : excerpt(theme, maxText)),
    day: ({ day }) => (day ? printDayShort(day) : ''),
  };
  return Object.entries(print).flatMap(([what, write]) => {
    const [was, is] = [write(before), write(after)];
    if (was === is) return [];
    return [app.t(locale, 'resolutions-version-change', { what, was: was || '—', is: is || '—' })];
  });
}
