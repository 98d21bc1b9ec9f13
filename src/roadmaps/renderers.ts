// Messages of roadmaps that nobody asked for: the question to whoever approves, and what the drafter hears.
import type { App } from '../app.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import type { Locale } from '../texts.ts';
import { button } from '../telegram/buttons.ts';
import { approvalMessage } from './messages.ts';
import { roadmapView } from './queries.ts';

/** Who writes which message about roadmaps. */
export const roadmapsRenderers: Renderers = {
  'roadmaps.ask': renderAsk,
  'roadmaps.approved': renderOutcome('approved'),
  'roadmaps.returned': renderOutcome('returned'),
  'roadmaps.closed': renderOutcome('closed'),
};

async function load(app: App, { data }: MessageRow) {
  const { roadmapId } = data;
  const view = typeof roadmapId === 'number' ? await roadmapView(app, roadmapId) : null;
  return view && view.state !== 'cancelled' ? view : null;
}

async function renderAsk(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const view = await load(app, row);
  if (view?.state !== 'draft') return null;
  const { html, keyboard } = approvalMessage(app, locale, view);
  return { text: html, keyboard };
}

function renderOutcome(what: 'approved' | 'returned' | 'closed') {
  return async (app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> => {
    const view = await load(app, row);
    if (!view) return null;
    const reason = String(row.data['reason'] ?? '');
    const unreached = Number(row.data['unreached'] ?? 0);
    const text = app.t(locale, `roadmaps-told-${what}`, { name: view.name, reason, unreached });
    return { text, keyboard: [[button(app.t(locale, 'roadmaps-button-open'), 'roadmaps.show', view.roadmapId, 0)]] };
  };
}
