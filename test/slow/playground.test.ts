// The playground's page in a real browser: the first day of an empty city and its daily work, as people click and type it.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { State } from '../../src/playground/protocol.ts';
import { addDays, dayIn, printDayShort } from '../../src/time.ts';
import { findChromium, launch, noBrowser, openPage, picture, type Watched } from '../support/browser.ts';
import { invitations, roster } from '../support/first-day.ts';
import { look } from '../support/look.ts';
import { photo } from '../support/photo.ts';
import { compilePlayground, dataFolder, PlaygroundProcess, until } from '../support/playground.ts';
import { Visitor } from '../support/visitor.ts';

const chromium = findChromium();
const folder = dataFolder();
const heads = 'Директора школ';
const settings = { dataDir: folder.dataDir, env: { ISSUE_UNDO_SECONDS: '0' } };
const hostile = '<img src=x onerror="document.title=1;alert(1)"><script>alert(2)</script>';
let playground: PlaygroundProcess;
let browser: Browser;
let watched: Watched;
let page: Page;
let visitor: Visitor;
/** The Friday of the week after the journey to Monday. */
let friday: string;

describe.skipIf(chromium === null)(chromium === null ? noBrowser : 'the page of an empty city', () => {
  beforeAll(async () => {
    compilePlayground();
    playground = await PlaygroundProcess.start({ ...settings, args: ['--empty'] });
    await playground.ready();
    browser = await launch(chromium ?? '');
    watched = await openPage(browser, playground.url);
    ({ page } = watched);
    visitor = new Visitor(page);
    await visitor.waits();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    folder.remove();
  }, 60_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(page, `failed ${task.name}`);
    expect(watched.faults.splice(0)).toEqual([]);
    expect((await playground.state()).violations).toBe(0);
  });

  it('makes the visitor the administrator by the link of the first start', async () => {
    await visitor.is('administrator');
    await page.locator('.invite .button').click();
    await visitor.reads('Приглашение администратора');
    await visitor.presses('Это я');
    await visitor.reads('вы подключены');
    expect((await playground.state()).adminLink).toBeNull();
  });

  it('takes a roster that is attached and gives a file with invitations, which open the bot', async () => {
    await visitor.says('/import');
    await visitor.reads('Шаблон с примером');
    await visitor.attaches([roster()]);
    await visitor.reads('Ошибок нет');
    await visitor.presses('Загрузить');
    const answer = await visitor.reads('Ссылки-приглашения');
    const download = page.waitForEvent('download');
    await answer.locator('.file').click();
    const csv = await readFile(await (await download).path(), 'utf8');
    for (const [key, link] of invitations(csv)) {
      await visitor.is(key);
      await page.locator('.instead').click();
      await visitor.reads(/приглашени|шақыру/);
      await visitor.says(link);
      await visitor.reads(/пока не знаю|танымаймын/);
      await visitor.bubble(link, 'mine').locator('.inline.command').click();
      await visitor.presses('✅');
      await visitor.reads(/вы подключены|қосылдыңыз/);
    }
  });

  it('binds a group by /link and two presses', async () => {
    await visitor.is('department', heads);
    await visitor.says('/link@orynda_bot');
    await visitor.presses('Білім басқармасы');
    await visitor.presses('✅');
    await visitor.reads('Топпен байланыстырылған ұйым: Білім басқармасы');
  });

  it('travels to Monday morning', async () => {
    await visitor.travels('monday');
    const { now, zone } = await playground.state();
    const monday = dayIn(zone, new Date(now));
    friday = printDayShort(addDays(monday, 4));
    expect(new Date(monday).getUTCDay()).toBe(1);
    await expect.poll(() => page.locator('.clock-time').textContent()).toMatch(/^09:0\d$/);
  });

  it('issues a task by one message in the group: draft, press, card, private messages', async () => {
    await visitor.is('deputy', heads);
    await visitor.says(`/task@orynda_bot Школе № 12 — отремонтировать пандус до ${friday}`);
    await visitor.reads('Проект поручения');
    await visitor.is('school-first', heads);
    await visitor.presses('Выдать');
    const alert = page.locator('dialog[open]');
    await alert.getByText('решает только автор').waitFor();
    expect(await look(page, 'alert')).toEqual([]);
    await alert.locator('.primary').click();
    await visitor.is('deputy', heads);
    await visitor.presses('Выдать');
    const card = await visitor.reads('№ Т-1 тапсырма');
    expect(await card.innerText()).toContain('Поручение № Т-1');
    await visitor.says(`/task@orynda_bot Школе № 45 — вымыть окна до ${friday}`);
    await visitor.presses('Выдать');
    await visitor.reads('№ Т-2 тапсырма');
    await page.locator('[data-persona="school-first"] .badge').waitFor();
  });

  it('counts what is unread, shows where it begins and forgets it when it is read', async () => {
    const badge = page.locator('[data-persona="school-second"] .badge');
    const total = async (): Promise<number> =>
      (await playground.chats('school-second')).reduce((sum, { unread }) => sum + unread, 0);
    await until('the private message', async () =>
      (await playground.chats('school-second')).find(({ type }) => type === 'private')?.unread ? true : undefined,
    );
    await visitor.is('secretary');
    const before = await total();
    await expect.poll(() => badge.innerText()).toBe(String(before));
    await visitor.is('school-second');
    await page.locator('.line.unread').waitFor({ state: 'attached' });
    await visitor.reads('Сізге тапсырма берілді');
    const after = await total();
    expect(after).toBeLessThan(before);
    await visitor.is('secretary');
    await expect.poll(async () => ((await badge.count()) === 0 ? '0' : badge.innerText())).toBe(String(after));
  });

  it('shows the short answer to a press as a toast', async () => {
    await visitor.is('school-first');
    await visitor.presses('Ознакомлен');
    await visitor.toast('Ознакомление отмечено');
  });

  it('lets a head report with an album of two photos by an answer', async () => {
    await visitor.is('school-first');
    await visitor.repliesTo(await visitor.reads('Вам дано поручение'));
    await visitor.attaches(
      [photo('before.png', [180, 90, 60]), photo('after.png', [70, 140, 90])],
      'Пандус отремонтирован, работы завершены.',
    );
    const sent = visitor.bubble('работы завершены', 'mine');
    await sent.locator('.photos[data-count="2"]').waitFor();
    await visitor.reads('принят на рассмотрение');
    const width = await page.evaluate(
      `document.querySelector('.mine .photos img').decode().then(() => document.querySelector('.mine .photos img').naturalWidth)`,
    );
    expect(width).toBe(64);
  });

  it('shows the report with its photos to the controller, who accepts it', async () => {
    await visitor.is('deputy');
    await visitor.reads('На рассмотрении: 1');
    await visitor.presses('№ Т-1');
    await visitor.reads('Представлен');
    await page.locator('.message:not(.mine) .photos[data-count="2"]').waitFor();
    await visitor.presses(/^Принять$/);
    await visitor.reads('исполнено в срок');
    await visitor.is('school-first');
    await visitor.reads('Отчёт по поручению № Т-1 принят');
  });

  it('brings a reminder to the group when time comes, and a digest on Monday', async () => {
    await visitor.is('deputy');
    await visitor.says('/subscribe');
    await visitor.presses('Акимат города Үлгі');
    await visitor.presses('Подписаться');
    await visitor.reads('Вы подписаны на еженедельную сводку');
    await visitor.is('deputy', heads);
    const reminder = visitor.bubble(/Приближается срок/, 'others');
    for (let day = 0; day < 4 && (await reminder.count()) === 0; day++) await visitor.travels('morning');
    expect(await reminder.innerText()).toContain('Т-2');
    await visitor.travels('monday');
    await visitor.is('deputy');
    const digest = await visitor.reads('📊 Еженедельная сводка');
    expect(await digest.innerText()).toContain('Акимат города Үлгі');
  });

  it('never runs what a chat contains', async () => {
    const file = { name: `${hostile}.html`, mimeType: 'text/html', buffer: Buffer.from(`<script>alert(3)</script>`) };
    for (const where of [undefined, heads]) {
      await visitor.is('deputy', where);
      await visitor.says(`${hostile} javascript:alert(4) tg://resolve?domain=javascript:alert(5)`);
      const bubble = visitor.bubble('javascript:alert(4)', 'mine');
      expect(await bubble.locator('img, script, a').count()).toBe(0);
    }
    await visitor.attaches([file], hostile);
    await visitor.says(`/task@orynda_bot Школе № 7 — ${hostile} убрать снег до ${friday}`);
    await visitor.reads('Проект поручения');
    const link = visitor.bubble('.html', 'mine').locator('.file');
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', playground.url).href);
    expect(answer.headers()['content-disposition']).toMatch(/^attachment/);
    expect(answer.headers()['content-type']).toBe('application/octet-stream');
    expect(await page.title()).toContain('Орында');
    expect(await page.locator('img[src="x"], .messages script').count()).toBe(0);
  });

  it('speaks the language of the persona, or the one that the visitor chooses', async () => {
    const words = { deputy: ['ru', 'Сообщение'], secretary: ['kk', 'Хабарлама'], stranger: ['en', 'Message'] } as const;
    for (const key of ['deputy', 'secretary'] as const) {
      await visitor.is(key);
      expect(await page.locator('html').getAttribute('lang')).toBe(words[key][0]);
      await expect.poll(() => page.locator('.field').getAttribute('placeholder')).toBe(words[key][1]);
      expect(await look(page, `language ${key}`)).toEqual([]);
    }
    await visitor.is('stranger');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('.instead', { hasText: 'Start' }).click();
    await visitor.reads('invitation');
    for (const [item, lang] of [
      [1, 'kk'],
      [0, 'en'],
    ] as const) {
      await page.locator('.tool-globe').click();
      await page.locator('[role=menuitem]').nth(item).click();
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(lang);
    }
  });

  it('is worked with the keyboard alone, and the focus is always seen', async () => {
    await visitor.is('secretary');
    await page.reload();
    await visitor.waits();
    await visitor.tabsTo('.person.chosen');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[data-persona="department"][aria-checked="true"]').waitFor();
    await visitor.tabsTo('.chat-item');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await visitor.tabsTo('.field');
    await page.keyboard.type('/help');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await visitor.bubble('/help', 'mine').waitFor();
  });

  it('keeps everything over a reload of the page and a new start of the program', async () => {
    await visitor.is('deputy', heads);
    const said = (): Promise<string[]> => page.locator('.message .text').allInnerTexts();
    await visitor.reads('Проект поручения');
    const before = await said();
    await page.reload();
    await visitor.waits();
    await expect.poll(said).toEqual(before);
    expect(await playground.stop()).toBe(0);
    const port = new URL(playground.url).port;
    playground = await PlaygroundProcess.start({ ...settings, env: { ...settings.env, PORT: port } });
    await playground.ready();
    await page.reload();
    await visitor.waits();
    await expect.poll(said).toEqual(before);
    watched.faults.length = 0; // the page told that the line was gone
  });

  it('shows in the drawer what goes on, and what privacy mode hid', async () => {
    await visitor.is('deputy', heads);
    await page.locator('.tool-code').click();
    await visitor.says('Завтра субботник, приходите');
    await page.locator('.log-line.kind-hidden', { hasText: 'субботник' }).waitFor();
    await visitor.says('/status@orynda_bot');
    await page.locator('.log-line.kind-update', { hasText: '/status' }).waitFor();
    const call = page.locator('.log-line.kind-call', { hasText: 'Орындалуы' }).first();
    await call.locator('summary').click();
    expect(await call.locator('pre').innerText()).toContain('"chat_id"');
    expect(await look(page, 'drawer')).toEqual([]);
  });

  it('asks again when it begins to listen: a city may be ready just before', async () => {
    await visitor.is('deputy', heads);
    await page.route(
      '**/api/state',
      async (route) => {
        const state = (await (await route.fetch()).json()) as State;
        await route.fulfill({ json: { ...state, busy: { what: 'building', done: 1, total: 2 } } });
      },
      { times: 1 },
    );
    await page.reload();
    await visitor.waits();
    await page.locator('.chat-item').first().waitFor();
    await visitor.reads('Проект поручения');
  });

  it('shows a violation in red', async () => {
    const violation = { id: 9e6, at: new Date().toISOString(), what: 'violation', name: 'sendMessage', chat: '' };
    const json = [{ ...violation, summary: 'sendMessage: said twice', detail: 'sendMessage: said twice' }];
    await page.route('**/api/log*', (route) => route.fulfill({ json }));
    await page.route('**/api/state', async (route) =>
      route.fulfill({ json: { ...(await (await route.fetch()).json()), violations: 1 } }),
    );
    await page.reload();
    await visitor.waits();
    const line = page.locator('.log-line.kind-violation');
    await line.waitFor();
    const colour = `getComputedStyle(document.querySelector('.kind-violation b')).color`;
    const [red = 0, green = 0] = ((await page.evaluate(colour)) as string).match(/\d+/g)?.map(Number) ?? [];
    expect(red).toBeGreaterThan(green + 80);
    expect(await page.locator('.tool-code .badge.red').innerText()).toBe('1');
    expect(await look(page, 'violation')).toEqual([]);
    await page.unrouteAll();
    await page.reload();
    await visitor.waits();
  });

  it('makes Telegram refuse a message on request, which then arrives later', async () => {
    await visitor.is('deputy');
    await page.locator('[data-fault="429"]').click();
    await page.locator('[data-fault="429"][aria-pressed="true"]').waitFor();
    const before = (await playground.look('deputy')).messages.length;
    await visitor.says('/help');
    await page.locator('.log-line.kind-fault', { hasText: 'Too Many Requests' }).waitFor();
    await until('the answer', async () =>
      (await playground.look('deputy')).messages.length > before + 1 ? 1 : undefined,
    );
    await page.locator('[data-fault="429"][aria-pressed="false"]').waitFor();
    await page.locator('.tool-code').click();
  });
});
