// Runs before every test file: the network beyond this machine is closed, and open connections are counted.
import { Socket } from 'node:net';
import pg from 'pg';
import { afterAll, afterEach } from 'vitest';

const LEAK_MS = 1_500;

type Target = { path?: string; host?: unknown; port?: unknown };
type Watch = { forbidden: string[]; open: Set<pg.Client> };

// Files of one worker share its modules: what is watched is wrapped once for all of them.
const shared = globalThis as { oryndaWatch?: Watch };
const { forbidden, open } = (shared.oryndaWatch ??= watch());

function watch(): Watch {
  const watched: Watch = { forbidden: [], open: new Set() };
  const connectSocket = Socket.prototype.connect;
  Socket.prototype.connect = function connect(this: Socket, ...args: unknown[]) {
    // net.connect() hands its arguments over as one list inside the list.
    const [first] = (Array.isArray(args[0]) ? args[0] : args) as unknown[];
    const options = (typeof first === 'object' ? first : { port: first, host: args[1] }) as Target;
    const host = options.path ? 'localhost' : (options.host ?? 'localhost');
    if (!/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(String(host))) {
      watched.forbidden.push(`${String(host)}:${String(options.port)}`);
      throw new Error(`A test called ${String(host)}: tests may only call this machine.`);
    }
    return Reflect.apply(connectSocket, this, args) as Socket;
  } as typeof connectSocket;
  const connectClient = pg.Client.prototype.connect as (...args: unknown[]) => unknown;
  pg.Client.prototype.connect = function connect(this: pg.Client, ...args: unknown[]) {
    watched.open.add(this);
    this.once('end', () => watched.open.delete(this));
    return Reflect.apply(connectClient, this, args);
  } as typeof pg.Client.prototype.connect;
  return watched;
}

afterEach(() => {
  const calls = forbidden.splice(0);
  if (calls.length > 0) throw new Error(`The test called ${calls.join(', ')}: tests may only call this machine.`);
});

afterAll(async () => {
  for (const end = Date.now() + LEAK_MS; open.size > 0 && Date.now() < end;) {
    await new Promise((done) => setTimeout(done, 20));
  }
  if (open.size > 0) throw new Error(`${open.size} database connections were left open: close() what was opened.`);
});
