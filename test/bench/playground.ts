// Group `playground`: from `npm start` to a page that can be used, how heavy the page is, and how quickly the bot's answer is seen.
import type { Browser, Page } from 'playwright-core';
import { findChromium, launch, openPage } from '../support/browser.ts';
import { dataFolder, PlaygroundProcess } from '../support/playground.ts';
import { importsAlone } from './processes.ts';
import type { Row } from './row.ts';

const warmStarts = 3;
const answers = 30;

/** Cold start with the demo city, warm start, weight of the page, Send to answer. The last two in Chromium where there is one. */
export async function playground(): Promise<Row[]> {
  const folder = dataFolder();
  const chromium = findChromium();
  const browser = chromium === null ? null : await launch(chromium);
  let running: PlaygroundProcess | null = null;
  try {
    const imports = await importsAlone();
    const times: number[] = [];
    for (let run = 0; run <= warmStarts; run++) {
      await running?.stop();
      const started = await start(folder.dataDir, browser);
      running = started.process;
      times.push(started.ms);
    }
    const [cold = 0, ...warm] = times;
    const again = median(warm);
    return [
      row('cold start with the demo city / imports alone', cold, imports, 'value <= 60000', 'ms', cold <= 60_000),
      row('warm start / imports alone', again, imports, 'value <= 5000', 'ms', again <= 5000),
      ...(browser && running ? await inBrowser(browser, running) : []),
      ...(!browser && running ? [await overHttp(running)] : []),
    ];
  } finally {
    await browser?.close();
    await running?.stop();
    folder.remove();
  }
}

/** Starts the program and waits until somebody could click: in Chromium until chats are there, else until the city is. */
async function start(dataDir: string, browser: Browser | null): Promise<{ process: PlaygroundProcess; ms: number }> {
  const began = performance.now();
  const process = await PlaygroundProcess.start({ dataDir });
  if (browser) {
    const { page, close } = await openPage(browser, process.url);
    await page.locator('.chat-item').first().waitFor({ timeout: 600_000 });
    await page.locator('.veil').waitFor({ state: 'hidden', timeout: 600_000 });
    const ms = performance.now() - began;
    await close();
    return { process, ms };
  }
  await process.ready();
  return { process, ms: performance.now() - began };
}

async function inBrowser(browser: Browser, process: PlaygroundProcess): Promise<Row[]> {
  const { page, close } = await openPage(browser, process.url);
  const user = await process.userId('stranger');
  await page.goto(`${process.url}#/stranger/${user}`);
  const { bytes, files } = await weigh(page);
  const begin = page.locator('.instead');
  if (await begin.isVisible()) await begin.click();
  await page.locator('.message:not(.mine)').first().waitFor();
  const seen: number[] = [];
  for (let run = 0; run < answers; run++) seen.push(await sendAndSee(page));
  const bare = await overHttp(process);
  await close();
  return [
    row('page weight, bytes / files', bytes, files, 'value <= 400000', '', bytes <= 400_000),
    row(
      'Send to the answer on screen / over HTTP',
      median(seen),
      bare.value,
      'value <= 500',
      'ms',
      median(seen) <= 500,
    ),
  ];
}

/** Everything but the answers of the control API that a reload fetches. */
async function weigh(page: Page): Promise<{ bytes: number; files: number }> {
  await page.reload();
  await page.locator('.chat:not(.closed) .chat-head h2').waitFor();
  const sizes =
    (await page.evaluate(`[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter(({ name }) => !name.includes('/api/')).map(({ decodedBodySize }) => decodedBodySize)`)) as number[];
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
}

/** Milliseconds from the press of Send to the bot's answer in the page, watched in the page itself. */
async function sendAndSee(page: Page): Promise<number> {
  await page.locator('.field').fill('/help');
  await page.keyboard.press('Escape');
  return (await page.evaluate(`new Promise((done) => {
    const list = document.querySelector('.messages');
    const count = () => list.querySelectorAll('.message:not(.mine)').length;
    const before = count();
    const began = performance.now();
    new MutationObserver((_, observer) => {
      if (count() <= before) return;
      observer.disconnect();
      requestAnimationFrame(() => done(performance.now() - began));
    }).observe(list, { childList: true, subtree: true });
    document.querySelector('.composer .send').click();
  })`)) as number;
}

/** The same without a page: from the request to the moment the answer can be read. */
async function overHttp(process: PlaygroundProcess): Promise<Row> {
  const user = await process.userId('stranger');
  const times: number[] = [];
  for (let run = 0; run < answers; run++) {
    const before = (await process.look('stranger')).messages.at(-1)?.id ?? 0;
    const began = performance.now();
    await process.ask('POST', `chats/${user}/messages?as=${user}`, { text: '/help' });
    while (!(await process.look('stranger')).messages.some(({ id, mine }) => id > before && !mine));
    times.push(performance.now() - began);
  }
  const value = median(times);
  return row('Send to the answer over HTTP', value, value, 'value <= 300', 'ms', value <= 300);
}

function row(name: string, value: number, reference: number, goal: string, unit: string, pass: boolean): Row {
  return { group: 'playground', name, value, reference, ratio: value / reference, goal, unit, pass };
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}
