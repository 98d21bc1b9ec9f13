// Documents as offices send them: Word, PDF and Excel become drafts and are given back; what cannot be read leaves no trace.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { dayFromDb } from '../../src/time.ts';
import { buildCity, type City } from '../support/city.ts';
import { archive, docx, level, paragraph, pdf, table } from '../support/office.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const dataDir = mkdtempSync(join(tmpdir(), 'orynda-office-'));

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00', config: { dataDir } });
  city = await buildCity(town, { schools: 4 });
}, 120_000);
afterAll(async () => {
  await town.close();
  rmSync(dataDir, { recursive: true, force: true });
});
afterEach(() => expectNoViolations(town.emulator));

const file = (name: string, bytes: Uint8Array) => ({ document: { name, content: Buffer.from(bytes) } });
const head = ['ПРОТОКОЛ № 21 от 20.11.2026', 'О подготовке школ к зиме', 'Председательствовал: Мысалов А.Ү.'];

const newest = () =>
  town.db.resolution.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: {
      meeting: true,
      tasks: {
        orderBy: { position: 'asc' },
        include: { participations: { include: { post: { include: { org: true } } } } },
      },
    },
  });
const items = async () =>
  (await newest()).tasks.map(({ number, due, participations }) => [
    number,
    due && dayFromDb(due),
    participations.map(({ post }) => post.org.nameRu).join(),
  ]);

const roadmap = async () =>
  writeExcelFile(
    [
      [...['№', 'Мероприятие', 'Ответственные', 'Срок'].map((value) => ({ value }))],
      [
        { value: '1' },
        { value: 'Провести ревизию кабинетов' },
        { value: 'Школа № 2' },
        { value: 'до 25 декабря 2026 года' },
      ],
      [
        { value: '2' },
        { value: 'Подготовить сводный отчёт' },
        { value: 'Управление образования' },
        { value: 'до 15 января 2027 года' },
      ],
    ],
    {},
  ).toBuffer();

describe('a document of an office', () => {
  it('made by Word keeps the numbers it only counts and the rows of its table', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
    const body = [
      ...head.map((line) => paragraph(line)),
      paragraph('Школе № 2 отремонтировать пандус до 25 декабря 2026 года.', { list: 1 }),
      paragraph('Управлению образования подготовить сводный отчёт до 15 января 2027 года.', { list: 1 }),
      paragraph('План мероприятий:'),
      table([
        ['№', 'Мероприятие', 'Ответственные', 'Срок'],
        ['1', 'Проверить котельную', 'Школа № 3', 'до 18 декабря 2026 года'],
      ]),
    ].join('');
    await city.secretary.sends(file('хаттама.docx', docx(body, { numbering })));
    expect((await newest()).meeting.number).toBe('21');
    expect(await items()).toEqual([
      ['1', '2026-12-25', 'Школа № 2'],
      ['2', '2027-01-15', 'Управление образования'],
      [expect.anything(), '2026-12-18', 'Школа № 3'],
    ]);
  });

  it('printed to PDF is read by its text', async () => {
    const lines = [
      'ХАТТАМА № 22, 20.11.2026',
      'Төраға: Мысалов А.',
      '1. № 2 мектепке пандусты 25 желтоқсанға дейін жөндеу тапсырылсын.',
      '2. Білім басқармасына 15 қаңтарға дейін есеп дайындау тапсырылсын.',
    ];
    await city.deputy.sends(file('хаттама.pdf', pdf([lines])));
    expect(city.deputy.messages.at(-2)?.text).toContain('Пунктов: 2');
    expect(await items()).toEqual([
      ['1', '2026-12-25', 'Школа № 2'],
      ['2', '2027-01-15', 'Управление образования'],
    ]);
  });

  it('that is a roadmap in Excel has an item for each row', async () => {
    await city.deputy.sends({ ...file('план.xlsx', await roadmap()), caption: 'Протокол № 23 от 20.11.2026' });
    expect(await items()).toEqual([
      ['1', '2026-12-25', 'Школа № 2'],
      ['2', '2027-01-15', 'Управление образования'],
    ]);
  });
});

describe('the document a draft was read from', () => {
  it('is given back from our own disk to whoever drafted it, and to nobody else', async () => {
    const bytes = await roadmap();
    town.emulator.world.files.clear();
    await city.deputy.presses('Исходный документ', city.deputy.lastMessage);
    const given = city.deputy.lastMessage.file;
    expect(given?.name).toBe('план.xlsx');
    expect(given?.content.length).toBe(bytes.length);
    const { id } = await newest();
    const forged = await city.secretary.forges(city.secretary.lastMessage, `intake.source:${id}`);
    expect(forged).toMatchObject({ alert: true });
    expect(city.secretary.lastMessage.file).toBeUndefined();
  });

  it('that was lost from the disk is told kindly', async () => {
    rmSync(join(dataDir, 'files'), { recursive: true });
    const panel = city.deputy.messages.findLast(({ buttons }) =>
      buttons.flat().some((label) => label.includes('Исходный')),
    );
    const said = await city.deputy.presses('Исходный документ', panel);
    expect(said.text).toContain('на сервере не найден');
  });
});

describe('an item without a date or an executor', () => {
  it('has one mark and one sentence', async () => {
    await city.deputy.says(
      `/resolution ${head[0]}\n1. Отремонтировать пандус.\n2. Школе № 2 провести уроки.\n3. ГорУНО провести собрания до 25 декабря.`,
    );
    const [, first = '', second = '', third = ''] = city.deputy.lastMessage.text.split(/\n(?=\d\. )/);
    expect(first.match(/❗️|⚠️/gu)).toEqual(['❗️']);
    expect(first).toContain('❗️ нет исполнителя, нет срока');
    expect(second).toContain('❗️ нет срока');
    expect(second).not.toContain('⚠️');
    expect(third).not.toContain('❗️');
    expect(third).toMatch(/⚠️ .*ГорУНО/);
    await city.deputy.presses('❗️ 2', city.deputy.lastMessage);
    expect(city.deputy.lastMessage.text.match(/❗️|⚠️/gu)).toEqual(['❗️']);
  });
});

describe('a document that cannot be read', () => {
  const ole = new Uint8Array(
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
  );
  const macros = archive({ 'word/document.xml': '<a/>', 'word/vbaProject.bin': 'x' });

  it.each([
    ['a scan', 'скан.pdf', pdf([[''], ['']]), 'PDF файлында мәтін жоқ', 'В PDF нет текста'],
    ['one with a password', 'құпия.docx', ole, 'құпиясөзбен жабылған', 'закрыт паролем'],
    ['one with macros', 'хаттама.docm', macros, 'макростар бар', 'есть макросы'],
    ['an archive', 'құжаттар.zip', macros, 'Мұндай файлды оқи алмаймын. DOCX', 'прочитать не могу. Пришлите DOCX'],
    ['one of 21 MB', 'үлкен.pdf', new Uint8Array(21 * 1024 * 1024), '20 МБ', '20 МБ'],
  ])('%s is refused in the language of its sender, and nothing of it stays', async (_what, name, bytes, kk, ru) => {
    const kept = () => (existsSync(join(dataDir, 'files')) ? readdirSync(join(dataDir, 'files')).length : 0);
    const before = kept();
    await changingNothing(town, async () => {
      const answer = async (person: Person): Promise<string> => {
        await person.sends(file(name, bytes));
        return person.lastMessage.text;
      };
      expect(await answer(city.secretary)).toContain(kk);
      expect(await answer(city.deputy)).toContain(ru);
    });
    expect(kept()).toBe(before);
  });
});
