// A post changes hands (J10): the successor has the open tasks, the predecessor no access, and both the act as a Word file.
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tellActs } from '../../src/documents/hand-over-actions.ts';
import { readHandOver, readImported } from '../../src/documents/hand-over-rules.ts';
import { readDocx } from '../../src/files/docx.ts';
import { paperText } from '../../src/files/paper-text.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { appoint } from '../../src/people/seat-actions.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { buildCity, type City, importRoster } from '../support/city.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

const nasty = 'Проверить <w:p>&amp; "смету" =1+1 \u0007\u202e конец';
const longName = 'Қазақстан Республикасы Үлгі қаласының мүгедектігі бар адамдарға арналған оқу-әдістемелік орталығы';

let town: Town;
let city: City;
let postId: number;
let old: Person;
let successor: Person;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  city = await buildCity(town, { schools: 4, silent: [1] });
  [old, successor] = [city.heads.get(2) as Person, city.heads.get(4) as Person];
  const post = await town.db.post.findFirstOrThrow({ where: { org: { code: 's2' } } });
  postId = post.id;
  await town.db.organisation.update({ where: { id: post.orgId }, data: { nameKk: longName } });
  for (let n = 1; n <= 30; n++) await issue(`Отремонтировать кабинет ${n}`, '2026-12-25');
  await issue(nasty, '2026-11-24');
  await issue('Секретная жалоба', '2026-12-01', true);
  // How dozens of private messages leave is the sender's own test.
  await town.db.outgoingMessage.updateMany({ where: { state: 'planned' }, data: { state: 'cancelled' } });
  town.clock.set('2026-11-30T10:00');
  const { personId } = await actorOf(old);
  const next = await actorOf(successor);
  await appoint(town.app, await actorOf(city.secretary), {
    postId,
    who: { personId: next.personId },
    seen: [personId],
  });
  await town.settle();
  await tellActs(town.app);
  await town.settle();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

async function actorOf(person: Person): Promise<Actor> {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error('nobody');
  return actor;
}

async function issue(text: string, due: string, confidential = false): Promise<void> {
  const actor = await actorOf(city.deputy);
  const draft = { text, locale: 'ru' as const, due, executorPostIds: [postId], confidential };
  const { taskId } = await createDraft(town.app, actor, draft);
  await issueTask(town.app, actor, { taskId });
}

const told = (person: Person): Message | undefined =>
  person.inbox
    .filter(({ text }) => text.includes('Мектеп директоры') || text.includes('Директор школы'))
    .findLast(({ buttons }) => buttons.flat().some((label) => label.includes('.docx')));

/** The act as this person gets it. */
async function actOf(person: Person): Promise<Buffer> {
  const message = told(person);
  const label = message?.buttons.flat()[0] ?? '';
  await person.presses(label, message);
  await town.service.printer.idle();
  const file = person.inbox.findLast((one) => one.file)?.file;
  expect(file?.name).toMatch(/^hand-over-act-\d+-2026-11-30\.docx$/);
  return file?.content ?? Buffer.alloc(0);
}

describe('the act of a hand-over', () => {
  it('comes to both heads and to whoever handed over, once', async () => {
    for (const person of [old, successor, city.secretary]) expect(told(person)?.text).toBeTruthy();
    const count = await town.db.outgoingMessage.count({ where: { kind: 'documents.hand-over' } });
    await tellActs(town.app);
    expect(await town.db.outgoingMessage.count({ where: { kind: 'documents.hand-over' } })).toBe(count);
    expect(count).toBe(3);
  });

  it('is in Kazakh and in Russian, with who, what and places to sign', async () => {
    const text = readDocx(await actOf(city.secretary));
    for (const words of ['ТАПСЫРУ-ҚАБЫЛДАУ АКТІСІ', 'АКТ ПРИЁМА-ПЕРЕДАЧИ', longName, 'Школа № 2'])
      expect(text).toContain(words);
    expect(text).toContain('Сдаёт: Директоров2 Мысал Үлгіұлы');
    expect(text).toContain('Принимает: Директоров4 Мысал Үлгіұлы');
    expect(text).toContain('Открытых поручений к исполнению: 32. Просрочено: 1.');
    expect(text).toMatch(/Сдал\(а\): _+ Директоров2/);
    expect(text).toMatch(/Қабылдады: _+ Директоров4/);
    expect(text.indexOf('ТАПСЫРУ-ҚАБЫЛДАУ')).toBeLessThan(text.indexOf('АКТ ПРИЁМА'));
  });

  it('lists every open task with issuer, both dates, state and delay', async () => {
    const text = readDocx(await actOf(successor));
    for (let n = 1; n <= 30; n++) expect(text).toContain(`Отремонтировать кабинет ${n}`);
    expect(text).toContain('Заместитель акима, Акимат города Үлгі');
    expect(text).toContain('24.11.2026');
    expect(text).toContain('просрочено, рабочих дней: 4');
  });

  it('shows a confidential task to the successor, and to the others as number and date only', async () => {
    expect(readDocx(await actOf(successor))).toContain('Секретная жалоба');
    const before = readDocx(await actOf(old));
    expect(before).not.toContain('Секретная жалоба');
    expect(before).toContain('Конфиденциальное поручение');
    expect(before).toContain('01.12.2026');
  });

  it('is a sound file: valid XML, A4 on its side, the head of the table on each page, no markup from words', async () => {
    const bytes = await actOf(successor);
    expect(readDocx(bytes)).toContain('Проверить <w:p>&amp; "смету" =1+1 конец');
    const xml = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('&lt;w:p&gt;&amp;amp;');
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/);
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(66);
  });

  it('is refused to others, and a made-up number is answered kindly', async () => {
    const data = told(successor)?.keyboard.flat()[0]?.callback_data ?? '';
    const stranger = city.heads.get(3) as Person;
    const files = stranger.inbox.filter((one) => one.file).length;
    for (const forged of [data, 'documents.act:999999', 'documents.act:1', 'documents.act:x'])
      expect((await stranger.forges(stranger.lastMessage, forged)).text).not.toBe('');
    expect(await town.db.printOrder.count()).toBe(0);
    expect(stranger.inbox.filter((one) => one.file)).toHaveLength(files);
  });
});

describe('after the hand-over', () => {
  it('the predecessor sees and does nothing any more, the successor has the open list', async () => {
    await old.says('/my');
    expect(old.lastMessage.text).not.toContain('кабинет');
    const share = await town.db.participation.findFirstOrThrow({ where: { postId } });
    expect((await old.forges(old.lastMessage, `tasks.ack:${share.id}`)).text).not.toBe('');
    expect((await town.db.participation.findUniqueOrThrow({ where: { id: share.id } })).state).toBe('assigned');
    await successor.says('/my');
    expect(successor.lastMessage.text).toContain('32');
  });
});

describe('a roster that names another head', () => {
  const lines = [
    'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases',
    's3;№ 3 мектеп;Школа № 3;edu;school;state;;Мектеп директоры;Директор школы;school_head;Жаңаев;Мысал;Үлгіұлы;male;ru;',
  ];

  it('hands the post over with an act for both heads, the new one from the day they join', async () => {
    const gone = city.heads.get(3) as Person;
    const asked = await town.db.outgoingMessage.count({ where: { kind: 'documents.hand-over' } });
    const links = await importRoster(city.admin, lines);
    const fresh = town.tg.person({ firstName: 'Жаңаев', languageCode: 'ru' });
    await fresh.opens(links.get('Жаңаев') as string);
    await fresh.presses('✅');
    for (let n = 0; n < 2; n++) await tellActs(town.app);
    await town.settle();
    // Whoever sent the roster saw its difference and gets no message for each post.
    expect(await town.db.outgoingMessage.count({ where: { kind: 'documents.hand-over' } })).toBe(asked + 2);
    for (const person of [gone, fresh]) {
      const text = readDocx(await actOf(person));
      expect(text).toContain('Сдаёт: Директоров3 Мысал Үлгіұлы');
      expect(text).toContain('Принимает: Жаңаев Мысал Үлгіұлы');
    }
    const [, event] = told(fresh)?.keyboard.flat()[0]?.callback_data?.split(':') ?? [];
    const files = fresh.inbox.filter((one) => one.file).length;
    for (const forged of [`documents.act:${event}`, `documents.act:${event}:${postId}`, `documents.act:${event}:x`])
      expect((await fresh.forges(fresh.lastMessage, forged)).text).not.toBe('');
    expect(fresh.inbox.filter((one) => one.file)).toHaveLength(files);
  });
});

describe('the rules of the act', () => {
  it('find the hand-overs among the new holders of a roster', () => {
    const holders = [
      { postId: 3, personId: 2, before: [1] },
      { postId: 4, personId: 5, before: [] },
    ];
    expect(readImported({ holders })).toEqual([{ postId: 3, fromPersonIds: [1], toPersonId: 2 }]);
    expect(readImported({})).toEqual([]);
  });

  it('know a hand-over from a first appointment', () => {
    expect(readHandOver('people.appointed', 3, { personId: 2, before: [] })).toBeNull();
    expect(readHandOver('people.appointed', 3, { personId: 2, before: [1] })).toEqual({
      postId: 3,
      fromPersonIds: [1],
      toPersonId: 2,
    });
    expect(readHandOver('people.left', 3, { personId: 1 })).toEqual({
      postId: 3,
      fromPersonIds: [1],
      toPersonId: null,
    });
  });

  it('leave out signs that paper has no place for', () => {
    expect(paperText('а\u0000б\nв\u202eг\ufffe')).toBe('аб вг');
  });
});
