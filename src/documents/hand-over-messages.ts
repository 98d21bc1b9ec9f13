// The words of the act of a hand-over, in Kazakh and in Russian: plain data that crosses into the thread of the writer.
import type { App } from '../app.ts';
import { nameIn } from '../org/messages.ts';
import { textIn } from '../tasks/queries.ts';
import { plain } from '../telegram/buttons.ts';
import type { Locale, TextArgs } from '../texts.ts';
import { type Day, printDate, printDayShort } from '../time.ts';
import type { Act } from './hand-over-queries.ts';
import type { ActLine, ActPage } from './hand-over-rules.ts';

const columns = ['place', 'number', 'text', 'issuer', 'first', 'due', 'state', 'note'];

/** The act, Kazakh first. */
export function actPages(app: App, act: Act): ActPage[] {
  return (['kk', 'ru'] as const).map((locale) => pageIn(app, locale, act));
}

function say(app: App, locale: Locale, what: string, args: TextArgs = {}): string {
  return plain(app.t(locale, `handover-${what}`, args));
}

function pageIn(app: App, locale: Locale, act: Act): ActPage {
  const { post, day, eventId, from, to, lines } = act;
  const t = (what: string, args: TextArgs = {}): string => say(app, locale, what, args);
  const overdue = lines.filter((one) => one.overdue > 0).length;
  const review = lines.filter(({ state }) => state === 'submitted').length;
  const blocked = lines.filter((one) => one.blocked).length;
  return {
    title: t('title'),
    number: t('number', { number: eventId, day: printDate(locale, day) }),
    facts: [
      `${t('post')}: ${nameIn(post, locale)}`,
      `${t('org')}: ${nameIn(post.org, locale)}`,
      `${t('from')}: ${from || t('nobody')}`,
      `${t('to')}: ${to || t('vacant')}`,
    ],
    totals: [
      t('totals', { n: lines.length, overdue, review, blocked }),
      t('given', { issued: act.issued, drafts: act.drafts, review: act.toReview }),
    ],
    columns: columns.map((column) => t(`column-${column}`)),
    rows: lines.map((one, at) => cells(app, locale, one, at + 1)),
    none: t('none'),
    signatures: [
      { label: t('gave'), name: from },
      { label: t('took'), name: to },
      { label: t('witness'), name: '' },
    ],
    note: t('sign-note'),
  };
}

function cells(app: App, locale: Locale, one: ActLine, place: number): string[] {
  const { task, state, first, due, overdue, blocked, discreet } = one;
  const day = (value: Day | null): string => (value ? printDayShort(value) : '—');
  const issuer = task.issuer ? `${nameIn(task.issuer, locale)}, ${nameIn(task.issuer.org, locale)}` : '—';
  const notes = [
    ...(overdue > 0 ? [say(app, locale, 'overdue', { n: overdue })] : []),
    ...(blocked && !discreet ? [say(app, locale, 'blocked')] : []),
  ];
  return [
    String(place),
    task.number ?? '—',
    discreet ? say(app, locale, 'discreet') : textIn(task, locale),
    discreet ? '—' : issuer,
    discreet ? '—' : day(first),
    day(due),
    discreet ? '—' : plain(app.t(locale, 'history-state', { state })),
    notes.join('; '),
  ];
}
