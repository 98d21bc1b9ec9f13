// Findings on screen: the list with its filters, a choice of category, act or school with counts, one finding.
import type { App } from '../app.ts';
import { clip, nameIn, orgName } from '../org/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { type Locale, raw, type TextArgs } from '../texts.ts';
import { printDayShort } from '../time.ts';
import type { FindingView, Group, Step, Tally } from './queries.ts';
import { categories, type Dimension, everything, type Filter, filterCode, filterStates, severities } from './rules.ts';

export type Screen = { html: string; keyboard: Keyboard };
export const pageLength = 6;
export const groupsOnPage = 10;
const marks = { critical: '🔴', major: '🟠', minor: '🟡' } as const;

export type ListScreen = {
  filter: Filter;
  rows: FindingView[];
  tally: Tally;
  page: number;
  total: number;
  /** The act or organisation of the filter, as it is called. */
  act: string | null;
  org: string | null;
  /** Stands above somebody: brings in acts, asks for explanations and remedies. */
  keeps: boolean;
  /** May give tasks at all. */
  issues: boolean;
  /** Of one organisation only, which needs no choice of one. */
  single: boolean;
};

/** One page of findings: what they are, how far they have come, filters below. */
export function listMessage(app: App, locale: Locale, screen: ListScreen): Screen {
  const { filter, rows, tally, page, total, keeps, issues, single } = screen;
  const t = (key: string, args: TextArgs = {}): string => app.t(locale, key, args);
  const code = filterCode(filter);
  const last = Math.max(0, Math.ceil(total / pageLength) - 1);
  const head = t('findings-title', { total, overdue: tally.overdue, review: tally.review });
  const lines = rows.map((row, index) => listLine(app, locale, row, page * pageLength + index + 1, !single));
  const open = rows.map(({ findingId }, index) =>
    button(String(page * pageLength + index + 1), 'findings.show', findingId, code, page),
  );
  const empty = rows.length === 0 ? [t('findings-none')] : [];
  return {
    html: [[head, ...filterLines(t, screen)].join('\n'), ...empty, ...lines].join('\n\n'),
    keyboard: [
      ...(open.length > 0 ? [open] : []),
      ...turns('findings.list', [code], page, last),
      ...filterButtons(t, screen, code),
      ...(keeps && issues && filter.inspectionId !== null ? actButtons(t, filter.inspectionId, tally) : []),
      [
        ...(total > 0 ? [button(t('findings-button-file'), 'findings.file', code)] : []),
        ...(keeps ? [button(t('findings-button-import'), 'findings.import')] : []),
      ],
      ...(keeps ? [[button(t('findings-button-template'), 'findings.template')]] : []),
    ].filter((row) => row.length > 0),
  };
}

function listLine(app: App, locale: Locale, row: FindingView, n: number, withOrg: boolean): string {
  const { severity, category, text } = row;
  return app.t(locale, 'findings-line', {
    n,
    mark: marks[severity],
    of: withOrg ? 'many' : 'one',
    org: clip(orgName(row, locale), 60),
    category: app.t(locale, `findings-category-${category}`),
    text: clip(text, 120),
    stage: stageOf(app, locale, row),
  });
}

/** "Объяснение запрошено, срок 25.12.2026", with the mark of what is late. */
function stageOf(app: App, locale: Locale, { stage, overdue, explanation, remedy }: FindingView): string {
  const due = stage === 'asked' ? explanation?.due : stage === 'remedying' ? remedy?.due : null;
  const words = app.t(locale, `findings-stage-${stage}`);
  const dated = due ? app.t(locale, 'findings-until', { stage: words, due: printDayShort(due) }) : words;
  return overdue ? `${dated} · ${app.t(locale, 'findings-overdue')}` : dated;
}

type Say = (key: string, args?: TextArgs) => string;

function filterLines(t: Say, { filter, act, org }: ListScreen): string[] {
  const { category, severity, state } = filter;
  const parts = [
    ...(act ? [t('findings-filter-act', { act })] : []),
    ...(org ? [t('findings-filter-org', { org })] : []),
    ...(category ? [t(`findings-category-${category}`)] : []),
    ...(severity ? [t(`findings-severity-${severity}`)] : []),
    t(`findings-state-${state}`),
  ];
  return [t('findings-filter', { filter: raw(parts.join(' · ')) })];
}

/** Where nothing is listed, only what has been chosen can be changed. */
function filterButtons(t: Say, { filter, total, single }: ListScreen, code: string): Keyboard {
  const choose = (by: Dimension, chosen: unknown): Keyboard[number] =>
    total > 0 || chosen !== null ? [button(t(`findings-by-${by}`), 'findings.choose', by, code, 0)] : [];
  const org = single ? [] : choose('org', filter.orgId);
  return [
    [...choose('category', filter.category), ...choose('severity', filter.severity)],
    [...choose('act', filter.inspectionId), ...org, ...choose('state', filter.state)],
    ...(code === filterCode(everything)
      ? []
      : [[button(t('findings-button-all'), 'findings.list', filterCode(everything), 0)]]),
  ];
}

function actButtons(t: Say, inspectionId: number, { unasked, unremedied }: Tally): Keyboard {
  return [
    ...(unasked > 0 ? [[button(t('findings-button-explain', { n: unasked }), 'findings.explain', inspectionId)]] : []),
    ...(unremedied > 0
      ? [[button(t('findings-button-remedy-all', { n: unremedied }), 'findings.remedy', inspectionId, 0)]]
      : []),
  ];
}

/** The values of one part of the filter, each with its count. */
export function chooseMessage(
  app: App,
  locale: Locale,
  { by, filter, groups, page }: { by: Dimension; filter: Filter; groups: Group[]; page: number },
): Screen {
  const t: Say = (key, args = {}) => app.t(locale, key, args);
  const code = filterCode(filter);
  const last = Math.max(0, Math.ceil(groups.length / groupsOnPage) - 1);
  const at = Math.min(page, last);
  const label = (group: Group): string => {
    const name = by === 'act' || by === 'org' ? clip(nameIn(group, locale), 44) : t(`findings-${by}-${group.value}`);
    return group.overdue > 0 ? `${name}: ${group.total} (⏰ ${group.overdue})` : `${name}: ${group.total}`;
  };
  const rows = groups.slice(at * groupsOnPage, (at + 1) * groupsOnPage);
  return {
    html: t(`findings-choose-${by}`, { n: groups.length }),
    keyboard: [
      ...rows.map((group) => [button(label(group), 'findings.list', filterCode(chosen(filter, by, group.value)), 0)]),
      ...turns('findings.choose', [by, code], at, last),
      [button(t('findings-button-back'), 'findings.list', code, 0)],
    ],
  };
}

function chosen(filter: Filter, by: Dimension, value: string): Filter {
  switch (by) {
    case 'category':
      return { ...filter, category: categories.find((each) => each === value) ?? null };
    case 'severity':
      return { ...filter, severity: severities.find((each) => each === value) ?? null };
    case 'state':
      return { ...filter, state: filterStates.find((each) => each === value) ?? 'open' };
    case 'act':
      return { ...filter, inspectionId: Number(value) };
    case 'org':
      return { ...filter, orgId: Number(value) };
  }
}

/** One finding with its act and its two tasks. */
export function findingMessage(
  app: App,
  locale: Locale,
  {
    finding,
    code,
    page,
    keeps,
    issues,
  }: { finding: FindingView; code: string; page: number; keeps: boolean; issues: boolean },
): Screen {
  const t: Say = (key, args = {}) => app.t(locale, key, args);
  const { findingId, explanation, remedy, stage, closingReason } = finding;
  const stepLine = (what: 'explanation' | 'remedy', step: Step | null): string[] =>
    step
      ? [
          t(`findings-step-${what}`, {
            number: step.number,
            due: step.due ? printDayShort(step.due) : '—',
            late: step.late ? 'yes' : 'no',
          }),
        ]
      : [];
  const html = [
    t('findings-card', {
      mark: marks[finding.severity],
      position: finding.position,
      number: finding.actNumber,
      day: printDayShort(finding.actDay),
      body: finding.body,
      org: orgName(finding, locale),
      category: t(`findings-category-${finding.category}`),
      severity: t(`findings-severity-one-${finding.severity}`),
      text: finding.text,
      stage: stageOf(app, locale, finding),
    }),
    ...stepLine('explanation', explanation),
    ...stepLine('remedy', remedy),
    ...(stage === 'withdrawn' ? [t('findings-reason', { reason: closingReason ?? '' })] : []),
  ].join('\n');
  const steps = [explanation, remedy].flatMap((step) =>
    step ? [button(t('findings-button-task', { number: step.number }), 'tasks.open', step.taskId)] : [],
  );
  const mine = keeps && stage !== 'withdrawn' && stage !== 'closed';
  return {
    html,
    keyboard: [
      ...(steps.length > 0 ? [steps] : []),
      ...(mine && issues && !remedy
        ? [[button(t('findings-button-remedy'), 'findings.remedy', finding.inspectionId, findingId)]]
        : []),
      ...(mine ? [[button(t('findings-button-withdraw'), 'findings.withdraw', findingId)]] : []),
      [button(t('findings-button-back'), 'findings.list', code, page)],
    ],
  };
}
