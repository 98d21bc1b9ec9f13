// What can be done with a message: react, answer, copy, edit, delete.
import type { MessageView } from '../protocol.ts';
import { act, compose } from './actions.ts';
import { h } from './h.ts';
import { attempt, confirmDialog, toast } from './notices.ts';
import { type MenuItem, openMenu } from './popup.ts';
import { store } from './store.ts';
import { t } from './texts.ts';

const emojis = ['👍', '❤️', '🔥', '👏', '🙏', '👌', '🤔', '👎'];

/** Opens the menu of a message at the pointer or beside an element. */
export function messageMenu(message: MessageView, at: MouseEvent | Element): void {
  const point = at instanceof Element ? at : { x: at.clientX, y: at.clientY };
  const items: MenuItem[] = [
    { label: t('playground-reply'), icon: 'reply', run: () => compose('reply', message) },
    { label: t('playground-copy'), icon: 'copy', run: () => copy(message.text) },
  ];
  const isPinned = store.opened?.view.pinned?.id === message.id;
  items.push({
    label: isPinned ? t('playground-unpin') : t('playground-pin'),
    icon: 'pin',
    run: () => attempt(() => act('pin', { message: message.id, pinned: !isPinned })),
  });
  if (message.mine && message.text !== '') {
    items.push({ label: t('playground-edit'), icon: 'edit', run: () => compose('edit', message) });
  }
  if (message.mine) {
    items.push({ label: t('playground-delete'), icon: 'trash', danger: true, run: () => askToDelete(message) });
  }
  openMenu(point, items, reactionBar(message));
}

function copy(text: string): void {
  attempt(async () => {
    await navigator.clipboard.writeText(text);
    toast(t('playground-copied'));
  });
}

function askToDelete(message: MessageView): void {
  confirmDialog(t('playground-delete'), t('playground-delete-question'), t('playground-delete'), () =>
    attempt(() => act('delete', { message: message.id })),
  );
}

function reactionBar(message: MessageView): HTMLElement {
  const own = message.reactions.filter(({ mine }) => mine).map(({ emoji }) => emoji);
  const choice = (emoji: string): HTMLElement => {
    const click = (event: MouseEvent): void => {
      (event.currentTarget as Element).closest<HTMLElement>('.popup')?.hidePopover();
      attempt(() => act('react', { message: message.id, emoji: own.includes(emoji) ? '' : emoji }));
    };
    const attrs = { type: 'button', role: 'menuitem', tabindex: -1, 'aria-label': emoji };
    return h('button', { class: 'emoji', attrs, on: { click } }, emoji);
  };
  return h(
    'div',
    { class: 'emojis', attrs: { role: 'group', 'aria-label': t('playground-react') } },
    ...emojis.map(choice),
  );
}
