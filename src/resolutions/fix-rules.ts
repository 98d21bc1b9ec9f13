// What somebody wants changed who answers the card of an item: 'срок 15 января', 'жауапты 12 мектеп', 'текст ...'. Pure.
import type { TaskKind } from '../generated/prisma/client.ts';
import { fold } from '../reading/words.ts';
import type { ItemField } from './rules.ts';

export type Fix =
  | { field: Exclude<ItemField, 'kind'>; words: string }
  | { field: 'kind'; kind: TaskKind }
  | { field: 'drop' }
  /** No field was named: a date or executors say themselves what they are. */
  | { field: null; words: string };

/** Folded first words and what they name; longer ones first. */
const names: [RegExp, ItemField][] = [
  [/^(?:срок(?: исполнения)?|дата|(?:орындау )?мерзими?|куни|due(?: date)?|deadline)/u, 'due'],
  [
    /^(?:ответственн\p{L}*(?: исполнител\p{L}*)?|соисполнител\p{L}*|исполнител\p{L}*|отв\.?|исп\.?|кому|жауапты(?:лар)?(?: орындауш\p{L}*)?|орындаушы(?:лар)?|кимге|responsible|executors?)/u,
    'executors',
  ],
  [/^(?:форма(?: завершения)?|аяктау нысаны|нысаны?|(?:completion )?form)/u, 'form'],
  [/^(?:вид|тури|kind)/u, 'kind'],
  [/^(?:текст|матини?|мазмуны|text)/u, 'text'],
];

const kindNames: [RegExp, TaskKind][] = [
  [/^(?:рекоменд|усыным|recommend)/, 'recommendation'],
  [/^(?:предлож|усыныс|propos)/, 'proposal'],
  [/^(?:обращен|призыв|ундеу|appeal)/, 'appeal'],
  [/^(?:обязательств|миндеттеме|commit)/, 'commitment'],
  [/^(?:к сведению|сведени|малимет|note)/, 'note'],
  [/^(?:поручен|тапсырма|assign)/, 'assignment'],
];

const drops = /^(?:удали(?:ть|те)?|убрать|убери(?:те)?|жою|алып тастау|алып тастаныз|delete|drop|remove)[\s.!]*$/u;

/** Reads an answer to an item's card. `words` keep their spelling; a name without anything behind it is no fix of that field. */
export function readFix(text: string): Fix {
  const clean = text.trim();
  const folded = fold(clean);
  if (drops.test(folded)) return { field: 'drop' };
  for (const [pattern, field] of names) {
    const name = pattern.exec(folded)?.[0];
    if (name === undefined) continue;
    const sign = /^(?:\s*[:=–—-]\s*|\s+)(?=\S)/u.exec(clean.slice(name.length));
    if (!sign) continue;
    const words = clean.slice(name.length + sign[0].length);
    if (field !== 'kind') return { field, words };
    const kind = kindNames.find(([named]) => named.test(fold(words)))?.[1];
    if (kind) return { field, kind };
  }
  return { field: null, words: clean };
}

/** True for words that end the search for a date: 'постоянно', 'тұрақты'. */
export function isStanding(words: string): boolean {
  return /^(?:постоянн\p{L}*(?: контрол\p{L}*)?|на постоянн\p{L}* основе|туракты(?: (?:бакылау|негизде))?|унеми|standing)[\s.]*$/u.test(
    fold(words.trim()),
  );
}

/** True for words that take the date away: 'без срока', 'мерзімсіз'. */
export function isUndated(words: string): boolean {
  return /^(?:без срока|нет|мерзимсиз|жок|none|no date)[\s.]*$/u.test(fold(words.trim()));
}
