// Times of day: 'до 18:00', 'к 9 утра', 'сағат 18:00-ге дейін', 'by 6 pm'.
import { isClock, type Clock } from '../../time.ts';
import { endingAfter } from './explicit-dates.ts';
import { dashes, isSign, isWord, vocabulary, wholeNumber, type Token } from '../words.ts';

export type TimeMatch = {
  /** Tokens from `from` up to, not including, `to`; prepositions included. */
  from: number;
  to: number;
  time: Clock;
  /** Says that it is a limit ('до', 'дейін'), not only a moment ('в 15:00'). */
  limit: boolean;
};

const limits = vocabulary('до к ко by until till before');
const moments = vocabulary('в во at');
const starts = vocabulary('с со от from');
const later = vocabulary('позднее позже');
const not = vocabulary('не');
const hours = vocabulary('час часа часов часу ч');
const morning = vocabulary('утра am');
const evening = vocabulary('вечера дня pm');
const oclock = vocabulary('сағат');
const kazakhLimits = vocabulary('дейін шейін кешіктірмей қалдырмай');

/** All times of day in the text that are written as one; office hours ('с 9:00 до 18:00') are not. */
export function findTimes(tokens: Token[]): TimeMatch[] {
  const found: TimeMatch[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const match = timeAt(tokens, at);
    if (!match) continue;
    const isSchedule = startsSchedule(tokens, at) || found.at(-1)?.to === at;
    if (!isSchedule) found.push(match);
    at = match.to - 1;
  }
  return found;
}

function timeAt(tokens: Token[], at: number): TimeMatch | null {
  const read = clockAt(tokens, at);
  if (!read) return null;
  let { to } = read;
  const ending = endingAfter(tokens, to);
  if (ending) to = ending.to;
  const closed = isWord(tokens[to], kazakhLimits);
  if (closed) to += 1;
  const afterOclock = isWord(tokens[at - 1], oclock);
  const opening = openingOf(tokens, afterOclock ? at - 1 : at);
  const limit = opening.limit || closed || ending?.case === 'dative';
  if (!limit && !opening.moment && !afterOclock && !read.plain) return null;
  return { from: opening.from, to, time: read.time, limit };
}

function clockAt(tokens: Token[], at: number): { time: Clock; to: number; plain: boolean } | null {
  const token = tokens[at];
  const parts = token?.kind === 'number' ? /^(\d{1,2})[:.](\d{2})$/.exec(token.text) : null;
  if (parts) {
    // '18.00' is a time, '18.12' may be a day: only minutes that are no month are taken.
    const dotted = token?.text.includes('.') === true;
    if (dotted && Number(parts[2]) >= 1 && Number(parts[2]) <= 12) return null;
    const half = halfOfDay(tokens[at + 1]);
    const to = half !== null || isWord(tokens[at + 1], hours) ? at + 2 : at + 1;
    return clock(Number(parts[1]) + (half ?? 0), parts[2] ?? '', to, !dotted);
  }
  const hour = wholeNumber(token);
  if (hour === null || hour > 24) return null;
  const next = tokens[at + 1];
  const half = halfOfDay(next);
  if (half !== null) return clock(hour + (hour === 12 ? 0 : half), '00', at + 2, false);
  if (isWord(next, hours)) {
    const later = halfOfDay(tokens[at + 2]);
    return clock(hour + (later ?? 0), '00', later === null ? at + 2 : at + 3, false);
  }
  return isWord(tokens[at - 1], oclock) ? clock(hour, '00', at + 1, false) : null;
}

function halfOfDay(token: Token | undefined): number | null {
  if (isWord(token, morning)) return 0;
  return isWord(token, evening) ? 12 : null;
}

function clock(
  hour: number,
  minutes: string,
  to: number,
  plain: boolean,
): { time: Clock; to: number; plain: boolean } | null {
  const time = `${String(hour).padStart(2, '0')}:${minutes}`;
  return isClock(time) ? { time, to, plain } : null;
}

function openingOf(tokens: Token[], at: number): { from: number; limit: boolean; moment: boolean } {
  if (isWord(tokens[at - 1], limits)) return { from: at - 1, limit: true, moment: false };
  if (isWord(tokens[at - 1], later) && isWord(tokens[at - 2], not)) return { from: at - 2, limit: true, moment: false };
  if (isWord(tokens[at - 1], moments)) return { from: at - 1, limit: false, moment: true };
  return { from: at, limit: false, moment: false };
}

function startsSchedule(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (isWord(before, starts)) return true;
  const isEnd = isWord(before, limits) || isSign(before, dashes);
  return isEnd && clockAt(tokens, at - 2) !== null && tokens[at - 2]?.text.includes(':') === true;
}
