// The guided tour: one step at a time with its words, the way there, and a hand for who wants it done.
import type { TourStep } from '../protocol.ts';
import { go, loadTour } from './actions.ts';
import { post } from './api.ts';
import { fill, h, type Child } from './h.ts';
import { icon } from './icons.ts';
import { attempt } from './notices.ts';
import { addPanel, closeSide } from './side.ts';
import { language, on, store } from './store.ts';
import { t } from './texts.ts';

const kept = 'orynda.step';
const panel = h('div', { class: 'panel guide' });
let current = Number(localStorage.getItem(kept) ?? 0) || 0;
let doing = false;
/** On a phone the tour is one line until it is opened. */
let folded = false;

/** Makes the tour. */
export function mountGuide(): void {
  on(['tour', 'language', 'people', 'place'], render);
  addPanel('guide', panel, () => {
    folded = false;
    render();
  });
}

function step(): TourStep | undefined {
  return store.tour[Math.min(current, store.tour.length - 1)];
}

function render(): void {
  const here = step();
  panel.hidden = !here;
  panel.setAttribute('aria-label', t('playground-guide'));
  panel.classList.toggle('folded', folded);
  if (!here) return;
  const index = store.tour.indexOf(here);
  fill(panel, head(index, here), folded ? null : h('div', 'guide-body', ...body(here, index)));
}

function head(index: number, here: TourStep): HTMLElement {
  const n = { n: index + 1, total: store.tour.length };
  const fold = (): void => {
    folded = !folded;
    render();
  };
  const attrs = { type: 'button', 'aria-expanded': String(!folded), 'aria-label': t('playground-guide-fold') };
  return h(
    'div',
    'panel-head',
    h(
      'div',
      'guide-title',
      h('small', {}, t('playground-guide-step', n)),
      h('h2', {}, t(`playground-tour-${here.key}-title`)),
    ),
    h('button', { class: 'icon-button fold', attrs, on: { click: fold } }, icon('down')),
    h(
      'button',
      {
        class: 'icon-button',
        attrs: { type: 'button', 'aria-label': t('playground-close') },
        on: { click: closeSide },
      },
      icon('close'),
    ),
  );
}

function body(here: TourStep, index: number): Child[] {
  return [
    dots(index),
    h('p', 'guide-text', t(`playground-tour-${here.key}-text`)),
    where(here),
    suggestion(here),
    here.done && h('p', { class: 'guide-done', attrs: { role: 'status' } }, icon('check'), t('playground-guide-done')),
    h('div', 'guide-acts', ...acts(here)),
    h('div', 'guide-foot', ...foot(here, index)),
  ];
}

function dots(index: number): HTMLElement {
  const dot = ({ done, key }: TourStep, at: number): HTMLElement => {
    const label = `${at + 1}. ${t(`playground-tour-${key}-title`)}`;
    const attrs = { type: 'button', 'aria-label': label, title: label, 'aria-current': at === index ? 'step' : null };
    return h('button', { class: `dot${done ? ' done' : ''}`, attrs, on: { click: () => goTo(at) } }, h('span', {}));
  };
  return h('div', 'dots', ...store.tour.map(dot));
}

function where(here: TourStep): HTMLElement {
  const role = t(`playground-persona-${here.persona}`);
  const chat = store.people.get(here.persona)?.find(({ id }) => id === here.chat);
  const topic = chat?.topics.find(({ id }) => id === here.thread);
  const words = [role, chat?.title, topic?.name].filter((word) => word !== undefined).join(' → ');
  return h('p', 'guide-where', h('small', {}, t('playground-guide-where')), h('span', {}, words));
}

function suggestion({ suggestion: what }: TourStep): HTMLElement | null {
  if (!what) return null;
  if ('travel' in what) return hint(t('playground-guide-travel'), t(`playground-travel-${what.travel}`));
  return 'say' in what ? hint(t('playground-guide-say'), what.say) : hint(t('playground-guide-press'), what.press);
}

function hint(title: string, words: string): HTMLElement {
  return h('div', 'guide-hint', h('small', {}, title), h('q', {}, words));
}

function acts(here: TourStep): HTMLElement[] {
  const there = button(t('playground-guide-go'), here.done ? '' : 'primary', () => takeThere(here));
  const help = button(t('playground-guide-do'), '', () => doIt(here));
  help.disabled = doing || here.done;
  help.setAttribute('aria-busy', String(doing));
  return here.suggestion ? [there, help] : [there];
}

function foot(here: TourStep, index: number): HTMLElement[] {
  const last = index === store.tour.length - 1;
  const next = last
    ? button(t('playground-guide-finish'), here.done ? 'primary' : '', closeSide)
    : button(here.done ? t('playground-guide-next') : t('playground-guide-skip'), here.done ? 'primary' : '', () =>
        goTo(index + 1),
      );
  const restart = button(t('playground-guide-restart'), 'quiet', restartGuide);
  return index > 0 ? [restart, next] : [button(t('playground-guide-stop'), 'quiet', closeSide), next];
}

function button(label: string, look: string, click: () => void): HTMLButtonElement {
  return h('button', { class: `button ${look}`, attrs: { type: 'button' }, on: { click } }, label);
}

function goTo(index: number): void {
  current = index;
  localStorage.setItem(kept, String(index));
  render();
}

/** Goes back to the first step. */
export function restartGuide(): void {
  goTo(0);
}

function takeThere({ persona, chat, thread }: TourStep): void {
  const own = store.state.personas.find(({ key }) => key === persona)?.userId ?? null;
  if (matchMedia('(max-width: 1020px)').matches) folded = true;
  go({ persona, chat: chat ?? own, thread: chat === null ? null : thread });
  render();
}

function doIt(here: TourStep): void {
  doing = true;
  takeThere(here);
  attempt(async () => {
    try {
      await post(`tour/${encodeURIComponent(here.key)}`, { as: language() }, {});
    } finally {
      doing = false;
      await loadTour();
      render();
    }
  });
}
