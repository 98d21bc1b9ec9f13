// Looks at the page as a careful eye does: contrast, width, overlaps, sizes and names of what can be pressed.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { phone, picture } from './browser.ts';

const script = readFileSync(new URL('look-in-page.js', import.meta.url), 'utf8');
/** Least height of what a finger and what a mouse presses, in CSS pixels. */
const finger = 40;
const mouse = 24;

/** Faults of what the page shows now; a picture of it goes to the folder of pictures. */
export async function look(page: Page, name: string): Promise<string[]> {
  await picture(page, name);
  const tap = (page.viewportSize()?.width ?? 0) <= phone.width ? finger : mouse;
  const call = `(${script.replace('export default ', '')})(${JSON.stringify({ tap })})`;
  const faults = (await page.evaluate(call)) as string[];
  return faults.map((fault) => `${name}: ${fault}`);
}
