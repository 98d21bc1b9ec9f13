// The dependency rule of src/README.md, checked by reading imports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../src');
const slices = [
  'reading',
  'journal',
  'outbox',
  'org',
  'chats',
  'people',
  'tasks',
  'reports',
  'shares',
  'extensions',
  'periods',
  'indicators',
  'collections',
  'findings',
  'groups',
  'resolutions',
  'meetings',
  'intake',
  'history',
  'roadmaps',
  'problems',
  'discipline',
  'lists',
  'stats',
  'documents',
  'reminders',
  'digests',
  'delivery',
];
/** Within a slice: what each kind of file may import of its own slice, from the pure to the acting. */
const ranks: [RegExp, number][] = [
  [/rules|rights|plan|words|limits/, 0],
  [/messages|queries|views|files/, 1],
  [/actions|claim|hooks/, 2],
  [/dialogs|handlers|job|menus|renderers/, 3],
];

type Import = { from: string; to: string; typeOnly: boolean };

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.startsWith('generated'),
);
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const pattern = /(?:import|export)\s+(type\s+)?([^'"]*?)\s*from\s+'([^']+)'|import\('([^']+)'\)/g;
  return [...source.matchAll(pattern)].map(([, type, names, path, dynamic]) => {
    const target = path ?? dynamic ?? '';
    const to = target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target;
    const onlyTypes = Boolean(type) || (/^\{[^}]*\}$/.test(names ?? '') && everyTyped(names ?? ''));
    return { from: file, to, typeOnly: onlyTypes };
  });
}

function everyTyped(names: string): boolean {
  return names
    .slice(1, -1)
    .split(',')
    .filter((name) => name.trim())
    .every((name) => name.trim().startsWith('type '));
}

const room = (file: string): string => (file.includes('/') ? (file.split('/')[0] as string) : '');
const rankOf = (file: string): number => ranks.find(([pattern]) => pattern.test(file.split('/').pop() ?? ''))?.[1] ?? 2;
const show = ({ from, to }: Import): string => `${from} -> ${to}`;

describe('the dependency rule', () => {
  it('finds the code it is about', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  it('lets a slice import only slices to its left', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [mine, theirs] = [slices.indexOf(room(from)), slices.indexOf(room(to))];
      return mine >= 0 && theirs >= 0 && theirs > mine;
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it("keeps a slice's dialogs, handlers and job to itself", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        slices.includes(room(from)) && slices.includes(room(to)) && room(from) !== room(to) && rankOf(to) === 3,
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('leads from rules to actions to handlers inside a slice', () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        // All of reading is rules, whatever its files are called.
        !typeOnly &&
        slices.includes(room(from)) &&
        room(from) !== 'reading' &&
        room(from) === room(to) &&
        rankOf(to) > rankOf(from),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('keeps reading free of everything but time and calendar', () => {
    const wrong = imports.filter(
      ({ from, to }) => room(from) === 'reading' && room(to) !== 'reading' && !['time.ts', 'calendar.ts'].includes(to),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('lets telegram/ know no slice but the type of the acting person', () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        room(from) === 'telegram' && slices.includes(room(to)) && !(typeOnly && to === 'org/rules.ts'),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('lets production code know nothing of the playground', () => {
    const wrong = imports.filter(
      ({ from, to }) => room(from) !== 'playground' && from !== 'main.ts' && room(to) === 'playground',
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('keeps grammY in the telegram layer', () => {
    const allowed = /^(bot|service|main)\.ts$|^telegram\/|dialogs|handlers|menus|^outbox\/(job|deliver)/;
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        (to === 'grammy' || to.startsWith('@grammyjs/')) &&
        !allowed.test(from) &&
        room(from) !== 'playground',
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it.each([
    ['process.env', /process\.env\b/, /^config\.ts$|^playground\//],
    ['the clock', /new Date\(\)|Date\.now\(\)/, /^(app|time)\.ts$|^playground\/|^postgres\//],
    ['Temporal', /\bTemporal\b/, /^time\.ts$/],
    ['the console', /\bconsole\./, /^main\.ts$|^playground\//],
  ])('reads %s in one place only', (_what, pattern, allowed) => {
    const wrong = files.filter((file) => !allowed.test(file) && pattern.test(code(file)));
    expect(wrong).toEqual([]);
  });

  it('runs queries only in db, queries, actions and the named plumbing', () => {
    const allowed =
      /^(db|app|calendar|calendar-table)\.ts$|queries|actions|hooks|claim|store|^postgres\/|^telegram\/|^outbox\/|^journal\/|^http\/|^playground\/|job/;
    const wrong = files.filter(
      (file) => !allowed.test(file) && /\bdb\.\$?\w+\b/.test(code(file)) && /app\.db\./.test(code(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('says in its first line what each file is for', () => {
    const wrong = files.filter((file) => !readFileSync(join(root, file), 'utf8').startsWith('// '));
    expect(wrong).toEqual([]);
  });
});

function code(file: string): string {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .join('\n');
}
