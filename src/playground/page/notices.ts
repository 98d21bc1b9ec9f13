// What interrupts: toasts, alerts, questions, and one way to run what may fail.
import { ApiError } from './api.ts';
import { type Child, h } from './h.ts';
import { icon } from './icons.ts';
import { t } from './texts.ts';

const toastTime = 5000;
const region = h('div', { class: 'toasts', attrs: { role: 'status', 'aria-live': 'polite' } });

/** Puts the place of toasts on the page. */
export function mountNotices(): void {
  document.body.append(region);
}

/** Words that go away by themselves. */
export function toast(text: string): void {
  const shown = h('div', 'toast', text);
  // A modal dialog lies above the whole page, so the words go into it.
  (document.querySelector('dialog[open]') ?? document.body).append(region);
  region.append(shown);
  setTimeout(() => shown.remove(), toastTime);
}

/** Runs something; what fails is told in a toast. */
export function attempt(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 0) toast(t('playground-offline'));
    else if (error instanceof ApiError && error.message === 'busy') toast(t('playground-busy'));
    else toast(error instanceof Error ? error.message : String(error));
  });
}

export type DialogAction = { label: string; kind?: 'primary' | 'danger'; run?: () => void };

/** A modal dialog with a title, content and buttons; Escape and a press outside close it. */
export function openDialog(title: string, content: Child[], actions: DialogAction[], look = ''): HTMLDialogElement {
  const close = h(
    'button',
    { class: 'icon-button', attrs: { type: 'button', 'aria-label': t('playground-close') }, on: { click: shut } },
    icon('close'),
  );
  const head = h('div', 'dialog-head', h('h2', {}, title), close);
  const dialog = h(
    'dialog',
    { class: `dialog ${look}`, attrs: { 'aria-label': title } },
    head,
    h('div', 'dialog-body', ...content),
    actions.length > 0 && h('div', 'dialog-actions', ...actions.map(button)),
  );
  function button({ label, kind, run }: DialogAction): HTMLElement {
    const press = (): void => {
      shut();
      run?.();
    };
    return h('button', { class: `button ${kind ?? ''}`, attrs: { type: 'button' }, on: { click: press } }, label);
  }
  function shut(): void {
    dialog.close();
  }
  dialog.addEventListener('click', (event) => event.target === dialog && shut());
  dialog.addEventListener('close', () => {
    if (dialog.contains(region)) document.body.append(region);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** An alert as Telegram shows one for a press. */
export function alertDialog(title: string, text: string): void {
  openDialog(title, [h('p', 'dialog-text', text)], [{ label: t('playground-ok'), kind: 'primary' }]);
}

/** Asks before something that cannot be undone. */
export function confirmDialog(title: string, text: string, label: string, run: () => void): void {
  openDialog(title, [h('p', 'dialog-text', text)], [{ label: t('playground-cancel') }, { label, kind: 'danger', run }]);
}
