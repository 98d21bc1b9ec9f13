// Greeting, help and "who am I": what the bot knows about a person and what they can do.
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale, T } from '../texts.ts';
import { heldTitle } from './act-as-messages.ts';
import { commandsBySubject, commandsFor, firstCommands } from './command-rules.ts';
import { clip, postTitle } from './messages.ts';
import type { Actor, PostHeld } from './rules.ts';
import type { Unreached } from './queries.ts';

/** Names of the languages, each in itself. */
export const languageNames: Record<Locale, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** Greeting of somebody known: name, posts, where to begin. */
export function welcomeMessage(t: T, actor: Actor): Help {
  const { html, keyboard } = helpMessage(t, actor);
  const head = [t(actor.locale, 'org-welcome', { name: actor.name }), ...postLines(t, actor), ''];
  return { html: [...head, html].join('\n'), keyboard };
}

export type Help = { html: string; keyboard: Keyboard };

/** The commands that this person needs first, how what needs no command is done, and a button to all commands. */
export function helpMessage(t: T, actor: Actor): Help {
  const { locale } = actor;
  const names = firstCommands(actor);
  const all = commandsFor(actor, 'private');
  const own = names.includes('report') ? [t(locale, 'org-help-executor')] : [];
  const hints = all.includes('my') ? ['', t(locale, 'org-help-report'), ...own] : [];
  return {
    html: [t(locale, 'org-help'), ...names.map((name) => commandLine(t, locale, name)), ...hints].join('\n'),
    keyboard: all.length > names.length ? [[button(t(locale, 'org-button-help-all'), 'org.help', 'all')]] : [],
  };
}

/** All commands that this person can use in private, by subject. */
export function wholeHelp(t: T, actor: Actor): Help {
  const { locale } = actor;
  const blocks = commandsBySubject(actor).map(({ subject, names }) =>
    [`<b>${t(locale, 'org-help-subject', { subject })}</b>`, ...names.map((name) => commandLine(t, locale, name))].join(
      '\n',
    ),
  );
  return { html: blocks.join('\n\n'), keyboard: [[button(t(locale, 'org-button-help-few'), 'org.help', 'few')]] };
}

/** The commands of a group, with the bot's name, since privacy mode hides bare commands. HTML. */
export function groupHelp(t: T, actor: Actor, bot: string): string {
  const { locale } = actor;
  const lines = commandsFor(actor, 'group').map((name) => commandLine(t, locale, name, `@${bot}`));
  return [t(locale, 'org-help'), ...lines].join('\n');
}

function commandLine(t: T, locale: Locale, name: string, suffix = ''): string {
  return `/${name}${suffix} – ${t(locale, `org-command-${name}`)}`;
}

/** Name, posts, organisations and language. HTML. */
export function whoamiMessage(t: T, actor: Actor): string {
  const { locale } = actor;
  return [
    t(locale, 'org-whoami', { name: actor.name }),
    ...postLines(t, actor),
    ...actingLine(t, actor),
    t(locale, 'org-whoami-language', { language: languageNames[locale] }),
  ].join('\n');
}

function postLines(t: T, actor: Actor): string[] {
  const { locale } = actor;
  const lines = actor.posts.map((post) =>
    t(locale, 'org-whoami-post', { post: titleOf(post, locale), acting: post.acting ? 'yes' : 'no' }),
  );
  if (actor.systemAdmin) lines.push(t(locale, 'org-whoami-admin'));
  return lines.length > 0 ? lines : [t(locale, 'org-whoami-no-post')];
}

/** Whose signature stands under what somebody with several posts does: the post chosen, or that none is. */
function actingLine(t: T, { locale, posts, actsAs }: Actor): string[] {
  const chosen = posts.find(({ postId }) => postId === actsAs);
  if (posts.length < 2) return [];
  const now = chosen
    ? t(locale, 'org-as-chosen', { post: heldTitle(t, chosen, locale) })
    : t(locale, 'org-as-chosen-auto');
  return [`${now} (/as)`];
}

function titleOf(post: PostHeld, locale: Locale): string {
  return postTitle({ ...post, org: { nameKk: post.orgNameKk, nameRu: post.orgNameRu } }, locale);
}

/** One page of people who cannot be written to. HTML. */
export function unreachedMessage(
  t: T,
  locale: Locale,
  page: { total: number; rows: Unreached[]; from: number },
): string {
  if (page.total === 0) return t(locale, 'org-unreached-none');
  const lines = page.rows.map((row, index) => {
    const post = {
      nameKk: row.postNameKk,
      nameRu: row.postNameRu,
      org: { nameKk: row.orgNameKk, nameRu: row.orgNameRu },
    };
    const line = t(locale, 'org-unreached-line', {
      post: clip(postTitle(post, locale), 70),
      name: clip(`${row.surname} ${row.given}`, 30),
      why: row.blocked ? 'blocked' : 'new',
    });
    return `${page.from + index + 1}. ${line}`;
  });
  const title = t(locale, 'org-unreached-title', { total: page.total });
  return [title, ...lines].join('\n');
}
