// The discipline index on screen: a unit with those below it, the items behind the number, the formula, an appeal.
import type { App } from '../app.ts';
import { clip, nameIn } from '../org/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale } from '../texts.ts';
import { type Day, printDayRange, printDayShort } from '../time.ts';
import type { AppealView, Item } from './queries.ts';
import { faultsOf, type Kind, kinds, pointsOf, smallestSample, type Tally, weights } from './rules.ts';
import { type SpanCode, spanCodes } from './span-rules.ts';

export type Screen = { html: string; keyboard: Keyboard };
type Named = { nameKk: string; nameRu: string };
/** A row of the table: a unit that can be opened, or (null) the body itself. */
export type UnitRow = { orgId: number | null; name: Named; tally: Tally };
export type UnitScreen = {
  /** 0: the person's own posts only. */
  orgId: number;
  name: Named | null;
  code: SpanCode;
  span: { from: Day; to: Day };
  tally: Tally;
  units: UnitRow[];
  page: number;
  /** The unit above, where it may be read. */
  aboveId: number | null;
  appeals: number;
};

export const pageLength = 8;

/** One unit: its index, the counts behind it, the units below as buttons, the best first, those with few tasks last. */
export function unitMessage(app: App, locale: Locale, screen: UnitScreen): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const { orgId, name, code, span, tally, units, aboveId, appeals } = screen;
  const ranked = units.toSorted((a, b) => (b.tally.index ?? -1) - (a.tally.index ?? -1));
  const last = Math.max(0, Math.ceil(ranked.length / pageLength) - 1);
  const page = Math.min(screen.page, last);
  const shown = ranked.slice(page * pageLength, (page + 1) * pageLength);
  const title = name ? nameIn(name, locale) : t('discipline-own');
  const rows = shown.map(({ orgId: unitId, name: unit, tally: { index, sample } }) => {
    const label = `${clip(nameIn(unit, locale), 44)}: ${index ?? '–'} (${sample})`;
    return unitId === null
      ? [button(label, 'discipline.items', orgId, code, 0)]
      : [button(label, 'discipline.unit', unitId, code, 0)];
  });
  const arrows = turns('discipline.unit', [orgId, code], page, last);
  const spans = spanCodes.map((other) =>
    button(`${other === code ? '• ' : ''}${t(`discipline-span-${other}`)}`, 'discipline.unit', orgId, other, 0),
  );
  const up = aboveId === null ? [] : [[button(t('discipline-button-up'), 'discipline.unit', aboveId, code, 0)]];
  const keyboard = [
    ...rows,
    ...arrows,
    ...(tally.sample > 0 ? [[button(t('discipline-button-items'), 'discipline.items', orgId, code, 0)]] : []),
    spans.slice(0, 2),
    spans.slice(2),
    ...(appeals > 0 ? [[button(t('discipline-button-appeals', { n: appeals }), 'discipline.appeals', 0)]] : []),
    [button(t('discipline-button-formula'), 'discipline.formula')],
    ...up,
  ];
  const head = t('discipline-title', { unit: title, span: printDayRange(locale, span.from, span.to) });
  return { html: [head, '', ...tallyLines(t, tally)].join('\n'), keyboard };
}

function tallyLines(t: (key: string, args?: object) => string, tally: Tally): string[] {
  const { index, sample, inTime, late, notDone, acceptedAtFirst, returned, extended, unacknowledged } = tally;
  if (sample === 0) return [t('discipline-nothing')];
  const first =
    index === null ? t('discipline-few', { sample, least: smallestSample }) : t('discipline-index', { index, sample });
  return [
    first,
    t('discipline-timeliness', { inTime, late, notDone }),
    t('discipline-quality', { acceptedAtFirst, returned }),
    t('discipline-rest', { extended, unacknowledged }),
  ];
}

/** The formula as it is published: every number of it comes from the rules. */
export function formulaText(app: App, locale: Locale): string {
  const { timeliness, quality, dates, acknowledged } = weights;
  return app.t(locale, 'discipline-formula', {
    inTime: timeliness.in_time,
    late: timeliness.late,
    first: quality[0],
    once: quality[1],
    twice: quality[2],
    kept: dates[0],
    moved: dates[1],
    acknowledged,
    least: smallestSample,
  });
}

export type ItemsScreen = {
  /** Counts of the whole, and which of them is shown; none: all, with what does not count. */
  tally: Tally;
  kind: Kind | undefined;
  orgId: number;
  title: string;
  code: SpanCode;
  items: Item[];
  total: number;
  page: number;
  names: Map<number, Named>;
  /** Posts of the reader: their shares can be disputed. */
  own: number[];
};

/** The shares behind the number, the worst first: what each is worth and why. */
export function itemsMessage(app: App, locale: Locale, screen: ItemsScreen): Screen {
  const { orgId, title, code, items, total, page, names, own } = screen;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const last = Math.max(0, Math.ceil(total / pageLength) - 1);
  const lines = items.map((item) => itemLine(app, locale, item, names.get(item.orgId)));
  const disputable = items.filter(
    ({ postId, merit, open, granted, refused, leftOut }) =>
      own.includes(postId) &&
      leftOut === null &&
      faultsOf(merit).some((fault) => ![...open, ...granted, ...refused].includes(fault)),
  );
  const disputes = disputable.map(({ participationId, number }) => [
    button(t('discipline-button-appeal', { number }), 'discipline.appeal', participationId),
  ]);
  const letter = (Object.keys(kinds) as (keyof typeof kinds)[]).find((each) => kinds[each] === screen.kind) ?? '';
  const keyboard = [
    ...disputes,
    ...turns('discipline.items', [orgId, `${code}${letter}`], page, last),
    ...kindButtons(t, screen),
    [button(t('discipline-button-back'), 'discipline.unit', orgId, code, 0)],
  ];
  const head = t('discipline-items-title', { unit: title, total });
  return { html: items.length === 0 ? t('discipline-nothing') : [head, ...lines].join('\n\n'), keyboard };
}

/** Each count of the index opens what it counts; the one shown is marked. */
function kindButtons(
  t: (key: string, args?: object) => string,
  { orgId, code, tally, kind: shown }: ItemsScreen,
): Keyboard {
  const buttons = (Object.keys(kinds) as (keyof typeof kinds)[])
    .filter((letter) => tally[kinds[letter]] > 0)
    .map((letter) => {
      const label = t(`discipline-kind-${kinds[letter]}`, { n: tally[kinds[letter]] });
      return button(`${kinds[letter] === shown ? '• ' : ''}${label}`, 'discipline.items', orgId, `${code}${letter}`, 0);
    });
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}

function itemLine(app: App, locale: Locale, item: Item, org: Named | undefined): string {
  const { number, headline, due, merit, leftOut, open } = item;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const why = leftOut ? t(`discipline-left-${leftOut}`) : reasons(app, locale, item);
  const disputed = open.length > 0 ? [t('discipline-disputed')] : [];
  return t('discipline-item', {
    number,
    headline: headline === null ? '' : clip(headline, 80),
    org: org ? clip(nameIn(org, locale), 60) : '',
    due: printDayShort(due),
    points: leftOut ? '–' : String(pointsOf(merit)),
    why: [why, ...disputed].join(' · '),
  });
}

/** Why a share is worth what it is worth. */
export function reasons(app: App, locale: Locale, { merit, granted }: Item): string {
  const { outcome, returns, extensions, acknowledged, review } = merit;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  return [
    t(review ? `discipline-review-${outcome}` : `discipline-outcome-${outcome}`),
    ...(returns > 0 ? [t('discipline-returns', { n: returns })] : []),
    ...(extensions > 0 ? [t('discipline-extensions', { n: extensions })] : []),
    ...(acknowledged ? [] : [t('discipline-unacknowledged')]),
    ...(granted.length > 0 ? [t('discipline-granted-mark')] : []),
  ].join(', ');
}

/** One appeal for whoever decides it. */
export function appealMessage(app: App, locale: Locale, appeal: AppealView, item: AppealSubject): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const html = t('discipline-appeal', {
    number: item.number,
    headline: clip(item.headline, 120),
    org: nameIn(item.org, locale),
    due: item.due ? printDayShort(item.due) : '–',
    fault: t(`discipline-fault-${appeal.fault}`),
    text: appeal.text,
  });
  const keyboard = [
    [
      button(t('discipline-button-grant'), 'discipline.grant', appeal.appealId),
      button(t('discipline-button-refuse'), 'discipline.refuse', appeal.appealId),
    ],
  ];
  return { html, keyboard };
}

export type AppealSubject = { number: string; headline: string; org: Named; due: Day | null };
