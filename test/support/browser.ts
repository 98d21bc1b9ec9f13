// Chromium for tests of the page: Debian's own, driven by playwright-core. Without one they are skipped, but never in CI.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Where Chromium is; null when there is none. Throws in CI, where it must be. */
export function findChromium(): string | null {
  const found = [process.env['CHROMIUM'] ?? '', ...places].find((path) => path !== '' && existsSync(path)) ?? null;
  if (found === null && process.env['CI']) throw new Error('CI is set, but there is no Chromium: see .ci/run.');
  return found;
}

/** Why the tests of the page do not run here; for the name of a skipped test. */
export const noBrowser = 'Chromium is not installed (apt-get install chromium): the page was not tested';

/** Starts Chromium. */
export function launch(executablePath: string): Promise<Browser> {
  // As root, in containers and with little shared memory, as in CI.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export type Screen = { width: number; height: number; theme: 'light' | 'dark' };
export const desktop: Screen = { width: 1280, height: 800, theme: 'light' };
export const phone: Screen = { width: 390, height: 844, theme: 'light' };

/** In the page: what the content security policy refuses is an error. */
const tellRefusals = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('refused by the policy: ' + event.violatedDirective + ' ' + event.blockedURI))`;

/** A page, and everything on it that must never happen: script of a chat, refused code, errors, calls to elsewhere. */
export type Watched = { page: Page; context: BrowserContext; faults: string[]; close: () => Promise<void> };

/** Opens a page whose faults are watched. `url` is the playground's. */
export async function openPage(browser: Browser, url: string, screen: Screen = desktop): Promise<Watched> {
  const { width, height, theme } = screen;
  const small = width < 720;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: small,
    isMobile: small,
    reducedMotion: 'reduce',
    locale: 'ru-RU',
  });
  const faults: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('response', (answer) => {
    // 409 says that the city is busy: the page asks again when it is not.
    if (answer.status() >= 400 && answer.status() !== 409) faults.push(`answer: ${answer.status()} ${answer.url()}`);
  });
  page.on('console', (message) => {
    const told = message.text().startsWith('Failed to load resource'); // by the answer
    if (!told && ['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(blob|data):/.test(address)) faults.push(`request: ${address}`);
  });
  await page.addInitScript({ content: tellRefusals });
  await page.goto(url);
  return { page, context, faults, close: () => context.close() };
}

/** Where pictures of the page go: of a test that failed, and of every view that is looked at. */
export const pictures = process.env['PICTURES'] ?? join(tmpdir(), 'orynda-pictures');

/** Takes a picture of the page under a name, as PNG in the folder of pictures. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name.replace(/[^\p{L}\d]+/gu, '-')}.png`) }).catch(() => undefined);
}
