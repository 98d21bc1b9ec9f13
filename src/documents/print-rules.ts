// What can be printed, and how a choice of it travels in a button. Pure.
import type { SpanCode } from '../discipline/span-rules.ts';
import { isSpanCode, spanOf } from '../discipline/span-rules.ts';
import { addDays, type Day, isDay, weekOf } from '../time.ts';
import { type Format, isFormat } from './paper-rules.ts';

/** By unit and period. */
export const unitForms = ['dues', 'summary', 'discipline'] as const;
/** Of one task or one resolution. */
export const resolutionForms = ['protocol', 'resolutionNote', 'execution'] as const;
export const taskForms = ['taskNote', 'certificate'] as const;
export const subjectForms = [...resolutionForms, ...taskForms] as const;
export const forms = [...unitForms, ...subjectForms] as const;
export type Form = (typeof forms)[number];
export type UnitForm = (typeof unitForms)[number];
export type SubjectForm = (typeof subjectForms)[number];
export type PaperLocale = 'kk' | 'ru';

/** `late`: what is overdue; `all`: everything on control; the others by date. */
export const dueSpans = ['late', 'w', 'w1', 'm', 'q', 'all'] as const;
export type DueSpan = (typeof dueSpans)[number];

export type Choice = {
  form: Form;
  /** The unit, or the task or resolution. */
  subject: number;
  /** Of the period; of a past day its digits, '20261201'; '-' where there is none. */
  span: string;
  /** The post that gave the tasks; 0: any. */
  author: number;
  /** The programme or topic of the dictionary that they belong to; 0 or absent: any. */
  programme?: number;
  locale: PaperLocale;
};

const codes: Record<Form, string> = {
  dues: 'd',
  summary: 's',
  discipline: 'x',
  protocol: 'p',
  resolutionNote: 'r',
  taskNote: 't',
  certificate: 'c',
  execution: 'e',
};

/** The parts of callback data; `readChoice` reads them back. A programme stands behind the author, '7.12': buttons without one are older. */
export function choiceArgs({ form, subject, span, author, programme = 0, locale }: Choice): (string | number)[] {
  return [codes[form], subject, span, programme > 0 ? `${author}.${programme}` : author, locale];
}

/** A choice out of callback data; null for what never came from us. */
export function readChoice([code, subject, span, author, locale]: (string | undefined)[]): Choice | null {
  const form = forms.find((name) => codes[name] === code);
  const id = /^\d{1,9}$/;
  const [, by, about] = /^(\d{1,9})(?:\.([1-9]\d{0,8}))?$/.exec(author ?? '') ?? [];
  if (!form || !subject || !id.test(subject) || by === undefined) return null;
  if ((locale !== 'kk' && locale !== 'ru') || span === undefined) return null;
  if (!spansOf(form).includes(span) && !(form === 'execution' && pastDayOf(span))) return null;
  const programme = about === undefined ? {} : { programme: Number(about) };
  return { form, subject: Number(subject), span, author: Number(by), ...programme, locale };
}

/** '20261201' -> the day; null for what is none. */
export function pastDayOf(span: string): Day | null {
  const day = span.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return isDay(day) ? day : null;
}

/** The periods that a form knows, the usual one first. */
export function spansOf(form: Form): readonly string[] {
  if (form === 'dues') return ['m', ...dueSpans.filter((span) => span !== 'm')];
  return isUnitForm(form) ? ['q', 'm', 'm1', 'q1', 'y'] : ['-'];
}

export function isUnitForm(form: Form): form is UnitForm {
  return unitForms.some((one) => one === form);
}

/** First and last day of the due dates looked at; null: no bounds. */
export function dueSpanOf(span: string, today: Day): { from: Day; to: Day } | null {
  const { monday, sunday } = weekOf(today);
  if (span === 'w') return { from: monday, to: sunday };
  if (span === 'w1') return { from: addDays(monday, 7), to: addDays(sunday, 7) };
  return isSpanCode(span) ? spanOf(span satisfies SpanCode, today) : null;
}

/** What the printer makes: a paper, the act of a hand-over (`postId` 0: the only post of its event), or the table of what is public. */
export type Wanted =
  { is: 'paper'; choice: Choice; format: Format } | { is: 'act'; eventId: number; postId: number } | { is: 'public' };

/** How an order is kept: ids and codes only. */
export function wantedArgs(wanted: Wanted): (string | number)[] {
  if (wanted.is === 'paper') return [...choiceArgs(wanted.choice), wanted.format];
  if (wanted.is === 'act') return ['act', wanted.eventId, wanted.postId];
  return ['public'];
}

/** An order as it was kept; null for one that this version does not know. */
export function readWanted(parts: string[]): Wanted | null {
  const [first, id, other] = parts;
  if (first === 'public') return { is: 'public' };
  // Of an earlier version, that knew the table of now as a workbook only.
  if (first === 'execution') return readWanted(['e', id ?? '', '-', '0', 'kk', 'xlsx']);
  if (first === 'act') {
    const [eventId, postId] = [Number(id), Number(other)];
    return Number.isSafeInteger(eventId) && Number.isSafeInteger(postId) ? { is: 'act', eventId, postId } : null;
  }
  const [choice, format] = [readChoice(parts), parts.at(-1)];
  return choice && isFormat(format) ? { is: 'paper', choice, format } : null;
}
