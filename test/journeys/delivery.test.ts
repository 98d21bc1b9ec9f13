// The ledger: for every person and message one known outcome, for the secretary to read and to print.
import { readSheet } from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { countOutcomes, ledgerEntries } from '../../src/delivery/queries.ts';
import { outcomes } from '../../src/delivery/rules.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 4, silent: [4] });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
const all = { scopes: null, since: new Date(0) };

describe('the ledger of delivery', () => {
  beforeAll(async () => {
    await city.deputy.says('/task Школам № 1, № 2, № 3 и № 4 вывезти мусор до 25.12.2026');
    await city.deputy.presses('Выдать');
    town.emulator.fail({
      method: 'sendMessage',
      chatId: head(3).id,
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    await town.settle();
    town.clock.advance({ days: 1 });
    await town.settle();
    await city.deputy.says('/task Школе № 3 и № 4 починить забор до 25.12.2026');
    await city.deputy.presses('Выдать');
    await town.settle();
  }, 60_000);

  it('knows what became of each message of a task', async () => {
    await city.secretary.says('/delivery 1');
    const { text } = city.secretary.lastMessage;
    expect(text).toContain('Т-1 бойынша');
    expect(text).toMatch(/Мектеп директоры, № 1 мектеп, Директоров1 Мысал\nтапсырма Т-1: жіберілді/);
    expect(text).toMatch(/№ 3 мектеп, Директоров3 Мысал\nтапсырма Т-1: жазу мүмкін болмады \(ботты бұғаттаған\)/);
    expect(text).toMatch(/№ 4 мектеп, Директоров4 Мысал\nтапсырма Т-1: жазу мүмкін болмады \(ботты ашпаған\)/);
  });

  it('counts every message once, and opens each count as a list', async () => {
    await city.secretary.says('/delivery');
    const counts = await countOutcomes(town.app, { ...all, scopes: ['/'] });
    const entries = await ledgerEntries(town.app, { ...all, scopes: ['/'] }, { take: 1_000 });
    for (const outcome of outcomes) {
      expect(entries.filter((entry) => entry.outcome === outcome)).toHaveLength(counts[outcome]);
    }
    expect(counts.unreachable).toBeGreaterThanOrEqual(4);
    expect(city.secretary.lastMessage.text).toContain(`Жазу мүмкін болмады: ${counts.unreachable}`);
    await city.secretary.presses('жазу мүмкін болмады');
    expect(city.secretary.lastMessage.text).toContain('ботты ашпаған');
    await city.secretary.presses('← Қорытынды');
    expect(city.secretary.lastMessage.text).toContain(`Жіберілді: ${counts.sent}`);
  });

  it('comes as a spreadsheet in which no text is a formula', async () => {
    await city.admin.says('/delivery');
    await city.admin.presses('Файл XLSX');
    const { file } = city.admin.lastMessage;
    expect(file?.name).toBe('delivery.xlsx');
    const rows = await readSheet(file?.content ?? Buffer.alloc(0));
    expect(rows[0]).toEqual([
      'Время',
      'Организация, должность или группа',
      'Имя',
      'Сообщение',
      'Поручение',
      'Исход',
      'Причина',
    ]);
    expect(rows.slice(1).some((row) => row[4] === 'Т-1' && row[6] === 'не открывал(а) бот')).toBe(true);
  });

  it('is for those who look after people, in private', async () => {
    await head(1).says('/delivery');
    expect(head(1).lastMessage.text).toBe('Бұл әрекетті орындауға құқығыңыз жоқ.');
    await city.secretary.in(city.group).says('/delivery@orynda_bot');
    expect(city.secretary.in(city.group).lastMessage.text).not.toContain('Директоров');
    await city.secretary.says('/delivery Школа');
    expect(city.secretary.lastMessage.text).toContain('/delivery 148');
    await city.secretary.says('/delivery 999');
    expect(city.secretary.lastMessage.text).toContain('табылмады');
  });

  it('shows a secretary nothing outside of the body', async () => {
    const school = await town.db.organisation.findFirstOrThrow({ where: { code: 's1' } });
    const inside = await ledgerEntries(town.app, { ...all, scopes: [school.path] }, { take: 1_000 });
    expect(inside.length).toBeGreaterThan(0);
    expect(new Set(inside.map(({ post, group }) => post?.org.nameRu ?? group))).toEqual(new Set(['Школа № 1']));
  });
});
