// Explanations and remedies are asked for by tasks of the organisations where something was found.
import { type App, transaction } from '../app.ts';
import { homePlaceFor } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { plainText } from '../outbox/rules.ts';
import { createDraft } from '../tasks/draft-actions.ts';
import { issueTask } from '../tasks/issue-actions.ts';
import { headPosts } from '../tasks/post-queries.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { escapeHtml } from '../texts.ts';
import { type Day, printDayShort } from '../time.ts';
import { findingFor, findingsPage, type FindingView } from './queries.ts';
import { everything } from './rules.ts';

export type Asked = { number: string; taskId: number };

/**
 * One task for the heads of all organisations of the act that were not asked yet: explain by this day. Throws UserError when nobody is left
 * to be asked, and where the actor may not issue to all of them.
 */
export async function askExplanations(
  app: App,
  actor: Actor,
  { inspectionId, due }: { inspectionId: number; due: Day },
): Promise<Asked> {
  return transaction(app, async (app) => {
    const open = (await ofAct(app, actor, inspectionId)).filter(({ explanation, remedy }) => !explanation && !remedy);
    return ask(app, actor, open, { due, what: 'explanation', measure: null });
  });
}

/** What is to be put right: all of an act that still lacks a remedy, or one finding. `measure`: in the issuer's own words. */
export type NewRemedy = { due: Day; measure: string | null } & ({ inspectionId: number } | { findingId: number });

/**
 * A task to put right what was found, with evidence: a finding closes when its remedy is accepted. Throws UserError when nothing is left to
 * be put right, and where the actor may not issue to all of them.
 */
export async function askRemedy(app: App, actor: Actor, wanted: NewRemedy): Promise<Asked> {
  const { due, measure } = wanted;
  return transaction(app, async (app) => {
    const of = 'findingId' in wanted ? await findingFor(app, actor, wanted.findingId) : null;
    const inspectionId = 'findingId' in wanted ? of?.inspectionId : wanted.inspectionId;
    if (inspectionId === undefined) throw new UserError('telegram-stale-button');
    const open = (await ofAct(app, actor, inspectionId)).filter(
      ({ remedy, findingId }) => !remedy && (of === null || of.findingId === findingId),
    );
    return ask(app, actor, open, { due, what: 'remedy', measure: measure && checkedReason(measure) });
  });
}

/** The findings of an act that the actor may act on, locked; none of them withdrawn. */
async function ofAct(app: App, actor: Actor, inspectionId: number): Promise<FindingView[]> {
  await app.db.$queryRaw`SELECT id FROM inspection WHERE id = ${inspectionId} FOR UPDATE`;
  const filter = { ...everything, inspectionId, state: 'all' as const };
  const { rows } = await findingsPage(app, actor, filter, { skip: 0, take: null });
  return rows.filter(
    ({ stage, path }) => stage !== 'withdrawn' && may(actor, 'findings.import', { orgPath: path }) !== null,
  );
}

type Question = { due: Day; what: 'explanation' | 'remedy'; measure: string | null };

/** Issues one task to the heads of these findings' organisations and ties the findings to it. */
async function ask(app: App, actor: Actor, open: FindingView[], { due, what, measure }: Question): Promise<Asked> {
  const [first] = open;
  if (!first) throw new UserError(`findings-nothing-to-${what}`);
  const heads = await headPosts(app, [...new Set(open.map(({ orgId }) => orgId))]);
  const executorPostIds = [...new Set(heads.values())];
  const text = wording(app, open, { what, measure });
  // What was found at one school is nobody else's in its group.
  const home = executorPostIds.length > 1 ? await homePlaceFor(app, [...new Set(open.map(({ path }) => path))]) : null;
  const { taskId } = await createDraft(app, actor, {
    text: text[actor.locale === 'kk' ? 'kk' : 'ru'],
    locale: actor.locale === 'kk' ? 'kk' : 'ru',
    // Lists and groups call a task for many by its act, whoever wrote the words.
    ...((measure === null || executorPostIds.length > 1) && { title: titleOf(app, first, what) }),
    executorPostIds,
    fanOut: executorPostIds.length > 1,
    due,
    term: 'dated',
    ...(what === 'remedy' && { completionForm: app.t(actor.locale, 'findings-form-remedy') }),
    homePlaceId: home?.placeId ?? null,
  });
  // Both languages: each head reads its own.
  if (measure === null)
    await app.db.task.update({
      where: { id: taskId },
      data: { textKk: text.kk, textRu: text.ru },
    });
  const { number, issuer } = await issueTask(app, actor, { taskId, undoSeconds: 0 });
  await app.db.finding.updateMany({
    where: { id: { in: open.map(({ findingId }) => findingId) } },
    data: what === 'explanation' ? { explanationTaskId: taskId } : { remedyTaskId: taskId },
  });
  await record(app, {
    verb: what === 'explanation' ? 'findings.explanation-asked' : 'findings.remedy-asked',
    entity: 'inspection',
    entityId: first.inspectionId,
    rootOrgId: first.rootOrgId,
    actor: { personId: actor.personId, postId: issuer.postId },
    data: { taskId, due, findings: open.map(({ findingId }) => findingId) },
  });
  return { number, taskId };
}

/** What lists call it by, in one line for both languages. */
function titleOf(app: App, { actNumber, actDay }: FindingView, what: Question['what']): string {
  const short = (['kk', 'ru'] as const).map((locale) => app.t(locale, 'findings-task-short', { what }));
  return `${short.join(' / ')}: акт № ${actNumber}, ${printDayShort(actDay)}`;
}

/** The task in both languages: what is asked about which act, or the measure in the issuer's own words with its ground. */
function wording(
  app: App,
  open: FindingView[],
  { what, measure }: Pick<Question, 'what' | 'measure'>,
): { kk: string; ru: string } {
  const [first] = open as [FindingView];
  const act = { number: first.actNumber, day: printDayShort(first.actDay), body: first.body };
  const one = open.length === 1 ? first.position : 0;
  const text = (locale: 'kk' | 'ru'): string =>
    plainText(
      measure === null
        ? app.t(locale, `findings-task-${what}`, what === 'remedy' ? { ...act, one } : act)
        : `${escapeHtml(measure)}\n${app.t(locale, 'findings-task-basis', act)}`,
    );
  return { kk: text('kk'), ru: text('ru') };
}
