// Server-sent events: every open page hears what changed and asks again.
import type { ServerResponse } from 'node:http';
import { safeHeaders } from './gate.ts';

/** Milliseconds in which changes of the same thing become one event. */
const gather = 30;
const heartbeat = 25_000;
/** A page that leaves so many bytes unread has gone to sleep: its line is cut, and on waking it asks for everything anew. */
const unread = 256 * 1024;

/** The open pages, and what they are told. */
export class Live {
  readonly #pages = new Set<ServerResponse>();
  readonly #waiting = new Map<string, string>();
  #timer: NodeJS.Timeout | null = null;
  readonly #beat = setInterval(() => this.#write(': still here\n\n'), heartbeat).unref();

  /** Keeps this answer open for events. */
  join(response: ServerResponse): void {
    const type = 'text/event-stream; charset=utf-8';
    response.writeHead(200, { ...safeHeaders, 'content-type': type, 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  /** Something changed, and pages ask what; `data` is added to the event. The same said again within a moment is told once. */
  tell(event: 'state' | 'chats' | 'chat' | 'tour' | 'log', data: object = {}): void {
    if (this.#pages.size === 0) return;
    const text = JSON.stringify(data);
    this.#waiting.set(`${event} ${text}`, `event: ${event}\ndata: ${text}\n\n`);
    this.#timer ??= setTimeout(() => this.#flush(), gather);
  }

  close(): void {
    clearInterval(this.#beat);
    if (this.#timer) clearTimeout(this.#timer);
    for (const page of this.#pages) page.end();
  }

  #flush(): void {
    this.#timer = null;
    const text = [...this.#waiting.values()].join('');
    this.#waiting.clear();
    this.#write(text);
  }

  #write(text: string): void {
    for (const page of this.#pages) {
      if (page.writableLength > unread) page.destroy();
      else page.write(text);
    }
  }
}
