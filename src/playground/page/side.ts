// The right side: guided tour or developer's drawer, one at a time; what is open is kept.
import { h } from './h.ts';

export type SideName = 'guide' | 'drawer';
const kept = 'orynda.side';
const panels = new Map<SideName, { element: HTMLElement; opened: () => void }>();
const side = h('aside', { class: 'side', attrs: { hidden: true } });

/** Adds a panel; `opened` is called each time it is shown. */
export function addPanel(name: SideName, element: HTMLElement, opened: () => void = () => {}): void {
  panels.set(name, { element, opened });
}

/** Makes the right side with what was open last; a first visit sees the tour. */
export function mountSide(): HTMLElement {
  const last = localStorage.getItem(kept) ?? 'guide';
  show(last === 'guide' || last === 'drawer' ? last : null);
  return side;
}

/** Opens a panel, or closes it when it is open. */
export function toggleSide(name: SideName): void {
  show(side.dataset['open'] === name ? null : name);
}

/** Closes whatever is open. */
export function closeSide(): void {
  show(null);
}

function show(name: SideName | null): void {
  localStorage.setItem(kept, name ?? '');
  side.hidden = name === null;
  side.dataset['open'] = name ?? '';
  document.body.dataset['side'] = name ?? '';
  const panel = name === null ? undefined : panels.get(name);
  side.replaceChildren(...(panel ? [panel.element] : []));
  panel?.opened();
}
