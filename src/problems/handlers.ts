// /problems in private: the register with its filters, one problem, and the presses that link, close and open it again.
import { Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { nameIn } from '../org/messages.ts';
import { may } from '../org/rights.ts';
import { type Actor, readableScopes, scopeOf } from '../org/rules.ts';
import { idArg, knownArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { closeProblem, unlinkMeasure } from './actions.ts';
import { writeProblems } from './files.ts';
import { cardMessage, chooseMessage, listMessage, pageLength, type Screen } from './messages.ts';
import { cardFor, problemFor, problemGroups, problemsPage } from './queries.ts';
import { type Dimension, dimensions, everything, type Filter, filterCode, readFilter } from './rules.ts';

/** The command and buttons of the register of problems. */
export function problemsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('problems', async (ctx) => {
    const { html, keyboard } = await listScreen(ctx, everything, 0);
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'problems.list', async (ctx, code, page) =>
    show(ctx, await listScreen(ctx, filterArg(code), idArg(page))),
  );
  onButton(composer, 'problems.choose', async (ctx, by, code, page) =>
    show(ctx, await chooseScreen(ctx, dimensionArg(by), filterArg(code), idArg(page))),
  );
  onButton(composer, 'problems.file', async (ctx, code) => {
    const { rows } = await problemsPage(ctx.app, reader(ctx), filterArg(code), { skip: 0, take: null });
    await ctx.replyWithDocument(new InputFile(await writeProblems(ctx.app, ctx.locale, rows), 'problems.xlsx'));
  });
  onButton(composer, 'problems.show', async (ctx, id, code, page) => {
    // Buttons of conversations name no list to go back to.
    const filter = code === undefined ? everything : filterArg(code);
    await show(ctx, await cardScreen(ctx, idArg(id), filter, page === undefined ? 0 : idArg(page)));
  });
  onButton(composer, 'problems.unlink', async (ctx, id, measureId) => {
    const problemId = idArg(id);
    await unlinkMeasure(ctx.app, reader(ctx), { problemId, measureId: idArg(measureId) });
    await toast(ctx, ctx.t('problems-unlinked'));
    await show(ctx, await cardScreen(ctx, problemId));
  });
  onButton(composer, 'problems.close', async (ctx, id) => {
    const problemId = idArg(id);
    await closeProblem(ctx.app, reader(ctx), { problemId });
    await toast(ctx, ctx.t('problems-closed-now'));
    await show(ctx, await cardScreen(ctx, problemId));
  });
  onButton(composer, 'problems.add', async (ctx) => {
    if (!keepsAtAll(privately(ctx))) throw new UserError('telegram-not-allowed');
    await enterDialog(ctx, 'problems.add');
  });
  for (const what of ['link', 'withdraw', 'reopen'] as const)
    onButton(composer, `problems.${what}`, async (ctx, id) => {
      const problem = await problemFor(ctx.app, reader(ctx), idArg(id));
      if (!problem || !keeps(privately(ctx), problem)) throw new UserError('telegram-not-allowed');
      await enterDialog(ctx, `problems.${what}`, { problemId: problem.problemId });
    });
  return composer;
}

/** Whoever reads problems at all: of a subtree, or of the own organisation. */
function reader(ctx: Ctx): Actor {
  const actor = privately(ctx);
  if (readableScopes(actor).length === 0) throw new UserError('telegram-not-allowed');
  return actor;
}

const keeps = (actor: Actor, { path }: { path: string }): boolean =>
  may(actor, 'problems.keep', { orgPath: path }) !== null;

/** Leads or serves any organisation. */
function keepsAtAll(actor: Actor): boolean {
  return actor.posts.some((post) => keeps({ ...actor, posts: [post] }, { path: scopeOf(post) }));
}

const filterArg = (code: string | undefined): Filter => knownArg(readFilter(code));

const dimensionArg = (by: string | undefined): Dimension => knownArg(dimensions.find((each) => each === by));

async function listScreen(ctx: Ctx, filter: Filter, page: number): Promise<Screen> {
  const { app, locale } = ctx;
  const actor = reader(ctx);
  const { rows, total } = await problemsPage(app, actor, filter, { skip: page * pageLength, take: pageLength });
  // The list has become shorter since the button was made.
  if (rows.length === 0 && page > 0) return listScreen(ctx, filter, 0);
  const org = await orgOf(ctx, actor, filter);
  return listMessage(app, locale, { filter, rows, page, total, org, keeps: keepsAtAll(actor) });
}

/** What the organisation of a filter is called, where the actor sees a problem of it. */
async function orgOf(ctx: Ctx, actor: Actor, { orgId }: Filter): Promise<string | null> {
  if (orgId === null) return null;
  const [group] = await problemGroups(ctx.app, actor, { severity: null, orgId, state: 'all' }, 'org');
  return group ? nameIn(group, ctx.locale) : null;
}

async function chooseScreen(ctx: Ctx, by: Dimension, filter: Filter, page: number): Promise<Screen> {
  const { app, locale } = ctx;
  const open: Record<Dimension, Filter> = {
    severity: { ...filter, severity: null },
    org: { ...filter, orgId: null },
    state: { ...filter, state: 'all' },
  };
  const groups = await problemGroups(app, reader(ctx), open[by], by);
  const shown = by === 'state' ? [...groups, allOf(groups)] : groups;
  return chooseMessage(app, locale, { by, filter: by === 'state' ? filter : open[by], groups: shown, page });
}

const allOf = (groups: { total: number }[]) => ({
  ...{ value: 'all', nameKk: '', nameRu: '' },
  total: groups.reduce((sum, { total }) => sum + total, 0),
});

async function cardScreen(ctx: Ctx, problemId: number, filter = everything, page = 0): Promise<Screen> {
  const actor = reader(ctx);
  const problem = await cardFor(ctx.app, actor, problemId);
  if (!problem) throw new UserError('telegram-not-allowed');
  return cardMessage(ctx.app, ctx.locale, { problem, code: filterCode(filter), page, keeps: keeps(actor, problem) });
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
