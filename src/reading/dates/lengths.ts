// The rules of terms: '10 (десяти) рабочих дней', 'двухнедельный', 'екі апта', '10 жұмыс күні', 'сутки'.
import type { Unit } from './lexicon.ts';
import { hasRole, isGlued, isSignAt, skipDot, wordAt, type Core, type Line, type Rule } from './line.ts';
import { numeralAt } from './numerals.ts';

/** A number of hours, days, weeks, months or years, in calendar or working days. */
export const numberedLength: Rule = (line, at) => {
  const early = qualifier(line, at);
  const number = numeralAt(line, early.to);
  if (!number || number.ordinal || (number.case && !['none', 'of'].includes(number.case))) return null;
  if (number.value === 0 || (number.digits && number.possessive)) return null;
  const late = qualifier(line, number.to);
  const unit = line.words[late.to];
  if (unit?.unit === undefined || unit.unit === 'term' || (number.language === 'kk' && unit.language !== 'kk'))
    return null;
  // '2027 год' is a year, '1 квартал' the first one; '5 ж' is no term.
  if ((unit.unit === 'year' && (number.value > 10 || unit.short)) || unit.unit === 'decade') return null;
  if (['quarter', 'half'].includes(unit.unit) && number.digits && !unit.plural && unit.language === 'ru') return null;
  const working = early.working || late.working;
  if (working && unit.unit !== 'day') return null;
  return lengthCore(line, late.to, number.value, unit.unit, working);
};

function lengthCore(line: Line, at: number, n: number, unit: Unit, working: boolean): Core {
  const word = line.words[at];
  const to = word?.short ? skipDot(line, at + 1) : at + 1;
  return {
    to,
    value: { kind: 'length', n, unit, working },
    ...(word?.case ? { case: word.case } : {}),
  };
}

function qualifier(line: Line, at: number): { to: number; working: boolean } {
  if (hasRole(line, at, 'working')) return { to: skipDot(line, at + 1), working: true };
  return { to: hasRole(line, at, 'calendar') ? skipDot(line, at + 1) : at, working: false };
}

/** 'жарты жыл ішінде'. */
export const halfYear: Rule = (line, at) => {
  if (!hasRole(line, at, 'half-word') || line.words[at + 1]?.unit !== 'year') return null;
  if (!hasRole(line, at + 2, 'inside', 'label')) return null;
  return lengthCore(line, at + 1, 6, 'month', false);
};

/** '10 р.д.', '5 к. д.': working and calendar days. */
export const shortDays: Rule = (line, at) => {
  const number = numeralAt(line, at);
  if (!number?.digits) return null;
  const first = wordAt(line, number.to);
  if ((first !== 'р' && first !== 'к') || !isSignAt(line, number.to + 1, './')) return null;
  if (wordAt(line, number.to + 2) !== 'д') return null;
  const value = { kind: 'length' as const, n: number.value, unit: 'day' as const, working: first === 'р' };
  return { to: skipDot(line, number.to + 3), value };
};

/** 'двухнедельный (срок)', '10-дневный', 'месячный'. */
export const adjectiveLength: Rule = (line, at) => {
  const number = line.tokens[at]?.kind === 'number' ? Number(line.tokens[at].text) : null;
  if (number === null) {
    const found = line.words[at]?.length;
    if (!found || line.words[at]?.short) return null;
    return { to: at + 1, value: { kind: 'length', ...found, working: false } };
  }
  const dashed = isSignAt(line, at + 1, '-–') && isGlued(line, at) ? at + 2 : at + 1;
  // '10-ти дневный'
  const place = ['ти', 'х', 'и', 'ми'].includes(wordAt(line, dashed)) ? skipDash(line, dashed + 1) : dashed;
  const found = line.words[place]?.length;
  if (!found || found.n !== 1 || !Number.isInteger(number)) return null;
  return { to: place + 1, value: { kind: 'length', n: number, unit: found.unit, working: false } };
};

function skipDash(line: Line, at: number): number {
  return isSignAt(line, at, '-–') ? at + 1 : at;
}

/** 'недели', 'месяца', 'часа', 'суток', 'апта': one of them; of a year or quarter the running one is meant, elsewhere. */
export const bareLength: Rule = (line, at) => {
  const word = line.words[at];
  if (word?.unit === undefined || word.short || (word.plural && !wordAt(line, at).startsWith('сут'))) return null;
  const text = wordAt(line, at);
  if (text.startsWith('полгод') || text.startsWith('полугод')) {
    return text.startsWith('полугоди') ? null : lengthCore(line, at, 6, 'month', false);
  }
  if (word.unit === 'day') {
    // 'Мұғалімдер күніне дейін' is the day of something, not today.
    if (word.language === 'kk' && word.possessive && line.words[at - 1] === null && wordAt(line, at - 1)) return null;
    const whole = text.startsWith('сут') || text.startsWith('таули');
    return whole
      ? lengthCore(line, at, 1, 'day', false)
      : { ...lengthCore(line, at, 0, 'day', false), needsRole: true };
  }
  if (word.unit !== 'hour' && word.unit !== 'week' && word.unit !== 'month') return null;
  return { ...lengthCore(line, at, 1, word.unit, false), needsRole: true };
};
