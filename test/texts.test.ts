// Words on screen: the same keys and variables in every language, every used key exists, every key is used.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escapeHtml, loadTexts, locales, raw } from '../src/texts.ts';

const root = resolve(import.meta.dirname, '../src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n');

function messages(locale: string): Map<string, { body: string; file: string }> {
  const found = new Map<string, { body: string; file: string }>();
  const folder = join(root, 'texts', locale);
  for (const file of readdirSync(folder)) {
    let key = '';
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const start = /^([a-z][a-z0-9-]*)\s*=(.*)$/.exec(line);
      if (start) {
        key = start[1] as string;
        if (found.has(key)) throw new Error(`${key} stands twice in ${locale}`);
        found.set(key, { body: start[2] as string, file });
      } else if (key && /^\s/.test(line)) {
        (found.get(key) as { body: string }).body += `\n${line}`;
      }
    }
  }
  return found;
}

const byLocale = new Map(locales.map((locale) => [locale, messages(locale)]));
const reference = byLocale.get('kk') as Map<string, { body: string; file: string }>;
const variables = (body: string): string[] =>
  [...new Set([...body.matchAll(/\$([a-zA-Z]\w*)/g)].map(([, name]) => name as string))].sort();

describe('texts', () => {
  it.each(locales)('have the same keys in the same files in %s', (locale) => {
    const list = (map: Map<string, { file: string }>): string[] =>
      [...map].map(([key, { file }]) => `${file} ${key}`).sort();
    expect(list(byLocale.get(locale) as Map<string, { file: string }>)).toEqual(list(reference));
  });

  it.each(locales)('use the same variables in %s as in Kazakh', (locale) => {
    const wrong = [...(byLocale.get(locale) ?? [])].filter(
      ([key, { body }]) => variables(body).join() !== variables(reference.get(key)?.body ?? '').join(),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('exist for every key that the code names', () => {
    const prefixes = [...new Set([...reference.keys()].map((key) => key.split('-')[0]))].join('|');
    const named = new RegExp(`'((?:${prefixes})-[a-z0-9-]+)'`, 'g');
    const missing = [...sources.matchAll(named)].map(([, key]) => key as string).filter((key) => !reference.has(key));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('are all used by the code, by name or by a computed ending', () => {
    const computed = [...sources.matchAll(/`([a-z]+(?:-[a-z0-9]+)*-)\$\{/g)].map(([, prefix]) => prefix as string);
    const unused = [...reference.keys()].filter(
      (key) => !sources.includes(`'${key}'`) && !computed.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('never end a Kazakh variable with a glued case ending', () => {
    const glued = [...reference].filter(([, { body }]) =>
      /\{\s*\$\w+\s*\}(?!-тармақ)['’-]?[а-яәғқңөұүһі]/iu.test(body),
    );
    expect(glued.map(([key]) => key)).toEqual([]);
  });

  it('show markup of people as text', () => {
    const t = loadTexts();
    const name = '<b>"Мектеп" & Ко</b>';
    expect(escapeHtml(name)).toBe('&lt;b&gt;&quot;Мектеп&quot; &amp; Ко&lt;/b&gt;');
    expect(t('en', 'telegram-text-too-long', { length: raw('<i>9</i>'), max: name })).toContain('<i>9</i>');
    expect(t('en', 'telegram-text-too-long', { length: 9, max: name })).toContain('&lt;b&gt;');
  });

  it('print numbers as plain digits and still choose plural forms by them', () => {
    const t = loadTexts();
    expect(t('ru', 'reminders-calendar-confirmed', { year: 2027 })).toContain('2027 года');
    expect(t('en', 'reminders-calendar-confirmed', { year: 2027 })).toContain('2027');
    const late = (n: number): string => t('ru', 'tasks-status-overdue', { n });
    expect([0, 1, 3, 5, 11, 21, 111].map((n) => late(n).split(', просрочка ')[1])).toEqual([
      '0 рабочих дней',
      '1 рабочий день',
      '3 рабочих дня',
      '5 рабочих дней',
      '11 рабочих дней',
      '21 рабочий день',
      '111 рабочих дней',
    ]);
  });

  it('fail loudly on an unknown key or a missing variable', () => {
    const t = loadTexts();
    expect(() => t('kk', 'telegram-no-such-text')).toThrow('telegram-no-such-text');
    expect(() => t('kk', 'telegram-text-too-long', { length: 1 })).toThrow('max');
  });
});
