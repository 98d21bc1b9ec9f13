// Formatted text as elements. Words go in as text nodes only; links only after links.ts allowed them.
import type { Entity } from '../emulator/api-types.ts';
import { go, openBotLink, send } from './actions.ts';
import { h } from './h.ts';
import { linkTarget } from './links.ts';
import { attempt } from './notices.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { language, store } from './store.ts';
import { t } from './texts.ts';
import { fullTime } from './times.ts';

const tags: Record<string, 'b' | 'i' | 'u' | 's' | 'code'> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
};

/** The nodes of a text with its formatting. */
export function richText(text: string, entities: readonly Entity[]): Node[] {
  return nodes(segmentsOf(text, entities));
}

function nodes(segments: Segment[]): Node[] {
  return segments.map((segment) =>
    'entity' in segment ? element(segment.entity, segment.text, nodes(segment.children)) : new Text(segment.text),
  );
}

function element(entity: Entity, text: string, children: Node[]): Node {
  const tag = tags[entity.type];
  if (tag) return h(tag, {}, ...children);
  switch (entity.type) {
    case 'spoiler':
      return spoiler(children);
    case 'pre':
      return h('pre', { attrs: { tabindex: 0 } }, h('code', {}, ...children));
    case 'blockquote':
      return h('blockquote', {}, ...children);
    case 'expandable_blockquote':
      return expandable(children);
    case 'bot_command':
      return act('command', children, () => attempt(() => send({ text })));
    case 'url':
    case 'text_link':
      return link(entity.url ?? text, children);
    case 'email':
      return h('a', { attrs: { href: `mailto:${text}`, rel: 'noopener' } }, ...children);
    case 'date_time': {
      const { zone } = store.state;
      const title = fullTime(language(), zone, entity.unix_time ?? 0);
      return h('time', { attrs: { title } }, ...children);
    }
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return h('span', 'mention', ...children);
    default:
      return h('span', {}, ...children);
  }
}

/** Follows a link of a chat or a button: the bot's and chats' own inside, others in a new window, bad ones not at all. */
export function follow(written: string): void {
  const target = linkTarget(written, store.state.bot.username);
  if (target.kind === 'bot') attempt(() => openBotLink(target.link));
  else if (target.kind === 'chat') go({ chat: target.chat, thread: null });
  else if (target.kind === 'web') window.open(target.href, '_blank', 'noopener,noreferrer');
}

function link(written: string, children: Node[]): Node {
  const target = linkTarget(written, store.state.bot.username);
  if (target.kind === 'none') return h('span', {}, ...children);
  if (target.kind !== 'web') return act('command', children, () => follow(written));
  const attrs = { href: target.href, target: '_blank', rel: 'noopener noreferrer', title: target.href };
  return h('a', { attrs }, ...children);
}

function act(look: string, children: Node[], click: () => void): Node {
  return h('button', { class: `inline ${look}`, attrs: { type: 'button' }, on: { click } }, ...children);
}

function spoiler(children: Node[]): Node {
  const attrs = { type: 'button', 'aria-expanded': 'false', 'aria-label': t('playground-spoiler') };
  const hidden = h('button', { class: 'inline spoiler', attrs }, h('span', {}, ...children));
  hidden.addEventListener('click', () => {
    hidden.setAttribute('aria-expanded', 'true');
    hidden.removeAttribute('aria-label');
  });
  return hidden;
}

function expandable(children: Node[]): Node {
  const quote = h('blockquote', 'expandable', ...children);
  const attrs = { type: 'button', 'aria-expanded': 'false', 'aria-label': t('playground-expand') };
  const toggle = h('button', { class: 'expand', attrs }, '⌄');
  toggle.addEventListener('click', () => {
    const open = quote.classList.toggle('open');
    toggle.setAttribute('aria-expanded', String(open));
  });
  quote.append(toggle);
  return quote;
}
