// Messages of resolutions that nobody asked for: the question to the chair, and what the drafter hears of it.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { MessageRow, Renderer, Renderers } from '../outbox/rules.ts';
import { type CardContext, excerpt, executorName, fitted, longestName } from '../tasks/messages.ts';
import { warningsFor } from '../tasks/gate-queries.ts';
import { shareView } from '../tasks/queries.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { agreementLine, agreementPanel } from './agreement-messages.ts';
import { adoptionPanel, issueButton, outcomeLines, outcomePanel } from './chair-messages.ts';
import { headLines, itemInFull } from './messages.ts';
import { registeredPanel } from './paper-messages.ts';
import { resolutionView, type ResolutionView } from './queries.ts';
import { isWaiting, openStates } from './rules.ts';

type Shown = { html: string; keyboard?: ReturnType<typeof button>[][] } | null;
type Writer = (context: CardContext, view: ResolutionView, row: MessageRow) => Shown | Promise<Shown>;

export const resolutionsRenderers: Renderers = {
  'resolutions.for-adoption': rendered(async (context, view, row) => {
    const asked = isWaiting(view) && view.sentAt?.getTime() === row.data['sentAt'];
    if (!asked) return outcomePanel(context, view) as Shown;
    return adoptionPanel(context, view, { warnings: await warningsFor(context.app, view.items) }) as Shown;
  }),
  'resolutions.item-ready': rendered(
    (context, view, row) => {
      const item = view.items.find(({ taskId }) => taskId === row.subjectId);
      if (!item) return null;
      const waits = item.state === 'draft' && item.missing.length === 0;
      const note = context.app.t(context.locale, waits ? 'resolutions-item-ready' : 'resolutions-item-settled');
      const head = [note, '', ...headLines(context, view), ''];
      const html = fitted((maxText) => [...head, ...itemInFull(context, item, maxText)].join('\n'), maxTaskText);
      return { html, keyboard: waits ? [[issueButton(context, item)]] : [] };
    },
    (row) => row.data['resolutionId'],
  ),
  'resolutions.adopted': rendered((context, view, row) => {
    const unreached = Number(row.data['unreached'] ?? 0);
    const note = unreached > 0 ? [context.app.t(context.locale, 'resolutions-unreached', { n: unreached })] : [];
    return { html: [...outcomeLines(context, view), ...note].join('\n'), keyboard: [[open(context, view)]] };
  }),
  'resolutions.sent-back': rendered((context, view, row) => {
    const reason = context.app.t(context.locale, 'resolutions-sent-back', { reason: String(row.data['reason'] ?? '') });
    return { html: [`↩️ ${reason}`, '', ...headLines(context, view)].join('\n'), keyboard: [[open(context, view)]] };
  }),
  'resolutions.taken-over': rendered((context, view) => ({
    html: [context.app.t(context.locale, 'resolutions-taken-over'), '', ...headLines(context, view)].join('\n'),
  })),
  'resolutions.registered': rendered((context, view) =>
    view.paper ? (registeredPanel(context, view) as Shown) : null,
  ),
  'resolutions.revoked': rendered((context, view, row) => {
    const reason = context.app.t(context.locale, 'resolutions-paper-revoked-because', {
      reason: String(row.data['reason'] ?? ''),
    });
    return { html: [`↩️ ${reason}`, '', ...headLines(context, view)].join('\n') };
  }),
  'resolutions.to-agree': rendered((context, view, row) => {
    const { postId, askedAt } = row.data;
    const asked = view.agreements.find(({ post }) => post.postId === postId);
    if (!asked)
      return {
        html: [context.app.t(context.locale, 'resolutions-agree-withdrawn'), '', ...headLines(context, view)].join(
          '\n',
        ),
      };
    // Asked anew in a message of its own: the earlier one only says so.
    if (asked.askedAt.getTime() !== askedAt)
      return {
        html: [context.app.t(context.locale, 'resolutions-agree-changed'), '', ...headLines(context, view)].join('\n'),
      };
    return agreementPanel(context, view, asked) as Shown;
  }),
  'resolutions.agree-reminder': rendered((context, view, row) => {
    const { postId, askedAt } = row.data;
    const asked = view.agreements.find(({ post, state }) => post.postId === postId && state === 'asked');
    if (!asked || asked.askedAt.getTime() !== askedAt || !openStates.includes(view.state)) return null;
    const { html, keyboard } = agreementPanel(context, view, asked);
    return { html: `${context.app.t(context.locale, 'resolutions-agree-reminder')}\n\n${html}`, keyboard } as Shown;
  }),
  'resolutions.objected': rendered((context, view, row) => {
    const objection = view.agreements.find(({ agreementId }) => agreementId === row.data['agreementId']);
    if (!objection) return null;
    const name = excerpt(executorName(objection.post, context.locale), longestName);
    const remark = String(row.data['comment'] ?? '');
    const html = [
      context.app.t(context.locale, 'resolutions-objected', { name, remark }),
      '',
      ...headLines(context, view),
    ];
    return { html: html.join('\n'), keyboard: [[open(context, view)]] };
  }),
  'resolutions.agreed': rendered((context, view) => {
    const html = [
      context.app.t(context.locale, 'resolutions-agreed'),
      ...agreementLine(context, view),
      '',
      ...headLines(context, view),
    ];
    return { html: html.join('\n'), keyboard: [[open(context, view)]] };
  }),
  'resolutions.share-withdrawn': renderWithdrawn,
  'resolutions.closed': rendered((context, view) => ({ html: outcomeLines(context, view).join('\n') })),
};

/** Told to an executor who was taken out of an item. */
async function renderWithdrawn(app: App, row: MessageRow, [locale = 'kk']: Locale[]) {
  const found = row.subjectId === null ? null : await shareView(app, row.subjectId);
  if (found?.share.state !== 'withdrawn') return null;
  const { number, headline } = found.task;
  const reason = String(row.data['reason'] ?? '');
  return { text: app.t(locale, 'resolutions-share-withdrawn', { number: number ?? '', headline, reason }) };
}

function rendered(write: Writer, idOf: (row: MessageRow) => unknown = (row) => row.subjectId): Renderer {
  return async (app: App, row: MessageRow, [locale = 'kk']: Locale[]) => {
    const view = await resolutionView(app, Number(idOf(row)));
    const shown = view && (await write({ app, calendar: await loadCalendar(app), locale }, view, row));
    return shown ? { text: shown.html, keyboard: shown.keyboard ?? [] } : null;
  };
}

function open({ app, locale }: CardContext, view: ResolutionView) {
  return button(app.t(locale, 'resolutions-button-open'), 'resolutions.panel', view.resolutionId, 0);
}
