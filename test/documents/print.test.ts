// /print as people use it: buttons to a file that comes by itself, and nothing of what is not theirs.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { unitTallies } from '../../src/discipline/queries.ts';
import { spanOf } from '../../src/discipline/span-rules.ts';
import { printOn } from '../../src/documents/printer-job.ts';
import { convert } from '../../src/files/convert.ts';
import { choiceArgs, type Choice } from '../../src/documents/print-rules.ts';
import { dueRows } from '../../src/documents/share-queries.ts';
import { buildPrintTown, choiceOf, paperOf, type PrintTown } from '../support/papers.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf } from '../support/two-regions.ts';

let town: Town;
let print: PrintTown;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  print = await buildPrintTown(town, 0);
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const data = (choice: Choice, format?: string): string =>
  choiceArgs(choice)
    .concat(format ?? [])
    .join(':');
async function filed(person: Person): Promise<{ name: string; text: string }> {
  await town.service.printer.idle();
  const file = person.inbox.findLast((message) => message.file)?.file;
  const bytes = new Uint8Array(file?.content ?? []);
  return { name: file?.name ?? '', text: (await convert(bytes, file?.name ?? '')).text };
}

it('leads from the menu to a file by three presses', async () => {
  const { chair } = print.regions;
  await chair.says('/print');
  await chair.presses('Контроль сроков');
  await chair.presses('Все');
  await chair.presses('PDF');
  const { name, text } = await filed(chair);
  expect(name).toBe('Контроль_сроков_26.11.2026.pdf');
  expect(text).toContain('КОНТРОЛЬ СРОКОВ ИСПОЛНЕНИЯ ПОРУЧЕНИЙ');
  // What is confidential goes round as number and date.
  expect(text).not.toContain('Закрытый вопрос');
  expect(text).toContain('03.12.2026');
});

it('is narrowed to a programme of the dictionary by a press, on the screen, in the table and in its head', async () => {
  const { chair } = print.regions;
  const rootOrgId = print.unitId;
  const { id: taskId } = await town.db.task.findFirstOrThrow({ where: { textRu: '-@SUM(1+1)' } });
  const name = 'Чистая школа';
  const { personId } = await actorOf(town, chair);
  const entry = { rootOrgId, createdAt: town.app.now(), createdById: personId };
  await town.db.programme.createMany({
    data: [
      { ...entry, kind: 'programme', name, folded: 'чистая школа' },
      { ...entry, kind: 'topic', name: 'Ничья', folded: 'ничья' },
    ],
  });
  await town.db.task.update({ where: { id: taskId }, data: { programmes: [name] } });
  await chair.says('/print');
  await chair.presses('Контроль сроков');
  await chair.presses('Все');
  await chair.presses('Программа или тема');
  expect(chair.lastMessage.buttons.flat()).toEqual(['Любая', name]);
  await chair.presses(name);
  expect(chair.lastMessage.text).toContain(`Программа или тема: ${name}`);
  await chair.presses('XLSX');
  const { text } = await filed(chair);
  expect(text).toContain(`Программа или тема: ${name}`);
  expect(text).toContain('SUM(1+1)');
  expect(text).not.toContain('03.12.2026');
  const summary = { ...choiceOf(print, 'summary', 'ru'), programme: 999 };
  await expect(paperOf(town, chair, summary, 'pdf')).rejects.toThrow('telegram-stale-button');
});

it('counts discipline as /discipline does', async () => {
  const choice = { ...choiceOf(print, 'discipline', 'ru'), span: 'q' };
  const { paper } = await paperOf(town, print.regions.chair, choice, 'pdf');
  const scope = { path: `/${print.unitId}/`, postIds: null };
  const actor = await actorOf(town, print.regions.chair);
  const { whole } = await unitTallies(town.app, actor, scope, spanOf('q', '2026-11-26'));
  const table = paper.blocks.find((block) => block.is === 'table');
  expect(table?.rows.at(-1)?.cells.slice(2, 6)).toEqual([whole.index ?? '—', whole.sample, whole.inTime, whole.late]);
  expect(whole.sample).toBe(4);
});

it('counts what is left out of the table with the rest', async () => {
  const actor = await actorOf(town, print.regions.chair);
  const wanted = { path: `/${print.unitId}/`, span: null, author: 0 };
  const [cut, whole] = await Promise.all([1, 1000].map((take) => dueRows(town.app, actor, wanted, take)));
  expect(cut?.rows).toEqual(whole?.rows.slice(0, 1));
  expect(cut?.counts).toEqual(whole?.counts);
  expect(cut?.counts.control).toBe(whole?.rows.filter(({ binding }) => binding).length);
  expect(cut?.counts.overdue).toBe(whole?.rows.filter(({ binding, overdue }) => binding && overdue).length);
  expect(whole?.rows.length).toBeGreaterThan(2);
});

it('lists what is on special control first, and says so', async () => {
  const actor = await actorOf(town, print.regions.chair);
  const wanted = { path: `/${print.unitId}/`, span: null, author: 0 };
  const { rows } = await dueRows(town.app, actor, wanted, 1000);
  const last = rows.at(-1)?.number ?? '';
  const where = { number: last, rootOrgId: print.unitId };
  await town.db.task.updateMany({ where, data: { specialControl: true } });
  const { rows: marked } = await dueRows(town.app, actor, wanted, 1000);
  expect(marked[0]).toMatchObject({ number: last, special: true });
  expect(marked.filter(({ special }) => !special)).toEqual(rows.filter(({ number }) => number !== last));
  const { paper } = await paperOf(town, print.regions.chair, choiceOf(print, 'dues', 'ru'), 'pdf');
  const table = paper.blocks.find((block) => block.is === 'table');
  expect(JSON.stringify(table?.rows[0])).toContain('(особый контроль');
  expect(JSON.stringify(table?.rows.at(-1))).not.toContain('особый контроль');
  await town.db.task.updateMany({ where, data: { specialControl: false } });
});

describe('of two regions', () => {
  it('each prints its own part only', async () => {
    const { akimA } = print.regions;
    const own = { ...choiceOf(print, 'dues', 'ru'), subject: print.unitAId };
    await akimA.says('/print');
    await akimA.forges(akimA.lastMessage, `documents.order:${data(own, 'docx')}`);
    const { text } = await filed(akimA);
    expect(text).toContain('Школа № 2 региона А');
    expect(text).not.toContain('региона Б');
  });

  it('a task of the other is answered like one that there is not, by the number that was typed', async () => {
    const { akimA, schoolA, schoolB } = print.regions;
    const postOf = async (person: Person) => (await actorOf(town, person)).posts.map(({ postId }) => postId);
    const [own, other] = [await postOf(schoolA), await postOf(schoolB)];
    const task = await town.db.task.findFirstOrThrow({
      where: { participations: { some: { postId: { in: other } }, none: { postId: { in: own } } } },
    });
    expect(task.number).toMatch(/^\d/);
    const answers: string[] = [];
    for (const number of [task.number ?? '', '99']) {
      await akimA.says(`/print ${number}`);
      answers.push(akimA.lastMessage.text.replace(`: ${number}`, ': …'));
    }
    expect(answers[0]).toMatch(/: …$/);
    expect(answers[0]).toBe(answers[1]);
  });

  it('a forged author of the other region is not named', async () => {
    const { akimA, posts } = print.regions;
    const ordered = (author: string) =>
      paperOf(
        town,
        akimA,
        { ...choiceOf(print, 'dues', 'ru'), subject: print.unitAId, author: posts.get(author) ?? 0 },
        'pdf',
      );
    await expect(ordered('б')).rejects.toThrow('telegram-stale-button');
    expect((await ordered('а')).paper.title).not.toBe('');
  });

  it('a forged choice of the whole, of strangers or of nonsense is refused and orders nothing', async () => {
    const { akimA, schoolB } = print.regions;
    for (const person of [akimA, schoolB]) {
      await person.says('/print');
      const menu = person.lastMessage;
      await person.forges(menu, `documents.order:${data(choiceOf(print, 'dues', 'ru'), 'pdf')}`);
      await person.forges(menu, `documents.print:${data(choiceOf(print, 'summary', 'ru'))}`);
      await person.forges(menu, 'documents.order:d:1:zz:0:ru:pdf');
      await person.forges(menu, `documents.order:${data(choiceOf(print, 'dues', 'ru'), 'exe')}`);
    }
    expect(await town.db.printOrder.count()).toBe(0);
    const { schoolA } = print.regions;
    const files = schoolB.inbox.concat(schoolA.inbox).filter((message) => message.file);
    expect(files).toEqual([]);
  });
});

it('gives an executor the own dates for a calendar, without the words of what is confidential', async () => {
  const { schoolA } = print.regions;
  await schoolA.says('/dates');
  const { file } = schoolA.lastMessage;
  const text = new TextDecoder().decode(new Uint8Array(file?.content ?? [])).replaceAll('\r\n ', '');
  expect(file?.name).toBe('orynda-2026-11-26.ics');
  expect(text).toContain('SUMMARY:№ 7\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20261124');
});

describe('a file that cannot be made', () => {
  const tries = async (result: string): Promise<number> =>
    (await town.app.metrics.prints.get()).values.find(({ labels }) => labels.result === result)?.value ?? 0;
  const minuteLater = async (): Promise<void> => {
    town.clock.advance({ minutes: 1 });
    await printOn(town.app);
    await town.service.printer.idle();
  };

  it('is tried three times, then its orderer is told and can have it tried anew', async () => {
    const { akimA, schoolA } = print.regions;
    const choice = { ...choiceOf(print, 'discipline', 'kk'), subject: print.unitAId };
    await akimA.says('/print');
    const failedBefore = await tries('failed');
    await town.db.$executeRawUnsafe('ALTER TABLE absence RENAME TO absence_away');
    await akimA.forges(akimA.lastMessage, `documents.order:${data(choice, 'pdf')}`);
    await minuteLater();
    expect(akimA.lastMessage.text).not.toContain('не удалось');
    await minuteLater();
    const told = akimA.lastMessage;
    expect(told.text).toContain(
      'Файл «Исполнительская дисциплина, PDF» подготовить не удалось: ошибка на нашей стороне',
    );
    expect(await tries('failed')).toBe(failedBefore + 1);
    const order = await town.db.printOrder.findFirstOrThrow({});
    expect(order.failedAt).not.toBeNull();
    const heard = akimA.inbox.length;
    await minuteLater();
    expect(akimA.inbox.length).toBe(heard);
    await town.db.$executeRawUnsafe('ALTER TABLE absence_away RENAME TO absence');

    await schoolA.says('/help');
    expect((await schoolA.forges(schoolA.lastMessage, `documents.again:${order.id}`)).alert).toBe(true);
    await akimA.presses('Попробовать ещё раз', told);
    expect((await filed(akimA)).name).toContain('.pdf');
    expect(await town.db.printOrder.count()).toBe(0);
    expect((await akimA.forges(told, `documents.again:${order.id}`)).alert).toBe(true);
  });

  it('for Telegram cannot be reached is tried on until it can', async () => {
    const { akimA } = print.regions;
    const choice = { ...choiceOf(print, 'dues', 'ru'), subject: print.unitAId };
    await akimA.says('/print');
    town.emulator.world.faults.push({ order: { method: 'sendDocument', code: 502, times: 4 }, left: 4 });
    await akimA.forges(akimA.lastMessage, `documents.order:${data(choice, 'docx')}`);
    for (let n = 0; n < 3; n += 1) await minuteLater();
    expect(akimA.lastMessage.file).toBeUndefined();
    await minuteLater();
    expect(akimA.lastMessage.file?.name).toContain('.docx');
  });
});
