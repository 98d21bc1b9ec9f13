// What must not change the drafts: line ends, kinds of spaces, other numbers, another wrapping; and the same text twice.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/reading/drafts.ts';
import { drafts } from '../../support/reader.ts';
import type { GoldDocument } from '../../support/reading-score.ts';

const folder = join(import.meta.dirname, '../corpus');
const documents = readdirSync(folder)
  .filter((name) => name.startsWith('own'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldDocument);

/** Without places, which move with the text. */
const content = (read: Draft[]): unknown[] =>
  read.map(({ text, kind, quoted, addressees, fanOut, deadline, indicators }) => ({
    text,
    kind,
    quoted,
    people: addressees.map(({ words }) => words),
    fanOut,
    deadline,
    indicators,
  }));

describe.each(documents.map((document) => [document.id, document] as const))(
  '%s',
  (_id, { text, referenceDate, format }) => {
    const plain = content(drafts(text, referenceDate));
    const read = (changed: string): unknown[] => content(drafts(changed, referenceDate));

    it('gives the same drafts twice', () => {
      expect(read(text)).toEqual(plain);
    });

    it('does not mind Windows line ends', () => {
      expect(read(text.replace(/\r?\n/g, '\r\n'))).toEqual(plain);
    });

    it('does not mind no-break spaces', () => {
      expect(read(text.replace(/(?<=\p{L}) (?=\p{L})/gu, '\u00a0'))).toEqual(plain);
    });

    it.runIf(format !== 'd')('does not mind double spaces', () => {
      expect(read(text.replace(/(?<=\p{L}) (?=\p{L})/gu, '  '))).toEqual(plain);
    });

    it('shows each draft where it stands', () => {
      for (const { span, deadlineText, addressees } of drafts(text, referenceDate)) {
        expect(span[0]).toBeLessThan(span[1]);
        expect(text.length).toBeGreaterThanOrEqual(span[1]);
        for (const { words, span: place } of addressees) expect(text.slice(...place).replace(/\s+/g, ' ')).toBe(words);
        if (deadlineText && !deadlineText.includes(', ')) expect(text.replace(/\s+/g, ' ')).toContain(deadlineText);
      }
    });
  },
);

describe('a record', () => {
  const record = `РЕШИЛИ:

1. Управлению образования (Ольхин П.П.) до 1 декабря 2026 года обеспечить открытие 18 кабинетов поддержки в сельских школах.
2. Акимам районов принять меры по расчистке подъездных путей к школам.`;

  it('reads the same with other numbers', () => {
    const renumbered = record.replace(/^1\./m, '7.').replace(/^2\./m, '8.');
    expect(content(drafts(renumbered))).toEqual(content(drafts(record)));
  });

  it('reads the same when its lines are broken elsewhere', () => {
    const wrapped = record
      .replace('обеспечить открытие', 'обеспечить\nоткрытие')
      .replace('подъездных путей', 'подъездных\nпутей');
    expect(content(drafts(wrapped))).toEqual(content(drafts(record)));
  });
});
