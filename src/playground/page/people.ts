// Whom the visitor is: nine people, each with the number of messages that wait.
import type { Persona } from '../protocol.ts';
import { go } from './actions.ts';
import { avatar } from './avatar.ts';
import { h, reconcile } from './h.ts';
import { badge, unreadOf } from './lists.ts';
import { moveFocus } from './popup.ts';
import { language, on, store } from './store.ts';
import { t } from './texts.ts';

const list = h('div', { class: 'people-list', attrs: { role: 'radiogroup' } });

/** Makes the switch between personas. */
export function mountPeople(): HTMLElement {
  on(['people', 'place', 'state', 'language'], render);
  list.addEventListener('keydown', (event) => moveFocus(event, list, '.person'));
  return h('nav', 'people', list);
}

function render(): void {
  list.setAttribute('aria-label', t('playground-people'));
  reconcile(
    list,
    store.state.personas.map((one) => {
      const unread = one.key === store.place.persona ? 0 : unreadOf(store.people.get(one.key) ?? []);
      const chosen = one.key === store.place.persona;
      const signature = `${language()} ${chosen} ${unread} ${one.userId} ${one.name}`;
      return { key: one.key, signature, make: () => person(one, chosen, unread) };
    }),
  );
  if (document.activeElement === document.body)
    list.querySelector('.person.chosen')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

function person(one: Persona, chosen: boolean, unread: number): HTMLElement {
  const role = t(`playground-persona-${one.key}`);
  const attrs = {
    type: 'button',
    role: 'radio',
    'aria-checked': String(chosen),
    'aria-label':
      unread > 0 ? t('playground-person-unread', { role, name: one.name, n: unread }) : `${role}, ${one.name}`,
    title: one.name,
    tabindex: chosen ? 0 : -1,
    'data-persona': one.key,
  };
  const click = (): void => go({ persona: one.key, chat: one.userId, thread: null });
  const count = unread > 0 && h('span', 'badge', badge(unread));
  return h(
    'button',
    { class: `person${chosen ? ' chosen' : ''}`, attrs, on: { click } },
    h('span', 'person-picture', avatar(one.userId, one.name), count),
    h('span', 'person-role', role),
  );
}
