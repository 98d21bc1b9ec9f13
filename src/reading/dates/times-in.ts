// The rules of so many times in a while: 'раз в неделю', 'дважды в месяц', 'айына бір рет'.
import type { Unit } from './lexicon.ts';
import { hasRole, wordAt, type Core, type Line, type Rule } from './line.ts';
import { numeralAt } from './numerals.ts';
import { core, everyUnit } from './recurrences.ts';

/** 'раз в неделю', '2 раза в месяц', 'один раз в 3 месяца', 'дважды в год'. */
export const timesIn: Rule = (line, at) => {
  const rare = wordAt(line, at) === 'не' && hasRole(line, at + 1, 'rarely') ? at + 2 : at;
  const counted = timesAt(line, rare);
  if (!counted || !hasRole(line, counted.to, 'in')) return null;
  const number = numeralAt(line, counted.to + 1);
  const place = number?.to ?? counted.to + 1;
  const word = line.words[place];
  const half = wordAt(line, place).startsWith('полгод') ? 'half' : word?.unit;
  if (half === undefined || word?.language === 'kk') return null;
  return timesCore(place + 1, counted.times, half, number?.value ?? 1);
};

function timesAt(line: Line, at: number): { times: number; to: number } | null {
  if (hasRole(line, at, 'twice')) return { times: line.words[at]?.number ?? 2, to: at + 1 };
  if (hasRole(line, at, 'times')) return { times: 1, to: at + 1 };
  const number = numeralAt(line, at);
  return number && !number.ordinal && hasRole(line, number.to, 'times')
    ? { times: number.value, to: number.to + 1 }
    : null;
}

/** `times` in `n` units, spread evenly where the calendar allows; other numbers are doubted. */
function timesCore(to: number, times: number, unit: Unit, n: number): Core | null {
  const rule = everyUnit(unit, n);
  if (!rule) return null;
  if (times === 1) return core(to, rule);
  if (unit === 'month' && n === 1 && times === 2) return core(to, { ...rule, byMonthDay: [15, -1] });
  if (unit === 'month' && n === 1 && times === 3) return core(to, { ...rule, byMonthDay: [10, 20, -1] });
  if (unit === 'year' && n === 1 && 12 % times === 0) return core(to, { freq: 'MONTHLY', interval: 12 / times });
  if (unit === 'quarter' && n === 1 && times === 3) return core(to, { freq: 'MONTHLY', interval: 1 });
  return core(to, rule, unit === 'day' ? undefined : 'reading-doubt-times');
}

/** 'айына бір рет', 'екі аптада бір рет', 'жарты жылда бір', 'тоқсанына 2 рет'. */
export const timesKazakh: Rule = (line, at) => {
  const half = hasRole(line, at, 'half-word') && line.words[at + 1]?.unit === 'year';
  const counted = half ? null : numeralAt(line, at);
  // 'тоқсанына' is a quarter, not ninety.
  const number = counted && line.words[counted.to]?.unit !== undefined ? counted : null;
  const place = half ? at + 1 : (number?.to ?? at);
  const word = line.words[place];
  if (word?.unit === undefined || word.language !== 'kk') return null;
  const fits = word.case === 'locative' || (word.case === 'dative' && word.possessive === true);
  const times = fits ? numeralAt(line, place + 1) : null;
  if (!times || times.ordinal || (times.case && times.case !== 'none')) return null;
  const said = hasRole(line, times.to, 'times');
  if (!said && !(times.value === 1 && times.to === line.tokens.length)) return null;
  return timesCore(said ? times.to + 1 : times.to, times.value, half ? 'half' : word.unit, number?.value ?? 1);
};
