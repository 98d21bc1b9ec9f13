// J4: what was shown for review and decided elsewhere since: a press says how it stands, the message shows it, and nothing is decided again.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { acceptReport, returnReport } from '../../src/reports/actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let deputy: Actor;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 8 });
  deputy = await actorOf(city.deputy);
  await city.deputy.says('/task Всем школам: провести учебную эвакуацию до 30.11.2026');
  await city.deputy.presses('Выдать');
  await town.settle();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const actorOf = async (person: Person) => (await findActor(town.app, person.id)) ?? expect.unreachable();
const head = (n: number): Person => city.heads.get(n) ?? expect.unreachable();

/** The head of school n hands in; the id of the report. */
async function handIn(n: number): Promise<number> {
  await head(n).says(n % 2 === 0 ? 'Эвакуация проведена, выполнено' : 'Орындалды, өткізілді');
  await town.settle();
  return (await newest(n)).id;
}

/** New facts: the accepted report of school n comes back, and the head hands in once more. */
async function handInAgain(n: number): Promise<number> {
  await returnReport(town.app, deputy, { reportId: (await newest(n)).id, reason: 'Новые обстоятельства' });
  return handIn(n);
}

const newest = (n: number) =>
  town.db.report.findFirstOrThrow({
    where: { participation: { post: { org: { code: `s${n}` } } } },
    orderBy: { id: 'desc' },
  });

/** The report of school n as it comes on this person's screen. */
async function shown(n: number, by = city.controller): Promise<Message> {
  await by.says(`/review школа ${n}`);
  return by.lastMessage;
}

describe.each([
  {
    locale: 'ru',
    n: 2,
    language: 'Русский',
    decided: /уже принят: Заместитель акима.*23\.11\.2026/s,
    back: /уже возвращён/,
    newer: /более новая версия/,
  },
  {
    locale: 'kk',
    n: 3,
    language: 'Қазақша',
    decided: /қабылданған: Әкім орынбасары.*23\.11\.2026/s,
    back: /қайтарылған/,
    newer: /жаңарақ нұсқасы/,
  },
] as const)(
  'a report that was on screen when somebody else decided it ($locale)',
  ({ locale, n, language, ...said }) => {
    const t = (key: string): string => town.app.t(locale, key);
    /** A press that changes nothing, is told, and leaves the message without buttons. */
    async function expectTold(message: Message, label: string, words: RegExp): Promise<void> {
      const { text, alert } = await changingNothing(town, () => city.controller.presses(t(label), message));
      expect(text).toMatch(words);
      expect(alert).toBe(true);
      expect(message.buttons).toEqual([]);
      expect(message.text).toMatch(words);
      expect(message.text).toContain('№ Т-1 · ');
    }

    it('says so at every button of every copy, and shows how it stands', async () => {
      await city.controller.says('/language');
      await city.controller.presses(language);
      const reportId = await handIn(n);
      const asked = ['reports-button-accept', 'reports-button-return', 'reports-button-ask'];
      const reasons = ['reports-reason-order', 'reports-button-own-reason', 'reports-button-back'];
      const copies: [Message, string][] = [];
      for (const label of asked) copies.push([await shown(n), label]);
      for (const label of reasons) {
        const message = await shown(n);
        await city.controller.presses(t('reports-button-return'), message);
        copies.push([message, label]);
      }
      await acceptReport(town.app, deputy, { reportId });
      await town.settle();
      for (const [message, label] of copies) await expectTold(message, label, said.decided);
      expect(await newest(n)).toMatchObject({ state: 'accepted' });
    });

    it('which returned it, or was followed by a newer version, is told in the same way', async () => {
      const reportId = await handIn(n + 2);
      const [first, second] = [await shown(n + 2), await shown(n + 2)];
      await returnReport(town.app, deputy, { reportId, reason: 'Нет фото' });
      await town.settle();
      await expectTold(first, 'reports-button-accept', said.back);
      const sent = await head(n + 2).says('Выполнено, фото приложено');
      await town.settle();
      await expectTold(second, 'reports-button-accept', said.back);
      const third = await shown(n + 2);
      await head(n + 2).edits(sent, 'Выполнено, два фото приложено');
      await expectTold(third, 'reports-button-accept', said.newer);
      await acceptReport(town.app, deputy, { reportId: (await newest(n + 2)).id });
      await town.settle();
    });

    it('leaves the list of today at once, and a message that speaks of it at the press', async () => {
      const reportId = await handIn(n + 4);
      const list = city.controller.inbox.findLast(({ buttons }) =>
        buttons.flat().includes(t('reports-button-in-turn')),
      );
      const mine = (message: Message | undefined) =>
        message?.buttons.flat().filter((each) => each.includes(`№ ${n + 4}`) || each.endsWith(`№ ${n + 4}`));
      expect(list?.text).toContain('№ Т-1 · ');
      await city.controller.presses(t('reports-button-ask'), await shown(n + 4));
      await city.controller.says('Сколько человек?');
      await town.settle();
      await head(n + 4).replies(head(n + 4).lastMessage, 'Двадцать');
      await town.settle();
      const answer = city.controller.lastMessage;
      expect(answer.buttons).toEqual([[t('reports-button-review-open')]]);
      const words = answer.text;
      await acceptReport(town.app, deputy, { reportId });
      await town.settle();
      expect(mine(list)).toEqual([]);
      const { text, alert } = await changingNothing(town, () =>
        city.controller.presses(t('reports-button-review-open'), answer),
      );
      expect([alert, said.decided.test(text)]).toEqual([true, true]);
      expect([answer.text, answer.buttons]).toEqual([words, []]);
    });

    it('leaves lists of another day with what still waits', async () => {
      const lists = () =>
        city.controller.inbox.filter(({ buttons }) => buttons.flat().includes(t('reports-button-in-turn')));
      const again = await handInAgain(n + 4);
      const list = lists().at(-1) ?? expect.unreachable();
      const before = list.buttons.flat();
      town.clock.advance({ days: 1 });
      await acceptReport(town.app, deputy, { reportId: again });
      await town.settle();
      expect(list.buttons.flat()).toEqual(before);
      const label = before.find((each) => each.includes(`№ ${n + 4}`)) ?? expect.unreachable();
      const { text, alert } = await changingNothing(town, () => city.controller.presses(label, list));
      expect(alert).toBe(true);
      expect(text).toMatch(locale === 'ru' ? /уже принят/ : /қабылданған/);
      expect(list.text).not.toContain(`№ ${n + 4}`);
      expect(list.buttons.flat()).not.toContain(label);
      town.clock.advance({ days: -1 });
    });
  },
);

describe('a page of reports', () => {
  it('is drawn anew when one of them was decided by somebody else', async () => {
    await handInAgain(2);
    const reportId = await handIn(1);
    await city.controller.presses('Тізіммен қарау');
    const page = city.controller.lastMessage;
    expect(page.text).toContain('№ 1 мектеп');
    await acceptReport(town.app, deputy, { reportId });
    const { alert } = await changingNothing(town, () => city.controller.forges(page, `reports.open:${reportId}`));
    expect(alert).toBe(true);
    expect(page.text).not.toContain('№ 1 мектеп');
    expect(page.text).toContain('№ 2 мектеп');
    expect(page.buttons.flat()).toContain('1');
    expect(page.buttons.flat()).not.toContain('2');
  });
});

describe('a reason for returning that comes after the report was accepted on another screen', () => {
  it('takes nothing back, chosen or written', async () => {
    await city.deputy.says('Школе № 8 завезти уголь до 25.12.2026');
    await city.deputy.presses('Выдать');
    await town.settle();
    await head(8).replies(head(8).lastMessage, 'Выполнено, уголь завезён');
    await town.settle();
    const [chosen, written, accepted] = [
      await shown(8, city.deputy),
      await shown(8, city.deputy),
      await shown(8, city.deputy),
    ];
    for (const message of [chosen, written]) await city.deputy.presses('Вернуть', message);
    await city.deputy.presses('Своими словами', written);
    await city.deputy.presses('Принять', accepted);
    await changingNothing(town, () => city.deputy.says('Нужен акт'));
    expect(city.deputy.lastMessage.text).toContain('уже принят');
    await changingNothing(town, () => city.deputy.presses('Не приложен приказ', chosen));
    expect(chosen.text).toContain('уже принят');
    expect(chosen.buttons).toEqual([]);
    expect(await newest(8)).toMatchObject({ state: 'accepted' });
  });
});

describe('a press of somebody who may not judge the report', () => {
  it('rewrites nothing', async () => {
    const card = head(2).lastMessage;
    const before = [card.text, card.buttons];
    const { id } = await newest(8);
    const { text } = await changingNothing(town, () => head(2).forges(card, `reports.accept:${id}`));
    expect(text).toBe('У вас нет права рассматривать этот отчёт.');
    expect([card.text, card.buttons]).toEqual(before);
  });
});
