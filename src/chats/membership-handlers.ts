// The bot's own fate in groups: added, removed, promoted; the group renamed or turned into a supergroup.
import { Composer } from 'grammy';
import { type Ctx, messageOptions } from '../telegram/context.ts';
import { ensureChat, moveChat, noteMembership } from './actions.ts';
import { firstLanguages, greetingMessage, inLanguages, privacyNote } from './messages.ts';
import { findChat, placeAt, type PlaceInfo } from './queries.ts';
import { isAdmin, isMember, membershipChange, type MembershipChange } from './rules.ts';

/** Handlers of service messages and of changes of the bot's own membership. */
export function membershipHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const groups = composer.chatType(['group', 'supergroup']);
  groups.on('my_chat_member', async (ctx) => {
    const { old_chat_member: before, new_chat_member: after, chat } = ctx.myChatMember;
    const change = membershipChange(before, after);
    const state = { active: isMember(after), botAdmin: isAdmin(after) };
    // A group that the bot has already left is not worth a row.
    if (!state.active && !(await findChat(ctx.app, chat.id))) return;
    await noteMembership(ctx.app, chat, state, ctx.actor?.personId ?? null);
    await tellChange(ctx, change, state.botAdmin);
  });
  groups.on(['message:new_chat_title', 'message:forum_topic_created'], async (ctx) => {
    await ensureChat(ctx.app, ctx.chat);
  });
  groups.on('message:migrate_to_chat_id', async (ctx) => move(ctx, ctx.chat.id, ctx.message.migrate_to_chat_id));
  groups.on('message:migrate_from_chat_id', async (ctx) => move(ctx, ctx.message.migrate_from_chat_id, ctx.chat.id));
  return composer;
}

async function move(ctx: Ctx, from: number, to: number): Promise<void> {
  const chat = await findChat(ctx.app, from);
  if (chat) await moveChat(ctx.app, chat.chatId, to);
}

async function tellChange(ctx: Ctx, change: MembershipChange, admin: boolean): Promise<void> {
  if (!ctx.chat || change === null || change === 'left') return;
  const { app, me } = ctx;
  const place = await placeAt(app, ctx.chat.id, null);
  const languages = languagesOf(ctx, place);
  const sight = { bot: me.username, seesAll: admin || me.can_read_all_group_messages };
  if (change === 'joined') {
    const forum = 'is_forum' in ctx.chat && ctx.chat.is_forum === true;
    await tell(ctx, greetingMessage(app.t, languages, { ...sight, forum, place }));
  } else if (change === 'promoted' && !me.can_read_all_group_messages) {
    await tell(
      ctx,
      inLanguages(languages, (locale) => app.t(locale, 'chats-promoted')),
    );
  } else if (change === 'demoted' && !sight.seesAll) {
    await tell(
      ctx,
      inLanguages(languages, (locale) => privacyNote(app.t, locale, sight).join('')),
    );
  }
}

function languagesOf(ctx: Ctx, place: PlaceInfo | null) {
  return place?.languages ?? firstLanguages(ctx.app.config.defaultLanguage);
}

/** The bot may be forbidden to write in the group it was just added to: then there is nobody to tell. */
async function tell(ctx: Ctx, html: string): Promise<void> {
  if (!ctx.chat) return;
  try {
    await ctx.api.sendMessage(ctx.chat.id, html, messageOptions({}));
  } catch (error) {
    ctx.app.log.warn({ err: error }, 'chats.could-not-greet');
  }
}
