// Workbooks as spreadsheet programs store them, with what no writing library makes: errors, and formulas with and without their value.
import { strToU8, zipSync } from 'fflate';

export type StoredCell = string | number | { formula: string; value?: number | string } | { error: string };
export type StoredSheet = { name: string; rows: StoredCell[][]; chart?: boolean };

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const formats = 'http://schemas.openxmlformats.org';
const main = `${formats}/spreadsheetml/2006/main`;
const links = `${formats}/officeDocument/2006/relationships`;

/** The bytes of an XLSX with these sheets. An empty text is a cell that is not there. */
export function storedWorkbook(...sheets: StoredSheet[]): Uint8Array {
  const files = sheets.map(({ chart }, index) =>
    chart ? `chartsheets/sheet${index}.xml` : `worksheets/s${index}.xml`,
  );
  const names = sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index}"/>`);
  const targets = sheets.map(
    ({ chart }, index) =>
      `<Relationship Id="rId${index}" Type="${links}/${chart ? 'chartsheet' : 'worksheet'}" Target="${files[index]}"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${formats}/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${links}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${formats}/package/2006/relationships">${targets.join('')}</Relationships>`,
  };
  sheets.forEach(({ rows, chart }, index) => {
    const data = rows.map(
      (cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => stored(cell, row, at)).join('')}</row>`,
    );
    const element = chart ? 'chartsheet' : 'worksheet';
    const body = chart ? '' : `<sheetData>${data.join('')}</sheetData>`;
    parts[`xl/${files[index]}`] = `<${element} xmlns="${main}">${body}</${element}>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])));
}

function stored(cell: StoredCell, row: number, at: number): string {
  const address = `${String.fromCharCode(65 + at)}${row + 1}`;
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if ('error' in cell) return `<c r="${address}" t="e"><f>B1/0</f><v>${cell.error}</v></c>`;
  const { formula, value } = cell;
  const kind = typeof value === 'string' ? ' t="str"' : '';
  return `<c r="${address}"${kind}><f>${formula}</f>${value === undefined ? '' : `<v>${value}</v>`}</c>`;
}
