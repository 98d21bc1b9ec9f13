// /findings in private: the list with its filters, one finding, acts brought in, explanations and remedies asked for.
import { Composer, InputFile } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { nameIn } from '../org/messages.ts';
import { may } from '../org/rights.ts';
import { abilitiesOf, type Actor, readableScopes } from '../org/rules.ts';
import { idArg, knownArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { writeFindings, writeTemplate } from './files.ts';
import { chooseMessage, findingMessage, listMessage, pageLength, type Screen } from './messages.ts';
import {
  findingFor,
  findingGroups,
  findingsPage,
  findingStates,
  findingTally,
  type FindingView,
  type Group,
} from './queries.ts';
import { type Dimension, dimensions, everything, type Filter, filterStates, readFilter } from './rules.ts';

/** The command and buttons of findings. */
export function findingsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('findings', async (ctx) => {
    const { html, keyboard } = await listScreen(ctx, everything, 0);
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'findings.list', async (ctx, code, page) =>
    show(ctx, await listScreen(ctx, filterArg(code), idArg(page))),
  );
  onButton(composer, 'findings.choose', async (ctx, by, code, page) =>
    show(ctx, await chooseScreen(ctx, dimensionArg(by), filterArg(code), idArg(page))),
  );
  onButton(composer, 'findings.show', async (ctx, id, code, page) => {
    const finding = await theFinding(ctx, id);
    const keeps = keepsOf(privately(ctx), finding.path);
    filterArg(code);
    const screen = { finding, code: code ?? '', page: idArg(page), keeps, issues: issuesAtAll(ctx) };
    await show(ctx, findingMessage(ctx.app, ctx.locale, screen));
  });
  onButton(composer, 'findings.file', async (ctx, code) => {
    const { rows } = await findingsPage(ctx.app, reader(ctx), filterArg(code), { skip: 0, take: null });
    await ctx.replyWithDocument(new InputFile(await writeFindings(ctx.app, ctx.locale, rows), 'findings.xlsx'));
  });
  onButton(composer, 'findings.template', async (ctx) => {
    importer(ctx);
    await ctx.replyWithDocument(new InputFile(await writeTemplate(ctx.app, ctx.locale), 'act.xlsx'));
  });
  onButton(composer, 'findings.import', async (ctx) => {
    importer(ctx);
    await enterDialog(ctx, 'findings.import');
  });
  onButton(composer, 'findings.explain', async (ctx, id) => {
    importer(ctx);
    await enterDialog(ctx, 'findings.explain', { inspectionId: idArg(id) });
  });
  onButton(composer, 'findings.remedy', async (ctx, act, id) => {
    importer(ctx);
    await enterDialog(ctx, 'findings.remedy', { inspectionId: idArg(act), findingId: idArg(id) });
  });
  onButton(composer, 'findings.withdraw', async (ctx, id) => {
    const { path, findingId } = await theFinding(ctx, id);
    if (!may(privately(ctx), 'findings.withdraw', { orgPath: path })) throw new UserError('telegram-not-allowed');
    await enterDialog(ctx, 'findings.withdraw', { findingId });
  });
  return composer;
}

/** Whoever reads findings at all: of a subtree, or of the own organisation. */
function reader(ctx: Ctx): Actor {
  const actor = privately(ctx);
  if (readableScopes(actor).length === 0) throw new UserError('telegram-not-allowed');
  return actor;
}

/** A leader: secretaries and controllers bring acts in, but give no tasks. */
function issuesAtAll(ctx: Ctx): boolean {
  return abilitiesOf(privately(ctx)).has('issue');
}

/** Whoever stands above somebody. */
function importer(ctx: Ctx): Actor {
  const actor = privately(ctx);
  if (!mayKeep(actor)) throw new UserError('telegram-not-allowed');
  return actor;
}

/** Whether the actor leads or serves a body that has others below it; schools have none. */
export function mayKeep(actor: Actor): boolean {
  return actor.posts.some(
    (post) =>
      !['school', 'boarding', 'supplementary', 'republican'].includes(post.orgType) &&
      readableScopes({ posts: [post] }).some((scope) => keepsOf({ ...actor, posts: [post] }, `${scope}0/`)),
  );
}

const keepsOf = (actor: Actor, path: string): boolean => may(actor, 'findings.import', { orgPath: path }) !== null;

async function theFinding(ctx: Ctx, id: string | undefined): Promise<FindingView> {
  const finding = await findingFor(ctx.app, reader(ctx), idArg(id));
  if (!finding) throw new UserError('telegram-not-allowed');
  return finding;
}

const filterArg = (code: string | undefined): Filter => knownArg(readFilter(code));

const dimensionArg = (by: string | undefined): Dimension => knownArg(dimensions.find((each) => each === by));

async function listScreen(ctx: Ctx, filter: Filter, wanted: number): Promise<Screen> {
  const { app, locale } = ctx;
  const actor = reader(ctx);
  const tally = await findingTally(app, actor, filter);
  const page = Math.min(wanted, Math.max(0, Math.ceil(tally.total / pageLength) - 1));
  const { rows } = await findingsPage(app, actor, filter, { skip: page * pageLength, take: pageLength });
  const keeps = mayKeep(actor);
  const named = await namesOf(ctx, filter);
  const issues = issuesAtAll(ctx);
  return listMessage(app, locale, {
    issues,
    filter,
    rows,
    tally,
    page,
    total: tally.total,
    ...named,
    keeps,
    single: !keeps && (await orgsSeen(app, actor)) < 2,
  });
}

/** Of how many organisations the actor sees findings at all. */
async function orgsSeen(app: App, actor: Actor): Promise<number> {
  return (await findingTally(app, actor, { ...everything, state: 'all' })).orgs;
}

/** What the act and the organisation of a filter are called, for whoever may see something of them. */
async function namesOf(ctx: Ctx, filter: Filter): Promise<{ act: string | null; org: string | null }> {
  const of = async (by: 'act' | 'org', value: number | null): Promise<string | null> => {
    if (value === null) return null;
    const groups = await findingGroups(ctx.app, reader(ctx), { ...filter, state: 'all' }, by);
    const group = groups.find((each) => each.value === String(value));
    return group ? nameIn(group, ctx.locale) : null;
  };
  return { act: await of('act', filter.inspectionId), org: await of('org', filter.orgId) };
}

async function chooseScreen(ctx: Ctx, by: Dimension, filter: Filter, page: number): Promise<Screen> {
  const { app, locale } = ctx;
  const actor = reader(ctx);
  const none: Record<Dimension, Partial<Filter>> = {
    category: { category: null },
    severity: { severity: null },
    state: {},
    act: { inspectionId: null },
    org: { orgId: null },
  };
  const within = { ...filter, ...none[by] };
  const groups =
    by === 'state' ? stateGroups(await findingStates(app, actor, within)) : await findingGroups(app, actor, within, by);
  return chooseMessage(app, locale, { by, filter: within, groups, page });
}

function stateGroups(counts: Record<Filter['state'], number>): Group[] {
  return filterStates.map((state) => ({
    ...{ value: state, nameKk: '', nameRu: '' },
    ...{ total: counts[state], overdue: 0, review: 0 },
  }));
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
