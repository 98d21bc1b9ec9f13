// The discipline index as a paper: units, the formula as it is published, and every share behind the number.
import { formulaText, reasons } from '../discipline/messages.ts';
import type { Item } from '../discipline/queries.ts';
import { pointsOf, smallestSample, type Tally } from '../discipline/rules.ts';
import { type Named, nameIn } from '../org/messages.ts';
import { plain } from '../telegram/buttons.ts';
import { type Day, printDayRange } from '../time.ts';
import { columnsOf, type PaperContext, paperOf, sayIn, type Signer, signaturesOf, todayIn } from './paper-messages.ts';
import type { Block, Paper, Row, Value } from './paper-rules.ts';
import type { Unit } from './print-queries.ts';

export type DisciplineParts = {
  unit: Unit;
  span: { from: Day; to: Day };
  whole: Tally;
  /** Units next below, and the body itself, with their names. */
  units: { name: Named; tally: Tally }[];
  items: Item[];
  total: number;
  names: Map<number, Named>;
  signer: Signer;
};

const numbers = {
  index: 18,
  sample: 20,
  inTime: 23,
  late: 24,
  notDone: 24,
  atFirst: 25,
  returned: 24,
  extended: 24,
  unacknowledged: 26,
};
const unitWidths = { place: 10, unit: 54, ...numbers };
const itemWidths = { place: 9, number: 18, text: 92, unit: 54, due: 24, points: 17, why: 57 };

/** The paper. */
export function disciplinePaper(context: PaperContext, parts: DisciplineParts): Paper {
  const { app, locale } = context;
  const { unit, span, whole, items, total } = parts;
  const say = sayIn(context);
  const few = whole.index === null && whole.sample > 0;
  const left = total - items.length;
  return paperOf(context, {
    title: say('print-paper', { form: 'discipline' }),
    under: [
      nameIn(unit, locale),
      printDayRange(locale, span.from, span.to),
      say('print-as-of', { day: todayIn(context) }),
    ],
    landscape: true,
    blocks: [
      { is: 'table', columns: columnsOf(say, unitWidths, Object.keys(numbers)), rows: unitRows(context, parts) },
      ...(few ? [note(say('discipline-few', { sample: whole.sample, least: smallestSample }))] : []),
      note(plain(formulaText(app, locale))),
      {
        is: 'table',
        title: say('print-items-behind'),
        columns: columnsOf(say, itemWidths, ['points']),
        rows: items.map((item, at) => itemRow(context, item, parts.names, at + 1)),
      },
      ...(left > 0 ? [note(say('print-left-out', { n: left }))] : []),
      signaturesOf(context, [parts.signer]),
    ],
  });
}

/** The units from the best down, where there are several, and the whole. */
function unitRows({ locale }: PaperContext, { unit, units, whole }: DisciplineParts): Row[] {
  const ranked = units.toSorted((a, b) => (b.tally.index ?? -1) - (a.tally.index ?? -1));
  const rows = ranked.map(({ name, tally }, at): Row => ({ cells: [at + 1, nameIn(name, locale), ...cellsOf(tally)] }));
  return [...(rows.length > 1 ? rows : []), { cells: [null, nameIn(unit, locale), ...cellsOf(whole)], look: 'total' }];
}

function note(text: string): Block {
  return { is: 'text', text, look: 'small' };
}

function cellsOf(tally: Tally): Value[] {
  const { index, sample, inTime, late, notDone, acceptedAtFirst, returned, extended, unacknowledged } = tally;
  return [index ?? '—', sample, inTime, late, notDone, acceptedAtFirst, returned, extended, unacknowledged];
}

function itemRow(context: PaperContext, item: Item, names: Map<number, Named>, place: number): Row {
  const { app, locale } = context;
  const say = sayIn(context);
  const { number, headline, due, merit, leftOut, open, orgId } = item;
  const org = names.get(orgId);
  const why = leftOut ? say(`discipline-left-${leftOut}`) : plain(reasons(app, locale, item));
  return {
    cells: [
      place,
      number,
      headline ?? say('handover-discreet'),
      org ? nameIn(org, locale) : '',
      { day: due },
      leftOut ? '—' : pointsOf(merit),
      [why, ...(open.length > 0 ? [say('discipline-disputed')] : [])].join('; '),
    ],
  };
}
