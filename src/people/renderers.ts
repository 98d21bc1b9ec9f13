// Messages about people that the sender writes: claims and their decisions.
import type { App } from '../app.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import type { Locale } from '../texts.ts';
import { claimMessage, decidedMessage } from './claim-messages.ts';
import { claimView } from './claim-queries.ts';

export const peopleRenderers: Renderers = {
  'people.claim': renderClaim,
  'people.claim-decided': renderDecided,
};

async function renderClaim(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const claim = await claimView(app, row.subjectId ?? 0);
  return claim && claimMessage(app.t, locales[0] ?? 'kk', app.zone, claim);
}

async function renderDecided(app: App, row: MessageRow): Promise<Rendered | null> {
  const claim = await claimView(app, row.subjectId ?? 0);
  return claim && claim.state !== 'open' ? decidedMessage(app.t, claim) : null;
}
