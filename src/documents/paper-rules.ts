// A printed form as plain data: one model that the writers of DOCX, PDF and XLSX set, so that all three say the same. Pure.
import { printDayShort, type Day } from '../time.ts';

/** What a cell holds: words, a number, a date or nothing. */
export type Value = string | number | { day: Day } | null;
export type Column = {
  title: string;
  /** In millimetres; the widths share the page. */ width: number;
  align?: 'right' | 'center';
};
/** `section`: its first cell is a heading over the whole width; `total`: bold. */
export type Row = { cells: Value[]; look?: 'section' | 'total' };
export type Table = { is: 'table'; title?: string; columns: Column[]; rows: Row[] };
export type Block =
  | { is: 'text'; text: string; look?: 'heading' | 'small' | 'center' }
  /** Labels with their values, one below the other. */
  | { is: 'facts'; rows: [string, Value][] }
  | Table
  /** Places to sign: the post, and the name where it is known. */
  | { is: 'signatures'; lines: { post: string; name: string }[]; note: string };

export type Paper = {
  locale: 'kk' | 'ru';
  title: string;
  /** Lines below the title: number and day, of what, for which period. */
  under: string[];
  landscape: boolean;
  blocks: Block[];
  /** At the foot of each page: when it was made and by what. */
  made: string;
  /** An ISO instant: the moment in the properties of the file. */
  madeAt: string;
};

export const formats = ['docx', 'pdf', 'xlsx'] as const;
export type Format = (typeof formats)[number];

export function isFormat(name: string | undefined): name is Format {
  return formats.some((format) => format === name);
}

/** The width of the page between its margins, in millimetres. */
export function pageWidth({ landscape }: Pick<Paper, 'landscape'>): number {
  return (landscape ? 297 : 210) - margins.left - margins.right;
}

/** Margins in millimetres, as offices bind their papers. */
export const margins = { left: 20, right: 10, top: 15, bottom: 16 };

/** Widths of the columns in millimetres, together exactly the page. */
export function columnWidths(columns: Pick<Column, 'width'>[], page: number): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => (width * page) / whole);
}

/** A value in words, as DOCX and PDF print it. */
export function valueText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  // Thousands with a gap that does not break.
  if (typeof value === 'number')
    return String(value)
      .replace('.', ',')
      .replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
  return printDayShort(value.day);
}
