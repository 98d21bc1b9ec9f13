// A question of the bot is open while people answer its other messages: a reply belongs to the message it answers, the question waits.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 6 });
  await collect('Школам № 2 и № 3 сообщить количество педагогов до 21 декабря');
  for (const { n, seen } of languages) await head(n).presses(seen);
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) ?? expect.unreachable();
const reportsOf = (n: number, words: string) =>
  town.db.report.findMany({
    where: {
      participation: { post: { org: { code: `s${n}` } }, task: { headline: { contains: words, mode: 'insensitive' } } },
    },
    orderBy: { id: 'asc' },
  });
const answersOf = async (n: number) =>
  (
    await town.db.collectionAnswer.findMany({
      where: { supersededAt: null, participation: { post: { org: { code: `s${n}` } } } },
    })
  ).map(({ number }) => number?.toNumber());

async function issue(words: string): Promise<void> {
  await city.deputy.says(words);
  await city.deputy.presses('Выдать');
  await town.settle();
}

async function collect(words: string): Promise<void> {
  await city.deputy.says('/collect');
  await city.deputy.says(words);
  await city.deputy.presses('Число');
  await city.deputy.says('чел., 0–500');
  await city.deputy.presses('Выдать');
  await town.settle();
}

/** The newest message to the head of school n about a task. */
function cardOf(n: number, words: string): Message {
  return (
    head(n).inbox.findLast(({ text, buttons }) => text.includes(words) && buttons.length > 0) ?? expect.unreachable()
  );
}

function groupCard(words: string): Message {
  const card = city.deputy.in(city.group).messages.findLast(({ text }) => text.includes(words));
  return card ?? expect.unreachable();
}

const languages = [
  {
    language: 'ru',
    n: 2,
    roof: 'крыш',
    coal: 'уголь',
    number: 'педагог',
    seen: 'Ознакомлен',
    hinders: 'Есть препятствие',
    asked: 'Что мешает исполнению',
    done: 'Выполнено, уголь завезён',
    filed: 'принят на рассмотрение',
    reason: 'Подрядчик сорвал поставку',
    noted: 'есть препятствие',
    soon: 'Выполнено, крыша перекрыта',
    more: 'Попросить продлить',
    until: 'До какой даты',
    postpone: 'Не успеваем, просим перенести срок',
    lamps: '27.11.2026',
    lampsDay: '27 ноября',
    reminded: '2026-11-24T09:05',
  },
  {
    language: 'kk',
    n: 3,
    roof: 'крыш',
    coal: 'уголь',
    number: 'педагог',
    seen: 'Таныстым',
    hinders: 'Кедергі бар',
    asked: 'Орындауға не кедергі',
    done: 'Орындалды, көмір жеткізілді',
    filed: 'қарауға қабылданды',
    reason: 'Мердігер жеткізілімді кешіктірді',
    noted: 'Кедергі бар деп белгіленді',
    soon: 'Орындалды, шатыр жабылды',
    more: 'Мерзімді ұзартуды сұрау',
    until: 'Қай күнге дейін',
    postpone: 'Үлгермейміз, мерзімін ұзартуды сұраймыз',
    lamps: '30.11.2026',
    lampsDay: '30 қараша',
    reminded: '2026-11-25T09:05',
  },
];

describe.each(languages)('while a question is open in private ($language)', (said) => {
  const { n } = said;
  const last = (): string => head(n).lastMessage.text;

  it('a reply to another card is a report for that card, and the question is answered afterwards', async () => {
    await issue(`Школе № ${n} перекрыть крышу до 25.12.2026`);
    await issue(`Школе № ${n} завезти уголь до 25.12.2026`);
    const coal = cardOf(n, said.coal);
    await head(n).presses(said.hinders, cardOf(n, said.roof));
    expect(last()).toContain(said.asked);
    const answer = await head(n).replies(coal, said.done);
    expect(last()).toContain(said.filed);
    expect(answer.reactions).toEqual(['👍']);
    expect(await reportsOf(n, said.coal)).toMatchObject([{ text: said.done, final: true, blocked: false }]);
    expect(await reportsOf(n, said.roof)).toEqual([]);
    await head(n).says(said.reason);
    expect(last()).toContain(said.noted);
    expect(await reportsOf(n, said.roof)).toMatchObject([{ text: said.reason, blocked: true, final: false }]);
  });

  it('a reply to a reminder is a report for what it reminds of, with its photo, also after a restart', async () => {
    await issue(`Школе № ${n} очистить двор до 26.12.2026`);
    await head(n).presses(said.seen, cardOf(n, 'двор'));
    await issue(`Школе № ${n} заменить лампы до ${said.lamps}`);
    await town.passTo(said.reminded);
    const reminder = cardOf(n, said.lampsDay);
    expect(reminder.text).not.toContain('двор');
    await head(n).presses(said.more, cardOf(n, 'двор'));
    expect(last()).toContain(said.until);
    const question = head(n).lastMessage;
    await town.restart();
    const photo = { photo: { name: 'p.jpg', content: Buffer.from(`p${n}`) }, caption: said.done };
    await head(n).sends(photo, reminder);
    const [report, ...more] = await reportsOf(n, 'ламп');
    expect(more).toEqual([]);
    expect(report).toMatchObject({ text: said.done, final: true });
    expect(await town.db.attachment.count({ where: { reportId: report?.id ?? 0 } })).toBe(1);
    await head(n).replies(question, '15.01.2027');
    await head(n).replies(head(n).lastMessage, said.reason);
    const asked = { participation: { post: { org: { code: `s${n}` } } }, reason: said.reason };
    expect(await town.db.extension.count({ where: asked })).toBe(1);
  });

  it('a reply to the card it was opened under answers it, but for a plain report', async () => {
    await issue(`Школе № ${n} покрасить забор до 28.12.2026`);
    const card = cardOf(n, 'забор');
    await head(n).presses(said.hinders, card);
    await head(n).replies(card, said.soon);
    expect(last()).toContain(said.filed);
    await head(n).says('/cancel');
    await issue(`Школе № ${n} отремонтировать ворота до 28.12.2026`);
    const gate = cardOf(n, 'ворота');
    await head(n).presses(said.hinders, gate);
    await head(n).replies(gate, said.reason);
    expect(last()).toContain(said.noted);
    expect(await reportsOf(n, 'забор')).toMatchObject([{ final: true, blocked: false }]);
    expect(await reportsOf(n, 'ворота')).toMatchObject([{ final: false, blocked: true, text: said.reason }]);
  });

  it('a number that answers the card of a collection is its answer', async () => {
    await issue(`Школе № ${n} провести сбор до 28.12.2026`);
    await head(n).presses(said.hinders, cardOf(n, 'сбор'));
    await head(n).replies(cardOf(n, said.number), '34');
    expect(await answersOf(n)).toEqual([34]);
    await head(n).says(said.reason);
    expect(last()).toContain(said.noted);
    expect(await answersOf(n)).toEqual([34]);
  });

  it('a reply to words of ours that are no card answers it as before', async () => {
    await issue(`Школе № ${n} обновить уголок до 28.12.2026`);
    await head(n).says('/help');
    const help = head(n).lastMessage;
    await head(n).presses(said.hinders, cardOf(n, 'уголок'));
    await head(n).replies(help, said.reason);
    expect(await reportsOf(n, 'уголок')).toMatchObject([{ blocked: true, text: said.reason }]);
  });

  it('in a group the card answered gets the report, others go on as before, and the question waits for its own person', async () => {
    const here = head(n).in(city.group);
    const [mine, theirs] = [`Школе № ${n} вывезти снег`, `Школам № ${n} и № 6 провести субботник № ${n}`];
    await issue(`${mine} до 25.12.2026`);
    await issue(`${theirs} до 26.12.2026`);
    await here.replies(groupCard('снег'), said.postpone);
    expect(here.lastMessage.text).toContain(said.until);
    const question = here.lastMessage;
    const other = groupCard(`убботник № ${n}`);
    await here.replies(other, said.done);
    await head(6).in(city.group).replies(other, 'Выполнено, провели');
    expect(await reportsOf(n, `убботник № ${n}`)).toMatchObject([{ text: said.done }]);
    expect(await reportsOf(6, `убботник № ${n}`)).toHaveLength(1);
    // Somebody else's task: talk among people, and no answer to the question either.
    await here.replies(groupCard(said.language === 'ru' ? 'крыш' : 'забор'), said.reason);
    await here.replies(question, '14.01.2027');
    await here.replies(here.lastMessage, said.reason);
    const snow = { participation: { task: { headline: { contains: 'снег' } }, post: { org: { code: `s${n}` } } } };
    expect(await town.db.extension.findMany({ where: snow })).toMatchObject([{ reason: said.reason }]);
  });
});
