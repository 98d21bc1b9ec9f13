// Indicators on screen: the list, the table of a period page by page, what an import would do.
import type { App } from '../app.ts';
import { clip, nameIn } from '../org/messages.ts';
import { leftOutLines } from '../files/table-messages.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { fitted } from '../tasks/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import type { Plan, RowFault } from './import-rules.ts';
import { printPeriod, shiftPeriod } from './period-rules.ts';
import type { IndicatorView, TableRow } from './queries.ts';
import { changeSince, comparable, compare, type Numbers, type Total, totalOf } from './rules.ts';
import { sourceWords } from './source-messages.ts';

export type Screen = { html: string; keyboard: Keyboard };

export const pageLength = 10;
const longestLabel = 60;
/** Characters of the sources of one row, where the others leave room. */
const longestSources = 700;
/** Faults of a file that are shown; the others are counted. */
const shownFaults = 15;

/** The indicators that somebody sees, as buttons. */
export function listMessage(app: App, locale: Locale, all: IndicatorView[], page: number, mayCreate: boolean): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const last = Math.max(0, Math.ceil(all.length / pageLength) - 1);
  const at = Math.min(page, last);
  const rows = all
    .slice(at * pageLength, (at + 1) * pageLength)
    .map((indicator) => [
      button(clip(nameIn(indicator, locale), longestLabel), 'indicators.show', indicator.indicatorId, '-', 0),
    ]);
  const html = all.length === 0 ? t('indicators-none') : t('indicators-list', { total: all.length });
  const create = mayCreate ? [[button(t('indicators-button-new'), 'indicators.new')]] : [];
  return { html, keyboard: [...rows, ...turns('indicators.list', [], at, last), ...create] };
}

export type TableScreen = {
  indicator: IndicatorView;
  period: string;
  rows: TableRow[];
  page: number;
  keeps: boolean;
  mayFill: boolean;
  /** Below their plan, as far as the reader may give them a task. */
  lagging: number;
};

/** One indicator in one period: plan, fact and deviation by organisation, and all of them together. */
export function tableMessage(app: App, locale: Locale, screen: TableScreen): Screen {
  const { indicator, period, rows, keeps, mayFill, lagging } = screen;
  const { indicatorId, periodKind } = indicator;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const last = Math.max(0, Math.ceil(rows.length / pageLength) - 1);
  const page = Math.min(screen.page, last);
  const shown = rows.slice(page * pageLength, (page + 1) * pageLength);
  const head = t('indicators-title', {
    name: nameIn(indicator, locale),
    unit: locale === 'kk' ? indicator.unitKk : indicator.unitRu,
    period: printPeriod(locale, periodKind, period),
  });
  const table = { indicator, columns: columnsOf(rows) };
  const lines = (longest: number): string[] => shown.map((row) => rowLine(app, locale, { ...table, longest }, row));
  const total = rows.length > 1 ? [totalLine(app, locale, table, rows)] : [];
  const press = (key: string, verb: string): Keyboard[number][number] =>
    button(t(`indicators-button-${key}`), `indicators.${verb}`, indicatorId, period);
  const keyboard = [
    ...turns('indicators.show', [indicatorId, period], page, last),
    [-1, 1].map((by) => {
      const other = shiftPeriod(periodKind, period, by);
      const label = printPeriod(locale, periodKind, other);
      return button(by < 0 ? `« ${label}` : `${label} »`, 'indicators.show', indicatorId, other, 0);
    }),
    ...(mayFill ? [[press('enter', 'enter'), ...(keeps ? [press('import', 'import')] : [])]] : []),
    ...(lagging > 0
      ? [[button(t('indicators-button-propose', { n: lagging }), 'indicators.propose', indicatorId, period)]]
      : []),
    ...(rows.length > 0 ? [[press('file', 'file')]] : []),
    ...(keeps ? [[press('close', 'close')]] : []),
    [button(t('indicators-button-list'), 'indicators.list', 0)],
  ];
  const empty = rows.length === 0 ? [t('indicators-empty')] : [];
  const html = fitted((longest) => [head, ...empty, ...lines(longest), ...total].join('\n\n'), longestSources, 20);
  return { html, keyboard };
}

/** Which kinds of numbers a table has at all: a column of dashes says nothing. */
type Columns = Record<keyof Numbers, boolean>;

function columnsOf(rows: TableRow[]): Columns {
  const has = (kind: keyof Numbers): boolean => rows.some((row) => row[kind] !== null);
  return {
    plan: has('plan'),
    fact: has('fact') || rows.some(({ words }) => words !== null),
    baseline: has('baseline'),
    before: has('before'),
  };
}

/** `longest`: so many characters of its sources have room. */
function rowLine(
  app: App,
  locale: Locale,
  { indicator, columns, longest }: Table & { longest: number },
  row: TableRow,
): string {
  const { fact, words } = row;
  const sources = clip(sourceWords(app, locale, row), longest);
  const quoted = words === null ? '—' : `«${clip(mask(words), 80)}» (${app.t(locale, 'indicators-no-number')})`;
  return [
    `<b>${escapeHtml(clip(nameIn(row, locale), 80))}</b>`,
    ...numberLines(app, locale, { indicator, columns }, row, fact === null ? quoted : null),
    ...changeLines(app, locale, { indicator, columns }, row),
    ...(sources ? [app.t(locale, 'indicators-source', { sources })] : []),
  ].join('\n');
}

function totalLine(app: App, locale: Locale, { indicator, columns }: Table, rows: TableRow[]): string {
  const total: Total = totalOf(indicator, rows);
  const { answered, withoutNumber } = total;
  const told = { ...columns, before: columns.before && comparable(rows, 'before') };
  const since = { ...total, ...(!comparable(rows, 'baseline') && { baseline: null }) };
  const mean = indicator.kind === 'percent' || indicator.kind === 'score' ? 'yes' : 'no';
  return [
    app.t(locale, 'indicators-total', { mean }),
    ...numberLines(app, locale, { indicator, columns: told }, total, null),
    ...changeLines(app, locale, { indicator, columns: told }, since),
    app.t(locale, 'indicators-answered', { answered, withoutNumber }),
  ].join('\n');
}

type Table = { indicator: IndicatorView; columns: Columns };

/** 'План: 5 · факт: 4' and, where both are there, what lies between them; `words` stand for a fact that is no number. */
function numberLines(
  app: App,
  locale: Locale,
  { indicator, columns }: Table,
  row: Numbers,
  words: string | null,
): string[] {
  const part = (key: string, value: string): string => app.t(locale, `indicators-part-${key}`, { value });
  const number = (value: number | null): string => (value === null ? '—' : printNumber(locale, value));
  const parts = [
    ...(columns.plan ? [part('plan', number(row.plan))] : []),
    ...(columns.fact ? [part('fact', words ?? number(row.fact))] : []),
    ...(columns.baseline ? [part('baseline', number(row.baseline))] : []),
  ];
  const { deviation, percent, met } = compare(indicator, row.plan, row.fact);
  const apart = [
    part('deviation', deviation === null ? '—' : printSigned(locale, deviation)),
    part('percent', percent === null ? '—' : printPercent(locale, percent)),
    ...(met === null ? [] : [app.t(locale, 'indicators-met', { met: met ? 'yes' : 'no' })]),
  ];
  return [parts, ...(columns.plan && columns.fact ? [apart] : [])].map((line) => capital(line.join(' · ')));
}

/** 'К базовому значению: +703, лучше · к прошлому периоду: −2, хуже', as far as both numbers are there. */
function changeLines(app: App, locale: Locale, { indicator, columns }: Table, row: Numbers): string[] {
  const parts = (['baseline', 'before'] as const).flatMap((earlier) => {
    const change = columns[earlier] ? changeSince(indicator, row[earlier], row.fact) : null;
    if (!change) return [];
    return app.t(locale, `indicators-since-${earlier}`, { by: printSigned(locale, change.by), way: change.way });
  });
  return parts.length === 0 ? [] : [capital(parts.join(' · '))];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What an import would change, or everything that is wrong with it, by the rows of the file. */
export function planMessage(app: App, locale: Locale, plan: Plan): string {
  if ('missing' in plan) return app.t(locale, 'indicators-import-no-header');
  const { entries, faults, rows } = plan;
  if (faults.length === 0) {
    const bare = entries.filter(({ value }) => value === null).length;
    const question = app.t(locale, 'indicators-import-plan', { rows, values: entries.length - bare, bare });
    return [...columnLines(app, locale, plan), ...leftOutLines(app, locale, plan), question].join('\n');
  }
  const lines = faults.slice(0, shownFaults).map((fault) => faultLine(app, locale, fault));
  const more =
    faults.length > shownFaults ? [app.t(locale, 'indicators-import-more', { n: faults.length - shownFaults })] : [];
  return [app.t(locale, 'indicators-import-faults', { n: faults.length }), ...lines, ...more].join('\n');
}

/** Which columns were taken, and which were not: a head that was read otherwise than it was meant is seen here. */
function columnLines(app: App, locale: Locale, { taken, left }: { taken: string[]; left: string[] }): string[] {
  const names = (words: string[]): string => clip(words.map((each) => clip(each, 60)).join('; '), 600);
  const rest = left.length > 0 ? [app.t(locale, 'indicators-import-columns-left', { names: names(left) })] : [];
  return [app.t(locale, 'indicators-import-columns', { names: names(taken) }), ...rest];
}

function faultLine(app: App, locale: Locale, fault: RowFault): string {
  const { line } = fault;
  if (fault.fault === 'twice')
    return app.t(locale, 'indicators-fault-twice', {
      line,
      words: clip(fault.words, 60),
      other: clip(fault.other, 60),
    });
  if (fault.fault === 'number')
    return app.t(locale, 'indicators-fault-number', { line, words: clip(fault.words, 60), why: fault.why });
  if (fault.fault === 'repeated') return app.t(locale, 'indicators-fault-repeated', { line, first: fault.first });
  const words = 'words' in fault ? clip(fault.words, 60) : '';
  return app.t(locale, `indicators-fault-${fault.fault}`, { line, words });
}

/** '1 006' or '72,7' with a no-break space, '1,006' in English. */
export function printNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale === 'en' ? 'en' : 'ru', { maximumFractionDigits: 4 }).format(value);
}

function printSigned(locale: Locale, value: number): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return `${sign}${printNumber(locale, Math.abs(value))}`;
}

/** "87 %" in Russian, "87%" in Kazakh and English. */
export function printPercent(locale: Locale, percent: number): string {
  return `${printNumber(locale, percent)}${locale === 'ru' ? '\u00a0' : ''}%`;
}
