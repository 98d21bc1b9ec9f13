// The links of an installation: always the same ones, and never those of another database with the same bot.
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { ensureAdminInvite } from '../../src/org/actions.ts';
import { inviteKey } from '../../src/org/invite-actions.ts';
import { inviteToken } from '../../src/org/invite-rules.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let databases: TestDatabase[];
let installations: App[];

beforeAll(async () => {
  databases = await Promise.all([testDatabase(), testDatabase()]);
  const config = readConfig({ BOT_TOKEN: '1:test' });
  installations = databases.map(({ db }) => createApp({ db, config, log: pino({ level: 'silent' }) }));
});
afterAll(() => Promise.all(databases.map((database) => database.close())));

it('a database made anew prints another first link, with the same bot', async () => {
  const links = await Promise.all(installations.map((app) => ensureAdminInvite(app)));
  expect(links[0]).toMatch(/^[\w-]{32}$/);
  expect(links[1]).not.toBe(links[0]);
  expect(await Promise.all(installations.map((app) => ensureAdminInvite(app)))).toEqual(links);
});

it('processes that need the first secret at the same moment agree on one', async () => {
  const [app] = installations as [App];
  await app.db.setting.deleteMany();
  const keys = await Promise.all(Array.from({ length: 5 }, () => inviteKey(app)));
  expect(new Set(keys.map(({ secret }) => secret)).size).toBe(1);
  expect(keys[0]?.secret.length).toBeGreaterThan(40);
});

it('a token is another one for every invitation, secret and bot', () => {
  const key = { botToken: '1:test', secret: 'first' };
  const tokens = [
    inviteToken(key, 1),
    inviteToken(key, 2),
    inviteToken({ ...key, secret: 'second' }, 1),
    inviteToken({ ...key, botToken: '2:test' }, 1),
  ];
  expect(new Set(tokens).size).toBe(4);
  expect(inviteToken(key, 1)).toBe(tokens[0]);
});
