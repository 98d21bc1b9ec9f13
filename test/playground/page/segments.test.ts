// Formatting entities become a tree that can be shown without any markup from strings.
import { describe, expect, it } from 'vitest';
import { type Segment, segmentsOf } from '../../../src/playground/page/segments.ts';

/** The tree in short: [bold:text] with children inside. */
function show(segments: Segment[]): string {
  return segments.map((one) => ('entity' in one ? `[${one.entity.type}:${show(one.children)}]` : one.text)).join('');
}
const entity = (type: string, offset: number, length: number) => ({ type, offset, length });

describe('formatted text', () => {
  it('is one piece without entities, and nothing when empty', () => {
    expect(segmentsOf('Есеп', [])).toEqual([{ text: 'Есеп' }]);
    expect(segmentsOf('', [])).toEqual([]);
  });

  it('nests what lies inside', () => {
    expect(show(segmentsOf('abc def ghi', [entity('italic', 4, 3), entity('bold', 0, 7)]))).toBe(
      '[bold:abc [italic:def]] ghi',
    );
  });

  it('keeps the outer one outside when two begin together', () => {
    expect(show(segmentsOf('abcd', [entity('bold', 0, 2), entity('underline', 0, 4)]))).toBe('[underline:[bold:ab]cd]');
  });

  it('cuts entities that overlap', () => {
    expect(show(segmentsOf('abcdef', [entity('bold', 0, 4), entity('italic', 2, 4)]))).toBe(
      '[bold:ab[italic:cd]][italic:ef]',
    );
  });

  it('counts in UTF-16, so an emoji takes two', () => {
    expect(show(segmentsOf('📌 № 2.1', [entity('bold', 3, 5)]))).toBe('📌 [bold:№ 2.1]');
  });

  it('cuts an entity at the end of the text and drops one beyond it', () => {
    expect(show(segmentsOf('abc', [entity('bold', 1, 9), entity('code', 5, 1)]))).toBe('a[bold:bc]');
  });

  it('drops one line break on either side of a block, not more', () => {
    const text = 'before\nquote\n\nafter';
    expect(show(segmentsOf(text, [entity('blockquote', 7, 5)]))).toBe('before[blockquote:quote]\nafter');
    expect(show(segmentsOf('x\ny', [entity('bold', 2, 1)]))).toBe('x\n[bold:y]');
  });
});
