// The log never holds the bot's token nor the database's password, wherever an error carries them.
import { Api, GrammyError } from 'grammy';
import { expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { describeError, openLog } from '../src/log.ts';
import { webhookSecret } from '../src/telegram/webhook-secret.ts';

const token = `123456789:${'AbcdE'.repeat(7)}`;
const apiRoot = 'http://127.0.0.1:1';
const config = readConfig({
  BOT_TOKEN: token,
  TELEGRAM_API_ROOT: apiRoot,
  DATABASE_URL: 'postgresql://orynda:pass%2Fword-9@db.example:5432/orynda',
  LOG_LEVEL: 'trace',
});

/** What a call to Telegram that cannot be reached throws, as our slices log it. */
async function refused(): Promise<unknown> {
  return new Api(token, { apiRoot }).getMe().catch((error: unknown) => error);
}

async function faults(): Promise<[string, unknown][]> {
  const address = `${apiRoot}/file/bot${token}/photos/1.jpg`;
  const call = await refused();
  return [
    ['a call that failed, with the address in its inner error', call],
    ['a download that failed', await fetch(address).catch((error: unknown) => error)],
    ['an address that cannot be read', await fetch(`http://exa mple/bot${token}/x`).catch((error: unknown) => error)],
    ['a cause of a cause', new Error('outer', { cause: new Error('middle', { cause: call }) })],
    ['several at once', new AggregateError([call, new Error(address)], 'all failed')],
    ['a property', Object.assign(new Error('x'), { request: { url: address, headers: { authorization: token } } })],
    ['an address spelt for the web', new Error(`https://x/?next=${encodeURIComponent(address)}`)],
    ['a message of the database', new Error('cannot connect to postgresql://orynda:pass%2Fword-9@db.example/orynda')],
    ['a password as it is typed', new Error('password "pass/word-9" refused')],
  ];
}

it('carries it today in the errors of the network, so that these tests can fail', async () => {
  const error = (await refused()) as { error?: Error };
  expect(error.error?.message).toContain(token);
});

it('holds no secret in any line, whatever is logged', async () => {
  const lines: string[] = [];
  const log = openLog(config, { write: (line: string) => void lines.push(line) });
  for (const [name, error] of await faults()) {
    log.error({ err: error, name }, 'test.failed');
    log
      .child({ slice: 'tasks' })
      .warn({ reason: String(error), deep: { error, url: `${apiRoot}/bot${token}/x` } }, `${token}`);
  }
  expect(lines).toHaveLength(2 * (await faults()).length);
  expect(lines.filter((line) => line.includes('[secret]')).length).toBeGreaterThan(lines.length / 2);
  for (const line of lines) {
    expect(line).not.toContain(token);
    expect(line).not.toContain(encodeURIComponent(token));
    expect(line).not.toContain('word-9');
    expect(() => JSON.parse(line) as unknown).not.toThrow();
  }
});

it('tells an error without a log just as carefully', async () => {
  for (const [, error] of await faults()) {
    const text = describeError(error, config);
    expect(text).not.toContain(token);
    expect(text).not.toContain('word-9');
  }
});

it('keeps the word of the webhook, a password in any spelling and what a refused call would have said', async () => {
  const lines: string[] = [];
  const odd = { ...config, databaseUrl: `postgresql://orynda:${encodeURIComponent('pa"ss\\word')}@db.example/orynda` };
  const log = openLog(odd, { write: (line: string) => void lines.push(line) });
  const word = webhookSecret(token);
  const answer = { ok: false as const, error_code: 400, description: 'Bad Request: bad webhook' };
  log.fatal({ err: new GrammyError('Call failed', answer, 'setWebhook', { secret_token: word }) }, 'orynda.failed');
  log.warn({ word }, 'test.word');
  log.error(
    { err: new GrammyError('Call failed', answer, 'sendMessage', { text: 'Сауле, отчёт' }) },
    'telegram.failed',
  );
  log.warn({ err: new Error('password "pa"ss\\word" refused') }, 'db.connection-lost');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('bad webhook');
  for (const line of lines) {
    expect(line).not.toContain(word);
    expect(line).not.toContain('Сауле');
    expect(JSON.stringify(JSON.parse(line))).not.toContain('word\\"');
    expect(JSON.stringify(JSON.parse(line))).not.toMatch(/pa\\"ss/);
  }
});

it('leaves everything else as it is', () => {
  const lines: string[] = [];
  openLog({ ...config, databaseUrl: undefined }, { write: (line: string) => void lines.push(line) }).info(
    { update: 17, port: 8080 },
    'orynda.started',
  );
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, update: 17, port: 8080, msg: 'orynda.started' });
});

it('tells of a lost connection without the connection itself', () => {
  const lines: string[] = [];
  const lost = Object.assign(new Error('terminating connection'), {
    code: '57P01',
    client: { secretKey: 'of one connection' },
  });
  openLog(config, { write: (line: string) => void lines.push(line) }).warn({ err: lost }, 'db.connection-lost');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { message: 'terminating connection', code: '57P01' } });
  expect(lines[0]).not.toContain('of one connection');
});
