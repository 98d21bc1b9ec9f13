// /groups in private: working groups with their seats, tasks and sittings.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import { type Actor, canDraftResolution } from '../org/rules.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately, requireActor, speaksForChat } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { dayIn } from '../time.ts';
import { nameIn } from '../org/messages.ts';
import { freeSeat } from './actions.ts';
import { bindGroupChat } from './chat-actions.ts';
import { groupMessage, hereMessage, listMessage, type Screen, seatMessage } from './messages.ts';
import { groupFor, type GroupRow, groupsFor, type GroupView, groupWork, seatAt, subjectOf } from './queries.ts';
import { addressees } from './task-actions.ts';

/** The command and buttons of working groups. */
export function groupsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('groups', async (ctx) => {
    if (ctx.chat.type === 'group' || ctx.chat.type === 'supergroup') return offerHere(ctx);
    const { html, keyboard } = await listScreen(ctx, 0);
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'groups.here', bindHere);
  onButton(composer, 'groups.list', async (ctx, page) => show(ctx, await listScreen(ctx, idArg(page))));
  onButton(composer, 'groups.show', async (ctx, id, page) => show(ctx, await groupScreen(ctx, idArg(id), idArg(page))));
  onButton(composer, 'groups.new', async (ctx) => {
    if (!keepingPost(privately(ctx))) throw new UserError('telegram-not-allowed');
    await enterDialog(ctx, 'groups.new');
  });
  for (const what of ['add', 'districts', 'chat', 'close'] as const)
    onButton(composer, `groups.${what}`, async (ctx, id) => {
      const { groupId } = await keptGroup(ctx, idArg(id));
      await enterDialog(ctx, `groups.${what}`, { groupId });
    });
  onButton(composer, 'groups.task', async (ctx, id) => {
    const { groupId } = await theGroup(ctx, idArg(id));
    await enterDialog(ctx, 'groups.task', { groupId, chat: ctx.chat?.id ?? 0 });
  });
  onButton(composer, 'groups.seat', async (ctx, id) => show(ctx, await seatScreen(ctx, idArg(id))));
  onButton(composer, 'groups.fill', async (ctx, id) => {
    await seatScreen(ctx, idArg(id));
    await enterDialog(ctx, 'groups.fill', { seatId: idArg(id) });
  });
  for (const keep of [true, false])
    onButton(composer, keep ? 'groups.free' : 'groups.drop', async (ctx, id) => {
      const groupId = await freeSeat(ctx.app, privately(ctx), { seatId: idArg(id), keep });
      await show(ctx, await groupScreen(ctx, groupId, 0));
    });
  return composer;
}

/** In a group chat: which of the groups that the person keeps is to have it for its own. */
async function offerHere(ctx: Ctx): Promise<void> {
  if (speaksForChat(ctx)) throw new UserError('telegram-anonymous');
  const actor = requireActor(ctx);
  const kept: GroupRow[] = [];
  for (const row of await groupsFor(ctx.app, actor)) {
    const group = kept.length < shownHere ? await groupFor(ctx.app, actor, row.groupId) : null;
    if (group && may(actor, 'groups.keep', subjectOf(group))) kept.push(row);
  }
  if (kept.length === 0) throw new UserError('groups-none-to-bind');
  const { html, keyboard } = hereMessage(ctx.app, ctx.locale, kept, actor.personId);
  await ctx.sayHtml(html, { keyboard, replyTo: ctx.msg?.message_id });
}

/** Most groups offered in a chat. */
const shownHere = 10;

async function bindHere(ctx: Ctx, person?: string, id?: string): Promise<void> {
  const actor = requireActor(ctx);
  const { chat } = ctx;
  if (chat?.type !== 'group' && chat?.type !== 'supergroup') throw new UserError('telegram-stale-button');
  if (actor.personId !== idArg(person)) throw new UserError('chats-others-buttons');
  const threadId = ctx.msg?.is_topic_message ? (ctx.msg.message_thread_id ?? null) : null;
  const groupId = idArg(id);
  await bindGroupChat(ctx.app, actor, { groupId, chat, threadId });
  const group = await groupFor(ctx.app, actor, groupId);
  await rewrite(ctx, ctx.t('groups-chat-own', { name: group ? nameIn(group, ctx.locale) : '' }));
}

/** A post with which the actor makes groups: who drafts for its body, or may chair. */
export function keepingPost(actor: Actor): Actor['posts'][number] | undefined {
  return actor.posts.find((post) =>
    may({ ...actor, posts: [post] }, 'groups.keep', { orgPath: post.orgPath, chairPostId: post.postId }),
  );
}

async function theGroup(ctx: Ctx, groupId: number): Promise<GroupView> {
  const group = await groupFor(ctx.app, privately(ctx), groupId);
  if (!group) throw new UserError('telegram-not-allowed');
  return group;
}

async function keptGroup(ctx: Ctx, groupId: number): Promise<GroupView> {
  const group = await theGroup(ctx, groupId);
  if (!may(privately(ctx), 'groups.keep', subjectOf(group))) throw new UserError('telegram-not-allowed');
  return group;
}

async function listScreen(ctx: Ctx, page: number): Promise<Screen> {
  const actor = privately(ctx);
  const all = await groupsFor(ctx.app, actor);
  return listMessage(ctx.app, ctx.locale, all, page, keepingPost(actor) !== undefined);
}

async function groupScreen(ctx: Ctx, groupId: number, page: number): Promise<Screen> {
  const { app, locale } = ctx;
  const actor = privately(ctx);
  const group = await theGroup(ctx, groupId);
  const subject = subjectOf(group);
  const external = may(actor, 'groups.see', { ...subject, participantPostIds: memberPosts(group, false) }) === null;
  const mine = actor.posts.map(({ postId }) => postId);
  const own = external ? group.seats.filter(({ post }) => post !== null && mine.includes(post.postId)) : null;
  const { tasks, series } = await groupWork(app, actor, groupId);
  const screen = { group, tasks, series: external ? [] : series, page, today: dayIn(app.zone, app.now()), own };
  const keeps = may(actor, 'groups.keep', subject) !== null;
  const meets = canDraftResolution(actor, group.path) !== null;
  const issues = addressees(actor, group).posts.length > 0;
  return groupMessage(app, locale, { ...screen, keeps, meets, issues: issues && !external });
}

/** Posts of the group, with or without its external members. */
function memberPosts({ head, seats }: GroupView, external: boolean): number[] {
  const members = seats.filter((seat) => external || !seat.external);
  return [head.postId, ...members.flatMap(({ post }) => post?.postId ?? [])];
}

async function seatScreen(ctx: Ctx, seatId: number): Promise<Screen> {
  const row = await seatAt(ctx.app, seatId);
  const group = await keptGroup(ctx, row?.groupId ?? 0);
  const seat = group.seats.find((each) => each.seatId === seatId);
  if (!seat) throw new UserError('telegram-stale-button');
  return seatMessage(ctx.app, ctx.locale, group, seat);
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
