// What whoever asked sees first: collections, how many answered, totals, districts; and the fields of a draft.
import type { App } from '../app.ts';
import { printNumber, printPercent } from '../indicators/messages.ts';
import { printPeriod } from '../indicators/period-rules.ts';
import type { IndicatorView } from '../indicators/queries.ts';
import { compare, type Total } from '../indicators/rules.ts';
import { clip, nameIn } from '../org/messages.ts';
import { button, plain, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { type Day, printDay } from '../time.ts';
import type { Field } from './answer-rules.ts';
import { joined, type Screen } from './messages.ts';
import type { AnswerRow, CollectionLine } from './queries.ts';
import { type FieldTotal, totalsOf } from './totals-rules.ts';

export const pageLength = 10;
/** Districts on the first screen. */
const shownDistricts = 20;

export type Head = { taskId: number; number: string; headline: string; due: Day | null };
export type Words = { app: App; locale: Locale };

/** Collections as buttons. */
export function listMessage(
  { app, locale }: Words,
  rows: CollectionLine[],
  at: number,
  total: number,
  mayAsk: boolean,
): Screen {
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const last = Math.max(0, Math.ceil(total / pageLength) - 1);
  const lines = rows.map(({ taskId, number, headline, state, answered, total, owedId }) => {
    const done = total > 1 ? `${answered}/${total}` : owedId === null ? '✅' : '✏️';
    const mark = state === 'closed' ? '🔒 ' : '';
    const label = clip(`${mark}№ ${number} · ${done} · ${headline}`, 60);
    return [owedId === null ? button(label, 'collections.show', taskId) : button(label, 'collections.answer', owedId)];
  });
  const make = mayAsk
    ? [[button(t('button-new'), 'collections.new')], [button(t('button-sections'), 'collections.sections')]]
    : [];
  const html = total > 0 ? t('list', { total }) : t(mayAsk ? 'none-ask' : 'none');
  return { html, keyboard: [...lines, ...turns('collections.list', [], at, last), ...make] };
}

export type Compared = { indicator: IndicatorView; period: string; total: Total };

/** The state of one collection: n of m, totals a field, plan and fact, districts, and the ways on. */
export function showMessage(
  { app, locale }: Words,
  task: Head,
  fields: Field[],
  rows: AnswerRow[],
  more: { compared: Compared[]; silent: number; live: boolean },
): Screen {
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const answers = rows.flatMap((row) => row.answers);
  const done = rows.filter(isDone).length;
  const late = rows.filter((row) => row.answers.some((answer) => answer.late)).length;
  const bare = answers.filter((answer) => isWords(fields, answer)).length;
  const totals = totalsOf(fields, answers.map(toGiven));
  const lines = [
    `🔢 ${t('title', { number: task.number })}`,
    escapeHtml(clip(task.headline, 100)),
    ...(task.due ? [app.t(locale, 'tasks-due', { day: printDay(locale, task.due) })] : []),
    '',
    t('progress', { done, total: rows.length, missing: rows.length - done }),
    ...(late > 0 ? [`⏰ ${t('count-late', { n: late })}`] : []),
    ...(bare > 0 ? [`✍️ ${t('count-words', { n: bare })}`] : []),
    ...totals.flatMap((total, at) => totalLines({ app, locale }, fields[at], total, fields.length > 1)),
    ...more.compared.flatMap((each) => comparedLines({ app, locale }, each)),
    ...districtLines({ app, locale }, rows),
  ];
  return { html: joined(app, locale, lines), keyboard: showButtons({ app, locale }, task.taskId, rows, more) };
}

function showButtons(
  { app, locale }: Words,
  taskId: number,
  rows: AnswerRow[],
  { compared, silent, live }: { compared: Compared[]; silent: number; live: boolean },
): Keyboard {
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const missing = rows.filter((row) => !isDone(row)).length;
  return [
    [
      button(t('button-table'), 'collections.table', taskId, 0),
      ...(missing > 0 ? [button(t('button-missing', { n: missing }), 'collections.missing', taskId, 0)] : []),
    ],
    [button(t('button-file'), 'collections.file', taskId)],
    ...(live && silent > 0 ? [[button(t('button-nudge', { n: silent }), 'tasks.nudge', taskId)]] : []),
    ...compared.map(({ indicator, period }) => [
      button(t('button-indicator'), 'indicators.show', indicator.indicatorId, period, 0),
    ]),
    [button(t('button-task'), 'tasks.open', taskId), button(t('button-list'), 'collections.list', 0)],
  ];
}

function totalLines({ app, locale }: Words, field: Field | undefined, total: FieldTotal, named: boolean): string[] {
  if (!field) return [];
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const label = named ? [`<b>${escapeHtml(clip(field.label, 80))}</b>`] : [];
  const unit = field.unit ? ` ${field.unit}` : '';
  const print = (value: number): string => `${printNumber(locale, value)}${unit}`;
  if (field.kind === 'choice')
    return ['', ...label, ...total.choices.map(({ choice, n }) => `${escapeHtml(choice)}: ${printNumber(locale, n)}`)];
  if (field.kind !== 'number') return named ? ['', `${label.join('')}: ${t('answered', { n: total.answered })}`] : [];
  const { sum, average, min, max } = total;
  if (average === null || min === null || max === null) return [];
  return [
    '',
    ...label,
    ...(sum === null ? [] : [t('sum', { value: print(sum) })]),
    t('spread', { average: print(average), min: print(min), max: print(max) }),
  ];
}

function comparedLines({ app, locale }: Words, { indicator, period, total }: Compared): string[] {
  const { percent } = compare(indicator, total.plan, total.fact);
  const number = (value: number | null): string => (value === null ? '—' : printNumber(locale, value));
  return [
    '',
    app.t(locale, 'collections-compared', {
      name: clip(nameIn(indicator, locale), 100),
      period: printPeriod(locale, indicator.periodKind, period),
      plan: number(total.plan),
      fact: number(total.fact),
      percent: percent === null ? '—' : printPercent(locale, percent),
    }),
  ];
}

type District = { name: string | null; done: number; total: number };

function districtsOf({ app, locale }: Words, rows: AnswerRow[]): District[] {
  const found = new Map<string, District>();
  for (const row of rows) {
    const name = row.district ? nameIn(row.district, locale) : app.t(locale, 'tasks-part-other');
    const district = found.get(name) ?? { name, done: 0, total: 0 };
    found.set(name, { ...district, done: district.done + (isDone(row) ? 1 : 0), total: district.total + 1 });
  }
  return [...found.values()];
}

/** '• Бостандыкский район: 12/20', where there are districts to compare. */
function districtLines(words: Words, rows: AnswerRow[]): string[] {
  const districts = districtsOf(words, rows);
  if (districts.length < 2) return [];
  const lines = districts
    .slice(0, shownDistricts)
    .map(({ name, done, total }) => `• ${escapeHtml(clip(name ?? '', 50))}: ${done}/${total}`);
  return ['', ...lines];
}

/** The fields of a draft, with what can be changed about them. */
export function fieldsMessage(
  { app, locale }: Words,
  taskId: number,
  {
    asked,
    autoAccept,
    indicator,
    mayBind,
  }: { asked: string[]; autoAccept: boolean | null; indicator: string | null; mayBind: boolean },
): Screen {
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const lines = [
    `🔢 <b>${t('fields')}</b>`,
    ...asked,
    ...(autoAccept === null ? [t('no-fields')] : ['', t('acceptance', { at: autoAccept ? 'once' : 'review' })]),
    ...(indicator ? [t('indicator', { name: indicator })] : []),
  ];
  const keyboard: Keyboard = [
    [
      button(t('button-add-field'), 'collections.add', taskId),
      ...(autoAccept === null ? [] : [button(t('button-drop-field'), 'collections.drop-field', taskId)]),
    ],
    ...(autoAccept === null
      ? []
      : [
          [
            button(
              t('button-acceptance', { at: autoAccept ? 'review' : 'once' }),
              'collections.auto',
              taskId,
              autoAccept ? 0 : 1,
            ),
          ],
        ]),
    ...(mayBind ? [[button(t('button-bind'), 'collections.bind', taskId)]] : []),
    [button(plain(t('button-draft')), 'tasks.draft', taskId)],
  ];
  return { html: joined(app, locale, lines), keyboard };
}

/** Answered in whole: handed in or accepted. */
export function isDone({ state }: Pick<AnswerRow, 'state'>): boolean {
  return state === 'submitted' || state === 'accepted';
}

/** A number field that holds words. */
export function isWords(fields: Field[], { fieldId, number, words }: AnswerRow['answers'][number]): boolean {
  return (
    number === null && words !== null && fields.some((field) => field.fieldId === fieldId && field.kind === 'number')
  );
}

/** An answer as the totals count it. */
export function toGiven({ fieldId, number, words, attachmentId }: AnswerRow['answers'][number]) {
  return { fieldId, number, words, file: attachmentId !== null };
}
