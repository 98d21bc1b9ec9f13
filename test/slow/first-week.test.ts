// Four weeks of a whole city: 353 schools, twelve groups, a Telegram that refuses and loses answers, ten deaths of the process.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../src/journal/queries.ts';
import { Mishaps } from '../support/mishaps.ts';
import type { Group, Message, Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { buildWholeCity, districts, type WholeCity } from '../support/whole-city.ts';

const schools = 353;
const neverStart = 5;
const reporters = schools - 53;
const sentBack = 20;
const late = 10;
/** Deaths of the process while a press was being handled. */
const pressesInDeath = 2;

let town: Town;
let city: WholeCity;
let mishaps: Mishaps;
/** Numbers of the schools: the first never start, Telegram refuses the next as having blocked the bot, and one of them does not come back. */
const silent = range(1, neverStart);
const [away = 0, ...back] = range(neverStart + 1, neverStart + 3);
const reporting = range(away + 1, away + reporters);
const lateOnes = range(away + reporters + 1, away + reporters + late);
let returned: number[] = [];

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:30', config: { reportUndoSeconds: 600 } });
  mishaps = new Mishaps(town, 20261123);
  city = await buildWholeCity(town, schools, silent);
}, 300_000);
afterAll(() => town.close());

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
const text = (message: Message): string => message.text.replaceAll('\u00a0', ' ');
const head = (n: number): Person => city.heads.get(n) as Person;
const headIds = (): number[] => [...city.heads.values()].map(({ id }) => id);
const inGroup = (group: Group): Message[] => city.deputy.in(group).messages;
const card = (group: Group): string => inGroup(group).map(text).filter(isCard).at(-1) ?? '';
const confirms = (words: string): boolean => /принят на рассмотрение|қарауға қабылданды/.test(words);
const isCard = (words: string): boolean => words.includes('№ Т-1') && words.includes('Отчитались: ');

/** People act and nobody waits; then the bot has handled all of it. */
async function atOnce(act: () => Promise<unknown>): Promise<void> {
  town.tg.waits = false;
  await act();
  town.tg.waits = true;
  await town.tg.settle();
}

/** People act, and the process dies meanwhile; the next one handles what was not confirmed. */
async function dieWhile(act: () => Promise<unknown>, within: number): Promise<void> {
  town.tg.waits = false;
  await mishaps.dieDuring(act, within);
  town.tg.waits = true;
  await town.tg.settle();
}

/** A day in the office in a few steps; some chats of people and groups meet a trouble each. */
async function pass(day: string, { dying = false } = {}): Promise<void> {
  town.clock.set(`${day}T08:55`);
  mishaps.befall(mishaps.some(headIds(), Math.ceil(schools / 40)));
  const groups = city.groups.map(({ id }) => id);
  mishaps.befall(mishaps.some(groups, 2));
  mishaps.befall(mishaps.some(groups, 2), 'editMessageText');
  if (dying) await mishaps.dieDuring(() => town.passTo(`${day}T09:01`), 400);
  await steps(day);
  mishaps.calm();
}

async function steps(day: string): Promise<void> {
  for (const time of ['09:05', '10:00', '12:00', '15:00', '18:00']) {
    town.clock.set(`${day}T${time}`);
    await town.tick();
  }
}

async function answer(n: number): Promise<void> {
  await head(n).says(n % 2 === 0 ? 'Выполнено, акт подписан' : 'Орындалды, акт жасалды');
}

type Count = Record<string, number>;
async function count(sql: string): Promise<Count> {
  const { rows } = await town.database.sql.query<Record<string, string>>(`SELECT ${sql}`);
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([key, value]) => [key, Number(value)]));
}
const shares = `FROM participation p JOIN task t ON t.id = p.task_id WHERE t.state IN ('issued', 'in_progress') AND p.force IN ('assignment', 'commitment')`;

/** The numbers of Monday's digest, told and counted. */
async function digestOf(monday: string): Promise<{ told: Count; counted: Count }> {
  const counted = await count(`
    count(*) FILTER (WHERE p.state NOT IN ('accepted', 'withdrawn')) AS open,
    count(DISTINCT p.task_id) FILTER (WHERE p.state NOT IN ('accepted', 'withdrawn')) AS tasks,
    count(*) FILTER (WHERE p.state = 'accepted' AND p.accepted_at >= timestamptz '${monday} 00:00+05' - interval '7 days'
      AND p.accepted_at < timestamptz '${monday} 00:00+05') AS done,
    count(*) FILTER (WHERE p.state IN ('assigned', 'acknowledged', 'returned') AND p.due < date '${monday}') AS overdue,
    count(*) FILTER (WHERE p.state = 'submitted') AS review,
    count(*) FILTER (WHERE p.state = 'returned') AS returned,
    count(*) FILTER (WHERE p.state NOT IN ('accepted', 'withdrawn') AND p.due BETWEEN date '${monday}' AND date '${monday}' + 6) AS next
    ${shares}`);
  const digests = city.deputy.inbox.filter((message) => text(message).includes('Еженедельная сводка: '));
  const today = digests.filter(({ date }) => date.toISOString().startsWith(monday));
  const words = text(today[0] as Message);
  const number = (line: RegExp): number => Number(line.exec(words)?.[1]);
  expect(today).toHaveLength(1);
  return {
    counted,
    told: {
      open: number(/На контроле: (\d+)/),
      tasks: number(/поручений: (\d+)/),
      done: number(/Исполнено: (\d+)/),
      overdue: number(/Просрочено: (\d+)/),
      review: number(/На рассмотрении: (\d+)/),
      returned: number(/На доработке: (\d+)/),
      next: number(/Срок на следующей неделе: (\d+)/),
    },
  };
}

/** What the lists of the bot say is what the database says. */
async function expectLists(): Promise<void> {
  const { deputy, secretary, controller } = city;
  const today = town.clock.now().toISOString().slice(0, 10);
  const counted = await count(`
    count(*) FILTER (WHERE p.state NOT IN ('accepted', 'withdrawn')) AS open,
    count(*) FILTER (WHERE p.state IN ('assigned', 'acknowledged', 'returned') AND p.due < date '${today}') AS overdue,
    count(*) FILTER (WHERE p.state = 'submitted') AS review,
    count(*) FILTER (WHERE p.state = 'returned') AS returned,
    count(*) FILTER (WHERE p.state = 'accepted') AS accepted ${shares}`);
  await deputy.says('/status');
  const status = text(deputy.lastMessage);
  const number = (words: string, line: RegExp): number => Number(line.exec(words)?.[1] ?? 0);
  expect({
    open: number(status, /На контроле: (\d+)/),
    overdue: number(status, /Просрочено: (\d+)/),
    review: number(status, /На рассмотрении: (\d+)/),
    returned: number(status, /На доработке: (\d+)/),
    accepted: number(status, /Принято по открытым поручениям: (\d+)/),
  }).toEqual(counted);
  await deputy.says('/overdue');
  expect(number(text(deputy.lastMessage), /Просрочено: (\d+)/)).toBe(counted['overdue']);
  let waiting = 0;
  // The control section reviews what went to all schools, the deputy what went to named departments.
  for (const person of [controller, deputy]) {
    await person.says('/review');
    waiting += number(text(person.lastMessage), /На рассмотрении: (\d+)/);
  }
  const { review } = await count(`count(*) AS review FROM participation WHERE state = 'submitted'`);
  expect(waiting).toBe(review);
  const unreached = await count(`count(*) AS n FROM appointment a JOIN post po ON po.id = a.post_id
    JOIN person pe ON pe.id = a.person_id WHERE a.to_day IS NULL AND (pe.chat_id IS NULL OR pe.blocked_at IS NOT NULL)`);
  await secretary.says('/unreached');
  expect(number(text(secretary.lastMessage), /: (\d+)/)).toBe(unreached['n']);
}

/** The cards of the task for all schools, in the city's group and in those of the districts. */
async function expectCards(): Promise<void> {
  const { rows } = await town.database.sql.query<{ name: string; done: string; all: string }>(`
    SELECT d.name_ru AS name, count(*) FILTER (WHERE p.state IN ('submitted', 'accepted')) AS done, count(*) AS all
    FROM participation p JOIN task t ON t.id = p.task_id JOIN post po ON po.id = p.post_id
    JOIN organisation o ON o.id = po.org_id JOIN organisation d ON d.id = o.parent_id
    WHERE t.number = 'Т-1' GROUP BY d.name_ru`);
  const total = rows.reduce((sum, { done }) => sum + Number(done), 0);
  const [home, ...others] = city.groups as [Group, ...Group[]];
  expect(rows).toHaveLength(districts);
  expect(card(home)).toContain(`Отчитались: ${total} из ${schools}`);
  for (const { name, done, all } of rows) {
    const group = others.find(({ title }) => title === name) as Group;
    expect(card(home)).toContain(`${name}: ${done}/${all}`);
    // A first card that is in doubt may not have come; the next change of the task brings it.
    if (card(group) !== '' || Number(done) > 0) expect(card(group)).toContain(`Отчитались: ${done} из ${all}`);
  }
}

describe('the first Monday', () => {
  it('issues one task to every school, through three deaths of the process', async () => {
    const { deputy } = city;
    await deputy.says('/subscribe');
    await deputy.presses('Акимат города Үлгі');
    await deputy.presses('Подписаться');
    await deputy.says('/task Всем школам города провести учебную эвакуацию до 11.12.2026');
    const draft = deputy.lastMessage;
    mishaps.befall(mishaps.some(headIds(), Math.ceil(schools / 12)));
    mishaps.befall(
      mishaps.some(
        city.groups.map(({ id }) => id),
        3,
      ),
    );
    for (const n of [away, ...back])
      town.emulator.fail({
        method: 'sendMessage',
        chatId: head(n).id,
        code: 403,
        description: 'Forbidden: bot was blocked by the user',
      });
    await dieWhile(() => deputy.presses('Выдать', draft), 60);
    await mishaps.dieDuring(() => town.settle(), 400);
    await mishaps.dieDuring(() => town.settle(), 800);
    await town.tick();
    town.clock.advance({ minutes: 2 });
    await town.tick();
    mishaps.calm();
    expect(await town.db.task.count({ where: { state: 'issued' } })).toBe(1);
    expect(await town.db.journalEvent.count({ where: { verb: 'tasks.issued' } })).toBe(1);
    expect(await town.db.participation.count()).toBe(schools);
    // What autovacuum does within a minute of a real day, the moved clock leaves it no time for.
    await town.database.sql.query('ANALYZE');
  });

  it('leaves nobody without the task whom the outbox does not name', async () => {
    const rows = await town.db.outgoingMessage.findMany({ where: { kind: 'tasks.assigned' }, include: { chat: true } });
    const stateOf = new Map(rows.map(({ chat, state }) => [Number(chat.telegramId), state]));
    // Better told twice than never: each doubt about its arrival sends it once more, marked as a repeat.
    const doubtsOf = new Map(rows.map(({ chat, attempts }) => [Number(chat.telegramId), attempts - 1]));
    expect(rows).toHaveLength(schools - neverStart);
    for (const [n, person] of city.heads) {
      const told = person.inbox.filter((message) => text(message).includes('Т-1')).length;
      const state = stateOf.get(person.id);
      const allowed =
        state === 'sent'
          ? Array.from({ length: 1 + Math.max(0, doubtsOf.get(person.id) ?? 0) }, (_, more) => 1 + more)
          : state === 'unknown'
            ? [0, 1, 2, 3]
            : [away, ...back].includes(n) && state === 'dead'
              ? [0]
              : [];
      expect(allowed, `school ${n}: ${state}, told ${told} times`).toContain(told);
    }
  });

  it('gives five departments a task of their own', async () => {
    await city.deputy.says(
      '/task УО, Управление здравоохранения, Управление спорта, Управление культуры, Ювенальная полиция: представить планы зимних каникул до 04.12.2026',
    );
    await city.deputy.presses('Выдать');
    await town.settle();
    expect(await town.db.participation.count({ where: { task: { number: 'Т-2' } } })).toBe(5);
    await expectCards();
    await expectLists();
  });
});

describe('the week', () => {
  it('goes on while people come back and a group becomes a supergroup', async () => {
    await pass('2026-11-24');
    for (const n of back) await head(n).opens();
    await town.settle();
    for (const n of back) expect(head(n).inbox.filter((message) => text(message).includes('Т-1'))).toHaveLength(1);
    const basic = city.groups.find(({ chat }) => chat.info.type === 'group') as Group;
    await basic.migrates();
    await pass('2026-11-25');
    await pass('2026-11-26', { dying: true });
    await expectLists();
  });

  it('brings 300 reports in one morning, through two deaths', async () => {
    town.clock.set('2026-11-27T09:00');
    const rounds = 30;
    const size = Math.ceil(reporters / rounds);
    for (const round of range(0, rounds - 1)) {
      const now = reporting.slice(round * size, (round + 1) * size);
      mishaps.befall(
        mishaps.some(
          now.map((n) => head(n).id),
          1,
        ),
      );
      const act = (): Promise<unknown> => Promise.all(now.map(answer));
      if (round === 7 || round === 19) await dieWhile(act, 150);
      else await atOnce(act);
      town.clock.advance({ minutes: 6 });
      await town.tick();
      mishaps.calm();
    }
    expect(await town.db.report.groupBy({ by: ['version', 'state', 'final'], _count: true })).toEqual([
      { version: 1, state: 'submitted', final: true, _count: reporters },
    ]);
    expect(town.clock.now() <= new Date('2026-11-27T12:01:00+05:00')).toBe(true);
    town.clock.advance({ minutes: 15 });
    await town.tick();
    await expectCards();
    await expectLists();
  });

  it('ends with twenty reports returned, the others accepted by the page', async () => {
    const { controller } = city;
    for (const _ of range(1, sentBack)) {
      await controller.says('/review');
      await controller.presses('Вернуть');
      await controller.presses('Не приложен приказ');
    }
    await town.settle();
    await controller.presses('Рассмотреть списком');
    for (let page = 0; (await town.db.participation.count({ where: { state: 'submitted' } })) > 0; page += 1) {
      await controller.presses('Принять всё на этой странице', controller.lastMessage);
      const asked = controller.lastMessage.buttons.flat().some((label) => label.includes('Да, принять'));
      if (asked && page === 3) await dieWhile(() => controller.presses('Да, принять'), 150);
      else if (asked) await controller.presses('Да, принять', controller.lastMessage);
      await town.settle();
      expect(page).toBeLessThan(schools);
    }
    const back = await town.db.participation.findMany({
      where: { state: 'returned' },
      include: { post: { include: { org: true } } },
    });
    returned = back.map(({ post }) => Number(post.org.number));
    expect(returned).toHaveLength(sentBack);
    expect(await town.db.participation.count({ where: { state: 'accepted' } })).toBe(reporters - sentBack);
    await expectCards();
    await expectLists();
  });
});

describe('the second week', () => {
  it('begins with a digest that tells the numbers of the database', async () => {
    town.clock.set('2026-11-30T08:55');
    await town.passTo('2026-11-30T09:00');
    const { told, counted } = await digestOf('2026-11-30');
    expect(told).toEqual(counted);
    expect(told).toMatchObject({ done: reporters - sentBack, returned: sentBack });
  });

  it('has the returned reports made anew and accepted, through two deaths', async () => {
    await pass('2026-12-01', { dying: true });
    town.clock.set('2026-12-02T10:00');
    await dieWhile(() => Promise.all(returned.map(answer)), 200);
    town.clock.advance({ minutes: 15 });
    await town.tick();
    const again = { participation: { returnCount: 1 }, version: 2, state: 'submitted' as const };
    expect(await town.db.report.count({ where: again })).toBe(sentBack);
    await expectLists();
    await city.controller.says('/review');
    await city.controller.presses('Рассмотреть списком');
    for (const _ of range(1, Math.ceil(sentBack / 10))) {
      await city.controller.presses('Принять всё на этой странице', city.controller.lastMessage);
      if (city.controller.lastMessage.buttons.flat().some((label) => label.includes('Да, принять')))
        await city.controller.presses('Да, принять', city.controller.lastMessage);
    }
    await town.settle();
    expect(await town.db.participation.count({ where: { state: 'accepted' } })).toBe(reporters);
    for (const person of city.departments) await person.says('Исполнено, план приложен');
    for (const day of ['2026-12-03', '2026-12-04']) await pass(day);
    await expectCards();
    await expectLists();
  });
});

describe('the last weeks', () => {
  it('remind those who are late, through a death, and tell the same numbers on every Monday', async () => {
    for (const monday of ['2026-12-07', '2026-12-14', '2026-12-21']) {
      town.clock.set(`${monday}T08:55`);
      await town.passTo(`${monday}T09:00`);
      const { told, counted } = await digestOf(monday);
      expect(told, monday).toEqual(counted);
      if (monday === '2026-12-21') break;
      if (monday === '2026-12-14') await atOnce(() => Promise.all(lateOnes.map(answer)));
      await steps(monday);
      for (const days of range(1, 4)) {
        const day = new Date(Date.parse(monday) + days * 86_400_000).toISOString().slice(0, 10);
        await pass(day, { dying: day === '2026-12-15' });
        await expectLists();
      }
    }
    await expectCards();
  });
});

describe('at the end', () => {
  it('every report stands as it was given, and nobody else has one', async () => {
    const rows = await town.db.participation.findMany({
      where: { task: { number: 'Т-1' } },
      include: { post: { include: { org: true } } },
    });
    const numbers = (state: string): number[] =>
      rows
        .filter((row) => row.state === state)
        .map(({ post }) => Number(post.org.number))
        .sort((a, b) => a - b);
    expect(numbers('accepted')).toEqual(reporting);
    expect(numbers('submitted')).toEqual(lateOnes);
    expect(rows).toHaveLength(schools);
    expect(await town.db.report.count({ where: { participation: { task: { number: 'Т-1' } } } })).toBe(
      reporters + sentBack + late,
    );
  });

  it('nothing waits, and what was not sent says why', async () => {
    const rows = await town.db.outgoingMessage.groupBy({ by: ['kind', 'state', 'outcome'], _count: true });
    const left = rows.filter(({ state }) => ['planned', 'leased', 'sending'].includes(state));
    expect(left).toEqual([]);
    const mute = rows.filter(({ state, outcome }) => state !== 'sent' && !outcome);
    expect(mute).toEqual([]);
    const dead = rows.filter(({ state }) => state === 'dead').map(({ outcome }) => outcome);
    expect(new Set(dead)).toEqual(new Set(['403 Forbidden: bot was blocked by the user']));
  });

  it('nobody was told the same twice, except where the outbox marks a doubt', async () => {
    const doubts = await town.db.outgoingMessage.findMany({
      where: { OR: [{ state: 'unknown' }, { data: { path: ['repeat'], equals: true } }] },
      include: { chat: true },
    });
    // The troubles were felt.
    expect(doubts.length).toBeGreaterThan(schools / 20);
    const doubtsIn = (chatId: number): number => doubts.filter(({ chat }) => Number(chat.telegramId) === chatId).length;
    // A recommendation is reminded of in the same words three days before and on the day; each reminder is counted below.
    const unasked = (words: string): boolean =>
      !/^(?:Здравствуйте|Сәлеметсіз бе|Не получилось|Орындалмады)/.test(words) &&
      !/По рекомендации № Т-2 ожидается ответ/.test(words) &&
      // Who cannot be reached is named again, a working day later at the soonest.
      !/^Ботқа қосылмаған/.test(words) &&
      !confirms(words);
    const repeats = (messages: Message[]): string[] => {
      const words = messages.map(text).filter(unasked);
      return words.filter((each, at) => words.indexOf(each) !== at);
    };
    for (const person of [...city.heads.values(), ...city.departments])
      expect(repeats(person.inbox).length, repeats(person.inbox).join('\n~~~\n')).toBeLessThanOrEqual(
        doubtsIn(person.id),
      );
    for (const group of city.groups) {
      expect(repeats(inGroup(group)).length, repeats(inGroup(group)).join('\n~~~\n')).toBeLessThanOrEqual(
        doubtsIn(group.id),
      );
      expect(inGroup(group).filter((message) => isCard(text(message))).length).toBeLessThanOrEqual(
        1 + doubtsIn(group.id),
      );
    }
    // An answer is given again when the process died between giving it and confirming the update: one at a time is in hand.
    const answers = [...city.heads.values()].map(({ inbox }) => inbox.map(text).filter(confirms));
    const again = answers.reduce((sum, words) => sum + words.length - new Set(words).size, 0);
    expect(again).toBeLessThanOrEqual(3);
    const ladder = [city.deputy, city.controller].map(({ inbox }) =>
      inbox.filter((message) => text(message).includes('отчёт в срок не представлен')),
    );
    for (const messages of ladder) expect(repeats(messages)).toEqual([]);
  });

  it('everybody who can be written to has heard of the task', () => {
    const heard = (person: Person): boolean => person.inbox.some((message) => text(message).includes('Т-1'));
    expect([...city.heads].filter(([, person]) => !heard(person)).map(([n]) => n)).toEqual([away]);
  });

  it('every reminder was given once, and the journal holds', async () => {
    const notices = await town.db.notice.groupBy({ by: ['participationId', 'step', 'due', 'recipient'], _count: true });
    expect(notices.length).toBeGreaterThan(schools / 4);
    expect(notices.filter(({ _count }) => _count > 1)).toEqual([]);
    const chains = await town.db.journalChain.findMany();
    expect(chains.length).toBeGreaterThan(0);
    for (const { id } of chains) expect(await verifyJournal(town.app, id)).toMatchObject({ ok: true });
  });

  it('Telegram has nothing to complain about, and the process died ten times', async () => {
    // A press that was answered and not confirmed before a death is answered again; an edit that may have arrived is made again.
    const { violations } = town.emulator;
    const isAnswered = (violation: string): boolean => violation === 'callback query answered twice';
    const isEdited = (violation: string): boolean => violation.includes('message is not modified');
    expect(violations.filter(isAnswered).length).toBeLessThanOrEqual(pressesInDeath);
    expect(violations.filter(isEdited).length).toBeLessThanOrEqual(
      (mishaps.counts['edits'] ?? 0) + (mishaps.counts['kills'] ?? 0),
    );
    expect(violations.filter((each) => !isAnswered(each) && !isEdited(each))).toEqual([]);
    expect(mishaps.counts['kills']).toBe(10);
  });
});
