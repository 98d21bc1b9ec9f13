// Conversations about lists: the words to search by, the name of a saved list.
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { longestFind, readFind } from '../tasks/find-rules.ts';
import { UserError } from '../errors.ts';
import { type Filter, filterFrom } from './filter-rules.ts';
import { longestName, renameList, saveList } from './saved-actions.ts';
import { savedList } from './saved-queries.ts';
import { panelView } from './view-queries.ts';

export const listsDialogs: DialogDefinition[] = [
  { id: 'lists.words', run: askWords },
  { id: 'lists.save', run: save },
  { id: 'lists.rename', run: rename },
];

function filterIn(args: DialogArgs): Filter {
  const words = args['words'];
  const filter = filterFrom(String(args['code']), typeof words === 'string' ? words : null);
  if (!filter) throw new UserError('telegram-stale-button');
  return filter;
}

/** Words to search by within the filter; in place of those there were. */
async function askWords(talk: Talk, args: DialogArgs): Promise<void> {
  const drop = [{ label: talk.t('lists-button-no-words'), value: 'none' }];
  const { text, choice } = await talk.ask(talk.t('lists-ask-words'), { choices: [drop], maxLength: longestFind });
  const shown = await talk.act(async (app, actor) => {
    const words = choice ? null : (text ?? '').replace(/[«»]/g, ' ').replace(/\s+/g, ' ').trim();
    if (words !== null && !readFind(words)) throw new UserError('tasks-find-how');
    return panelView(app, actor, talk.locale, { ...filterIn(args), words });
  });
  if (shown.ok) await talk.sayHtml(shown.value.text, { keyboard: shown.value.keyboard });
}

async function save(talk: Talk, args: DialogArgs): Promise<void> {
  await askName(talk, (name) => talk.act((app, actor) => saveList(app, actor, { filter: filterIn(args), name })));
}

async function rename(talk: Talk, args: DialogArgs): Promise<void> {
  const id = Number(args['id']);
  const found = await talk.act(async (app, actor) => (await savedList(app, actor, id)).name);
  if (found.ok) await askName(talk, (name) => talk.act((app, actor) => renameList(app, actor, { id, name })));
}

/** Asks for a name until one will do. */
async function askName(
  talk: Talk,
  keep: (name: string) => Promise<{ ok: true; value: string } | { ok: false }>,
): Promise<void> {
  const drop = [{ label: talk.t('lists-button-cancel'), value: 'drop' }];
  for (;;) {
    const { text, choice } = await talk.ask(talk.t('lists-ask-name', { most: longestName }), {
      choices: [drop],
      maxLength: longestName,
    });
    if (choice) return talk.say('telegram-cancelled');
    const kept = await keep(text ?? '');
    if (kept.ok) return talk.say('lists-kept', { name: kept.value });
  }
}
