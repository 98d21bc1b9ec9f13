// Agreeing to a draft: asked, answered, changed and asked again, passed by the term; forged, repeated and late presses.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { changeItem } from '../../src/resolutions/actions.ts';
import { answerAgreement, askToAgree, passAgreeTerms } from '../../src/resolutions/agreement-actions.ts';
import { remindToAgree } from '../../src/resolutions/agreement-end-actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import type { Message, Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { addsItem, newest, startsResolution } from '../resolutions/secretary.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  city = await buildCity(town, { schools: 4, silent: [4] });
}, 120_000);
afterAll(async () => town.close());
beforeEach(async () => {
  await city.secretary.says('/cancel');
  await city.deputy.says('/cancel');
});
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const head = (n: number): Person => city.heads.get(n) as Person;
const text = (message: Message): string => message.text.replaceAll('\u00a0', ' ');

async function actorOf(person: Person): Promise<Actor> {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error(`${person.name} is a stranger`);
  return actor;
}

/** A draft with one item for school 1 and one for school 2, sent around with three working days. */
async function asked(theme: string): Promise<void> {
  await startsResolution(city, theme);
  await addsItem(city, { text: 'Пандусты жөндеу', executors: ['1'], due: '25.12.2026' });
  await addsItem(city, { text: 'Есікті жөндеу', executors: ['2'], due: '28.12.2026' });
  await city.secretary.presses('Қатысушылармен келісу', city.secretary.lastMessage);
  await city.secretary.presses('Дайын', city.secretary.lastMessage);
  await city.secretary.presses('3', city.secretary.lastMessage);
  await town.settle();
}

async function agreements() {
  const { id } = await newest(town);
  return town.db.agreement.findMany({ where: { resolutionId: id }, orderBy: { id: 'asc' } });
}

describe('asking participants to agree', () => {
  it('offers the executors, asks them with their own items only, and counts working days', async () => {
    await asked('Келісу туралы');
    expect(text(city.secretary.lastMessage)).toContain('Келісуге жіберілді: 2');
    const question = head(2).lastMessage;
    expect(text(question)).toContain('Просим согласовать проект резолюции. Пунктов, которые касаются вас: 1');
    expect(text(question)).toContain('Ответ до: 26 ноября 2026 г., четверг');
    expect(text(question)).toContain('Есікті жөндеу');
    expect(text(question)).not.toContain('Пандусты жөндеу');
    expect(question.buttons.flat()).toEqual(['✅ Согласовать', '❌ Возразить']);
  });

  it('is agreed when the last one agrees; the secretary hears it and the chair sees who said what', async () => {
    await asked('Барлығы келісті');
    await head(1).presses('Келісу', head(1).lastMessage);
    expect((await newest(town)).state).toBe('draft');
    await head(2).presses('Согласовать', head(2).lastMessage);
    await town.settle();
    expect((await newest(town)).state).toBe('agreed');
    expect(text(head(2).lastMessage)).toContain('Вы согласовали этот проект');
    expect(text(city.secretary.lastMessage)).toContain('Қарар жобасы келісілді');
    await city.secretary.presses('Ашу', city.secretary.lastMessage);
    await city.secretary.presses('Төрағалық етушіге жіберу', city.secretary.lastMessage);
    await town.settle();
    const question = city.deputy.lastMessage;
    expect(text(question)).toContain('Согласовали: 2 из 2, возражений: 0');
    await city.deputy.presses('Кто согласовал', question);
    expect(text(question)).toMatch(/✅ Школа № 1[^]*✅ Школа № 2/);
    await city.deputy.presses('Назад', question);
    await city.deputy.presses('Принять', question);
    expect((await newest(town)).state).toBe('on_control');
    await town.settle();
    expect((await head(1).forges(head(1).messages[0] as Message, `resolutions.agree:1:${stampOf(1)}`)).alert).toBe(
      true,
    );
  });

  it('keeps an objection with its remark; the objector may agree later', async () => {
    await asked('Қарсылық');
    await head(1).presses('Қарсылық білдіру', head(1).lastMessage);
    await head(1).says('Мерзім <тым> қысқа');
    await town.settle();
    expect(text(city.secretary.lastMessage)).toContain('№ 1 мектеп: Мерзім <тым> қысқа');
    expect((await agreements())[0]).toMatchObject({ state: 'objected', comment: 'Мерзім <тым> қысқа' });
    const question = head(1).messages.find((message) => text(message).includes('Сіздің қарсылығыңыз')) as Message;
    await head(1).presses('Келісу', question);
    expect((await agreements())[0]).toMatchObject({ state: 'agreed', comment: null });
  });

  it('asks those again whom a change concerns, and nobody else', async () => {
    await asked('Өзгеріс');
    const [old, other] = [head(1).lastMessage, head(2).messages.length];
    await head(1).presses('Келісу', old);
    await head(2).presses('Согласовать', head(2).lastMessage);
    const { id, tasks } = await newest(town);
    town.clock.advance({ minutes: 5 });
    await changeItem(town.app, await actorOf(city.secretary), { taskId: tasks[0]?.id ?? 0, text: 'Пандус пен есік' });
    await town.settle();
    expect((await town.db.resolution.findUniqueOrThrow({ where: { id } })).state).toBe('draft');
    expect((await agreements()).map(({ state }) => state)).toEqual(['asked', 'agreed']);
    expect(head(2).messages).toHaveLength(other);
    expect(text(old)).toContain('содан бері өзгерді');
    expect(text(head(1).lastMessage)).toContain('Пандус пен есік');
    await head(1).presses('Келісу', head(1).lastMessage);
    expect((await newest(town)).state).toBe('agreed');
  });

  it('can be taken back: the questions say so, nobody has to answer, and it can be asked anew', async () => {
    await asked('Кері қайтару');
    const question = head(1).lastMessage;
    await head(2).presses('Согласовать', head(2).lastMessage);
    const { id } = await newest(town);
    await head(1).forges(question, `resolutions.unasked:${id}`);
    expect(await agreements()).toHaveLength(2);
    await city.secretary.says('/resolution');
    await city.secretary.presses('Кері қайтару', city.secretary.lastMessage);
    const panel = city.secretary.lastMessage;
    await city.secretary.presses('Кім келісті', panel);
    await city.secretary.presses('Келісуден кері қайтарып алу', panel);
    expect(text(panel)).toContain('Алынған жауап саны: 1');
    await city.secretary.presses('Келісуден кері қайтарып алу', panel);
    await town.settle();
    expect(await agreements()).toEqual([]);
    expect(await newest(town)).toMatchObject({ state: 'draft', agreeBy: null });
    expect(text(question)).toContain('жауап беру қажет емес');
    expect(question.buttons).toEqual([]);
    await changingNothing(town, () => passAgreeTerms(town.app));
    await askToAgree(town.app, await actorOf(city.secretary), {
      resolutionId: id,
      postIds: (await newest(town)).tasks.flatMap(({ participations }) => participations.map(({ postId }) => postId)),
      days: 2,
    });
    await town.settle();
    expect(head(1).lastMessage.buttons.flat()).toEqual(['✅ Келісу', '❌ Қарсылық білдіру']);
  });

  it('reminds once, on the working day before the last one, those who have not answered', async () => {
    await asked('Еске салу туралы');
    await head(1).presses('Келісу', head(1).lastMessage);
    const said = () =>
      head(2).messages.filter((message) => /вашего ответа ещё нет[^]*Еске салу туралы/.test(text(message)));
    const last = (await newest(town)).agreeBy?.toISOString().slice(0, 10);
    expect(last).toBe('2026-11-26');
    for (const [at, n] of [
      ['2026-11-24T10:00', 0],
      ['2026-11-25T08:00', 0],
      ['2026-11-25T09:30', 1],
      ['2026-11-25T15:00', 1],
      ['2026-11-26T10:00', 1],
    ] as const) {
      town.clock.set(at);
      await remindToAgree(town.app);
      await town.settle();
      expect(said(), at).toHaveLength(n);
    }
    expect(
      head(1).messages.filter((message) => /әлі жауап түскен жоқ[^]*Еске салу туралы/.test(text(message))),
    ).toEqual([]);
    await head(2).presses('Согласовать', said()[0] as Message);
    expect((await newest(town)).state).toBe('agreed');
    town.clock.set('2026-11-23T09:00');
  });

  it('passes with the term, by the job, once', async () => {
    await asked('Мерзім өтті');
    town.clock.set('2026-11-26T23:50');
    await passAgreeTerms(town.app);
    expect((await newest(town)).state).toBe('draft');
    town.clock.set('2026-11-27T00:05');
    await passAgreeTerms(town.app);
    expect((await newest(town)).state).toBe('agreed');
    await changingNothing(town, () => passAgreeTerms(town.app));
    town.clock.set('2026-11-27T09:00');
  });

  it('is asked anew with a whole term, and an objection within it undoes what all had agreed to', async () => {
    await asked('Жаңа мерзім');
    town.clock.set('2026-12-03T09:00');
    await passAgreeTerms(town.app);
    const { id, tasks } = await newest(town);
    await changeItem(town.app, await actorOf(city.secretary), { taskId: tasks[0]?.id ?? 0, text: 'Пандус пен есік' });
    await passAgreeTerms(town.app);
    const draft = await town.db.resolution.findUniqueOrThrow({ where: { id } });
    expect(draft).toMatchObject({ state: 'draft', agreeBy: new Date('2026-12-08') });
    const answer = async (n: number, remark: string | null) => {
      const row = (await agreements())[n - 1];
      const given = { agreementId: row?.id ?? 0, askedAt: row?.askedAt.getTime() ?? 0, remark };
      await answerAgreement(town.app, await actorOf(head(n)), given);
    };
    await answer(1, null);
    await answer(2, null);
    expect((await newest(town)).state).toBe('agreed');
    await answer(1, 'Мерзім қысқа');
    expect((await newest(town)).state).toBe('draft');
    await town.settle();
  });
});

const stampOf = (ms: number): string => ms.toString(36);

describe('what should not be', () => {
  it.each([
    ['a stranger to the draft', async () => actorOf(head(3)), 'resolutions-agree-not-asked'],
    ['the secretary herself', async () => actorOf(city.secretary), 'resolutions-agree-not-asked'],
    ['the chair', async () => actorOf(city.deputy), 'resolutions-agree-not-asked'],
  ])('an answer by %s is refused', async (_who, actor, key) => {
    await asked('Бөгде');
    const [row] = await agreements();
    const answer = { agreementId: row?.id ?? 0, askedAt: row?.askedAt.getTime() ?? 0, remark: null };
    await changingNothing(town, async () =>
      expect(answerAgreement(town.app, await actor(), answer)).rejects.toThrow(key),
    );
  });

  it('a double press, two heads of one post at once, an old text, an empty remark, a dropped draft', async () => {
    await asked('Екі рет');
    const actor = await actorOf(head(1));
    const [row] = await agreements();
    const answer = { agreementId: row?.id ?? 0, askedAt: row?.askedAt.getTime() ?? 0, remark: null };
    await expect(answerAgreement(town.app, actor, { ...answer, remark: '  ' })).rejects.toThrow('reason-needed');
    await expect(answerAgreement(town.app, actor, { ...answer, askedAt: 5 })).rejects.toThrow('agree-changed');
    const both = await Promise.allSettled([
      answerAgreement(town.app, actor, answer),
      answerAgreement(town.app, actor, answer),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { id } = await newest(town);
    await expect(
      askToAgree(town.app, await actorOf(city.deputy), { resolutionId: id, postIds: [1], days: 2 }),
    ).rejects.toThrow('resolutions-not-yours');
    const secretary = await actorOf(city.secretary);
    for (const days of [0, 31, 1.5])
      await expect(askToAgree(town.app, secretary, { resolutionId: id, postIds: [1], days })).rejects.toThrow(
        'agree-term',
      );
    await expect(askToAgree(town.app, secretary, { resolutionId: id, postIds: [1], days: 2 })).rejects.toThrow(
      'telegram-stale-button',
    );
    await expect(askToAgree(town.app, secretary, { resolutionId: id, postIds: [], days: 2 })).rejects.toThrow('nobody');
    await city.secretary.says('/resolution');
    await town.db.resolution.update({ where: { id }, data: { state: 'cancelled' } });
    const [, second] = await agreements();
    await expect(
      answerAgreement(town.app, await actorOf(head(2)), {
        agreementId: second?.id ?? 0,
        askedAt: second?.askedAt.getTime() ?? 0,
        remark: null,
      }),
    ).rejects.toThrow('agree-dropped');
  });
});
