// How agreeing looks: the question with what concerns the reader, and who said what. HTML.
import { escapeHtml } from '../texts.ts';
import { type CardContext, excerpt, executorName, fitted, longestName } from '../tasks/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { printDay } from '../time.ts';
import type { AgreementView } from './agreement-queries.ts';
import { concernOf, countAgreements } from './agreement-rules.ts';
import { headLines, itemInFull, measured } from './messages.ts';
import type { Panel } from './panel-messages.ts';
import type { ResolutionView } from './queries.ts';
import { isEditable, openStates, pagesOf } from './rules.ts';

const marks = { asked: '⏳', agreed: '✅', objected: '❌' };
/** Longest remark shown in the list of answers, in characters. */
const shownRemark = 250;

/** The question to one post, page by page: its own items only, and the buttons while the answer counts. */
export function agreementPanel(context: CardContext, view: ResolutionView, row: AgreementView, page = 0): Panel {
  const { app, locale } = context;
  const items = concernOf(view.items, row.post, view.rootOrgId);
  const open = openStates.includes(view.state);
  const term = view.agreeBy ? [app.t(locale, 'resolutions-agree-by', { day: printDay(locale, view.agreeBy) })] : [];
  const lines = [
    app.t(locale, open ? 'resolutions-agree-question' : 'resolutions-agree-over', { n: items.length }),
    ...(open ? term : []),
    ...answerLines(context, row),
    '',
    ...headLines(context, view),
    // A draft that is settled has its own cards.
    ...(open ? items.flatMap((item) => ['', ...itemInFull(context, item, Infinity, [])]) : []),
  ];
  const pages = pagesOf(lines.map(measured));
  const at = Math.min(page, pages.length - 1);
  const foot =
    pages.length > 1 ? `\n\n${app.t(locale, 'resolutions-page', { page: at + 1, pages: pages.length })}` : '';
  const keyboard = open
    ? [...turns('resolutions.agree-read', [row.agreementId], at, pages.length - 1), answerRow(context, row)]
    : [];
  return { html: `${pages[at] ?? ''}${foot}`, keyboard };
}

function answerLines({ app, locale }: CardContext, { state, comment }: AgreementView): string[] {
  if (state === 'agreed') return [`${marks.agreed} ${app.t(locale, 'resolutions-agree-given-now')}`];
  if (state !== 'objected') return [];
  return [
    `${marks.objected} ${app.t(locale, 'resolutions-objected-now', { remark: excerpt(comment ?? '', shownRemark) })}`,
  ];
}

function answerRow({ app, locale }: CardContext, { agreementId, state, askedAt }: AgreementView) {
  const asked = askedAt.getTime().toString(36);
  const agree = button(app.t(locale, 'resolutions-button-agree'), 'resolutions.agree', agreementId, asked);
  const object = button(app.t(locale, 'resolutions-button-object'), 'resolutions.object', agreementId, asked);
  return state === 'agreed' ? [object] : [agree, object];
}

/** 'Согласование: 3 из 5, возражений: 1, до 27 ноября': none where nobody was asked. */
export function agreementLine({ app, locale }: CardContext, view: ResolutionView): string[] {
  if (view.agreements.length === 0) return [];
  const { agreed, objected, total } = countAgreements(view.agreements);
  const day = view.agreeBy ? printDay(locale, view.agreeBy) : '';
  return [app.t(locale, 'resolutions-agreement', { agreed, objected, total, day })];
}

/** The button to who said what; no row where nobody was asked. */
export function agreementRow({ app, locale }: CardContext, view: ResolutionView): Keyboard {
  if (view.agreements.length === 0) return [];
  return [[button(app.t(locale, 'resolutions-button-agreements'), 'resolutions.agreements', view.resolutionId, 0)]];
}

const perPage = 15;

/** Who was asked, who agreed, who objected with what: for the drafter and the chair. `back` is the button's verb. */
export function agreementsPanel(context: CardContext, view: ResolutionView, page: number, back: string): Panel {
  const { app, locale } = context;
  const order = ['objected', 'asked', 'agreed'];
  const rows = view.agreements.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const last = Math.max(0, Math.ceil(rows.length / perPage) - 1);
  const at = Math.min(page, last);
  const line = (row: AgreementView, maxRemark: number): string => {
    const name = escapeHtml(excerpt(executorName(row.post, locale), longestName));
    const remark = row.comment ? `: ${escapeHtml(excerpt(row.comment, maxRemark))}` : '';
    return `${marks[row.state]} ${name}${remark}`;
  };
  const turn = [
    ...(at > 0 ? [button(`‹ ${at}`, 'resolutions.agreements', view.resolutionId, at - 1)] : []),
    ...(at < last ? [button(`${at + 2} ›`, 'resolutions.agreements', view.resolutionId, at + 1)] : []),
  ];
  const home = [button(app.t(locale, 'resolutions-button-back'), back, view.resolutionId, 0)];
  const unask =
    back === 'resolutions.panel' && isEditable(view)
      ? [[button(app.t(locale, 'resolutions-button-unask'), 'resolutions.unask', view.resolutionId)]]
      : [];
  const shown = rows.slice(at * perPage, (at + 1) * perPage);
  const html = fitted(
    (maxRemark) =>
      [
        ...headLines(context, view),
        '',
        ...agreementLine(context, view),
        ...shown.map((row) => line(row, maxRemark)),
      ].join('\n'),
    shownRemark,
    40,
  );
  return { html, keyboard: [...(turn.length > 0 ? [turn] : []), ...unask, home] };
}
