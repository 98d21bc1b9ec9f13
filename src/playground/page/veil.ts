// What lies over the page while a city is built or time passes: nobody types then.
import { fill, h } from './h.ts';
import { language, now, on, store } from './store.ts';
import { t } from './texts.ts';
import { clockWords } from './times.ts';

const words = h('b');
const bar = h('progress');
const note = h('small');
const veil = h(
  'div',
  { class: 'veil', attrs: { hidden: true } },
  h('div', { class: 'veil-card', attrs: { role: 'status' } }, words, bar, note),
);

/** Makes the veil. */
export function mountVeil(): HTMLElement {
  on(['language', 'state'], render);
  return veil;
}

function render(): void {
  const { busy } = store.state;
  veil.hidden = busy === null;
  document.querySelector('.app')?.toggleAttribute('inert', busy !== null);
  if (!busy) return;
  fill(words, t(`playground-busy-${busy.what}`));
  bar.setAttribute('aria-label', t(`playground-busy-${busy.what}`));
  bar.max = Math.max(1, busy.total);
  if (busy.total > 0) bar.value = busy.done;
  else bar.removeAttribute('value');
  const { date, time } = clockWords(language(), store.state.zone, now());
  fill(note, busy.what === 'building' ? t('playground-busy-note') : `${date}, ${time}`);
}
