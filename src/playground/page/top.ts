// The head of the page: name, clock with time travel, city, tour, developer's drawer, theme.
import type { NewCity, Travel } from '../protocol.ts';
import { loadState, speak } from './actions.ts';
import { post } from './api.ts';
import { fill, h } from './h.ts';
import { icon, type IconName } from './icons.ts';
import { attempt, confirmDialog } from './notices.ts';
import { type MenuItem, openMenu } from './popup.ts';
import { toggleSide } from './side.ts';
import { chooseLanguage, chosenLanguage, language, now, on, store } from './store.ts';
import { t } from './texts.ts';
import { toggleTheme } from './theme.ts';
import { clockWords } from './times.ts';

const destinations: Travel['to'][] = ['hour', 'evening', 'morning', 'monday'];
const head = h('header', 'top');
const date = h('span', 'clock-date');
const time = h('b', 'clock-time');

/** Makes the head of the page. */
export function mountTop(): HTMLElement {
  on(['language', 'state', 'online'], render);
  setInterval(tick, 1000);
  return head;
}

function tick(): void {
  const words = clockWords(language(), store.state.zone, now());
  if (date.textContent !== words.date) date.textContent = words.date;
  if (time.textContent !== words.time) time.textContent = words.time;
}

function render(): void {
  tick();
  const kept = head.contains(document.activeElement) ? document.activeElement?.getAttribute('data-focus') : null;
  const lost = !store.online && h('span', 'offline', t('playground-reconnecting'));
  fill(head, brand(), clock(), h('div', 'top-end', lost, ...tools()));
  if (kept) head.querySelector<HTMLElement>(`[data-focus="${kept}"]`)?.focus();
}

function brand(): HTMLElement {
  return h(
    'div',
    'brand',
    h('span', { class: 'logo', attrs: { 'aria-hidden': 'true' } }, 'О'),
    h('h1', {}, t('playground-title')),
  );
}

function clock(): HTMLElement {
  const label = t('playground-travel');
  const open = (event: MouseEvent): void => openMenu(event.currentTarget as Element, destinations.map(travelItem));
  const attrs = { type: 'button', 'aria-haspopup': 'menu', title: label, 'data-focus': 'clock' };
  const face = h('button', { class: 'clock', attrs, on: { click: open } }, icon('clock'), date, time, icon('down'));
  const step = (to: Travel['to']): HTMLElement =>
    h(
      'button',
      {
        class: 'chip',
        attrs: { type: 'button', 'data-focus': to, 'data-travel': to },
        on: { click: () => travel(to) },
      },
      t(`playground-travel-${to}`),
    );
  return h(
    'div',
    { class: 'clockwork', attrs: { role: 'group', 'aria-label': label } },
    face,
    ...destinations.map(step),
  );
}

function travelItem(to: Travel['to']): MenuItem {
  return { label: t(`playground-travel-${to}`), icon: 'next', run: () => travel(to) };
}

function travel(to: Travel['to']): void {
  attempt(async () => {
    await post('clock', {}, { to } satisfies Travel);
    await loadState();
  });
}

function tools(): HTMLElement[] {
  const { violations } = store.state;
  const code = tool('code', t('playground-developer'), () => toggleSide('drawer'));
  if (violations > 0) code.append(h('span', 'badge red', String(violations)));
  return [
    tool('map', t('playground-guide'), () => toggleSide('guide')),
    code,
    tool('city', t('playground-city'), (event) => openMenu(event.currentTarget as Element, cities())),
    tool('globe', t('playground-language'), (event) => openMenu(event.currentTarget as Element, languages())),
    tool('sun', t('playground-theme'), toggleTheme),
    // On a phone the last three become one.
    tool('more', t('playground-more'), (event) => openMenu(event.currentTarget as Element, everything())),
  ];
}

function tool(name: IconName, label: string, click: (event: MouseEvent) => void): HTMLElement {
  const attrs = { type: 'button', 'aria-label': label, title: label, 'data-focus': name };
  return h('button', { class: `icon-button top-tool tool-${name}`, attrs, on: { click } }, icon(name));
}

function everything(): MenuItem[] {
  return [...languages(), { label: t('playground-theme'), icon: 'sun', run: toggleTheme }, ...cities()];
}

function languages(): MenuItem[] {
  const kept = chosenLanguage();
  return ([null, 'kk', 'ru', 'en'] as const).map((one) => ({
    label: one === null ? t('playground-language-persona') : t(`playground-language-${one}`),
    icon: one === kept ? 'check' : 'none',
    run: () => {
      chooseLanguage(one);
      attempt(speak);
    },
  }));
}

function cities(): MenuItem[] {
  return (['demo', 'empty'] as const).map((city) => ({
    label: t(`playground-city-${city}`),
    icon: city === 'demo' ? 'city' : 'trash',
    run: () =>
      confirmDialog(t(`playground-city-${city}`), t('playground-city-question'), t('playground-city-start'), () =>
        attempt(async () => {
          await post('city', {}, { city } satisfies NewCity);
          await loadState();
        }),
      ),
  }));
}
