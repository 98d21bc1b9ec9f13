// Methods that change what is there: edits, deletions, pins, reactions, answers to pressed buttons.
import { hasRight, openChat } from './access.ts';
import type { Content, InlineKeyboard, Message } from './api-types.ts';
import { checkPlace, readMarkup } from './markup.ts';
import { albumItem, readCaption, readText } from './methods-send.ts';
import { flag, list, number, object, text } from './params.ts';
import type { Params } from './params.ts';
import { day, post } from './post.ts';
import { badRequest } from './refusal.ts';
import { spend } from './send.ts';
import { isReaction } from './spec.ts';
import { living } from './world.ts';
import type { Chat, Stored, World } from './world.ts';

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

function editable(world: World, params: Params): { chat: Chat; stored: Stored } {
  const chat = openChat(world, params);
  const stored = living(chat, number(params, 'message_id'));
  if (!stored) throw badRequest('message to edit not found');
  if (stored.message.from?.id !== world.bot.id || stored.fixed || stored.message.forward_origin) {
    throw badRequest("message can't be edited");
  }
  return { chat, stored };
}

// An edit without reply_markup takes the inline keyboard away, as in Telegram.
function apply(world: World, method: string, params: Params, change: (message: Message) => Content): Message {
  const markup = readMarkup(params['reply_markup'], (complaint) => world.complain(`${method}: ${complaint}`));
  const { chat, stored } = editable(world, params);
  checkPlace(markup, chat.info);
  const fields = change(stored.message);
  const next: Message = { ...stored.message, ...fields };
  setMarkup(next, markup?.inline);
  for (const [key, value] of Object.entries(fields)) if (value === undefined) delete next[key as keyof Content];
  if (same(next, stored.message)) throw badRequest(notModified);
  if (chat.info.type !== 'private') spend(world, method, chat, 1);
  next.edit_date = world.unix();
  stored.message = next;
  return next;
}

function setMarkup(message: Message, markup: InlineKeyboard | undefined): void {
  if (markup) message.reply_markup = markup;
  else delete message.reply_markup;
}

function same(a: Message, b: Message): boolean {
  const shown = ({ text: body, entities, caption, caption_entities, photo, document, reply_markup }: Message): string =>
    JSON.stringify([body, entities, caption, caption_entities, photo?.[0]?.file_id, document?.file_id, reply_markup]);
  return shown(a) === shown(b);
}

function editMessageText(world: World, params: Params): Message {
  const content = readText(world, 'editMessageText', params);
  return apply(world, 'editMessageText', params, (message) => {
    if (message.text === undefined) throw badRequest('there is no text in the message to edit');
    return { entities: undefined, ...content };
  });
}

function editMessageCaption(world: World, params: Params): Message {
  const content = readCaption(world, 'editMessageCaption', params);
  return apply(world, 'editMessageCaption', params, (message) => {
    if (!message.photo && !message.document && !message.video && !message.audio)
      throw badRequest('there is no caption in the message to edit');
    return { caption: undefined, caption_entities: undefined, ...content };
  });
}

function editMessageReplyMarkup(world: World, params: Params): Message {
  return apply(world, 'editMessageReplyMarkup', params, () => ({}));
}

function editMessageMedia(world: World, params: Params): Message {
  const content = albumItem(world, object(params, 'media') ?? {});
  return apply(world, 'editMessageMedia', params, () => ({
    ...{ text: undefined, entities: undefined },
    ...{ photo: undefined, document: undefined, video: undefined, audio: undefined },
    ...{ caption: undefined, caption_entities: undefined },
    ...content,
  }));
}

function mayDelete(world: World, chat: Chat, stored: Stored): boolean {
  const own = stored.message.from?.id === world.bot.id;
  const fresh = world.unix() - stored.message.date < 2 * day;
  if (chat.info.type === 'private') return fresh;
  return hasRight(world, chat, 'can_delete_messages') || (own && fresh);
}

function deleteMessage(world: World, params: Params): true {
  const chat = openChat(world, params);
  const stored = living(chat, number(params, 'message_id'));
  if (!stored) throw badRequest('message to delete not found');
  if (!mayDelete(world, chat, stored)) throw badRequest("message can't be deleted");
  stored.deleted = true;
  return true;
}

// Ids that cannot be found or deleted are skipped, as in Telegram.
function deleteMessages(world: World, params: Params): true {
  const chat = openChat(world, params);
  const ids = (list(params, 'message_ids') ?? []) as number[];
  if (ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  for (const id of ids) {
    const stored = living(chat, id);
    if (stored && mayDelete(world, chat, stored)) stored.deleted = true;
  }
  return true;
}

function pinnable(world: World, params: Params): Chat {
  const chat = openChat(world, params);
  const allowed = chat.info.type === 'private' || hasRight(world, chat, 'can_pin_messages');
  if (!allowed) throw badRequest('not enough rights to manage pinned messages in the chat');
  return chat;
}

function pinChatMessage(world: World, params: Params): true {
  const chat = pinnable(world, params);
  const stored = living(chat, number(params, 'message_id'));
  if (!stored) throw badRequest('message to pin not found');
  const id = stored.message.message_id;
  if (chat.pinned[0] === id) return true;
  chat.pinned = [id, ...chat.pinned.filter((other) => other !== id)];
  const thread = stored.message.is_topic_message ? stored.message.message_thread_id : undefined;
  post(world, chat, {
    from: world.bot,
    content: { pinned_message: stored.message },
    ...(thread === undefined ? {} : { thread }),
  });
  return true;
}

function unpinChatMessage(world: World, params: Params): true {
  const chat = pinnable(world, params);
  const id = number(params, 'message_id') ?? chat.pinned[0];
  if (id === undefined || !chat.pinned.includes(id)) throw badRequest('message to unpin not found');
  chat.pinned = chat.pinned.filter((other) => other !== id);
  return true;
}

function unpinAllChatMessages(world: World, params: Params): true {
  pinnable(world, params).pinned = [];
  return true;
}

function setMessageReaction(world: World, params: Params): true {
  const chat = openChat(world, params);
  const stored = living(chat, number(params, 'message_id'));
  if (!stored) throw badRequest('message to react not found');
  const reactions = (list(params, 'reaction') ?? []) as { type: string; emoji?: string }[];
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  const emojis = reactions.map((reaction) => reaction.emoji ?? '');
  if (!emojis.every(isReaction)) throw badRequest('REACTION_INVALID');
  stored.reactions = emojis;
  return true;
}

const callbackLifetime = 15;
const callbackPatience = 10;

function answerCallbackQuery(world: World, params: Params): true {
  const answer = text(params, 'text');
  const callback = world.callbacks.get(text(params, 'callback_query_id'));
  const age = callback ? (world.now().getTime() - callback.at.getTime()) / 1000 : Infinity;
  if (callback) callback.attempts += 1;
  if (!callback || age > callbackLifetime) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if ([...answer].length > 200) throw badRequest('MESSAGE_TOO_LONG');
  if (age > callbackPatience) world.complain(`callback query answered after ${age} s`);
  if (callback.answer) world.complain('callback query answered twice');
  callback.answer = { text: answer, alert: flag(params, 'show_alert') };
  callback.onAnswer?.();
  return true;
}

export const editMethods = {
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageMedia,
  deleteMessage,
  deleteMessages,
  pinChatMessage,
  unpinChatMessage,
  unpinAllChatMessages,
  setMessageReaction,
  answerCallbackQuery,
};
