// Settings: faults together, defaults as promised, README's table true.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, settings } from '../src/config.ts';

const token = '123456:ABC-def';

describe('settings', () => {
  it('need nothing but the token', () => {
    expect(readConfig({ BOT_TOKEN: token })).toEqual({
      botToken: token,
      telegramApiRoot: 'https://api.telegram.org',
      databaseUrl: undefined,
      dataDir: './data',
      timeZone: 'Asia/Almaty',
      defaultLanguage: 'kk',
      logLevel: 'info',
      port: 8080,
      issueUndoSeconds: 60,
      reportUndoSeconds: 600,
      sendsPerSecond: 28.85,
      sendsPerSecondInChat: 1,
      sendsPerMinuteInGroup: 19,
      outboxKeepDays: 730,
      floodUpdates: 30,
      floodSeconds: 10,
      floodPauseSeconds: 60,
    });
  });

  it('report all faults at once, each with the name of its setting', () => {
    const wrong = {
      TIME_ZONE: 'Mars/Olympus',
      PORT: 'eighty',
      DEFAULT_LANGUAGE: 'de',
      DATABASE_URL: 'mysql://x',
      ISSUE_UNDO_SECONDS: '-1',
    };
    const message = thrown(() => readConfig(wrong));
    for (const name of ['BOT_TOKEN', ...Object.keys(wrong)]) expect(message).toContain(name);
    expect(message.split('\n').length).toBe(6);
  });

  it('say plainly that a missing token is missing', () => {
    expect(thrown(() => readConfig({}))).toMatch(/^BOT_TOKEN is missing/);
    expect(thrown(() => readConfig({ BOT_TOKEN: '  ' }))).toMatch(/^BOT_TOKEN is missing/);
  });

  it('never repeat a secret value in a fault', () => {
    expect(thrown(() => readConfig({ BOT_TOKEN: 'hunter2' }))).not.toContain('hunter2');
  });

  it('read an empty value as absent and trim the slash of the API root', () => {
    const config = readConfig({ BOT_TOKEN: token, DATABASE_URL: '', TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.telegramApiRoot).toBe('http://127.0.0.1:8081');
  });

  it("stand in README's table with their default and sentence", () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.*?) \| (.*?) \|$/gm)].map(([, name, value, sentence]) => [
      name,
      value,
      sentence,
    ]);
    const expected = Object.entries(settings).map(([name, setting]) => {
      const fallback = setting.safeParse(undefined);
      const value = fallback.success && fallback.data !== undefined ? `\`${String(fallback.data)}\`` : '';
      return [name, value, setting.description];
    });
    expect(rows).toEqual(expected);
  });
});

function thrown(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
