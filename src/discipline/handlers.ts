// /discipline in private: the index of what one reads, down to every share behind it; appeals, and absences of a post.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { nameIn, postTitle } from '../org/messages.ts';
import { type Actor, isWithin, readableScopes } from '../org/rules.ts';
import { shareView } from '../tasks/queries.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { dayIn, printDayShort } from '../time.ts';
import { cancelAbsence, decidable, decideAppeal, keeper } from './actions.ts';
import { appealMessage, formulaText, itemsMessage, pageLength, type Screen, unitMessage } from './messages.ts';
import { absencesOf, disciplineItems, openAppeals, orgAt, orgsById, type Scope, unitTallies } from './queries.ts';
import { type Kind, kinds } from './rules.ts';
import { isSpanCode, type SpanCode, spanOf } from './span-rules.ts';

/** The command and buttons of the discipline index. */
export function disciplineHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('discipline', async (ctx) => {
    const actor = privately(ctx);
    const { html, keyboard } = await unitScreen(ctx, actor, await firstUnit(ctx, actor), 'q', 0);
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'discipline.unit', async (ctx, id, code, page) =>
    show(ctx, await unitScreen(ctx, privately(ctx), idArg(id), codeArg(code), idArg(page))),
  );
  onButton(composer, 'discipline.items', async (ctx, id, code, page) =>
    show(ctx, await itemsScreen(ctx, privately(ctx), idArg(id), kindArg(code), idArg(page))),
  );
  onButton(composer, 'discipline.formula', async (ctx) => {
    privately(ctx);
    await ctx.sayHtml(formulaText(ctx.app, ctx.locale));
  });
  onButton(composer, 'discipline.appeal', async (ctx, id) => {
    privately(ctx);
    await enterDialog(ctx, 'discipline.appeal', { participationId: idArg(id), key: ctx.callbackQuery?.id ?? '' });
  });
  onButton(composer, 'discipline.appeals', async (ctx, page) => {
    const screen = await appealsScreen(ctx, privately(ctx), idArg(page));
    if (page === '0') await ctx.sayHtml(screen.html, { keyboard: screen.keyboard });
    else await show(ctx, screen);
  });
  onButton(composer, 'discipline.grant', async (ctx, id) => {
    const { number } = await decideAppeal(ctx.app, privately(ctx), { appealId: idArg(id), granted: true, answer: '' });
    await rewrite(ctx, ctx.t('discipline-granted-done', { number }));
  });
  onButton(composer, 'discipline.refuse', async (ctx, id) => {
    await decidable(ctx.app, privately(ctx), idArg(id));
    await enterDialog(ctx, 'discipline.refuse', { appealId: idArg(id) });
  });
  onButton(composer, 'discipline.absences', async (ctx, id) =>
    show(ctx, await absencesScreen(ctx, privately(ctx), idArg(id))),
  );
  onButton(composer, 'discipline.absence-note', async (ctx, id) => {
    await keeper(ctx.app, privately(ctx), idArg(id));
    await enterDialog(ctx, 'discipline.absence', { postId: idArg(id) });
  });
  onButton(composer, 'discipline.absence-cancel', async (ctx, id) => {
    const actor = privately(ctx);
    const postId = await cancelAbsence(ctx.app, actor, { absenceId: idArg(id) });
    await show(ctx, await absencesScreen(ctx, actor, postId));
  });
  return composer;
}

function codeArg(code: string | undefined): SpanCode {
  if (!isSpanCode(code)) throw new UserError('telegram-stale-button');
  return code;
}

/** A period and one of the counts, 'ql'; a period alone means all. */
function kindArg(text = ''): { code: SpanCode; kind: Kind | undefined } {
  const letter = /[a-z]$/.exec(text.slice(1))?.[0];
  const kind = Object.entries(kinds).find(([each]) => each === letter)?.[1];
  if (letter !== undefined && !kind) throw new UserError('telegram-stale-button');
  return { code: codeArg(kind ? text.slice(0, -1) : text), kind };
}

/** The unit that is shown first: the topmost that the person reads, else (0) the own posts. */
async function firstUnit(ctx: Ctx, actor: Actor): Promise<number> {
  const [top] = readableScopes(actor).toSorted((a, b) => a.length - b.length);
  if (top !== undefined) return Number(top.split('/').filter(Boolean).at(-1));
  if (actor.posts.length === 0) throw new UserError('discipline-nobody');
  return 0;
}

/** What the unit of a button means for this person. Throws UserError for one they do not read. */
async function scopeFor(ctx: Ctx, actor: Actor, orgId: number) {
  const [post] = actor.posts;
  if (orgId === 0) {
    if (!post) throw new UserError('discipline-nobody');
    const scope: Scope = { path: '/', postIds: actor.posts.map(({ postId }) => postId) };
    return { scope, org: null, aboveId: null };
  }
  const org = await orgAt(ctx.app, orgId);
  const reads = (path: string): boolean => readableScopes(actor).some((top) => isWithin(path, top));
  if (!org || !reads(org.path)) throw new UserError('telegram-not-allowed');
  const above = org.path.split('/').filter(Boolean).slice(0, -1);
  const aboveId = above.length > 0 && reads(`/${above.join('/')}/`) ? Number(above.at(-1)) : null;
  const scope: Scope = { path: org.path, postIds: null };
  return { scope, org, aboveId };
}

async function unitScreen(ctx: Ctx, actor: Actor, orgId: number, code: SpanCode, page: number): Promise<Screen> {
  const { app, locale } = ctx;
  const { scope, org, aboveId } = await scopeFor(ctx, actor, orgId);
  const span = spanOf(code, dayIn(app.zone, app.now()));
  const { whole, units } = await unitTallies(app, actor, scope, span);
  const below = org === null ? [] : units;
  const names = await orgsById(
    app,
    below.flatMap((unit) => unit.orgId ?? []),
  );
  const rows = below.flatMap(({ orgId: unitId, ...tally }) => {
    const name = unitId === null ? org : names.get(unitId);
    return name ? [{ orgId: unitId, name, tally }] : [];
  });
  // A unit alone with itself is no table.
  const table = rows.length === 1 && rows[0]?.orgId === null ? [] : rows;
  const appeals = (await openAppeals(app, actor)).length;
  return unitMessage(app, locale, { orgId, name: org, code, span, tally: whole, units: table, page, aboveId, appeals });
}

type Asked = ReturnType<typeof kindArg>;

async function itemsScreen(
  ctx: Ctx,
  actor: Actor,
  orgId: number,
  { code, kind }: Asked,
  page: number,
): Promise<Screen> {
  const { app, locale } = ctx;
  const { scope, org } = await scopeFor(ctx, actor, orgId);
  const span = spanOf(code, dayIn(app.zone, app.now()));
  const { items, total } = await disciplineItems(app, actor, {
    scope,
    span,
    skip: page * pageLength,
    take: pageLength,
    kind,
  });
  const { whole: tally } = await unitTallies(app, actor, scope, span);
  const names = await orgsById(
    app,
    items.map((item) => item.orgId),
  );
  const title = org ? nameIn(org, locale) : ctx.t('discipline-own');
  const own = actor.posts.map(({ postId }) => postId);
  return itemsMessage(app, locale, { orgId, title, code, kind, tally, items, total, page, names, own });
}

async function appealsScreen(ctx: Ctx, actor: Actor, wanted: number): Promise<Screen> {
  const open = await openAppeals(ctx.app, actor);
  const page = Math.min(wanted, open.length - 1);
  const appeal = open[page];
  const found = appeal && (await shareView(ctx.app, appeal.participationId));
  if (!appeal || !found) return { html: ctx.t('discipline-no-appeals'), keyboard: [] };
  const { task, share } = found;
  const subject = { number: task.number ?? '', headline: task.headline, org: share.post.org, due: share.due };
  const { html, keyboard } = appealMessage(ctx.app, ctx.locale, appeal, subject);
  const arrows = [
    ...(page > 0 ? [button('‹', 'discipline.appeals', page - 1)] : []),
    ...(page + 1 < open.length ? [button('›', 'discipline.appeals', page + 1)] : []),
  ];
  return { html, keyboard: [...keyboard, ...(arrows.length > 0 ? [arrows] : [])] };
}

async function absencesScreen(ctx: Ctx, actor: Actor, postId: number): Promise<Screen> {
  const { post } = await keeper(ctx.app, actor, postId);
  const absences = await absencesOf(ctx.app, postId);
  const lines = absences.map(({ from, to, reason }) =>
    ctx.t('discipline-absence-line', {
      from: printDayShort(from),
      to: printDayShort(to),
      reason: ctx.t(`discipline-absence-${reason}`),
    }),
  );
  const undo = absences.map(({ absenceId, from, to }) => [
    button(
      ctx.t('discipline-button-undo', { from: printDayShort(from), to: printDayShort(to) }),
      'discipline.absence-cancel',
      absenceId,
    ),
  ]);
  const head = ctx.t('discipline-absences', { post: postTitle(post, ctx.locale) });
  return {
    html: [head, '', ...(lines.length > 0 ? lines : [ctx.t('discipline-absence-none')])].join('\n'),
    keyboard: [
      [button(ctx.t('discipline-button-note'), 'discipline.absence-note', postId)],
      ...undo,
      [button(ctx.t('discipline-button-back'), 'people.post', postId)],
    ],
  };
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
