// A piece of a deadline: what a rule understood, with the words before and behind it that say how it is meant.
import { dayAndMonth, yearFirst } from './explicit-dates.ts';
import { hourClock, isDone } from './clocks.ts';
import { closingAt, openingAt, type Role } from './roles.ts';
import { kazakhEdge, runningUnit } from './edges.ts';
import { partOfMonth } from './parts-of-months.ts';
import { monthPeriod, numberedPeriod } from './periods.ts';
import { feast, mayBeginFeast } from './feasts.ts';
import { mayBegin, state } from './states.ts';
import { rememberOf } from '../remember.ts';
import type { Token } from '../words.ts';
import { isGlued, isSignAt, wordAt, type Core, type Line, type Rule } from './line.ts';
import type { Lex } from './lexicon.ts';
import {
  dottedRules,
  largeRules,
  listedRules,
  numberRules,
  propertyRules,
  roleRules,
  smallRules,
} from './rule-tables.ts';

export type Piece = {
  from: number;
  to: number;
  role: Role;
  core: Core;
  /** A label stands before it: 'срок исполнения –'. */
  labelled: boolean;
  /** The term runs from an event, not from today: 'со дня подписания'. */
  fromEvent: boolean;
};

const romanLike = /^[ivхiиіl]{1,3}$/;
const shortYears = new Set(['т', 'с', 'а']);

/** The longest that any rule understands at a place. */
export function coreAt(line: Line, at: number): Core | null {
  const known = line.cores[at];
  if (known !== undefined) return known;
  const found = readCore(line, at);
  line.cores[at] = found;
  return found;
}

function readCore(line: Line, at: number): Core | null {
  const token = line.tokens[at];
  if (!token) return null;
  if (token.kind === 'sign') return quotes.includes(token.text) ? tryRules(line, at, [dayAndMonth]) : null;
  if (token.kind === 'number')
    return isCount(line, at) ? null : (dayBeforeMonth(line, at) ?? tryRules(line, at, rulesOfNumber(line, at)));
  const begun = beginningsOf(token);
  let best = begun & beginnings.state ? state(line, at) : null;
  if (begun & beginnings.feast) best = tryRules(line, at, [feast], best);
  const lex = line.words[at];
  if (lex) best = tryRules(line, at, rulesOf(lex), best);
  if (begun & beginnings.roman && mayFollowRoman(line, at + 1))
    best = tryRules(line, at, [numberedPeriod, partOfMonth, kazakhEdge], best);
  if (begun & beginnings.shortYear && isSignAt(line, at + 1, '.'))
    best = tryRules(line, at, [yearFirst, monthPeriod, numberedPeriod, kazakhEdge], best);
  return best;
}

/** '25 декабря', the commonest of all: nothing longer begins with a number before the name of a month. */
function dayBeforeMonth(line: Line, at: number): Core | null {
  const next = line.words[at + 1];
  return next?.month === undefined || next.short ? null : dayAndMonth(line, at);
}

/** What may begin with a number follows from its shape and from the sign behind it. */
function rulesOfNumber(line: Line, at: number): Rule[] {
  if (!/^\d+$/.test(line.tokens[at]?.text ?? '')) return dottedRules;
  if (isSignAt(line, at + 1, ',;)!?')) return listedRules;
  if ((line.tokens[at]?.text.length ?? 0) > 2) return largeRules;
  // '26 жылғы 5 мамыр', '26-жылғы'
  return line.words[at + 1]?.unit === 'year' || isSignAt(line, at + 1, '-–—') ? numberRules : smallRules;
}

/** '33 школы': a plain number before a word that is none of ours. */
function isCount(line: Line, at: number): boolean {
  const next = line.tokens[at + 1];
  if (!/^\d+$/.test(line.tokens[at]?.text ?? '')) return false;
  if (isSignAt(line, at + 2, '.') && ['р', 'к'].includes(wordAt(line, at + 1))) return false;
  return (
    next?.kind === 'word' &&
    line.words[at + 1] === null &&
    !isGlued(line, at) &&
    !mayBegin(next.folded) &&
    !isDone(next.folded)
  );
}

/** Behind a roman number stands a dash or the word of a period; 'и' is mostly 'and'. */
function mayFollowRoman(line: Line, at: number): boolean {
  const lex = line.words[at];
  return lex === null ? line.tokens[at]?.kind === 'sign' : lex !== undefined;
}

const rulesOfWords = new WeakMap<Lex, Rule[]>();

function rulesOf(lex: Lex): Rule[] {
  const known = rulesOfWords.get(lex);
  if (known) return known;
  const named = propertyRules.flatMap(([property, rules]) => (lex[property] === undefined ? [] : rules));
  const found = [...new Set([...named, ...(roleRules[lex.role ?? ''] ?? [])])];
  rulesOfWords.set(lex, found);
  return found;
}

function tryRules(line: Line, at: number, rules: Rule[], found: Core | null = null): Core | null {
  let best = found;
  for (const rule of rules) {
    const core = rule(line, at);
    if (core && (!best || core.to > best.to)) best = core;
  }
  return best;
}

/** Most words of a text begin no deadline. */
function mayBeginPiece(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!token || token.kind === 'number' || line.words[at]) return token !== undefined;
  return token.kind === 'sign' ? quotes.includes(token.text) : beginningsOf(token) > 0;
}

const quotes = '«"“„';
const beginnings = { state: 1, feast: 2, roman: 4, shortYear: 8, most: 16 };
/** What a word may begin though the lexicon does not know it, a bit each. */
const beginningsOf = rememberOf<Token, number>(
  (word) =>
    (mayBegin(word) ? beginnings.state : 0) |
    (mayBeginFeast(word) ? beginnings.feast : 0) |
    (romanLike.test(word) ? beginnings.roman : 0) |
    (shortYears.has(word) ? beginnings.shortYear : 0) |
    (word === 'максимум' ? beginnings.most : 0),
);

/** The piece that begins at a place, prepositions included. */
export function pieceAt(line: Line, at: number): Piece | null {
  if (!mayBeginPiece(line, at)) return null;
  const bare = coreAt(line, at);
  const opening = openingAt(line, at);
  const opened = opening && asSaid(line, opening.to, opening.role, coreAt(line, opening.to));
  // 'через день' repeats, and is not tomorrow.
  const repeats = bare?.value.kind === 'recurring' && opened && bare.to >= opened.to;
  if (opened && opening && !repeats && (!bare || opened.to >= bare.to)) {
    return withClosing(line, at, opening.role, opened, opening.labelled);
  }
  return bare && withClosing(line, at, 'none', bare, false);
}

/** 'до 17 часов' is an hour, 'в течение 17 часов' a term; 'в среде подростков' is no weekday. */
function asSaid(line: Line, at: number, role: Role, core: Core | null): Core | null {
  if (role === 'on' && wordAt(line, at) === 'неделе') return runningWeek(line, at);
  if (core?.value.kind === 'length' && core.value.unit === 'hour' && ['until', 'not-later'].includes(role))
    return hourClock(line, at) ?? core;
  return core?.value.kind === 'weekday' && role === 'in' && wordAt(line, at) === 'среде' ? null : core;
}

/** 'на неделе': until its Friday. */
function runningWeek(line: Line, at: number): Core | null {
  const found = runningUnit(line, at);
  return found && { to: found.to, value: found.value };
}

function withClosing(line: Line, at: number, role: Role, core: Core, labelled: boolean): Piece {
  const closing = closingAt(line, core, role);
  const fromEvent = closing.fromEvent || startsFromEvent(line, at);
  return {
    from: at,
    to: closing.to,
    role: closing.role,
    core: closing.core,
    labelled: labelled || closing.labelled,
    fromEvent,
  };
}

/** 'қол қойылған күннен бастап 10 күн ішінде'. */
function startsFromEvent(line: Line, at: number): boolean {
  return line.words[at - 1]?.role === 'starting-after';
}
