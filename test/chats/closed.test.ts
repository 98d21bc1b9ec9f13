// Groups that take no messages any more: a closed topic, a group for administrators only; and people who hide behind a group.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Group } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 4 });
}, 120_000);
afterAll(async () => town.close());
afterEach(() => expectNoViolations(town.emulator));

async function issue(words: string): Promise<void> {
  await city.deputy.says(words);
  await city.deputy.presses('Выдать', city.deputy.lastMessage);
  await town.settle();
}

const told = (words: string) => city.deputy.inbox.filter(({ text }) => text.includes(words));

describe('a topic', () => {
  it('that is closed or deleted sends its messages to the general part, and who bound it is told once', async () => {
    const group: Group = town.tg.group({ title: 'Школа 2', forum: true, members: [city.deputy] });
    await city.deputy.adds(group);
    const topic = group.topic('Поручения');
    await city.deputy.in(topic).says('/link@orynda_bot 2');
    await city.deputy.in(topic).presses('Подтвердить');
    await group.changes(topic, 'close');
    await issue('Школе № 2 побелить стены до 25.12.2026');
    town.emulator.violations.splice(0);
    const cards = city.deputy.in(group).messages.filter(({ text }) => text.includes('Побелить'));
    expect(cards.map(({ topicId }) => topicId)).toEqual([undefined]);
    expect(told('закрыта или удалена')).toHaveLength(1);
    expect(told('закрыта или удалена')[0]?.text).toContain('Организация: Школа № 2');
    await issue('Школе № 2 покрасить двери до 26.12.2026');
    town.emulator.violations.splice(0);
    expect(told('закрыта или удалена')).toHaveLength(1);
  });
});

describe('a group where only administrators may write', () => {
  it('is reported to who bound it; the executor is told in private all the same', async () => {
    const group: Group = town.tg.group({ title: 'Школа 3', members: [city.deputy] });
    await city.deputy.adds(group);
    await city.deputy.in(group).says('/link@orynda_bot 3');
    await city.deputy.in(group).presses('Подтвердить');
    group.forbids('text messages');
    await issue('Школе № 3 вымыть окна до 25.12.2026');
    town.emulator.violations.splice(0);
    expect(told('разрешены только администраторам')).toHaveLength(1);
    expect(
      city.heads.get(3)?.inbox.some(({ text }) => text.includes('Вымыть окна') || text.includes('вымыть окна')),
    ).toBe(true);
  });
});

describe('somebody who hides behind the group', () => {
  it('is asked to show themselves, whatever the command, and when a report is answered', async () => {
    const hidden = city.deputy.in(city.group, 'anonymous');
    await hidden.says('/task@orynda_bot Школе № 1 сдать списки до 25.12.2026');
    expect(city.deputy.in(city.group).lastMessage.text).toContain('кім жазғаны көрінбейді');
    await issue('Школе № 1 сдать списки до 25.12.2026');
    const card = city.deputy.in(city.group).messages.findLast(({ text }) => text.includes('списки'));
    if (!card) throw new Error('no card');
    await hidden.replies(card, 'Выполнено');
    expect(city.deputy.in(city.group).lastMessage.text).toContain('кім жазғаны көрінбейді');
    expect(await town.db.report.count()).toBe(0);
  });
});
