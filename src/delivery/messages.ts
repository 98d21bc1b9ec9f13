// The ledger of delivery on screen: counts of a week, pages of entries.
import type { App } from '../app.ts';
import { protocolName } from '../meetings/messages.ts';
import { clip, nameIn, personName, postTitle } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { raw, type Locale } from '../texts.ts';
import { printInstant } from '../time.ts';
import type { Entry } from './queries.ts';
import { type Outcome, outcomes, sliceOf, stepWords } from './rules.ts';

export type Screen = { html: string; keyboard: Keyboard };

export const pageSize = 10;
const longestName = 120;
/** What somebody typed as a number is said back no longer than this. */
const longestNumber = 20;
/** Outcomes that ask for somebody's attention come as buttons first. */
const attention: Outcome[] = ['unreachable', 'unknown', 'failed', 'waiting', 'cancelled', 'sent'];

/** The first screen: how many messages of the last days ended how, how many updates were given up, and what can be opened. */
export function summaryMessage(
  app: App,
  locale: Locale,
  { days, counts, givenUp }: { days: number; counts: Record<Outcome, number>; givenUp: number },
): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const lines = outcomes.map((outcome) => t(`delivery-count-${outcome}`, { n: counts[outcome] }));
  if (givenUp > 0) lines.push(t('given-up-count', { n: givenUp }));
  const lists = attention.filter((outcome) => counts[outcome] > 0);
  const keyboard = [
    ...lists.map((outcome) => [button(t(`delivery-outcome-${outcome}`), 'delivery.list', outcome, 0)]),
    [button(t('delivery-button-file'), 'delivery.file')],
  ];
  return { html: [t('delivery-title', { days }), '', ...lines, '', t('delivery-hint')].join('\n'), keyboard };
}

/** A page (from 0) of entries under their outcome; `total` of them there are. */
export function listMessage(
  app: App,
  locale: Locale,
  { entries, outcome, page, total }: { entries: Entry[]; outcome: Outcome; page: number; total: number },
): Screen {
  const title = app.t(locale, 'delivery-list-title', { outcome: app.t(locale, `delivery-outcome-${outcome}`), total });
  const pages = Math.ceil(total / pageSize);
  const arrows = [
    ...(page > 0 ? [button('←', 'delivery.list', outcome, page - 1)] : []),
    ...(page + 1 < pages ? [button('→', 'delivery.list', outcome, page + 1)] : []),
  ];
  const back = [button(app.t(locale, 'delivery-button-back'), 'delivery.home')];
  const lines = entries.map((entry) => entryLine(app, locale, entry));
  const html = lines.length > 0 ? [title, ...lines].join('\n\n') : app.t(locale, 'delivery-none');
  return { html, keyboard: [...(arrows.length > 0 ? [arrows] : []), back] };
}

/** All that was said of one task, the latest first; `more` entries stand in the file only. */
export function taskMessage(app: App, locale: Locale, number: string, entries: Entry[], more: number): string {
  if (entries.length === 0) return app.t(locale, 'delivery-task-none', { number: clip(number, longestNumber) });
  const lines = entries.map((entry) => entryLine(app, locale, entry));
  const rest = more > 0 ? [app.t(locale, 'delivery-more', { n: more })] : [];
  // One number may mean several tasks: Т-1, and the first item of every protocol.
  const titles = [...new Set(entries.flatMap((entry) => numberOf(entry) ?? []))];
  const title = clip(titles.join(', ') || number, longestName);
  return [app.t(locale, 'delivery-task-title', { number: title }), ...lines, ...rest].join('\n\n');
}

/** Number of the task, of an item with its protocol: '1 (№ 14)'; null where it is about none. Plain text. */
export function numberOf({ number, protocol }: Pick<Entry, 'number' | 'protocol'>): string | null {
  if (number === null || protocol === null) return number;
  return `${number} (${protocolName(protocol)})`;
}

/** Who is written to: a group by its title, a topic with the organisation it is bound to, a person by post and name, a vacant post by its title. Plain text. */
export function recipientOf({ group, topic, post, person }: Entry, locale: Locale): string {
  if (group !== null) return topic ? `${clip(group, longestName / 2)} · ${nameIn(topic, locale)}` : group;
  const parts = [post && postTitle(post, locale), person && personName(person)];
  return parts.filter(Boolean).join(', ');
}

/** What a kind of message is called on screen. */
export function kindName(app: App, locale: Locale, kind: string): string {
  return app.t(locale, `delivery-kind-${sliceOf(kind)}`);
}

/** The step of a reminder in words; empty for other messages. */
export function stepName(app: App, locale: Locale, { step: name }: Pick<Entry, 'step'>): string {
  if (name === null) return '';
  const { named, ...words } = stepWords(name);
  const said = app.t(locale, 'delivery-step', words);
  return named ? app.t(locale, 'delivery-step-named', { step: said }) : said;
}

function entryLine(app: App, locale: Locale, entry: Entry): string {
  const reason = entry.reason === null ? '' : app.t(locale, `delivery-reason-${entry.reason}`);
  return app.t(locale, 'delivery-line', {
    at: printInstant(app.zone, entry.at),
    to: clip(recipientOf(entry, locale), longestName),
    what: [[kindName(app, locale, entry.kind), numberOf(entry)].filter(Boolean).join(' '), stepName(app, locale, entry)]
      .filter(Boolean)
      .join(', '),
    outcome: app.t(locale, `delivery-outcome-${entry.outcome}`),
    reason: reason === '' ? '' : raw(` (${reason})`),
  });
}
