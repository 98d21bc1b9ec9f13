// What every handler can rely on: dialogs that survive, refusals that are told, updates that count once.
import { Bot, Composer } from 'grammy';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { type App, createApp, transaction } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openClient } from '../../src/db.ts';
import { UserError } from '../../src/errors.ts';
import type { Actor } from '../../src/org/rules.ts';
import { type Emulator, startEmulator } from '../../src/playground/emulator/emulator.ts';
import { button, idArg, onButton } from '../../src/telegram/buttons.ts';
import { type Ctx, identify, installContext } from '../../src/telegram/context.ts';
import { confirmed } from '../../src/telegram/confirm.ts';
import { dialogs, enterDialog } from '../../src/telegram/dialog.ts';
import { failureBoundary, repeatWithoutDatabase } from '../../src/telegram/failure.ts';
import { measureUpdates } from '../../src/telegram/measure.ts';
import { seenUpdates } from '../../src/telegram/seen-updates.ts';
import type { Talk } from '../../src/telegram/talk.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { type Group, type Person, TelegramTown } from '../support/telegram.ts';

let database: TestDatabase;
let emulator: Emulator;
let tg: TelegramTown;
let saule: Person;
let timur: Person;
let group: Group;
let bot: Bot<Ctx>;
let app: App;
let polling: Promise<void>;
let client: { close: () => Promise<void> };
/** What happens while a press is being handled. */
let inTheMiddle = async (): Promise<void> => {};
/** What the dialogs did, as the world would see it. */
const done: string[] = [];

async function order(talk: Talk): Promise<void> {
  const size = await talk.ask('Size?', {
    text: false,
    choices: [
      [
        { label: 'Small', value: 's' },
        { label: 'Large', value: 'l' },
      ],
    ],
  });
  const name = await talk.ask('Name?', { maxLength: 20 });
  const result = await talk.act(async (inside, actor) => {
    if (name.text === 'refuse') throw new UserError('telegram-someone-first');
    if (name.text === 'break') throw new Error('a fault of ours');
    await inside.db.setting.upsert({ where: { key: 'order' }, create: { key: 'order', value: '1' }, update: {} });
    done.push(`${actor.name}: ${size.choice} ${name.text}`);
    return done.length;
  });
  if (result.ok) await talk.sayHtml(`Done ${result.value}`);
}

async function sure(talk: Talk): Promise<void> {
  if (await confirmed(talk, 'Sure?')) done.push('sure');
}

function slice(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('order', (ctx) => enterDialog(ctx, 'test.order'));
  composer.command('sure', (ctx) => enterDialog(ctx, 'test.sure'));
  composer.command('ping', (ctx) => ctx.sayHtml('pong'));
  composer.command('count', async (ctx) => {
    done.push('counted');
    await ctx.sayHtml('counted', { keyboard: [[button('Open', 'test.open', 7), button('Save', 'test.save')]] });
  });
  composer.command('fail', () => {
    throw new Error('a fault of ours');
  });
  composer.command('refuse', () => {
    throw new UserError('telegram-not-allowed');
  });
  onButton(composer, 'test.save', async (ctx) => {
    await inTheMiddle();
    await ctx.app.db.setting.upsert({ where: { key: 'saved' }, create: { key: 'saved', value: '1' }, update: {} });
    done.push('saved');
    await ctx.answerCallbackQuery({ text: 'saved' });
  });
  onButton(composer, 'test.open', async (ctx, id) => {
    done.push(`opened ${idArg(id)}`);
  });
  composer.on('callback_query', (ctx) =>
    ctx.answerCallbackQuery({ text: ctx.t('telegram-stale-button'), show_alert: true }),
  );
  return composer;
}

async function findActor(_app: App, telegramId: number): Promise<Actor | null> {
  const name = [saule, timur].find(({ id }) => id === telegramId)?.name;
  return name
    ? { personId: telegramId, telegramId, chatId: null, systemAdmin: false, locale: 'ru', name, posts: [] }
    : null;
}

async function start(): Promise<void> {
  const opened = openClient(database.url);
  client = opened;
  const config = readConfig({ BOT_TOKEN: emulator.token, TELEGRAM_API_ROOT: emulator.url });
  app = createApp({
    db: opened.db,
    config,
    log: pino({ level: 'silent' }),
    now: () => new Date('2026-11-23T04:00:00Z'),
  });
  bot = new Bot<Ctx>(emulator.token, { client: { apiRoot: emulator.url, timeoutSeconds: 2 } });
  repeatWithoutDatabase(bot);
  bot.use(measureUpdates(app.metrics), installContext(app), failureBoundary(), seenUpdates(), identify(findActor));
  bot.use(
    dialogs(app, [
      { id: 'test.order', run: order },
      { id: 'test.sure', run: sure },
    ]),
    slice(),
  );
  polling = bot.start({ timeout: 1 });
}

async function stop(): Promise<void> {
  await bot.stop();
  await polling;
  await client.close();
}

beforeAll(async () => {
  database = await testDatabase();
  emulator = await startEmulator({ now: () => new Date('2026-11-23T04:00:00Z') });
  tg = new TelegramTown(emulator);
  saule = tg.person({ firstName: 'Сауле', languageCode: 'ru' });
  timur = tg.person({ firstName: 'Тимур', languageCode: 'ru' });
  await start();
  await saule.opens();
  await timur.opens();
  group = tg.group({ title: 'Школы', type: 'supergroup', members: [saule, timur], bot: 'admin' });
});

beforeEach(() => {
  done.length = 0;
});

afterEach(() => {
  expect(emulator.violations.splice(0)).toEqual([]);
});

afterAll(async () => {
  await stop();
  await emulator.close();
  await database.close();
});

describe('a dialog', () => {
  it('asks with buttons, then with words, and acts once', async () => {
    await saule.says('/order');
    await saule.presses('Large');
    await saule.says('Пандус');
    expect(saule.lastMessage.text).toBe('Done 1');
    expect(done).toEqual(['Сауле: l Пандус']);
  });

  it('goes on where it was after a restart of the bot', async () => {
    await saule.says('/order');
    await saule.presses('Small');
    await stop();
    await start();
    await saule.says('Крыша');
    expect(done).toEqual(['Сауле: s Крыша']);
  });

  it('says what it expects instead of taking the wrong kind of answer', async () => {
    await saule.says('/order');
    await saule.says('большой');
    expect(saule.lastMessage.text).toContain('выберите одну из кнопок');
    await saule.presses('Large');
    await saule.sends({ photo: Buffer.from('not empty') });
    expect(saule.lastMessage.text).toContain('Здесь нужен текст');
    await saule.says('x'.repeat(21));
    expect(saule.lastMessage.text).toContain('21');
    expect(done).toEqual([]);
    await saule.says('/cancel');
  });

  it('ends with /cancel and with any other command, changing nothing', async () => {
    await saule.says('/order');
    await saule.says('/cancel');
    expect(saule.lastMessage.text).toBe('Отменено. Ничего не изменено.');
    await saule.says('/order');
    await saule.says('/ping');
    expect(saule.lastMessage.text).toBe('pong');
    await saule.says('/cancel');
    expect(saule.lastMessage.text).toContain('Отменять нечего');
    expect(done).toEqual([]);
  });

  it('ends with the button under a question for words, once', async () => {
    await saule.says('/order');
    await saule.presses('Large');
    const question = saule.lastMessage;
    await saule.presses('Отмена', question);
    expect(saule.lastMessage.text).toBe('Отменено. Ничего не изменено.');
    expect((await saule.presses('Отмена', question)).text).toContain('уже не действует');
    await saule.says('Пандус');
    await saule.says('/cancel');
    expect(saule.lastMessage.text).toContain('Отменять нечего');
    await saule.says('/order');
    await saule.presses('Small');
    expect((await saule.presses('Отмена', question)).text).toContain('уже не действует');
    await saule.says('ok');
    expect(done).toEqual(['Сауле: s ok']);
  });

  it('ends with the button under a question that only buttons answer, but adds none beside a choice that does nothing', async () => {
    await saule.says('/order');
    expect(saule.lastMessage.buttons).toEqual([['Small', 'Large'], ['Отмена']]);
    await saule.presses('Отмена');
    expect(saule.lastMessage.text).toBe('Отменено. Ничего не изменено.');
    await saule.says('/cancel');
    expect(saule.lastMessage.text).toContain('Отменять нечего');
    await saule.says('/sure');
    expect(saule.lastMessage.buttons).toEqual([['✅ Да', 'Нет']]);
    await saule.presses('Нет');
    expect(done).toEqual([]);
  });

  it('ends with the button also after a restart of the bot', async () => {
    await saule.says('/order');
    await saule.presses('Small');
    const question = saule.lastMessage;
    await stop();
    await start();
    await saule.presses('Отмена', question);
    await saule.says('/cancel');
    expect(saule.lastMessage.text).toContain('Отменять нечего');
  });

  it('takes no press of an older question', async () => {
    await saule.says('/order');
    const old = saule.lastMessage;
    await saule.says('/order');
    const answer = await saule.presses('Large', old);
    expect(answer.text).toContain('уже не действует');
    await saule.presses('Small');
    await saule.says('ok');
    expect(done).toEqual(['Сауле: s ok']);
    expect((await saule.presses('Small', old)).text).toContain('уже не действует');
  });

  it('tells a refusal and leaves the rest of the bot working', async () => {
    await saule.says('/order');
    await saule.presses('Large');
    await saule.says('refuse');
    expect(saule.lastMessage.text).toContain('Кто-то успел раньше');
    await saule.says('/ping');
    expect(saule.lastMessage.text).toBe('pong');
  });

  it('apologises for a fault of ours and ends', async () => {
    await saule.says('/order');
    await saule.presses('Large');
    await saule.says('break');
    expect(saule.lastMessage.text).toContain('ошибка на нашей стороне');
    await saule.says('/cancel');
    expect(saule.lastMessage.text).toContain('Отменять нечего');
  });

  it('leaves other buttons working meanwhile', async () => {
    await saule.says('/count');
    const list = saule.lastMessage;
    await saule.says('/order');
    await saule.presses('Open', list);
    expect(done).toEqual(['counted', 'opened 7']);
    await saule.presses('Large');
    await saule.says('ok');
    expect(done.at(-1)).toBe('Сауле: l ok');
  });

  it('of two people in one group never mixes their answers', async () => {
    await saule.in(group).says('/order');
    const first = saule.in(group).lastMessage;
    await timur.in(group).says('/order');
    const second = timur.in(group).lastMessage;
    expect((await timur.in(group).presses('Small', first)).text).toContain('уже не действует');
    await saule.in(group).presses('Large', first);
    const asksSaule = saule.in(group).lastMessage;
    expect(asksSaule.text).toContain('Ответьте на это сообщение. Отмена: /cancel');
    await timur.in(group).presses('Small', second);
    const asksTimur = timur.in(group).lastMessage;
    await saule.in(group).says('это разговор, а не ответ');
    await timur.in(group).replies(asksTimur, 'Окна');
    await saule.in(group).replies(asksSaule, 'Двери');
    expect(done).toEqual(['Тимур: s Окна', 'Сауле: l Двери']);
  });
});

describe('the failure boundary', () => {
  it('tells refusals in the language of the person and faults as an apology', async () => {
    await saule.says('/refuse');
    expect(saule.lastMessage.text).toBe('У вас нет права на это действие.');
    await saule.says('/fail');
    expect(saule.lastMessage.text).toContain('ошибка на нашей стороне');
  });

  it('answers every press, also a forged or broken one', async () => {
    await saule.says('/count');
    expect((await saule.forges(saule.lastMessage, 'test.open:1;DROP TABLE task')).text).toContain('уже не действует');
    expect((await saule.forges(saule.lastMessage, 'tasks.close:99999999999999999999')).text).toContain(
      'уже не действует',
    );
    expect((await saule.forges(saule.lastMessage, 'd:0:1:l')).text).toContain('уже не действует');
    expect(done).toEqual(['counted']);
  });

  it.each([
    ['400', { code: 400, description: 'Bad Request: message text is empty' }],
    ['403', { code: 403, description: 'Forbidden: bot was blocked by the user' }],
    ['429 for long', { retryAfter: 40 }],
    ['500', { code: 500, description: 'Internal Server Error: restart' }],
    ['a broken connection', { reset: true }],
    ['no answer at all', { silent: true }],
  ])(
    'outlives a Telegram that gives %s: what was done stays done, and the next one is served',
    async (_what, fault) => {
      emulator.fail({ method: 'sendMessage', times: 2, ...fault });
      await saule.says('/count');
      expect(done).toEqual(['counted']);
      await timur.says('/ping');
      expect(timur.lastMessage.text).toBe('pong');
      emulator.violations.length = 0; // the emulator complains of the refusals it was told to give
    },
  );

  it('gives an answer once more after a short wait that Telegram asks for, in a dialog too, and counts each refusal', async () => {
    const limited = async () => (await app.metrics.limited.get()).values.find(({ labels }) => labels.by === 'answer');
    const before = (await limited())?.value ?? 0;
    emulator.fail({ method: 'sendMessage', retryAfter: 1 });
    await saule.says('/count');
    expect([saule.lastMessage.text, done]).toEqual(['counted', ['counted']]);
    emulator.fail({ method: 'sendMessage', retryAfter: 1 });
    await saule.says('/order');
    await saule.presses('Large');
    emulator.fail({ method: 'sendMessage', retryAfter: 1 });
    await saule.says('Забор');
    expect(saule.lastMessage.text).toBe('Done 2');
    expect(done).toEqual(['counted', 'Сауле: l Забор']);
    expect((await limited())?.value).toBe(before + 3);
    emulator.violations.length = 0;
  });
});

describe('an answer of a dialog that Telegram refuses for long', () => {
  it('is handed over once, however often the dialog is replayed', async () => {
    const later: string[] = [];
    const { answers } = app;
    app.answers = { ...answers, later: async ({ html }) => later.push(html) > 0 };
    await saule.says('/order');
    emulator.fail({ method: 'sendMessage', retryAfter: 40 });
    await saule.presses('Large');
    await saule.says('Забор');
    app.answers = answers;
    expect([later, done]).toEqual([['Name?'], ['Сауле: l Забор']]);
    emulator.violations.length = 0;
  });
});

describe('the measures', () => {
  const counted = async (result: string): Promise<number> => {
    const { values } = await app.metrics.updates.get();
    return values.filter(({ labels }) => labels.result === result).reduce((sum, { value }) => sum + value, 0);
  };

  it('count a fault of ours as a failure, a refusal as handled, each with its time', async () => {
    const [failed, handled] = [await counted('failed'), await counted('handled')];
    await saule.says('/fail');
    await saule.says('/order');
    await saule.presses('Large');
    await saule.says('break');
    await saule.says('/refuse');
    expect([await counted('failed'), await counted('handled')]).toEqual([failed + 2, handled + 3]);
    const { values } = await app.metrics.updateSeconds.get();
    const times = values.find(({ metricName }) => metricName === 'orynda_update_seconds_count')?.value;
    expect(times).toBe((await counted('failed')) + (await counted('handled')) + (await counted('waiting')));
  });

  it('stand beside a line of the log that names the update, not its words', async () => {
    const logged = vi.spyOn(app.log, 'error');
    onTestFinished(() => logged.mockRestore());
    await saule.says('/fail Сауленің сөзі');
    expect(logged.mock.calls).toEqual([
      [{ err: expect.any(Error) as Error, update: expect.any(Number) as number }, 'telegram.failed'],
    ]);
    expect(JSON.stringify(logged.mock.calls)).not.toContain('Сауленің');
  });
});

describe('an update', () => {
  it('delivered again is handled once', async () => {
    await saule.says('/count');
    emulator.redeliver(1);
    await emulator.idle();
    expect(done).toEqual(['counted']);
  });

  it('waits for a database that is away for a while', async () => {
    const name = new URL(database.url).pathname.slice(1);
    const admin = new pg.Client(inject('postgresUrl'));
    await admin.connect();
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    const said = saule.says('/count');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(done).toEqual([]);
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await admin.end();
    await said;
    expect(done).toEqual(['counted']);
  });

  it('that the database left in the middle is handled again: a press is not lost, and answered once', async () => {
    await saule.says('/count');
    const name = new URL(database.url).pathname.slice(1);
    const admin = new pg.Client(inject('postgresUrl'));
    await admin.connect();
    let times = 0;
    inTheMiddle = async () => {
      times += 1;
      if (times > 1) return;
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
      setTimeout(() => void admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`), 700);
    };
    const answer = await saule.presses('Save');
    inTheMiddle = async () => {};
    await admin.end();
    expect([answer.text, times, done]).toEqual(['saved', 2, ['counted', 'saved']]);
  });
});

describe('a transaction', () => {
  it('inside another one joins it and rolls back with it', async () => {
    const failing = transaction(app, async (outer) => {
      await transaction(outer, (inner) => inner.db.setting.create({ data: { key: 'inner', value: '1' } }));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.db.setting.findUnique({ where: { key: 'inner' } })).toBeNull();
  });

  it('that blocks another one and is blocked by it is run again, so that both are done', async () => {
    for (const key of ['a', 'b']) await database.db.setting.create({ data: { key, value: '0' } });
    const raw = (inner: App, key: string): Promise<number> =>
      inner.db.$executeRaw`UPDATE setting SET value = (value::int + 1)::text WHERE key = ${key}`;
    const both = (first: string, second: string): Promise<void> =>
      transaction(app, async (inner) => {
        await raw(inner, first);
        await new Promise((resolve) => setTimeout(resolve, 300));
        if (first === 'a') await raw(inner, second);
        else await inner.db.setting.update({ where: { key: second }, data: { value: '7' } });
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    const values = await database.db.setting.findMany({ where: { key: { in: ['a', 'b'] } }, orderBy: { key: 'asc' } });
    expect(values.map(({ value }) => value)).toEqual([expect.stringMatching(/^[78]$/), '2']);
  });
});
