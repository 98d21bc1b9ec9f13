// Somebody in front of the playground's page, who does what people do in Telegram.
import type { Locator, Page } from 'playwright-core';
import type { PersonaKey } from '../../src/playground/protocol.ts';

export type Picture = { name: string; mimeType: string; buffer: Buffer };

export class Visitor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until no city is built and no time travelled. */
  async waits(): Promise<void> {
    await this.page.locator('.person.chosen').waitFor();
    await this.page.locator('.veil').waitFor({ state: 'hidden', timeout: 550_000 });
  }

  /** Becomes a persona, in her private chat, or in the chat or topic whose name has these words. */
  async is(key: PersonaKey, where?: string): Promise<void> {
    if (await this.page.locator('.chat-head .back').isVisible()) await this.page.locator('.chat-head .back').click();
    await this.page.locator(`[data-persona="${key}"]`).click();
    await this.page.locator(`[data-persona="${key}"][aria-checked="true"]`).waitFor({ state: 'attached' });
    if (where !== undefined) await this.enters(where);
    await this.page.locator('.chat:not(.closed) .chat-head h2').waitFor();
  }

  /** Opens the chat or topic in whose name these words stand. */
  async enters(where: string): Promise<void> {
    const back = this.page.locator('.chat-head .back');
    if (await back.isVisible()) await back.click();
    const item = this.page.locator('.chat-item', { has: this.page.locator('b, .topic-name', { hasText: where }) });
    await item.first().click();
    await this.page.locator('.chat-head h2', { hasText: where }).waitFor();
  }

  /** Writes and sends. */
  async says(text: string): Promise<void> {
    await this.page.locator('.field').fill(text);
    await this.page.locator('.composer .send').click();
    await this.bubble(text.split('\n')[0]?.slice(0, 60) ?? '', 'mine').waitFor();
  }

  /** The newest message with these words; `whose` narrows it. */
  bubble(words: string | RegExp, whose: 'mine' | 'others' | 'any' = 'any'): Locator {
    const look = { mine: '.message.mine', others: '.message:not(.mine)', any: '.message' }[whose];
    return this.page.locator(look, { hasText: words }).last();
  }

  /** Waits for the bot's words. */
  async reads(words: string | RegExp): Promise<Locator> {
    const found = this.bubble(words, 'others');
    await found.waitFor();
    return found;
  }

  /** Presses a button of the bot with this label, under the newest message that has it. */
  async presses(label: string | RegExp, under?: Locator): Promise<void> {
    await (under ?? this.page.locator('.messages')).locator('.key', { hasText: label }).last().click();
  }

  /** Answers a message. */
  async replies(to: Locator, text: string): Promise<void> {
    await this.repliesTo(to);
    await this.says(text);
  }

  /** Begins to answer a message. */
  async repliesTo(to: Locator): Promise<void> {
    await to.hover();
    await to.locator('.tool-reply').click();
    await this.page.locator('.about').waitFor();
  }

  /** Chooses files through the picker, writes a caption and sends them. */
  async attaches(files: Picture[], caption = ''): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.locator('.composer > button').nth(1).click();
    await (await chooser).setFiles(files);
    await this.sendsFiles(caption);
  }

  /** In the dialog of files: caption and Send. */
  async sendsFiles(caption: string): Promise<void> {
    const dialog = this.page.locator('dialog[open]');
    await dialog.locator('.caption').fill(caption);
    await dialog.locator('.button.primary').click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Moves the clock by the chips or the menu at the head, and waits for the arrival. */
  async travels(to: 'hour' | 'evening' | 'morning' | 'monday'): Promise<void> {
    const chip = this.page.locator(`[data-travel="${to}"]`);
    const done = this.page.waitForResponse((answer) => answer.url().endsWith('/api/clock'));
    if (await chip.isVisible()) await chip.click();
    else {
      await this.page.locator('.clock').click();
      await this.page.locator('[role=menuitem]').nth(['hour', 'evening', 'morning', 'monday'].indexOf(to)).click();
    }
    await done;
    await this.#arrives();
    await this.waits();
  }

  /** The page hears a moment late that time is moved, so the server is asked. */
  async #arrives(): Promise<void> {
    const ask = `fetch('/api/state').then((answer) => answer.json()).then(({ busy }) => busy === null)`;
    while (!(await this.page.evaluate(ask))) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** The words of a toast that shows itself. */
  async toast(words: string | RegExp): Promise<void> {
    await this.page.locator('.toast', { hasText: words }).first().waitFor();
  }

  /** Presses Tab until the focus is there; on the way it must be seen. */
  async tabsTo(selector: string): Promise<void> {
    const look = `(() => {
      const at = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1.5;
      return [at.matches(${JSON.stringify(selector)}), seen || at === document.body, at.outerHTML.slice(0, 100)];
    })()`;
    for (let presses = 0; presses < 60; presses++) {
      await this.page.keyboard.press('Tab');
      const [there, seen, name] = (await this.page.evaluate(look)) as [boolean, boolean, string];
      if (!seen) throw new Error(`the focus is not seen on ${name}`);
      if (there) return;
    }
    throw new Error(`Tab never comes to ${selector}`);
  }
}
