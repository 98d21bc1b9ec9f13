// Which faults mean that the database is away: whatever somebody did meanwhile is tried again.
import { expect, it } from 'vitest';
import { isDatabaseGone } from '../src/errors.ts';

it.each([
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
  'write EPIPE',
  'Raw query failed. Code: `08006`. Message: `connection failure`',
  'Raw query failed. Code: `57P03`. Message: `the database system is in recovery mode`',
])('a database is gone that leaves behind: %s', (message) => {
  expect(isDatabaseGone(new Error(message))).toBe(true);
});

it.each(['duplicate key value violates unique constraint', "Network request for 'sendMessage' failed!"])(
  'no database is gone because of: %s',
  (message) => {
    expect(isDatabaseGone(new Error(message))).toBe(false);
  },
);
