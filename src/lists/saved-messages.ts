// The saved lists of a person on screen: open, rename, delete.
import type { App } from '../app.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { codeOf, filterOf, type Filter } from './filter-rules.ts';
import type { Screen } from './messages.ts';
import type { SavedList } from './saved-queries.ts';

/** `/lists`: the saved ones, and a few to begin with. */
export function savedMessage(
  { t }: App,
  locale: Locale,
  { lists, start, bot }: { lists: SavedList[]; start: Partial<Filter>; bot: string },
): Screen {
  const head = lists.length > 0 ? t(locale, 'lists-saved', { n: lists.length }) : t(locale, 'lists-saved-none');
  const view = start.view === undefined ? {} : { view: start.view };
  const ready: [string, Partial<Filter>][] = [
    // Who reads a part of the tree follows tasks; who executes, the own shares.
    ['overdue', { ...view, state: 'overdue' }],
    ['week', { ...view, state: 'open', due: 'week' }],
    ['mine', { who: 'mine', state: 'open' }],
  ];
  return {
    text: `${head}\n\n${t(locale, 'lists-inline-hint', { bot })}`,
    keyboard: [
      ...lists.map(({ id, name }) => [
        button(name, 'lists.use', id),
        button(t(locale, 'lists-button-edit'), 'lists.edit', id),
      ]),
      ready.map(([name, set]) => button(t(locale, `lists-ready-${name}`), 'lists.open', codeOf(filterOf(set)))),
      [button(t(locale, 'lists-button-new'), 'lists.panel', codeOf(filterOf(start)))],
    ],
  };
}

/** One saved list: what it asks for, and what can be done with it. */
export function editMessage({ t }: App, locale: Locale, { id, name }: SavedList, words: string): Screen {
  return {
    text: `${t(locale, 'lists-edit', { name })}\n${words}`,
    keyboard: [
      [
        button(t(locale, 'lists-button-rename'), 'lists.rename', id),
        button(t(locale, 'lists-button-delete'), 'lists.delete', id),
      ],
      [button(t(locale, 'lists-button-back'), 'lists.saved')],
    ],
  };
}

/** The question before a list is deleted. */
export function deleteMessage({ t }: App, locale: Locale, { id, name }: SavedList): Screen {
  return {
    text: t(locale, 'lists-ask-delete', { name }),
    keyboard: [
      [
        button(t(locale, 'lists-button-delete-sure'), 'lists.drop', id),
        button(t(locale, 'lists-button-back'), 'lists.edit', id),
      ],
    ],
  };
}
