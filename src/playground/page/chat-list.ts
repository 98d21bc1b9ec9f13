// The chats of the persona with last words, times and unread counts; topics of a forum under it.
import type { ChatSummary } from '../protocol.ts';
import { go } from './actions.ts';
import { avatar } from './avatar.ts';
import { fill, h, type Keyed, reconcile } from './h.ts';
import { icon } from './icons.ts';
import { badge } from './lists.ts';
import { moveFocus } from './popup.ts';
import { language, now, on, persona, store } from './store.ts';
import { t } from './texts.ts';
import { dayIn, listTime } from './times.ts';

const list = h('div', 'chat-items');
const who = h('div', 'who');

/** Makes the list of chats with the persona's name above. */
export function mountChatList(): HTMLElement {
  on(['chats', 'place', 'language', 'state'], render);
  list.addEventListener('keydown', (event) => moveFocus(event, list, '.chat-item'));
  return h('section', { class: 'chat-list' }, who, list);
}

function render(): void {
  const { name, userId, key, locale } = persona();
  fill(
    who,
    avatar(userId, name),
    h('div', 'who-words', h('b', {}, name), h('small', {}, t(`playground-persona-${key}`))),
    h('span', { class: 'locale', attrs: { title: t(`playground-language-${locale}`) } }, locale.toUpperCase()),
  );
  list.setAttribute('aria-label', t('playground-chats'));
  list.setAttribute('role', 'group');
  reconcile(list, store.chats.flatMap(entries));
  const items = [...list.querySelectorAll<HTMLElement>('.chat-item')];
  if (!items.some((item) => item.tabIndex === 0) && items[0]) items[0].tabIndex = 0;
}

function entries(chat: ChatSummary): Keyed[] {
  const open = store.place.chat === chat.id;
  const { zone } = store.state;
  const scope = `${store.place.persona} ${language()} ${dayIn(zone, now())}`;
  const main = open && (chat.topics.length === 0 || store.place.thread === null);
  const topics = chat.topics.map((topic) => {
    const here = open && store.place.thread === topic.id;
    const signature = `${scope} ${here} ${JSON.stringify(topic)}`;
    return { key: `${chat.id}/${topic.id}`, signature, make: () => topicItem(chat.id, topic, here) };
  });
  return [
    { key: String(chat.id), signature: `${scope} ${main} ${JSON.stringify(chat)}`, make: () => chatItem(chat, main) },
    ...topics,
  ];
}

function chatItem(chat: ChatSummary, open: boolean): HTMLElement {
  const { last } = chat;
  const { zone, bot } = store.state;
  const time = last && h('time', {}, listTime(language(), zone, last.at, now()));
  const ofTopics = chat.topics.reduce((sum, { unread }) => sum + unread, 0);
  const unread = Math.max(0, chat.unread - ofTopics);
  return item(
    { chat: chat.id, thread: null, open },
    avatar(chat.type === 'private' ? bot.id : chat.id, chat.title),
    h(
      'span',
      'chat-words',
      h('span', 'chat-line', h('b', {}, chat.title), time),
      h('span', 'chat-line', preview(chat), unread > 0 && h('span', 'badge', badge(unread))),
    ),
  );
}

function preview({ last, type }: ChatSummary): HTMLElement {
  if (!last) return h('span', 'preview-words', t('playground-no-messages'));
  const author = last.mine ? t('playground-you') : type === 'private' ? '' : last.author;
  const words = last.text.replace(/\s+/g, ' ') || t('playground-attachment');
  return h('span', 'preview-words', author !== '' && h('span', 'preview-author', `${author}: `), words);
}

function topicItem(chat: number, topic: ChatSummary['topics'][number], open: boolean): HTMLElement {
  return item(
    { chat, thread: topic.id, open },
    h('span', 'topic-icon', icon('topic')),
    h(
      'span',
      'chat-words',
      h(
        'span',
        'chat-line',
        h('span', 'topic-name', topic.name),
        topic.unread > 0 && h('span', 'badge', badge(topic.unread)),
      ),
    ),
  );
}

function item(
  { chat, thread, open }: { chat: number; thread: number | null; open: boolean },
  ...inside: Node[]
): HTMLElement {
  const look = `chat-item${thread === null ? '' : ' topic'}${open ? ' open' : ''}`;
  const attrs = {
    type: 'button',
    tabindex: open ? 0 : -1,
    'aria-current': open ? 'true' : null,
    'data-chat': chat,
    'data-thread': thread,
  };
  return h('button', { class: look, attrs, on: { click: () => go({ chat, thread }) } }, ...inside);
}
