// Tables of roadmaps as they are sent: any order of columns, merged cells, phrases for dates; every fault with the number of its row.
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { createCalendar } from '../../src/calendar.ts';
import { readTable } from '../../src/files/read-source.ts';
import { type ImportGround, type Plan, planImport } from '../../src/roadmaps/import-rules.ts';
import { posts, roster } from '../support/roster.ts';
import { storedWorkbook } from '../support/spreadsheet.ts';

const ground: ImportGround = {
  today: '2026-11-23',
  calendar: createCalendar(),
  roster,
  mayGet: (postId) => postId !== posts.sport.postId,
  indicators: [
    { id: 7, names: ['Жөнделген кабинет', 'Отремонтировано кабинетов'] },
    { id: 8, names: ['Пайдалануға берілген мектептер', 'Введено школ'] },
  ],
};
const rows = (...table: string[][]) => table.map((cells, index) => ({ line: index + 1, cells }));
const plain = ['Мероприятие', 'Срок', 'Ответственный'];

function sound(plan: Plan): Extract<Plan, { faults: unknown }> {
  return 'sections' in plan ? plan : expect.unreachable();
}
const measures = (plan: Plan) => sound(plan).sections.flatMap((section) => section.measures);
const faults = (plan: Plan) => sound(plan).faults.map(({ line, fault }) => `${line} ${fault}`);
const one = (...cells: string[]) => planImport(rows(plain, cells), ground);

describe('a table of measures', () => {
  it('is read below its title with columns in any order, sections across, dates in words and milestones', () => {
    const plan = planImport(
      rows(
        ['Дорожная карта по обновлению школ'],
        ['№', 'Ответственные', 'Срок', 'Контрольные точки', 'Мероприятие', 'Индикатор', 'Ескертпе'],
        ['1', '2', '3', '4', '5', '6', '7'],
        ['I. Инфрақұрылым', '', '', '', '', '', ''],
        [
          '1',
          'УО',
          'до 25 декабря',
          'смета – 01.12.2026; договор до 10 декабря',
          'Отремонтировать крыши',
          'Отремонтировано кабинетов',
          'местный бюджет',
        ],
        ['2', 'УО', '2027 жылғы 1 наурызға дейін', '', 'Спорт алаңын салу', '20 алаң', ''],
        ['', 'II. Кадрлар', '', '', '', '', ''],
        ['1', 'те же', '46382', '', 'Обучить педагогов', '', ''],
        ['', 'Итого: 3', '', '', '', '', ''],
      ),
      ground,
    );
    expect(faults(plan)).toEqual([]);
    expect(sound(plan).title).toBe('Дорожная карта по обновлению школ');
    expect(sound(plan).sections.map(({ name, measures }) => [name, measures.length])).toEqual([
      ['I. Инфрақұрылым', 2],
      ['II. Кадрлар', 1],
    ]);
    const [first, second, third] = measures(plan);
    expect([first?.due, second?.due, third?.due]).toEqual(['2026-12-25', '2027-03-01', '2026-12-26']);
    expect(first).toMatchObject({ postIds: [posts.education.postId], indicatorIds: [7], note: 'местный бюджет' });
    expect(first?.milestones).toEqual([
      { name: 'смета', due: '2026-12-01' },
      { name: 'договор', due: '2026-12-10' },
    ]);
    expect(second).toMatchObject({ indicatorIds: [], note: '20 алаң' });
    expect(third?.postIds).toEqual([posts.education.postId]);
  });

  it.each([
    ['Введено школ; Отремонтировано кабинетов', [8, 7], null, []],
    ['1. Введено школ;\n2. Жөнделген кабинет;', [8, 7], null, []],
    ['- отремонтировано\u00a0 кабинетов\nОТРЕМОНТИРОВАНО КАБИНЕТОВ', [7], null, []],
    ['Введено школ; 105 кабинетов', [8], '105 кабинетов', ['roadmaps-doubt-indicator 105 кабинетов']],
    ['20 школ; 105 кабинетов', [], '20 школ; 105 кабинетов', []],
  ])('knows several indicators of one measure: %j', (cell, ids, note, doubts) => {
    const [measure] = measures(
      planImport(rows([...plain, 'Индикаторы'], ['Ремонт', '25.12.2026', 'УО', cell]), ground),
    );
    expect(measure).toMatchObject({ indicatorIds: ids, note });
    expect(measure?.doubts.map(({ key, words }) => `${key} ${words}`)).toEqual(doubts);
  });

  it('parts milestones at a comma where each has a date of its own', () => {
    const milestones = (cell: string) =>
      measures(
        planImport(rows([...plain, 'Контрольные точки'], ['Ремонт', '25.12.2026', 'УО', cell]), ground),
      )[0]?.milestones.map(({ name, due }) => `${name} ${due}`);
    expect(milestones('смета до 1 декабря, закупка до 10 декабря')).toEqual(['смета 2026-12-01', 'закупка 2026-12-10']);
    expect(milestones('смета, договор до 10 декабря')).toEqual(['смета, договор 2026-12-10']);
  });

  it('takes what stands above for the lower cells of a merged one, with a doubt, within a section only', () => {
    const plan = planImport(
      rows(
        ['№', ...plain],
        ['1', 'Ремонт', '25.12.2026', 'УО'],
        ['2', 'Уборка', '', ''],
        ['Бөлім', '', '', ''],
        ['1', 'Покраска', '', ''],
      ),
      ground,
    );
    expect(faults(plan)).toEqual(['5 no-due', '5 no-executor']);
    expect(measures(plan)[1]).toMatchObject({ due: '2026-12-25', postIds: [posts.education.postId] });
    expect(measures(plan)[1]?.doubts.map(({ key }) => key)).toEqual([
      'roadmaps-doubt-due-above',
      'roadmaps-doubt-people-above',
    ]);
  });

  it('keeps what comes again as news on the way to the last date, and what is standing without a date', () => {
    const plan = planImport(
      rows(
        plain,
        ['Обучать', 'ежеквартально', 'УО'],
        ['Вести учёт', 'постоянно', 'УО'],
        ['Ремонт', '01.06.2027', 'УО'],
      ),
      ground,
    );
    const [often, standing] = measures(plan);
    expect(often).toMatchObject({ due: '2027-06-01', term: 'dated', updateRule: 'FREQ=MONTHLY;INTERVAL=3' });
    expect(standing).toMatchObject({ due: null, term: 'standing' });
  });
});

it('a measure that stands twice is a doubt that names the first row', () => {
  const same = ['Ремонт', '25.12.2026', 'УО'];
  const plan = planImport(
    rows(plain, same, ['Уборка', '25.12.2026', 'УО'], same, ['Ремонт', '26.12.2026', 'УО']),
    ground,
  );
  const measures = 'sections' in plan ? plan.sections.flatMap(({ measures }) => measures) : [];
  const told = measures.map(({ doubts }) => doubts.map(({ key, words }) => `${key} ${words}`).join());
  expect(told).toEqual(['', '', 'roadmaps-doubt-twice 2', '']);
});

describe('a row that begins with a total', () => {
  const heads = ['№', ...plain, 'Примечание'];
  const read = (...table: string[][]) => {
    const plan = planImport(rows(heads, ['1', 'Ремонт', '25.12.2026', 'УО', ''], ...table), ground);
    return { faults: faults(plan), lines: measures(plan).map(({ line }) => line), totals: sound(plan).totals };
  };

  it('is left out and told of where number, date and responsible are empty', () => {
    expect(read(['', 'Итого: 1', '', '', ''], ['Барлығы', '1', '', '', ''])).toEqual({
      faults: [],
      lines: [2],
      totals: [3, 4],
    });
    expect(read(['', '', '', '', 'Жиыны 5 млн'])).toMatchObject({ lines: [2], totals: [3] });
  });

  it.each([
    ['its note', ['2', 'Обновить кабинеты', '25.12.2026', 'УО', 'Всего 105 кабинетов']],
    ['its text', ['2', 'Всего обновить 105 кабинетов', '25.12.2026', 'УО', '']],
    ['its text, merged with the date and the responsible above', ['2', 'Барлығы 105 кабинетті жаңарту', '', '', '']],
    ['its text, without a number', ['', 'Всего 105 кабинетов', '', 'УО', '']],
    ['its note, below a merged date', ['', 'Обновить кабинеты', '', '', 'Всего 105 кабинетов']],
  ])('is a measure where the word stands in %s', (_where, row) => {
    expect(read(row)).toEqual({ faults: [], lines: [2, 3], totals: [] });
  });

  it('is a measure in a table whose first column is the measure', () => {
    const plan = planImport(
      rows(plain, ['Всего 105 кабинетов обновить', '25.12.2026', 'УО'], ['Всего', '', '']),
      ground,
    );
    expect(measures(plan).map(({ line }) => line)).toEqual([2]);
    expect(sound(plan).totals).toEqual([3]);
  });
});

describe('a fault', () => {
  it.each([
    ['a date that no calendar has', ['Ремонт', '31.02.2027', 'УО'], '2 due'],
    ['words for a date', ['Ремонт', 'скоро', 'УО'], '2 due'],
    ['a number for a measure', ['34', '25.12.2026', 'УО'], '2 number-for-text'],
    ['a formula', ['=SUM(A1:A3)', '25.12.2026', 'УО'], '2 formula'],
    ['an error of the spreadsheet', ['Ремонт', '#ЗНАЧ!', 'УО'], '2 formula'],
    ['somebody unknown', ['Ремонт', '25.12.2026', 'Бюро неведомых дел'], '2 executor'],
    ['somebody the approving post may not give tasks to', ['Ремонт', '25.12.2026', 'УС'], '2 outside'],
    ['nobody', ['Ремонт', '25.12.2026', ''], '2 no-executor'],
    ['no date', ['Ремонт', '', 'УО'], '2 no-due'],
  ])('is %s', (_what, cells, expected) => {
    expect(faults(one(...cells))).toEqual([expected]);
  });

  it('is what others must not read, also among the milestones', () => {
    const cells = ['Ремонт', '25.12.2026', 'УО', 'Смета, для служебного пользования – 01.12.2026'];
    expect(faults(planImport(rows([...plain, 'Контрольные точки'], cells), ground))).toEqual(['2 sensitive']);
  });

  it('of many rows is told for each, and nothing of the row is taken', () => {
    const plan = planImport(
      rows(plain, ['', '', ''], ['Ремонт', 'скоро', 'Бюро'], ['Уборка', '25.12.2026', 'УО']),
      ground,
    );
    expect(faults(plan)).toEqual(['3 due', '3 executor']);
  });

  it('is a table without headings, without measures, or with more than a roadmap holds', () => {
    expect(planImport(rows(['Ремонт', '25.12.2026', 'УО']), ground)).toEqual({ missing: 'header' });
    expect(planImport(rows(plain), ground)).toEqual({ missing: 'measures' });
    const many = Array.from({ length: 301 }, () => ['Ремонт', '25.12.2026', 'УО']);
    expect(planImport(rows(plain, ...many), ground)).toEqual({ tooMany: 301 });
  });
});

it('a workbook with merged cells and real dates is read as it looks', async () => {
  const text = (value: string, columnSpan?: number) => ({ value, type: String, ...(columnSpan && { columnSpan }) });
  const day = { value: new Date('2027-01-15T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' };
  const data = [
    [text('Жол картасы: мектептер', 3), null, null],
    plain.map((name) => text(name)),
    [text('1-бөлім. Ғимараттар', 3), null, null],
    [text('Шатырды жөндеу'), day, text('Білім басқармасы')],
  ];
  const bytes = await writeExcelFile([{ data: data as never, sheet: 'x' }]).toBuffer();
  const plan = planImport((await readTable(bytes)).rows, ground);
  expect(faults(plan)).toEqual([]);
  expect(sound(plan).sections[0]?.name).toBe('1-бөлім. Ғимараттар');
  expect(measures(plan)[0]).toMatchObject({ line: 4, due: '2027-01-15', text: 'Шатырды жөндеу' });
});

it('errors and formulas without a value in a workbook are faults of their rows, not empty cells', async () => {
  const bytes = storedWorkbook({
    name: 'Лист1',
    rows: [
      [...plain, 'Форма завершения', 'Примечание'],
      ['Ремонт', '25.12.2026', 'УО', 'акт', ''],
      ['Уборка', { error: '#REF!' }, 'УО', 'акт', ''],
      ['Покраска', '25.12.2026', { formula: 'C2' }, 'акт', ''],
      ['Обучение', '25.12.2026', 'УО', { error: '#N/A' }, { error: '#NAME?' }],
      [{ formula: '"Надзор"', value: 'Надзор' }, { formula: 'DATE(2026;12;26)', value: 46382 }, 'УО', 'акт', ''],
    ],
  });
  const plan = planImport((await readTable(bytes)).rows, ground);
  expect(sound(plan).faults.map(({ line, fault, words }) => `${line} ${fault} ${words}`)).toEqual([
    '3 formula #REF!',
    '4 formula =C2',
    '5 formula #N/A',
    '5 formula #NAME?',
  ]);
  expect(measures(plan).map(({ line, due }) => `${line} ${due}`)).toEqual(['2 2026-12-25', '6 2026-12-26']);
});
