// What can be printed, and how a choice of it travels in a button. Pure.
import type { SpanCode } from '../discipline/span-rules.ts';
import { isSpanCode, spanOf } from '../discipline/span-rules.ts';
import { addDays, type Day, weekOf } from '../time.ts';

/** By unit and period. */
export const unitForms = ['dues', 'summary', 'discipline'] as const;
/** Of one task or one resolution. */
export const subjectForms = ['protocol', 'resolutionNote', 'taskNote', 'certificate'] as const;
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
  /** Of the period; '-' where there is none. */
  span: string;
  /** The post that gave the tasks; 0: any. */
  author: number;
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
};

/** The parts of callback data; `readChoice` reads them back. */
export function choiceArgs({ form, subject, span, author, locale }: Choice): (string | number)[] {
  return [codes[form], subject, span, author, locale];
}

/** A choice out of callback data; null for what never came from us. */
export function readChoice([code, subject, span, author, locale]: (string | undefined)[]): Choice | null {
  const form = forms.find((name) => codes[name] === code);
  const id = /^\d{1,9}$/;
  if (!form || !subject || !id.test(subject) || !author || !id.test(author)) return null;
  if ((locale !== 'kk' && locale !== 'ru') || span === undefined || !spansOf(form).includes(span)) return null;
  return { form, subject: Number(subject), span, author: Number(author), locale };
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
