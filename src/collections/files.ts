// All answers of a collection as a workbook: one row an executor, totals below.
import type { App } from '../app.ts';
import { type Cell, numberCell, textCell, writeWorkbook } from '../files/workbook.ts';
import { nameIn } from '../org/messages.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import type { Locale } from '../texts.ts';
import { printInstant } from '../time.ts';
import type { Field } from './answer-rules.ts';
import { printValue } from './messages.ts';
import type { AnswerRow } from './queries.ts';
import { isDone, isWords, toGiven } from './show-messages.ts';
import { totalsOf } from './totals-rules.ts';

export type Book = { number: string; headline: string; fields: Field[]; rows: AnswerRow[] };

/** The bytes of the workbook; numbers are numbers, words never a formula. */
export async function writeAnswers(
  app: App,
  locale: Locale,
  { number, headline, fields, rows }: Book,
): Promise<Uint8Array> {
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const head = [t('column-district'), t('column-org'), ...fields.map(headOf), t('column-at'), t('column-note')];
  const data: Cell[][] = [
    [textCell(`№ ${number} · ${headline}`, { bold: true })],
    head.map((words) => textCell(words, { bold: true, wrap: true, fill: '#eeeeee', boxed: true })),
    ...rows.map((row) => rowOf(app, locale, fields, row)),
    ...totalRows(app, locale, fields, rows),
  ];
  const widths = [30, 44, ...fields.map(() => 22), 18, 40];
  return writeWorkbook([{ name: t('sheet', { number }), rows: data, widths, sticky: 2, landscape: true }]);
}

function headOf({ label, unit }: Field): string {
  return unit ? `${label}, ${unit}` : label;
}

function rowOf(app: App, locale: Locale, fields: Field[], row: AnswerRow): Cell[] {
  const t = (key: string): string => app.t(locale, `collections-${key}`);
  const cells = fields.map((field): Cell => {
    const answer = row.answers.find(({ fieldId }) => fieldId === field.fieldId);
    if (!answer) return null;
    return answer.number !== null
      ? numberCell(answer.number)
      : textCell(answer.words === null ? printValue(app, locale, field, answer) : mask(answer.words), { wrap: true });
  });
  const last = row.answers.reduce((at, answer) => Math.max(at, answer.at.getTime()), 0);
  const notes = [
    ...(isDone(row) ? [] : [t(row.answers.length > 0 ? 'in-part' : 'no-answer-yet')]),
    ...(row.answers.some(({ late }) => late) ? [t('mark-late')] : []),
    ...(row.answers.some(({ corrected }) => corrected) ? [t('mark-corrected')] : []),
    ...(row.answers.some((answer) => isWords(fields, answer)) ? [t('no-number')] : []),
  ];
  return [
    textCell(row.district ? nameIn(row.district, locale) : ''),
    textCell(nameIn(row, locale), { wrap: true }),
    ...cells,
    textCell(last > 0 ? printInstant(app.zone, new Date(last)) : ''),
    textCell(notes.join('; '), { wrap: true }),
  ];
}

function totalRows(app: App, locale: Locale, fields: Field[], rows: AnswerRow[]): Cell[][] {
  const totals = totalsOf(
    fields,
    rows.flatMap((row) => row.answers.map(toGiven)),
  );
  const numbers = (['sum', 'average', 'min', 'max'] as const).map((of) => [
    null,
    textCell(app.t(locale, `collections-total-${of}`), { bold: true }),
    ...totals.map((total) => numberCell(total[of], { bold: true })),
  ]);
  const choices = totals.flatMap(({ choices: each }, at) =>
    each.map(({ choice, n }) => [
      null,
      textCell(choice, { bold: true }),
      ...fields.map((_, index) => (index === at ? numberCell(n, { bold: true }) : null)),
    ]),
  );
  const answered = [
    null,
    textCell(app.t(locale, 'collections-total-answered'), { bold: true }),
    ...totals.map((total) => numberCell(total.answered, { bold: true })),
  ];
  return [answered, ...(fields.some(({ kind }) => kind === 'number') ? numbers : []), ...choices];
}
