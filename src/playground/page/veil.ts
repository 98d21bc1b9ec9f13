// What lies over the page while a city is built or time passes, and when that failed: nobody types then.
import type { NewCity } from '../protocol.ts';
import { loadState } from './actions.ts';
import { post, remove } from './api.ts';
import { fill, h } from './h.ts';
import { attempt } from './notices.ts';
import { language, now, on, store } from './store.ts';
import { t } from './texts.ts';
import { clockWords } from './times.ts';

const words = h('b');
const bar = h('progress');
const note = h('small');
const ways = h('div', { class: 'veil-ways', attrs: { hidden: true } });
const veil = h(
  'div',
  { class: 'veil', attrs: { hidden: true } },
  h('div', { class: 'veil-card', attrs: { role: 'status' } }, words, bar, note, ways),
);

/** Makes the veil. */
export function mountVeil(): HTMLElement {
  on(['language', 'state'], render);
  return veil;
}

function render(): void {
  const { busy, failed } = store.state;
  veil.hidden = busy === null && failed === null;
  document.querySelector('.app')?.toggleAttribute('inert', !veil.hidden);
  bar.hidden = busy === null;
  ways.hidden = busy !== null || failed === null;
  if (busy) renderBusy(busy);
  else if (failed) renderFailed(failed.what);
  if (!ways.hidden && document.activeElement === document.body) ways.querySelector<HTMLElement>('.primary')?.focus();
}

function renderBusy({ what, done, total }: NonNullable<typeof store.state.busy>): void {
  fill(words, t(`playground-busy-${what}`));
  bar.setAttribute('aria-label', t(`playground-busy-${what}`));
  bar.max = Math.max(1, total);
  if (total > 0) bar.value = done;
  else bar.removeAttribute('value');
  fill(note, what === 'building' ? t('playground-busy-note') : moment());
}

function renderFailed(what: 'building' | 'travelling'): void {
  fill(words, t(`playground-failed-${what}`));
  fill(note, t(`playground-failed-${what}-note`, { moment: moment() }));
  if (what === 'travelling')
    fill(
      ways,
      way('playground-failed-go-on', () => remove('failed'), true),
    );
  else {
    const start = (city: NewCity['city']) => () => post('city', {}, { city } satisfies NewCity);
    const { city } = store.state;
    const empty = city === 'demo' && way('playground-city-empty', start('empty'));
    fill(ways, empty, way('playground-failed-again', start(city), true));
  }
}

function way(label: string, work: () => Promise<unknown>, primary = false): HTMLElement {
  const click = (): void =>
    attempt(async () => {
      await work();
      await loadState();
    });
  const look = primary ? 'button primary' : 'button';
  return h('button', { class: look, attrs: { type: 'button' }, on: { click } }, t(label));
}

function moment(): string {
  const { date, time } = clockWords(language(), store.state.zone, now());
  return `${date}, ${time}`;
}
