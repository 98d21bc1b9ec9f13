// The act of hand-over as a Word file: first in Kazakh, then on a new page in Russian; A4 on its side, the table's head on each page.
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { App } from '../app.ts';
import { paperText } from '../files/paper-text.ts';
import { nameIn } from '../org/messages.ts';
import { textIn } from '../tasks/queries.ts';
import { plain } from '../telegram/buttons.ts';
import type { Locale, TextArgs } from '../texts.ts';
import { type Day, printDate, printDayShort } from '../time.ts';
import type { Act } from './hand-over-queries.ts';
import type { ActLine } from './hand-over-rules.ts';

/** Twentieths of a point: a millimetre. */
const mm = (n: number): number => Math.round((n * 1440) / 25.4);
/** Widths of the columns in millimetres; together the page without its margins, 257. */
const columns = [9, 20, 92, 44, 22, 22, 26, 22];
const titles = ['place', 'number', 'text', 'issuer', 'first', 'due', 'state', 'note'];

/** The file. Everything users wrote enters as text of a run: it cannot become markup or a field. */
export async function writeAct(app: App, act: Act): Promise<Uint8Array> {
  const size = { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE };
  const margin = { top: mm(20), bottom: mm(20), left: mm(20), right: mm(20) };
  const document = new Document({
    creator: 'Orynda',
    title: say(app, 'kk', 'title'),
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
    sections: (['kk', 'ru'] as const).map((locale) => ({
      properties: { page: { size, margin } },
      children: [...head(app, locale, act), table(app, locale, act), ...foot(app, locale, act)],
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** 'hand-over-act-17-2026-11-23.docx' */
export function actFileName({ eventId, day }: Act): string {
  return `hand-over-act-${eventId}-${day}.docx`;
}

function say(app: App, locale: Locale, what: string, args: TextArgs = {}): string {
  return plain(app.t(locale, `handover-${what}`, args));
}

function line(text: string, { bold = false, centre = false, after = 80, size = 24 } = {}): Paragraph {
  return new Paragraph({
    alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { after },
    children: [new TextRun({ text: paperText(text), bold, size })],
  });
}

function head(app: App, locale: Locale, act: Act): Paragraph[] {
  const { post, day, eventId, from, to, lines } = act;
  const t = (what: string, args: TextArgs = {}): string => say(app, locale, what, args);
  const overdue = lines.filter((one) => one.overdue > 0).length;
  const review = lines.filter(({ state }) => state === 'submitted').length;
  return [
    line(t('title'), { bold: true, centre: true, size: 28 }),
    line(t('number', { number: eventId, day: printDate(locale, day) }), { centre: true, after: 200 }),
    line(`${t('post')}: ${nameIn(post, locale)}`),
    line(`${t('org')}: ${nameIn(post.org, locale)}`),
    line(`${t('from')}: ${from || t('nobody')}`),
    line(`${t('to')}: ${to || t('vacant')}`, { after: 200 }),
    line(t('totals', { n: lines.length, overdue, review, blocked: lines.filter(({ blocked }) => blocked).length })),
    line(t('given', { issued: act.issued, drafts: act.drafts, review: act.toReview }), { after: 200 }),
  ];
}

function table(app: App, locale: Locale, { lines }: Act): Table | Paragraph {
  if (lines.length === 0) return line(say(app, locale, 'none'));
  const heading = titles.map((title, at) => cell(say(app, locale, `column-${title}`), at, true));
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(mm),
    width: { size: columns.reduce((sum, width) => sum + mm(width), 0), type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heading }),
      ...lines.map((one, at) => new TableRow({ cantSplit: true, children: cells(app, locale, one, at + 1) })),
    ],
  });
}

function cells(app: App, locale: Locale, one: ActLine, place: number): TableCell[] {
  const { task, state, first, due, overdue, blocked, discreet } = one;
  const day = (value: Day | null): string => (value ? printDayShort(value) : '—');
  const issuer = task.issuer ? `${nameIn(task.issuer, locale)}, ${nameIn(task.issuer.org, locale)}` : '—';
  const notes = [
    ...(overdue > 0 ? [say(app, locale, 'overdue', { n: overdue })] : []),
    ...(blocked && !discreet ? [say(app, locale, 'blocked')] : []),
  ];
  const words = discreet ? say(app, locale, 'discreet') : textIn(task, locale);
  return [
    String(place),
    task.number ?? '—',
    words,
    discreet ? '—' : issuer,
    discreet ? '—' : day(first),
    day(due),
    discreet ? '—' : plain(app.t(locale, 'history-state', { state })),
    notes.join('; '),
  ].map((text, at) => cell(text, at));
}

function cell(text: string, at: number, bold = false): TableCell {
  return new TableCell({
    width: { size: mm(columns[at] ?? 20), type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { left: mm(1.5), right: mm(1.5), top: mm(0.5), bottom: mm(0.5) },
    children: [line(text, { bold, after: 0, size: 20 })],
  });
}

/** Places for three signatures; names only where they are known. */
function foot(app: App, locale: Locale, { from, to }: Act): Paragraph[] {
  const signature = (what: string, name: string): Paragraph =>
    new Paragraph({
      spacing: { before: 300 },
      keepNext: what !== 'witness',
      children: [
        new TextRun({
          text: paperText(`${say(app, locale, what)}: ____________________ ${name || '____________________'}`),
        }),
      ],
    });
  return [
    signature('gave', from),
    signature('took', to),
    signature('witness', ''),
    line(say(app, locale, 'sign-note'), { size: 18, after: 0 }),
  ];
}
