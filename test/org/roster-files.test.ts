// The roster file: every format and spelling in which it comes, and back.
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { readRosterFile, rosterColumns, writeRosterFile, writeRosterTemplate } from '../../src/org/roster-files.ts';
import { planRoster } from '../../src/org/roster-rules.ts';
import { storedWorkbook } from '../support/spreadsheet.ts';

const refusal = async (bytes: Uint8Array): Promise<unknown> =>
  readRosterFile(bytes).then(
    () => 'read',
    (error: { key?: string }) => error.key,
  );
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      if (code < 128) return code;
      return letter === '№' ? 0xb9 : code - 0x410 + 0xc0;
    }),
  );

describe('a CSV roster', () => {
  it.each([',', ';', '\t'])('is read with the delimiter %j and given back with it', async (delimiter) => {
    const source = stringify(
      [
        ['CODE', ' Org RU ', 'note'],
        ['s1', 'Школа № 1; "первая", да', 'x'],
      ],
      { delimiter },
    );
    const file = await readRosterFile(Buffer.from(source));
    expect(file).toMatchObject({ format: 'csv', delimiter });
    expect(file.rows).toHaveLength(1);
    expect(file.rows[0]).toMatchObject({ line: 2, code: 's1', org_ru: 'Школа № 1; "первая", да', parent: '' });
    const back = Buffer.from(await writeRosterFile(file, new Map([[2, 'https://example.org/1']])));
    expect([...back.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const again = await readRosterFile(back);
    expect(again.delimiter).toBe(delimiter);
    expect(again.table[0]).toEqual(['CODE', ' Org RU ', 'note', 'invite_link']);
    expect(again.table[1]?.[3]).toBe('https://example.org/1');
  });

  it('may be in UTF-8 with a BOM, in UTF-16 of Excel, or in Windows-1251', async () => {
    const text = 'code,org_ru\r\ns1,Школа № 1\r\n';
    const spellings = [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), windows1251(text)];
    for (const bytes of spellings) {
      expect((await readRosterFile(bytes)).rows[0]).toMatchObject({ code: 's1', org_ru: 'Школа № 1' });
    }
  });

  it('names the rows that hold an error of a spreadsheet; a name may begin with "="', async () => {
    const { rows } = await readRosterFile(Buffer.from('code;org_ru\na;#ДЕЛ/0!\nb;=1+1\n'));
    expect(rows.map(({ unread }) => unread)).toEqual(['#ДЕЛ/0!', undefined]);
  });

  it('keeps the row numbers of the spreadsheet over empty rows', async () => {
    const file = await readRosterFile(Buffer.from('code;org_ru\n\na;A\n;\nb;B\n'));
    expect(file.rows.map(({ line, code }) => [line, code])).toEqual([
      [3, 'a'],
      [5, 'b'],
    ]);
    const back = await readRosterFile(await writeRosterFile(file, new Map([[5, 'link-b']])));
    expect(back.table[4]).toEqual(['b', 'B', 'link-b']);
  });

  it('replaces the links of last time when it is its own answer', async () => {
    const file = await readRosterFile(Buffer.from('code,invite_link,org_ru\na,old,A\n'));
    const back = await readRosterFile(await writeRosterFile(file, new Map([[2, 'new']])));
    expect(back.table).toEqual([
      ['code', 'invite_link', 'org_ru'],
      ['a', 'new', 'A'],
    ]);
  });
});

describe('an XLSX roster', () => {
  it('comes back as XLSX, codes with leading zeros and formula-like texts unchanged', async () => {
    const file = await readRosterFile(await writeRosterTemplate([{ code: '007', org_kk: '=1+1', week: '6' }]));
    expect(file.format).toBe('xlsx');
    expect(file.table[0]).toEqual([...rosterColumns]);
    expect(file.rows[0]).toMatchObject({ line: 2, code: '007', org_kk: '=1+1', week: '6' });
    const back = await readRosterFile(await writeRosterFile(file, new Map([[2, 'link']])));
    expect(back.format).toBe('xlsx');
    expect(back.table[1]?.at(-1)).toBe('link');
  });

  it('names the rows whose cells hold errors or formulas without a value, in the columns of a roster only', async () => {
    const bytes = storedWorkbook({
      name: 'Реестр',
      rows: [
        ['code', 'org_ru', 'org_kk', 'type', 'note'],
        ['s1', { error: '#REF!' }, '№ 1 мектеп', 'school', ''],
        ['s2', 'Школа № 2', { formula: 'B3' }, 'school', ''],
        [{ formula: '"s"', value: 's3' }, 'Школа № 3', '№ 3 мектеп', 'school', { error: '#N/A' }],
      ],
    });
    const { rows } = await readRosterFile(bytes);
    expect(rows.map(({ line, code, unread }) => [line, code, unread])).toEqual([
      [2, 's1', '#REF!'],
      [3, 's2', '=B3'],
      [4, 's3', undefined],
    ]);
    const { errors } = planRoster(rows, { organisations: [], posts: [] }, 'kk');
    expect(errors.filter(({ key }) => key === 'org-row-formula')).toEqual([
      { row: 2, key: 'org-row-formula', args: { words: '#REF!' } },
      { row: 3, key: 'org-row-formula', args: { words: '=B3' } },
    ]);
  });

  it('says which of its sheets are not read', async () => {
    const rows = [
      ['code', 'org_ru'],
      ['s1', 'Школа № 1'],
    ];
    const bytes = storedWorkbook({ name: 'Реестр', rows }, { name: 'Школы', rows }, { name: 'Лист3', rows: [] });
    expect(await readRosterFile(bytes)).toMatchObject({ sheet: 'Реестр', others: ['Школы'] });
  });

  it('is refused when broken', async () => {
    const whole = await writeRosterTemplate([{ code: 'a' }]);
    expect(await refusal(whole.subarray(0, 300))).toBe('org-roster-broken-xlsx');
    expect(await refusal(Buffer.from('PK\u0003\u0004 no zip at all'))).toBe('org-roster-broken-xlsx');
  });
});

describe('a file that is no roster', () => {
  it.each([
    ['nothing', '', 'org-roster-empty'],
    ['a header alone', 'code,org_ru\n', 'org-roster-empty'],
    ['a sentence', 'hello', 'org-roster-wrong-file'],
    ['a picture', '\u0089PNG\u0000\u0000\u0001', 'org-roster-wrong-file'],
    ['a PDF', '%PDF-1.7 ...', 'org-roster-wrong-file'],
    ['a table of something else', 'a,b\n1,2\n', 'org-roster-no-header'],
    ['a roster without codes', 'org_ru,role\nШкола,school_head\n', 'org-roster-no-code'],
    ['a column named twice', 'code,role,Role\na,staff,staff\n', 'org-roster-column-twice'],
    ['an open quotation mark', 'code,org_ru\na,"A\n', 'org-roster-broken-csv'],
    ['5,001 rows', `code\n${Array.from({ length: 5_001 }, (_, n) => `s${n}`).join('\n')}\n`, 'org-roster-too-long'],
  ])('is refused: %s', async (_, text, key) => {
    expect(await refusal(Buffer.from(text, text.startsWith('\u0089') ? 'latin1' : 'utf8'))).toBe(key);
  });

  it('may be an old Excel file, which is named as such a wrong file', async () => {
    expect(await refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe('org-roster-wrong-file');
  });
});
