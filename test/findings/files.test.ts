// The workbook of findings, and the empty table of an act: one finding a row, called in the singular.
import { expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { readTable } from '../../src/files/read-source.ts';
import { writeFindings, writeTemplate } from '../../src/findings/files.ts';
import type { FindingView } from '../../src/findings/queries.ts';
import { loadTexts } from '../../src/texts.ts';

const app = { t: loadTexts() } as unknown as App;
const finding: FindingView = {
  ...{ findingId: 1, inspectionId: 1, position: 1, rootOrgId: 1, body: 'Департамент по ЧС', actNumber: '15-Ф' },
  ...{ actDay: '2026-11-20', orgId: 2, path: '/1/2/', nameKk: '№ 2 мектеп', nameRu: 'Школа № 2', category: 'fire' },
  ...{ severity: 'critical', text: 'Запасный выход закрыт', stage: 'new', overdue: false },
  ...{ explanation: null, remedy: null, closingReason: null },
};

it('calls the severity of one finding in the singular, in the table and in its sample', async () => {
  const { rows: table } = await readTable(await writeFindings(app, 'ru', [finding]));
  expect(table[1]?.cells[4]).toBe('критическое');
  const { rows: sample } = await readTable(await writeTemplate(app, 'ru'));
  expect(sample[1]?.cells[2]).toBe('критическое');
});
