// The message about a hand-over that the sender writes.
import type { App } from '../app.ts';
import { postNames } from '../history/queries.ts';
import { postTitle } from '../org/messages.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';

export const handOverRenderers: Renderers = { 'documents.hand-over': renderAct };

async function renderAct(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const eventId = Number(row.data['eventId']);
  const post = (await postNames(app, [row.subjectId ?? 0])).get(row.subjectId ?? 0);
  if (!post || !Number.isInteger(eventId)) return null;
  const text = app.t(locale, 'handover-told', { post: postTitle(post, locale) });
  return { text, keyboard: [[button(app.t(locale, 'handover-button'), 'documents.act', eventId, row.subjectId ?? 0)]] };
}
