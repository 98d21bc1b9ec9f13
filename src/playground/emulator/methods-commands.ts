// Methods of the bot's menus and profile: commands by scope and language, names, descriptions, menu button.
import type { User } from './api-types.ts';
import { list, object, text } from './params.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { Chat, World } from './world.ts';

/** The key of a command list: scope with its chat and user, and language ('' for all). */
export function scopeKey(scope: Params | undefined, language: string): string {
  const type = scope?.['type'] ?? 'default';
  return [type, scope?.['chat_id'], scope?.['user_id'], language]
    .map((part) => (part === undefined ? '' : String(part as string)))
    .join('|');
}

function keyOf(params: Params): string {
  const language = text(params, 'language_code');
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified');
  return scopeKey(object(params, 'scope'), language);
}

function setMyCommands(world: World, params: Params): true {
  const commands = (list(params, 'commands') ?? []) as { command: string; description: string }[];
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command.replace(/^\//, ''))) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  const key = keyOf(params);
  if (commands.length === 0) world.commands.delete(key);
  else world.commands.set(key, commands);
  return true;
}

function getMyCommands(world: World, params: Params): unknown[] {
  return world.commands.get(keyOf(params)) ?? [];
}

function deleteMyCommands(world: World, params: Params): true {
  world.commands.delete(keyOf(params));
  return true;
}

function setter(field: string, parameter: string) {
  return (world: World, params: Params): true => {
    world.profile.set(`${field}:${text(params, 'language_code')}`, text(params, parameter));
    return true;
  };
}

function getter(field: string, parameter: string) {
  return (world: World, params: Params): Record<string, string> => ({
    [parameter]: world.profile.get(`${field}:${text(params, 'language_code')}`) ?? world.profile.get(`${field}:`) ?? '',
  });
}

/** A line of the bot's menu. */
export interface Command {
  command: string;
  description: string;
}

/** The commands that a person's menu shows in a chat: the most specific scope wins, in it her language before the list for all. */
export function commandsFor(world: World, chat: Chat, user: User, language: string): Command[] {
  for (const scope of scopesFor(chat, user)) {
    for (const key of [scopeKey(scope, language), scopeKey(scope, '')]) {
      const commands = world.commands.get(key) as Command[] | undefined;
      if (commands) return commands;
    }
  }
  return [];
}

/** The names of these commands. */
export function menuFor(world: World, chat: Chat, user: User, language: string): string[] {
  return commandsFor(world, chat, user, language).map((one) => one.command);
}

function scopesFor(chat: Chat, user: User): (Params | undefined)[] {
  const chat_id = chat.info.id;
  if (chat.info.type === 'private') return [{ type: 'chat', chat_id }, { type: 'all_private_chats' }, undefined];
  const status = chat.members.get(user.id)?.status;
  const admin = status === 'creator' || status === 'administrator';
  return [
    { type: 'chat_member', chat_id, user_id: user.id },
    ...(admin ? [{ type: 'chat_administrators', chat_id }] : []),
    { type: 'chat', chat_id },
    ...(admin ? [{ type: 'all_chat_administrators' }] : []),
    { type: 'all_group_chats' },
    undefined,
  ];
}

export const commandMethods = {
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: setter('name', 'name'),
  getMyName: getter('name', 'name'),
  setMyDescription: setter('description', 'description'),
  getMyDescription: getter('description', 'description'),
  setMyShortDescription: setter('short', 'short_description'),
  getMyShortDescription: getter('short', 'short_description'),
  setChatMenuButton: (): true => true,
  setMyDefaultAdministratorRights: (): true => true,
};
