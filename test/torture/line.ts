// The line between the bot and Telegram: slow, and now and then it cuts, loses answers or brings a fault. Knows what is under way.
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What befalls a call; the first two took effect at Telegram, the others did not. */
const fates = { lost: 0.006, lostBehindProxy: 0.002, cut: 0.004, failed: 0.002, limited: 0.004 } as const;
type Fate = keyof typeof fates | 'none';
/** Of these nobody can know whether the message arrived. */
const doubtful: Fate[] = ['lost', 'lostBehindProxy', 'cut', 'failed'];

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

export class Line {
  readonly #target: URL;
  readonly #chance: () => number;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer((incoming, outgoing) => {
    this.#carry(incoming, outgoing).catch(() => outgoing.destroy());
  });
  /** While false, nothing goes wrong and everything is quick. */
  stormy = false;
  /** While true, Telegram answers every sending with a 502 and does nothing. */
  broken = false;
  /** Sees every sending; true: it goes nowhere, for its sender is dead by now. */
  trap: ((words: string) => boolean) | undefined;
  /** Sendings whose outcome was kept from the bot. */
  doubts = 0;
  /** Sendings under way. */
  inFlight = 0;

  constructor(target: string, chance: () => number) {
    this.#target = new URL(target);
    this.#chance = chance;
  }

  /** Opens the near end; returns its address. */
  async open(): Promise<string> {
    this.#server.keepAliveTimeout = 600_000;
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#agent.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  async #carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const method = incoming.url?.split('/').at(-1) ?? '';
    if (!/^(sendMessage|sendPhoto|editMessageText)$/.test(method)) {
      const hungUp = new AbortController();
      outgoing.on('close', () => hungUp.abort());
      return reply(outgoing, await this.#forward(incoming, body, hungUp.signal));
    }
    if (this.trap?.(body.toString())) return void outgoing.destroy();
    this.inFlight += 1;
    await this.#send(incoming, outgoing, body).finally(() => (this.inFlight -= 1));
  }

  async #send(incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer): Promise<void> {
    const fate = this.broken ? 'failed' : this.#fate();
    if (doubtful.includes(fate)) this.doubts += 1;
    await this.#delay();
    // Who hung up meanwhile has said all: the call may or may not have got through.
    if (outgoing.destroyed && this.#chance() < 0.5) return;
    if (fate === 'cut') return void outgoing.destroy();
    if (fate === 'failed') return refuse(outgoing, 500, {});
    if (fate === 'limited') return refuse(outgoing, 429, { parameters: { retry_after: 1 } });
    const answer = await this.#forward(incoming, body);
    await this.#delay();
    if (fate === 'lost') return void outgoing.destroy();
    if (fate === 'lostBehindProxy') return refuse(outgoing, 502, {});
    reply(outgoing, answer);
  }

  #fate(): Fate {
    if (!this.stormy) return 'none';
    let luck = this.#chance();
    for (const [fate, share] of Object.entries(fates)) if ((luck -= share) < 0) return fate as Fate;
    return 'none';
  }

  /** The way to Amsterdam and back: some dozens of milliseconds, rarely a second. */
  async #delay(): Promise<void> {
    if (!this.stormy) return;
    const slow = this.#chance() < 0.03;
    await sleep(slow ? 200 + this.#chance() * 800 : 10 + this.#chance() * 60);
  }

  #forward(incoming: IncomingMessage, body: Buffer, signal?: AbortSignal): Promise<Answer> {
    const { hostname, port } = this.#target;
    const { url: path, method, headers } = incoming;
    return new Promise((done, fail) => {
      const options = { hostname, port, path, method, headers, agent: this.#agent, ...(signal && { signal }) };
      const onward = request(options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          done({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
        answer.on('error', fail);
      });
      onward.on('error', fail);
      onward.end(body);
    });
  }
}

function reply(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  if (outgoing.destroyed) return;
  const { 'content-type': type = 'application/json' } = headers;
  outgoing.writeHead(status, { 'content-type': type, 'content-length': body.length });
  outgoing.end(body);
}

function refuse(outgoing: ServerResponse, code: number, more: object): void {
  const body = Buffer.from(
    JSON.stringify({ ok: false, error_code: code, description: 'a fault of the line', ...more }),
  );
  reply(outgoing, { status: code, headers: {}, body });
}
