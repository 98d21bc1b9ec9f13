// /collect and the buttons of collections, in private: lists, totals, answers, the missing, the workbook; fields of a draft.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { abilitiesOf } from '../org/rules.ts';
import { ownDraft } from '../tasks/draft-actions.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { dropField, setAutoAccept } from './actions.ts';
import { ground } from './ground-queries.ts';
import { answerHandlers } from './intake-handlers.ts';
import type { Screen } from './messages.ts';
import { collectionShares } from './queries.ts';
import {
  fieldsScreen,
  listScreen,
  missingScreen,
  oneScreen,
  sendBook,
  sendFiles,
  showScreen,
  tableScreen,
} from './screen-handlers.ts';

/** The command, the buttons, and what people send as an answer. Before tasks and reports, which take every word for theirs. */
export function collectionsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('collect', async (ctx) => {
    const actor = privately(ctx);
    const question = ctx.match.trim();
    if (question !== '') return begin(ctx, question);
    const { html, keyboard, total } = await listScreen(ctx, 0);
    if (total === 0 && abilitiesOf(actor).has('issue')) return begin(ctx, '');
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'collections.new', async (ctx) => begin(ctx, ''));
  onButton(composer, 'collections.sections', async (ctx) => begin(ctx, '', true));
  onButton(composer, 'collections.list', async (ctx, page) => show(ctx, await listScreen(ctx, idArg(page))));
  onButton(composer, 'collections.show', async (ctx, id) => show(ctx, await showScreen(ctx, idArg(id))));
  onButton(composer, 'collections.table', async (ctx, id, page) =>
    show(ctx, await tableScreen(ctx, idArg(id), idArg(page))),
  );
  onButton(composer, 'collections.missing', async (ctx, id, page) =>
    show(ctx, await missingScreen(ctx, idArg(id), idArg(page))),
  );
  onButton(composer, 'collections.one', async (ctx, id) => show(ctx, await oneScreen(ctx, idArg(id))));
  onButton(composer, 'collections.files', async (ctx, id) => sendFiles(ctx, idArg(id)));
  onButton(composer, 'collections.file', async (ctx, id) => sendBook(ctx, idArg(id)));
  onButton(composer, 'collections.answer', async (ctx, id) => startAnswer(ctx, idArg(id)));
  composer.use(draftHandlers());
  composer.on('callback_query:data', insteadOfReport);
  composer.use(answerHandlers());
  return composer;
}

/** The fields of one's own draft. */
function draftHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  for (const verb of ['begin', 'add'] as const)
    onButton(composer, `collections.${verb}`, async (ctx, id) => {
      await ownDraft(ctx.app, requireActor(ctx), idArg(id));
      await enterDialog(ctx, 'collections.add', { taskId: idArg(id), here: ctx.chat?.id ?? 0 });
    });
  onButton(composer, 'collections.bind', async (ctx, id) => {
    await ownDraft(ctx.app, privately(ctx), idArg(id));
    await enterDialog(ctx, 'collections.bind', { taskId: idArg(id) });
  });
  onButton(composer, 'collections.fields', async (ctx, id) => show(ctx, await fieldsScreen(ctx, idArg(id))));
  onButton(composer, 'collections.drop-field', async (ctx, id) => {
    await dropField(ctx.app, requireActor(ctx), { taskId: idArg(id) });
    await show(ctx, await fieldsScreen(ctx, idArg(id)));
  });
  onButton(composer, 'collections.auto', async (ctx, id, on) => {
    await setAutoAccept(ctx.app, requireActor(ctx), { taskId: idArg(id), autoAccept: idArg(on) === 1 });
    await show(ctx, await fieldsScreen(ctx, idArg(id)));
  });
  return composer;
}

async function begin(ctx: Ctx, question: string, sections = false): Promise<void> {
  if (!abilitiesOf(privately(ctx)).has('issue')) throw new UserError('tasks-may-not-issue');
  await enterDialog(ctx, 'collections.new', { question, sections });
}

/** "Report" under a message about a collection starts the answer. */
async function insteadOfReport(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const [verb, id] = (ctx.callbackQuery?.data ?? '').split(':');
  if (verb !== 'reports.start' || ctx.chat?.type !== 'private' || !ctx.actor) return next();
  const shares = await collectionShares(ctx.app, [idArg(id)]);
  if (shares.size === 0) return next();
  await startAnswer(ctx, idArg(id));
}

async function startAnswer(ctx: Ctx, participationId: number): Promise<void> {
  await ground(ctx.app, privately(ctx), participationId);
  await enterDialog(ctx, 'collections.answer', { participationId });
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
