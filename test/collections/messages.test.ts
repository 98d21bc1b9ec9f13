// What people read about answers fits one message, however many fields, faults and corrections there are.
import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { Field, FieldFault } from '../../src/collections/answer-rules.ts';
import { faultMessage, takenMessage } from '../../src/collections/messages.ts';
import type { AnswerRow, Version } from '../../src/collections/queries.ts';
import { showMessage } from '../../src/collections/show-messages.ts';
import { oneMessage, tableMessage } from '../../src/collections/table-messages.ts';
import { plain } from '../../src/telegram/buttons.ts';
import { loadTexts, locales } from '../../src/texts.ts';

const app = { t: loadTexts(), zone: 'Asia/Almaty' } as unknown as App;
const at = new Date('2026-11-25T05:00:00Z');
const choices = Array.from({ length: 12 }, (_, n) => `${n + 1} ${'таңдау '.repeat(8)}`.slice(0, 60));
const fields: Field[] = Array.from({ length: 10 }, (_, n) => ({
  ...{ fieldId: n, label: `${n} ${'Қызмет көрсету '.repeat(9)}`.slice(0, 120), kind: n < 5 ? 'choice' : 'text' },
  ...{ unit: null, min: null, max: null, whole: false, choices: n < 5 ? choices : [], required: true },
}));
const value = (n: number) => ({ answerId: n, fieldId: n, number: null, words: '<ә> '.repeat(240), attachmentId: null });
const current = fields.map((_, n) => value(n));
const rows: AnswerRow[] = Array.from({ length: 10 }, (_, n) => ({
  ...{ participationId: n, postId: n, state: 'accepted', nameKk: 'Мектеп '.repeat(20), nameRu: 'Школа '.repeat(20) },
  district: null,
  answers: current.map((each) => ({ ...each, at, late: true, corrected: true })),
}));
const versions: Version[] = Array.from({ length: 400 }, (_, n) => ({
  ...{ ...value(n % 10), at, late: false, superseded: true, by: { surname: 'Тест', given: 'Айгүл' } },
}));
const faults: FieldFault[] = Array.from({ length: 900 }, (_, n) => ({
  fault: 'lines',
  fieldId: null,
  said: `жол ${n}`,
}));
const task = { taskId: 1, number: '2.1', headline: 'Мәлімет '.repeat(40), due: null };

describe.each(locales)('in %s', (locale) => {
  const words = { app, locale };
  const missing = fields.map(({ label }) => label);
  const outcome = { number: '2.1', changed: current.map(({ fieldId }) => fieldId), corrected: [], missing, late: true };
  it.each([
    [
      'what was taken',
      takenMessage(
        app,
        locale,
        1,
        { ...outcome, filed: true, accepted: false, current, before: current, fields },
        faults,
      ),
    ],
    ['what was not taken', faultMessage(app, locale, 1, fields, faults)],
    ['totals', showMessage(words, task, fields, rows, { compared: [], silent: 0, live: true })],
    ['a page of answers', tableMessage(words, task, fields, rows, 0)],
    [
      'one answer with its history',
      oneMessage(words, task, fields, rows[0] as AnswerRow, { versions, mine: false, live: true }),
    ],
  ])('%s fits a message', (_what, { html }) => {
    expect(plain(html).length).toBeLessThanOrEqual(4000);
    expect(plain(html).length).toBeGreaterThan(300);
  });
});
