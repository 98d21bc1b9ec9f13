// The execution table: the identity against other SQL, the workbook read back, and what each region sees of it.
import { readSheet } from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { executionOf } from '../../src/documents/execution-queries.ts';
import { totalsOf } from '../../src/documents/execution-rules.ts';
import { readArchive } from '../../src/files/archive.ts';
import { adoptResolution } from '../../src/resolutions/actions.ts';
import { cancelTask } from '../../src/tasks/actions.ts';
import { dayIn, dayToDb } from '../../src/time.ts';
import type { Message, Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, draftedWith, itemFor, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;
let resolutionId: number;
let taskIds: number[];

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  regions = await buildRegions(town);
  const schools = ['аs1', 'аs2', 'бs1', 'бs2'];
  const items = [
    itemFor(regions, '=HYPERLINK("http://зло.example","нажми")', ['а']),
    itemFor(regions, 'Провести проверку в регионе Б', ['б']),
    itemFor(regions, 'Внедрить во всех школах', schools, { fanOut: true }),
    itemFor(regions, 'Закрытый вопрос', ['аedu']),
    itemFor(regions, 'Просроченное', ['аs1'], { due: '2026-11-24' }),
    itemFor(regions, 'Отменённое', ['аs2']),
    itemFor(regions, 'Рекомендуется обсудить', ['бs1'], { kind: 'recommendation' }),
    itemFor(regions, 'Исполненное с опозданием', ['бs2']),
  ];
  ({ resolutionId, taskIds } = await draftedWith(town, regions, 'Общий вопрос двух регионов', items, { sent: true }));
  await town.db.task.update({ where: { id: taskIds[3] ?? 0 }, data: { confidential: true } });
  const chair = await actorOf(town, regions.chair);
  await adoptResolution(town.app, chair, { resolutionId });
  await cancelTask(town.app, chair, { taskId: taskIds[5] ?? 0, reason: 'Не нужно' });
  const accept = (taskId: number | undefined, inTime: boolean) =>
    town.db.participation.updateMany({
      where: { taskId: taskId ?? 0 },
      data: {
        state: 'accepted',
        inTime,
        submittedAt: new Date('2026-11-24T05:00:00Z'),
        due: dayToDb('2027-01-15'),
        extensionCount: 1,
      },
    });
  await accept(taskIds[0], true);
  await accept(taskIds[7], false);
  await town.settle();
  town.clock.set('2026-11-26T10:00');
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const text = (message: Message): string => message.text.replaceAll('\u00a0', ' ');

async function table(person: Person): Promise<unknown[][]> {
  const screen = person.inbox.findLast((message) => !message.file) ?? person.lastMessage;
  await person.forges(screen, `documents.execution-file:${resolutionId}`);
  await person.presses('XLSX', screen);
  const { file } = person.lastMessage;
  expect(file?.name).toBe('Исполнение_резолюции_14_26.11.2026.xlsx');
  const rows = await readSheet(Buffer.from(file?.content ?? []), 1);
  return rows.map((row) => row.map((cell) => (cell instanceof Date ? dayIn('UTC', cell) : cell === ' ' ? null : cell)));
}

describe('the totals', () => {
  it('are in time + late + open + overdue + cancelled, as the database counts by other means', async () => {
    const { rows } = await executionOf(town.app, await actorOf(town, regions.chair), resolutionId);
    const binding = totalsOf(rows.filter(({ advisory }) => !advisory).map(({ standing }) => standing));
    const [counted] = await town.db.$queryRaw<Record<string, bigint>[]>`
      WITH judged AS (
        SELECT t.id, t.state::text AS state, bool_or(p.in_time = false AND p.state = 'accepted') AS late,
          bool_and(p.state = 'accepted') AS done,
          bool_or(p.state IN ('assigned', 'acknowledged', 'returned') AND p.due < DATE '2026-11-26') AS overdue
        FROM task t JOIN participation p ON p.task_id = t.id
        WHERE t.resolution_id = ${resolutionId} AND p.force IN ('assignment', 'commitment') GROUP BY t.id)
      SELECT count(*) AS total, count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
        count(*) FILTER (WHERE state <> 'cancelled' AND done AND NOT late) AS "inTime",
        count(*) FILTER (WHERE state <> 'cancelled' AND done AND late) AS late,
        count(*) FILTER (WHERE state <> 'cancelled' AND NOT done AND overdue) AS overdue,
        count(*) FILTER (WHERE state <> 'cancelled' AND NOT done AND NOT overdue) AS open FROM judged`;
    expect(binding).toEqual(Object.fromEntries(Object.entries(counted ?? {}).map(([key, n]) => [key, Number(n)])));
    const { total, ...parts } = binding;
    expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(total);
    expect(binding).toMatchObject({ total: 7, inTime: 1, late: 1, overdue: 1, cancelled: 1, open: 3 });
  });

  it('stand in the chat, with recommendations in a line of their own', async () => {
    const question = regions.chair.lastMessage;
    await regions.chair.forges(question, `documents.execution:${resolutionId}:0`);
    expect(text(question)).toContain(
      'Пунктов: 7. Исполнено в срок: 1, с нарушением срока: 1, на исполнении: 3, просрочено: 1, отменено: 1.',
    );
    expect(text(question)).toContain('Рекомендации, пунктов: 1');
    // The lists lead here only: what else can be done with the resolution is reached from here.
    expect(question.buttons.flat()).toEqual(expect.arrayContaining(['На прошлую дату', '✏️ Внести изменение']));
    expect(text(question)).toMatch(
      /1\. .*HYPERLINK.* · Акимат региона А · 25\.12\.2026 → 15\.01\.2027 · ✅ исполнено в срок/,
    );
    expect(text(question)).toMatch(/3\. Внедрить во всех школах · исполнили: 0 из 4/);
  });
});

describe('the workbook', () => {
  it('holds the whole for the chair: head, columns, dates, recommendations below, executors on a second sheet', async () => {
    const rows = await table(regions.chair);
    expect(rows.slice(0, 6).map(([first]) => first)).toEqual([
      'СВОДНАЯ ТАБЛИЦА ИСПОЛНЕНИЯ РЕЗОЛЮЦИИ',
      'Протокол № 14 от 20 ноября 2026 г.',
      'Общий вопрос двух регионов',
      'Орган: Комитет Үлгі',
      'Председательствующий: Заместитель акима, Комитет Үлгі',
      'По состоянию на 26 ноября 2026 г.',
    ]);
    const total = rows.find(([first]) => first === 'Всего поручений');
    expect(total?.filter((cell) => cell !== null)).toEqual(['Всего поручений', 7]);
    const at = rows.findIndex(([first]) => first === '№');
    expect(rows[at]).toEqual([
      '№',
      'Мероприятие',
      'Ответственный и соисполнители',
      'Первый срок',
      'Текущий срок',
      'Продлений',
      'Состояние',
      'Дата исполнения',
      'В срок',
      'Примечание',
    ]);
    const numbers = rows.slice(at + 1, at + 11).map(([first]) => first);
    expect(numbers).toEqual(['Поручения', '1', '2', '3', '4', '5', '6', '8', 'Рекомендации', '7']);
    expect(rows.find(([first]) => first === '1')).toEqual([
      '1',
      '=HYPERLINK("http://зло.example","нажми")',
      'Акимат региона А',
      '2026-12-25',
      '2027-01-15',
      1,
      'исполнено в срок',
      '2026-11-24',
      'да',
      null,
    ]);
    const second = await readSheet(Buffer.from(regions.chair.lastMessage.file?.content ?? []), 2);
    expect(second).toHaveLength(6);
    expect(second.slice(2).map((row) => row[1])).toContain('Школа № 2 региона Б');
  });

  it('has no formula in any cell', async () => {
    await table(regions.chair);
    const bytes = Buffer.from(regions.chair.lastMessage.file?.content ?? []);
    const sheets = [...readArchive(bytes, (name) => /worksheets\/sheet\d+\.xml$/.test(name))];
    expect(sheets.length).toBe(2);
    for (const [, sheet] of sheets) expect(Buffer.from(sheet).toString()).not.toMatch(/<f[ >]/);
  });

  it('gives each region its own items, executors and counts only', async () => {
    const seen = async (person: Person) => {
      const { rows } = await executionOf(town.app, await actorOf(town, person), resolutionId);
      return rows.map(({ item }) => item.number);
    };
    expect(await seen(regions.akimA)).toEqual(['1', '3', '4', '5', '6']);
    expect(await seen(regions.akimB)).toEqual(['2', '3', '7', '8']);
    expect(await seen(regions.schoolB)).toEqual(['3', '7']);
    const rows = JSON.stringify([
      await table(regions.akimA),
      await readSheet(Buffer.from(regions.akimA.lastMessage.file?.content ?? []), 2),
    ]);
    expect(rows).not.toContain('региона Б');
    expect(rows).not.toContain('регионе Б');
    expect(rows).toContain('исполнили: 0 из 2');
    await regions.akimA.forges(regions.akimA.lastMessage, `resolutions.versions:${resolutionId}:0`);
    expect(text(regions.akimA.lastMessage)).not.toContain('Б');
  });

  it('shows of a confidential item number and date only to those who may not see it', async () => {
    const rows = await table(regions.secretaryA);
    expect(JSON.stringify(rows)).not.toContain('Закрытый вопрос');
    expect(rows.find(([first]) => first === '4')?.slice(0, 5)).toEqual([
      '4',
      'конфиденциально',
      null,
      '2026-12-25',
      '2026-12-25',
    ]);
    expect(JSON.stringify(await table(regions.departmentA))).toContain('Закрытый вопрос');
    expect(
      (await executionOf(town.app, await actorOf(town, regions.akimB), resolutionId)).rows.map(
        ({ item }) => item.number,
      ),
    ).not.toContain('4');
  });

  it('is refused before the adoption, to strangers of it, and to forged ids', async () => {
    const other = await draftedWith(town, regions, 'Проект', [itemFor(regions, 'Только регион Б', ['б'])]);
    await expect(executionOf(town.app, await actorOf(town, regions.chair), other.resolutionId)).rejects.toThrow(
      'execution-early',
    );
    await adoptResolution(town.app, await actorOf(town, regions.chair), { resolutionId: other.resolutionId });
    await expect(executionOf(town.app, await actorOf(town, regions.akimA), other.resolutionId)).rejects.toThrow(
      'not-seen',
    );
    for (const data of [
      `documents.execution:${other.resolutionId}:0`,
      `documents.execution-file:${other.resolutionId}`,
      'documents.execution:999999:0',
      'documents.execution:x:0',
      'documents.execution-file:',
    ])
      expect((await regions.schoolA.forges(regions.schoolA.lastMessage, data)).alert).toBe(true);
  });
});
