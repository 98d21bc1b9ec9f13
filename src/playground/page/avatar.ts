// A round picture with initials.
import { h } from './h.ts';
import { colourOf, initials } from './lists.ts';

/** The picture of a person, a bot or a chat. */
export function avatar(id: number, name: string, size = ''): HTMLElement {
  return h('span', { class: `avatar back-${colourOf(id)} ${size}`, attrs: { 'aria-hidden': 'true' } }, initials(name));
}
