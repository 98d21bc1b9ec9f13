// The screens of collections: what the actor may see of one, as a message; files and the workbook.
import { InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { indicatorFor, indicatorsFor, keeps, tableOf } from '../indicators/queries.ts';
import { totalOf } from '../indicators/rules.ts';
import { nameIn } from '../org/messages.ts';
import { may } from '../org/rights.ts';
import { abilitiesOf } from '../org/rules.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { askedLines } from '../tasks/asked-messages.ts';
import { ownDraft } from '../tasks/draft-actions.ts';
import { countSilent } from '../tasks/nudge-queries.ts';
import { cardView, type TaskView } from '../tasks/queries.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import { type Ctx, privately, requireActor } from '../telegram/context.ts';
import { writeAnswers } from './files.ts';
import type { Screen } from './messages.ts';
import {
  answersOf,
  type AnswerRow,
  collectionOf,
  collectionsFor,
  collectionShares,
  type CollectionView,
  filesOf,
  versionsOf,
} from './queries.ts';
import { type Compared, fieldsMessage, type Head, listMessage, pageLength, showMessage } from './show-messages.ts';
import { missingMessage, oneMessage, tableMessage } from './table-messages.ts';

/** Collections that concern the actor. */
export async function listScreen(ctx: Ctx, page: number): Promise<Screen & { total: number }> {
  const actor = privately(ctx);
  const { rows, total } = await collectionsFor(ctx.app, actor, { skip: page * pageLength, take: pageLength });
  // The list has become shorter since the button was made.
  if (rows.length === 0 && page > 0) return listScreen(ctx, 0);
  return { ...listMessage(wordsOf(ctx), rows, page, total, abilitiesOf(actor).has('issue')), total };
}

type Seen = {
  task: Head;
  view: TaskView;
  collection: CollectionView;
  fields: CollectionView['fields'];
  rows: AnswerRow[];
};

/** What the actor may see of the collection. Throws UserError for nothing at all. */
async function seen(ctx: Ctx, taskId: number): Promise<Seen> {
  const actor = privately(ctx);
  const rows = await answersOf(ctx.app, actor, taskId);
  const collection = rows.length > 0 ? await collectionOf(ctx.app, taskId) : null;
  const view = collection && (await cardView(ctx.app, taskId));
  if (!collection || !view) throw new UserError('telegram-not-allowed');
  const { number, headline, due } = view;
  return { task: { taskId, number: number ?? '', headline, due }, view, collection, fields: collection.fields, rows };
}

/** The state of one collection; for an executor the own answer. */
export async function showScreen(ctx: Ctx, taskId: number): Promise<Screen> {
  const actor = privately(ctx);
  const { task, view, collection, fields, rows } = await seen(ctx, taskId);
  const [only] = rows;
  if (rows.length === 1 && only && isMine(ctx, only)) return oneScreen(ctx, only.participationId);
  const live = liveTaskStates.includes(view.state);
  const silent = live && may(actor, 'tasks.nudge', controlledTask(view)) ? await countSilent(ctx.app, taskId) : 0;
  const compared = await comparedOf(ctx, collection);
  return showMessage(wordsOf(ctx), task, fields, rows, { compared, silent, live });
}

/** Plan and fact of the indicator that the answers fill. */
async function comparedOf(ctx: Ctx, { fields, period }: CollectionView): Promise<Compared[]> {
  const id = fields.find(({ indicatorId }) => indicatorId !== null)?.indicatorId ?? null;
  const indicator = id === null ? null : await indicatorFor(ctx.app, requireActor(ctx), id);
  if (!indicator || period === null) return [];
  const rows = await tableOf(ctx.app, requireActor(ctx), indicator, period);
  return [{ indicator, period, total: totalOf(indicator, rows) }];
}

/** One executor's answer with its history. */
export async function oneScreen(ctx: Ctx, participationId: number): Promise<Screen> {
  privately(ctx);
  const taskId = (await collectionShares(ctx.app, [participationId])).get(participationId);
  if (taskId === undefined) throw new UserError('telegram-stale-button');
  const { task, view, fields, rows } = await seen(ctx, taskId);
  const row = rows.find((each) => each.participationId === participationId);
  if (!row) throw new UserError('telegram-not-allowed');
  const mine = isMine(ctx, row);
  const versions = await versionsOf(ctx.app, participationId);
  const live = liveTaskStates.includes(view.state);
  return oneMessage(wordsOf(ctx), task, fields, row, { versions, mine, live });
}

/** Answers page by page. */
export async function tableScreen(ctx: Ctx, taskId: number, page: number): Promise<Screen> {
  const { task, fields, rows } = await seen(ctx, taskId);
  return tableMessage(wordsOf(ctx), task, fields, rows, page);
}

/** Who has not answered. */
export async function missingScreen(ctx: Ctx, taskId: number, page: number): Promise<Screen> {
  const { task, rows } = await seen(ctx, taskId);
  return missingMessage(wordsOf(ctx), task, rows, page);
}

/** The fields of one's own draft. */
export async function fieldsScreen(ctx: Ctx, taskId: number): Promise<Screen> {
  const { app, locale } = ctx;
  const actor = requireActor(ctx);
  const draft = await ownDraft(app, actor, taskId);
  const collection = await collectionOf(app, taskId);
  const bound = collection?.fields.find(({ indicatorId }) => indicatorId !== null)?.indicatorId ?? null;
  const indicators = await indicatorsFor(app, actor);
  const named = indicators.find(({ indicatorId }) => indicatorId === bound);
  const numbers = collection?.fields.some(({ kind }) => kind === 'number') ?? false;
  return fieldsMessage(wordsOf(ctx), taskId, {
    asked: askedLines({ app, locale }, draft.asks),
    autoAccept: collection?.autoAccept ?? null,
    indicator: named ? nameIn(named, locale) : null,
    mayBind: numbers && ctx.chat?.type === 'private' && indicators.some((each) => keeps(actor, each)),
  });
}

/** The files of one answer, as they were sent. */
export async function sendFiles(ctx: Ctx, participationId: number): Promise<void> {
  await oneScreen(ctx, participationId);
  for (const { kind, telegramFileId } of await filesOf(ctx.app, participationId)) {
    if (telegramFileId === null) continue;
    const sent = kind === 'photo' ? ctx.replyWithPhoto(telegramFileId) : ctx.replyWithDocument(telegramFileId);
    await sent.catch(async (error: unknown) => {
      ctx.app.log.warn({ err: error }, 'collections.file-lost');
      await ctx.say('reports-file-lost', { n: 1 });
    });
  }
}

/** Everything as a workbook. */
export async function sendBook(ctx: Ctx, taskId: number): Promise<void> {
  const { task, fields, rows } = await seen(ctx, taskId);
  const bytes = await writeAnswers(ctx.app, ctx.locale, { ...task, fields, rows });
  await ctx.replyWithDocument(new InputFile(bytes, `answers-${task.number.replace(/[^\p{L}\p{N}]+/gu, '-')}.xlsx`));
}

function isMine(ctx: Ctx, { postId }: AnswerRow): boolean {
  return requireActor(ctx).posts.some((post) => post.postId === postId);
}

function wordsOf({ app, locale }: Ctx) {
  return { app, locale };
}
