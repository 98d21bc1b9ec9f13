// Methods of forum topics.
import { openChat, requireRight } from './access.ts';
import { number, text } from './params.ts';
import type { Params } from './params.ts';
import { post } from './post.ts';
import { badRequest } from './refusal.ts';
import type { Chat, Topic, World } from './world.ts';

function forum(world: World, params: Params): Chat {
  const chat = openChat(world, params);
  if (!chat.info.is_forum) throw badRequest('the chat is not a forum');
  requireRight(world, chat, 'can_manage_topics', text(params, 'name') === '' ? '' : 'create a topic');
  return chat;
}

function topicOf(chat: Chat, params: Params): Topic {
  const topic = chat.topics.get(number(params, 'message_thread_id') ?? 0);
  if (!topic) throw badRequest('message thread not found');
  return topic;
}

function checkName(params: Params): string {
  const name = text(params, 'name').trim();
  if (name === '' || [...name].length > 128) throw badRequest('TOPIC_TITLE_EMPTY');
  return name;
}

function createForumTopic(world: World, params: Params): Record<string, unknown> {
  const chat = forum(world, params);
  const name = checkName(params);
  const id = chat.nextMessageId;
  chat.topics.set(id, { id, name, closed: false });
  const content = { forum_topic_created: { name, icon_color: 7322096 } };
  post(world, chat, { from: world.bot, thread: id, content });
  return { message_thread_id: id, name, icon_color: 7322096 };
}

function editForumTopic(world: World, params: Params): true {
  const chat = forum(world, params);
  const topic = topicOf(chat, params);
  const name = checkName(params);
  if (topic.name === name) throw badRequest('TOPIC_NOT_MODIFIED');
  topic.name = name;
  post(world, chat, { from: world.bot, thread: topic.id, content: { forum_topic_edited: { name } } });
  return true;
}

function setClosed(world: World, params: Params, closed: boolean): true {
  const chat = forum(world, params);
  const topic = topicOf(chat, params);
  if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
  topic.closed = closed;
  const content = closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
  post(world, chat, { from: world.bot, thread: topic.id, content });
  return true;
}

function closeForumTopic(world: World, params: Params): true {
  return setClosed(world, params, true);
}

function reopenForumTopic(world: World, params: Params): true {
  return setClosed(world, params, false);
}

function deleteForumTopic(world: World, params: Params): true {
  const chat = forum(world, params);
  removeTopic(chat, topicOf(chat, params).id);
  return true;
}

/** Takes a topic away with all its messages. */
export function removeTopic(chat: Chat, id: number): void {
  chat.topics.delete(id);
  for (const stored of chat.messages.values()) {
    if (stored.message.message_thread_id === id) stored.deleted = true;
  }
}

export const topicMethods = { createForumTopic, editForumTopic, closeForumTopic, reopenForumTopic, deleteForumTopic };
