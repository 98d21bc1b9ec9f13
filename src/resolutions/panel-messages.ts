// What the drafter works with: the panel of a resolution and of its head; the list of what is open.
import type { App } from '../app.ts';
import { orgName } from '../org/messages.ts';
import type { PlaceInfo } from '../chats/queries.ts';
import { type CardContext, excerpt, executorName, fitted, longestName } from '../tasks/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale } from '../texts.ts';
import { printInstant } from '../time.ts';
import { agreementLine, agreementRow } from './agreement-messages.ts';
import { afterRows } from './chair-messages.ts';
import type { Learned } from './learn-actions.ts';
import { headLines, itemLines, lineLabel, sourceRow } from './messages.ts';
import type { OpenResolutions } from './list-queries.ts';
import type { ItemView, ResolutionView } from './queries.ts';
import { openDoubts } from './review-rules.ts';
import { editableFields, isEditable, isWaiting, itemsPerPage } from './rules.ts';

export type Panel = { html: string; keyboard: Keyboard };

const perRow = 5;
/** Executors' names of ten items are cut down to this, where the page would be too long. */
const shortestName = 12;

/** The resolution with its items, ten on a page, and what can be done with it now. */
export function resolutionPanel(context: CardContext, view: ResolutionView, page = 0): Panel {
  const last = Math.max(0, Math.ceil(view.items.length / itemsPerPage) - 1);
  const at = Math.min(page, last);
  const shown = view.items.slice(at * itemsPerPage, (at + 1) * itemsPerPage);
  const { app, locale } = context;
  const lines = (maxName: number): string[] => [
    ...headLines(context, view),
    homeLine(context, view),
    '',
    stateLine(context, view),
    ...agreementLine(context, view),
    ...reviewLines(context, view),
    ...(view.items.length === 0 ? [app.t(locale, 'resolutions-no-items')] : []),
    ...shown.flatMap((item) => ['', ...itemLines(context, item, maxName)]),
  ];
  const html = fitted((maxName) => lines(maxName).join('\n'), longestName, shortestName);
  return {
    html,
    keyboard: [
      ...itemButtons(view, shown),
      ...turns('resolutions.panel', [view.resolutionId], at, last),
      ...panelButtons(context, view),
    ],
  };
}

function itemButtons(view: ResolutionView, shown: ItemView[]): Keyboard {
  const touchable = shown.filter((item) => editableFields(view, item).length > 0);
  const mark = (item: ItemView): string => (openDoubts(item).length > 0 ? '⚠️' : item.doubts.length > 0 ? '❗️' : '✏️');
  const buttons = touchable.map((item) => button(`${mark(item)} ${item.number}`, 'resolutions.item', item.taskId));
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  );
}

/** What was read from a document and is not looked at yet. */
function reviewLines({ app, locale }: CardContext, view: ResolutionView): string[] {
  if (!isEditable(view)) return [];
  const doubtful = doubtfulItems(view);
  return [
    ...guessedLine({ app, locale }, view),
    ...(doubtful > 0 ? [app.t(locale, 'resolutions-doubtful', { n: doubtful })] : []),
  ];
}

function guessedLine({ app, locale }: Pick<CardContext, 'app' | 'locale'>, { guessed }: ResolutionView): string[] {
  const fields = guessed.map((field) => app.t(locale, 'resolutions-button-head-field', { field }).toLowerCase());
  return fields.length > 0 ? [`⚠️ ${app.t(locale, 'resolutions-guessed', { fields: fields.join(', ') })}`] : [];
}

function doubtfulItems({ items }: ResolutionView): number {
  return items.filter(({ state, doubts }) => state === 'draft' && doubts.length > 0).length;
}

function panelButtons({ app, locale, calendar }: CardContext, view: ResolutionView): Keyboard {
  const press = (key: string, verb: string) => button(app.t(locale, key), verb, view.resolutionId);
  const source = sourceRow({ app, locale }, view);
  const agreement = agreementRow({ app, locale, calendar }, view);
  if (isWaiting(view)) return [[press('resolutions-button-take-back', 'resolutions.take')], ...agreement, ...source];
  if (!isEditable(view)) return [...afterRows({ app, locale }, view), ...agreement, ...source];
  const doubtful = doubtfulItems(view);
  const next = button(
    app.t(locale, 'resolutions-button-doubtful', { n: doubtful }),
    'resolutions.doubtful',
    view.resolutionId,
  );
  return [
    ...(doubtful > 0 ? [[next]] : []),
    [press('resolutions-button-add', 'resolutions.add')],
    ...(view.items.length > 0 ? [[press('resolutions-button-send', 'resolutions.send')]] : []),
    ...(view.items.length > 0 ? [[press('resolutions-button-ask-agree', 'resolutions.ask-agree')]] : []),
    ...agreement,
    ...(view.items.length > 0 && view.paperPostIds.length > 0
      ? [[press('resolutions-button-paper', 'resolutions.paper')]]
      : []),
    [press('resolutions-button-head', 'resolutions.head'), press('resolutions-button-drop', 'resolutions.drop')],
    ...source,
  ];
}

function stateLine({ app, locale }: CardContext, view: ResolutionView): string {
  const at = view.closedAt ?? view.adoptedAt ?? view.sentAt;
  const time = at ? printInstant(app.zone, at) : '';
  const state = isWaiting(view) ? 'waiting' : view.state;
  return app.t(locale, 'resolutions-state', { state, time });
}

function homeLine({ app, locale }: CardContext, { home }: ResolutionView): string {
  return home ? app.t(locale, 'resolutions-home', { name: home.title }) : app.t(locale, 'resolutions-home-none');
}

/** The head with a button for each of its fields. */
export function headPanel(context: CardContext, view: ResolutionView): Panel {
  const { app, locale } = context;
  const set = (field: string) =>
    button(app.t(locale, 'resolutions-button-head-field', { field }), 'resolutions.set', view.resolutionId, field);
  const right = button(app.t(locale, 'resolutions-button-head-right'), 'resolutions.head-right', view.resolutionId);
  const keyboard = [
    ...(view.guessed.length > 0 ? [[right]] : []),
    [set('theme'), set('day')],
    [set('number'), set('chair')],
    [button(app.t(locale, 'resolutions-button-home'), 'resolutions.homes', view.resolutionId)],
    [button(app.t(locale, 'resolutions-button-back'), 'resolutions.panel', view.resolutionId, 0)],
  ];
  const lines = [...headLines(context, view), homeLine(context, view), ...guessedLine(context, view)];
  return { html: lines.join('\n'), keyboard };
}

/** What was learned from a correction, with a button to forget it. */
export function learnedMessage(app: App, locale: Locale, { words, post, alsoIn, aliasId }: Learned): Panel {
  const name = excerpt(executorName(post, locale), longestName);
  const also = alsoIn.length > 0 ? [app.t(locale, 'resolutions-learned-also', { numbers: alsoIn.join(', ') })] : [];
  const html = [app.t(locale, 'resolutions-learned', { words, name }), ...also].join('\n');
  return { html, keyboard: [[button(app.t(locale, 'resolutions-button-forget'), 'org.alias-undo', aliasId)]] };
}

/** The groups that may be home of the cards. */
export function homePanel({ app, locale }: CardContext, view: ResolutionView, places: PlaceInfo[]): Panel {
  const named = (place: PlaceInfo): string => {
    const org = orgName({ nameKk: place.orgNameKk, nameRu: place.orgNameRu }, locale);
    return excerpt(`${place.placeId === view.home?.placeId ? '● ' : ''}${place.title} · ${org}`, 60);
  };
  const rows = places
    .slice(0, 10)
    .map((place) => [button(named(place), 'resolutions.home', view.resolutionId, place.placeId)]);
  const back = [button(app.t(locale, 'resolutions-button-back'), 'resolutions.head', view.resolutionId)];
  return {
    html: app.t(locale, places.length > 0 ? 'resolutions-choose-home' : 'resolutions-home-none'),
    keyboard: [...rows, back],
  };
}

/** A question before something that is not easily undone. */
export function confirmPanel(
  { app, locale }: CardContext,
  html: string,
  yes: [verb: string, ...args: number[]],
  back: [verb: string, ...args: number[]],
  keys = { yes: 'resolutions-button-yes-drop', back: 'resolutions-button-back' },
): Panel {
  const [yesVerb, ...yesArgs] = yes;
  const [backVerb, ...args] = back;
  const keyboard = [
    [button(app.t(locale, keys.yes), yesVerb, ...yesArgs), button(app.t(locale, keys.back), backVerb, ...args)],
  ];
  return { html, keyboard };
}

/** What is open for a person: drafts to go on with, questions to the chair, items left over, and a new one. */
export function openPanel(
  { app, locale }: CardContext,
  open: OpenResolutions,
  { mayDraft, mayDelegate = false }: { mayDraft: boolean; mayDelegate?: boolean },
): Panel {
  const rows = [
    ...open.waiting.map((line) => [button(`⚖️ ${lineLabel(line)}`, 'resolutions.read', line.resolutionId, 0)]),
    ...open.drafts.map((line) => [button(`📝 ${lineLabel(line)}`, 'resolutions.panel', line.resolutionId, 0)]),
    ...open.unfinished.map((line) => [button(`❗️ ${lineLabel(line)}`, 'resolutions.unfinished', line.resolutionId)]),
    ...open.inForce.map((line) => [button(`📊 ${lineLabel(line)}`, 'documents.execution', line.resolutionId, 0)]),
    ...(mayDraft ? [[button(app.t(locale, 'resolutions-button-new'), 'resolutions.new')]] : []),
    ...(mayDelegate ? [[button(app.t(locale, 'resolutions-button-delegates'), 'resolutions.delegates')]] : []),
  ];
  const count = {
    drafts: open.drafts.length,
    waiting: open.waiting.length,
    unfinished: open.unfinished.length,
    force: open.inForce.length,
  };
  const lines = [
    app.t(locale, 'resolutions-open', count),
    ...(mayDraft ? [app.t(locale, 'resolutions-how-to-draft')] : []),
  ];
  return { html: lines.join('\n\n'), keyboard: rows };
}
