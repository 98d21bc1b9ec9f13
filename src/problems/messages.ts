// Problems on screen: the register with its filters, a choice with counts, one problem with its measures and indicators.
import type { App } from '../app.ts';
import { printNumber } from '../indicators/messages.ts';
import { printPeriod } from '../indicators/period-rules.ts';
import { clip, nameIn, orgName } from '../org/messages.ts';
import { marks as measureMarks } from '../roadmaps/measure-messages.ts';
import { perCent } from '../roadmaps/messages.ts';
import { fitted } from '../tasks/messages.ts';
import { button, plain, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml, type Locale, raw, type TextArgs } from '../texts.ts';
import { printDayShort } from '../time.ts';
import type { SeenMeasure } from './measure-queries.ts';
import type { Group, ProblemCard, ProblemView } from './queries.ts';
import { type Dimension, everything, type Filter, filterCode, filterStates, severities } from './rules.ts';
import type { TargetView } from './target-queries.ts';

export type Screen = { html: string; keyboard: Keyboard };
export const pageLength = 6;
const groupsOnPage = 10;
const shownTargets = 12;
const marks = { critical: '🔴', major: '🟠', minor: '🟡' } as const;

type Say = (key: string, args?: TextArgs) => string;
const sayer =
  (app: App, locale: Locale): Say =>
  (key, args = {}) =>
    app.t(locale, key, args);

export type ListScreen = {
  filter: Filter;
  rows: ProblemView[];
  page: number;
  total: number;
  /** The organisation of the filter, as it is called. */
  org: string | null;
  /** May enter problems. */
  keeps: boolean;
};

/** One page of the register: what is wrong where, and how much of it is solved. */
export function listMessage(app: App, locale: Locale, screen: ListScreen): Screen {
  const { filter, rows, page, total, keeps, org } = screen;
  const t = sayer(app, locale);
  const code = filterCode(filter);
  const last = Math.max(0, Math.ceil(total / pageLength) - 1);
  const parts = [
    ...(org === null ? [] : [escapeHtml(org)]),
    ...(filter.severity ? [t(`problems-severities-${filter.severity}`)] : []),
    t(`problems-states-${filter.state}`),
  ];
  const head = [t('problems-title', { total }), t('problems-filter', { filter: raw(parts.join(' · ')) })].join('\n');
  const lines = rows.map((row, index) => listLine(t, locale, row, page * pageLength + index + 1));
  const open = rows.map(({ problemId }, index) =>
    button(String(page * pageLength + index + 1), 'problems.show', problemId, code, page),
  );
  const plain = filterCode(everything);
  return {
    html: [head, ...(rows.length === 0 ? [t('problems-none')] : []), ...lines].join('\n\n'),
    keyboard: [
      ...(open.length > 0 ? [open] : []),
      ...turns('problems.list', [code], page, last),
      // Where nothing is listed, only what has been chosen can be changed.
      (['org', 'severity', 'state'] as const)
        .filter((by) => by === 'state' || total > 0 || filter[by === 'org' ? 'orgId' : 'severity'] !== null)
        .map((by) => button(t(`problems-by-${by}`), 'problems.choose', by, code, 0)),
      ...(code === plain ? [] : [[button(t('problems-button-all'), 'problems.list', plain, 0)]]),
      ...(total > 0 ? [[button(t('problems-button-file'), 'problems.file', code)]] : []),
      ...(keeps ? [[button(t('problems-button-add'), 'problems.add')]] : []),
    ],
  };
}

function listLine(t: Say, locale: Locale, row: ProblemView, n: number): string {
  const { severity, type, text, measures, targets } = row;
  return t('problems-line', {
    ...{ n, mark: marks[severity], measures, targets: targets.length },
    org: clip(orgName(row, locale), 60),
    type: clip(type, 60),
    text: clip(text, 120),
    state: stateOf(t, row),
    met: targets.filter(({ met }) => met).length,
  });
}

/** 'открыта', or 'закрыта 01.12.2026'. */
function stateOf(t: Say, { state, ended }: ProblemView): string {
  const words = t(`problems-state-${state}`);
  return ended ? `${words} ${printDayShort(ended)}` : words;
}

/** The values of one part of the filter, each with its count. */
export function chooseMessage(
  app: App,
  locale: Locale,
  { by, filter, groups, page }: { by: Dimension; filter: Filter; groups: Group[]; page: number },
): Screen {
  const t = sayer(app, locale);
  const code = filterCode(filter);
  const last = Math.max(0, Math.ceil(groups.length / groupsOnPage) - 1);
  const at = Math.min(page, last);
  const named = { severity: 'severities', state: 'states' } as const;
  const label = (group: Group): string =>
    `${by === 'org' ? clip(nameIn(group, locale), 44) : t(`problems-${named[by]}-${group.value}`)}: ${group.total}`;
  return {
    html: t(`problems-choose-${by}`),
    keyboard: [
      ...groups
        .slice(at * groupsOnPage, (at + 1) * groupsOnPage)
        .map((group) => [button(label(group), 'problems.list', filterCode(chosen(filter, by, group.value)), 0)]),
      ...turns('problems.choose', [by, code], at, last),
      [button(t('problems-button-back'), 'problems.list', code, 0)],
    ],
  };
}

function chosen(filter: Filter, by: Dimension, value: string): Filter {
  if (by === 'org') return { ...filter, orgId: Number(value) };
  if (by === 'severity') return { ...filter, severity: severities.find((each) => each === value) ?? null };
  return { ...filter, state: filterStates.find((each) => each === value) ?? 'open' };
}

export type CardScreen = { problem: ProblemCard; code: string; page: number; keeps: boolean };

/** One problem: what is wrong, what is done about it, and whether the indicators have reached their plan. */
export function cardMessage(app: App, locale: Locale, screen: CardScreen): Screen {
  const { problem, code, page, keeps } = screen;
  const t = sayer(app, locale);
  return {
    html: fitted((max) => cardHtml(t, locale, problem, max), 1000, 60),
    keyboard: [...cardButtons(t, problem, keeps), [button(t('problems-button-back'), 'problems.list', code, page)]],
  };
}

function cardHtml(t: Say, locale: Locale, problem: ProblemCard, max: number): string {
  const { severity, type, text, since, endingReason, linked, measures, targets, state } = problem;
  const short = (words: string, most: number): string => clip(words, Math.min(most, max));
  const met = targets.filter((each) => each.met).length;
  // What has not reached its plan is what one looks for.
  const named = targets.filter(({ seen }) => seen);
  const shown = named.toSorted((a, b) => Number(a.met) - Number(b.met)).slice(0, shownTargets);
  const lines = [
    t('problems-card', {
      ...{ mark: marks[severity], type, since: printDayShort(since), state: stateOf(t, problem) },
      org: orgName(problem, locale),
      severity: t(`problems-severity-${severity}`),
      text: short(text, max),
    }),
    ...(endingReason === null ? [] : [t('problems-reason', { reason: short(endingReason, 300) })]),
    '',
    t('problems-measures', { n: measures }),
    ...linked.map((measure) => measureLine(locale, measure, short)),
    ...(measures > linked.length ? [t('problems-measures-hidden', { n: measures - linked.length })] : []),
    '',
    t(targets.length > 0 ? 'problems-targets' : 'problems-targets-none', { n: targets.length, met }),
    ...shown.map((target) => targetLine(t, locale, target, short)),
    ...(named.length > shown.length ? [t('problems-more', { n: named.length - shown.length })] : []),
    ...(targets.length > named.length ? [t('problems-targets-hidden', { n: targets.length - named.length })] : []),
    ...(state === 'closed' && met < targets.length ? [t('problems-closed-but')] : []),
  ];
  return lines.join('\n');
}

type Short = (words: string, most: number) => string;

function measureLine(locale: Locale, measure: SeenMeasure, short: Short): string {
  const { status, number, text, due, progress, roadmap } = measure;
  const facts = [...(due ? [printDayShort(due)] : []), perCent(locale, progress), escapeHtml(short(roadmap, 60))];
  return `${measureMarks[status]} <b>${number}</b> ${escapeHtml(short(text, 100))} · ${facts.join(' · ')}`;
}

function targetLine(t: Say, locale: Locale, target: TargetView, short: Short): string {
  const { names, unit, periodKind, period, plan, fact, met, withoutNumber } = target;
  const number = (value: number | null): string => (value === null ? '—' : printNumber(locale, value));
  const line = t('problems-target', {
    mark: met ? '✅' : '▫️',
    name: short(nameIn(names, locale), 100),
    unit: nameIn(unit, locale),
    period: period === null ? '—' : printPeriod(locale, periodKind, period),
    plan: number(plan),
    fact: number(fact),
  });
  return withoutNumber > 0 ? `${line} · ${t('problems-words', { n: withoutNumber })}` : line;
}

/** The indicators of a problem in plain words, a line each; those that the reader does not see are left out. */
export function targetWords(app: App, locale: Locale, targets: TargetView[]): string[] {
  const t = sayer(app, locale);
  return targets.filter(({ seen }) => seen).map((target) => plain(targetLine(t, locale, target, (words) => words)));
}

function cardButtons(t: Say, { problemId, linked, state }: ProblemCard, keeps: boolean): Keyboard {
  const mayUnlink = keeps && state === 'open';
  const measures = linked.map(({ measureId, number, text }) => [
    button(clip(`${number} ${text}`, 40), 'roadmaps.measure', measureId),
    ...(mayUnlink ? [button(`✖️ ${number}`, 'problems.unlink', problemId, measureId)] : []),
  ]);
  if (!keeps) return measures;
  const act = (what: string): Keyboard[number] => [button(t(`problems-button-${what}`), `problems.${what}`, problemId)];
  if (state !== 'open') return [...measures, act('reopen')];
  return [...measures, act('link'), [...act('close'), ...act('withdraw')]];
}
