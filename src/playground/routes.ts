// The control API: every address under /api, what it expects and whom it asks.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z, type ZodType } from 'zod';
import { isLocale } from '../texts.ts';
import * as acts from './acts.ts';
import { readFile, readJson } from './body.ts';
import type { User } from './emulator/api-types.ts';
import { orderFault } from './faults.ts';
import { personas } from './personas.ts';
import type { Playground } from './playground.ts';
import type { Language } from './protocol.ts';
import { Refused } from './refused.ts';
import type { RunningCity } from './running-city.ts';
import { sendFile } from './static.ts';
import { viewChat, viewChats } from './views.ts';

export type Asked = { request: IncomingMessage; response: ServerResponse; url: URL; path: string[] };
/** What the answer's JSON is; undefined: it was answered already. */
type Handler = (playground: Playground, asked: Asked) => unknown;

const id = z.number().int();
const message = z.object({ message: id });
const send = z.object({
  text: z.string().max(200_000).optional(),
  thread: id.optional(),
  replyTo: id.optional(),
  files: z.array(z.string()).max(10).optional(),
  asDocuments: z.boolean().optional(),
});

/** 'METHOD name' or 'METHOD chats/verb'. */
const routes: Record<string, Handler> = {
  'GET state': (playground) => playground.state(),
  'GET events': (playground, { response }) => playground.live.join(response),
  'GET chats': chats,
  'POST chats/messages': onChat(send, async (place, { files = [], ...order }, playground) => ({
    messages: acts.send(place, order, playground.uploads.take(files)),
  })),
  'POST chats/press': onChat(z.object({ message: id, row: id, column: id }), acts.pressButton),
  'POST chats/edit': onChat(message.extend({ text: z.string() }), (place, edit) =>
    acts.editMessage(place, edit.message, edit.text),
  ),
  'POST chats/delete': onChat(message, (place, order) => acts.deleteMessage(place, order.message)),
  'POST chats/react': onChat(message.extend({ emoji: z.string() }), (place, order) =>
    acts.reactTo(place, order.message, order.emoji),
  ),
  'POST chats/pin': onChat(message.extend({ pinned: z.boolean() }), (place, order) =>
    acts.pinMessage(place, order.message, order.pinned),
  ),
  'POST chats/block': onChat(z.object({ blocked: z.boolean() }), (place, order) => acts.block(place, order.blocked)),
  'POST open': open,
  'POST files': upload,
  'GET files': (playground, { response, path }) => sendFile(response, playground.seen().world.files.get(path[1] ?? '')),
  'POST clock': async (playground, { request }) => {
    const { to } = await readJson(request, z.object({ to: z.enum(['hour', 'evening', 'morning', 'monday']) }));
    void playground.travel(to);
    return {};
  },
  'POST city': async (playground, { request }) => {
    const { city } = await readJson(request, z.object({ city: z.enum(['demo', 'empty']) }));
    void playground.renew(city);
    return {};
  },
  'GET tour': (playground, { url }) => playground.tour(languageOf(url)),
  'POST tour': async (playground, { request, url, path }) => {
    await readJson(request, z.object({}));
    await playground.doStep(path[1] ?? '', languageOf(url));
    return {};
  },
  'POST faults': async (playground, { request }) => {
    const kind = z.enum(['429', '403', '500', 'lost']);
    const fault = await readJson(request, z.object({ kind, times: z.number().int().min(1).max(1000) }));
    orderFault(playground.city().world, fault);
    playground.live.tell('state');
    return {};
  },
  'DELETE faults': (playground) => {
    playground.city().world.faults.length = 0;
    playground.live.tell('state');
    return {};
  },
  'DELETE failed': (playground) => {
    playground.forgive();
    return {};
  },
  'GET log': (playground, { url }) => playground.log.after(numberOf(url, 'after') ?? 0),
};

/** Answers one request under /api. Throws Refused. */
export async function answerApi(playground: Playground, asked: Asked): Promise<unknown> {
  const { path, request } = asked;
  const verb = path[0] === 'chats' && path[2] !== undefined ? `chats/${path[2]}` : path[0];
  const handler = routes[`${request.method} ${verb}`];
  if (!handler) throw new Refused(404, 'no such address');
  return handler(playground, asked);
}

function chats(playground: Playground, { url, path }: Asked): unknown {
  const city = playground.seen();
  const { user, locale } = personaOf(city, url);
  if (path[1] === undefined) return viewChats(city, user);
  const chat = playground.chatOf(city.world, user, Number(path[1]));
  const looking = { user, locale, thread: numberOf(url, 'thread'), before: numberOf(url, 'before') };
  if (looking.before === null && city.reads.read(chat, user.id, looking.thread)) playground.read();
  return viewChat(city, chat, looking);
}

/** Something a persona does in a chat of hers, told to every page afterwards. */
function onChat<B>(shape: ZodType<B>, act: (place: acts.Place, body: B, playground: Playground) => unknown): Handler {
  return async (playground, { request, url, path }) => {
    const body = await readJson(request, shape);
    const city = playground.city();
    const { user } = personaOf(city, url);
    const chat = playground.chatOf(city.world, user, Number(path[1]));
    const answer = act({ city, chat, user }, body, playground);
    playground.touched(chat);
    return (await answer) ?? {};
  };
}

async function open(playground: Playground, { request, url }: Asked): Promise<unknown> {
  const { link } = await readJson(request, z.object({ link: z.string() }));
  const city = playground.city();
  const { user } = personaOf(city, url);
  const opened = acts.followLink(city, user, link);
  if (!opened) throw new Refused(400, 'not a link of this bot');
  playground.touched(playground.chatOf(city.world, user, opened.chat));
  return opened;
}

async function upload(playground: Playground, { request, url }: Asked): Promise<unknown> {
  const given = (url.searchParams.get('name') ?? '').replace(/[\p{Cc}/\\]/gu, '');
  // By signs, not by halves of signs: half a sign cannot stand in a header.
  const name = [...given].slice(0, 200).join('') || 'file';
  const type = url.searchParams.get('type') ?? '';
  const safeType = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
  const content = await readFile(request);
  if (content.length === 0) throw new Refused(400, 'the file is empty');
  return { id: playground.uploads.keep({ name, type: safeType, content }) };
}

function personaOf(city: RunningCity, url: URL): { user: User; locale: Language } {
  const persona = personas.find(({ userId }) => userId === numberOf(url, 'as'));
  const user = persona && city.world.users.get(persona.userId);
  if (!user) throw new Refused(400, 'as: nobody whom you can be');
  return { user, locale: persona.locale };
}

function languageOf(url: URL): Language {
  const language = url.searchParams.get('as');
  return isLocale(language) ? language : 'kk';
}

function numberOf(url: URL, name: string): number | null {
  const value = url.searchParams.get(name);
  return value === null || !/^-?\d{1,16}$/.test(value) ? null : Number(value);
}
