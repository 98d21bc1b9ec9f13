// What can go wrong with a document: nobody's, empty, too much, twice, somebody else's, cut in two, edited, forged.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City, importRoster } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const dataDir = mkdtempSync(join(tmpdir(), 'orynda-intake-'));

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00', config: { dataDir } });
  city = await buildCity(town, { schools: 4 });
}, 120_000);
afterAll(async () => {
  await town.close();
  rmSync(dataDir, { recursive: true, force: true });
});
afterEach(() => expectNoViolations(town.emulator));

const file = (text: string | Buffer, name = 'хаттама.txt') => ({
  document: { name, content: Buffer.from(text) },
});
let serial = 0;
/** A document that was not sent before. */
const fresh = (items = 2) => {
  serial += 1;
  const lines = Array.from(
    { length: items },
    (_, n) => `${n + 1}. Школе № 2 провести проверку № ${n + 1} до 25 декабря.`,
  );
  return [`ПРОТОКОЛ № ${serial} от 20.11.2026`, 'О работе школ', 'Председатель: Мысалов А.', ...lines].join('\n');
};
const inbox = (person: Person = city.secretary) => person.lastMessage.text;
const count = () => town.db.resolution.count();

describe('a document', () => {
  it('of somebody who may not draft is no protocol, a stranger gets the usual answer, and a group is left in peace', async () => {
    const stranger = town.tg.person({ firstName: 'Бөтен', languageCode: 'ru' });
    await stranger.sends(file(fresh()));
    expect(stranger.lastMessage.text).toContain('не знаю');
    const head = city.heads.get(2) as Person;
    await head.sends(file(fresh()));
    const before = city.deputy.in(city.group).messages.length;
    await city.deputy.in(city.group).sends(file(fresh()));
    expect(city.deputy.in(city.group).messages).toHaveLength(before);
    expect([await count(), await town.db.source.count()]).toEqual([0, 0]);
  });

  it('without items is explained and not kept; by hand is offered', async () => {
    await city.secretary.sends(file('Құрметті әріптестер! Барлығыңызды мерекемен құттықтаймыз.'));
    expect(inbox()).toContain('бірде-бір тапсырма табылмады');
    expect(city.secretary.lastMessage.buttons).toEqual([['Қолмен енгізу']]);
    await city.secretary.sends(file(' \n'));
    expect(await town.db.source.count()).toBe(0);
    await city.secretary.presses('Қолмен енгізу', city.secretary.messages.at(-2));
    expect(inbox()).toContain('Отырысты қай орган');
    await city.secretary.says('/cancel');
  });

  it('of 350 items is read whole and paged; more than a resolution holds is refused', async () => {
    await city.secretary.sends(file(fresh(350)));
    expect(city.secretary.messages.at(-2)?.text).toContain('Тармақтар: 350');
    await city.secretary.presses('2 ›', city.secretary.lastMessage);
    expect(inbox()).toContain('11. Провести проверку № 11');
    const last = city.secretary.lastMessage;
    await city.secretary.forges(last, `resolutions.panel:${(await newest()).id}:99`);
    expect(last.text).toContain('350. Провести проверку № 350');
    await city.secretary.sends(file(fresh(401)));
    expect(inbox()).toMatch(/401[^]*400/);
    expect((await newest()).tasks).toHaveLength(350);
  }, 120_000);

  it('that is larger than bots can download, or gone, is told', async () => {
    const before = await count();
    town.emulator.fail({ method: 'getFile', code: 400, description: 'Bad Request: file is too big', times: 1 });
    await city.secretary.sends(file(fresh()));
    expect(inbox()).toMatch(/20/);
    town.emulator.fail({ method: 'getFile', code: 400, description: 'Bad Request: wrong file_id', times: 1 });
    await city.secretary.sends(file(fresh()));
    expect(await count()).toBe(before);
    town.emulator.violations.splice(0);
  });

  it('of a secretary who owes a report is asked about', async () => {
    await city.deputy.says('/task Пробова — проверить явку до 25 декабря');
    await city.deputy.presses('Выдать');
    await town.settle();
    const text = fresh();
    await city.secretary.sends(file(text));
    expect(inbox()).toContain('хаттама ма, әлде Сіздің есебіңіз бе');
    const question = city.secretary.lastMessage;
    await city.secretary.presses('Хаттама', question);
    expect(city.secretary.messages.at(-2)?.text).toContain('Тармақтар: 2');
    await city.secretary.says('Орындалды');
    await town.settle();
  });
});

const newest = () =>
  town.db.resolution.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: { tasks: { orderBy: { position: 'asc' } }, sources: true, meeting: true },
  });

describe('two people and one document', () => {
  it('do not work on it at once; what is left alone for an hour may be taken over', async () => {
    const text = fresh();
    await city.secretary.sends(file(text));
    const review = await newest();
    await city.deputy.sends(file(text));
    expect(inbox(city.deputy)).toContain('сейчас разбирает Пробова Дана');
    expect(city.deputy.lastMessage.buttons).toEqual([]);
    const early = await city.deputy.forges(city.deputy.lastMessage, `resolutions.take-over:${review.id}`);
    expect(early.text).toContain('разбирает другой человек');
    const panel = await city.deputy.forges(city.deputy.lastMessage, `resolutions.panel:${review.id}:0`);
    expect(panel.text).toContain('ведёт другой человек');
    town.clock.advance({ minutes: 61 });
    await city.deputy.sends(file(text));
    await city.deputy.presses('Взять разбор на себя', city.deputy.lastMessage);
    expect(inbox(city.deputy)).toContain('О работе школ');
    await town.settle();
    expect(inbox()).toContain('басқа адам өзіне алды');
    const [task] = (await newest()).tasks;
    const late = await city.secretary.forges(city.secretary.lastMessage, `resolutions.edit:${task?.id ?? 0}:text`);
    expect(late.text).toContain('басқа адам жүргізеді');
    await city.deputy.presses('⚠️ 1', city.deputy.lastMessage).catch(() => city.deputy.presses('✏️ 1'));
    await city.deputy.replies(city.deputy.lastMessage, 'срок 15 января');
    expect(inbox(city.deputy)).toContain('15 января 2027 г.');
  });

  it('of whom one only presses buttons of the other get nowhere', async () => {
    const { tasks, id } = await newest();
    const head = city.heads.get(2) as Person;
    const [first] = tasks;
    for (const verb of ['item', 'looked', 'merge', 'split', 'remove', 'removed'])
      await head.forges(head.lastMessage, `resolutions.${verb}:${first?.id ?? 0}`);
    for (const verb of ['take-over', 'head-right', 'send', 'doubtful'])
      expect((await head.forges(head.lastMessage, `resolutions.${verb}:${id}`)).alert).toBe(true);
    expect(await newest()).toEqual({ ...(await newest()), tasks, sentAt: null });
  });
});

describe('a pasted text', () => {
  it('in Kazakh opens a review, and an edit of the message is answered', async () => {
    const lines = [
      '№ 77 хаттама, 2026 жылғы 20 қараша',
      'Мектептердің дайындығы туралы',
      'Төрағалық етуші: А. Мысалов',
      '1. № 2 мектепке пандусты 25 желтоқсанға дейін жөндеу тапсырылсын.',
      '2. Білім басқармасына 10 жұмыс күні ішінде есеп дайындау тапсырылсын.',
      '3. Барлық мектепке 18 желтоқсанға дейін қауіпсіздік сабағын өткізу тапсырылсын.',
    ];
    const sent = await city.secretary.says(lines.join('\n'));
    expect(city.secretary.messages.at(-2)?.text).toContain('Тармақтар: 3');
    expect(inbox()).toContain('Хаттама: № 77, 2026 жылғы 20 қараша, жұма');
    const { tasks, sources } = await newest();
    expect(tasks.map(({ due }) => due?.toISOString().slice(0, 10))).toEqual(['2026-12-25', '2026-12-04', '2026-12-18']);
    expect(tasks[0]).toMatchObject({ textRu: null });
    expect(sources).toHaveLength(1);
    await city.secretary.edits(sent, `${lines.join('\n')}\n4. Тағы бір тармақ`);
    expect(inbox()).toContain('бұрынғы мәтіні бойынша жасалған');
  });

  it('behind /resolution opens one too; forwarded words as well', async () => {
    await city.deputy.says('/resolution Школе № 3 отремонтировать кровлю до 25 декабря');
    expect(city.deputy.messages.at(-2)?.text).toContain('Пунктов: 1');
    const said = await city.secretary.in(city.group).says(fresh(7));
    await city.deputy.forwards(said);
    expect(city.deputy.messages.at(-2)?.text).toContain('Пунктов: 7');
  });

  it('that Telegram has cut in two is one document', async () => {
    const whole = fresh(90);
    const cut = whole.lastIndexOf('\n', 4000);
    await city.secretary.says(whole.slice(0, cut));
    await city.secretary.says(whole.slice(cut + 1));
    expect(city.secretary.messages.at(-2)?.text).toContain('Тармақтар: 90');
    const { tasks, sources } = await newest();
    expect([tasks.length, sources[0]?.text]).toEqual([90, whole]);
  }, 60_000);
});

describe('a message of several tasks', () => {
  it('may be reviewed item by item, or be one task', async () => {
    const text = '1) Школе № 2 сдать отчёт до 25 декабря\n2) Школе № 3 починить кровлю до 20 декабря';
    await city.deputy.says(text);
    expect(inbox(city.deputy)).toContain('несколько поручений: 2');
    await city.deputy.presses('Это одно поручение', city.deputy.lastMessage);
    expect(inbox(city.deputy)).toContain('Проект поручения');
    await city.deputy.says(text);
    await city.deputy.presses('Разобрать по пунктам (2)', city.deputy.lastMessage);
    expect(city.deputy.messages.at(-2)?.text).toContain('Пунктов: 2');
    const { meeting } = await newest();
    const chair = await town.db.post.findUniqueOrThrow({ where: { id: meeting.chairPostId } });
    expect(chair.role).toBe('deputy');
  });

  it('said in a group is reviewed in private, by its author alone', async () => {
    const here = city.deputy.in(city.group);
    await here.says('/task@orynda_bot 1) Школе № 2 сдать план до 25 декабря\n2) Школе № 4 сдать смету до 20 декабря');
    const question = here.lastMessage;
    expect(question.text).toContain('несколько поручений: 2');
    const other = await city.secretary.in(city.group).presses('Разобрать по пунктам (2)', question);
    expect(other.alert).toBe(true);
    await here.presses('Разобрать по пунктам (2)', question);
    expect(city.deputy.messages.at(-2)?.text).toContain('Пунктов: 2');
    expect(here.lastMessage.text).toContain('несколько поручений');
  });
});

describe('a head that the document does not tell', () => {
  it('is asked for with one question, over a restart; the dialog can be left and taken up again', async () => {
    await importRoster(city.admin, [
      'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases',
      'city;Үлгі қаласының әкімдігі;Акимат города Үлгі;;akimat;;;Әкім;Аким;akim;Басшыев;Үлгі;;male;kk;',
    ]);
    const text =
      'Кеңестің тапсырмалары\n1. Школе № 2 сдать план до 25 декабря.\n2. Школе № 3 сдать план до 25 декабря.';
    const next = async () => city.secretary.presses('Жалғастыру', city.secretary.lastMessage);
    await city.secretary.sends(file(text));
    await next();
    expect(inbox()).toContain('Кім төрағалық етті?');
    await city.secretary.says('/cancel');
    await city.secretary.sends(file(text));
    await next();
    await town.restart();
    await city.secretary.presses('Әкім орынбасары', city.secretary.lastMessage);
    expect(city.secretary.messages.at(-2)?.text).toContain('Тармақтар: 2');
    const { meeting, guessed } = await newest();
    expect(meeting.day.toISOString().slice(0, 10)).toBe('2026-11-23');
    expect(guessed).toEqual(['theme', 'day']);
  });
});

describe('names that were learned', () => {
  it('are used by the next document, listed, and forgotten', async () => {
    const about = (n: number) =>
      `Протокол № 9${n} от 20.11.2026\nПредседатель: Мысалов А.\n1. Горметодцентру сдать отчёт ${n} до 25 декабря.\n2. Школе № 2 сдать отчёт ${n} до 25 декабря.`;
    await city.secretary.sends(file(about(1)));
    await city.secretary.presses('⚠️ 1', city.secretary.lastMessage);
    await city.secretary.replies(city.secretary.lastMessage, 'жауапты № 4');
    expect(inbox()).toContain('Есте сақталды: «Горметодцентру» = № 4 мектеп');
    await city.secretary.sends(file(about(2)));
    const posts = async () => {
      const [task] = (await newest()).tasks;
      return town.db.participation.count({ where: { taskId: task?.id ?? 0, post: { org: { number: '4' } } } });
    };
    expect(await posts()).toBe(1);
    await city.secretary.says('/aliases');
    expect(inbox()).toContain('Горметодцентру = Мектеп директоры');
    await city.secretary.presses('Горметодцентру', city.secretary.lastMessage);
    expect(inbox()).toContain('Есте сақталған атау жоқ');
    await city.secretary.sends(file(about(3)));
    expect(await posts()).toBe(0);
    const verbs = await town.db.journalEvent.findMany({ where: { entity: 'alias' }, orderBy: { id: 'asc' } });
    expect(verbs.map(({ verb }) => verb)).toEqual(['org.alias-learned', 'org.alias-forgotten']);
  });
});
