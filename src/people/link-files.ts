// The file of links of everybody who never started the bot, as XLSX. Pure: no database, no network.
import { textCell, writeWorkbook } from '../files/workbook.ts';
import { nameIn, orgName } from '../org/messages.ts';
import type { Locale } from '../texts.ts';

export type LinkLine = {
  post: { nameKk: string; nameRu: string; org: { nameKk: string; nameRu: string } };
  name: string;
  link: string;
};

/** One row for each link below the given column names: organisation, post, name, link. */
export async function writeLinks(header: string[], lines: LinkLine[], locale: Locale): Promise<Uint8Array> {
  const rows = lines.map(({ post, name, link }) => [orgName(post.org, locale), nameIn(post, locale), name, link]);
  const cells = [header, ...rows].map((row) => row.map((value) => textCell(value)));
  return writeWorkbook([{ name: 'Orynda', rows: cells, widths: [40, 30, 30, 60] }]);
}
