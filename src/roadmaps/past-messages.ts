// Roadmaps on a past day, their versions, and what an import would make of a table.
import type { App } from '../app.ts';
import { leftOutLines } from '../files/table-messages.ts';
import { clip, postTitle } from '../org/messages.ts';
import { fitted } from '../tasks/messages.ts';
import { button } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { dayIn, printDay, printDayShort } from '../time.ts';
import type { PastMeasure, PastRoadmap } from './as-of-queries.ts';
import { measuresOf } from './content-rules.ts';
import type { ImportedMeasure, Plan } from './import-rules.ts';
import { marks } from './measure-messages.ts';
import { bar, perCent, type Screen, tallyLine, within } from './messages.ts';
import { numberButtons, numbersOf } from './number-messages.ts';
import type { VersionView } from './list-queries.ts';
import type { RoadmapView } from './queries.ts';
import { measureProgress, measureStatus, tallyOf } from './rules.ts';

/** Faults and doubts of a file that are shown; the others are counted. */
const shownRows = 12;

/** The roadmap on a past day: totals, then each measure with its mark, date and per cent. */
export function asOfMessage(app: App, locale: Locale, { view, day, version, content, sections }: PastRoadmap): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const all = sections.flatMap(({ measures }) => measures);
  const tally = tallyOf(all);
  const head = [
    `<b>${escapeHtml(clip(content.name, 200))}</b>`,
    t('roadmaps-asof-head', { day: printDay(locale, day), version }),
    bar(locale, tally.progress),
    tallyLine(t, tally),
  ];
  const blocks = sections.flatMap(({ name, measures }) =>
    measures.map((measure, index) => {
      const title = `\n<b>${escapeHtml(clip(name || t('roadmaps-section-unnamed'), 120))}</b>\n`;
      return `${index === 0 ? title : ''}${pastLine(locale, measure)}`;
    }),
  );
  const html = within(head, blocks, (n) => t('roadmaps-more', { n }));
  const keyboard = [
    ...numberButtons(t, tally, numbersOf(view), { roadmapId: view.roadmapId, sectionId: 0, day }),
    [
      ...(all.some(({ measure }) => measure.indicatorIds.length > 0)
        ? [button(t('roadmaps-button-figures'), 'roadmaps.figures', view.roadmapId, day)]
        : []),
      button(t('roadmaps-button-file'), 'roadmaps.file', view.roadmapId, 0, day),
      button(t('roadmaps-button-asof'), 'roadmaps.asof', view.roadmapId),
    ],
    [button(t('roadmaps-button-back'), 'roadmaps.show', view.roadmapId, 0)],
  ];
  return { html, keyboard };
}

/** One measure on a past day; HTML. */
export function pastLine(locale: Locale, past: PastMeasure): string {
  const { measure, due } = past;
  const date = due ? ` · ${printDayShort(due)}` : '';
  return `${marks[measureStatus(past)]} <b>${measure.number}</b> ${escapeHtml(clip(measure.text, 80))}${date} · ${perCent(locale, measureProgress(past))}`;
}

/** The versions, the newest first; each can be had as a table. */
export function versionsMessage(app: App, locale: Locale, view: RoadmapView, versions: VersionView[]): Screen {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const shown = versions.slice(0, shownRows);
  const blocks = (max: number): string[] =>
    shown.map(({ version, reason, at, by, content }) => {
      const args = { version, day: printDayShort(dayIn(app.zone, at)), n: measuresOf(content).length };
      const who = by ? escapeHtml(clip(postTitle(by, locale), max)) : '';
      const why =
        reason === '' ? t('roadmaps-version-first') : t('roadmaps-version-reason', { reason: clip(reason, max) });
      return [t('roadmaps-version', args), who, why].filter(Boolean).join('\n');
    });
  const keyboard = [
    ...shown.map(({ version }) => [
      button(t('roadmaps-button-version', { version }), 'roadmaps.file', view.roadmapId, version),
    ]),
    [button(t('roadmaps-button-back'), 'roadmaps.show', view.roadmapId, 0)],
  ];
  const title = `<b>${escapeHtml(clip(view.name, 200))}</b>`;
  return { html: fitted((max) => [title, ...blocks(max)].join('\n\n'), 200, 40), keyboard };
}

/** What a table would become, with its doubts; or everything that is wrong with it, by the rows of the file. */
export function planMessage(app: App, locale: Locale, plan: Plan, issuer: string): string {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  if ('tooMany' in plan) return t('roadmaps-import-too-many', { n: plan.tooMany });
  if (plan.missing !== undefined) return t(`roadmaps-import-no-${plan.missing}`);
  const { sections, faults, measures, title } = plan;
  if (faults.length > 0) {
    const lines = faults
      .slice(0, shownRows)
      .map(({ line, fault, words }) => t(`roadmaps-fault-${fault}`, { line, words }));
    const rest = faults.length - lines.length;
    return [
      t('roadmaps-import-faults', { n: faults.length }),
      ...lines,
      ...(rest > 0 ? [t('roadmaps-more', { n: rest })] : []),
      '',
      t('roadmaps-import-nothing'),
    ].join('\n');
  }
  const doubts = sections.flatMap(({ measures }) => measures.flatMap((measure) => doubtLines(app, locale, measure)));
  const named = sections.filter(({ name }) => name !== '').length;
  return [
    ...(title ? [`<b>${escapeHtml(clip(title, 200))}</b>`] : []),
    t('roadmaps-import-plan', { measures, sections: named, issuer }),
    ...leftOutLines(app, locale, plan),
    ...(doubts.length > 0
      ? ['', t('roadmaps-import-doubts', { n: doubts.length }), ...doubts.slice(0, shownRows)]
      : []),
    ...(doubts.length > shownRows ? [t('roadmaps-more', { n: doubts.length - shownRows })] : []),
    '',
    t('roadmaps-import-sure'),
  ].join('\n');
}

function doubtLines(app: App, locale: Locale, { line, doubts }: ImportedMeasure): string[] {
  return doubts.map(
    ({ key, words }) =>
      `⚠️ ${app.t(locale, 'roadmaps-import-row', { line })} ${app.t(locale, key, { words: clip(words, 80) })}`,
  );
}
