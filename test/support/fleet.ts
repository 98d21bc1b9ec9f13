// Several processes of the compiled bot on one database, behind one address: started, killed, started anew.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const root = new URL('../..', import.meta.url).pathname;

type Replica = { process: ChildProcess; port: number; output: () => string };

/** Replicas of the bot and the balancer before them. */
export class Fleet {
  readonly #settings: Record<string, string>;
  readonly #balancer = createServer((incoming, outgoing) => this.#forward(incoming, outgoing));
  readonly #replicas: (Replica | null)[] = [];
  #turn = 0;

  constructor(settings: Record<string, string>) {
    this.#settings = settings;
  }

  /** Starts the balancer and so many replicas. */
  async start(size: number): Promise<void> {
    await new Promise<void>((done) => this.#balancer.listen(0, '127.0.0.1', done));
    for (let n = 0; n < size; n++) await this.revive(n);
  }

  /** Kills a replica at once, whatever it is at. */
  async kill(n: number): Promise<void> {
    const replica = this.#replicas[n];
    this.#replicas[n] = null;
    if (!replica) return;
    const ended = once(replica.process, 'exit');
    replica.process.kill('SIGKILL');
    await ended;
  }

  /** Starts a replica in this place; resolves when it takes updates. */
  async revive(n: number): Promise<void> {
    const { port } = this.#balancer.address() as AddressInfo;
    const env = {
      PATH: process.env['PATH'],
      PORT: '0',
      // The people of a test press as quickly as it likes.
      FLOOD_UPDATES: '0',
      WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
      ...this.#settings,
    };
    const child = spawn(process.execPath, ['dist/main.js'], { cwd: root, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const end = performance.now() + 60_000;
    while (!output.includes('orynda.started')) {
      if (child.exitCode !== null || performance.now() > end) throw new Error(`the replica did not start:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const own = Number(/"port":(\d+)/.exec(output)?.[1]);
    this.#replicas[n] = { process: child, port: own, output: () => output };
  }

  /** What the living replicas have logged. */
  output(): string {
    return this.#replicas.map((replica) => replica?.output() ?? '').join('');
  }

  /** Ends all in order. */
  async close(): Promise<void> {
    for (const replica of this.#replicas) {
      if (!replica) continue;
      const ended = once(replica.process, 'exit');
      replica.process.kill('SIGTERM');
      await ended;
    }
    this.#balancer.closeAllConnections();
    await new Promise((done) => this.#balancer.close(done));
  }

  /** In turn to the living; a replica that breaks off is a 502, and Telegram comes again. */
  #forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const living = this.#replicas.filter((replica) => replica !== null);
    const target = living[this.#turn++ % Math.max(1, living.length)];
    const fail = (): void => {
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    };
    if (!target) return fail();
    const { method, url: path, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: target.port, method, path, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502);
      answer.pipe(outgoing);
    });
    onward.on('error', fail);
    incoming.pipe(onward);
  }
}
