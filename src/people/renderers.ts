// Messages about people that the sender writes: claims and their decisions, a post lost or vacant, an account unbound.
import type { App } from '../app.ts';
import { postTitle } from '../org/messages.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import { isLocale, type Locale } from '../texts.ts';
import { printDay } from '../time.ts';
import { claimMessage, decidedMessage } from './claim-messages.ts';
import { claimView } from './claim-queries.ts';
import { erasureMessage } from './privacy-messages.ts';
import { erasureFacts } from './privacy-queries.ts';
import { postFacts, seatFacts } from './queries.ts';

export const peopleRenderers: Renderers = {
  'people.claim': renderClaim,
  'people.claim-decided': renderDecided,
  'people.ended': renderEnded,
  'people.vacant': renderVacant,
  'people.substitutes': renderSubstitutes,
  'people.erasure': renderErasure,
  'people.erasure-refused': async (app, _row, locales) => ({
    text: app.t(locales[0] ?? 'kk', 'people-erasure-refused'),
  }),
  'people.unbound': renderUnbound,
};

async function renderClaim(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const claim = await claimView(app, row.subjectId ?? 0);
  return claim && claimMessage(app.t, locales[0] ?? 'kk', app.zone, claim);
}

async function renderDecided(app: App, row: MessageRow): Promise<Rendered | null> {
  const claim = await claimView(app, row.subjectId ?? 0);
  return claim && claim.state !== 'open' ? decidedMessage(app.t, claim) : null;
}

/** To who does not hold the post any more; null when they do again. */
async function renderEnded(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const post = await postFacts(app, row.subjectId ?? 0);
  if (!post || post.personIds.includes(row.personId ?? 0)) return null;
  return { text: app.t(locale, 'people-ended', { post: postTitle(post, locale) }) };
}

/** To who looks after that part of the tree; null when the post is held again. */
async function renderVacant(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const post = await postFacts(app, row.subjectId ?? 0);
  if (!post || post.held) return null;
  const text = app.t(locale, 'people-vacant-told', { post: postTitle(post, locale), tasks: post.openTasks });
  return { text, keyboard: [[button(app.t(locale, 'people-button-appoint'), 'people.ask', 'appoint', post.postId)]] };
}

/** To who will act on a post; null when that was taken back. */
async function renderSubstitutes(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const locale = locales[0] ?? 'kk';
  const seat = await seatFacts(app, row.subjectId ?? 0);
  if (!seat?.to) return null;
  const days = { from: printDay(locale, seat.from), to: printDay(locale, seat.to) };
  return { text: app.t(locale, 'people-substitutes', { post: postTitle(seat.post, locale), ...days }) };
}

/** To an administrator: somebody asks to be erased, and what became of it. */
async function renderErasure(app: App, row: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const facts = await erasureFacts(app, row.subjectId ?? 0);
  return facts && erasureMessage(app.t, locales[0] ?? 'kk', app.zone, facts);
}

/** To an account that is nobody any more: the language is the one it had. */
async function renderUnbound(app: App, row: MessageRow): Promise<Rendered | null> {
  const { locale } = row.data;
  const spoken = typeof locale === 'string' && isLocale(locale) ? locale : app.config.defaultLanguage;
  return { text: app.t(spoken, 'people-unbound') };
}
