// Files as people send them: what is read from each kind, and what is said about those that cannot be read.
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readSource } from '../../src/files/read-source.ts';
import { archive, docx, level, paragraph, pdf, table } from '../support/office.ts';

const read = (bytes: Uint8Array, name: string) => readSource({ bytes, name });
const refusal = (bytes: Uint8Array, name: string) =>
  read(bytes, name).then(
    () => 'read',
    (error: unknown) => (error as { key: string }).key,
  );
const text = (words: string) => new TextEncoder().encode(words);
/** Words in Windows-1251, as old editors write them. */
const cp1251 = (words: string) =>
  Uint8Array.from([...words], (letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });

const numbers = `<w:abstractNum w:abstractNumId="7">${level(0, '%1.')}${level(1, '%1.%2.')}${level(2, '%3)', 'russianLower')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;

describe('a Word file', () => {
  it('keeps the numbers that Word only counts', async () => {
    const body =
      paragraph('Отделу спорта:', { list: 1 }) +
      paragraph('открыть каток', { list: 1, level: 1 }) +
      paragraph('найти тренера', { list: 1, level: 1 }) +
      paragraph('на полставки', { list: 1, level: 2 }) +
      paragraph('Без номера') +
      paragraph('Школам:', { list: 1 }) +
      paragraph('составить график', { list: 1, level: 1 }) +
      paragraph('Другой список', { list: 2 });
    expect((await read(docx(body, { numbering: numbers }), 'хаттама.docx')).text.split('\n')).toEqual([
      '1. Отделу спорта:',
      '1.1. открыть каток',
      '1.2. найти тренера',
      'а) на полставки',
      'Без номера',
      '2. Школам:',
      '2.1. составить график',
      '1. Другой список',
    ]);
  });

  it('numbers paragraphs whose style belongs to a list', async () => {
    const styles = `<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="Point"><w:basedOn w:val="Base"/></w:style>`;
    const file = docx(paragraph('Первое', { style: 'Point' }) + paragraph('Второе', { style: 'Point' }), {
      numbering: numbers,
      styles,
    });
    expect((await read(file, 'a.docx')).text).toBe('1. Первое\n2. Второе');
  });

  it('gives rows of a table with tabs, and repeats what merged cells say', async () => {
    const merged = (texts: string[], value: string) => ({ texts, properties: `<w:vMerge${value}/>` });
    const body = table([
      ['Шара', 'Жауапты', 'Мерзімі'],
      ['Шатырды жөндеу', merged(['Білім бөлімі', 'Құрылыс бөлімі'], ' w:val="restart"'), '1 қыркүйекке дейін'],
      ['Терезені ауыстыру', merged([], ''), '15 қыркүйекке дейін'],
      [{ texts: ['Қорытынды'], properties: '<w:gridSpan w:val="2"/>' }, 'жыл соңы'],
    ]);
    expect((await read(docx(body), 'kesте.docx')).text.split('\n')).toEqual([
      'Шара\tЖауапты\tМерзімі',
      'Шатырды жөндеу\tБілім бөлімі; Құрылыс бөлімі\t1 қыркүйекке дейін',
      'Терезені ауыстыру\tБілім бөлімі; Құрылыс бөлімі\t15 қыркүйекке дейін',
      'Қорытынды\t\tжыл соңы',
    ]);
  });

  it('leaves out what was deleted under tracked changes, and says pictures of words once', async () => {
    const body =
      '<w:p><w:del><w:r><w:delText>до 1 мая </w:delText></w:r></w:del><w:ins><w:r><w:t>до 1 июня</w:t></w:r></w:ins></w:p>' +
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>печать</w:t></mc:Choice><mc:Fallback><w:t>печать</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>';
    expect((await read(docx(body), 'a.docx')).text).toBe('до 1 июня\nпечать');
  });

  it('is known by its bytes, not by its name', async () => {
    expect((await read(docx(paragraph('Слова')), 'scan.pdf')).text).toBe('Слова');
  });
});

describe('a PDF', () => {
  it('gives its lines in Kazakh and Russian, and columns with tabs', async () => {
    const file = pdf([['Қаулы № 5', 'Школам\tдо 1 мая'], ['Екінші бет']]);
    expect(await read(file, 'a.pdf')).toEqual({ text: 'Қаулы № 5\nШколам\tдо 1 мая\nЕкінші бет', pages: 2 });
  });

  it('without text is called a scan', async () => {
    expect(await refusal(pdf([[''], ['']]), 'scan.pdf')).toBe('files-no-text');
  });

  it('of 300 pages is read to its end', async () => {
    const file = pdf(Array.from({ length: 300 }, (_, page) => [`Пункт ${page + 1}`]));
    expect((await read(file, 'a.pdf')).text).toMatch(/^Пункт 1\n[^]*Пункт 300$/);
  });

  it('of more than 300 pages is refused with its number of pages', async () => {
    const file = pdf(Array.from({ length: 301 }, () => ['стр']));
    await expect(read(file, 'a.pdf')).rejects.toMatchObject({ key: 'files-too-many-pages', args: { pages: 301 } });
  });
});

describe('tables', () => {
  it('of a spreadsheet come with all their sheets and dates in words of this country', async () => {
    const when = { value: new Date(Date.UTC(2026, 11, 25)), type: Date, format: 'dd.mm.yyyy' };
    const bytes = await writeExcelFile(
      [
        {
          data: [
            [{ value: 'Мероприятие' }, { value: 'Срок' }],
            [{ value: 'Ремонт' }, when],
          ],
          sheet: 'Первый',
        },
        { data: [[{ value: 'Итого' }, { value: 3, type: Number }]], sheet: 'Второй' },
      ],
      {},
    ).toBuffer();
    expect(await read(bytes, 'план.xlsx')).toEqual({
      text: 'Мероприятие\tСрок\nРемонт\t25.12.2026\nИтого\t3',
      rows: 3,
    });
  });

  it('of CSV in Windows-1251 are read too', async () => {
    expect(await read(cp1251('Дело;Срок\nРемонт;до мая'), 'a.csv')).toEqual({
      text: 'Дело\tСрок\nРемонт\tдо мая',
      rows: 2,
    });
  });

  it('of 2,000 rows are read to their end', async () => {
    const rows = Array.from({ length: 2000 }, (_, row) => `дело ${row + 1};срок`).join('\n');
    const { text: words, rows: count } = await read(text(rows), 'a.csv');
    expect([count, words.endsWith('дело 2000\tсрок')]).toEqual([2000, true]);
  });

  it('of more than 2,000 rows are refused with their number', async () => {
    const rows = Array.from({ length: 2001 }, (_, row) => `дело ${row};срок`).join('\n');
    await expect(read(text(rows), 'a.csv')).rejects.toMatchObject({ key: 'files-too-many-rows', args: { rows: 2001 } });
  });
});

describe('plain text', () => {
  it.each([
    ['UTF-8', text('Поручить школам\r\nҚатысу')],
    ['UTF-8 with a mark', text('\ufeffПоручить школам\nҚатысу')],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeffПоручить школам\nҚатысу', 'utf16le'))],
  ])('in %s keeps its words and lines', async (_encoding, bytes) => {
    expect((await read(bytes, 'a.txt')).text).toBe('Поручить школам\nҚатысу');
  });

  it('in Windows-1251 is recognised', async () => {
    expect((await read(cp1251('Поручить школам'), 'a.txt')).text).toBe('Поручить школам');
  });
});

describe('the largest file', () => {
  /** A Word file with a photo so large that the file has exactly so many bytes. */
  const sized = (bytes: number) => {
    const body = paragraph('Поручить школам');
    const around = docx(body, { photo: new Uint8Array() }).length;
    return docx(body, { photo: new Uint8Array(bytes - around) });
  };

  it('of 20 MB is read, and one byte more is refused', async () => {
    const most = 20 * 1024 * 1024;
    const largest = sized(most);
    expect(largest.length).toBe(most);
    expect((await read(largest, 'a.docx')).text).toBe('Поручить школам');
    expect(await refusal(sized(most + 1), 'a.docx')).toBe('files-too-big');
  });
});

describe('files that cannot be read', () => {
  const ole = (inside: string) =>
    new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(inside, 'utf16le')]));

  it.each([
    ['an empty one', new Uint8Array(), 'a.docx', 'files-empty'],
    ['spaces only', text(' \n \t'), 'a.txt', 'files-empty'],
    ['21 MB', new Uint8Array(21 * 1024 * 1024), 'a.pdf', 'files-too-big'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'a.png', 'files-unknown'],
    ['an old Word file', ole('WordDocument'), 'a.doc', 'files-old-format'],
    ['a Word file with a password', ole('EncryptedPackage'), 'a.docx', 'files-encrypted'],
    ['macros', archive({ 'word/document.xml': '<a/>', 'word/vbaProject.bin': 'x' }), 'a.docm', 'files-macros'],
    ['a zip of something else', archive({ 'readme.txt': 'hello' }), 'a.zip', 'files-unknown'],
    ['half a Word file', docx(paragraph('слова '.repeat(5000))).subarray(0, 300), 'a.docx', 'files-broken'],
    ['a Word file with broken XML', archive({ 'word/document.xml': '<w:document><w:p' }), 'a.docx', 'files-broken'],
    ['half a PDF', pdf([['слова']]).subarray(0, 200), 'a.pdf', 'files-broken'],
    ['a PDF of noise', text('%PDF-1.7\nnoise'), 'a.pdf', 'files-broken'],
    ['a broken spreadsheet', archive({ 'xl/workbook.xml': '<a' }), 'a.xlsx', 'files-broken'],
  ])('%s is refused in words', async (_what, bytes, name, key) => {
    expect(await refusal(bytes, name)).toBe(key);
  });

  it('an archive that unpacks to 110 MB is noticed while it unpacks', async () => {
    const bomb = archive({ 'word/document.xml': new Uint8Array(110 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal(bomb, 'a.docx')).toBe('files-bomb');
    expect(await refusal(bomb, 'a.xlsx')).toBe('files-bomb');
  });

  it('a PDF locked by a password is named so', async () => {
    const locked = new Uint8Array(Buffer.from(lockedPdf, 'base64'));
    expect(await refusal(locked, 'a.pdf')).toBe('files-encrypted');
  });

  it('does no harm to the next one', async () => {
    const bad = refusal(text('%PDF-1.7\nnoise'), 'a.pdf');
    const good = read(text('Поручить'), 'a.txt');
    expect(await bad).toBe('files-broken');
    expect((await good).text).toBe('Поручить');
  });
});

/** One page, user password, RC4 of 40 bits. */
const lockedPdf = [
  'JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50ID',
  'EgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAw',
  'IDU5NSA4NDIgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YxIDUgMCBSID4+ID4+IC9UeXBlIC9QYWdlID4+CmVuZG',
  '9iago0IDAgb2JqCjw8IC9MZW5ndGggNTAgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCvQ1WQn/KhZlREzzNbvJii0x4BujwqHx9ItK',
  'X+AdmMefcfvb8aT7C2CdmHkyp+f5XNawZW5kc3RyZWFtCmVuZG9iago1IDAgb2JqCjw8IC9CYXNlRm9udCAvUGxhaW4gL0Rlc2NlbmRhbnRGb2',
  '50cyBbIDYgMCBSIF0gL0VuY29kaW5nIC9JZGVudGl0eS1IIC9TdWJ0eXBlIC9UeXBlMCAvVG9Vbmljb2RlIDcgMCBSIC9UeXBlIC9Gb250ID4+',
  'CmVuZG9iago2IDAgb2JqCjw8IC9CYXNlRm9udCAvUGxhaW4gL0NJRFN5c3RlbUluZm8gPDwgL09yZGVyaW5nIDxkMTU5NDM1MWRhMGM2YzgzPi',
  'AvUmVnaXN0cnkgPGQ5NTk0OTVkY2I+IC9TdXBwbGVtZW50IDAgPj4gL0RXIDUwMCAvU3VidHlwZSAvQ0lERm9udFR5cGUyIC9UeXBlIC9Gb250',
  'ID4+CmVuZG9iago3IDAgb2JqCjw8IC9MZW5ndGggMTYyIC9GaWx0ZXIgL0ZsYXRlRGVjb2RlID4+CnN0cmVhbQoBvHiipU/6dDiRZlMhoZMClT',
  'ffeq2dM5u02PycJ442RC1VJ+EKhEe33aRONYFd4H/lngQviBXHhOqjJdI7TV7r18FLLMOjkV6wBTIKQDXlBFk6/tDlcQ8UxMbvoB4+fV4WuBL3',
  'cckPpuH1r/dF0EGzvNuAexOGdS4BXEXsTnRCj7tho2t+t3YkIRqie9UpJWOvQrMyTJmyfUMh7AYNfeyTKdBlbmRzdHJlYW0KZW5kb2JqCjggMC',
  'BvYmoKPDwgL0ZpbHRlciAvU3RhbmRhcmQgL0xlbmd0aCA0MCAvTyA8OTRlODA5NDQxOTY2MmE3NzQ0NDJmYjA3MmUzZDlmMTllOWQxMzBlYzA5',
  'YTRkMDA2MWU3OGZlOTIwZjdhYjYyZj4gL1AgLTQgL1IgMiAvVSA8MWEwYzQ4MTJhNmUyYTFjM2ZlZTRkYzk4MjZjZDkwNWMwNzgxZGIxZGRlZm',
  'VkZmFhZDE4NTJkYThmYjVlYzI4ND4gL1YgMSA+PgplbmRvYmoKeHJlZgowIDkKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAw',
  'IG4gCjAwMDAwMDAwNjQgMDAwMDAgbiAKMDAwMDAwMDEyMyAwMDAwMCBuIAowMDAwMDAwMjUxIDAwMDAwIG4gCjAwMDAwMDAzNzEgMDAwMDAgbi',
  'AKMDAwMDAwMDUwMyAwMDAwMCBuIAowMDAwMDAwNjcxIDAwMDAwIG4gCjAwMDAwMDA5MDQgMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9vdCAxIDAg',
  'UiAvU2l6ZSA5IC9JRCBbPDljODU0NzFmYTNiNzhiNTE1MTZjYTExMzZiYTBmMTIxPjw5Yzg1NDcxZmEzYjc4YjUxNTE2Y2ExMTM2YmEwZjEyMT',
  '5dIC9FbmNyeXB0IDggMCBSID4+CnN0YXJ0eHJlZgoxMTEwCiUlRU9GCg==',
].join('');
