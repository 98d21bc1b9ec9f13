// Many people before a bot at once: a Bot API that brings their presses and tells how long each waited for its answer.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { result } from './stub.ts';

type Update = Record<string, unknown>;

/** Nothing was answered for so long: the bot is dead. */
const patience = 120_000;

export class Crowd {
  readonly #server = createServer((request, response) => void this.#handle(request, response));
  readonly #pressed = new Map<string, { at: number; answered: (milliseconds: number) => void }>();
  #queue: Update[] = [];
  #poll: ServerResponse | null = null;
  #nextId = 1;
  /** How many messages the bot has sent. */
  sent = 0;

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

  /** A press of the person with this Telegram id; resolves with the milliseconds until it was answered. */
  press(person: number, data: string): Promise<number> {
    const updateId = this.#nextId++;
    const id = String(updateId);
    const from = { id: person, is_bot: false, first_name: 'А', language_code: 'ru' };
    const chat = { id: person, type: 'private', first_name: 'А' };
    const message = { message_id: 5, date: 1_795_000_000, chat, text: 'card' };
    const answered = new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the bot did not answer ${data}`)), patience);
      const done = (milliseconds: number): void => {
        clearTimeout(late);
        resolve(milliseconds);
      };
      this.#pressed.set(id, { at: performance.now(), answered: done });
    });
    this.#queue.push({ update_id: updateId, callback_query: { id, from, chat_instance: '1', message, data } });
    // What is pressed in one moment comes together, as from Telegram.
    setImmediate(() => this.#flush());
    return answered;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = request.url?.split('/').pop() ?? '';
    if (method === 'getUpdates') {
      this.#poll = response;
      this.#flush();
      return;
    }
    if (method === 'sendMessage') this.sent += 1;
    reply(response, result(method));
    if (method !== 'answerCallbackQuery') return;
    const { callback_query_id: id } = JSON.parse(Buffer.concat(chunks).toString()) as { callback_query_id: string };
    const press = this.#pressed.get(id);
    this.#pressed.delete(id);
    press?.answered(performance.now() - press.at);
  }

  #flush(): void {
    if (!this.#poll || this.#queue.length === 0) return;
    reply(this.#poll, this.#queue.splice(0, 100));
    this.#poll = null;
  }
}

function reply(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result: value }));
}
