// What intake says: what was read, who has a document already, and what a message of several tasks may become. HTML.
import type { App } from '../app.ts';
import type { ResolutionView } from '../resolutions/queries.ts';
import { isIdle } from '../resolutions/review-rules.ts';
import { isEditable, isWaiting } from '../resolutions/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale } from '../texts.ts';
import { printInstant } from '../time.ts';

export type Said = { html: string; keyboard: Keyboard };

/** A document somebody else works on, or that is adopted already; for its own drafter the panel says it all. */
export function knownMessage(app: App, locale: Locale, view: ResolutionView, drafter: string): Said {
  if (!isEditable(view)) {
    const state = isWaiting(view) ? 'waiting' : view.state;
    return { html: app.t(locale, 'intake-done', { theme: view.theme, state }), keyboard: [] };
  }
  const time = printInstant(app.zone, view.touchedAt);
  const idle = isIdle(view, app.now());
  const html = app.t(locale, 'intake-taken', { name: drafter, time, idle: idle ? 'yes' : 'no' });
  const take = button(app.t(locale, 'intake-button-take-over'), 'resolutions.take-over', view.resolutionId);
  return { html, keyboard: idle ? [[take]] : [] };
}

/** The question under a message that holds several tasks. */
export function severalMessage(app: App, locale: Locale, n: number): Said {
  return {
    html: app.t(locale, 'intake-several', { n }),
    keyboard: [
      [button(app.t(locale, 'intake-button-review', { n }), 'intake.review')],
      [button(app.t(locale, 'intake-button-one'), 'tasks.astask')],
    ],
  };
}

/** "Is it a protocol or a report?", for whoever both drafts resolutions and owes reports. */
export function documentOrReport(app: App, locale: Locale, verb: 'intake.document' | 'intake.review'): Said {
  const choices = [
    button(app.t(locale, 'intake-button-document'), verb),
    button(app.t(locale, 'intake-button-report'), 'reports.kind', 'f', 0),
  ];
  return { html: app.t(locale, 'intake-document-or-report'), keyboard: [choices] };
}
