// Plan and fact of the indicators of a roadmap, and the indicators of one measure: looked at, named, taken off.
import type { App } from '../app.ts';
import { printNumber, printPercent } from '../indicators/messages.ts';
import { printPeriod } from '../indicators/period-rules.ts';
import { clip, nameIn } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDay } from '../time.ts';
import type { PastRoadmap } from './as-of-queries.ts';
import type { Figure } from './figures-queries.ts';
import { type Screen, within } from './messages.ts';
import type { MeasureView, RoadmapView } from './queries.ts';

/** Indicators that open as a table by a button of their own. */
const shownTables = 10;
const longestLabel = 60;

type Figured = {
  view: RoadmapView;
  figures: Figure[];
  past: Pick<PastRoadmap, 'day' | 'version'> | null;
  /** Indicators whose table by organisation the reader may open. */
  open: Set<number>;
};

/** Plan and fact of each indicator, with the measures that name it, now or on a past day. */
export function figuresMessage(app: App, locale: Locale, { view, figures, past, open }: Figured): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const blocks = figures.map((figure) =>
    [
      t('roadmaps-figure', {
        ...numbersIn(locale, figure),
        name: nameIn(figure.names, locale),
        unit: nameIn(figure.unit, locale),
        period: printPeriod(locale, figure.periodKind, figure.period),
        measures: figure.measures.join(', '),
      }),
      ...wordsLine(t, figure),
    ].join('\n'),
  );
  const said = blocks.length > 0 ? blocks : [t('roadmaps-no-figures')];
  const html = within(
    [
      t('roadmaps-figures', { name: clip(view.name, 200) }),
      ...(past ? [t('roadmaps-asof-head', { day: printDay(locale, past.day), version: past.version })] : []),
    ],
    said.map((block) => `\n${block}`),
    (n) => t('roadmaps-more', { n }),
  );
  const tables = figures
    .filter(({ indicatorId }) => !past && open.has(indicatorId))
    .slice(0, shownTables)
    .map(({ indicatorId, names, period }) => [
      button(clip(`📋 ${nameIn(names, locale)}`, longestLabel), 'indicators.show', indicatorId, period, 0),
    ]);
  return {
    html,
    keyboard: [...tables, [button(t('roadmaps-button-back'), 'roadmaps.show', view.roadmapId, 0)]],
  };
}

/** The indicators of one measure with their numbers of now, a line each; HTML. */
export function figureLines(app: App, locale: Locale, figures: Figure[], max = 200): string[] {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  return figures.flatMap((figure) => {
    const { plan, fact, percent } = numbersIn(locale, figure);
    const name = clip(`${nameIn(figure.names, locale)}, ${nameIn(figure.unit, locale)}`, max);
    const bare = figure.plan === null && figure.fact === null;
    return [
      `• ${escapeHtml(name)}${bare ? '' : ` · ${t('roadmaps-figure-short', { plan, fact, percent })}`}`,
      ...wordsLine(t, figure),
    ];
  });
}

type T = (key: string, args?: Record<string, string | number>) => string;

/** Answers in words are told apart from numbers (seed row S15). */
function wordsLine(t: T, { withoutNumber }: Figure): string[] {
  return withoutNumber > 0 ? [t('roadmaps-figure-words', { n: withoutNumber })] : [];
}

function numbersIn(locale: Locale, { plan, fact, deviation, percent }: Figure) {
  const number = (value: number | null): string => (value === null ? '—' : printNumber(locale, value));
  const sign = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '');
  return {
    plan: number(plan),
    fact: number(fact),
    deviation: deviation === null ? '—' : `${sign(deviation)}${printNumber(locale, Math.abs(deviation))}`,
    percent: percent === null ? '—' : printPercent(locale, percent),
  };
}

/** The indicators of a measure for who may name others and take them off. */
export function indicatorsMessage(app: App, locale: Locale, measure: MeasureView, figures: Figure[]): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const { measureId, number, text } = measure;
  const lines = figures.length > 0 ? figureLines(app, locale, figures) : [t('roadmaps-measure-no-indicators')];
  const html = [
    `<b>${number}</b> ${escapeHtml(clip(text, 300))}`,
    '',
    t('roadmaps-indicators', { n: figures.length }),
    ...lines,
  ].join('\n');
  const keyboard = [
    ...figures.map(({ indicatorId, names }) => [
      button(clip(`✖️ ${nameIn(names, locale)}`, longestLabel), 'roadmaps.unlink', measureId, indicatorId),
    ]),
    [button(t('roadmaps-button-indicator'), 'roadmaps.indicator', measureId)],
    [button(t('roadmaps-button-back'), 'roadmaps.measure', measureId)],
  ];
  return { html, keyboard };
}
