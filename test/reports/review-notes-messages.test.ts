// What a reviewer reads beside a report: news that did not come before it.
import { describe, expect, it } from 'vitest';
import { reviewNotes } from '../../src/reports/review-notes-messages.ts';
import { loadTexts } from '../../src/texts.ts';

type Args = Parameters<typeof reviewNotes>;

function notes(missedUpdates: number): string[] {
  const item = {
    report: { text: 'Готово', files: [], likeness: null },
    task: { completionForm: null },
    share: { missedUpdates },
  };
  const context = { app: { t: loadTexts() }, locale: 'ru' };
  return reviewNotes(context as unknown as Args[0], item as unknown as Args[1], { thread: [], twin: null });
}

describe('news that was expected before a report', () => {
  it('is counted for the reviewer where it did not come', () => {
    expect(notes(2)).toEqual(['⚠️ Сведения о ходе, не поступившие к ожидаемому дню: 2']);
    expect(notes(0)).toEqual([]);
  });
});
