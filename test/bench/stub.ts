// The smallest Bot API that a bot can poll: hands out one update at a time and tells when it was answered.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Update = Record<string, unknown>;

export class Stub {
  readonly #server = createServer((request, response) => void this.#handle(request, response));
  readonly #queue: Update[] = [];
  #poll: ServerResponse | null = null;
  #answered: ((at: number) => void) | null = null;
  #awaited: RegExp = /^$/;

  /** The API root for the bot. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Delivers an update and resolves with the milliseconds until the bot calls a method that matches. */
  async deliver(update: Update, method: RegExp): Promise<number> {
    const start = performance.now();
    this.#awaited = method;
    const answered = new Promise<number>((resolve) => (this.#answered = resolve));
    this.#queue.push({ update_id: updateId++, ...update });
    this.#flush();
    return (await answered) - start;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for await (const _chunk of request);
    const method = request.url?.split('/').pop() ?? '';
    if (method === 'getUpdates') {
      this.#poll = response;
      this.#flush();
      return;
    }
    reply(response, result(method));
    if (!this.#awaited.test(method)) return;
    this.#answered?.(performance.now());
    this.#answered = null;
  }

  #flush(): void {
    if (!this.#poll || this.#queue.length === 0) return;
    reply(this.#poll, this.#queue.splice(0));
    this.#poll = null;
  }
}

function reply(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result }));
}

let messageId = 1000;
/** Never the same twice in one run: a bot started again on its database would skip it as seen. */
let updateId = 1;
/** What Telegram answers to a call of this method. */
export function result(method: string): unknown {
  if (method === 'getMe') {
    const rights = { can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };
    return { id: 1000, is_bot: true, first_name: 'Bench', username: 'bench_bot', ...rights };
  }
  if (/^(send|edit)/.test(method)) {
    return {
      message_id: messageId++,
      date: 1_795_000_000,
      chat: { id: 42, type: 'private', first_name: 'A' },
      text: '.',
    };
  }
  return true;
}

const person = { id: 42, is_bot: false, first_name: 'А', language_code: 'ru' };
const chat = { id: 42, type: 'private', first_name: 'А' };

export function textUpdate(text: string): Update {
  const entities = text.startsWith('/') ? [{ type: 'bot_command', offset: 0, length: text.length }] : undefined;
  return { message: { message_id: 1, date: 1_795_000_000, chat, from: person, text, entities } };
}

export function pressUpdate(data: string): Update {
  const message = { message_id: 5, date: 1_795_000_000, chat, text: 'card' };
  return { callback_query: { id: `${Math.random()}`, from: person, chat_instance: '1', message, data } };
}
