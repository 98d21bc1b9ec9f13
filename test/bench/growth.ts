// Hostile texts: twice the length may take twice the time, not four times. The slowest of each reader's texts is told.
import { createCalendar } from '../../src/calendar.ts';
import { findAddressees } from '../../src/reading/addressees/find-addressees.ts';
import { matchAddressee } from '../../src/reading/addressees/match-addressee.ts';
import { findTerms } from '../../src/reading/dates/terms.ts';
import { findIndicators } from '../../src/reading/figures/indicators.ts';
import { findInFileName, findSensitive } from '../../src/reading/guard/find-sensitive.ts';
import { addTo, emptyIndex, featuresOf, mostAlike } from '../../src/reports/likeness-rules.ts';
import { anyReport, randomFrom } from '../support/report-pairs.ts';
import type { Row } from './row.ts';

/** Processor seconds of the work, the compiler of the engine and the collector of garbage included. */
export function processorSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The least of five: the first run of an unusual text also pays for the engine's compiler, any for a collection. */
function least(work: () => unknown): number {
  return Math.min(...[1, 2, 3, 4, 5].map(() => processorSeconds(work)));
}

/** One row: the time of work of some size against that of half the size. */
export function growthRow(name: string, work: (size: number) => unknown, size: number): Row {
  const [reference, value] = [least(() => work(size / 2)), least(() => work(size))];
  const ratio = value / reference;
  return { group: 'reading', name, value, reference, ratio, goal: '<= 3', unit: 's', pass: ratio <= 3 };
}

function slowest(name: string, pieces: string[], read: (text: string) => unknown, length: number): Row {
  const rows = pieces.map((piece) =>
    growthRow(
      `${name}, the slowest of ${pieces.length}: «${piece}»`,
      (size) => read(piece.repeat(Math.ceil(size / piece.length))),
      length,
    ),
  );
  return rows.reduce((most, row) => (row.value > most.value ? row : most));
}

const context = { today: '2026-11-22', calendar: createCalendar(), week: 5 as const };

const schools = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ postId: index, role: 'school_head' as const, personNames: [] },
    ...{ orgId: index, orgType: 'school' as const, orgNumber: String(1_000 + index), orgPath: `/1/${index}/` },
    aliases: [],
    names: [`Школа № ${1_000 + index}`],
  }));

/** Each report compared with all before it, beside taking in their words alone: all reports of one task in one go. */
function likenessRow(name: string, reports: string[]): Row {
  const reference = least(() => reports.map((text) => featuresOf(text)));
  const value = least(() => {
    const index = emptyIndex();
    for (const [reportId, text] of reports.entries()) {
      const features = featuresOf(text);
      mostAlike(features, index);
      addTo(index, { reportId, features });
    }
  });
  const ratio = value / reference;
  return { group: 'reading', name, value, reference, ratio, goal: '<= 10', unit: 's', pass: ratio <= 10 };
}

/** The rows of texts that were made to be slow. */
export function growth(): Row[] {
  const random = randomFrom(7);
  const reports = Array.from({ length: 1_000 }, () => anyReport(random));
  return [
    slowest(
      'dates',
      ['до ', 'с 10 по ', '1, 2, ', 'жыл ', 'сәрсенбі және ', '2026 жылғы ', 'в первую ', '('],
      (text) => findTerms(text, context),
      800_000,
    ),
    slowest(
      'addressees',
      [
        ...['до ', 'отделу образования и ', 'білім басқармасы мен ', 'Пробов А. ', '« ( '],
        ...['поручил ', 'новому ', 'школам № 3, '],
      ],
      (text) => findAddressees(text),
      1_600_000,
    ),
    slowest(
      'personal and secret data',
      [
        ...['1 ', '7', '12345678 ', '(((', 'eyJa', 'KZ ', 'KZ12 ', '8701', ' \t', 'a:', 'пароль:', 'ДСП '],
        ...['http://a:', '1'.repeat(30), '- '],
      ],
      (text) => [findSensitive(text), findInFileName(text)],
      800_000,
    ),
    growthRow(
      'figures «по 12 на 7 « »',
      (size) => findIndicators('по 12 на 7 « '.repeat(Math.ceil(size / 13))),
      800_000,
    ),
    growthRow(
      'one school among 2,000',
      (size) => {
        const roster = schools(size);
        for (let index = 0; index < 500; index += 1) matchAddressee(`школе № ${1_000 + index}`, roster);
      },
      2_000,
    ),
    likenessRow(
      '1,000 equal reports',
      Array.from({ length: 1_000 }, (_, n) => `${reports[0]} ${n}`),
    ),
    likenessRow('1,000 reports, half of them copies', [...reports.slice(500), ...reports.slice(500)]),
  ];
}
