// The execution table of a past day as a file: of that day whatever happened since, with the numbers of its screen and the rights of its reader.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { executionPaper } from '../../src/documents/execution-paper-messages.ts';
import { executionAsOf } from '../../src/documents/execution-past-queries.ts';
import { executionOf } from '../../src/documents/execution-queries.ts';
import { totalsOf } from '../../src/documents/execution-rules.ts';
import { paperFor } from '../../src/documents/paper-queries.ts';
import type { Paper } from '../../src/documents/paper-rules.ts';
import { type Choice, readWanted } from '../../src/documents/print-rules.ts';
import { convert } from '../../src/files/convert.ts';
import { acceptReport, submitReport } from '../../src/reports/actions.ts';
import { adoptResolution } from '../../src/resolutions/actions.ts';
import { amendHead, amendItem, cancelByAmendment } from '../../src/resolutions/amendment-actions.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, draftedWith, itemFor, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;
let resolutionId: number;
let taskIds: number[];
/** The papers of 24 and 26 November, written on these days. */
const written = new Map<string, Paper>();

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  regions = await buildRegions(town);
  const items = [
    itemFor(regions, 'Проверить котельные', ['аs1'], { due: '2026-11-25' }),
    itemFor(regions, 'Внедрить во всех школах', ['аs1', 'бs1'], { fanOut: true }),
    itemFor(regions, 'Провести учения', ['аs2'], { due: '2026-11-25' }),
    itemFor(regions, 'Закрытый вопрос', ['аedu'], { due: '2026-11-25' }),
    itemFor(regions, 'Рекомендуется обсудить', ['бs2'], { kind: 'recommendation' }),
  ];
  ({ resolutionId, taskIds } = await draftedWith(town, regions, 'О зиме', items));
  await town.db.task.update({ where: { id: taskIds[3] ?? 0 }, data: { confidential: true } });
  const chair = await actorOf(town, regions.chair);
  await adoptResolution(town.app, chair, { resolutionId });
  await keep('2026-11-24');
  town.clock.set('2026-11-25T15:00');
  const reportId = await files(0, regions.schoolA);
  town.clock.set('2026-11-26T11:00');
  await acceptReport(town.app, chair, { reportId });
  await keep('2026-11-26');
  town.clock.set('2026-11-28T10:00');
  const amending = { version: 1, reason: 'Уточнение' };
  await amendItem(town.app, chair, { taskId: taskIds[1] ?? 0, ...amending, text: 'Внедрить в школах города' });
  await cancelByAmendment(town.app, chair, { taskId: taskIds[2] ?? 0, ...amending, version: 2 });
  await amendHead(town.app, chair, { resolutionId, ...amending, version: 3, theme: 'О лете' });
  await town.db.outgoingMessage.updateMany({ where: { state: 'planned' }, data: { state: 'cancelled' } });
  town.clock.set('2026-12-01T10:00');
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const choiceOf = (span: string, locale: 'kk' | 'ru' = 'ru'): Choice => ({
  ...{ form: 'execution', subject: resolutionId, span, author: 0 },
  locale,
});

async function paperOf(person: Person, day: string, locale?: 'kk' | 'ru'): Promise<Paper> {
  return paperFor(town.app, await actorOf(town, person), choiceOf(day.replaceAll('-', ''), locale), 'pdf');
}

/** Writes down the paper of that day at its noon. */
async function keep(day: string): Promise<void> {
  town.clock.set(`${day}T12:00`);
  written.set(day, await paperOf(regions.chair, day));
}

async function files(item: number, person: Person): Promise<number> {
  const { id } = await town.db.participation.findFirstOrThrow({ where: { taskId: taskIds[item] ?? 0 } });
  const report = { participationId: id, text: 'Сделано', final: true, attachments: [], requestKey: `k${item}` };
  const { reportId } = await submitReport(town.app, await actorOf(town, person), report);
  return reportId;
}

/** Everything the paper says but when it was made. */
const said = ({ title, under, blocks }: Paper): unknown => ({ title, under, blocks });
const words = (paper: Paper): string => JSON.stringify(said(paper)).replaceAll('\u00a0', ' ');

describe('the table of a past day', () => {
  it.each(['2026-11-24', '2026-11-26'])('of %s is what it was on that day, whatever happened since', async (day) => {
    const again = await paperOf(regions.chair, day);
    expect(said(again)).toEqual(said(written.get(day) as Paper));
    expect(again.made).not.toBe(written.get(day)?.made);
  });

  it('counts each item once, and as the table of now does where nothing happened since', async () => {
    const chair = await actorOf(town, regions.chair);
    const totals = async (day: string) => {
      const { rows } = await executionAsOf(town.app, chair, resolutionId, day);
      return totalsOf(rows.filter(({ advisory }) => !advisory).map(({ standing }) => standing));
    };
    expect(await totals('2026-11-24')).toEqual({ total: 4, inTime: 0, late: 0, open: 4, overdue: 0, cancelled: 0 });
    expect(await totals('2026-11-26')).toEqual({ total: 4, inTime: 1, late: 0, open: 1, overdue: 2, cancelled: 0 });
    expect(await totals('2026-11-28')).toEqual({ total: 4, inTime: 1, late: 0, open: 1, overdue: 1, cancelled: 1 });
    const [now, past] = [
      await executionOf(town.app, chair, resolutionId),
      await executionAsOf(town.app, chair, resolutionId, '2026-12-01'),
    ];
    const told = ({ rows }: typeof now) =>
      rows.map(({ item, standing, advisory, doneOn }) => [item.number, item.textRu, standing, advisory, doneOn]);
    expect(told(past)).toEqual(told(now));
    expect(past.rows[0]?.doneOn).toBe('2026-11-25');
  });

  it('says of which day it is, when it was made, and the numbers of the screen of that day', async () => {
    const { chair } = regions;
    await chair.forges(chair.lastMessage, `history.table:${resolutionId}:20261126:0`);
    const screen = chair.lastMessage.text.replaceAll('\u00a0', ' ');
    const line = /[^\n]*Просрочено: \d+\./.exec(screen)?.[0] ?? 'the screen has no numbers';
    const paper = await paperOf(chair, '2026-11-26');
    expect(words(paper)).toContain(line);
    expect(paper.under).toContain('По состоянию на 26 ноября 2026 г.');
    expect(paper.made).toMatch(/^Сформировано 01\.12\.2026/);
    expect(words(paper)).toContain('Внедрить во всех школах');
    expect(paper.under).toContain('О зиме');
    const kazakh = await paperOf(chair, '2026-11-26', 'kk');
    expect(kazakh.under.join()).toContain('2026 жылғы 26 қараша');
    expect(kazakh.title).toBe('ҚАРАРДЫҢ ОРЫНДАЛУЫ ТУРАЛЫ ЖИЫНТЫҚ КЕСТЕ');
  });

  it('comes in three formats by two presses from the screen of that day', async () => {
    const { chair } = regions;
    await chair.forges(chair.lastMessage, `history.table:${resolutionId}:20261126:0`);
    const screen = chair.lastMessage;
    await chair.presses('📎 Файл', screen);
    expect(screen.text).toContain('26 ноября 2026');
    expect(screen.text.replaceAll('\u00a0', ' ')).toContain('Пунктов: 4. Исполнено в срок: 1,');
    for (const format of ['PDF', 'DOCX', 'XLSX']) {
      await chair.presses(format, screen);
      await town.service.printer.idle();
      const file = chair.inbox.findLast((message) => message.file)?.file;
      expect(file?.name).toBe(`Исполнение_резолюции_14_26.11.2026.${format.toLowerCase()}`);
      const { text } = await convert(new Uint8Array(file?.content ?? []), file?.name ?? '');
      expect(text.replace(/\s+/g, ' ')).toContain('Проверить котельные');
      expect(text).not.toContain('в школах города');
    }
    await chair.presses('Назад', screen);
    expect(screen.text).toContain('Состояние на 26 ноября 2026');
  });

  it('says how many executors it leaves out where they are too many for paper', async () => {
    const execution = await executionAsOf(town.app, await actorOf(town, regions.chair), resolutionId, '2026-11-26');
    const context = { app: town.app, locale: 'ru' as const };
    const cut = words(executionPaper(context, execution, { take: 1, signer: null }));
    expect(cut).toContain('В таблицу исполнителей не вошло строк: 1.');
    expect(words(executionPaper(context, execution, { take: 2, signer: null }))).not.toContain('не вошло');
  });

  it('gives each region its own part, and of a confidential item number and date', async () => {
    const a = words(await paperOf(regions.akimA, '2026-11-26'));
    expect(a).toContain('исполнили: 0 из 1');
    expect(a).not.toContain('региона Б');
    const secretary = words(await paperOf(regions.secretaryA, '2026-11-26'));
    expect(secretary).not.toContain('Закрытый вопрос');
    expect(secretary).toContain('конфиденциально');
    expect(words(await paperOf(regions.departmentA, '2026-11-26'))).toContain('Закрытый вопрос');
    expect(words(await paperOf(regions.schoolA, '2026-11-26'))).not.toContain('Провести учения');
  });

  it('is refused for a day before the adoption or to come, for what was never a day, and to strangers', async () => {
    for (const day of ['2026-11-20', '2027-01-01', '2026-13-40'])
      await expect(paperOf(regions.chair, day)).rejects.toThrow();
    const { schoolB } = regions;
    const other = await draftedWith(town, regions, 'Другое', [itemFor(regions, 'Только регион А', ['а'])]);
    await adoptResolution(town.app, await actorOf(town, regions.chair), { resolutionId: other.resolutionId });
    for (const data of [
      `${other.resolutionId}:20261201`,
      `${resolutionId}:2026`,
      `${resolutionId}:x`,
      '999999:20261126',
    ])
      expect((await schoolB.forges(schoolB.lastMessage, `documents.execution-file:${data}`)).alert).toBe(true);
    await schoolB.forges(schoolB.lastMessage, `documents.order:e:${other.resolutionId}:20261201:0:ru:pdf`);
    await town.service.printer.idle();
    expect(schoolB.inbox.filter((message) => message.file)).toEqual([]);
  });
});

it('an order that an earlier version kept is read as the workbook of now', () => {
  expect(readWanted(['execution', '7'])).toEqual({
    is: 'paper',
    choice: { form: 'execution', subject: 7, span: '-', author: 0, locale: 'kk' },
    format: 'xlsx',
  });
});
