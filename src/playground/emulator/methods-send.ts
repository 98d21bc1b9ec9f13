// Methods that send: text, photos, files, albums, copies, "typing".
import { openChat } from './access.ts';
import type { Content, Entity, FileInfo, Message } from './api-types.ts';
import { formatted } from './entities.ts';
import { list, media, number, text } from './params.ts';
import type { Params } from './params.ts';
import { Refusal, badRequest } from './refusal.ts';
import { imageFault, imageSize } from './images.ts';
import { send } from './send.ts';
import { living } from './world.ts';
import type { Stored, World } from './world.ts';

const megabyte = 1024 * 1024;

/** The text of a call after parsing. Throws Telegram's errors about emptiness, length and markup. */
export function readText(world: World, method: string, params: Params): Pick<Content, 'text' | 'entities'> {
  const source = text(params, 'text');
  if (source === '') throw badRequest('message text is empty');
  if (Buffer.byteLength(source) > 32_768) throw badRequest('text is too long');
  const parsed = parse(world, method, params, source, 'entities');
  if (parsed.text === '') throw badRequest('text must be non-empty');
  if ([...parsed.text].length > 4096) throw badRequest('message is too long');
  return { text: parsed.text, ...(parsed.entities.length > 0 ? { entities: parsed.entities } : {}) };
}

/** The caption of a call after parsing; empty object without one. */
export function readCaption(
  world: World,
  method: string,
  params: Params,
): Pick<Content, 'caption' | 'caption_entities'> {
  const source = text(params, 'caption');
  if (source === '') return {};
  const parsed = parse(world, method, params, source, 'caption_entities');
  if ([...parsed.text].length > 1024) throw badRequest('message caption is too long');
  if (parsed.text === '') return {};
  return { caption: parsed.text, ...(parsed.entities.length > 0 ? { caption_entities: parsed.entities } : {}) };
}

function parse(world: World, method: string, params: Params, source: string, entitiesKey: string) {
  const mode = text(params, 'parse_mode');
  if (mode !== '' && mode.toLowerCase() !== 'html') world.complain(`${method}: parse_mode ${mode} is not emulated`);
  const explicit = list(params, entitiesKey) as Entity[] | undefined;
  return formatted(source, mode, explicit, (id) => world.users.get(id));
}

function sendMessage(world: World, params: Params): Message {
  return one(send(world, 'sendMessage', params, [readText(world, 'sendMessage', params)], 'text messages'));
}

function sendPhoto(world: World, params: Params): Message {
  const content = { photo: readPhoto(world, params, 'photo'), ...readCaption(world, 'sendPhoto', params) };
  return one(send(world, 'sendPhoto', params, [content], 'photos'));
}

/** Kinds of media that are kept as they came, and the right that ordinary members need for them. */
const filed = { document: 'documents', video: 'videos', audio: 'music files' } as const;

type Filed = keyof typeof filed;

function sendFile(method: string, kind: Filed) {
  return (world: World, params: Params): Message => {
    const content = { [kind]: readFileParam(world, method, params, kind, kind), ...readCaption(world, method, params) };
    return one(send(world, method, params, [content], filed[kind]));
  };
}

function sendMediaGroup(world: World, params: Params): Message[] {
  const items = list(params, 'media') as Params[] | undefined;
  if (items === undefined || items.length === 0) throw badRequest('media list is empty');
  if (items.length > 10) throw badRequest('too many messages to send as an album');
  const contents = items.map((item) => albumItem(world, item));
  const kinds = new Set(items.map((item) => item['type']));
  for (const alone of ['document', 'audio'])
    if (kinds.has(alone) && kinds.size > 1) throw badRequest(`${alone} can't be mixed with other media types`);
  const kind = items[0]?.['type'];
  const sent = send(world, 'sendMediaGroup', params, contents, isFiled(kind) ? filed[kind] : 'photos');
  return sent.map((stored) => stored.message);
}

/** One item of an album or a replacement: photo, document, video or audio. Throws on other kinds. */
export function albumItem(world: World, item: Params): Content {
  const caption = readCaption(world, 'sendMediaGroup', item);
  const kind = item['type'];
  if (kind === 'photo') return { photo: readPhoto(world, item, 'media'), ...caption };
  if (isFiled(kind)) return { [kind]: readFileParam(world, 'sendMediaGroup', item, 'media', kind), ...caption };
  world.complain(`sendMediaGroup: media type ${String(kind)} is not emulated`);
  throw badRequest(`can't parse InputMedia: type ${String(kind)} is not emulated`);
}

function isFiled(kind: unknown): kind is Filed {
  return typeof kind === 'string' && kind in filed;
}

function readFileParam(world: World, method: string, params: Params, key: string, kind: Filed): FileInfo {
  const value = media(params, key);
  if (value === undefined) throw badRequest(`there is no ${key} in the request`);
  if (typeof value === 'string') return { ...knownFile(world, value), ...shape[kind] };
  if (value.content.length === 0) throw badRequest('file must be non-empty');
  if (value.content.length > 50 * megabyte) throw new Refusal(413, '');
  if (/[;%"\r\n]/.test(value.name))
    world.complain(`${method}: file name ${value.name} does not survive Telegram's reader`);
  const file = world.keepFile(value.name, mimeOf(value.name), value.content);
  return {
    file_name: file.name,
    mime_type: file.type,
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.content.length,
    ...shape[kind],
  };
}

/** What Telegram says of a video and of music besides; nothing of it is read here. */
const shape: Record<Filed, object> = {
  document: {},
  video: { width: 640, height: 360, duration: 5 },
  audio: { duration: 5 },
};

function knownFile(world: World, id: string): FileInfo {
  if (/^https?:\/\//.test(id)) throw badRequest('failed to get HTTP URL content');
  const file = world.files.get(id);
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  const { name, type, content } = file;
  return { file_name: name, mime_type: type, file_id: id, file_unique_id: file.uniqueId, file_size: content.length };
}

function readPhoto(world: World, params: Params, key: string): FileInfo[] {
  const value = media(params, key);
  if (value === undefined) throw badRequest(`there is no ${key === 'media' ? 'media' : 'photo'} in the request`);
  if (typeof value !== 'string') {
    if (value.content.length > 10 * megabyte) throw new Refusal(413, '');
    const fault = imageFault(value.content);
    if (fault !== undefined) throw badRequest(fault);
    const file = world.keepFile(value.name, 'image/jpeg', value.content);
    return [photoSize(file.id, file.uniqueId, value.content)];
  }
  const { file_id, file_unique_id } = knownFile(world, value);
  return [photoSize(file_id, file_unique_id, world.files.get(value)?.content ?? Buffer.alloc(0))];
}

function photoSize(file_id: string, file_unique_id: string, content: Buffer): FileInfo {
  const { width, height } = imageSize(content);
  return { file_id, file_unique_id, width, height, file_size: content.length };
}

const types: Record<string, string> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
};

/** The type that Telegram derives from a file's name. */
export function mimeOf(name: string): string {
  return types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

function copied(world: World, params: Params, verb: string): Content {
  const from = world.chats.get(number(params, 'from_chat_id') ?? 0);
  const source = from && living(from, number(params, 'message_id'))?.message;
  if (!source) throw badRequest(`message to ${verb} not found`);
  const { text: body, entities, caption, caption_entities, photo, document, voice, video, audio } = source;
  const content = { text: body, entities, caption, caption_entities, photo, document, voice, video, audio };
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
}

function copyMessage(world: World, params: Params): { message_id: number } {
  const content = { ...copied(world, params, 'copy'), ...readCaption(world, 'copyMessage', params) };
  return { message_id: one(send(world, 'copyMessage', params, [content], 'text messages')).message_id };
}

function forwardMessage(world: World, params: Params): Message {
  const content = copied(world, params, 'forward');
  const source = world.chats.get(number(params, 'from_chat_id') ?? 0)?.messages.get(number(params, 'message_id') ?? 0);
  const [stored] = send(world, 'forwardMessage', params, [content], 'text messages');
  if (!stored) throw badRequest('message to forward not found');
  stored.message.forward_origin = { type: 'user', sender_user: source?.message.from, date: source?.message.date };
  return stored.message;
}

/** Each is shown for seconds; the rest is for tests. */
const actionsKept = 50;

function sendChatAction(world: World, params: Params): true {
  const action = text(params, 'action');
  if (
    !/^(typing|upload_(photo|video|voice|document|video_note)|record_(video|voice|video_note)|choose_sticker|find_location)$/.test(
      action,
    )
  ) {
    throw badRequest('wrong parameter action in request');
  }
  const { actions } = openChat(world, params);
  actions.push({ action, at: world.now() });
  if (actions.length > actionsKept) actions.shift();
  return true;
}

function one(sent: Stored[]): Message {
  const [first] = sent;
  if (!first) throw new Refusal(500, 'nothing was sent');
  return first.message;
}

export const sendMethods = {
  sendMessage,
  sendPhoto,
  sendDocument: sendFile('sendDocument', 'document'),
  sendVideo: sendFile('sendVideo', 'video'),
  sendAudio: sendFile('sendAudio', 'audio'),
  sendMediaGroup,
  copyMessage,
  forwardMessage,
  sendChatAction,
};
