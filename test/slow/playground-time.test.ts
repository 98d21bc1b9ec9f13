// Moving the clock: where journeys lead, and that reminders come on the way, in a city that the visitor made over HTTP from its first day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRosterFile } from '../../src/org/roster-files.ts';
import { MovingClock } from '../../src/playground/clock.ts';
import { arrival, nextStop } from '../../src/playground/travel.ts';
import { dayIn, instantOf, timeIn } from '../../src/time.ts';
import { newHouse, type House, type Visitor } from '../playground/server/house.ts';

const zone = 'Asia/Almaty';
const at = (day: string, time: string): Date => instantOf(zone, day, time);
const leads = (to: Parameters<typeof arrival>[0], day: string, time: string): string => {
  const end = arrival(to, at(day, time), zone);
  return `${dayIn(zone, end)} ${timeIn(zone, end)}`;
};

describe('a journey', () => {
  it('leads to the next hour, evening, morning or Monday, always forwards', () => {
    expect(leads('hour', '2026-11-26', '10:20')).toBe('2026-11-26 11:20');
    expect(leads('evening', '2026-11-26', '10:20')).toBe('2026-11-26 18:00');
    expect(leads('evening', '2026-11-26', '18:00')).toBe('2026-11-27 18:00');
    expect(leads('morning', '2026-11-26', '23:59')).toBe('2026-11-27 09:00');
    expect(leads('morning', '2026-11-27', '00:01')).toBe('2026-11-28 09:00');
    expect(leads('monday', '2026-11-26', '10:20')).toBe('2026-11-30 09:00');
    expect(leads('monday', '2026-11-30', '08:59')).toBe('2026-11-30 09:00');
    expect(leads('monday', '2026-11-30', '09:00')).toBe('2026-12-07 09:00');
  });
});

describe('the way', () => {
  it('stops at the full hours of the day and at midnight', () => {
    const seen: string[] = [];
    for (let now = at('2026-11-26', '18:20'); seen.length < 6; now = nextStop(now, zone)) {
      seen.push(`${dayIn(zone, now).slice(8)} ${timeIn(zone, now)}`);
    }
    expect(seen).toEqual(['26 18:20', '26 19:00', '26 20:00', '27 00:00', '27 08:00', '27 09:00']);
  });
});

describe('the clock', () => {
  it('runs at real speed, or stands where it was set', async () => {
    const clock = new MovingClock(at('2026-11-26', '10:00'));
    const start = clock.now().getTime();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(clock.now().getTime()).toBe(start);
    clock.run();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const ran = clock.now().getTime() - start;
    expect(ran).toBeGreaterThanOrEqual(29);
    expect(ran).toBeLessThan(5_000);
    clock.stop();
    const stood = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(clock.now()).toEqual(stood);
  });
});

const roster = [
  'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases',
  'city;Үлгі қаласының әкімдігі;Акимат города Үлгі;;akimat;;;Әкім орынбасары;Заместитель акима;deputy;Мейірбеков;Дархан;;male;ru;',
  'edu;Білім басқармасы;Управление образования;city;department;;;Басқарма басшысы;Руководитель управления;dept_head;Шаңырақова;Сәуле;;female;ru;УО',
  's1;№ 1 мектеп;Школа № 1;edu;school;state;;Мектеп директоры;Директор школы;school_head;Родникова;Галина;;female;ru;',
].join('\n');

describe('time travel', () => {
  let house: House;
  let deputy: Visitor;
  let head: Visitor;

  beforeAll(async () => {
    house = await newHouse();
    await house.open('empty');
    deputy = await house.person('deputy');
    head = await house.person('school-first');
  });

  afterAll(async () => {
    await house.close();
    await house.remove();
  });

  it('is prepared by an administrator who imports a roster and people who join by their links', async () => {
    const administrator = await house.person('administrator');
    await administrator.opens((await house.state()).adminLink ?? '');
    await administrator.presses('Это я');
    const file = await house.upload('roster.csv', 'text/csv', Buffer.from(roster));
    await administrator.says('', { files: [file] });
    await administrator.presses('Загрузить');
    const view = await administrator.sees(({ messages }) =>
      messages.some(({ mine, files }) => !mine && files.length > 0),
    );
    const answer = view.messages.findLast(({ mine, files }) => !mine && files.length > 0)?.files[0];
    const bytes = await (await fetch(new URL(`api/files/${answer?.id}`, house.url))).arrayBuffer();
    const { table } = await readRosterFile(Buffer.from(bytes));
    const column = table[0]?.indexOf('invite_link') ?? -1;
    for (const [visitor, row] of [
      [deputy, 1],
      [head, 3],
    ] as const) {
      await visitor.opens(table[row]?.[column] ?? '');
      await visitor.presses('✅');
    }
    expect((await head.look()).commands.map(({ command }) => command)).toContain('my');
  });

  it('brings the reminder of a task that nobody carries out', async () => {
    await house.post('clock', { to: 'monday' });
    await house.rested();
    await deputy.says('/task Школе № 1 представить план до среды');
    await deputy.presses('Выдать');
    await head.hears('Представить план');
    const before = (await head.look()).messages.length;

    const start = new Date((await house.state()).now);
    await house.post('clock', { to: 'morning' });
    const on = await house.rested();
    expect([dayIn(zone, new Date(on.now)), timeIn(zone, new Date(on.now))]).toEqual([
      dayIn(zone, new Date(start.getTime() + 86_400_000)),
      '09:00',
    ]);
    await house.post('clock', { to: 'hour' });
    await house.rested();
    const view = await head.sees(({ messages }) => messages.length > before);
    expect(view.messages.slice(before).some(({ text, mine }) => !mine && text.includes('Представить план'))).toBe(true);
    expect((await house.state()).violations).toBe(0);
  });

  it('lets nobody act on the way, and says how far it is', async () => {
    await house.post('clock', { to: 'morning' });
    await expect(deputy.says('/help')).rejects.toThrow('409');
    await expect(house.post('clock', { to: 'hour' })).rejects.toThrow('409');
    const { busy } = await house.state();
    expect(busy?.what).toBe('travelling');
    await house.rested();
    await deputy.says('/help');
  });
});
