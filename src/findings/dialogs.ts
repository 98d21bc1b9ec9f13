// Conversations about findings: an act from a table, explanations and remedies by a date, a withdrawal.
import type { App } from '../app.ts';
import { createCalendar, loadOverrides } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { readTable } from '../files/read-source.ts';
import { leftOutLines, sheetLines } from '../files/table-messages.ts';
import { orgName } from '../org/messages.ts';
import { type Actor, issuingPostForAll } from '../org/rules.ts';
import { readDue } from '../reading/dates/dates.ts';
import { postViews } from '../tasks/post-queries.ts';
import { button } from '../telegram/buttons.ts';
import { agreed, confirmed } from '../telegram/confirm.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { downloadFile } from '../telegram/download.ts';
import { ownApi } from '../telegram/own-api.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { addMonths, type Day, dayIn, printDay } from '../time.ts';
import { importAct, withdrawFinding } from './actions.ts';
import { type Asked, askExplanations, askRemedy } from './ask-actions.ts';
import { type Entry, type Head, longestBody, longestNumber, planImport, readDay } from './import-rules.ts';
import { planMessage } from './import-messages.ts';
import { findingFor, nameable } from './queries.ts';
import { categories, cleanActNumber, everything, filterCode, severities } from './rules.ts';

/** Of a table in MB: plenty for the findings of a region, and read while others wait. */
const largestTable = 1;
const longestMeasure = 1000;
/** Organisations named before the press; the others are counted. */
const namedOrgs = 8;

export const findingsDialogs: DialogDefinition[] = [
  { id: 'findings.import', run: importTable },
  { id: 'findings.explain', run: explain },
  { id: 'findings.remedy', run: remedy },
  { id: 'findings.withdraw', run: withdraw },
];

async function importTable(talk: Talk): Promise<void> {
  const read = await readPlan(talk);
  if (!read) return;
  const { entries, head, orgs, issues, left } = read;
  const { body, actNumber, actDay } = await askHead(talk, head);
  if (actDay === null) return;
  const explainBy = issues ? await askExplainBy(talk) : null;
  if (explainBy === undefined) return;
  const about = { body, number: actNumber, day: printDay(talk.locale, actDay), n: entries.length };
  const lines = [
    talk.t('findings-confirm', about),
    ...countLines(talk, entries),
    orgsLine(talk, orgs),
    ...left,
    explainBy
      ? talk.t('findings-confirm-explain', { due: printDay(talk.locale, explainBy) })
      : talk.t(issues ? 'findings-confirm-later' : 'findings-confirm-leader'),
  ];
  if (!(await confirmed(talk, lines.join('\n')))) return;
  const done = await talk.act((app, actor) =>
    importAct(app, actor, { body, actNumber, actDay, entries, explainBy: explainBy ?? null }),
  );
  if (!done.ok) return;
  const { asked, inspectionId } = done.value;
  const code = filterCode({ ...everything, inspectionId });
  const keyboard = [[button(talk.t('findings-button-open'), 'findings.list', code, 0)]];
  await talk.sayHtml(importedText(talk, entries.length, asked), { keyboard });
}

/** `left`: what was left out of the table, in words. */
type Read = { entries: Entry[]; head: Head; orgs: string[]; issues: boolean; left: string[] };

/**
 * The table, from a file or pasted; one with faults is told of, and its mended successor awaited.
 * Null when there is none to be read, which the person was told. `issues`: may give tasks to all heads.
 */
async function readPlan(talk: Talk): Promise<Read | null> {
  for (let question = talk.t('findings-ask-file'); ;) {
    const { files, text = '' } = await talk.ask(question, { files: true });
    const [file] = files ?? [];
    const wrong = file && file.kind !== 'document';
    if (wrong || (file?.size ?? 0) > largestTable * 1024 * 1024) {
      await talk.say(wrong ? 'files-no-table' : 'files-too-big', wrong ? {} : { max: largestTable });
      return null;
    }
    const read = await talk.act(async (app, actor) => {
      const bytes = file ? await downloadFile(app, ownApi(app), file.fileId) : Buffer.from(text);
      return planOf(app, actor, bytes);
    });
    if (!read.ok) return null;
    if (!('refusal' in read.value)) return read.value;
    question = `${read.value.refusal}\n\n${talk.t('files-send-again')}`;
  }
}

async function planOf(app: App, actor: Actor, bytes: Uint8Array): Promise<Read | { refusal: string }> {
  const candidates = await nameable(app, actor);
  const table = await readTable(bytes);
  const plan = planImport(table.rows, candidates);
  if ('missing' in plan || plan.faults.length > 0 || plan.entries.length === 0)
    return { refusal: [...sheetLines(app, actor.locale, table), planMessage(app, actor.locale, plan)].join('\n') };
  const { entries, head } = plan;
  const named = candidates.filter(({ orgId }) => entries.some((entry) => entry.orgId === orgId));
  const posts = await postViews(
    app,
    named.flatMap(({ headPostId }) => headPostId ?? []),
  );
  const heads = posts.map(({ role, org }) => ({ role, orgPath: org.path, orgType: org.type }));
  const orgs = named.map((org) => orgName(org, actor.locale));
  const left = [...sheetLines(app, actor.locale, table), ...leftOutLines(app, actor.locale, plan)];
  return { entries, head, orgs, issues: issuingPostForAll(actor, heads) !== null, left };
}

function importedText(talk: Talk, n: number, asked: Asked | null): string {
  const done = talk.t('findings-imported', { n });
  return asked ? `${done}\n${talk.t('findings-asked', { number: asked.number })}` : done;
}

/** What the file did not say of the act. */
async function askHead(talk: Talk, head: Head): Promise<{ body: string; actNumber: string; actDay: Day | null }> {
  const body = head.body ?? (await talk.ask(talk.t('findings-ask-body'), { maxLength: longestBody })).text ?? '';
  let actNumber = head.actNumber ?? '';
  while (actNumber === '') {
    const { text = '' } = await talk.ask(talk.t('findings-ask-number'), { maxLength: longestNumber });
    actNumber = cleanActNumber(text);
  }
  const actDay = head.actDay ?? (await askDate(talk, talk.t('findings-ask-day'), 'past'));
  return { body, actNumber, actDay: actDay ?? null };
}

/** Null: later; undefined: the day could not be asked. */
async function askExplainBy(talk: Talk): Promise<Day | null | undefined> {
  const later: Choice = { label: talk.t('findings-button-later'), value: 'later' };
  return askDate(talk, talk.t('findings-ask-explain'), 'future', [[later]]);
}

function countLines(talk: Talk, entries: Entry[]): string[] {
  const count = (label: string, of: Entry[]): string[] => (of.length > 0 ? [`${label}: ${of.length}`] : []);
  const by = severities.flatMap((severity) =>
    count(
      talk.t(`findings-severity-${severity}`),
      entries.filter((entry) => entry.severity === severity),
    ),
  );
  const of = categories.flatMap((category) =>
    count(
      talk.t(`findings-category-${category}`),
      entries.filter((entry) => entry.category === category),
    ),
  );
  return [by.join(' · '), of.join(' · ')];
}

function orgsLine(talk: Talk, orgs: string[]): string {
  const names = orgs.slice(0, namedOrgs).join('; ');
  const more = orgs.length > namedOrgs ? orgs.length - namedOrgs : 0;
  return talk.t('findings-confirm-orgs', { n: orgs.length, names, more });
}

async function explain(talk: Talk, args: DialogArgs): Promise<void> {
  const inspectionId = Number(args['inspectionId']);
  const due = await askDate(talk, talk.t('findings-ask-explain'), 'future');
  if (!due) return;
  if (!(await confirmed(talk, talk.t('findings-confirm-explain-now', { due: printDay(talk.locale, due) })))) return;
  const done = await talk.act((app, actor) => askExplanations(app, actor, { inspectionId, due }));
  if (done.ok) await askedFor(talk, 'findings-asked', inspectionId, done.value.number);
}

async function remedy(talk: Talk, args: DialogArgs): Promise<void> {
  const [inspectionId, findingId] = [Number(args['inspectionId']), Number(args['findingId'])];
  const whole: Choice = { label: talk.t('findings-button-whole'), value: 'whole' };
  const said = await talk.ask(talk.t('findings-ask-measure'), { choices: [[whole]], maxLength: longestMeasure });
  const measure = said.text ?? null;
  const due = await askDate(talk, talk.t('findings-ask-remedy'), 'future');
  if (!due) return;
  const about = { due: printDay(talk.locale, due), measure: measure ?? '', given: measure === null ? 'no' : 'yes' };
  if (!(await confirmed(talk, talk.t('findings-confirm-remedy', about)))) return;
  const of = findingId > 0 ? { findingId } : { inspectionId };
  const done = await talk.act((app, actor) => askRemedy(app, actor, { due, measure, ...of }));
  if (done.ok) await askedFor(talk, 'findings-remedy-asked', inspectionId, done.value.number);
}

/** What was asked for, with the way back to the findings of the act. */
async function askedFor(talk: Talk, key: string, inspectionId: number, number: string): Promise<void> {
  const code = filterCode({ ...everything, inspectionId: inspectionId > 0 ? inspectionId : null });
  const keyboard = [[button(talk.t('findings-button-open'), 'findings.list', code, 0)]];
  await talk.sayHtml(talk.t(key, { number }), { keyboard });
}

async function withdraw(talk: Talk, args: DialogArgs): Promise<void> {
  const findingId = Number(args['findingId']);
  const found = await talk.act(async (app, actor) => {
    const finding = await findingFor(app, actor, findingId);
    if (!finding) throw new UserError('telegram-not-allowed');
    return { position: finding.position, number: finding.actNumber };
  });
  if (!found.ok) return;
  const { text: reason = '' } = await talk.ask(talk.t('findings-ask-reason', found.value), { maxLength: 1000 });
  if (!(await agreed(talk, talk.t('findings-confirm-withdraw', { ...found.value, reason }))))
    return talk.say('telegram-cancelled');
  const done = await talk.act((app, actor) => withdrawFinding(app, actor, { findingId, reason }));
  if (!done.ok) return;
  const { stays } = done.value;
  await talk.say('findings-withdrawn-now');
  if (stays !== null) await talk.say('findings-task-stays', { number: stays });
}

/** A day from today on, or one of the last two years. Null for a press on `extra`, undefined when it could not be asked. */
async function askDate(
  talk: Talk,
  html: string,
  when: 'past' | 'future',
  extra: Choice[][] = [],
): Promise<Day | null | undefined> {
  const ground = await talk.act(async (app) => ({
    today: dayIn(app.zone, app.now()),
    overrides: await loadOverrides(app),
  }));
  if (!ground.ok) return undefined;
  const { today, overrides } = ground.value;
  const calendar = createCalendar(overrides);
  const parse = (text: string): { day: Day } | { impossible: true } | null => {
    const written = when === 'past' ? readDay(text) : null;
    if (written) return { day: written };
    const read = readDue(text, { today, calendar, week: 5 });
    return read && (read.impossible ? { impossible: true } : { day: read.day });
  };
  const bounds = when === 'past' ? { min: addMonths(today, -24), max: today } : { min: today };
  const isDayOff = (day: Day): boolean => !calendar.isWorkingDay(day, 5);
  const { day } = await askDay(talk, html, { today, ...bounds, parse, extra, ...(when === 'future' && { isDayOff }) });
  return day ?? null;
}
