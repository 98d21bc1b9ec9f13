// What is said of papers signed elsewhere: the panel of delegations, the summary before registering, what the chair is told.
import { postTitle } from '../org/messages.ts';
import { type CardContext, excerpt } from '../tasks/messages.ts';
import { button } from '../telegram/buttons.ts';
import { escapeHtml } from '../texts.ts';
import { printDay } from '../time.ts';
import { outcomeLines } from './chair-messages.ts';
import type { Panel } from './panel-messages.ts';
import type { Delegations } from './paper-queries.ts';
import type { ResolutionView } from './queries.ts';

/** Secretaries whom a chair lets register signed papers; a press on one gives the right or takes it back. */
export function delegationPanel({ app, locale }: CardContext, delegations: Delegations[]): Panel {
  const lines = delegations.flatMap(({ chair, delegates }) => [
    `<b>${escapeHtml(excerpt(postTitle(chair, locale), 150))}</b>`,
    app.t(locale, delegates.length > 0 ? 'resolutions-delegates' : 'resolutions-delegates-none'),
  ]);
  const keyboard = delegations.flatMap(({ chair, delegates }) =>
    delegates.map(({ post, holders, given }) => {
      const name = holders.length > 0 ? `${holders.join(', ')} · ${postTitle(post, locale)}` : postTitle(post, locale);
      const label = `${given ? '✅' : '☐'} ${excerpt(name, 58)}`;
      return [button(label, 'resolutions.delegate', chair.postId, post.postId, given ? 0 : 1)];
    }),
  );
  return { html: [app.t(locale, 'resolutions-delegate-head'), '', ...lines].join('\n'), keyboard };
}

/** Told to the chair: what was registered in its name, or that it was revoked. */
export function registeredPanel(context: CardContext, view: ResolutionView): Panel {
  const { app, locale } = context;
  if (view.state === 'cancelled')
    return {
      html: [...outcomeLines(context, view), app.t(locale, 'resolutions-paper-revoked')].join('\n'),
      keyboard: [],
    };
  const note = app.t(locale, 'resolutions-paper-told');
  const revoke = button(app.t(locale, 'resolutions-button-revoke'), 'resolutions.revoke', view.resolutionId);
  return { html: [note, '', ...outcomeLines(context, view)].join('\n'), keyboard: [[revoke]] };
}

/** '№ 12, 5 ноября 2026 г.': how the paper is named. */
export function paperLine({ app, locale }: CardContext, { number, day }: { number: string; day: string }): string {
  return app.t(locale, 'resolutions-paper-line', { number, day: printDay(locale, day) });
}
