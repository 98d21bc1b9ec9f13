// pick: a choice among many, by button or by a few letters.
import type { App } from '../app.ts';
import type { Actor } from '../org/rules.ts';
import type { Choice, Talk } from './talk.ts';

export type Option = { id: number; label: string };

const offered = 8;
const longestLabel = 60;

/** A choice among what `find` gives, by button or by a few letters; the only one there is needs no question. Null when there is nothing to choose. */
export async function pick(
  talk: Talk,
  html: string,
  find: (app: App, actor: Actor, search: string) => Promise<Option[]>,
): Promise<number | null> {
  let search = '';
  for (;;) {
    const wanted = search;
    const found = await talk.act(async (app, actor) => find(app, actor, wanted));
    if (!found.ok) return null;
    const [only] = found.value;
    if (found.value.length === 1 && only) return only.id;
    if (found.value.length === 0 && search === '') return null;
    if (found.value.length === 0) {
      await talk.say('telegram-not-found', { words: search });
      search = '';
      continue;
    }
    const answer = await talk.ask(html, { choices: optionRows(found.value), maxLength: 200 });
    if (answer.choice !== undefined) return Number(answer.choice);
    search = answer.text;
  }
}

/** Options as buttons, one in a row. */
export function optionRows(options: Option[]): Choice[][] {
  return options.slice(0, offered).map(({ id, label }) => [{ label: label.slice(0, longestLabel), value: String(id) }]);
}
