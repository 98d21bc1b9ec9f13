// Messages of an update that was given up, written from its row.
import type { App } from '../app.ts';
import { clip, personName } from '../org/messages.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import type { Locale } from '../texts.ts';
import { printInstant } from '../time.ts';
import { findGivenUp, findSender } from './given-up-queries.ts';
import { saidIn, senderOf } from './given-up-rules.ts';

/** So much of what somebody wrote is said back to them. */
const longestWords = 200;

export const deliveryRenderers: Renderers = {
  'delivery.given-up': renderToSender,
  'delivery.given-up-admin': renderToAdmin,
};

async function renderToSender(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const kept = await findGivenUp(app, String(row.data['updateId']));
  const said = kept && saidIn(kept.update);
  if (!said) return null;
  const form = said.words === '' ? `${said.is}-unnamed` : said.is;
  return { text: app.t(locale, `given-up-${form}`, { words: clip(said.words, longestWords) }) };
}

/** Without the words: an administrator has no rights over content. */
async function renderToAdmin(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const kept = await findGivenUp(app, String(row.data['updateId']));
  if (!kept) return null;
  const person = await findSender(app, senderOf(kept.update));
  const text = app.t(locale, 'given-up-admin', {
    who: person ? personName(person) : app.t(locale, 'given-up-nobody'),
    what: app.t(locale, `given-up-what-${saidIn(kept.update)?.is ?? 'other'}`),
    at: printInstant(app.zone, kept.receivedAt),
    deaths: kept.attempts,
    update: String(kept.update.update_id),
  });
  return { text };
}
