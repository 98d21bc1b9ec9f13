// A menu beside what was pressed: arrows, Home, End, Escape; closes by itself.
import { type Child, h } from './h.ts';
import { icon, type IconName } from './icons.ts';

export type MenuItem = { label: string; icon: IconName; danger?: boolean; run: () => void };
type Point = { x: number; y: number };

/** Opens a menu at a point or under an element, with something above its items if need be. */
export function openMenu(at: Point | Element, items: MenuItem[], above: Child = null): void {
  const back = document.activeElement;
  const menu = h(
    'div',
    { class: 'popup', attrs: { popover: 'auto', role: 'menu' } },
    above,
    ...items.map((item) => entry(item)),
  );
  function entry({ label, icon: name, danger, run }: MenuItem): HTMLElement {
    const press = (): void => {
      menu.hidePopover();
      run();
    };
    const attrs = { type: 'button', role: 'menuitem', tabindex: -1 };
    return h(
      'button',
      { class: `popup-item${danger ? ' danger' : ''}`, attrs, on: { click: press } },
      icon(name),
      label,
    );
  }
  menu.addEventListener('keydown', (event) => moveFocus(event, menu, '[role=menuitem]'));
  menu.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    const inside = menu.contains(document.activeElement) || document.activeElement === document.body;
    menu.remove();
    if (inside && back instanceof HTMLElement) back.focus({ preventScroll: true });
  });
  document.body.append(menu);
  menu.showPopover();
  place(menu, at);
  menu.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true });
}

function place(menu: HTMLElement, at: Point | Element): void {
  const box = at instanceof Element ? at.getBoundingClientRect() : null;
  const { x, y } = box ? { x: box.right - menu.offsetWidth, y: box.bottom + 4 } : (at as Point);
  const clamp = (value: number, max: number): number => Math.max(8, Math.min(value, max - 8));
  menu.style.left = `${clamp(x, innerWidth - menu.offsetWidth)}px`;
  menu.style.top = `${clamp(y, innerHeight - menu.offsetHeight)}px`;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Moves the focus among the elements of a list by arrows, Home and End; the reached one becomes the list's tab stop. */
export function moveFocus(event: KeyboardEvent, list: Element, selector: string): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const all = [...list.querySelectorAll<HTMLElement>(selector)].filter((one) => one.offsetParent !== null);
  const current = all.findIndex((one) => one === document.activeElement);
  if (all.length === 0 || current < 0) return;
  const step = steps[event.key];
  const target = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : step && current + step;
  const next = target === undefined ? undefined : all[Math.max(0, Math.min(target, all.length - 1))];
  if (!next) return;
  event.preventDefault();
  for (const one of all) one.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
