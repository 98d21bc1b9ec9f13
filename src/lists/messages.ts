// Lists as messages: the filter in words above them, pages, and the panel by which a filter is put together and taken apart.
import type { App } from '../app.ts';
import { clip, nameIn, type Named } from '../org/messages.ts';
import type { FoundTask } from '../tasks/find-queries.ts';
import { foundLine, headLine, openButtons, pageSize, taskLine } from '../tasks/list-messages.ts';
import type { RowPage, ShareRow } from '../tasks/list-queries.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale, type TextArgs } from '../texts.ts';
import { printDayRange, printDayShort, printInstant } from '../time.ts';
import type { Names, ResolutionName } from './choice-queries.ts';
import { codeOf, type Filter, type Part, parts, without } from './filter-rules.ts';

export type Screen = { text: string; keyboard: Keyboard };
/** A filter and what it takes to say it: `read` names what the reader reads. */
export type Said = { filter: Filter; names: Names; read: Named[] };
type Say = (key: string, args?: TextArgs) => string;

/** On a button there is room for one line. */
const longestLabel = 60;

/** What one part of the filter asks for, as plain words; null when the part is not set. */
export function partWords(app: App, locale: Locale, { filter, names, read }: Said, part: Part): string | null {
  const say = plainIn(app, locale);
  const { place, state, due } = filter;
  if (filter[part] === null) return null;
  switch (part) {
    case 'who':
      return say(`lists-who-${filter.who}`);
    case 'place': {
      if (place === 'read') return say('lists-place', { name: read.map((each) => nameIn(each, locale)).join('; ') });
      const name = names.unit ? nameIn(names.unit, locale) : '…';
      return say(place?.alone ? 'lists-place-alone' : 'lists-place', { name });
    }
    case 'taskId':
      return say('lists-task', { number: names.task ?? '…' });
    case 'resolutionId':
      return say('lists-resolution', { name: names.resolution ? resolutionWords(names.resolution) : '…' });
    case 'topic':
      return say('lists-topic', { name: names.topic ?? '…' });
    case 'programme':
      return say('lists-programme', { name: names.programme ?? '…' });
    case 'state':
      return stateWords(app, locale, filter, say(`lists-state-${state}`));
    case 'due': {
      const name = due === null || typeof due === 'string' ? say(`lists-due-${due}`) : rangeWords(locale, due);
      return say('lists-due', { name });
    }
    case 'words':
      return say('lists-words', { words: filter.words ?? '' });
  }
}

function stateWords(app: App, locale: Locale, { within, at }: Filter, name: string): string {
  const say = plainIn(app, locale);
  if (within) return say('lists-state-within', { name, days: rangeWords(locale, within) });
  return at ? say('lists-state-at', { name, at: printInstant(app.zone, at) }) : say('lists-state', { name });
}

function rangeWords(locale: Locale, { from, to }: { from: string; to: string }): string {
  return from === to ? printDayShort(from) : printDayRange(locale, from, to);
}

/** '№ 14, 20.11.2026: theme', plain. */
export function resolutionWords({ number, day, theme }: ResolutionName): string {
  return `${number === null ? '' : `№ ${number}, `}${printDayShort(day)}: ${clip(theme, 60)}`;
}

/** Words of texts for places without markup, where escaping comes later or never. */
function plainIn({ t }: App, locale: Locale): Say {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return (key, args) => t(locale, key, args).replace(/&(lt|gt|quot|amp);/g, (_, name: string) => signs[name] ?? '');
}

/** The filter in words, one part after another; the words that were searched for stand in the first line of a list. */
export function filterWords(app: App, locale: Locale, said: Said): string {
  const set = parts.filter((part) => part !== 'words').flatMap((part) => partWords(app, locale, said, part) ?? []);
  return set.length > 0 ? set.join(' · ') : plainIn(app, locale)('lists-all');
}

export type ListParts = Said & {
  page: number;
  found: RowPage | { rows: FoundTask[]; total: number };
};

/** One page of a list, with the filter above it. */
export function listMessage(app: App, locale: Locale, list: ListParts): Screen {
  const { filter, page, found } = list;
  const { rows, total } = found;
  const head = app.t(locale, filter.view === 'tasks' ? 'lists-head-tasks' : 'lists-head', { n: total });
  const lines = rows.map((row) =>
    'participationId' in row ? shareLines(app, locale, row) : foundLine(app, locale, masked(app, locale, row)),
  );
  const code = codeOf(filter);
  const keyboard = [
    ...openButtons(rows),
    ...turns('lists.show', [code], page, Math.max(0, Math.ceil(total / pageSize) - 1)),
    // A task for 350 schools is one line by tasks, and as many as executors by shares.
    ...(total > 1
      ? [[button(app.t(locale, `lists-view-${otherView(filter).view}`), 'lists.show', codeOf(otherView(filter)), 0)]]
      : []),
    [
      button(app.t(locale, 'lists-button-filter'), 'lists.panel', code),
      button(app.t(locale, 'lists-button-save'), 'lists.save', code),
    ],
  ];
  const title = headLine(app, locale, head, { page, words: filter.words ?? undefined });
  const asked = escapeHtml(filterWords(app, locale, list));
  return {
    text: [`${title}\n${asked}`, ...(lines.length > 0 ? lines : [app.t(locale, 'lists-none')])].join('\n\n'),
    keyboard,
  };
}

/** The same by tasks, or by executors. */
function otherView(filter: Filter): Filter {
  return { ...filter, view: filter.view === 'tasks' ? 'shares' : 'tasks' };
}

function shareLines(app: App, locale: Locale, row: ShareRow): string {
  const org = nameIn({ nameKk: row.orgNameKk, nameRu: row.orgNameRu }, locale);
  return `${taskLine(app, locale, masked(app, locale, row))}\n${escapeHtml(clip(org, 80))}`;
}

/** Of a confidential task a list says number, date and state alone. */
function masked<Row extends { confidential: boolean; headline: string }>(app: App, locale: Locale, row: Row): Row {
  return row.confidential ? { ...row, headline: plainIn(app, locale)('lists-confidential') } : row;
}

/** The panel of a filter: each part that is set with a button that takes it out, and buttons for what may be added. */
export function panelMessage(app: App, locale: Locale, said: Said & { total: number }): Screen {
  const { filter, total } = said;
  const say = plainIn(app, locale);
  const code = codeOf(filter);
  const set = parts.flatMap((part) => {
    const words = partWords(app, locale, said, part);
    return words === null
      ? []
      : [[button(clip(`✕ ${words}`, longestLabel), 'lists.panel', codeOf(without(filter, part)))]];
  });
  const add = (part: PickPart) => button(say(`lists-add-${part}`), 'lists.pick', code, part, 0);
  const mine =
    filter.who === null ? [button(say('lists-add-mine'), 'lists.panel', codeOf({ ...filter, who: 'mine' }))] : [];
  const other = otherView(filter);
  const head = say('lists-panel');
  const text = [
    headLine(app, locale, head, { page: 0, words: filter.words ?? undefined }),
    escapeHtml(filterWords(app, locale, said)),
    '',
    app.t(locale, filter.view === 'tasks' ? 'lists-head-tasks' : 'lists-head', { n: total }),
  ].join('\n');
  const keyboard = [
    [button(say('lists-button-show', { n: total }), 'lists.show', code, 0)],
    ...set,
    [add('u'), add('s')],
    [add('d'), add('r')],
    [add('t'), add('p')],
    [...mine, button(say('lists-add-words'), 'lists.words', code)],
    [button(say(`lists-view-${other.view}`), 'lists.panel', codeOf(other))],
    [button(say('lists-button-save'), 'lists.save', code), button(say('lists-button-saved'), 'lists.saved')],
  ];
  return { text, keyboard };
}

/** What can be chosen from: units, states, dates, resolutions, topics, programmes. */
export const pickParts = ['u', 's', 'd', 'r', 't', 'p'] as const;
export type PickPart = (typeof pickParts)[number];
export type PickOption = { label: string; filter: Filter };

const optionsOnPage = 8;

/** The choices for one part of a filter, a page at a time; each shows the list narrowed by it. */
export function pickMessage(
  app: App,
  locale: Locale,
  said: Said,
  { part, options, page: wanted }: { part: PickPart; options: PickOption[]; page: number },
): Screen {
  const say = plainIn(app, locale);
  const code = codeOf(said.filter);
  const last = Math.max(0, Math.ceil(options.length / optionsOnPage) - 1);
  const page = Math.min(wanted, last);
  const shown = options.slice(page * optionsOnPage, (page + 1) * optionsOnPage);
  const head = headLine(app, locale, say(`lists-pick-${part}`), { page, words: said.filter.words ?? undefined });
  return {
    text: [
      head,
      escapeHtml(filterWords(app, locale, said)),
      ...(options.length > 0 ? [] : ['', say('lists-pick-none')]),
    ].join('\n'),
    keyboard: [
      ...shown.map(({ label, filter }) => [button(clip(label, longestLabel), 'lists.show', codeOf(filter), 0)]),
      ...turns('lists.pick', [code, part], page, last),
      [button(say('lists-button-back'), 'lists.panel', code)],
    ],
  };
}
