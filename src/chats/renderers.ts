// Messages about groups that the sender writes: a group or topic that takes no messages any more.
import type { App } from '../app.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import type { Locale } from '../texts.ts';
import { placeClosedText } from './messages.ts';
import { findPlaceById } from './queries.ts';

export const chatsRenderers: Renderers = { 'chats.place-closed': renderClosed };

async function renderClosed(
  app: App,
  { subjectId, data }: MessageRow,
  [locale = 'kk']: Locale[],
): Promise<Rendered | null> {
  const place = subjectId === null ? null : await findPlaceById(app, subjectId);
  return place && { text: placeClosedText(app.t, locale, place, data['why'] === 'topic' ? 'topic' : 'rights') };
}
