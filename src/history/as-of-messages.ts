// The state of a resolution on a past day in words: item, executor, state and date as of that day.
import type { App } from '../app.ts';
import { clip, nameIn } from '../org/messages.ts';
import { signed } from '../tasks/mark-messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDay, printDayShort } from '../time.ts';
import type { AsOf, ResolutionChoice } from './as-of-queries.ts';
import { type PastShare, shareTotals } from './as-of-rules.ts';

type Context = { app: App; locale: Locale };
type Panel = { html: string; keyboard: Keyboard };

const perPage = 6;
const listed = 5;

/** A page (from 0) of the table. HTML and buttons. */
export function asOfMessage(context: Context, asOf: AsOf, page: number): Panel {
  const { app, locale } = context;
  const { view, day, items, later, state } = asOf;
  const last = Math.max(0, Math.ceil(items.length / perPage) - 1);
  const at = Math.min(page, last);
  const shown = items.slice(at * perPage, (at + 1) * perPage);
  const heading = app.t(locale, 'history-asof-title', { day: printDay(locale, day) });
  const theme = clip(view.theme, 150);
  const html = [
    `<b>${heading}</b>`,
    view.number
      ? app.t(locale, 'history-asof-of', { number: view.number, theme })
      : app.t(locale, 'history-asof-of-bare', { theme }),
    ...(state ? [app.t(locale, 'history-asof-state', { state })] : []),
    ...totalLines(context, asOf),
    ...shown.flatMap((item) => ['', ...itemLines(context, asOf, item)]),
    ...(later > 0 ? ['', app.t(locale, 'history-asof-later', { n: later })] : []),
  ].join('\n');
  const digits = day.replaceAll('-', '');
  const turn = (label: string, to: number) => button(label, 'history.table', view.resolutionId, digits, to);
  const turns = [...(at > 0 ? [turn(`‹ ${at}`, at - 1)] : []), ...(at < last ? [turn(`${at + 2} ›`, at + 1)] : [])];
  const file = button(
    app.t(locale, 'documents-button-execution-file'),
    'documents.execution-file',
    view.resolutionId,
    digits,
  );
  const again = button(app.t(locale, 'history-button-other-day'), 'history.asof', view.resolutionId);
  return { html, keyboard: [...(turns.length > 0 ? [turns] : []), [file, again]] };
}

/** 'Долей исполнителей: 12. …', recommendations in a line of their own; nothing where no share is seen. */
export function totalLines({ app, locale }: Context, { items }: Pick<AsOf, 'items'>): string[] {
  const { advisory, ...binding } = shareTotals(items);
  if (binding.all + advisory === 0) return [];
  return [
    app.t(locale, 'history-asof-totals', binding),
    ...(advisory > 0 ? [app.t(locale, 'history-asof-advisory', { n: advisory })] : []),
  ];
}

function itemLines(context: Context, asOf: AsOf, item: AsOf['items'][number]): string[] {
  const { app, locale } = context;
  const title = app.t(locale, 'history-asof-item', { number: item.number, state: item.state });
  if (item.discreet) return [`<b>${title}</b>`, app.t(locale, 'history-asof-discreet')];
  const hidden = item.all - Math.min(item.shares.length, listed);
  return [
    signed(item.special, `<b>${title}</b>`),
    ...item.shares.slice(0, listed).map((share) => `• ${shareText(context, asOf, share)}`),
    ...(hidden > 0 ? [`• ${app.t(locale, 'history-more', { n: hidden })}`] : []),
  ];
}

function shareText({ app, locale }: Context, { posts }: AsOf, share: PastShare): string {
  const post = posts.get(share.postId);
  const name = post ? escapeHtml(clip(nameIn(post.org, locale), 60)) : '—';
  const late = share.overdue ? ` · ⚠️ ${app.t(locale, 'history-asof-overdue')}` : '';
  return `${name}: ${app.t(locale, 'history-state', { state: share.state })}${dates(share)}${late}`;
}

function dates({ due, firstDue }: PastShare): string {
  if (!due) return '';
  const first = firstDue && firstDue !== due ? `${printDayShort(firstDue)} → ` : '';
  return ` · ${first}${printDayShort(due)}`;
}

/** The resolutions to choose from. */
export function choicesMessage({ app, locale }: Context, choices: ResolutionChoice[]): Panel {
  if (choices.length === 0) return { html: app.t(locale, 'history-asof-none'), keyboard: [] };
  const rows = choices.map(({ resolutionId, theme, day, number }) => [
    button(clip(`${number ? `№ ${number} · ` : ''}${printDayShort(day)} · ${theme}`, 60), 'history.asof', resolutionId),
  ]);
  return { html: app.t(locale, 'history-asof-which'), keyboard: rows };
}
