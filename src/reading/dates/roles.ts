// The words around a date that say how it is meant: 'до', 'не позднее', 'в течение', 'дейін', 'ішінде', 'срок исполнения –'.
import { isInfinitive } from '../items/russian-verbs.ts';
import { dashes } from '../words.ts';
import { hasRole, isSignAt, wordAt, type Core, type Line } from './line.ts';

/** `past`, `of`, `behind` and `on` make of most dates no deadline: 'от 3 мая', 'после 1 июня', 'за 2025 год', 'на 2027 год'. */
export type Role =
  | 'none'
  | 'until'
  | 'not-later'
  | 'before'
  | 'from'
  | 'in'
  | 'on'
  | 'within'
  | 'after'
  | 'past'
  | 'of'
  | 'behind'
  | 'through';

type Opening = { role: Role; to: number; labelled: boolean };

const simpleRoles: Record<string, Role> = {
  until: 'until',
  by: 'until',
  in: 'in',
  on: 'on',
  from: 'from',
  of: 'of',
  through: 'through',
  after: 'after',
  past: 'past',
  behind: 'behind',
  course: 'within',
  inside: 'within',
  nearest: 'within',
  give: 'within',
};

const simple = new Map(Object.entries(simpleRoles));

const labels = new Set(['срок', 'сроки', 'сроком', 'дедлайн']);

/** The words that begin at a place and stand before a date; null when there are none. */
export function openingAt(line: Line, at: number): Opening | null {
  const label = labelAt(line, at);
  if (label === null) return prepositionAt(line, at);
  const inner = prepositionAt(line, label);
  return { role: inner?.role ?? 'none', to: inner?.to ?? label, labelled: true };
}

/** 'срок исполнения –', 'в срок', 'сроком', 'мерзімі:', 'due'. */
function labelAt(line: Line, at: number): number | null {
  // 'срыв срока 15 июня': a label stands in the nominative or behind 'в', 'со'.
  const role = line.words[at]?.role;
  if (role !== 'label' && role !== 'in' && role !== 'from') return null;
  const place = role !== 'label' && hasRole(line, at + 1, 'label') ? at + 1 : at;
  const word = line.words[place];
  if (word?.role === 'label' && word.language === 'ru' && !labels.has(wordAt(line, place))) return null;
  if (word?.role !== 'label' || (word.case && !['none', 'accusative'].includes(word.case))) return null;
  let to = place + 1;
  if (hasRole(line, to, 'labelled')) to += 1;
  if (isSignAt(line, to, `${dashes}:`)) to += 1;
  return to;
}

function opening(role: Role, to: number): Opening {
  return { role, to, labelled: false };
}

function prepositionAt(line: Line, at: number): Opening | null {
  if (wordAt(line, at) === 'максимум') return prepositionAt(line, at + 1) ?? opening('within', at + 1);
  const said = line.words[at]?.role;
  if (said === undefined) return null;
  if (said === 'not') return afterNot(line, at + 1);
  if (said === 'no' && hasRole(line, at + 1, 'later'))
    return opening('not-later', hasRole(line, at + 2, 'than') ? at + 3 : at + 2);
  if (said === 'starting') return opening('from', hasRole(line, at + 1, 'from') ? at + 2 : at + 1);
  const role = simple.get(said);
  if (role === undefined) return null;
  if (role === 'in' || role === 'through') {
    if (/^ноч[ьи]$/.test(wordAt(line, at + 1)) && hasRole(line, at + 2, 'on', 'from')) return opening('in', at + 3);
    if (hasRole(line, at + 1, 'course')) return opening('within', isSignAt(line, at + 2, '.') ? at + 3 : at + 2);
    if (hasRole(line, at + 1, 'nearest')) return opening('within', at + 2);
    if (hasRole(line, at + 1, 'expiry')) return opening('after', at + 2);
    if (hasRole(line, at + 1, 'period')) return opening('from', hasRole(line, at + 2, 'from') ? at + 3 : at + 2);
  }
  if (role === 'on' && wordAt(line, at + 1) === 'протяжении') return opening('within', at + 2);
  if (hasRole(line, at, 'until', 'by', 'inside', 'on') && hasRole(line, at + 1, 'the')) return opening(role, at + 2);
  return opening(role, at + 1);
}

/** 'не позднее (чем через)', 'не позже', 'не более чем за', 'не ранее'. */
function afterNot(line: Line, at: number): Opening | null {
  if (hasRole(line, at, 'earlier')) return { role: 'past', to: at + 1, labelled: false };
  const later = ['позднее', 'поздней', 'позже'].includes(wordAt(line, at));
  const more = wordAt(line, at) === 'более' || wordAt(line, at) === 'больше';
  if (!later && !more) return null;
  let to = isSignAt(line, at + 1, ',') ? at + 2 : at + 1;
  if (wordAt(line, to) === 'чем') to += 1;
  if (hasRole(line, to, 'behind') && later) return { role: 'behind', to: to + 1, labelled: false };
  if (hasRole(line, to, 'after', 'behind')) return { role: 'within', to: to + 1, labelled: false };
  if (more) return null;
  if (hasRole(line, to, 'in') && hasRole(line, to + 1, 'course'))
    return { role: 'within', to: to + 2, labelled: false };
  return { role: 'not-later', to, labelled: false };
}

type Closing = { core: Core; role: Role; to: number; labelled: boolean; fromEvent: boolean };

const byCase: Partial<Record<NonNullable<Core['case']>, Role>> = { dative: 'until', ablative: 'from', locative: 'in' };

/** What stands behind a date: where its words end, and what they and its own ending make of it. */
export function closingAt(line: Line, core: Core, role: Role): Closing {
  let to = core.to;
  let found = core.case;
  const dayWord = line.words[to];
  const isDated = ['date', 'weekday', 'dayOfMonth'].includes(core.value.kind);
  if (isDated && dayWord?.unit === 'day' && dayWord.language === 'kk' && dayWord.possessive) {
    to += 1;
    found = dayWord.case === 'none' ? 'locative' : dayWord.case;
  }
  const closing = (next: Role, end: number, labelled = false): Closing => {
    const event = eventAfter(line, end);
    return { core, role: next, to: event ?? end, labelled, fromEvent: event !== null };
  };
  if (hasRole(line, to, 'no-later')) return closing('not-later', to + 1);
  if (hasRole(line, to, 'until-after', 'toward')) return closing('until', to + 1);
  if (hasRole(line, to, 'ago')) return closing('past', to + 1);
  if (hasRole(line, to, 'sooner')) return closing('before', to + 1);
  if (hasRole(line, to, 'starting-after')) return closing('from', to + 1);
  if (hasRole(line, to, 'inside', 'along')) return closing('within', to + 1);
  if (hasRole(line, to, 'between')) return closing('until', to + 1);
  if (['кейин', 'сон'].includes(wordAt(line, to))) {
    if (hasRole(line, to + 1, 'denied')) return closing('not-later', to + 2);
    return closing(core.value.kind === 'length' ? 'after' : 'past', to + 1);
  }
  if (['кеширек', 'кеш'].includes(wordAt(line, to)) && hasRole(line, to + 1, 'denied'))
    return closing('not-later', to + 2);
  if (hasRole(line, to, 'inclusive')) return closing(role === 'none' || role === 'until' ? 'not-later' : role, to + 1);
  const term = termWord(line, to);
  if (core.value.kind === 'length' && term !== null) return closing('within', term, true);
  const own = role === 'none' && found && !isPurpose(line, to) ? byCase[found] : undefined;
  return closing(own ?? role, to);
}

/** 'жаңа оқу жылына дайындық', '2027 жылға арналған': what something is for, not until when. */
function isPurpose(line: Line, at: number): boolean {
  return /^(?:дайын|арнал|байланыст|катыст|сай|сайкес|жосп|бюджет|карай)/.test(wordAt(line, at));
}

/** 'срок' behind 'недельный', 'мерзімде', 'мерзім ішінде'. */
function termWord(line: Line, at: number): number | null {
  if (!hasRole(line, at, 'label')) return null;
  const word = line.words[at];
  if (word?.language === 'kk' && word.case === 'none' && hasRole(line, at + 1, 'inside')) return at + 2;
  return at + 1;
}

/** 'со дня подписания', 'с момента получения', 'после утверждения'. */
function eventAfter(line: Line, at: number): number | null {
  const isName = (place: number): boolean => line.words[place] === null && line.tokens[place]?.kind === 'word';
  if (hasRole(line, at, 'from') && ['дня', 'момента', 'даты'].includes(wordAt(line, at + 1)))
    return isName(at + 2) ? ofEvent(line, at + 3) : at + 2;
  // The day of the meeting is the day from which we count anyway.
  const isMeeting = /^(?:совещ|засед|встреч)/.test(wordAt(line, at + 1));
  return hasRole(line, at, 'past') && isName(at + 1) && !isMeeting ? ofEvent(line, at + 2) : null;
}

/** 'после подписания протокола': with the noun of which the event is. */
function ofEvent(line: Line, at: number): number {
  const word = line.words[at] === null && line.tokens[at]?.kind === 'word' ? wordAt(line, at) : '';
  const isGenitive = /(?:[аеиия]ни[яй]|[бвгдзклмнпрстф][аы]|и|ов|ев)$/.test(word) && !isInfinitive(word);
  return isGenitive && /ни[яе]$|ти[яе]$/.test(wordAt(line, at - 1)) ? at + 1 : at;
}
