// The specification: no drift from the pinned declarations, and faults are found.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emulatedMethods } from '../../../src/playground/emulator/dispatch.ts';
import { generateSpec } from '../../support/telegram-spec.ts';

const file = new URL('../../../src/playground/emulator/spec.json', import.meta.url);

describe('the specification of the Bot API', () => {
  test('the committed copy equals what @gramio/types gives (UPDATE_SPEC=1 writes it)', () => {
    const fresh = `${JSON.stringify(generateSpec())}\n`;
    if (process.env['UPDATE_SPEC'] === '1') writeFileSync(file, fresh);
    expect(readFileSync(file, 'utf8') === fresh).toBe(true);
  });

  test('every method of the Bot API that the bot calls is emulated', () => {
    const root = new URL('../../../src/', import.meta.url).pathname;
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/^(playground|generated)/.test(name))
      .map((name) => readFileSync(`${root}${name}`, 'utf8'))
      .join('\n');
    const called = Object.keys(generateSpec().methods).filter((method) =>
      new RegExp(`\\b(?:api|raw|ctx)\\.${method}\\(`).test(sources),
    );
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((method) => !emulatedMethods.includes(method))).toEqual([]);
  });

  test('it has every method of Bot API 10.3', async () => {
    const { isKnownMethod } = await import('../../../src/playground/emulator/spec.ts');
    expect(generateSpec().version).toBe('10.3');
    expect(Object.keys(generateSpec().methods)).toHaveLength(185);
    expect(isKnownMethod('sendMessage')).toBe(true);
    expect(isKnownMethod('sendNothing')).toBe(false);
  });
});
