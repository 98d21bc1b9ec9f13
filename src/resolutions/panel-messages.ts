// What the drafter works with: the panel of a resolution, of one item, of the head; the list of what is open.
import { orgName } from '../org/messages.ts';
import type { PlaceInfo } from '../chats/queries.ts';
import { type CardContext, excerpt, fitted, longestName } from '../tasks/messages.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { printInstant } from '../time.ts';
import { headLines, itemInFull, itemLines, lineLabel } from './messages.ts';
import type { ItemView, OpenResolutions, ResolutionView } from './queries.ts';
import { editableFields, isEditable, isWaiting, itemNumber, itemsPerPage } from './rules.ts';

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
    ...(view.items.length === 0 ? [app.t(locale, 'resolutions-no-items')] : []),
    ...shown.flatMap((item) => ['', ...itemLines(context, item, maxName)]),
  ];
  const html = fitted((maxName) => lines(maxName).join('\n'), longestName, shortestName);
  return { html, keyboard: [...itemButtons(view, shown), ...turns(view, at, last), ...panelButtons(context, view)] };
}

function itemButtons(view: ResolutionView, shown: ItemView[]): Keyboard {
  const touchable = shown.filter((item) => editableFields(view, item).length > 0);
  const buttons = touchable.map((item) => button(`✏️ ${itemNumber(item.position)}`, 'resolutions.item', item.taskId));
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  );
}

function turns({ resolutionId }: ResolutionView, at: number, last: number): Keyboard {
  const row = [
    ...(at > 0 ? [button(`‹ ${at}`, 'resolutions.panel', resolutionId, at - 1)] : []),
    ...(at < last ? [button(`${at + 2} ›`, 'resolutions.panel', resolutionId, at + 1)] : []),
  ];
  return row.length > 0 ? [row] : [];
}

function panelButtons({ app, locale }: CardContext, view: ResolutionView): Keyboard {
  const press = (key: string, verb: string) => button(app.t(locale, key), verb, view.resolutionId);
  if (isWaiting(view)) return [[press('resolutions-button-take-back', 'resolutions.take')]];
  if (!isEditable(view)) return [];
  return [
    [press('resolutions-button-add', 'resolutions.add')],
    ...(view.items.length > 0 ? [[press('resolutions-button-send', 'resolutions.send')]] : []),
    [press('resolutions-button-head', 'resolutions.head'), press('resolutions-button-drop', 'resolutions.drop')],
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

/** One item in full with a button for each field that may be changed. */
export function itemPanel(context: CardContext, view: ResolutionView, item: ItemView): Panel {
  const { app, locale } = context;
  const fields = editableFields(view, item).map((field) =>
    button(app.t(locale, 'resolutions-button-field', { field }), 'resolutions.edit', item.taskId, field),
  );
  const pairs = [fields.slice(0, 2), fields.slice(2, 4), fields.slice(4)].filter((row) => row.length > 0);
  const remove = isEditable(view)
    ? [button(app.t(locale, 'resolutions-button-remove'), 'resolutions.remove', item.taskId)]
    : [];
  const page = Math.floor(view.items.indexOf(item) / itemsPerPage);
  const back = button(
    app.t(locale, 'resolutions-button-back'),
    'resolutions.panel',
    view.resolutionId,
    Math.max(0, page),
  );
  const html = fitted((maxText) => itemInFull(context, item, maxText).join('\n'), maxTaskText);
  return { html, keyboard: [...pairs, [...remove, back]] };
}

/** The head with a button for each of its fields. */
export function headPanel(context: CardContext, view: ResolutionView): Panel {
  const { app, locale } = context;
  const set = (field: string) =>
    button(app.t(locale, 'resolutions-button-head-field', { field }), 'resolutions.set', view.resolutionId, field);
  const keyboard = [
    [set('theme'), set('day')],
    [set('number'), set('chair')],
    [button(app.t(locale, 'resolutions-button-home'), 'resolutions.homes', view.resolutionId)],
    [button(app.t(locale, 'resolutions-button-back'), 'resolutions.panel', view.resolutionId, 0)],
  ];
  return { html: [...headLines(context, view), homeLine(context, view)].join('\n'), keyboard };
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

/** A question before something is thrown away. */
export function confirmPanel(
  { app, locale }: CardContext,
  html: string,
  yes: [verb: string, id: number],
  back: [verb: string, ...args: number[]],
): Panel {
  const [backVerb, ...args] = back;
  const keyboard = [
    [
      button(app.t(locale, 'resolutions-button-yes-drop'), ...yes),
      button(app.t(locale, 'resolutions-button-back'), backVerb, ...args),
    ],
  ];
  return { html, keyboard };
}

/** What is open for a person: drafts to go on with, questions to the chair, items left over, and a new one. */
export function openPanel({ app, locale }: CardContext, open: OpenResolutions, mayDraft: boolean): Panel {
  const rows = [
    ...open.waiting.map((line) => [button(`⚖️ ${lineLabel(line)}`, 'resolutions.read', line.resolutionId, 0)]),
    ...open.drafts.map((line) => [button(`📝 ${lineLabel(line)}`, 'resolutions.panel', line.resolutionId, 0)]),
    ...open.unfinished.map((line) => [button(`❗️ ${lineLabel(line)}`, 'resolutions.unfinished', line.resolutionId)]),
    ...(mayDraft ? [[button(app.t(locale, 'resolutions-button-new'), 'resolutions.new')]] : []),
  ];
  const count = { drafts: open.drafts.length, waiting: open.waiting.length, unfinished: open.unfinished.length };
  return { html: app.t(locale, 'resolutions-open', count), keyboard: rows };
}
