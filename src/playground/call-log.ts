// The log for developers: updates, calls, what privacy mode hid, violations and faults on order; the newest few hundred.
import type { Message, Update } from './emulator/api-types.ts';
import type { Answer } from './emulator/dispatch.ts';
import type { Call, Chat, World } from './emulator/world.ts';
import { nameOf, textOf } from './message-view.ts';
import type { LogEntry } from './protocol.ts';

const kept = 500;
const summaryLength = 140;

/** The newest entries, oldest first. */
export class CallLog {
  #entries: LogEntry[] = [];
  #next = 1;
  readonly #onNew: () => void;

  constructor(onNew: () => void) {
    this.#onNew = onNew;
  }

  /** Entries newer than the one with this id, oldest first. */
  after(id: number): LogEntry[] {
    return this.#entries.filter((entry) => entry.id > id);
  }

  /** Forgets the entries of a city that is left; ids go on. */
  forget(): void {
    this.#entries = [];
  }

  /** An update was queued for the bot. */
  update(world: World, update: Update): void {
    const { update_id: _id, ...rest } = update;
    const [name = '', body] = Object.entries(rest)[0] ?? [];
    const about = body as { chat?: { id: number }; message?: Message; data?: string } & Message;
    const chat = about.chat ?? about.message?.chat;
    this.#add(world, 'update', name, titleOf(world, chat?.id), about.data ?? textOf(about), update);
  }

  /** A call of the bot was answered; `fault` when it failed on order. */
  call(world: World, call: Call, answer: Answer, fault: boolean): void {
    const chat = titleOf(world, call.params['chat_id']);
    const body = typeof answer === 'string' ? answer : answer.body;
    const bad = typeof body === 'string' ? body : body['ok'] === false ? String(body['description'] as string) : '';
    const text = bad || String((call.params['text'] ?? call.params['caption'] ?? '') as string);
    this.#add(world, fault ? 'fault' : 'call', call.method, chat, text, { params: call.params, answer: body });
  }

  /** Privacy mode kept a message from the bot. */
  hidden(world: World, chat: Chat, message: Message): void {
    const text = `${nameOf(message.from)}: ${textOf(message)}`;
    this.#add(world, 'hidden', 'message', titleOf(world, chat.info.id), text, message);
  }

  violation(world: World, text: string): void {
    this.#add(world, 'violation', text.split(':')[0] ?? '', '', text, text);
  }

  #add(world: World, what: LogEntry['what'], name: string, chat: string, text: string, detail: unknown): void {
    const entry: LogEntry = {
      id: this.#next++,
      at: world.now().toISOString(),
      what,
      name,
      chat,
      summary: text.replace(/\s+/g, ' ').slice(0, summaryLength),
      detail: JSON.stringify(withoutFiles(detail), null, 2),
    };
    this.#entries.push(entry);
    if (this.#entries.length > kept) this.#entries.shift();
    this.#onNew();
  }
}

function titleOf(world: World, id: unknown): string {
  const chat = world.chats.get(Number(id));
  if (!chat) return '';
  return chat.info.title ?? [chat.info.first_name, chat.info.last_name].filter(Boolean).join(' ');
}

/** Files are not spelled out: a photo would fill the page. */
function withoutFiles(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return `(${value.length} bytes)`;
  if (Array.isArray(value)) return value.map(withoutFiles);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutFiles(part)]));
}
