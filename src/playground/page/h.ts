// The page's only way to make elements: typed, text as text, no markup from strings.
export type Child = Node | string | null | undefined | false;
type Handlers = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

export type Props = {
  class?: string;
  /** Attributes; null and false leave one out, true sets it empty. */
  attrs?: Record<string, string | number | boolean | null | undefined>;
  on?: Handlers;
};

/** Makes an element with classes, attributes, listeners and children; strings become text nodes. */
export function h<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  props: Props | string = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  const { class: names, attrs = {}, on = {} } = typeof props === 'string' ? { class: props } : props;
  if (names) element.className = names;
  for (const [name, value] of Object.entries(attrs)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const [type, listener] of Object.entries(on)) element.addEventListener(type, listener as EventListener);
  element.append(...present(children));
  return element;
}

/** Replaces what an element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...present(children));
}

function present(children: Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false);
}

export type Keyed = { key: string; signature: string; make: () => HTMLElement };
const signatures = new WeakMap<Element, { key: string; signature: string }>();

/** Makes the children of `parent` the given ones and keeps the nodes that did not change, with their focus and scroll. */
export function reconcile(parent: Element, items: Keyed[]): void {
  const old = new Map<string, Element>();
  for (const child of [...parent.children]) {
    const known = signatures.get(child);
    if (known) old.set(known.key, child);
    else child.remove();
  }
  let cursor: Element | null = parent.firstElementChild;
  for (const { key, signature, make } of items) {
    const before = old.get(key);
    old.delete(key);
    if (before && signatures.get(before)?.signature === signature) {
      if (before === cursor) cursor = cursor.nextElementSibling;
      else parent.insertBefore(before, cursor);
      continue;
    }
    const made = make();
    signatures.set(made, { key, signature });
    if (before === undefined) parent.insertBefore(made, cursor);
    else {
      if (before === cursor) cursor = cursor.nextElementSibling;
      replaceKeepingFocus(before, made);
      // Moving a node that is in its place already would take its focus away.
      if (made.nextElementSibling !== cursor) parent.insertBefore(made, cursor);
    }
  }
  for (const gone of old.values()) gone.remove();
}

function replaceKeepingFocus(before: Element, made: HTMLElement): void {
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  const mark = focused?.getAttribute('data-focus');
  before.replaceWith(made);
  if (focused === before) made.focus({ preventScroll: true });
  else if (mark) made.querySelector<HTMLElement>(`[data-focus="${CSS.escape(mark)}"]`)?.focus({ preventScroll: true });
}
