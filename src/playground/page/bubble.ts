// One message, or one album, as a bubble with its files, marks, reactions and buttons.
import type { FileView, MessageView } from '../protocol.ts';
import { act, compose } from './actions.ts';
import { fileAddress } from './api.ts';
import { avatar } from './avatar.ts';
import { inlineKeyboard } from './keyboards.ts';
import { h, type Child } from './h.ts';
import { icon } from './icons.ts';
import { sizeOf } from './lists.ts';
import { attempt } from './notices.ts';
import { richText } from './rich.ts';
import { type Row, worded } from './rows.ts';
import { language, store } from './store.ts';
import { t } from './texts.ts';
import { fullTime, timeOf } from './times.ts';
import { showPhotos } from './viewer.ts';

type Bubble = Extract<Row, { kind: 'bubble' }>;
export type BubbleHooks = {
  reveal: (id: number) => void;
  menu: (message: MessageView, at: MouseEvent | Element) => void;
};

/** The row of a message. `inGroup` shows who wrote. */
export function bubble(row: Bubble, inGroup: boolean, hooks: BubbleHooks): HTMLElement {
  const message = worded(row.messages);
  const { mine, author } = message;
  const named = inGroup && !mine;
  const body = h(
    'div',
    'bubble',
    named && row.first && h('div', `author tint-${Math.abs(author.id) % 7}`, author.name),
    message.forwardedFrom !== null && forwarded(message.forwardedFrom),
    message.replyTo && quote(message.replyTo, hooks),
    ...files(row.messages),
    words(message),
    message.reactions.length > 0 && reactions(message),
  );
  const look = [
    mine && 'mine',
    row.first && 'first',
    row.last && 'last',
    named && 'named',
    photosOf(row).length > 0 && 'media',
  ];
  return h(
    'li',
    {
      class: `message ${look.filter(Boolean).join(' ')}`,
      attrs: { 'data-message': row.messages[0].id, tabindex: -1, 'aria-label': label(message) },
      on: { contextmenu: (event) => openMenu(event, message, hooks) },
    },
    named && h('div', 'side-avatar', row.last ? avatar(author.id, author.name) : null),
    h('div', 'stack', body, message.buttons.length > 0 && inlineKeyboard(message)),
    tools(message, hooks),
  );
}

function openMenu(event: MouseEvent, message: MessageView, { menu }: BubbleHooks): void {
  if ((event.target as Element).closest('a, input, textarea') || String(getSelection()) !== '') return;
  event.preventDefault();
  // The menu key of the keyboard sends no useful point.
  menu(message, event.clientX + event.clientY > 0 ? event : (event.target as Element));
}

function label(message: MessageView): string {
  const time = timeOf(store.state.zone, message.at);
  const who = message.mine ? t('playground-you') : message.author.name;
  const what = message.text || message.files.map(({ name }) => name).join(', ');
  return `${who}, ${time}: ${what.slice(0, 300)}`;
}

function forwarded(name: string): HTMLElement {
  return h('div', 'forwarded', t('playground-forwarded', { name }));
}

function quote(target: NonNullable<MessageView['replyTo']>, { reveal }: BubbleHooks): HTMLElement {
  const attrs = { type: 'button', title: t('playground-show-message') };
  return h(
    'button',
    { class: 'quote', attrs, on: { click: () => reveal(target.id) } },
    h('span', 'quote-author', target.author),
    h('span', 'quote-text', target.text || t('playground-attachment')),
  );
}

function words(message: MessageView): HTMLElement {
  const { zone } = store.state;
  const edited = message.editedAt !== null && h('span', {}, t('playground-edited'));
  const title = fullTime(language(), zone, message.at);
  const meta = h('span', { class: 'meta', attrs: { title } }, edited, h('time', {}, timeOf(zone, message.at)));
  return h('div', message.text === '' ? 'text wordless' : 'text', ...richText(message.text, message.entities), meta);
}

function photosOf({ messages }: Bubble): FileView[] {
  return messages.flatMap((message) => message.files.filter(({ kind }) => kind === 'photo'));
}

function files(messages: MessageView[]): Child[] {
  const all = messages.flatMap((message) => message.files);
  const photos = all.filter(({ kind }) => kind === 'photo');
  const others = all.filter(({ kind }) => kind !== 'photo');
  return [photos.length > 0 && photoGrid(photos), ...others.map(fileLine)];
}

function photoGrid(photos: FileView[]): HTMLElement {
  const single = photos.length === 1;
  const tile = (photo: FileView, index: number): HTMLElement => {
    const attrs = { type: 'button', 'aria-label': t('playground-photo', { n: index + 1 }) };
    const { width, height } = single ? photo : { width: undefined, height: undefined };
    const image = h('img', { attrs: { src: fileAddress(photo.id), alt: '', loading: 'lazy', width, height } });
    return h('button', { class: 'photo', attrs, on: { click: () => showPhotos(photos, index) } }, image);
  };
  return h('div', { class: 'photos', attrs: { 'data-count': Math.min(photos.length, 10) } }, ...photos.map(tile));
}

function fileLine(file: FileView): HTMLElement {
  const { unit, n } = sizeOf(file.size);
  const kind = t(`playground-file-${file.kind}`);
  const attrs = { href: fileAddress(file.id), download: file.name || kind };
  return h(
    'a',
    { class: 'file', attrs },
    h('span', 'file-icon', icon('file')),
    h(
      'span',
      'file-words',
      h('span', 'file-name', file.name || kind),
      h('small', {}, t(`playground-size-${unit}`, { n })),
    ),
  );
}

function reactions(message: MessageView): HTMLElement {
  const chip = ({ emoji, count, mine }: MessageView['reactions'][number]): HTMLElement => {
    const click = (): void => attempt(() => act('react', { message: message.id, emoji: mine ? '' : emoji }));
    const attrs = { type: 'button', 'aria-pressed': String(mine), 'aria-label': `${emoji} ${count}` };
    return h('button', { class: `reaction${mine ? ' own' : ''}`, attrs, on: { click } }, `${emoji} ${count}`);
  };
  return h('div', 'reactions', ...message.reactions.map(chip));
}

function tools(message: MessageView, { menu }: BubbleHooks): HTMLElement {
  const open = (event: MouseEvent): void => menu(message, event.currentTarget as Element);
  return h(
    'div',
    'tools',
    tool('reply', t('playground-reply'), () => compose('reply', message)),
    tool('more', t('playground-message-menu'), open),
  );
}

function tool(name: 'reply' | 'more', label: string, click: (event: MouseEvent) => void): HTMLElement {
  const attrs = { type: 'button', tabindex: -1, 'aria-label': label, title: label, 'data-focus': name };
  return h('button', { class: `icon-button tool-${name}`, attrs, on: { click } }, icon(name));
}
