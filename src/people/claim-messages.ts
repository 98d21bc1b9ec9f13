// "This is me" on screen: the list in a group, the list of posts and the consent in private, the question to whoever decides.
import { inLanguages } from '../chats/messages.ts';
import type { PlaceInfo } from '../chats/queries.ts';
import { languageNames } from '../org/help-messages.ts';
import { clip, nameIn, orgName, postTitle } from '../org/messages.ts';
import type { Rendered } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, locales, type Locale, raw, type T } from '../texts.ts';
import { printInstant } from '../time.ts';
import type { ClaimablePost, ClaimView } from './claim-queries.ts';
import { indexSize, leafSize, partOf } from './claim-rules.ts';

export type Screen = { html: string; keyboard: Keyboard };

/** Posts named on one page in a group. */
const named = 10;
const longestLabel = 60;

const titleOf = (post: ClaimablePost, locale: Locale): string =>
  postTitle({ ...post, org: { nameKk: post.orgNameKk, nameRu: post.orgNameRu } }, locale);

/** 'School No 12, Head': the body first, for lists sorted by it. */
const bodyFirst = (post: ClaimablePost, locale: Locale): string => {
  const org = nameIn({ nameKk: post.orgNameKk, nameRu: post.orgNameRu }, locale);
  return clip(`${clip(org, 38)}, ${nameIn(post, locale)}`, longestLabel);
};

/** In the group: which posts have never started the bot, by title, in the group's languages, with a way in. */
export function missingMessage(t: T, place: PlaceInfo, posts: ClaimablePost[], page: number, link: string): Screen {
  const { languages, placeId } = place;
  const first = languages[0] ?? 'kk';
  if (posts.length === 0)
    return { html: inLanguages(languages, (locale) => t(locale, 'people-missing-none')), keyboard: [] };
  const { rows, at, count } = partOf(posts, named, page);
  const html = inLanguages(languages, (locale) => {
    const lines = rows.map((post) => `• ${escapeHtml(clip(titleOf(post, locale), 90))}`);
    return [t(locale, 'people-missing', { total: posts.length }), ...lines, t(locale, 'people-missing-how')].join('\n');
  });
  const label = inLanguages(languages.slice(0, 2), (locale) => t(locale, 'people-button-me')).replace(/\n+/g, ' / ');
  const turns = turnButtons('people.missing', [placeId], at, count);
  return {
    html,
    keyboard: [[{ text: label || t(first, 'people-button-me'), url: link }], ...turns],
  };
}

/** `sealed` names the place, in every button of the list. */
export type Listing = { locale: Locale; sealed: string; posts: ClaimablePost[] };

/** In private: the posts to choose from; a long list begins with ranges of it. */
export function claimIndex(t: T, { locale, sealed, posts }: Listing, page = 0): Screen {
  if (posts.length === 0) return { html: t(locale, 'people-claim-none'), keyboard: [] };
  if (posts.length <= leafSize) return claimLeaf(t, { locale, sealed, posts }, 0);
  const leaves = Array.from({ length: Math.ceil(posts.length / leafSize) }, (_, leaf) => leaf);
  const { rows, at, count } = partOf(leaves, indexSize, page);
  const short = (post: ClaimablePost | undefined): string =>
    post ? clip(nameIn({ nameKk: post.orgNameKk, nameRu: post.orgNameRu }, locale), 28) : '';
  const ranges = rows.map((leaf) => {
    const part = posts.slice(leaf * leafSize, (leaf + 1) * leafSize);
    return [button(`${short(part[0])} … ${short(part.at(-1))}`, 'people.claim-leaf', locale, sealed, leaf)];
  });
  const turns = turnButtons('people.claim-index', [locale, sealed], at, count);
  const html = t(locale, 'people-claim-choose', { total: posts.length });
  return { html, keyboard: [...ranges, ...turns, languageRow(locale, sealed)] };
}

/** One range of posts, each a button. */
export function claimLeaf(t: T, { locale, sealed, posts }: Listing, leaf: number): Screen {
  const { rows, at, count } = partOf(posts, leafSize, leaf);
  const buttons = rows.map((post) => [
    button(bodyFirst(post, locale), 'people.claim-post', locale, sealed, post.postId),
  ]);
  const turns = turnButtons('people.claim-leaf', [locale, sealed], at, count);
  const back = count > 1 ? [[button(t(locale, 'people-button-back'), 'people.claim-index', locale, sealed, 0)]] : [];
  const html = t(locale, 'people-claim-choose', { total: posts.length });
  return { html, keyboard: [...buttons, ...turns, ...back, languageRow(locale, sealed)] };
}

/** Before a claim: the post, and what is stored (the text of an invitation). */
export function claimConsent(t: T, locale: Locale, sealed: string, post: ClaimablePost): Screen {
  const title = t(locale, 'people-claim-post', {
    post: nameIn(post, locale),
    org: orgName({ nameKk: post.orgNameKk, nameRu: post.orgNameRu }, locale),
  });
  const others = locales.filter((other) => other !== locale);
  return {
    html: [title, '', t(locale, 'org-join-consent'), '', t(locale, 'people-claim-question')].join('\n'),
    keyboard: [
      [button(t(locale, 'org-join-agree'), 'people.claim-take', locale, sealed, post.postId)],
      others.map((other) => button(languageNames[other], 'people.claim-post', other, sealed, post.postId)),
      [button(t(locale, 'people-button-back'), 'people.claim-index', locale, sealed, 0)],
    ],
  };
}

/** The question to whoever decides; once decided it says how, without buttons. */
export function claimMessage(t: T, locale: Locale, zone: string, claim: ClaimView): Rendered {
  const name = escapeHtml(clip(claim.displayName, 80));
  // Of an erased person the number of the account is gone.
  const account = claim.telegramId === 0 ? '–' : `<a href="tg://user?id=${claim.telegramId}">${name}</a>`;
  const lines = [
    t(locale, 'people-claim-asked', {
      account: raw(account),
      post: postTitle(claim.post, locale),
      at: printInstant(zone, claim.createdAt),
    }),
    ...(claim.knownAs === null ? [] : [t(locale, 'people-claim-known', { name: claim.knownAs })]),
  ];
  if (claim.state !== 'open') {
    const at = claim.decidedAt ? printInstant(zone, claim.decidedAt) : '';
    const how = { state: claim.state, name: claim.decidedBy ?? '–', at };
    return { text: [...lines, '', t(locale, 'people-claim-settled', how)].join('\n') };
  }
  const roster = claim.inRoster.join(', ');
  lines.push(roster === '' ? t(locale, 'people-claim-vacant') : t(locale, 'people-claim-roster', { name: roster }));
  lines.push('', t(locale, 'people-claim-check'));
  return {
    text: lines.join('\n'),
    keyboard: [
      [
        button(t(locale, 'people-button-confirm'), 'people.claim-confirm', claim.claimId),
        button(t(locale, 'people-button-refuse'), 'people.claim-refuse', claim.claimId),
      ],
    ],
  };
}

/** What the claimant is told. */
export function decidedMessage(t: T, claim: ClaimView): Rendered {
  const { locale } = claim;
  const post = postTitle(claim.post, locale);
  return { text: t(locale, claim.state === 'confirmed' ? 'people-claim-confirmed' : 'people-claim-refused', { post }) };
}

function languageRow(locale: Locale, sealed: string): Keyboard[number] {
  const others = locales.filter((other) => other !== locale);
  return others.map((other) => button(languageNames[other], 'people.claim-index', other, sealed, 0));
}

/** ◀ and ▶, where there is a page on that side. */
export function turnButtons(verb: string, args: (string | number)[], at: number, count: number): Keyboard {
  const row = [
    ...(at > 0 ? [button('◀', verb, ...args, at - 1)] : []),
    ...(at + 1 < count ? [button('▶', verb, ...args, at + 1)] : []),
  ];
  return row.length > 0 ? [row] : [];
}
