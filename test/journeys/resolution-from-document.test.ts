// J2: a resolution comes out of a document: read, reviewed over days and restarts, sent to the chair, adopted with one press.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayFromDb } from '../../src/time.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const dataDir = mkdtempSync(join(tmpdir(), 'orynda-intake-'));

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00', config: { dataDir } });
  city = await buildCity(town, { schools: 8, silent: [3, 4, 5, 6, 7, 8] });
}, 120_000);
afterAll(async () => {
  await town.close();
  rmSync(dataDir, { recursive: true, force: true });
});
afterEach(() => expectNoViolations(town.emulator));

const protocol = [
  'ПРОТОКОЛ № 14',
  'совещания при заместителе акима города Үлгі',
  '20 ноября 2026 года',
  'О подготовке школ к зиме',
  'Председательствовал: Мысалов А.Ү.',
  '',
  '1. Школе № 2 отремонтировать пандус до 25 декабря 2026 года.',
  '2. Управлению образования подготовить сводный отчёт в течение 10 рабочих дней.',
  '3. ГорУНО закупить учебники до 15 января 2027 года.',
  '4. ГорУНО провести родительские собрания до 30 декабря 2026 года.',
  '5. Всем школам провести уроки безопасности до 18 декабря 2026 года.',
].join('\n');
const file = (text: string, name = 'protocol.txt') => ({ document: { name, content: Buffer.from(text) } });

const newest = () =>
  town.db.resolution.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: {
      meeting: { include: { chair: true } },
      attachments: true,
      tasks: {
        orderBy: { position: 'asc' },
        include: { participations: { orderBy: { position: 'asc' }, include: { post: true } } },
      },
    },
  });
const inbox = () => city.secretary.lastMessage.text;

describe('a protocol sent as a file', () => {
  it('becomes a numbered draft with its head, and nothing else is asked', async () => {
    await city.secretary.sends(file(protocol));
    const said = city.secretary.messages.at(-2)?.text;
    expect(said).toContain('Тармақтар: 5, күмәні барлары: 2');
    expect(inbox()).toContain('О подготовке школ к зиме');
    expect(inbox()).toContain('Хаттама: № 14, 2026 жылғы 20 қараша, жұма');
    expect(inbox()).toContain('Төрағалық етуші: Әкім орынбасары');
    expect(inbox()).toContain('Құжаттан алынды, тексеріңіз: тақырыбы, күні, нөмірі, төрағалық етуші');
    expect(inbox()).toContain('1. Отремонтировать пандус');
    expect(inbox()).toContain('3. Закупить учебники');
    expect(inbox()).toMatch(/⚠️ .*ГорУНО/);
    expect(city.secretary.lastMessage.buttons.flat()).toContain('⚠️ 3');
    const { tasks, meeting } = await newest();
    expect(dayFromDb(meeting.day)).toBe('2026-11-20');
    // Ten working days after the meeting, not after today.
    expect(tasks.map(({ due }) => due && dayFromDb(due))).toEqual([
      '2026-12-25',
      '2026-12-04',
      '2027-01-15',
      '2026-12-30',
      '2026-12-18',
    ]);
    expect(tasks[4]).toMatchObject({ fanOut: true, sourceText: expect.stringContaining('Всем школам') as string });
    expect(tasks[4]?.participations).toHaveLength(8);
    expect(await town.db.task.count({ where: { state: { not: 'draft' } } })).toBe(0);
  });

  it('is kept with the resolution, bytes and all', async () => {
    const [kept] = (await newest()).attachments;
    expect(kept).toMatchObject({ name: 'protocol.txt', size: Buffer.byteLength(protocol) });
    expect(existsSync(join(dataDir, 'files', kept?.sha256 ?? ''))).toBe(true);
  });

  it('sent again opens the same review', async () => {
    await city.secretary.sends(file(protocol, 'copy.txt'));
    expect(city.secretary.messages.at(-2)?.text).toContain('бұрын жібергенсіз');
    expect(inbox()).toContain('О подготовке школ к зиме');
    expect(await town.db.resolution.count()).toBe(1);
  });
});

describe('the review', () => {
  it('leads from doubt to doubt; an answer to the card mends it, and the name is learned for all items', async () => {
    await city.secretary.presses('Келесі күмәнге (2)', city.secretary.lastMessage);
    const card = city.secretary.lastMessage;
    expect(card.text).toContain('3-тармақ');
    expect(card.text).toContain('Құжатта:\n3. ГорУНО закупить учебники');
    await city.secretary.replies(card, 'жауапты УО');
    expect(inbox()).toContain('Есте сақталды: «ГорУНО» = Білім басқармасы');
    expect(inbox()).toContain('мына тармақтарда да көрсетілді: 4');
    expect(city.secretary.messages.map(({ text }) => text)).toContain('Тармақ түзетілді. Карточка төменде.');
    const { tasks } = await newest();
    expect(tasks[2]?.participations.map(({ post }) => post.nameRu)).toEqual(['Руководитель управления']);
    expect(tasks[3]?.participations.map(({ post }) => post.nameRu)).toEqual(['Руководитель управления']);
    expect(tasks.map(({ draftDoubts }) => (draftDoubts as unknown[]).length)).toEqual([0, 0, 0, 0, 0]);
  });

  it('survives a restart and the night', async () => {
    await town.kill();
    town.clock.set('2026-11-24T09:00');
    await city.secretary.says('/resolution');
    await city.secretary.presses('О подготовке школ к зиме', city.secretary.lastMessage);
    await city.secretary.presses('✏️ 1', city.secretary.lastMessage);
    await city.secretary.replies(city.secretary.lastMessage, 'мерзімі 15 қаңтар');
    expect(inbox()).toContain('2027 жылғы 15 қаңтар, жұма');
    await city.secretary.replies(city.secretary.lastMessage, 'мәтіні Пандусты жөндеу');
    expect(inbox()).toContain('Пандусты жөндеу');
    await city.secretary.replies(city.secretary.lastMessage, 'түрі ұсыным');
    expect(inbox()).toContain('1-тармақ. Ұсыным');
    await city.secretary.replies(city.secretary.lastMessage, 'нысаны фотоесеп');
    expect(inbox()).toContain('Аяқтау нысаны: фотоесеп');
    await city.secretary.replies(city.secretary.lastMessage, 'не айтып тұрсыз');
    expect(inbox()).toContain('Нені түзету керегі түсініксіз');
  });

  it('moves dates that were counted from the meeting, when its day is corrected, and no others', async () => {
    await city.secretary.presses('Артқа');
    await city.secretary.presses('Деректемелер');
    await city.secretary.presses('Күні');
    await city.secretary.says('13.11.2026');
    const { tasks, guessed } = await newest();
    expect(tasks.map(({ due }) => due && dayFromDb(due))).toEqual([
      '2027-01-15',
      '2026-11-27',
      '2027-01-15',
      '2026-12-30',
      '2026-12-18',
    ]);
    expect(guessed).toEqual(['theme', 'number', 'chair']);
    await city.secretary.presses('Деректемелер', city.secretary.lastMessage);
    await city.secretary.presses('Деректемелер дұрыс', city.secretary.lastMessage);
    expect((await newest()).guessed).toEqual([]);
    await city.secretary.presses('Артқа', city.secretary.lastMessage);
  });

  it('parts an item and joins two', async () => {
    await city.secretary.presses('✏️ 2', city.secretary.lastMessage);
    await city.secretary.presses('Бөлу', city.secretary.lastMessage);
    await city.secretary.says('Подготовить отчёт\nНаправить отчёт в акимат');
    await city.secretary.presses('Артқа', city.secretary.lastMessage);
    expect(inbox()).toContain('2-1. Направить отчёт в акимат');
    expect((await newest()).tasks).toHaveLength(6);
    await city.secretary.presses('✏️ 2', city.secretary.lastMessage);
    await city.secretary.presses('2-1-тармақпен біріктіру', city.secretary.lastMessage);
    expect(inbox()).toContain('Подготовить отчёт; Направить отчёт в акимат');
    await city.secretary.presses('Артқа', city.secretary.lastMessage);
    expect((await newest()).tasks.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });

  it('goes to the chair, who issues all of it with one press', async () => {
    await city.secretary.presses('Төрағалық етушіге жіберу', city.secretary.lastMessage);
    await town.settle();
    await city.deputy.presses('Принять');
    await town.settle();
    const { tasks, state } = await newest();
    expect(state).toBe('on_control');
    expect(tasks.map(({ number, state: of }) => [number, of])).toEqual(
      ['1', '2', '3', '4', '5'].map((number) => [number, 'issued']),
    );
  });
});
