// The bot's real surface and the matrix know each other: a button, command, message or dialog that the matrix does not mention is a fault.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openClient } from '../../src/db.ts';
import { actions } from '../../src/org/rights-table.ts';
import { type Surface, surfaceOf } from './bot-surface.ts';
import { buttons, commands, deepLinks, dialogs, messages } from './surface.ts';

const source = resolve(import.meta.dirname, '../../src');
const mentioned: Record<keyof Surface, Record<string, string>> = { buttons, commands, messages, dialogs };
const marks = ['@own', '@stranger', '@group'];

/** Building the bot asks nothing of the database. */
function surface(): Surface {
  const { db } = openClient('postgresql://nobody@127.0.0.1:9/none');
  const config = readConfig({ BOT_TOKEN: '1:test' });
  return surfaceOf(createApp({ db, config, log: pino({ level: 'silent' }), now: () => new Date(0) }));
}

describe('the surface of the bot', () => {
  const found = surface();

  it.each(Object.keys(mentioned) as (keyof Surface)[])('%s: each is mentioned, and no other', (kind) => {
    expect(found[kind].length).toBeGreaterThan(15);
    expect(found[kind]).toEqual(Object.keys(mentioned[kind]).sort());
  });

  it('links into the bot are mentioned too', () => {
    const linking = sources().filter((name) => readFileSync(join(source, name), 'utf8').includes('?start='));
    expect(linking.sort()).toEqual(Object.keys(deepLinks).sort());
  });

  it('asks for actions that the table has, and for each of those it has', () => {
    const asked = [...Object.values(mentioned), deepLinks]
      .flatMap((each) => Object.values(each))
      .join(' ')
      .split(' ');
    const named = [...new Set(asked)].filter((word) => !marks.includes(word));
    expect(named.filter((word) => !actions.includes(word as never))).toEqual([]);
    expect(actions.filter((action) => !named.includes(action))).toEqual([]);
  });

  it('every action of the table is asked for by the code itself', () => {
    const asked = new Set(askedInSource());
    expect(actions.filter((action) => !asked.has(action))).toEqual([]);
  });
});

/**
 * Actions that the source asks the table for: named in a call of `may` or `whyNot`, or chosen by a variable in a file that asks with
 * one; the questions by name in org/rules.ts count where somebody uses them.
 */
function askedInSource(): string[] {
  const texts = sources().map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }));
  const others = texts.filter(({ name }) => !/^org\/(rights|rules)/.test(name)).map(({ text }) => text);
  const byName = (texts.find(({ name }) => name === 'org/rules.ts')?.text ?? '').split('export function ').slice(1);
  const used = byName.filter((body) => {
    const call = new RegExp(`\\b${/^\w+/.exec(body)?.[0] ?? ''}\\(`);
    return [...others, ...byName.filter((other) => other !== body)].some((text) => call.test(text));
  });
  return [...others, ...used].flatMap((text) => [...direct(text), ...chosen(text)]);
}

const direct = (text: string): string[] =>
  [...text.matchAll(/\b(?:may|whyNot)\(\s*(?:[\w.]+|\w+\(\w*\)|\{[^{}]*\}|[^'()]*),\s*'([a-z.-]+)'/g)].map(
    ([, action]) => action ?? '',
  );

/** Names in the table of a file that asks `may(actor, right, …)`; names of its buttons are no question. */
function chosen(text: string): string[] {
  if (!/\b(?:may|whyNot)\(\w+, (?!')[\w[\]]+,/.test(text)) return [];
  const lines = text.split('\n').filter((line) => /: '|\? '/.test(line) && !/onButton|button\(|Dialog\(/.test(line));
  return lines.flatMap((line) => [...line.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, action]) => action ?? ''));
}

function sources(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/^(playground|generated)/.test(name),
  );
}
