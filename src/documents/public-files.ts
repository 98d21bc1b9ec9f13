// Public tasks as a workbook for the press: organisations, texts, dates and states; no people.
import type { App } from '../app.ts';
import { paperText } from '../files/paper-text.ts';
import { type Cell, textCell, writeWorkbook } from '../files/workbook.ts';
import { nameIn } from '../org/messages.ts';
import { textIn } from '../tasks/queries.ts';
import { plain } from '../telegram/buttons.ts';
import type { Locale, TextArgs } from '../texts.ts';
import { printDayShort } from '../time.ts';
import type { PublicTask } from './public-queries.ts';

const columns = { number: 10, text: 70, issuer: 40, executors: 50, due: 14, state: 18 };
const named = 5;

/** The workbook in the reader's language. */
export async function writePublic(app: App, locale: Locale, tasks: PublicTask[]): Promise<Uint8Array> {
  const t = (what: string, args: TextArgs = {}): string => plain(app.t(locale, `marks-public-${what}`, args));
  const cell = (value: string, bold = false): Cell =>
    textCell(paperText(value) || ' ', { bold, wrap: true, top: true });
  const executors = ({ executors: orgs }: PublicTask): string => {
    const names = [...new Set(orgs.map((org) => nameIn(org, locale)))];
    return names.length > named ? t('many', { n: names.length }) : names.join('; ');
  };
  const rows = tasks.map((task) =>
    [
      task.number,
      textIn(task, locale),
      task.issuer ? nameIn(task.issuer, locale) : '',
      executors(task),
      task.due ? printDayShort(task.due) : '',
      t('status', { state: task.state }),
    ].map((value) => cell(value)),
  );
  const head = Object.keys(columns).map((name) => cell(t(name), true));
  return writeWorkbook([{ name: t('sheet'), rows: [head, ...rows], widths: Object.values(columns) }]);
}
