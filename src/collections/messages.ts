// Answers in words: what was understood, what is missing, why something was not taken.
import type { App } from '../app.ts';
import { printNumber } from '../indicators/messages.ts';
import { clip } from '../org/messages.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { askedWhat } from '../tasks/asked-messages.ts';
import { button, plain } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale, raw } from '../texts.ts';
import type { Field, FieldFault, Value } from './answer-rules.ts';
import type { Current } from './queries.ts';
import { missingFields } from './totals-rules.ts';

export type Screen = { html: string; keyboard: Keyboard };
/** Characters of a message as read: with a little to spare below Telegram's 4096. */
const longestMessage = 3900;
/** Faults of one answer that are told; the others are counted. */
const shownFaults = 5;

type Shown = Pick<Current, 'number' | 'words' | 'attachmentId'>;

/** '34 чел.', '«аналогичная работа» (без числа)', 'фото', with dots in the place of what others must not read. Plain text. */
export function printValue(app: App, locale: Locale, field: Field, value: Shown, max = 300): string {
  return valueWords(app, locale, field, { ...value, words: value.words === null ? null : mask(value.words) }, max);
}

function valueWords(app: App, locale: Locale, field: Field, value: Shown, max: number): string {
  const { kind, unit } = field;
  if (value.number !== null) return [printNumber(locale, value.number), ...(unit ? [unit] : [])].join(' ');
  if (kind === 'photo' || kind === 'file') return app.t(locale, `collections-value-${kind}`);
  const words = clip((value.words ?? '').replaceAll('\n', ' '), max);
  return kind === 'number' ? `«${words}» (${app.t(locale, 'collections-no-number')})` : words;
}

/** Lines as one message: those that do not fit any more are counted, `tail` is always there. HTML. */
export function joined(app: App, locale: Locale, lines: string[], tail: string[] = []): string {
  const room = longestMessage - plain(tail.join('\n')).length;
  const fit = lines.filter((_, at) => plain(lines.slice(0, at + 1).join('\n')).length <= room);
  const left = lines.slice(fit.length).filter((line) => line !== '').length;
  return [...fit, ...(left > 0 ? [`… ${app.t(locale, 'tasks-more', { n: left })}`] : []), ...tail].join('\n');
}

/** The whole answer as the text of a report, which masks its words wherever it is shown; plain. */
export function answerText(app: App, locale: Locale, fields: Field[], current: Current[]): string {
  const lines = fields.flatMap((field) => {
    const value = current.find(({ fieldId }) => fieldId === field.fieldId);
    if (!value) return [];
    const said = valueWords(app, locale, field, value, 1000);
    return [fields.length === 1 ? said : `${field.label}: ${said}`];
  });
  return lines.join('\n');
}

/** '• Педагоги: <b>34 чел.</b>' for these fields, without the label where there is but one; with what stood `before`. HTML. */
export function valueLines(
  app: App,
  locale: Locale,
  fields: Field[],
  values: (Shown & { fieldId: number })[],
  before: (Shown & { fieldId: number })[] = [],
): string[] {
  const longest = fields.length > 3 ? 120 : 300;
  return fields.flatMap((field) => {
    const value = values.find(({ fieldId }) => fieldId === field.fieldId);
    if (!value) return [];
    const said = `<b>${escapeHtml(printValue(app, locale, field, value, longest))}</b>`;
    const was = before.find(({ fieldId }) => fieldId === field.fieldId);
    const earlier = was
      ? ` (${app.t(locale, 'collections-was', { value: printValue(app, locale, field, was, 60) })})`
      : '';
    return [`${fields.length === 1 ? '' : `• ${escapeHtml(clip(field.label, 80))}: `}${said}${earlier}`];
  });
}

type Outcome = {
  number: string;
  changed: number[];
  corrected: number[];
  missing: string[];
  late: boolean;
  filed: boolean;
  accepted: boolean;
  current: Current[];
  before: Current[];
  fields: Field[];
  /** False where no value was given at all: everything was skipped or left as it is. */
  said?: boolean;
};

/** What was taken of an answer, and what is still missing; `faults` say what was not taken. HTML. */
export function takenMessage(
  app: App,
  locale: Locale,
  participationId: number,
  outcome: Outcome,
  faults: FieldFault[] = [],
): Screen {
  const { number, changed, corrected, missing, late, filed, accepted, current, before, fields, said = true } = outcome;
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const same = changed.length === 0 && !filed;
  const shown = changed.length === 0 ? current : current.filter(({ fieldId }) => changed.includes(fieldId));
  const kept = current.length > 0 ? 'yes' : 'no';
  const head = same
    ? said
      ? 'same'
      : 'nothing'
    : corrected.length > 0
      ? 'corrected'
      : missing.length > 0
        ? 'noted'
        : accepted
          ? 'accepted'
          : 'filed';
  const lines = [
    t(head, { number, kept }),
    ...valueLines(app, locale, fields, shown, changed.length > 0 ? before : []),
    ...faultLines(app, locale, fields, faults).map((line) => `⚠️ ${line}`),
  ];
  const tail = [
    ...(missing.length > 0 ? [t('still-missing', { fields: missing.map((label) => clip(label, 60)).join('; ') })] : []),
    ...(late && !same ? [`⏰ ${t('late-note')}`] : []),
    ...(missing.length === 0 && current.length > 0 ? [t(fields.length > 1 ? 'can-correct-many' : 'can-correct')] : []),
  ];
  const keyboard =
    missing.length > 0 || faults.length > 0
      ? [[button(t('button-answer'), 'collections.answer', participationId)]]
      : fields.length > 1
        ? [[button(t('button-correct'), 'collections.answer', participationId)]]
        : [];
  return { html: joined(app, locale, lines, tail), keyboard };
}

/** What is said of an answer that holds no value, such as a dash for a field that may be skipped: what stands, what is still needed. HTML. */
export function nothingMessage(
  app: App,
  locale: Locale,
  participationId: number,
  { number, fields, current }: { number: string; fields: Field[]; current: Current[] },
): Screen {
  const answered = current.map(({ fieldId }) => fieldId);
  const missing = missingFields(fields, answered).map(({ label }) => label);
  const nothing = { changed: [], corrected: [], late: false, filed: false, accepted: false, said: false };
  return takenMessage(app, locale, participationId, { ...nothing, number, missing, current, before: current, fields });
}

function faultLines(app: App, locale: Locale, fields: Field[], faults: FieldFault[]): string[] {
  const lines = faults.slice(0, shownFaults).map((fault) => faultLine(app, locale, fields, fault));
  const left = faults.length - lines.length;
  return [...lines, ...(left > 0 ? [`… ${app.t(locale, 'tasks-more', { n: left })}`] : [])];
}

/** Why something was not taken, with what is expected. HTML. */
export function faultLine(app: App, locale: Locale, fields: Field[], fault: FieldFault): string {
  const field = fields.find(({ fieldId }) => fieldId === fault.fieldId);
  const said = `«${clip(mask(fault.said).replaceAll('\n', ' '), 80)}»`;
  const value = 'value' in fault ? printNumber(locale, fault.value) : '';
  const why = app.t(locale, 'collections-fault', { why: fault.fault, said, value });
  if (!field) return why;
  const expected = app.t(locale, 'collections-expected', { what: raw(askedWhat({ app, locale }, field)) });
  const label = fields.length > 1 ? `${escapeHtml(clip(field.label, 80))}: ` : '';
  return `${label}${why} ${expected}`;
}

/** What may be settled by a press: a number among other words, or words in place of a number. */
export function faultMessage(
  app: App,
  locale: Locale,
  participationId: number,
  fields: Field[],
  faults: FieldFault[],
): Screen {
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  const sure = faults.find((fault) => fault.fault === 'confirm');
  const bare = faults.some((fault) => fault.fault === 'words');
  const meant = sure && 'value' in sure ? printNumber(locale, sure.value) : '';
  const keyboard: Keyboard = [
    ...(sure ? [[button(t('button-sure', { value: meant }), 'collections.take', participationId, 'n')]] : []),
    ...(bare ? [[button(t('button-words'), 'collections.take', participationId, 'w')]] : []),
    [button(t('button-answer'), 'collections.answer', participationId)],
  ];
  return { html: joined(app, locale, faultLines(app, locale, fields, faults)), keyboard };
}

/** The value that stands for a field among these. */
export function standing(values: (Value | Current)[], fieldId: number): Shown | null {
  const value = values.find((each) => each.fieldId === fieldId);
  return value ? { attachmentId: null, ...value } : null;
}
