// For developers: what went between bot and Telegram, what privacy mode hid, violations, and faults on purpose.
import type { Fault, LogEntry } from '../protocol.ts';
import { loadLog, loadState } from './actions.ts';
import { post, remove } from './api.ts';
import { fill, h, reconcile } from './h.ts';
import { icon } from './icons.ts';
import { passes } from './lists.ts';
import { attempt } from './notices.ts';
import { addPanel, closeSide } from './side.ts';
import { emit, language, on, store } from './store.ts';
import { t } from './texts.ts';

const kinds: LogEntry['what'][] = ['update', 'call', 'hidden', 'violation', 'fault'];
const faults: Fault['kind'][] = ['429', '403', '500', 'lost'];
const shownLines = 300;
const chosen = new Set<LogEntry['what']>(kinds);
const head = h('div', 'panel-head');
const faultBox = h('section', 'faults');
const search = h('input', { class: 'search', attrs: { type: 'search', autocomplete: 'off' } });
const filters = h('div', { class: 'filters', attrs: { role: 'group' } });
const lines = h('ol', 'log');
const none = h('p', 'empty-log');
const panel = h('div', 'panel drawer', head, faultBox, search, filters, none, lines);

/** Makes the drawer. */
export function mountDrawer(): void {
  on(['language'], renderFrame);
  on(['state', 'language'], renderFaults);
  on(['log', 'language'], renderSoon);
  on(['log-grew', 'online'], () => {
    // What fails while the line is down is asked for when it is back.
    if (panel.isConnected && store.online) loadLog().catch(() => {});
  });
  search.addEventListener('input', renderLines);
  addPanel('drawer', panel, () => {
    renderLines();
    attempt(loadLog);
  });
}

function renderFrame(): void {
  const title = t('playground-developer');
  const close = h(
    'button',
    { class: 'icon-button', attrs: { type: 'button', 'aria-label': t('playground-close') }, on: { click: closeSide } },
    icon('close'),
  );
  panel.setAttribute('aria-label', title);
  fill(head, h('h2', {}, title), close);
  search.placeholder = t('playground-log-search');
  search.setAttribute('aria-label', t('playground-log-search'));
  fill(filters, ...kinds.map(filterChip));
  none.textContent = t('playground-log-empty');
}

function filterChip(kind: LogEntry['what']): HTMLElement {
  const attrs = { type: 'button', 'aria-pressed': String(chosen.has(kind)) };
  const chip = h('button', { class: `chip kind-${kind}`, attrs }, t(`playground-log-${kind}`));
  chip.addEventListener('click', () => {
    if (!chosen.delete(kind)) chosen.add(kind);
    chip.setAttribute('aria-pressed', String(chosen.has(kind)));
    renderLines();
  });
  return chip;
}

function renderFaults(): void {
  const active = store.state.faults;
  const button = (kind: Fault['kind']): HTMLElement => {
    const on = active.find((fault) => fault.kind === kind);
    const attrs = { type: 'button', 'aria-pressed': String(on !== undefined), 'data-fault': kind };
    const click = (): void => change(() => post('faults', {}, { kind, times: 1 } satisfies Fault));
    const name = t(`playground-fault-${kind}`);
    return h('button', { class: 'chip', attrs, on: { click } }, on ? `${name} × ${on.times}` : name);
  };
  const stop = h(
    'button',
    { class: 'chip', attrs: { type: 'button' }, on: { click: () => change(() => remove('faults')) } },
    t('playground-fault-stop'),
  );
  fill(
    faultBox,
    h('h3', {}, t('playground-faults')),
    h('div', 'chips', ...faults.map(button), active.length > 0 && stop),
    h('small', {}, t('playground-faults-note')),
  );
}

function change(work: () => Promise<unknown>): void {
  attempt(async () => {
    await work();
    await loadState();
  });
}

let waiting = false;

/** Once a frame at most: time travel brings thousands of lines. */
function renderSoon(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    renderLines();
  });
}

function renderLines(): void {
  if (!panel.isConnected) return;
  const filter = { kinds: chosen, search: search.value };
  const passing = store.log
    .filter((entry) => passes(entry, filter))
    .slice(-shownLines)
    .reverse();
  none.hidden = passing.length > 0;
  reconcile(
    lines,
    passing.map((entry) => ({ key: String(entry.id), signature: language(), make: () => line(entry) })),
  );
}

function line({ what, at, name, chat, summary, detail }: LogEntry): HTMLElement {
  const time = new Date(at).toLocaleTimeString('en-GB', { timeZone: store.state.zone });
  const top = h(
    'summary',
    {},
    h('span', 'log-top', h('span', 'log-kind', t(`playground-log-one-${what}`)), h('b', {}, name), h('time', {}, time)),
    h('span', 'log-chat', chat),
    h('span', 'log-summary', summary),
  );
  return h('li', `log-line kind-${what}`, h('details', {}, top, h('pre', { attrs: { tabindex: 0 } }, detail)));
}

/** Forgets the log, as a new city does. */
export function forgetLog(): void {
  store.log = [];
  emit('log');
}
