// One model, three files: what DOCX, PDF and XLSX say is the same, nobody's words become a formula or a field, and pages break well.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../../src/documents/calendar-files.ts';
import { writePaperDocx } from '../../src/documents/paper-docx-files.ts';
import { writePaperPdf } from '../../src/documents/paper-pdf-files.ts';
import type { Paper } from '../../src/documents/paper-rules.ts';
import { writePaperXlsx } from '../../src/documents/paper-xlsx-files.ts';
import { choiceArgs, dueSpanOf, forms, readChoice, spansOf } from '../../src/documents/print-rules.ts';
import { convert } from '../../src/files/convert.ts';
import type { ShareRow } from '../../src/tasks/list-queries.ts';
import { formula, wordsOf } from '../support/papers.ts';

const letters = 'әіңғүұқөһ ӘІҢҒҮҰҚӨҺ «№»';
const paper = (rows: number): Paper => ({
  locale: 'kk',
  title: 'МЕРЗІМДЕРДІ БАҚЫЛАУ',
  under: ['Үлгі қаласының әкімдігі'],
  landscape: true,
  made: 'Жасалды',
  madeAt: '2026-11-26T05:00:00Z',
  blocks: [
    {
      is: 'facts',
      rows: [
        ['Бақылауда', 567],
        ['Мазмұны', letters],
      ],
    },
    {
      is: 'table',
      columns: [
        { title: 'р/с', width: 12 },
        { title: 'Мазмұны', width: 150 },
        { title: 'Мерзімі', width: 40 },
        { title: 'Саны', width: 40 },
      ],
      rows: [
        { cells: ['Бөлім'], look: 'section' },
        ...[formula, '+1+1', '-1-1', '@SUM(1)', '{ PAGE }', 'бір\u0007\u202eекі'].map((text) => ({
          cells: [null, text, null, 0],
        })),
        ...Array.from({ length: rows }, (_, n) => ({ cells: [n + 1, `жол${n}`, { day: '2026-12-25' }, n / 2] })),
        { cells: [null, 'Барлығы', null, 77], look: 'total' as const },
      ],
    },
    { is: 'signatures', lines: [{ post: 'Хатшы', name: 'А. Үлгіев' }], note: 'қолы' },
  ],
});
/** The foot of a PDF's page, and what the signature line is made of, stand in one file only. */
const common = (words: string[], ...only: string[]): string[] => words.filter((word) => !only.includes(word));

describe('one model', () => {
  it('says the same in all three files', async () => {
    const model = paper(5);
    const [docx, pdf, xlsx] = await Promise.all([writePaperDocx(model), writePaperPdf(model), writePaperXlsx(model)]);
    const words = {
      docx: common(await wordsOf(docx, 'a.docx'), 'Жасалды', 'қолы'),
      pdf: common(await wordsOf(pdf, 'a.pdf'), 'Жасалды', 'қолы', '1', '/'),
      xlsx: common(await wordsOf(xlsx, 'a.xlsx'), 'Жасалды'),
    };
    expect(words.docx).toEqual(expect.arrayContaining(['567', '25.12.2026', '77', 'бірекі']));
    expect(common(words.docx, '1')).toEqual(words.pdf);
    const decimal = (word: string): string => word.replace(/^(\d+)\.(\d)$/, '$1,$2');
    expect(words.xlsx.map(decimal).toSorted()).toEqual(words.docx);
  });

  it("keeps everybody's words words", async () => {
    const xlsx = unzipSync(await writePaperXlsx(paper(1)));
    const sheet = strFromU8(xlsx['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f');
    expect(sheet).toContain('fitToPage="1"');
    expect(strFromU8(xlsx['xl/workbook.xml'] ?? new Uint8Array())).toContain('_xlnm.Print_Titles');
    const docx = unzipSync(await writePaperDocx(paper(1)));
    expect(strFromU8(docx['word/document.xml'] ?? new Uint8Array())).not.toMatch(/w:(?:instrText|fldSimple|hyperlink)/);
  });

  it('names the letters of its workbook, and breaks no word of a head', async () => {
    const model = paper(1);
    const table = model.blocks.find((block) => block.is === 'table') ?? expect.unreachable();
    const columns = table.columns.map((column) => ({ ...column, title: 'Возвращалось', width: 5 }));
    const narrow = { ...model, blocks: [{ ...table, columns }] };
    const files = unzipSync(await writePaperXlsx(narrow));
    const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const fonts = read('xl/styles.xml').match(/<font>.*?<\/font>/g) ?? [];
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/<name val="Arial"\/><sz val="(?:9|10)"\/>/);
    const widths = [...read('xl/worksheets/sheet1.xml').matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toHaveLength(columns.length);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual('Возвращалось'.length + 1);
    // One line of the head is one line high.
    expect(read('xl/worksheets/sheet1.xml')).toMatch(
      /<row r="[1-9]" ht="13"[^>]*><c [^>]*><v>\d+<\/v><\/c>(?:<c [^>]*><v>\d+<\/v><\/c>)+/,
    );
  });

  it('repeats the head of its table on every page of a PDF and numbers them', async () => {
    const { text } = await convert(await writePaperPdf(paper(90)), 'a.pdf');
    const pages = Number(/1 \/ (\d+)/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/Мазмұны\s+Мерзімі/g)).toHaveLength(pages);
    expect(text).toContain(`${pages} / ${pages}`);
    expect(text).toContain('жол89');
  });
});

describe('a choice', () => {
  it('travels in a button and comes back', () => {
    for (const form of forms)
      for (const span of spansOf(form)) {
        const choice = { form, subject: 123456789, span, author: 987654321, locale: 'kk' as const };
        expect(readChoice(choiceArgs(choice).map(String))).toEqual(choice);
        expect(['documents.authors', ...choiceArgs(choice), 'docx'].join(':').length).toBeLessThanOrEqual(64);
      }
  });

  it.each([['d:1:zz:0:kk'], ['q:1:m:0:kk'], ['d:x:m:0:kk'], ['d:1:m:0:en'], ['d:1:m:-1:kk'], ['p:1:m:0:kk'], ['']])(
    'that never came from us is none: %s',
    (data) => expect(readChoice(data.split(':'))).toBeNull(),
  );

  it('of a week begins on Monday', () => {
    expect(dueSpanOf('w', '2026-11-26')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(dueSpanOf('w1', '2026-11-26')).toEqual({ from: '2026-11-30', to: '2026-12-06' });
    expect(dueSpanOf('all', '2026-11-26')).toBeNull();
  });
});

it('a calendar file folds its lines by octets, keeps identities and knows whole days and times', () => {
  const share = (participationId: number, dueTime: string | null) =>
    ({ participationId, number: '2.1', due: '2026-12-25', dueTime, extensions: 2 }) as ShareRow;
  const words = {
    name: 'Орында',
    title: () => 'Қаланың барлық мектебінде, «Таза мектеп»; '.repeat(4),
    description: () => '',
  };
  const options = { zone: 'Asia/Almaty', domain: 'orynda.example', now: new Date('2026-11-26T05:00:00Z') };
  const file = new TextDecoder().decode(writeCalendar([share(7, null), share(8, '18:00')], words, options));
  const lines = file.split('\r\n');
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines).toEqual(
    expect.arrayContaining([
      'UID:share-7@orynda.example',
      'DTSTART;VALUE=DATE:20261225',
      'DTSTART:20261225T130000Z',
      'SEQUENCE:2',
    ]),
  );
  expect(file.replaceAll('\r\n ', '')).toContain('мектебінде\\, «Таза мектеп»\\; Қаланың');
});
