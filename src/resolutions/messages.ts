// How a resolution looks: its head, its items in short and in full, and the whole text cut into pages. HTML.
import { orgName, postTitle } from '../org/messages.ts';
import { type CardContext, dueLine, excerpt, executorName, longestName } from '../tasks/messages.ts';
import { recurrenceLine } from '../tasks/recurrence-messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { printDate, printDay } from '../time.ts';
import type { ResolutionLine } from './list-queries.ts';
import { type ItemView, type ResolutionView, textOf } from './queries.ts';
import { openDoubts, untoldLacks } from './review-rules.ts';
import { type Lack, type Line, pagesOf, piecesOf } from './rules.ts';

/** Executors named one by one in a list, and on a page of the whole text. */
const namedInList = 3;
const namedInFull = 12;

/** Theme, body, protocol and chair: the first lines of every view. */
export function headLines({ app, locale }: CardContext, view: ResolutionView): string[] {
  const day = printDay(locale, view.day);
  const protocol = view.number
    ? app.t(locale, 'resolutions-protocol', { number: view.number, day })
    : app.t(locale, 'resolutions-protocol-bare', { day });
  return [
    `📄 <b>${escapeHtml(view.theme)}</b>`,
    app.t(locale, 'resolutions-body', { name: excerpt(orgName(view.org, locale), 120) }),
    protocol,
    app.t(locale, 'resolutions-chair', { name: excerpt(postTitle(view.chair, locale), 150) }),
  ];
}

/** One item in a list: number, headline, executors (names of at most `maxName` characters), date, and what it lacks. */
export function itemLines(context: CardContext, item: ItemView, maxName = longestName): string[] {
  const executors = executorsText(context, item, namedInList, maxName);
  const facts = [...(executors ? [escapeHtml(executors)] : []), ...(hasTerm(item) ? [dueLine(context, item)] : [])];
  return [
    `<b>${item.number}.</b> ${escapeHtml(item.headline)}`,
    ...(facts.length > 0 ? [facts.join(' · ')] : []),
    ...lackLine(context, untoldLacks(item)),
    ...firstDoubt(context, openDoubts(item), maxName),
  ];
}

function lackLine(context: CardContext, missing: Lack[]): string[] {
  return missing.length > 0 ? [`❗️ ${missingText(context, { missing })}`] : [];
}

function firstDoubt({ app, locale }: CardContext, doubts: ItemView['doubts'], maxWords: number): string[] {
  const [first] = doubts;
  if (!first) return [];
  const { key, words } = first;
  const more = doubts.length > 1 ? ` · ${app.t(locale, 'resolutions-more', { n: doubts.length - 1 })}` : '';
  return [`⚠️ ${app.t(locale, key, { words: excerpt(words, maxWords) })}${more}`];
}

/** What an item lacks, in one line: 'нет исполнителя, нет срока'. */
export function missingText({ app, locale }: CardContext, item: { missing: Lack[] }): string {
  return item.missing.map((what) => app.t(locale, 'resolutions-lacks', { what })).join(', ');
}

/** One item with its whole text (cut at `maxText`), executors, date and form; `lacks` are fewer where its doubts are shown as well. */
export function itemInFull(
  context: CardContext,
  item: ItemView,
  maxText = Infinity,
  lacks: Lack[] = item.missing,
): string[] {
  const { app, locale } = context;
  const title = app.t(locale, 'resolutions-item', { number: item.number, kind: item.kind });
  const executors = executorsText(context, item, namedInFull);
  const [first = '', ...rest] = piecesOf(excerpt(textOf(item), maxText)).map(escapeHtml);
  return [
    // One line, so that no page ends with a title alone.
    `<b>${title}</b>\n${first}`,
    ...rest,
    ...(executors ? [app.t(locale, 'resolutions-executors', { names: executors })] : []),
    ...(hasTerm(item) ? [dueLine(context, item)] : []),
    ...readLines(context, item),
    ...(item.completionForm ? [app.t(locale, 'resolutions-form', { form: item.completionForm })] : []),
    ...lackLine(context, lacks),
  ];
}

/** What a document says of an item beside text, executors and date. */
function readLines({ app, locale }: CardContext, item: ItemView): string[] {
  const { recurrence, interimDues, indicators, programmes } = item;
  const days = interimDues.map((day) => printDate(locale, day)).join(', ');
  const figures = indicators.map(({ value, unit, norm }) => (norm ? `${norm}: ${value} ${unit}` : `${value} ${unit}`));
  return [
    ...(recurrence ? [recurrenceLine(app.t, locale, recurrence)] : []),
    ...(days ? [app.t(locale, 'resolutions-interim', { days })] : []),
    ...(figures.length > 0 ? [app.t(locale, 'resolutions-indicators', { figures: figures.join('; ') })] : []),
    ...(programmes.length > 0 ? [app.t(locale, 'resolutions-programmes', { names: programmes.join('; ') })] : []),
  ];
}

/** The whole resolution in pages that fit into a message; `before` are lines above it. */
export function wholeText(context: CardContext, view: ResolutionView, before: string[] = []): string[] {
  const lines = [
    ...before,
    ...headLines(context, view),
    ...heardLines(context, view),
    ...view.items.flatMap((item) => ['', ...itemInFull(context, item)]),
  ];
  return pagesOf(lines.map(measured));
}

/** What was heard: question, speaker and note; nothing where there was no sitting. */
export function heardLines({ app, locale }: CardContext, { heard }: ResolutionView): string[] {
  if (heard.length === 0) return [];
  const lines = heard.map(({ text, speaker, note }, index) => {
    const by = speaker ? ` (${escapeHtml(excerpt(postTitle(speaker, locale), 150))})` : '';
    return `${index + 1}. ${escapeHtml(text)}${by}${note ? `\n${escapeHtml(note)}` : ''}`;
  });
  return ['', `<b>${app.t(locale, 'resolutions-heard')}</b>`, ...lines];
}

/** The button that gives back the document a resolution was read from; no row without one. */
export function sourceRow(
  { app, locale }: Pick<CardContext, 'app' | 'locale'>,
  { hasSource, resolutionId }: ResolutionView,
): Keyboard {
  return hasSource ? [[button(app.t(locale, 'resolutions-button-source'), 'intake.source', resolutionId)]] : [];
}

/** Title of a resolution on a button or in a list: '№ 14 · 20.11.2026 · theme'. Plain text. */
export function lineLabel({ number, theme }: ResolutionLine): string {
  return excerpt(number ? `№ ${number} · ${theme}` : theme, 60);
}

/** A line with its length as it is read. */
export function measured(html: string): Line {
  const read = html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot);/g, '.');
  return { html, length: [...read].length };
}

function hasTerm({ term, due }: ItemView): boolean {
  return term !== 'dated' || due !== null;
}

function executorsText({ app, locale }: CardContext, item: ItemView, named: number, maxName = longestName): string {
  const shares = item.participations.filter(({ state }) => state !== 'withdrawn');
  if (item.fanOut) return app.t(locale, 'resolutions-all-schools', { n: shares.length });
  const names = shares.slice(0, named).map(({ post }) => excerpt(executorName(post, locale), maxName));
  const more = shares.length > named ? [app.t(locale, 'resolutions-more', { n: shares.length - named })] : [];
  return [...names, ...more].join('; ');
}
