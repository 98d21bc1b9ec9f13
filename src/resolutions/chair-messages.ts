// What the chair reads and presses: the whole text with Adopt and Send back, and what became of it.
import { warningLines } from '../tasks/gate-messages.ts';
import type { Warning } from '../tasks/gate-rules.ts';
import { type CardContext, excerpt } from '../tasks/messages.ts';
import { button, plain, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { printDay, printInstant } from '../time.ts';
import { agreementLine, agreementRow } from './agreement-messages.ts';
import { headLines, missingText, sourceRow, wholeText } from './messages.ts';
import type { Panel } from './panel-messages.ts';
import type { ItemView, ResolutionView } from './queries.ts';
import { adoptedStates, isWaiting, openStates } from './rules.ts';

/** Remarks of the quality gate by item. */
type ItemWarnings = ReadonlyMap<number, readonly Warning[]>;

/** Remarks shown in the question, and their longest length in characters. */
const shownRemarks = 6;
const longestRemark = 220;

/** The question to the chair, page by page; the buttons stand under every page. */
export function adoptionPanel(
  context: CardContext,
  view: ResolutionView,
  { page = 0, warnings = new Map() }: { page?: number; warnings?: ItemWarnings } = {},
): Panel {
  const { app, locale } = context;
  const incomplete = view.items.filter(({ missing }) => missing.length > 0);
  const notes = [
    app.t(locale, 'resolutions-ask-adopt', { n: view.items.length }),
    ...agreementLine(context, view),
    ...(incomplete.length > 0 ? [app.t(locale, 'resolutions-ask-incomplete', { numbers: numbers(incomplete) })] : []),
    ...gateLines(context, view, warnings),
  ];
  const pages = wholeText(context, view, [...notes, '']);
  const at = Math.min(page, pages.length - 1);
  const foot =
    pages.length > 1 ? `\n\n${app.t(locale, 'resolutions-page', { page: at + 1, pages: pages.length })}` : '';
  const html = `${pages[at] ?? ''}${foot}`;
  return {
    html,
    keyboard: [
      ...turns('resolutions.read', [view.resolutionId], at, pages.length - 1),
      decide(context, view),
      ...agreementRow(context, view),
      ...sourceRow(context, view),
    ],
  };
}

/** What the quality gate says of the items before they are issued: how many remarks there are, and the first of them. */
function gateLines(context: CardContext, { items }: ResolutionView, warnings: ItemWarnings): string[] {
  const { app, locale } = context;
  const all = items.flatMap((item) =>
    warningLines({ t: app.t, locale }, item, warnings.get(item.taskId) ?? []).map((line) =>
      escapeHtml(`№ ${item.number}: ${excerpt(plain(line), longestRemark)}`),
    ),
  );
  if (all.length === 0) return [];
  const more = all.length - shownRemarks;
  return [
    app.t(locale, 'resolutions-ask-remarks', { n: all.length }),
    ...all.slice(0, shownRemarks),
    ...(more > 0 ? [app.t(locale, 'resolutions-more', { n: more })] : []),
  ];
}

function decide({ app, locale }: CardContext, view: ResolutionView) {
  const sent = (view.sentAt?.getTime() ?? 0).toString(36);
  return [
    button(app.t(locale, 'resolutions-button-adopt'), 'resolutions.adopt', view.resolutionId, sent),
    button(app.t(locale, 'resolutions-button-return'), 'resolutions.return', view.resolutionId),
  ];
}

/** What became of a resolution that lay with the chair: taken back, adopted with the items issued and left, closed. */
export function outcomePanel(context: CardContext, view: ResolutionView): Panel {
  const { app, locale } = context;
  if (isWaiting(view) || openStates.includes(view.state) || view.state === 'cancelled') {
    return {
      html: [...headLines(context, view), '', app.t(locale, 'resolutions-back-with-drafter')].join('\n'),
      keyboard: [],
    };
  }
  const left = view.items.filter(({ state }) => state === 'draft');
  const issue = left.filter(({ missing }) => missing.length === 0).map((item) => [issueButton(context, item)]);
  const amend = button(app.t(locale, 'resolutions-button-amend'), 'resolutions.amend', view.resolutionId, 0);
  const inForce = adoptedStates.includes(view.state) ? [[amend]] : [];
  return {
    html: outcomeLines(context, view).join('\n'),
    keyboard: [...issue, ...inForce, ...afterRows(context, view)],
  };
}

/** What anybody may open of a resolution in force, who sees it at all. */
export function afterRows({ app, locale }: Pick<CardContext, 'app' | 'locale'>, view: ResolutionView): Keyboard {
  const { resolutionId, version } = view;
  const table = button(app.t(locale, 'resolutions-button-execution'), 'documents.execution', resolutionId, 0);
  const versions = button(app.t(locale, 'resolutions-button-versions'), 'resolutions.versions', resolutionId, 0);
  const past = button(app.t(locale, 'history-button-asof'), 'history.asof', resolutionId);
  return [[table, past], ...(version > 1 ? [[versions]] : [])];
}

/** The same for the drafter. */
export function outcomeLines(context: CardContext, view: ResolutionView): string[] {
  const { app, locale } = context;
  const issued = view.items.filter(({ state }) => state !== 'draft');
  const left = view.items.filter(({ state }) => state === 'draft');
  const time = printInstant(app.zone, view.closedAt ?? view.adoptedAt ?? app.now());
  const state = view.state === 'closed' ? 'closed' : 'adopted';
  return [
    ...headLines(context, view),
    '',
    `✅ ${app.t(locale, 'resolutions-outcome', { state, time })}`,
    ...(view.paper
      ? [app.t(locale, 'resolutions-paper-line', { number: view.paper.number, day: printDay(locale, view.paper.day) })]
      : []),
    ...(issued.length > 0 ? [app.t(locale, 'resolutions-issued', { numbers: numbers(issued) })] : []),
    ...(left.length > 0 ? [app.t(locale, 'resolutions-not-issued')] : []),
    ...left.map((item) => `• № ${item.number}: ${missingText(context, item) || app.t(locale, 'resolutions-ready')}`),
  ];
}

/** A press that issues one item completed after the adoption. */
export function issueButton({ app, locale }: CardContext, item: ItemView) {
  return button(app.t(locale, 'resolutions-button-issue', { number: item.number }), 'resolutions.issue', item.taskId);
}

function numbers(items: ItemView[]): string {
  return items.map(({ number }) => number).join(', ');
}
