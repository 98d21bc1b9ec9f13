// Workbooks beside the printed forms, and the act of a hand-over, as offices open them: LibreOffice finds every cell that we wrote, as words.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { writeAnswers } from '../../src/collections/files.ts';
import { writeLedger } from '../../src/delivery/files.ts';
import { writeAct } from '../../src/documents/paper-files.ts';
import { writePublic } from '../../src/documents/public-files.ts';
import { readTable } from '../../src/files/read-source.ts';
import { writeFindings, writeTemplate } from '../../src/findings/files.ts';
import { writeTable } from '../../src/indicators/files.ts';
import type { IndicatorView } from '../../src/indicators/queries.ts';
import { writeRosterTemplate } from '../../src/org/roster-files.ts';
import { writeLinks } from '../../src/people/link-files.ts';
import { writeProblems } from '../../src/problems/files.ts';
import { writeRoadmap } from '../../src/roadmaps/files.ts';
import { loadTexts } from '../../src/texts.ts';
import { converted, soffice, withoutOffice } from '../support/libre-office.ts';
import { formula } from '../support/papers.ts';

const app = { t: loadTexts(), zone: 'Asia/Almaty', now: () => new Date('2026-11-26T05:00:00Z') } as unknown as App;
const many = <T>(make: (n: number) => T): T[] => Array.from({ length: 40 }, (_, at) => make(at + 1));
/** What people write: Kazakh letters, line breaks, and words that a careless program would reckon with. */
const said = (n: number): string =>
  [`${formula} ${n}`, `Үй-жайды жөндеу ${n}: әіңғүұқөһ`, `+7 рабочих дней ${n}`, `Первая строка ${n}\nвторая`][n % 4] ??
  '';
const school = (n: number) => ({ nameKk: `№ ${n} мектеп`, nameRu: `Школа № ${n}` });
const step = (n: number) => ({ participationId: n, taskId: n, number: `Т-${n}`, state: 'assigned', due: '2026-12-25' });

const findings = many((n) => ({
  ...{ findingId: n, inspectionId: 1, position: n, rootOrgId: 1, orgId: n, path: `/1/${n}/`, ...school(n) },
  ...{ body: 'Департамент по ЧС', actNumber: '15-Ф', actDay: '2026-11-20', text: said(n), overdue: n % 2 === 0 },
  ...{ category: 'fire' as const, severity: 'critical' as const, stage: 'new' as const, closingReason: null },
  ...{ explanation: n % 3 === 0 ? (step(n) as never) : null, remedy: null },
}));
const problems = many((n) => ({
  ...{ problemId: n, rootOrgId: 1, orgId: n, path: `/1/${n}/`, ...school(n), type: 'Кадры', text: said(n) },
  ...{ severity: 'critical' as const, state: 'open' as const, since: '2026-11-20', ended: null, endingReason: null },
  ...{ measures: n, targets: [] },
}));
const field = { fieldId: 1, label: 'Специалистов', unit: 'чел.', kind: 'number', choices: [] } as never;
const answers = many((n) => ({
  ...{ participationId: n, postId: n, state: 'accepted' as const, ...school(n), district: school(1000 + n) },
  answers: [
    { answerId: n, fieldId: 1, number: n + 0.5, words: null, attachmentId: null, at: app.now(), late: n % 2 === 0 },
  ],
}));
const indicator = {
  ...{
    indicatorId: 1,
    rootOrgId: 1,
    orgId: 1,
    path: '/1/',
    nameKk: 'Қамту',
    nameRu: 'Охват',
    unitKk: '%',
    unitRu: '%',
  },
  ...{ kind: 'percent', periodKind: 'quarter', lowerIsBetter: false, wholeNumbers: false, closed: false },
  ...{ normPer: null, normOfId: null },
} as IndicatorView;
const measures = many((n) => ({
  ...{ measureId: n, taskId: n, number: `1.${n}`, text: said(n), form: 'Сводный отчёт', term: 'dated' as const },
  ...{ due: '2026-12-25', dueTime: null, executors: [n], note: null, indicatorIds: [1] },
  milestones: [{ milestoneId: n, name: `Смета ${n}`, due: '2026-12-01' }],
}));
const page = (locale: string) => ({
  ...{ title: `АКТ ${locale}`, number: '№ 7', facts: ['Должность: Директор'], totals: ['Поручений: 40'], none: '—' },
  columns: ['№', 'Номер', 'Содержание', 'Автор', 'Первый срок', 'Срок', 'Состояние', 'Примечание'],
  rows: many((n) => [`${n}`, `Т-${n}`, said(n), 'Аким', '25.12.2026', '25.12.2026', 'новое', '']),
  ...{ signatures: [{ label: 'Сдал(а)', name: 'Үлгіев' }], note: '(подпись)' },
});

const books: Record<string, () => Promise<Uint8Array>> = {
  findings: () => writeFindings(app, 'ru', findings),
  'empty-act': () => writeTemplate(app, 'kk'),
  problems: () => writeProblems(app, 'ru', problems),
  collection: () =>
    writeAnswers(app, 'ru', { number: 'Т-1', headline: 'Сбор', fields: [field], rows: answers as never }),
  indicator: () =>
    writeTable(app, 'ru', {
      ...{ indicator, period: '2026-Q4' },
      rows: many((n) => ({
        orgId: n,
        ...school(n),
        baseline: 50,
        plan: 80,
        fact: 70 + n / 4,
        before: 60,
        words: null,
        sources: { fact: `${said(n)} № ${n}` },
      })) as never,
    }),
  roadmap: () =>
    writeRoadmap(app, 'ru', {
      content: { name: 'О зиме', from: '2026-01-01', to: '2026-12-31', sections: [{ name: 'Кадры', measures }] },
      posts: new Map(measures.map(({ taskId }) => [taskId, { ...school(taskId), org: school(taskId) }])),
      ...{ indicators: new Map([[1, 'Охват']]), under: 'Акимат, версия 1' },
    }),
  public: () =>
    writePublic(
      app,
      'ru',
      many((n) => ({
        ...{ number: `Т-${n}`, textKk: null, textRu: said(n), state: 'issued', due: '2026-12-25', issuer: school(1) },
        executors: [school(n)],
      })),
    ),
  ledger: () =>
    writeLedger(
      ['Когда', 'Кому'],
      many((n) => ['25.12.2026 09:00', said(n)]),
    ),
  roster: () => writeRosterTemplate(many((n) => ({ code: `00${n}`, org_kk: `№ ${n} мектеп`, post_ru: said(n) }))),
  links: () => writeLinks(['Организация', 'Пост', 'Имя', 'Ссылка'], [], 'ru'),
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orynda-books-'));
  for (const [name, write] of Object.entries(books)) await writeFile(join(folder, `${name}.xlsx`), await write());
  await writeFile(join(folder, 'act.docx'), await writeAct([page('kk'), page('ru')]));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const flat = (text: string): string => text.replace(/["\s\u00a0]+/g, '');

it('is there under CI', () => expect(soffice !== null || process.env['CI'] === undefined).toBe(true));

describe.skipIf(soffice === null)(soffice === null ? withoutOffice : 'LibreOffice', () => {
  beforeAll(async () => {
    const names = Object.keys(books).map((name) => `${name}.xlsx`);
    // Fields apart by tabs, quoted, UTF-8, as they are shown.
    await converted(folder, names, 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true', 'out');
    await converted(folder, ['act.docx'], 'txt:Text (encoded):UTF8', 'out');
  }, 400_000);

  it.each(Object.keys(books))('finds every cell of the workbook: %s', async (name) => {
    const { rows } = await readTable(new Uint8Array(await readFile(join(folder, `${name}.xlsx`))));
    const shown = flat(await readFile(join(folder, 'out', `${name}.csv`), 'utf8'));
    const cells = rows.flatMap((row) => row.cells).filter((cell) => cell.trim() !== '');
    expect(cells.length).toBeGreaterThan(name === 'links' || name === 'empty-act' ? 3 : 80);
    expect(cells.filter((cell) => !shown.includes(flat(cell)))).toEqual([]);
    expect(shown).not.toMatch(/#(?:NAME|VALUE|REF|DIV)|Err:\d/);
  });

  it('finds every row of the act of a hand-over, in both languages', async () => {
    const shown = flat(await readFile(join(folder, 'out', 'act.txt'), 'utf8'));
    for (const { title, rows } of [page('kk'), page('ru')]) {
      expect(shown).toContain(flat(title));
      expect(rows.flat().filter((cell) => !shown.includes(flat(cell)))).toEqual([]);
    }
  });
});
