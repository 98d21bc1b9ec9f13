// Answers beside the sender: one that Telegram refuses for long is not lost, holds up nobody else, and comes before what was planned.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerLater, answerRenderers } from '../../src/outbox/answers.ts';
import { ownApi } from '../../src/telegram/own-api.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

let office: PostOffice;
let wait: (seconds: number) => void;

beforeAll(async () => {
  ({ office, wait } = await openPostOffice());
  Object.assign(office.renderers, answerRenderers);
  office.app.answers = {
    given: (chat) => office.sender.answered(chat),
    refused: (chat, seconds) => office.sender.refused(chat, seconds),
    later: (answer) => answerLater(office.app, answer),
  };
});
afterAll(() => office.close());

it('an answer refused for half a minute comes then, with its buttons, before what was planned; others do not wait', async () => {
  const [anna, bota] = [await office.recipient('Анна'), await office.recipient('Бота')];
  office.emulator.fail({ method: 'sendMessage', retryAfter: 30, chatId: anna.person.id });
  const reply_markup = { inline_keyboard: [[{ text: 'Қабылдау', callback_data: 'reports.accept:1' }]] };
  const options = { parse_mode: 'HTML' as const, reply_markup };
  const answered = await ownApi(office.app).sendMessage(anna.person.id, '<b>Қабылданды</b>', options);
  expect(answered.message_id).toBe(0);

  await office.plan(anna, { lane: 1, data: { n: 'card' }, dueAt: new Date(office.app.now().getTime() - 60_000) });
  await office.plan(bota);
  const { nextAt } = await office.sender.drain();
  expect(nextAt).toEqual(new Date(office.app.now().getTime() + 30_000));
  expect(anna.person.inbox).toEqual([]);
  expect(bota.person.inbox).toHaveLength(1);
  wait(30);
  await office.sender.drain();
  expect(anna.person.inbox.map(({ text }) => text)).toEqual(['Қабылданды', 'Жаңа тапсырма card']);
  expect(anna.person.inbox[0]?.buttons).toEqual([['Қабылдау']]);
});

it('a question that was refused still asks for a reply when it comes', async () => {
  const dias = await office.recipient('Диас');
  office.emulator.fail({ method: 'sendMessage', retryAfter: 30, chatId: dias.person.id });
  const options = { reply_markup: { force_reply: true as const, selective: true } };
  await ownApi(office.app).sendMessage(dias.person.id, 'Мерзімі қандай?', options);
  const row = await office.app.db.outgoingMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(row.data).toMatchObject({ forceReply: true });
  const rendered = await answerRenderers['telegram.answer']?.(office.app, row as never, ['kk']);
  expect(rendered).toMatchObject({ text: 'Мерзімі қандай?', forceReply: true });
  await office.sender.drain();
  wait(30);
  await office.sender.drain();
  expect(dias.person.inbox.map(({ text }) => text)).toEqual(['Мерзімі қандай?']);
});

it('an answer refused to somebody unknown stays refused', async () => {
  const stranger = office.tg.person({ firstName: 'Бейтаныс' });
  await stranger.says('/start');
  office.emulator.fail({ method: 'sendMessage', retryAfter: 30, chatId: stranger.id });
  await expect(ownApi(office.app).sendMessage(stranger.id, 'Сәлем')).rejects.toThrow('Too Many Requests');
});

it('answers count for the limits of their chat while the sender runs', async () => {
  const dana = await office.recipient('Дана');
  office.sender = office.newSender();
  office.sender.start();
  for (let n = 0; n < 3; n++) await ownApi(office.app).sendMessage(dana.person.id, `${n}`);
  await office.plan(dana);
  office.sender.wake();
  await new Promise((done) => setTimeout(done, 200));
  expect(dana.person.inbox.map(({ text }) => text)).toEqual(['0', '1', '2']);
  wait(3.05);
  office.sender.wake();
  await expect.poll(() => dana.person.inbox.length).toBe(4);
  await office.sender.stop();
});
