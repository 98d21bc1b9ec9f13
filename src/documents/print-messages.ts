// The screens of /print: forms, then unit, period, author, language and the three files.
import type { App } from '../app.ts';
import { clip, nameIn, postTitle } from '../org/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale } from '../texts.ts';
import { type Day, dayIn, printDayRange, printDayShort } from '../time.ts';
import { formats } from './paper-rules.ts';
import type { Author, Programme, Unit } from './print-queries.ts';
import {
  type Choice,
  choiceArgs,
  dueSpanOf,
  type Form,
  isUnitForm,
  type PaperLocale,
  spansOf,
  unitForms,
  type Wanted,
} from './print-rules.ts';

export type Screen = { html: string; keyboard: Keyboard };
export type ResolutionLine = { resolutionId: number; theme: string; day: Day; number: string | null };
type Reader = { app: App; locale: Locale };

export const unitsOnPage = 8;

/** The language of paper for a reader: English readers get Russian. */
export function paperLocale(locale: Locale): PaperLocale {
  return locale === 'kk' ? 'kk' : 'ru';
}

/** What was ordered and could not be made, with a button that tries anew. */
export function failedMessage(app: App, locale: Locale, { id, wanted }: { id: number; wanted: Wanted }): Screen {
  const what = wantedName(app, locale, wanted);
  return {
    html: app.t(locale, 'print-failed', { what }),
    keyboard: [[button(app.t(locale, 'print-button-again'), 'documents.again', id)]],
  };
}

function wantedName(app: App, locale: Locale, wanted: Wanted): string {
  if (wanted.is === 'public') return app.t(locale, 'marks-public-sheet');
  if (wanted.is === 'act') return app.t(locale, 'handover-title');
  return `${app.t(locale, 'print-form', { form: wanted.choice.form })}, ${wanted.format.toUpperCase()}`;
}

/** The forms that there are; `unitId` is where those by unit begin. */
export function menuScreen({ app, locale }: Reader, unitId: number): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const language = paperLocale(locale);
  const unitRows = unitForms.map((form) => {
    const choice: Choice = { form, subject: unitId, span: spansOf(form)[0] ?? '', author: 0, locale: language };
    return [button(t('print-form', { form }), 'documents.print', ...choiceArgs(choice))];
  });
  return {
    html: t('print-menu'),
    keyboard: [...unitRows, [button(t('print-button-resolutions'), 'documents.resolutions')]],
  };
}

/** A choice as it stands: everything about it can be changed by a button. */
export function unitScreen(
  reader: Reader,
  choice: Choice,
  unit: Unit,
  { author, programme }: { author: Author | null; programme: Programme | null },
): Screen {
  const { app, locale } = reader;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const { form, span } = choice;
  const days = dueSpanOf(span, dayIn(app.zone, app.now()));
  const when = days ? printDayRange(locale, days.from, days.to) : t('print-span', { span });
  const spans = spansOf(form).map((other) =>
    button(
      mark(other === span, t('print-span', { span: other })),
      'documents.print',
      ...choiceArgs({ ...choice, span: other }),
    ),
  );
  // The index is that of all work of a unit: who chose what counts would choose the index.
  const narrower =
    form === 'discipline'
      ? []
      : [
          button(t('print-button-author'), 'documents.authors', ...choiceArgs(choice)),
          button(t('print-button-programme'), 'documents.programmes', ...choiceArgs(choice)),
        ];
  const lines = [
    `<b>${t('print-form', { form })}</b>`,
    t('print-line-unit', { name: nameIn(unit, locale) }),
    t('print-line-span', { span: when }),
    ...(author ? [t('print-given-by', { name: clip(postTitle(author, locale), 120) })] : []),
    ...(programme ? [t('print-line-programme', { name: clip(programme.name, 120) })] : []),
    '',
    t('print-which-file'),
  ];
  return {
    html: lines.join('\n'),
    keyboard: [
      ...fileRows(reader, choice),
      ...inThrees(spans),
      [button(t('print-button-unit'), 'documents.units', ...choiceArgs(choice), 0)],
      ...narrower.map((one) => [one]),
      [button(t('print-button-back'), 'documents.forms')],
    ],
  };
}

/** The same for a form about one task or resolution: `lines` say which, `others` are the forms of it beside, `back` where it was opened. */
export function subjectScreen(
  reader: Reader,
  choice: Choice,
  lines: string[],
  { others = [], back }: { others?: readonly Form[]; back?: Keyboard[number] } = {},
): Screen {
  const { app, locale } = reader;
  const beside = others.map((form) => [
    button(
      mark(form === choice.form, app.t(locale, 'print-form', { form })),
      'documents.print',
      ...choiceArgs({ ...choice, form, span: form === choice.form ? choice.span : '-' }),
    ),
  ]);
  const [title = '', ...more] = lines;
  const head = app.t(locale, 'print-subject', { form: app.t(locale, 'print-form', { form: choice.form }), title });
  return {
    html: [head, ...more, '', app.t(locale, 'print-which-file')].join('\n'),
    keyboard: [...fileRows(reader, choice), ...beside, ...(back ? [back] : [])],
  };
}

/** Units next below, to narrow a form to one of them. */
export function unitsScreen(
  { app, locale }: Reader,
  choice: Choice,
  unit: Unit,
  found: { units: Unit[]; total: number; aboveId: number | null; page: number },
): Screen {
  const { units, total, aboveId, page } = found;
  const at = (subject: number) => choiceArgs({ ...choice, subject });
  const last = Math.max(0, Math.ceil(total / unitsOnPage) - 1);
  const rows = units.map((one) => [button(clip(nameIn(one, locale), 60), 'documents.units', ...at(one.orgId), 0)]);
  const up = aboveId === null ? [] : [[button(app.t(locale, 'print-button-up'), 'documents.units', ...at(aboveId), 0)]];
  return {
    html: app.t(locale, 'print-which-unit', { name: nameIn(unit, locale) }),
    keyboard: [
      [button(app.t(locale, 'print-button-this-unit'), 'documents.print', ...choiceArgs(choice))],
      ...rows,
      ...turns('documents.units', choiceArgs(choice), page, last),
      ...up,
    ],
  };
}

/** Who gave the tasks. */
export function authorsScreen({ app, locale }: Reader, choice: Choice, authors: Author[]): Screen {
  const all = button(app.t(locale, 'print-any-author'), 'documents.print', ...choiceArgs({ ...choice, author: 0 }));
  const rows = authors.map((one) => [
    button(clip(postTitle(one, locale), 60), 'documents.print', ...choiceArgs({ ...choice, author: one.postId })),
  ]);
  return { html: app.t(locale, 'print-which-author'), keyboard: [[all], ...rows] };
}

/** Of which programme or topic. */
export function programmesScreen({ app, locale }: Reader, choice: Choice, programmes: Programme[]): Screen {
  const at = (programme: number) => choiceArgs({ ...choice, programme });
  const all = button(app.t(locale, 'print-any-programme'), 'documents.print', ...at(0));
  const rows = programmes.map((one) => [button(clip(one.name, 60), 'documents.print', ...at(one.programmeId))]);
  const html = app.t(locale, rows.length > 0 ? 'print-which-programme' : 'print-no-programmes');
  return { html, keyboard: [[all], ...rows] };
}

/** Resolutions that a protocol can be printed of. */
export function resolutionsScreen({ app, locale }: Reader, lines: ResolutionLine[]): Screen {
  const rows = lines.map(({ resolutionId, theme, day, number }) => {
    const label = [number ? `№ ${number}` : null, printDayShort(day), theme].filter(Boolean).join(' · ');
    const choice: Choice = {
      form: 'protocol',
      subject: resolutionId,
      span: '-',
      author: 0,
      locale: paperLocale(locale),
    };
    return [button(clip(label, 60), 'documents.print', ...choiceArgs(choice))];
  });
  const html = app.t(locale, lines.length > 0 ? 'print-which-resolution' : 'print-no-resolutions');
  return { html, keyboard: [...rows, [button(app.t(locale, 'print-button-back'), 'documents.forms')]] };
}

function fileRows({ app, locale }: Reader, choice: Choice): Keyboard {
  const files = formats.map((format) => button(format.toUpperCase(), 'documents.order', ...choiceArgs(choice), format));
  const languages = (['kk', 'ru'] as const).map((language) =>
    button(
      mark(language === choice.locale, app.t(locale, 'print-language', { language })),
      'documents.print',
      ...choiceArgs({ ...choice, locale: language }),
    ),
  );
  return [files, languages];
}

const mark = (chosen: boolean, label: string): string => (chosen ? `• ${label}` : label);

function inThrees<T>(list: T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / 3) }, (_, row) => list.slice(row * 3, row * 3 + 3));
}

/** True for a choice by unit and period. */
export function byUnit({ form }: Choice): boolean {
  return isUnitForm(form);
}
