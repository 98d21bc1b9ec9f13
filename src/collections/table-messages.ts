// Answers page by page, who is missing, one answer with its history.
import { clip, nameIn, shortName } from '../org/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { printInstant } from '../time.ts';
import type { Field } from './answer-rules.ts';
import { joined, printValue, type Screen, valueLines } from './messages.ts';
import type { AnswerRow, Version } from './queries.ts';
import { type Head, isDone, isWords, pageLength, type Words } from './show-messages.ts';

/** Schools without an answer on one page: a line each. */
const missingLength = 25;
/** Earlier values under one answer, the newest first. */
const shownVersions = 30;

/** Answers page by page; each can be opened with its history. */
export function tableMessage(
  { app, locale }: Words,
  task: Head,
  fields: Field[],
  rows: AnswerRow[],
  wanted: number,
): Screen {
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const given = rows.filter((row) => row.answers.length > 0);
  const { shown, at, last } = pageOf(given, wanted, pageLength);
  // Ten schools have room on a page, however many fields there are.
  const longest = Math.min(60, Math.floor(200 / fields.length));
  const lines = shown.map((row, index) => {
    const values = fields.flatMap((field) => {
      const answer = row.answers.find(({ fieldId }) => fieldId === field.fieldId);
      if (!answer) return field.required ? ['—'] : [];
      const marks = [
        ...(answer.late ? ['⏰'] : []),
        ...(answer.corrected ? ['✏️'] : []),
        ...(isWords(fields, answer) ? ['✍️'] : []),
      ];
      return [[escapeHtml(printValue(app, locale, field, answer, longest)), ...marks].join(' ')];
    });
    return `${index + 1}. ${escapeHtml(clip(nameIn(row, locale), 60))}: <b>${values.join(' · ')}</b>`;
  });
  const head = t('table', { number: task.number, answered: given.length, total: rows.length });
  const open = shown.map(({ participationId }, index) => button(String(index + 1), 'collections.one', participationId));
  const keyboard = [
    ...[open.slice(0, 5), open.slice(5)].filter((row) => row.length > 0),
    ...turns('collections.table', [task.taskId], at, last),
    [button(t('button-back'), 'collections.show', task.taskId)],
  ];
  const none = given.length === 0 ? [t('nobody-answered')] : [t('marks')];
  return { html: joined(app, locale, [head, ...none, '', ...lines]), keyboard };
}

/** Who has not answered, under their districts. */
export function missingMessage({ app, locale }: Words, task: Head, rows: AnswerRow[], wanted: number): Screen {
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const open = rows.filter((row) => !isDone(row));
  const { shown, at, last } = pageOf(open, wanted, missingLength);
  const lines = shown.flatMap((row, index) => {
    const name = row.district ? nameIn(row.district, locale) : '';
    const before = shown[index - 1];
    const head =
      before && before.district?.nameRu === row.district?.nameRu
        ? []
        : name
          ? ['', `<b>${escapeHtml(name)}</b>`]
          : [''];
    const part = row.answers.length > 0 ? ` (${t('in-part')})` : row.state === 'returned' ? ` (${t('returned')})` : '';
    return [...head, `• ${escapeHtml(clip(nameIn(row, locale), 80))}${part}`];
  });
  const head =
    open.length === 0
      ? t('nobody-missing', { number: task.number })
      : t('missing', { number: task.number, n: open.length });
  const keyboard = [
    ...turns('collections.missing', [task.taskId], at, last),
    [button(t('button-back'), 'collections.show', task.taskId)],
  ];
  return { html: joined(app, locale, [head, ...lines]), keyboard };
}

/** One executor's answer with everything that stood before; for whoever asked, and for the executor. */
export function oneMessage(
  { app, locale }: Words,
  task: Head,
  fields: Field[],
  row: AnswerRow,
  { versions, mine, live }: { versions: Version[]; mine: boolean; live: boolean },
): Screen {
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const earlier = versions.filter(({ superseded }) => superseded);
  const history = earlier
    .slice(-shownVersions)
    .toReversed()
    .map((version) => {
      const field = fields.find(({ fieldId }) => fieldId === version.fieldId);
      const value = field ? printValue(app, locale, field, version, 80) : '';
      const at = printInstant(app.zone, version.at);
      return `• ${at}: ${escapeHtml(fields.length > 1 ? `${clip(field?.label ?? '', 40)}: ${value}` : value)}`;
    });
  const last = versions.at(-1);
  const values = valueLines(app, locale, fields, row.answers);
  const lines = [
    t('one', { number: task.number, name: nameIn(row, locale) }),
    escapeHtml(clip(task.headline, 100)),
    '',
    ...(values.length > 0 ? values : [t('no-answer-yet')]),
    ...(row.answers.some(({ late }) => late) ? [`⏰ ${t('late-note')}`] : []),
    ...(last ? [t('answered-by', { name: shortName(last.by), at: printInstant(app.zone, last.at) })] : []),
    ...(history.length > 0 ? ['', t('earlier'), ...history] : []),
  ];
  const files = row.answers.some(({ attachmentId }) => attachmentId !== null);
  const keyboard: Keyboard = [
    ...(mine && live
      ? [[button(t(last ? 'button-correct' : 'button-answer'), 'collections.answer', row.participationId)]]
      : []),
    ...(files ? [[button(t('button-files'), 'collections.files', row.participationId)]] : []),
    ...(mine ? [] : [[button(t('button-back-table'), 'collections.table', task.taskId, 0)]]),
  ];
  return { html: joined(app, locale, lines), keyboard };
}

function pageOf<R>(rows: R[], wanted: number, length: number): { shown: R[]; at: number; last: number } {
  const last = Math.max(0, Math.ceil(rows.length / length) - 1);
  const at = Math.min(wanted, last);
  return { shown: rows.slice(at * length, (at + 1) * length), at, last };
}
