// The demo city in a real browser: the guided tour from its first step to the last, and a careful look at every view in both themes and widths.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PersonaKey, TourStep } from '../../src/playground/protocol.ts';
import {
  desktop,
  findChromium,
  launch,
  noBrowser,
  openPage,
  phone,
  picture,
  type Watched,
} from '../support/browser.ts';
import { look } from '../support/look.ts';
import { compilePlayground, dataFolder, PlaygroundProcess } from '../support/playground.ts';
import { Visitor } from '../support/visitor.ts';

const chromium = findChromium();
const folder = dataFolder();
let playground: PlaygroundProcess;
let browser: Browser;
let watched: Watched;
let page: Page;
let visitor: Visitor;

describe.skipIf(chromium === null)(chromium === null ? noBrowser : 'the page of the demo city', () => {
  beforeAll(async () => {
    compilePlayground();
    playground = await PlaygroundProcess.start({ dataDir: folder.dataDir, env: { ISSUE_UNDO_SECONDS: '0' } });
    browser = await launch(chromium ?? '');
    watched = await openPage(browser, playground.url);
    ({ page } = watched);
    visitor = new Visitor(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    folder.remove();
  }, 60_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(page, `failed ${task.name}`);
  });

  it('shows at once that the city is being built, and how far it is', async () => {
    await page.locator('.veil progress').waitFor();
    expect(await look(page, 'building')).toEqual([]);
    await playground.ready();
    await visitor.waits();
    expect(watched.faults.splice(0)).toEqual([]);
  });

  it('offers eight steps in three languages', async () => {
    for (const language of ['kk', 'ru', 'en']) {
      const steps = await playground.ask<TourStep[]>('GET', `tour?as=${language}`);
      expect(steps.map(({ done }) => done)).toEqual(Array.from({ length: 8 }, () => false));
    }
    for (const key of ['deputy', 'secretary', 'stranger'] as const) {
      await visitor.is(key);
      await page.locator('.guide h2').waitFor();
      expect(await look(page, `tour ${key}`)).toEqual([]);
    }
  });

  it('leads through the tour: the first step by hand, the others done for the visitor', async () => {
    await visitor.is('deputy');
    const [go, help] = [page.locator('.guide-acts .button').first(), page.locator('.guide-acts .button').nth(1)];
    await go.click();
    await page.locator('.chat-head h2', { hasText: 'Директора школ' }).waitFor();
    await visitor.says(await page.locator('.guide-hint q').innerText());
    await visitor.presses('Выдать');
    for (let step = 1; step <= 8; step++) {
      await page.locator('.guide-title small', { hasText: new RegExp(`(^|\\D)${step}\\D+8|8\\D+${step}`) }).waitFor();
      if (step > 1) await help.click();
      await page.locator('.guide-done').waitFor({ timeout: 120_000 });
      await visitor.waits();
      await picture(page, `step ${step}`);
      if (step < 8) await page.locator('.guide-foot .button').last().click();
    }
    const steps = await playground.ask<TourStep[]>('GET', 'tour?as=ru');
    expect(steps.filter(({ done }) => !done)).toEqual([]);
    expect(watched.faults.splice(0)).toEqual([]);
    expect((await playground.state()).violations).toBe(0);
  });

  it('shows the digest to the subscriber and the closed card in the group', async () => {
    await visitor.is('subscriber');
    await visitor.reads('📊 Еженедельная сводка');
    await visitor.is('deputy', 'Директора школ');
    await visitor.reads('снято с контроля');
  });

  it.each([
    ['desktop light', { ...desktop, theme: 'light' }],
    ['desktop dark', { ...desktop, theme: 'dark' }],
    ['phone light', { ...phone, theme: 'light' }],
    ['phone dark', { ...phone, theme: 'dark' }],
  ] as const)('stands a careful look: %s', async (name, screen) => {
    const own = await openPage(browser, playground.url, screen);
    const eyes = new Visitor(own.page);
    await eyes.waits();
    const faults: string[] = [];
    const sees = async (view: string): Promise<void> => {
      await own.page.waitForLoadState('networkidle').catch(() => undefined);
      faults.push(...(await look(own.page, `${name} ${view}`)));
    };
    if (screen.width < 720) await own.page.locator('.guide .icon-button').last().click();
    for (const { persona, chat, view } of await views()) {
      await own.page.goto(`${playground.url}#/${persona}/${chat}`);
      await own.page.locator('.chat:not(.closed) .message').last().waitFor();
      await sees(view);
    }
    await own.page.goto(`${playground.url}#/school-second`);
    await sees('chats');
    await own.page.goto(`${playground.url}#/secretary/${await playground.userId('secretary')}`);
    await own.page.locator('.composer > button').first().click();
    await sees('commands');
    await own.page.keyboard.press('Escape');
    await own.page.locator('.tool-code').click();
    await own.page.locator('.drawer .log-line').first().waitFor();
    await sees('drawer');
    await own.page.locator('.tool-map').click();
    await own.page.locator('.guide h2').waitFor();
    await sees('tour');
    await own.page.locator(screen.width < 720 ? '.top .tool-more' : '.tool-city').click();
    await own.page.locator('[role=menuitem]').last().click();
    await sees('question');
    expect(faults).toEqual([]);
    expect(own.faults).toEqual([]);
    await own.close();
  });
});

type View = { view: string; persona: PersonaKey; chat: string };

/** Private chats of everybody who has one, both groups, a topic. */
async function views(): Promise<View[]> {
  const found: View[] = [];
  for (const { key } of (await playground.state()).personas) {
    for (const { id, type, title, topics, last } of await playground.chats(key)) {
      if (!last || (type !== 'private' && key !== 'deputy' && key !== 'department')) continue;
      found.push({ view: `${key} ${type === 'private' ? 'private' : title}`, persona: key, chat: String(id) });
      const [topic] = topics;
      if (topic) found.push({ view: `${key} topic`, persona: key, chat: `${id}/${topic.id}` });
    }
  }
  return found;
}
