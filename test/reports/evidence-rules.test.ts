// What completion forms demand, and which reports hold it.
import { describe, expect, test } from 'vitest';
import { demandedEvidence, missingEvidence } from '../../src/reports/evidence-rules.ts';

describe('a completion form demands', () => {
  test.each([
    ['фотоотчёт', ['photo']],
    ['Фотоотчет и акт', ['photo', 'file']],
    ['фотоесеп', ['photo']],
    ['сурет', ['photo']],
    ['акт выполненных работ', ['file']],
    ['Приказ', ['file']],
    ['бұйрық', ['file']],
    ['хаттама көшірмесі', ['file']],
    ['список учащихся', ['list']],
    ['Тізім', ['list']],
    ['количество педагогов', ['number']],
    ['балалардың саны', ['number']],
    ['отчёт', []],
    ['информация', []],
    ['ақпарат', []],
    ['контактные данные', []],
    ['практика', []],
    [null, []],
  ] as const)('%s: %j', (form, kinds) => expect(demandedEvidence(form)).toEqual(kinds));
});

describe('a report', () => {
  const photo = { kind: 'photo' };
  const paper = { kind: 'document', mime: 'application/pdf' };
  const scan = { kind: 'document', mime: 'image/jpeg' };
  test.each([
    ['фотоотчёт', '', [photo], []],
    ['фотоотчёт', '', [scan], []],
    ['фотоотчёт', 'Выполнено', [], ['photo']],
    ['фотоотчёт', 'Выполнено', [paper], ['photo']],
    ['акт', 'Выполнено', [], ['file']],
    ['акт', 'Выполнено', [photo], []],
    ['список', 'Иванов, Петров, Сидоров', [], []],
    ['список', 'Один\nДва\nТри', [], []],
    ['список', 'Список готов', [], ['list']],
    ['количество', 'Всего 14', [], []],
    ['количество', 'Много', [], ['number']],
    ['количество', 'Во вложении', [paper], []],
    ['фотоотчёт и акт', 'Выполнено', [], ['photo', 'file']],
    ['информация', 'Выполнено', [], []],
  ] as const)('for «%s» with «%s» and %j misses %j', (form, text, files, missing) =>
    expect(missingEvidence(form, { text, files: [...files] })).toEqual(missing),
  );
});
