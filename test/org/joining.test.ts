// The first day of an administrator and of the people invited, on the real bot: links, consent, language, menus, roster.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAdminInvite, ensureAdminInvite } from '../../src/org/actions.ts';
import { inviteKey } from '../../src/org/invite-actions.ts';
import { inviteLink, inviteToken } from '../../src/org/invite-rules.ts';
import { readRosterFile } from '../../src/org/roster-files.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let admin: Person;
beforeAll(async () => {
  town = await startTown();
  admin = town.tg.person({ firstName: 'Марат', languageCode: 'ru' });
}, 120_000);
afterEach(() => expectNoViolations(town.emulator));
afterAll(() => town.close());

const link = (token: string): string => inviteLink(town.emulator.world.bot.username ?? '', token);
const personOf = (person: Person) => town.db.person.findUnique({ where: { telegramId: BigInt(person.id) } });
const menuOf = (person: Person): unknown =>
  town.emulator.calls
    .filter((call) => call.method === 'setMyCommands' && JSON.stringify(call.params).includes(String(person.id)))
    .at(-1)?.params['commands'];

const csv = (lines: string[]): { document: { name: string; content: Buffer } } => ({
  document: { name: 'roster.csv', content: Buffer.from(lines.join('\n')) },
});
const header = 'code;org_ru;org_kk;parent;type;role;surname;given;patronymic;language';
const rows = [
  'city;Акимат города;Қала әкімдігі;;akimat;deputy;Сынақов;Ержан;Мысалұлы;kk',
  'city;;;;;secretary;Мысалова;Гульнар;Пробовна;ru',
  's12;Школа № 12;№ 12 мектеп;city;;;Пробова;Айгуль;Мысаловна;ru',
  's13;Школа № 13;№ 13 мектеп;city;;;Пробов;Олжас;;en',
];

/** The links of the last answer of the bot, by surname. */
async function linksFor(person: Person): Promise<Map<string, string>> {
  const answer = person.inbox.filter((message) => message.file?.name === 'roster.csv').at(-1);
  const { table } = await readRosterFile(answer?.file?.content ?? Buffer.alloc(0));
  const [head = [], ...body] = table;
  return new Map(body.map((row) => [row[head.indexOf('surname')] ?? '', row[head.indexOf('invite_link')] ?? '']));
}

describe('the first administrator', () => {
  it('opens the link of the first start, agrees, and is known', async () => {
    const token = (await ensureAdminInvite(town.app)) ?? '';
    expect(await ensureAdminInvite(town.app)).toBe(token);
    await admin.opens(link(token));
    expect(admin.lastMessage.text).toContain('Персональные данные');
    expect(await personOf(admin)).toBeNull();
    await admin.presses('Это я');
    expect(admin.inbox.at(-1)?.text).toContain('Марат');
    expect(await personOf(admin)).toMatchObject({ systemAdmin: true, locale: 'ru', consentVersion: 1, given: 'Марат' });
    expect(await ensureAdminInvite(town.app)).toBeNull();
    expect(JSON.stringify(menuOf(admin))).toContain('"import"');
  });

  it('is one: the link works once', async () => {
    const second = town.tg.person({ firstName: 'Екінші', languageCode: 'kk' });
    const used = await town.db.invite.findFirstOrThrow({ where: { usedAt: { not: null } } });
    expect(used.usedTelegramId).toBe(BigInt(admin.id));
    const token = inviteToken(await inviteKey(town.app), used.id);
    await second.opens(link(token));
    expect(second.lastMessage.text).toContain('пайдаланылып қойған');
    await admin.opens(link(token));
    expect(admin.lastMessage.text).toContain('уже подключены');
  });

  it('may be joined by others through a new link, which may expire', async () => {
    const late = town.tg.person({ firstName: 'Late', languageCode: 'en' });
    const token = await createAdminInvite(town.app);
    await late.opens(link(token));
    town.clock.advance({ days: 15 });
    const { text } = await late.presses('I agree');
    expect(text).toContain('expired');
    expect(await personOf(late)).toBeNull();
  });
});

describe('the roster', () => {
  it('begins with a template', async () => {
    await admin.says('/import');
    expect(admin.inbox.at(-2)?.text).toContain('invite_link');
    const file = await readRosterFile(admin.lastMessage.file?.content ?? Buffer.alloc(0));
    expect(file.rows).toHaveLength(3);
    await admin.sends({
      document: { name: 'roster.xlsx', content: admin.lastMessage.file?.content ?? Buffer.alloc(0) },
    });
    expect(admin.lastMessage.text).toContain('Ошибок нет');
    await admin.presses('Отмена');
    expect(admin.lastMessage.text).toContain('Ничего не загружено');
    expect(await town.db.organisation.count()).toBe(0);
  });

  it('with faults is answered row by row and not imported', async () => {
    await admin.sends(csv([header, ...rows, 's14;Школа № 14;;moon;;;;;;', 's15;;;city;;;;;;de']));
    expect(admin.lastMessage.text).toContain('Ошибок: 2.');
    expect(admin.lastMessage.text).toContain('Строка 6: вышестоящая организация moon');
    expect(admin.lastMessage.text).toContain('Строка 7: укажите название новой организации');
    expect(admin.lastMessage.buttons).toEqual([]);
  });

  it('lists twenty faults and counts the rest', async () => {
    const many = Array.from({ length: 30 }, (_, n) => `x${n};<b>Имя</b>;;;castle;;;;;`);
    await admin.sends(csv([header, ...many]));
    expect(admin.lastMessage.text).toContain('castle');
    expect(admin.lastMessage.text).toMatch(/и ещё: 10/);
  });

  it('is imported with one press, and comes back with links', async () => {
    await admin.sends(csv([header, ...rows]));
    const dryRun = admin.lastMessage;
    expect(dryRun.text).toContain('Организации: новых 3');
    expect(await town.db.organisation.count()).toBe(0);
    await admin.presses('Загрузить');
    expect(dryRun.text).toContain('Реестр загружен');
    expect(dryRun.buttons).toEqual([]);
    expect(await town.db.organisation.count()).toBe(3);
    const links = await linksFor(admin);
    expect([...links.keys()]).toEqual(['Сынақов', 'Мысалова', 'Пробова', 'Пробов']);
    expect(new Set(links.values()).size).toBe(4);
  });

  it('sent again changes nothing and shows the same links', async () => {
    const before = await linksFor(admin);
    await admin.sends(csv([header, ...rows]));
    expect(admin.lastMessage.text).toContain('Менять нечего');
    await admin.presses('Загрузить');
    expect(await linksFor(admin)).toEqual(before);
    expect(await town.db.organisation.count()).toBe(3);
  });

  it('is not imported by the button of another file', async () => {
    await admin.sends(csv([header, 'a;А;;;other;;;;;']));
    const older = admin.lastMessage;
    await admin.sends(csv([header, 'b;Б;;;other;;;;;']));
    const { text, alert } = await admin.presses('Загрузить', older);
    expect([text, alert]).toEqual(['Эта кнопка относится к другому файлу. Отправьте нужный файл ещё раз.', true]);
    await admin.presses('Отмена');
    expect(await town.db.organisation.count()).toBe(3);
  });

  it.each([
    ['doc.pdf', '%PDF-1.7', 'не похоже на реестр'],
    ['roster.xlsx', 'PK\u0003\u0004broken', 'не открывается'],
    ['roster.csv', 'one,two\n1,2', 'не найдены названия столбцов'],
    ['roster.csv', header, 'ни одной заполненной строки'],
  ])('of a wrong kind is refused: %s %j', async (name, content, words) => {
    await admin.sends({ document: { name, content: Buffer.from(content) } });
    expect(admin.lastMessage.text).toContain(words);
  });

  it('too big for a bot is refused without downloading it', async () => {
    const before = town.emulator.calls.length;
    await admin.sends({ document: { name: 'roster.csv', content: Buffer.alloc(20 * 1024 * 1024 + 1, 'a') } });
    expect(admin.lastMessage.text).toContain('20 МБ');
    expect(town.emulator.calls.slice(before).map(({ method }) => method)).not.toContain('getFile');
  });

  it('waits for the press over a restart, and an answer that Telegram refused can be asked for again', async () => {
    await admin.sends(csv([header, ...rows, 's16;Школа № 16;;city;;;;;;']));
    await town.restart();
    town.emulator.fail({ method: 'sendDocument', code: 500, times: 1 });
    await admin.presses('Загрузить');
    expect(await town.db.organisation.count({ where: { code: 's16' } })).toBe(1);
    await admin.sends(csv([header, ...rows]));
    await admin.presses('Загрузить');
    expect((await linksFor(admin)).size).toBe(4);
  });

  it('is nobody else’s business', async () => {
    const stranger = town.tg.person({ firstName: 'Бөтен', languageCode: 'kk' });
    await stranger.sends(csv([header, ...rows]));
    expect(stranger.lastMessage.text).toContain('Мен Сізді әзірге танымаймын');
  });
});

describe('somebody invited', () => {
  let head: Person;
  beforeAll(() => {
    head = town.tg.person({ firstName: 'Aigul', languageCode: 'en' });
  });

  it('sees who is invited and what is stored, changes the language, and joins only by agreeing', async () => {
    await head.opens((await linksFor(admin)).get('Пробова'));
    const invitation = head.lastMessage;
    expect(invitation.text).toContain('Пробова Айгуль Мысаловна');
    expect(invitation.text).toContain('Школа № 12');
    await head.presses('Қазақша');
    expect(invitation.text).toContain('Дербес деректер');
    expect(invitation.text).toContain('№ 12 мектеп');
    await head.presses('Кейін');
    expect(await personOf(head)).toBeNull();
    await head.opens((await linksFor(admin)).get('Пробова'));
    await head.presses('Қазақша');
    await head.presses('Бұл мен');
    expect(await personOf(head)).toMatchObject({ surname: 'Пробова', locale: 'kk', consentVersion: 1 });
    expect(head.lastMessage.text).toContain('Директор, № 12 мектеп');
    const menu = JSON.stringify(menuOf(head));
    expect(menu).toContain('Менің тапсырмаларым');
    expect(menu).not.toContain('"import"');
  });

  it('cannot hand the link on', async () => {
    const other = town.tg.person({ firstName: 'Other', languageCode: 'ru' });
    await other.opens((await linksFor(admin)).get('Пробова'));
    expect(other.lastMessage.text).toContain('уже воспользовались');
    expect(await personOf(other)).toBeNull();
  });

  it('cannot take the link of another name with the same account', async () => {
    await head.opens((await linksFor(admin)).get('Пробов'));
    const { text } = await head.presses('Бұл мен');
    const words = text === '' ? head.lastMessage.text : text;
    expect(words).toContain('Сілтеме басқа адамның атына берілген');
    const invite = await town.db.invite.findFirstOrThrow({ where: { person: { surname: 'Пробов' } } });
    expect(invite.usedAt).toBeNull();
  });

  it('gets no link in the next roster; a second post of the same name comes to the same person', async () => {
    const second = 's14;Школа № 14;№ 14 мектеп;city;;;Пробова;Айгуль;;ru';
    await admin.sends(csv([header, ...rows, second]));
    await admin.presses('Загрузить');
    const answer = admin.inbox.filter((message) => message.file?.name === 'roster.csv').at(-1);
    const { table } = await readRosterFile(answer?.file?.content ?? Buffer.alloc(0));
    expect(table[3]?.at(-1)).toBe('');
    await head.opens(table[5]?.at(-1));
    await head.presses('Бұл мен');
    expect(head.lastMessage.text).toContain('№ 12 мектеп');
    expect(head.lastMessage.text).toContain('№ 14 мектеп');
  });

  it('the administrator too: the roster’s name replaces that of the profile', async () => {
    await admin.opens((await linksFor(admin)).get('Мысалова'));
    await admin.presses('Это я');
    expect(await personOf(admin)).toMatchObject({ surname: 'Мысалова', given: 'Гульнар', systemAdmin: true });
    await admin.sends(csv([header, ...rows]));
    expect(admin.lastMessage.text).toContain('Менять нечего');
    await admin.presses('Отмена');
  });

  it('double presses join once', async () => {
    const deputy = town.tg.person({ firstName: 'E', languageCode: 'kk' });
    await deputy.opens((await linksFor(admin)).get('Сынақов'));
    const invitation = deputy.lastMessage;
    const data = invitation.keyboard[0]?.[0]?.callback_data ?? '';
    await deputy.forges(invitation, data);
    const { text } = await deputy.forges(invitation, data);
    expect(text).toContain('қосылып қойғансыз');
    expect(
      await town.db.journalEvent.count({ where: { verb: 'org.joined', actorPersonId: (await personOf(deputy))?.id } }),
    ).toBe(1);
  });

  it('is told who they are, and changes the language', async () => {
    await head.says('/whoami');
    expect(head.lastMessage.text).toContain('Тіл: Қазақша');
    await head.says('/language');
    await head.presses('English');
    expect(head.lastMessage.text).toBe('Language: English');
    await head.says('/help');
    expect(head.lastMessage.text).toContain('/my – My assignments');
    expect(JSON.stringify(menuOf(head))).toContain('My assignments');
    await head.says('/language');
    await head.forges(head.lastMessage, 'org.language:de');
    expect(await personOf(head)).toMatchObject({ locale: 'en' });
  });

  it('who blocks the bot is listed for the administrator until they come back', async () => {
    await admin.says('/unreached');
    expect(admin.lastMessage.text).toContain('Пробов Олжас (бот ещё не открыт)');
    expect(admin.lastMessage.text).not.toContain('Пробова');
    await head.blocksBot();
    await admin.says('/unreached');
    expect(admin.lastMessage.text).toContain('Пробова Айгуль (бот заблокирован)');
    await head.unblocksBot();
    await head.opens();
    expect(head.lastMessage.text).toContain('Пробова');
    expect(await personOf(head)).toMatchObject({ blockedAt: null });
    await head.says('/unreached');
    expect(head.lastMessage.text).toContain('not have permission');
  });
});

describe('in a group', () => {
  it('help names the bot with each command, and private matters stay private', async () => {
    const group = town.tg.group({ title: 'Топ', members: [admin], bot: 'admin' });
    await admin.in(group).says(`/help@${town.emulator.world.bot.username}`);
    expect(admin.in(group).lastMessage.text).toContain(`/link@${town.emulator.world.bot.username}`);
    expect(admin.in(group).lastMessage.text).not.toContain('/import');
    for (const command of ['whoami', 'language', 'import']) {
      await admin.in(group).says(`/${command}@${town.emulator.world.bot.username}`);
      expect(admin.in(group).lastMessage.text).toContain('в личном чате');
    }
    const stranger = town.tg.person({ firstName: 'S', languageCode: 'ru' });
    const count = admin.in(group).messages.length;
    const crowd = town.tg.group({ title: 'Топ 2', members: [admin, stranger], bot: 'admin' });
    await stranger.in(crowd).says('Всем привет');
    expect(stranger.in(crowd).messages).toEqual([]);
    expect(admin.in(group).messages).toHaveLength(count);
  });
});

describe('a stranger', () => {
  it('is told kindly how to be invited, whatever they do', async () => {
    const stranger = town.tg.person({ firstName: 'S', languageCode: 'ru' });
    await stranger.opens();
    expect(stranger.lastMessage.text).toContain('ссылку-приглашение'.slice(5));
    await stranger.says('Привет');
    expect(stranger.lastMessage.text).toContain('Я вас пока не знаю');
    await stranger.says('/whoami');
    expect(stranger.lastMessage.text).toContain('Я вас пока не знаю');
    await stranger.opens('x'.repeat(32));
    expect(stranger.lastMessage.text).toContain('Такой ссылки нет');
    const { text, alert } = await stranger.forges(stranger.lastMessage, 'org.import:0123456789abcdef');
    expect([text.includes('Я вас пока не знаю'), alert]).toEqual([true, true]);
    const forged = await stranger.forges(stranger.lastMessage, `org.agree:ru:${'x'.repeat(32)}`);
    expect(forged.text).toContain('Такой ссылки нет');
    expect(await personOf(stranger)).toBeNull();
  });
});
