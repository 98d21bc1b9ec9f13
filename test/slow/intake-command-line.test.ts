// The reader on the command line: one document as JSON, many as lines in order, and clear words for bad input.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../src/intake/command-line.ts');

function run(options: string[], input: string | Buffer): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...options], {
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const text = 'РЕШИЛИ:\n1. Управлению спорта до 1 декабря провести 12 турниров.';

describe('npm run intake', { timeout: 60_000 }, () => {
  it('prints the drafts of a text', () => {
    const { code, out } = run(['--date', '2026-10-14'], text);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { number: '1', text: 'провести 12 турниров', kind: 'assignment', deadline: { kind: 'date', date: '2026-12-01' } },
    ]);
  });

  it('reads a text in Windows-1251', () => {
    const bytes = Buffer.from(
      [...text].map((sign) => {
        const code = sign.charCodeAt(0);
        return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
      }),
    );
    expect(JSON.parse(run(['--date', '2026-10-14'], bytes).out)).toMatchObject([{ text: 'провести 12 турниров' }]);
  });

  it('turns lines into lines, in order', () => {
    const lines = ['б', 'а'].map((id) => JSON.stringify({ id, text, referenceDate: '2026-10-14' }));
    const { code, out } = run(['--jsonl'], `${lines.join('\n')}\n`);
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(
      ['б', 'а'].map((id) => ({
        id,
        items: [
          {
            text: 'провести 12 турниров',
            responsible: ['Управлению спорта'],
            fanOut: false,
            deadline: { kind: 'date', date: '2026-12-01' },
            indicators: [{ value: 12, unit: 'турниров' }],
          },
        ],
      })),
    );
  });

  it.each([
    ['no date', [], text, 2, '--date is missing'],
    ['a date that is none', ['--date', '31.02.2026'], text, 2, '31.02.2026'],
    ['an unknown option', ['--fast'], text, 2, '--fast'],
    ['a line that is no JSON', ['--jsonl'], '{"id":"а"', 1, 'Line 1'],
    ['a line without a date', ['--jsonl'], '\n{"id":"а","text":"б"}', 1, 'Line 2'],
  ])('says what is wrong with %s', (_what, options, input, code, words) => {
    const result = run(options, input);
    expect(result.code).toBe(code);
    expect(result.err).toContain(words);
    expect(result.err).not.toContain('    at ');
  });
});
